/** Turns mentions into points: every place the words may mean, with a weight. @module */
import type { Place } from '../../src/core/understanding.ts'
import type { Gazetteer } from './gazetteer.ts'
import { between, metresBetween, type Point } from './geometry.ts'
import { locateNumber, type NumberMatch } from './locate-number.ts'
import type { NumberedStreet, PlaceMention } from './scan.ts'
import type { FittingStreet } from './scan-street.ts'
import type { Box, Street } from './street-index.ts'
import { stretches } from './stretches.ts'

/** One thing the words may mean; weights compare candidates of one mention only. */
export interface Candidate extends Point {
  readonly kind: Place['kind']
  readonly address: string
  readonly weight: number
  /** Metres, before calibration. */
  readonly spreadM: number
  readonly match: MatchKind
  /** The postal districts that claim it, where the street table says so. */
  readonly street: Street | null
  /** 0…1: how well suffix, direction and spelling agree with the street's name. */
  readonly fit: number
}

/** How the point was found; each has its own calibration. */
export type MatchKind =
  | NumberMatch
  | 'crossing'
  | 'approach'
  | 'block'
  | 'meets'
  | 'place'
  | 'street'
  | 'area'

const matchWeight: Readonly<Record<NumberMatch, number>> = {
  exact: 1,
  between: 0.7,
  beyond: 0.25,
  outside: 0.02,
}

/** Longer streets are named more often. */
const renown = (seen: number): number => (5 + seen) ** 0.4

/** Every point where the number stands on a street of that name. */
export function addressCandidates({ streets, number }: NumberedStreet): readonly Candidate[] {
  if (!number) return []
  const middle = middleNumber(number.first, number.last)
  // A range is as wide as its ends are apart: some 3 m a number.
  const wideM = (number.last - number.first) * 1.5
  return streets.flatMap(({ street, fit }) =>
    locateNumber(street, middle).map((located): Candidate => {
      const match = located.match === 'exact' && wideM > 30 ? ('between' as const) : located.match
      const found = { ...located, match, spreadM: located.spreadM + wideM }
      const far = found.spreadM > 400 ? 0.1 : found.spreadM > 150 ? 0.4 : 1
      return {
        kind: 'address',
        address: `${number.written} ${street.name}`,
        ...found.point,
        spreadM: found.spreadM,
        match: found.match,
        weight: fit * matchWeight[found.match] * far * renown(found.seen),
        street,
        fit,
      }
    }),
  )
}

/** Of `40-46` the number in the middle that has the parity of the ends. */
function middleNumber(first: number, last: number): number {
  const middle = Math.round((first + last) / 2)
  return first % 2 === last % 2 && middle % 2 !== first % 2 ? middle + 1 : middle
}

/** Points where a street of the one name meets one of the other. */
export function crossingCandidates(
  one: readonly FittingStreet[],
  two: readonly FittingStreet[],
  { streets }: Pick<Gazetteer, 'streets'>,
): readonly Candidate[] {
  const found: Candidate[] = []
  for (const a of one) {
    for (const b of two) {
      if (a.street.id === b.street.id) continue
      for (const point of streets.crossings(a.street, b.street)) {
        found.push({
          kind: 'intersection',
          address: `${a.street.name} & ${b.street.name}`,
          ...point,
          weight: a.fit * b.fit,
          spreadM: 40,
          match: 'crossing',
          street: null,
          fit: Math.min(a.fit, b.fit),
        })
      }
    }
  }
  return found
}

/** Metres within which the address points of two streets that have no crossing on record count as their corner. */
const meetM = 150

/**
 * Where two streets come nearest that have no crossing on record: up to three places, 400 m apart or more, where
 * their known points lie within `reachM`.
 */
export function approachCandidates(
  one: readonly FittingStreet[],
  two: readonly FittingStreet[],
  { streets }: Pick<Gazetteer, 'streets'>,
  reachM = meetM,
): readonly Candidate[] {
  const found: Candidate[] = []
  for (const a of one.slice(0, 8)) {
    for (const b of two.slice(0, 8)) {
      if (a.street.id === b.street.id || !boxesTouch(streets.box(a.street), streets.box(b.street), reachM))
        continue
      for (const { apart, point } of approaches(
        streets.northward(a.street),
        streets.northward(b.street),
        reachM,
      )) {
        found.push({
          kind: 'intersection',
          address: `${a.street.name} & ${b.street.name}`,
          ...point,
          // The nearer they come, the likelier it is a corner.
          weight: (a.fit * b.fit) / (1 + apart / 20),
          spreadM: 60 + apart,
          match: 'approach',
          street: null,
          fit: Math.min(a.fit, b.fit),
        })
      }
    }
  }
  return found
}

