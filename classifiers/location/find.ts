/** Reads a text for places and ranks them. @module */
import type { Hints, LocationSuggestion } from '../../src/core/understanding.ts'
import { areaOf } from './area-alone.ts'
import { combine, type Found } from './combine.ts'
import type { Signs } from './confidence.ts'
import {
  doubtDefaultAddress,
  doubtDefaultPoint,
  doubtInvented,
  isDefaultPoint,
  keepUnlisted,
} from './doubts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { metresBetween } from './geometry.ts'
import { isHome } from './home.ts'
import { outsideOf } from './outside.ts'
import { fromPoint, fromText } from './pinned.ts'
import { placeAt } from './place-at.ts'
import { type Context, type Resolved, type ResolvedPlace, resolve } from './resolve.ts'
import { scan } from './scan.ts'
import { type Token, tokenise } from './tokens.ts'
import { withUnit } from './unit.ts'

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
    withUnit(text, doubtDefaultAddress(place, gazetteer.words)),
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
      resolved
        ? [
            {
              ...resolved,
              home: isHome(tokens, item.from, endBefore(found, item.from)),
              rank: rankOf(item, resolved),
            },
          ]
        : [],
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

const endBefore = (found: readonly Found[], from: number): number =>
  Math.max(0, ...found.filter(({ to }) => to <= from).map(({ to }) => to))

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
  between: 49.8,
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
