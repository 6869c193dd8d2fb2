/**
 * ArcGIS GeocodeServer (`findAddressCandidates`, `reverseGeocode`), as Boston's locators are.
 * @module
 */
import { AppError } from '../../core/errors.ts'
import { metresBetween } from '../../core/geo.ts'
import type { Geocoded, Geocoder, GeoPoint } from '../../core/ports.ts'
import { cleanQuery } from '../query.ts'
import { callArcgis } from './call.ts'
import type { City } from './places.ts'
import { addressAt, placeOf } from './places.ts'
import { Found, FoundCandidate, Reversed, type SpatialReference } from './schema.ts'

export type { City } from './places.ts'

export interface ArcgisConfig {
  /** Up to and with `/GeocodeServer`; a query in it goes along. */
  readonly url: string
  /** For one answer, from connecting to its last byte. */
  readonly timeoutMs: number
  /** Only candidates in this box are asked for, WGS 84 degrees. */
  readonly bounds: {
    readonly south: number
    readonly north: number
    readonly west: number
    readonly east: number
  }
  readonly city: City
}

/** WGS 84. */
const wkid = 4326
const most = 6
/** An address farther from the point is not its address. */
const reachM = 150

export function arcgisGeocoder({ url, timeoutMs, bounds, city }: ArcgisConfig): Geocoder {
  const extent = JSON.stringify({
    xmin: bounds.west,
    ymin: bounds.south,
    xmax: bounds.east,
    ymax: bounds.north,
    spatialReference: { wkid },
  })
  const pointOf = ({ lat, lon }: GeoPoint): string =>
    JSON.stringify({ x: lon, y: lat, spatialReference: { wkid } })

  return {
    name: 'arcgis',
    async find(written, { near }) {
      const query = cleanQuery(written)
      if (query === null) return []
      const answer = await callArcgis(
        url,
        'findAddressCandidates',
        {
          SingleLine: query,
          outFields: '*',
          outSR: String(wkid),
          maxLocations: String(most),
          searchExtent: extent,
          ...(near && { location: pointOf(near) }),
          f: 'json',
        },
        timeoutMs,
      )
      if (answer === null) return []
      const found = Found.safeParse(answer.body)
      if (!found.success) throw new AppError('malformed', 'ArcGIS answered no list of candidates')
      const places = found.data.candidates.flatMap((raw) => {
        const candidate = FoundCandidate.safeParse(raw)
        return (candidate.success && placeOf(candidate.data, city)) || []
      })
      if (found.data.candidates.length > 0) wantDegrees(found.data.spatialReference)
      return once(places).slice(0, most)
    },
    async reverse(point) {
      if (city.areaAt(point) === null) return null
      const answer = await callArcgis(
        url,
        'reverseGeocode',
        {
          location: pointOf(point),
          distance: String(reachM),
          outSR: String(wkid),
          outFields: '*',
          returnIntersection: 'false',
          f: 'json',
        },
        timeoutMs,
      )
      if (answer === null) return null
      const reversed = Reversed.safeParse(answer.body)
      if (!reversed.success) throw new AppError('malformed', 'ArcGIS answered no address')
      const { address, location } = reversed.data
      wantDegrees(location.spatialReference)
      const place = addressAt(address, { lat: location.y, lon: location.x }, city)
      return place !== null && metresBetween(place, point) <= reachM ? place : null
    },
  }
}

/** Points in other units than asked for would be dropped as "outside", and nobody would hear why. */
function wantDegrees(reference: SpatialReference | undefined): void {
  if (reference === undefined) return
  if (reference.wkid !== wkid && reference.latestWkid !== wkid)
    throw new AppError('malformed', 'ArcGIS answered in another spatial reference than asked for', {
      providerCode: `wkid-${reference.wkid ?? 'none'}`,
    })
}

/** Best first; the most exact of several that say the same of the same spot. */
function once(places: readonly Geocoded[]): readonly Geocoded[] {
  const sorted = [...places].sort((a, b) => b.score - a.score || a.place.accuracyM - b.place.accuracyM)
  const kept: Geocoded[] = []
  for (const one of sorted) {
    const twin = kept.findIndex(
      ({ place }) =>
        place.address === one.place.address &&
        metresBetween(place, one.place) < place.accuracyM + one.place.accuracyM,
    )
    if (twin === -1) kept.push(one)
    else if ((kept[twin]?.place.accuracyM ?? 0) > one.place.accuracyM) kept[twin] = one
  }
  return kept
}
