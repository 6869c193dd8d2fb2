/** Where a house number stands on a street. @module */

import type { NumberSystem } from './gazetteer.ts'
import { between, metresBetween, type Point } from './geometry.ts'
import type { Street } from './street-index.ts'

/**
 * `exact`: the number was seen. `between`: set between seen numbers. `beyond`: past the last seen one but
 * within the official range or close. `outside`: the street has no such number.
 */
export type NumberMatch = 'exact' | 'between' | 'beyond' | 'outside'

export interface LocatedNumber {
  readonly point: Point
  readonly match: NumberMatch
  /** How far off the point may be, metres, before any calibration. */
  readonly spreadM: number
  /** How many numbers were seen in this run of numbers. */
  readonly seen: number
}

/** One answer per numbering system that can hold the number, best match first; `outside` only where all are. */
export function locateNumber(street: Street, number: number): readonly LocatedNumber[] {
  const all = street.systems.map((system) => inSystem(system, number)).filter((found) => found !== null)
  const good = all.filter((found) => found.match !== 'outside')
  return (good.length > 0 ? good : all).sort((a, b) => rank[a.match] - rank[b.match] || a.spreadM - b.spreadM)
}
const rank: Readonly<Record<NumberMatch, number>> = { exact: 0, between: 1, beyond: 2, outside: 3 }

interface Numbered extends Point {
  readonly number: number
}

function inSystem({ points, low, high }: NumberSystem, number: number): LocatedNumber | null {
  const seen = points.length / 3
  let below: Numbered | null = null
  let above: Numbered | null = null
  let sameBelow: Numbered | null = null
  let sameAbove: Numbered | null = null
  for (let at = 0; at + 2 < points.length; at += 3) {
    const here: Numbered = { number: points[at] ?? 0, lat: points[at + 1] ?? 0, lon: points[at + 2] ?? 0 }
    if (here.number === number) return { point: here, match: 'exact', spreadM: 20, seen }
    const same = (here.number - number) % 2 === 0
    if (here.number < number) {
      below = here
      if (same) sameBelow = here
    } else {
      above ??= here
      if (same) {
        sameAbove ??= here
        break
      }
    }
  }
  const pairs = [
    [sameBelow, sameAbove],
    [below, above],
  ] as const
  for (const [from, to] of pairs) {
    if (!from || !to) continue
    const apart = metresBetween(from, to)
    if (apart > 700 && from === sameBelow) continue
    const share = (number - from.number) / (to.number - from.number)
    return { point: between(from, to, share), match: 'between', spreadM: 20 + apart * 0.35, seen }
  }
  const end = below ?? above
  if (!end) return null
  const over = Math.abs(number - end.number)
  const official = low <= number && number <= high
  const match = over <= 12 || (official && over <= 400) ? 'beyond' : 'outside'
  const first: Point = { lat: points[1] ?? 0, lon: points[2] ?? 0 }
  const last: Point = { lat: points[points.length - 2] ?? 0, lon: points[points.length - 1] ?? 0 }
  // A number the street has not got may stand for any of it, and for nothing beyond.
  const mostM = match === 'outside' ? 150 + metresBetween(first, last) : Number.POSITIVE_INFINITY
  return { point: end, match, spreadM: Math.min(30 + over * 5, mostM), seen }
}
