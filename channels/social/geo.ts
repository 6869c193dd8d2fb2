/**
 * Where a post was written, as far as it says so. https://docs.x.com/x-api/fundamentals/data-dictionary#place
 * @module
 */
import type { InboundMessage } from '../../src/core/request.ts'
import type { Place, Post } from './schema.ts'

/** A phone's own position, as X hands it on. */
const exactM = 25
/** A box larger than this is a city or a neighborhood, not a place where something is broken. */
const largestBoxM = 250
const metresPerDegree = 111_320

/** The point that was shared, else the middle of a small place. Null Island is what software says without a position. */
export function pointOf(post: Post, place: Place | undefined): InboundMessage['point'] {
  const [lon, lat] = post.geo?.coordinates?.coordinates ?? []
  if (lat !== undefined && lon !== undefined) return onEarth(lat, lon, exactM)
  const [west, south, east, north] = place?.geo?.bbox ?? []
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const high = ((north - south) / 2) * metresPerDegree
  const wide = ((east - west) / 2) * metresPerDegree * Math.cos((middle.lat * Math.PI) / 180)
  const radiusM = Math.hypot(high, wide)
  return radiusM <= largestBoxM
    ? onEarth(middle.lat, middle.lon, Math.max(exactM, Math.round(radiusM)))
    : null
}

const onEarth = (lat: number, lon: number, accuracyM: number): InboundMessage['point'] =>
  !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180) || (lat === 0 && lon === 0)
    ? null
    : { lat, lon, accuracyM }
