/** Short answers to our own questions, read with what is on the table. @module */
import type { Hints, LocationSuggestion, Place } from '../../src/core/understanding.ts'
import { fold as foldMarks } from '../language/fold.ts'
import { crossingCandidates } from './candidates.ts'
import { accuracyOf } from './confidence.ts'
import type { Gazetteer } from './gazetteer.ts'
import { metresBetween, type Point } from './geometry.ts'
import { locateNumber } from './locate-number.ts'
import { type Scan, scan } from './scan.ts'
import { spokenNumber } from './spoken-number.ts'
import { parseStreetName } from './street-name.ts'
import { fold, tokenise } from './tokens.ts'

/** The place that a short answer picks or corrects, or null where the text is to be read as any other. */
export function answerOf(text: string, hints: Hints, gazetteer: Gazetteer): LocationSuggestion | null {
  // An answer is short; a letter is read as any other text.
  if (text.length > 300) return null
  return (
    picked(text, hints, gazetteer) ?? renumbered(text, hints, gazetteer) ?? cornered(text, hints, gazetteer)
  )
}

const settled = (text: string, value: Place, confidence: number): LocationSuggestion => ({
  value,
  confidence,
  alternatives: [],
  evidence: [[0, text.length]],
  mention: text.trim(),
  needs: null,
  outside: null,
})

/** "400, Dorchester": the number on the street that the neighborhood picks. */
function numberedIn(
  text: string,
  tokens: ReturnType<typeof tokenise>,
  areas: Scan['areas'],
  place: Place,
  gazetteer: Gazetteer,
): LocationSuggestion | null {
  const rest = tokens.filter((_, at) => !areas.some(({ from, to }) => at >= from && at < to))
  if (rest.length === tokens.length) return null
  const said = rest
    .map(({ word }) => word)
    .join(' ')
    .replace(/ (?:in|en|em|na|nan|at|a|the)$/, '')
  // "The one in Roxbury" counts nothing.
  if (!/\d{2}/.test(said)) return null
  const found = renumbered(said, { expecting: 'number', place }, gazetteer)
  return found && { ...found, mention: text.trim(), evidence: [[0, text.length]] }
}

/** Words before the position of a choice: "number 2", "nimewo 2", "opción 2". */
const choosing: ReadonlySet<string> = new Set(
  'number numero nimewo so opcion option opsyon num no the el la #'.split(' '),
)

/** First to fourth in the other languages; a text that is no more than that. */
const ordinals: readonly RegExp[] = [
  'primer[oa]?|primeir[oa]|premier|premiere|premye|первый|первая|第一(?:个|個|条|條)?|thu nhat|الاول|الأول',
  'segund[oa]|deuxieme|second|seconde|dezyem|второй|вторая|第二(?:个|個|条|條)?|thu hai|الثاني',
  'tercer[oa]?|terceir[oa]|troisieme|twazyem|третий|третья|第三(?:个|個|条|條)?|thu ba|الثالث',
  'cuart[oa]|quart[oa]|quatrieme|katriyem|четвертый|第四(?:个|個|条|條)?|thu tu|الرابع',
].map(
  (words) =>
    new RegExp(
      `^(?:(?:el|la|le|l|o|a|cai|nan|es|se) )?(?:${foldMarks(words).text})(?: (?:opcion|a|la|an|nan|one|por favor))?$`,
      'u',
    ),
)

function ordinalOf(text: string): number {
  const plain = foldMarks(text)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return ordinals.findIndex((one) => one.test(plain)) + 1
}

const positions = 'first second third fourth fifth sixth'.split(' ')

