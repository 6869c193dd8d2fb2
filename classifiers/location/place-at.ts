/** The address of a point. @module */
import type { Place } from '../../src/core/understanding.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Point } from './geometry.ts'

/** Nearest address within 150 m, else the neighborhood; the point itself stays. Null outside the city. */
export function placeAt(point: Point, gazetteer: Gazetteer): Place | null {
  const { bounds } = gazetteer.words
  if (
    point.lat < bounds.south ||
    point.lat > bounds.north ||
    point.lon < bounds.west ||
    point.lon > bounds.east
  ) {
    return null
  }
  const { neighborhood, zip } = gazetteer.at(point)
  if (neighborhood === null) return null
  const nearest = gazetteer.addresses.nearest(point)
  const close = nearest !== null && nearest.distanceM <= 150
  return {
    kind: close ? 'address' : 'place',
    address: close ? nearest.address : nearest ? `near ${nearest.address}` : neighborhood,
    neighborhood,
    zip,
    lat: point.lat,
    lon: point.lon,
    accuracyM: 30,
  }
}
