/**
 * The geocoders in use: the built-in gazetteer always, and the City's ArcGIS before it where GEOCODER_URL is set.
 * @module
 */
import { placesFinder } from '../../classifiers/location/index.ts'
import { streetSpeller } from '../../classifiers/street-speller.ts'
import { bostonWords } from '../city/boston/aliases.ts'
import type { Log } from '../core/events.ts'
import { metresBetween } from '../core/geo.ts'
import type { Clock, Geocoder, GeoPoint } from '../core/ports.ts'
import type { Place } from '../core/understanding.ts'
import type { City } from '../geocoder/arcgis/index.ts'
import { arcgisGeocoder } from '../geocoder/arcgis/index.ts'
import { gazetteerGeocoder } from '../geocoder/gazetteer.ts'
import type { GuardOptions } from '../geocoder/guarded.ts'
import { fallingBack, guardedGeocoder, usualGuard } from '../geocoder/guarded.ts'
import { bostonData, bostonGazetteer, bostonPlaceAt } from './understanding.ts'

/** A turn waits so long for the geocoder at most. Milliseconds. */
export const geocodeBudgetMs = 2_000
const nearestM = 150

/** What Boston says of a point and of a street's name. */
export function bostonForGeocoders(): City {
  const gazetteer = bostonGazetteer()
  const { bounds } = bostonWords
  return {
    areaAt(point) {
      const inBounds =
        point.lat >= bounds.south &&
        point.lat <= bounds.north &&
        point.lon >= bounds.west &&
        point.lon <= bounds.east
      const { neighborhood, zip } = inBounds ? gazetteer.at(point) : { neighborhood: null, zip: null }
      return neighborhood === null ? null : { neighborhood, zip }
    },
    spell: streetSpeller(bostonData().streets),
  }
}

/** The built-in facts behind the port. */
export function builtInGeocoder(): Geocoder {
  const find = placesFinder(bostonGazetteer())
  return gazetteerGeocoder({
    find,
    nearest: (point) => nearestAddress(point, find),
  })
}

function nearestAddress(point: GeoPoint, find: ReturnType<typeof placesFinder>): Place | null {
  const here = bostonPlaceAt(point.lat, point.lon)
  if (here?.kind !== 'address') return null
  const [address] = find(here.address, {
    expecting: 'location',
    point: { ...point, accuracyM: nearestM, from: 'pin' },
  })
  const place = address?.value ?? null
  return place !== null && metresBetween(place, point) <= nearestM ? place : null
}

/** The City's geocoder behind its cache and breaker; it throws where it is away. */
export function cityGeocoder(
  url: string,
  deps: { readonly clock: Clock; readonly log: Log },
  guard: GuardOptions = usualGuard,
): Geocoder {
  const arcgis = arcgisGeocoder({
    url,
    timeoutMs: geocodeBudgetMs,
    bounds: bostonWords.bounds,
    city: bostonForGeocoders(),
  })
  return guardedGeocoder(arcgis, guard, deps)
}

/** For whoever wants an answer in any case: the City's geocoder, else the built-in facts. */
export function anyGeocoder(
  url: string | null,
  deps: { readonly clock: Clock; readonly log: Log },
): Geocoder {
  const builtIn = builtInGeocoder()
  return url === null ? builtIn : fallingBack(cityGeocoder(url, deps), builtIn)
}
