/**
 * Where a written address lies, and what stands at a point.
 * @module
 */
import type { Place } from '../understanding.ts'

/** WGS 84 degrees. */
export interface GeoPoint {
  readonly lat: number
  readonly lon: number
}
export interface GeocodeHints {
  /** Of several that fit the words, the ones near this point are wanted. */
  readonly near?: GeoPoint
}
export interface Geocoded {
  readonly place: Place
  /** How well it fits the words, 0…1. A measure of the geocoder's own, not a probability. */
  readonly score: number
}
/** No address is longer. UTF-16 units. */
export const longestQuery = 200

/**
 * Finds places of the city only: what lies outside is left out. Addresses are spelled as the city writes them
 * (`123 Tremont St`, `Boylston St & Tremont St`), neighborhoods and ZIPs are the city's.
 * Throws AppError, never with words of the query in it: `provider-away`, `provider-slow`, `rate-limited`,
 * `provider-refused`, `malformed`, `misconfigured`.
 */
export interface Geocoder {
  /** For logs and figures: `gazetteer`, `arcgis`. */
  readonly name: string
  /**
   * Best first, six at most. Empty for a query without a letter or figure, for one longer than `longestQuery`, and
   * where nothing fits.
   */
  find(query: string, hints: GeocodeHints): Promise<readonly Geocoded[]>
  /** The address at a point, within 150 m of it: its own point, not the asked one. Null where there is none, and outside. */
  reverse(point: GeoPoint): Promise<Place | null>
}
