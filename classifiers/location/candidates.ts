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
  return streets.flatMap(({ street, fit }) =>
    locateNumber(street, middle).map((found): Candidate => {
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
  { streets }: Gazetteer,
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

/** Where two streets that have no crossing on record come nearest, if within 150 m. */
export function approachCandidates(
  one: readonly FittingStreet[],
  two: readonly FittingStreet[],
  { streets }: Gazetteer,
): readonly Candidate[] {
  const found: Candidate[] = []
  for (const a of one.slice(0, 8)) {
    for (const b of two.slice(0, 8)) {
      if (a.street.id === b.street.id || !boxesTouch(streets.box(a.street), streets.box(b.street))) continue
      const others = streets.points(b.street)
      let best: Candidate | null = null
      for (const point of streets.points(a.street)) {
        for (const other of others) {
          if (Math.abs(point.lat - other.lat) > 0.0014 || Math.abs(point.lon - other.lon) > 0.0018) continue
          const apart = metresBetween(point, other)
          if (apart > 150 || (best && apart >= best.spreadM)) continue
          best = {
            kind: 'intersection',
            address: `${a.street.name} & ${b.street.name}`,
            ...between(point, other, 0.5),
            weight: a.fit * b.fit,
            spreadM: apart,
            match: 'approach',
            street: null,
            fit: Math.min(a.fit, b.fit),
          }
        }
      }
      if (best) found.push({ ...best, spreadM: 60 + best.spreadM })
    }
  }
  return found
}

const boxesTouch = (a: Box, b: Box): boolean =>
  a.south < b.north + 0.0015 &&
  b.south < a.north + 0.0015 &&
  a.west < b.east + 0.002 &&
  b.west < a.east + 0.002

/** The stretch of a street between two others. */
export function blockCandidates(
  along: readonly FittingStreet[],
  from: readonly FittingStreet[],
  to: readonly FittingStreet[],
  gazetteer: Gazetteer,
): readonly Candidate[] {
  const found: Candidate[] = []
  for (const start of crossingCandidates(along, from, gazetteer)) {
    for (const end of crossingCandidates(along, to, gazetteer)) {
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
