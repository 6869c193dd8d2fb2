/** What a city's people call things: the part of the gazetteer that is language, not geometry. @module */
import type { Town } from '../../src/core/understanding.ts'

/** Nicknames and neighbors of one city. All keys in lower case, as people write them. */
export interface CityWords {
  /** The city's own name in lower case: "Boston" names no part of it. */
  readonly city: string
  /** `jp` → `Jamaica Plain`: a neighborhood of the gazetteer. */
  readonly neighborhoods: Readonly<Record<string, string>>
  /** `comm ave` → `Commonwealth Ave`: a street of the gazetteer. A key without suffix (`comm`) also stands alone. */
  readonly streets: Readonly<Record<string, string>>
  /** `the common` → `Boston Common`: a place of the gazetteer, or an address in it. */
  readonly places: Readonly<Record<string, string>>
  /** Postal district of the street table → the neighborhoods it covers. */
  readonly districts: Readonly<Record<string, readonly string[]>>
  /** Requests per known address by neighborhood, 1 the city's mean: breaks ties between streets of one name. */
  readonly reporting: Readonly<Record<string, number>>
  /** Municipalities around, which are not the city. */
  readonly towns: readonly Town[]
  /** Where forms, geocoders and phones put what they cannot place: not to be believed of a pin or a form. */
  readonly defaults: {
    readonly addresses: readonly string[]
    readonly points: readonly { readonly lat: number; readonly lon: number }[]
  }
  /** Coordinates outside are no place of the city. WGS 84 degrees. */
  readonly bounds: {
    readonly south: number
    readonly north: number
    readonly west: number
    readonly east: number
  }
}