/** "dorchester", "the one in dot", "2", "the second one". */
function picked(text: string, hints: Hints, gazetteer: Gazetteer): LocationSuggestion | null {
  const candidates = hints.candidates ?? []
  if (hints.expecting !== 'neighborhood' || candidates.length === 0) return null
  const tokens = tokenise(text)
  if (tokens.length === 0 || tokens.length > 12) return null
  const { areas, streets, places } = scan(tokens, gazetteer, true)
  // "near codman sq" is the quarter, whatever street is called so; and so is "400, Dorchester".
  const quarters = streets.flatMap(({ from, to, suffixed }) => {
    const said = tokens.slice(from, to).map(({ word }) => word)
    const quarter = gazetteer.words.neighborhoods[said.join(' ')]
    const own = candidates.find((one) => !suffixed && one.neighborhood?.toLowerCase() === said.join(' '))
    const name = quarter ?? own?.neighborhood
    return name ? [{ from, to, name }] : []
  })
  // "400 Washington St, Dorchester", "Elm St in Jamaica Plain": a place by itself, and a better or another one.
  const asked = ({ streets: those }: Scan['streets'][number]): boolean =>
    those.some(({ street }) => candidates.some(({ address }) => address.endsWith(street.name)))
  const isPlace = (street: Scan['streets'][number]): boolean =>
    !quarters.some(({ from }) => from === street.from) &&
    (street.number !== null || (street.suffixed && areas.length > 0 && !asked(street)))
  if (streets.some(isPlace)) return null
  const named = [...areas, ...quarters].map(({ name }) => name)
  if (named.length > 0) {
    const exact = candidates.filter((place) =>
      named.some((name) => name === place.neighborhood || name === place.zip),
    )
    const [only] = exact
    if (only && exact.length === 1)
      return numberedIn(text, tokens, [...areas, ...quarters], only, gazetteer) ?? settled(text, only, 0.95)
    // People say Roxbury of the South End's edge: the nearest candidate within a kilometre may be meant.
    const near = candidates
      .map((place) => ({
        place,
        apart: Math.min(...named.map((name) => gazetteer.areas.distance(name, place))),
      }))
      .sort((a, b) => a.apart - b.apart)
    const [first, second] = near
    if (only) return settled(text, only, 0.6)
    if (first && first.apart < 1000 && (!second || second.apart > first.apart + 300))
      return settled(text, first.place, 0.7)
    return null
  }
  const points = landmarks(streets, places, candidates, gazetteer)
  if (points.length > 0) return nearestTo(text, points, candidates)
  if (streets.some((street) => street.suffixed)) return null
  const words = tokens.map((token) => token.word)
  const [word = '', next] = words.filter((one) => !choosing.has(one))
  const index =
    /^\d$/.test(word) && next === undefined
      ? Number(word)
      : ordinalIn(tokens.map((token) => token.name)) || ordinalOf(text)
  const place = candidates[index - 1]
  return place ? settled(text, place, 0.95) : null
}

/** The points of the one street or place that the answer names, which is not the street in question. */
function landmarks(
  streets: Scan['streets'],
  places: Scan['places'],
  candidates: readonly Place[],
  gazetteer: Gazetteer,
): readonly Point[] {
  const [street] = streets
  const [place] = places
  if (place && streets.length === 0) return place.name.places
  if (!street || streets.length > 1 || place || street.number || street.everyday) return []
  const asked = (name: string): boolean => candidates.some(({ address }) => address.endsWith(name))
  if (street.streets.some((one) => asked(one.street.name))) return []
  return street.streets.flatMap((one) => gazetteer.streets.northward(one.street))
}

/** Of the candidates the one that clearly lies nearest: "by Gallivan", "near Fields Corner station". */
function nearestTo(
  text: string,
  points: readonly Point[],
  candidates: readonly Place[],
): LocationSuggestion | null {
  const [first, second] = candidates
    .map((place) => ({ place, apart: Math.min(...points.map((point) => metresBetween(point, place))) }))
    .sort((a, b) => a.apart - b.apart)
  if (!first || first.apart > 800) return null
  return !second || second.apart > first.apart + 300 ? settled(text, first.place, 0.85) : null
}

function ordinalIn(words: readonly string[]): number {
  if (words.length > 4) return 0
  for (const word of words) {
    const at = positions.indexOf(word)
    if (at >= 0) return at + 1
  }
  const [word = ''] = words
  return words.length === 1 ? (spokenNumber([word]) ?? 0) : 0
}

