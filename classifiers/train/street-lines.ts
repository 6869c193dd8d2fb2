/** The compact lines of streets and crossings; the format stands in the README of src/city/boston/gazetteer. @module */
import type { NumberedPoint } from './number-systems.ts'

/** Coordinates are kept as 1e-5 degrees from here. */
const origin = { lat: 4_220_000, lon: -7_120_000 }

export interface Run {
  readonly low: number
  readonly high: number
  readonly points: readonly NumberedPoint[]
}

/** Lowest and highest official number by district. */
export type Ranges = ReadonlyMap<string, readonly [number, number]>

/** The first row as it is, then differences: a third of the size. */
function deltas(rows: readonly (readonly number[])[]): string {
  return rows
    .map((row, index) => row.map((value, axis) => value - (rows[index - 1]?.[axis] ?? 0)).join(' '))
    .join(' ')
}

export function streetLine(name: string, ranges: Ranges, runs: readonly Run[]): string {
  const official = [...ranges].map(([district, [low, high]]) => `${district}:${low}-${high}`).join(';')
  const coded = runs.map(({ low, high, points }) => {
    const rows = points.map((point) => [point.number, point.lat - origin.lat, point.lon - origin.lon])
    return `${low}-${high}:${deltas(rows)}`
  })
  return [name, official, coded.join(';')].join('\t')
}

/** Sorted as the built-in ones are. `lat` and `lon` in degrees. */
export function crossingLines(
  crossings: readonly {
    readonly a: number
    readonly b: number
    readonly lat: number
    readonly lon: number
  }[],
): readonly string[] {
  return crossings
    .map(({ a, b, lat, lon }) => [
      a,
      b,
      Math.round(lat * 1e5) - origin.lat,
      Math.round(lon * 1e5) - origin.lon,
    ])
    .sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0))
    .map((row) => row.join(' '))
}
