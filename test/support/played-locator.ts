/**
 * What the played GeocodeServer knows: the built-in gazetteer, in the words of ArcGIS.
 */
import { placesFinder } from '../../classifiers/location/index.ts'
import { builtInGeocoder } from '../../src/app/geocoder.ts'
import { bostonGazetteer } from '../../src/app/understanding.ts'
import type { Place } from '../../src/core/understanding.ts'
import type { PlayedLocator, PlayedPlace } from '../../src/sandbox/arcgis/index.ts'

const addrTypes: Readonly<Record<Place['kind'], string>> = {
  address: 'PointAddress',
  intersection: 'StreetInt',
  street: 'StreetName',
  place: 'POI',
  neighborhood: 'Locality',
}

const played = (place: Place, score: number): PlayedPlace => ({
  // As ArcGIS writes them: the long form, the way it may be.
  line: place.address.replace(/ Ave$/, ' Avenue'),
  neighborhood: place.neighborhood ?? '',
  zip: place.zip ?? '',
  lat: place.lat,
  lon: place.lon,
  addrType: addrTypes[place.kind],
  score,
})

/** ArcGIS scores the letters: everything of the same name fits equally well. */
const fits = 100

export function playedLocator(): PlayedLocator {
  const find = placesFinder(bostonGazetteer())
  const builtIn = builtInGeocoder()
  return {
    find(line) {
      const [main] = find(line, { expecting: 'location' })
      if (main === undefined || main.value === null || main.mention === null) return []
      return [main.value, ...main.alternatives.map(({ value }) => value)].map((place) => played(place, fits))
    },
    async nearest(lat, lon) {
      const place = await builtIn.reverse({ lat, lon })
      return place && played(place, fits)
    },
  }
}
