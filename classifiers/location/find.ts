/** Reads a text for places and ranks them. @module */
import type { Hints, LocationSuggestion } from '../../src/core/understanding.ts'
import { combine, type Found } from './combine.ts'
import type { Signs } from './confidence.ts'
import { coordinatesIn } from './coordinates.ts'
import {
  doubtDefaultAddress,
  doubtDefaultPoint,
  doubtInvented,
  isDefaultPoint,
  keepUnlisted,
} from './doubts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { metresBetween } from './geometry.ts'
import { outsideOf } from './outside.ts'
import { placeAt } from './place-at.ts'
import { type Context, type Resolved, type ResolvedPlace, resolve } from './resolve.ts'
import { scan } from './scan.ts'
import { type Token, tokenise } from './tokens.ts'

export interface FoundPlaces {
  /** Most telling first; empty where the text names none and no point is known. */
  readonly places: readonly ResolvedPlace[]
  /** What the confidence of the first was read from, where it was fitted. */
  readonly signs: Signs | null
}

/** Where the problem is stands in the first pages of the longest letter; the rest costs time. UTF-16 units. */
const readChars = 5000

/** Everything of the text; falls back to the point of the hints. What is not to be believed carries its doubt. */
export function find(whole: string, hints: Hints, gazetteer: Gazetteer): FoundPlaces {
  const text = whole.slice(0, readChars)
  const tokens = tokenise(text)
  const { point, ...others } = hints
  const lost = point !== undefined && isDefaultPoint(hints, gazetteer.words)
  const { places: read, signs } = readPlaces(text, tokens, lost ? others : hints, gazetteer)
  const told = [...fromText(text, gazetteer), ...read].map((place) =>
    doubtDefaultAddress(place, gazetteer.words),
  )
  const places = keepUnlisted(text, tokens, doubtInvented(text, tokens, told))
  const rest = lost && places.length === 0 ? fromPoint(hints, gazetteer) : null
  return { places: rest ? [doubtDefaultPoint(rest)] : places, signs }
}

function readPlaces(text: string, tokens: readonly Token[], hints: Hints, gazetteer: Gazetteer): FoundPlaces {
  const asked = hints.expecting === 'location'
  const scanned = scan(tokens, gazetteer, asked)
  const found = combine(scanned, gazetteer, asked)
  const context: Context = { text, scanned, found, hints, gazetteer }
  const ranked = found
    .map((item) => ({ item, resolved: resolve(item, context) }))
    .flatMap(({ item, resolved }) =>
      resolved ? [{ ...resolved, home: isHome(tokens, item.from), rank: rankOf(item, resolved) }] : [],
    )
    .sort((a, b) => Number(a.home) - Number(b.home) || b.rank - a.rank)
  const places: ResolvedPlace[] = []
  const [first] = ranked
  for (const { place, signs, home } of ranked) {
    // Where the writer lives is no second problem.
    if (home && first?.home === false) continue
    if (places.some((other) => samePlace(other, place))) continue
    places.push(hints.point ? atPoint(place, signs, hints.point, gazetteer) : place)
  }
  const outside = outsideOf(context, places)
  if (outside) {
    const rest = places.filter((place) => place !== outside.instead)
    return { places: [outside.place, ...rest], signs: null }
  }
  if (places.length > 0) return { places, signs: ranked[0]?.signs ?? null }
  const other = fromPoint(hints, gazetteer) ?? areaOf(context)
  return { places: other ? [other] : [], signs: null }
}

/** A street or park is wide: where the photo was taken on it, the photo's point is the better one. */
function atPoint(
  place: ResolvedPlace,
  signs: Signs,
  point: NonNullable<Hints['point']>,
  gazetteer: Gazetteer,
): ResolvedPlace {
  const value = place.value
  if (!value || (signs.match !== 'street' && signs.match !== 'place' && signs.match !== 'block')) return place
  const near = [value, ...place.alternatives.map((alternative) => alternative.value)].some(
    (candidate) => metresBetween(candidate, point) < Math.max(candidate.accuracyM, 300),
  )
  const onStreet =
    signs.match === 'place' ||
    gazetteer.streets.all.some(
      (street) =>
        (value.address === street.name || value.address.startsWith(`${street.name} `)) &&
        gazetteer.streets.points(street).some((other) => metresBetween(other, point) < 120),
    )
  const here = near && onStreet ? placeAt(point, gazetteer) : null
  if (!here) return place
  const accuracyM = Math.max(here.accuracyM, Math.round(point.accuracyM))
  const named = signs.match === 'place' ? { ...here, kind: value.kind, address: value.address } : here
  return { ...place, value: { ...named, accuracyM }, confidence: 0.92, alternatives: [], needs: null }
}

/** The same words, or the two streets of one corner in the other order. */
const samePlace = ({ value: a }: ResolvedPlace, { value: b }: ResolvedPlace): boolean =>
  a?.address === b?.address || (a?.kind === 'intersection' && a.lat === b?.lat && a.lon === b.lon)

