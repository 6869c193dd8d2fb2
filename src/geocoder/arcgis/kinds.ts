import type { Place } from '../../core/understanding.ts'

export interface Kind {
  readonly kind: Place['kind']
  /**
   * Metres that hold the true point nine times in ten. Set by hand from what the kinds mean; not measured against a
   * City's locator. Null: half of the candidate's extent, and at least `leastM`.
   */
  readonly accuracyM: number | null
  readonly leastM?: number
}

/**
 * `Addr_type` → our kinds. https://developers.arcgis.com/rest/geocode/service-output. Types without a row (countries,
 * regions, coordinates that were typed) are no places of a request.
 */
export const kinds: Readonly<Record<string, Kind>> = {
  Subaddress: { kind: 'address', accuracyM: 25 },
  PointAddress: { kind: 'address', accuracyM: 25 },
  Parcel: { kind: 'address', accuracyM: 40 },
  BuildingName: { kind: 'place', accuracyM: 60 },
  // Interpolated along a segment.
  StreetAddress: { kind: 'address', accuracyM: 60 },
  // Beyond the segment's range.
  StreetAddressExt: { kind: 'address', accuracyM: 250 },
  StreetInt: { kind: 'intersection', accuracyM: 80 },
  StreetMidBlock: { kind: 'street', accuracyM: 150 },
  StreetBetween: { kind: 'street', accuracyM: 150 },
  DistanceMarker: { kind: 'place', accuracyM: 100 },
  StreetName: { kind: 'street', accuracyM: null, leastM: 150 },
  POI: { kind: 'place', accuracyM: 200 },
  Locality: { kind: 'neighborhood', accuracyM: null, leastM: 500 },
  Postal: { kind: 'neighborhood', accuracyM: null, leastM: 500 },
  PostalLoc: { kind: 'neighborhood', accuracyM: null, leastM: 500 },
}

/** A locator without `Addr_type` names the table it found it in, or only writes it down. */
export function kindOf(addrType: string, locator: string, written: string): Kind | null {
  if (addrType !== '') return kinds[addrType] ?? null
  if (/landmark|poi/i.test(locator)) return kinds.POI ?? null
  if (/intersection/i.test(locator) || /[&@]| and /i.test(written)) return kinds.StreetInt ?? null
  // Whether it is a building or set on a segment is not said: the worse one.
  return /^\d/.test(written) ? (kinds.StreetAddress ?? null) : null
}