const correction =
  /^(?:(?:no|nope|sorry|actually|wait|oops|yes|ok|its|it s|it is|it|is|should be|meant|i|i meant|make that|number|no\.|num|#|at|near|around|about|the|address|correct|house|thats|that s|was|wrong|numero|nimewo|es el|es|se|el|la|en|in|from|across|next to|front of|frente al?|devan|nan|by|opposite|between)\s*)*$/

/** "45", "no, it's 45 not 54": another number on the street that is on the table. */
function renumbered(text: string, hints: Hints, gazetteer: Gazetteer): LocationSuggestion | null {
  const place = hints.place ?? (hints.expecting === 'number' ? hints.candidates?.[0] : undefined)
  if (!place || (place.kind !== 'address' && place.kind !== 'street')) return null
  const tokens = tokenise(text)
  if (tokens.length === 0 || tokens.length > 14) return null
  const number = numberIn(
    fold(text)
      .replace(/[^\p{L}\p{N}#-]+/gu, ' ')
      .trim(),
    hints.expecting === 'number' || (hints.expecting === 'neighborhood' && place.kind === 'street'),
  )
  if (number === null) return null
  const named =
    hints.expecting === 'neighborhood' && place.kind === 'street' && (hints.candidates?.length ?? 0) > 1
  const name = place.address.replace(/^[\d-]+[A-Z]? /, '').replace(/ between .*$/, '')
  const street = gazetteer.streets.all.find((candidate) => candidate.name === name)
  if (!street || parseStreetName(name).base.length === 0) return null
  const all = locateNumber(street, number.value)
    .map((located) => ({ located, apart: metresBetween(located.point, place) }))
    .sort(
      (a, b) =>
        Number(a.located.match === 'outside') - Number(b.located.match === 'outside') || a.apart - b.apart,
    )
  const [found] = all
  if (!found) return null
  const placeOf = ({ point, match, spreadM }: (typeof found)['located']): Place => ({
    kind: 'address',
    address: `${number.written} ${name}`,
    ...gazetteer.at(point),
    lat: Math.round(point.lat * 1e5) / 1e5,
    lon: Math.round(point.lon * 1e5) / 1e5,
    accuracyM: accuracyOf(match, spreadM),
  })
  const { match } = found.located
  const value = placeOf(found.located)
  const others = all.filter(({ located }) => located.match !== 'outside')
  // "42" to "which Washington St?": the same number on each of them, and the question stands.
  if (named && others.length > 1) {
    const [first = value, ...rest] = others.map(({ located }) => placeOf(located))
    return {
      ...settled(text, first, 0.4),
      alternatives: rest.slice(0, 5).map((one) => ({ value: one, confidence: 0.5 / rest.length })),
      needs: 'neighborhood',
    }
  }
  return settled(text, value, match === 'outside' ? 0.3 : match === 'beyond' ? 0.7 : 0.93)
}

/** The number that the answer means, and not the one after "not". */
function numberIn(
  words: string,
  expecting: boolean,
): { readonly value: number; readonly written: string } | null {
  const figures = [...words.matchAll(/(?<![\d-])#?(\d{1,4})([a-z]?)(?![\da-z])/g)]
  const meant = figures.filter(
    ({ index }) => !/(?:\bnot|\binstead of|\brather than|\bisn ?t)\s*$/.test(words.slice(0, index)),
  )
  const [figure] = meant
  if (figure?.[1] !== undefined && meant.length === 1) {
    const lead = words
      .slice(0, figure.index)
      .replace(/\bnot #?\d+[a-z]?\b/g, '')
      .trim()
    const tail = words
      .slice(figure.index + figure[0].length)
      .replace(/^[号號番](?=$|\s)/u, '')
      .trim()
    const rest = tail.replace(/^(?:not|instead of|rather than)\s+#?\d+[a-z]?\b/, '').trim()
    const plain = correction.test(lead) && /^(?:please|sorry|thanks|thank you|not that one|)$/.test(rest)
    if (plain && Number(figure[1]) > 0) {
      return { value: Number(figure[1]), written: `${Number(figure[1])}${(figure[2] ?? '').toUpperCase()}` }
    }
    return null
  }
  if (figures.length > 0 || !expecting) return null
  const spoken = spokenNumber(words.split(' ').filter((word) => !correction.test(word)))
  return spoken === null ? null : { value: spoken, written: String(spoken) }
}

/** "near Green St" to our question where on a long street: the corner of the two. */
function cornered(text: string, hints: Hints, gazetteer: Gazetteer): LocationSuggestion | null {
  const place = hints.place
  if (hints.expecting !== 'number' || place?.kind !== 'street') return null
  const tokens = tokenise(text)
  const { streets } = scan(tokens, gazetteer)
  const [other] = streets
  const street = gazetteer.streets.all.find((candidate) => candidate.name === place.address)
  if (!other || !street || streets.length > 1 || other.number || tokens.length > 8) return null
  // "Sorry, I meant Ashmont St" names another street; "in front of the church" names none.
  if (
    /(?<!\p{L})(?:mean|meant|sorry|wrong|instead|not)(?!\p{L})/iu.test(text) ||
    (other.everyday && !other.suffixed)
  )
    return null
  const [corner] = crossingCandidates([{ street, fit: 1 }], other.streets, gazetteer)
    .map((found) => ({ ...found, apart: metresBetween(found, place) }))
    .sort((a, b) => a.apart - b.apart)
  if (!corner) return null
  const { kind, address, lat, lon, match, spreadM } = corner
  return settled(
    text,
    { kind, address, ...gazetteer.at(corner), lat, lon, accuracyM: accuracyOf(match, spreadM) },
    0.9,
  )
}