const kindRank: Readonly<Record<string, number>> = {
  exact: 50,
  between: 49,
  crossing: 46,
  beyond: 44,
  block: 42,
  approach: 38,
  place: 34,
  meets: 32,
  street: 20,
  outside: 15,
}

/** What tells where the problem is: the kind of mention first, then its place in the text. */
function rankOf({ from }: Found, { place, signs }: Resolved): number {
  const rank = (kindRank[signs.match] ?? 0) - from * 0.02
  return place.confidence < 0.1 ? rank - 10 : rank
}

/** "I live at", "resident of", "my address is": where the writer is, not the problem. */
function isHome(tokens: readonly Token[], from: number): boolean {
  let start = from
  while (start > Math.max(0, from - 6) && !/[.!?;\n]/.test(tokens[start]?.gap ?? '')) start -= 1
  const words = tokens
    .slice(start, from)
    .map((token) => token.word)
    .join(' ')
  return /\b(?:i|we) (?:\w+ )?(?:live|reside|work|own)\b|\b(?:lives|resides) (?:at|on|in)\b|\b(?:calling|writing) from\b|\b(?:am|im|m) an? (?:\w+ )?(?:resident|tenant|homeowner|owner)\b|\b(?:my|her|his|our|their) (?:home )?address\b|\bmy (?:house|home|apartment|apt|condo) (?:is|number)\b|\bmy name\b|\b(?:vivo|vivimos|mwen rete|moro)\b/.test(
    words,
  )
}

/** "42.3012,-71.0642" or a link to a map that holds it. */
function fromText(text: string, gazetteer: Gazetteer): readonly ResolvedPlace[] {
  const written = coordinatesIn(text, gazetteer.words)
  const value = written ? placeAt(written.point, gazetteer) : null
  if (!written || !value) return []
  const { span } = written
  const lost = gazetteer.words.defaults.points.some((other) => metresBetween(other, written.point) < 3)
  const place: ResolvedPlace = {
    value,
    confidence: 0.9,
    alternatives: [],
    evidence: [span],
    mention: text.slice(...span),
    needs: null,
    outside: null,
    span,
  }
  return [lost ? doubtDefaultPoint(place) : place]
}

function fromPoint(hints: Hints, gazetteer: Gazetteer): ResolvedPlace | null {
  const value = hints.point ? placeAt(hints.point, gazetteer) : null
  if (!value || !hints.point) return null
  const accuracyM = Math.max(value.accuracyM, Math.round(hints.point.accuracyM))
  return {
    value: { ...value, accuracyM },
    confidence: accuracyM <= 60 ? 0.9 : accuracyM <= 150 ? 0.75 : 0.4,
    alternatives: [],
    evidence: [],
    mention: null,
    needs: null,
    outside: null,
    span: [0, 0],
  }
}

/** How often a text in which nothing was found indeed names nothing, on the development texts. */
const abstainConfidence = 0.9

/** No place. */
export function abstain(): LocationSuggestion {
  return {
    value: null,
    confidence: abstainConfidence,
    alternatives: [],
    evidence: [],
    mention: null,
    needs: null,
    outside: null,
  }
}

/** A neighborhood or ZIP and nothing nearer: "trash all over JP". */
function areaOf({ scanned, text, gazetteer }: Context): ResolvedPlace | null {
  const mention = scanned.areas.find((area) => isMeant(scanned.tokens, area.from, area.to))
  const middle = mention ? gazetteer.areas.middle(mention.name) : null
  if (!mention || !middle) return null
  const span = [scanned.tokens[mention.from]?.start ?? 0, scanned.tokens[mention.to - 1]?.end ?? 0] as const
  const at = gazetteer.at(middle.point)
  const zip = gazetteer.areas.isZip(mention.name) ? mention.name : null
  return {
    value: {
      kind: 'neighborhood',
      address: mention.name,
      neighborhood: zip === null ? mention.name : at.neighborhood,
      zip,
      lat: middle.point.lat,
      lon: middle.point.lon,
      accuracyM: middle.radiusM,
    },
    confidence: 0.03,
    alternatives: [],
    evidence: [span],
    mention: text.slice(...span),
    needs: null,
    outside: null,
    span,
  }
}

/** "in Dorchester", "all over JP", "Southie" alone; not "South End resident sticker". */
function isMeant(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to]?.word ?? ''
  if (/^(?:resident|residents|residential|resi|permit|sticker|stickers|parking|bay|bridge|side)$/.test(next))
    return false
  if (tokens.length <= 4) return true
  const before = tokens.slice(Math.max(0, from - 2), from).map((token) => token.word)
  return before.some((word) =>
    /^(?:in|around|over|throughout|across|near|at|en|em|nan|a|trong|o)$/.test(word),
  )
}
