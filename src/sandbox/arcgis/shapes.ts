/**
 * Bodies as the documentation shows them.
 * https://developers.arcgis.com/rest/services-reference/enterprise/find-address-candidates
 * @module
 */
import type { PlayedPlace } from './types.ts'

/** WGS 84, or Web Mercator. */
export type Reference = 4326 | 102_100

const earthM = 6_378_137
const radians = (degrees: number): number => (degrees * Math.PI) / 180

function pointIn(reference: Reference, lat: number, lon: number): { readonly x: number; readonly y: number } {
  return reference === 4326
    ? { x: lon, y: lat }
    : { x: earthM * radians(lon), y: earthM * Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2)) }
}

export const spatialReference = (reference: Reference) =>
  reference === 4326 ? { wkid: 4326, latestWkid: 4326 } : { wkid: 102_100, latestWkid: 3857 }

/** About 100 m around the point. */
const margin = 0.001

const whole = ({ line, zip }: PlayedPlace): string => `${line}, Boston, MA, ${zip}`

const attributes = (place: PlayedPlace) => {
  const [, number = '', street = place.line] = /^(\d\S*) (.*)$/.exec(place.line) ?? []
  return {
    Loc_name: 'Played',
    Status: 'M',
    Score: place.score,
    Match_addr: whole(place),
    LongLabel: `${whole(place)}, USA`,
    ShortLabel: place.line,
    Addr_type: place.addrType,
    PlaceName: place.addrType === 'POI' ? place.line : '',
    AddNum: number,
    StAddr: place.addrType === 'POI' ? '' : place.line,
    StName: street,
    Nbrhd: place.neighborhood,
    City: 'Boston',
    RegionAbbr: 'MA',
    Postal: place.zip,
    Country: 'USA',
  }
}

export function candidatesBody(places: readonly PlayedPlace[], reference: Reference) {
  return {
    spatialReference: spatialReference(reference),
    candidates: places.map((place) => ({
      address: whole(place),
      location: pointIn(reference, place.lat, place.lon),
      score: place.score,
      attributes: attributes(place),
      extent: {
        xmin: pointIn(reference, place.lat, place.lon - margin).x,
        ymin: pointIn(reference, place.lat - margin, place.lon).y,
        xmax: pointIn(reference, place.lat, place.lon + margin).x,
        ymax: pointIn(reference, place.lat + margin, place.lon).y,
      },
    })),
  }
}

export const addressBody = (place: PlayedPlace, reference: Reference) => ({
  address: { ...attributes(place), Address: place.line },
  location: {
    ...pointIn(reference, place.lat, place.lon),
    spatialReference: spatialReference(reference),
  },
})

/** An error as ArcGIS says it: with HTTP 200. */
export const errorBody = (code: number, message: string) => ({ error: { code, message, details: [] } })