interface Approach {
  readonly apart: number
  readonly point: Point
}

function approaches(points: readonly Point[], sorted: readonly Point[], reachM: number): readonly Approach[] {
  const [lat, lon] = [reachM / 111_000, reachM / 82_000]
  const all: Approach[] = []
  for (const point of points) {
    let least: Approach | null = null
    for (let at = lowest(sorted, point.lat - lat); at < sorted.length; at++) {
      const other = sorted[at]
      if (!other || other.lat > point.lat + lat) break
      if (Math.abs(other.lon - point.lon) > lon) continue
      const apart = metresBetween(point, other)
      if (apart <= reachM && (!least || apart < least.apart))
        least = { apart, point: between(point, other, 0.5) }
    }
    if (least) all.push(least)
  }
  const kept: Approach[] = []
  for (const one of all.sort((a, b) => a.apart - b.apart)) {
    if (kept.length < 3 && kept.every((other) => metresBetween(other.point, one.point) > 400)) kept.push(one)
  }
  return kept
}

/** The first of the points, sorted by latitude, that does not lie below. */
function lowest(sorted: readonly Point[], lat: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.lat ?? 0) < lat) low = middle + 1
    else high = middle
  }
  return low
}

const boxesTouch = (a: Box, b: Box, reachM: number): boolean => {
  const [lat, lon] = [reachM / 111_000, reachM / 82_000]
  return a.south < b.north + lat && b.south < a.north + lat && a.west < b.east + lon && b.west < a.east + lon
}

/**
 * The corners of two names: those on record, and others where the streets' points come near: wherever they touch,
 * or in the neighborhood that the text names and none on record lies in. Empty where none is on record.
 */
export function cornerCandidates(
  one: readonly FittingStreet[],
  two: readonly FittingStreet[],
  gazetteer: Gazetteer,
  named: readonly string[],
): readonly Candidate[] {
  const known = crossingCandidates(one, two, gazetteer)
  if (known.length === 0) return known
  const there = (point: Point): boolean => named.some((name) => gazetteer.areas.distance(name, point) < 500)
  const missing = named.length > 0 && !known.some(there)
  const near = approachCandidates(one, two, gazetteer, missing ? meetM : touchM)
    .filter((found) => known.every((other) => metresBetween(other, found) > 400))
    .filter((found) => !missing || there(found))
  return [...known, ...near.map((found) => (missing ? found : { ...found, weight: found.weight * unsaid }))]
}
/** Points of two streets this near are a corner, on record or not. */
const touchM = 40
/** What a corner that is not on record counts against one that is. */
const unsaid = 0.5

/** The stretch of a street between two others. */
export function blockCandidates(
  along: readonly FittingStreet[],
  from: readonly FittingStreet[],
  to: readonly FittingStreet[],
  gazetteer: Gazetteer,
): readonly Candidate[] {
  const found: Candidate[] = []
  const meets = (other: readonly FittingStreet[]): readonly Candidate[] => {
    const known = crossingCandidates(along, other, gazetteer)
    return known.length > 0 ? known : approachCandidates(along, other, gazetteer)
  }
  const ends = meets(to)
  for (const start of meets(from)) {
    for (const end of ends) {
      const [name = ''] = start.address.split(' & ')
      if (name !== end.address.split(' & ')[0]) continue
      const apart = metresBetween(start, end)
      if (apart > 1500) continue
      const [, first = ''] = start.address.split(' & ')
      const [, second = ''] = end.address.split(' & ')
      found.push({
        kind: 'street',
        address: `${name} between ${first} and ${second}`,
        ...between(start, end, 0.5),
        weight: start.weight * end.weight,
        spreadM: 30 + apart / 2,
        match: 'block',
        street: null,
        fit: Math.min(start.fit, end.fit),
      })
    }
  }
  return found
}

/** The parks, stations and buildings of that name. */
export function placeCandidates({ name }: PlaceMention): readonly Candidate[] {
  return name.places.map((place) => ({
    kind: 'place',
    address: place.name,
    lat: place.lat,
    lon: place.lon,
    weight: place.fit,
    spreadM: place.radiusM,
    match: 'place',
    street: null,
    fit: 1,
  }))
}

/** The street alone, one candidate per neighborhood. */
export function streetCandidates(
  streets: readonly FittingStreet[],
  gazetteer: Gazetteer,
): readonly Candidate[] {
  return streets.flatMap(({ street, fit }) =>
    stretches(street, gazetteer).map(
      (stretch): Candidate => ({
        kind: 'street',
        address: street.name,
        ...stretch.point,
        weight: fit * stretch.count ** 0.7,
        spreadM: stretch.radiusM,
        match: 'street',
        street,
        fit,
      }),
    ),
  )
}
