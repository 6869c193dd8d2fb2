/**
 * The gazetteer: streets, house numbers, crossings, places and areas of one city, indexed for lookups.
 * Built once per process from plain data (see `GazetteerData`); every lookup is synchronous and pure.
 * @module
 */
import { type Areas, indexAreas } from './areas.ts'
import type { CityWords } from './city-words.ts'
import type { Point } from './geometry.ts'
import { indexPlaces, type PlaceIndex } from './place-index.ts'
import { type AddressIndex, indexAddresses } from './reverse.ts'
import { indexStreets, type StreetIndex } from './street-index.ts'

/** House numbers that were given out together, flat `[number, lat, lon, …]` sorted by number. */
export interface NumberSystem {
  /** Lowest and highest number the City's ranges allow here. */
  readonly low: number
  readonly high: number
  readonly points: Float64Array
}

export interface StreetData {
  /** As the City writes it: `Tremont St`, `E Broadway`. */
  readonly name: string
  /** Official number ranges, one per postal district. */
  readonly ranges: readonly { readonly district: string; readonly low: number; readonly high: number }[]
  readonly systems: readonly NumberSystem[]
}

export interface PlaceData {
  readonly name: string
  readonly aliases: readonly string[]
  /** `open_space`, `mbta_station`, `library`, … */
  readonly kind: string
  readonly lat: number
  readonly lon: number
}

/** What a city provides: plain data, degrees WGS 84. */
export interface GazetteerData {
  readonly streets: readonly StreetData[]
  /** Where two streets meet; `a` and `b` are positions in `streets`. */
  readonly crossings: readonly {
    readonly a: number
    readonly b: number
    readonly lat: number
    readonly lon: number
  }[]
  readonly places: readonly PlaceData[]
  /** Rings are flat `[lat, lon, …]`. */
  readonly areas: readonly {
    readonly kind: 'neighborhood' | 'zip'
    readonly name: string
    readonly rings: readonly Float64Array[]
  }[]
}

export interface Gazetteer {
  readonly streets: StreetIndex
  readonly places: PlaceIndex
  readonly areas: Areas
  readonly addresses: AddressIndex
  readonly words: CityWords
  /** Neighborhood and ZIP of a point; nulls outside the city. */
  at(point: Point): { readonly neighborhood: string | null; readonly zip: string | null }
}

/** Indexes the data. About 60 ms for Boston; the address grid is built at the first `reverse`. */
export function createGazetteer(data: GazetteerData, words: CityWords): Gazetteer {
  const areas = indexAreas(data.areas, words.neighborhoods)
  const streets = indexStreets(data, words)
  return {
    streets,
    areas,
    words,
    places: indexPlaces(data.places, words, streets, areas),
    addresses: indexAddresses(data.streets),
    at: (point) => ({ neighborhood: areas.neighborhoodAt(point), zip: areas.zipAt(point) }),
  }
}
