/** Streets cut by neighborhoods. @module */
import type { Gazetteer } from './gazetteer.ts'
import { medoid, metresBetween, type Point } from './geometry.ts'
import type { Street } from './street-index.ts'

/** One stretch of a street within one neighborhood. */
export interface Stretch {
  readonly neighborhood: string
  readonly point: Point
  /** Holds nine tenths of the stretch's points, metres. */
  readonly radiusM: number
  readonly count: number
}
const stretchesOf = new WeakMap<Street, readonly Stretch[]>()

/** The street cut by neighborhoods; longest first. */
export function stretches(street: Street, gazetteer: Gazetteer): readonly Stretch[] {
  const known = stretchesOf.get(street)
  if (known) return known
  const groups = new Map<string, Point[]>()
  for (const point of gazetteer.streets.points(street)) {
    const name = gazetteer.at(point).neighborhood ?? ''
    const group = groups.get(name)
    if (group) group.push(point)
    else groups.set(name, [point])
  }
  const most = Math.max(0, ...[...groups.values()].map((group) => group.length))
  const made = [...groups]
    .filter(([name, points]) => name !== '' && points.length * 30 >= most)
    .map(([neighborhood, points]): Stretch => {
      const point = medoid(points) ?? { lat: 0, lon: 0 }
      const far = points.map((other) => metresBetween(point, other)).sort((a, b) => a - b)
      return {
        neighborhood,
        point,
        radiusM: 30 + (far[Math.floor(far.length * 0.9)] ?? 0),
        count: points.length,
      }
    })
    .sort((a, b) => b.count - a.count)
  stretchesOf.set(street, made)
  return made
}
