import { metresBetween } from '../../core/geo.ts'
import type { Geocoded, GeoPoint } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import type { Kind } from './kinds.ts'
import { kindOf } from './kinds.ts'
import type { FoundCandidate } from './schema.ts'

/** What the city says of an answer: its own spelling, and where a point lies. */
export interface City {
  /** Null: outside. */
  areaAt(point: GeoPoint): { readonly neighborhood: string; readonly zip: string | null } | null
  /** A street's name as the city writes it, or as it was where the city has no such street. */
  spell(street: string): string
}

/** Less fits too badly to be meant. */
const leastScore = 80

/** Our place for a candidate, or null where it is none of ours: another kind, a bad fit, outside the city. */
export function placeOf(candidate: FoundCandidate, city: City): Geocoded | null {
  const { attributes, location, score, extent } = candidate
  if (score < leastScore) return null
  const written = addressOf(attributes, candidate.address)
  const kind = kindOf(text(attributes, 'Addr_type'), text(attributes, 'Loc_name'), written)
  if (kind === null) return null
  const point = { lat: location.y, lon: location.x }
  const place = placeAt(point, written, kind, radiusOf(kind, extent), city)
  return place && { place, score: score / 100 }
}

/** The address of a point, or null. `attributes` is the `address` of reverseGeocode. */
export function addressAt(
  attributes: Readonly<Record<string, unknown>>,
  point: GeoPoint,
  city: City,
): Place | null {
  const written = addressOf(attributes, text(attributes, 'Street') || text(attributes, 'Address'))
  const kind = kindOf(text(attributes, 'Addr_type'), text(attributes, 'Loc_name'), written)
  if (kind?.kind !== 'address') return null
  return placeAt(point, written, kind, radiusOf(kind, undefined), city)
}

function placeAt(
  point: GeoPoint,
  written: string,
  { kind }: Kind,
  accuracyM: number,
  city: City,
): Place | null {
  const area = city.areaAt(point)
  const address = spelled(written, kind, city)
  if (area === null || address === '') return null
  return {
    kind,
    address,
    neighborhood: area.neighborhood,
    zip: area.zip,
    lat: Math.round(point.lat * 1e5) / 1e5,
    lon: Math.round(point.lon * 1e5) / 1e5,
    accuracyM,
  }
}

const text = (attributes: Readonly<Record<string, unknown>>, name: string): string => {
  const value = attributes[name]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** Control characters end no line of ours; what is longer is no address. */
const longestAddress = 120

/**
 * The first line of the address: `123 Tremont St, Boston, MA, 02108` → `123 Tremont St`. The City's own composite
 * locator keeps the shown address in `User_fld`.
 */
function addressOf(attributes: Readonly<Record<string, unknown>>, candidate: string): string {
  const whole =
    [text(attributes, 'StAddr'), text(attributes, 'User_fld')].find((line) => /^\d|&/.test(line)) ??
    (candidate.trim() || text(attributes, 'Match_addr'))
  const line =
    whole
      .split(',')[0]
      ?.replace(/[\p{C}\p{Z}]+/gu, ' ')
      .trim() ?? ''
  return line.length <= longestAddress ? line : ''
}

/** `123 TREMONT STREET` → `123 Tremont St`; both streets of a corner. */
function spelled(written: string, kind: Place['kind'], city: City): string {
  if (kind === 'intersection')
    return written
      .split(/\s*(?:[&@]|\band\b)\s*/i)
      .filter((street) => street !== '')
      .map((street) => city.spell(street))
      .join(' & ')
  if (kind === 'address') {
    const [, number = '', street = ''] = /^(\d{1,6}[a-z]?(?:-\d{1,6}[a-z]?)?) +(.+)$/i.exec(written) ?? []
    return number === '' ? '' : `${number.toUpperCase()} ${city.spell(withoutUnit(street))}`
  }
  return kind === 'street' ? city.spell(written) : written
}

/** `Tremont St Apt 3`, `Tremont St #3`, `Tremont St Unit 3`: the unit is not the place of a problem. */
const withoutUnit = (street: string): string =>
  street.replace(/ (?:#|(?:apt|unit|ste|suite|fl|floor|rm) ?#?)[\w-]{1,10}$/i, '')

/** Half of the way across a candidate's extent. */
function radiusOf({ accuracyM, leastM = 0 }: Kind, extent: FoundCandidate['extent']): number {
  if (accuracyM !== null) return accuracyM
  if (extent === undefined) return Math.max(leastM, 1_000)
  const across = metresBetween({ lat: extent.ymin, lon: extent.xmin }, { lat: extent.ymax, lon: extent.xmax })
  return Math.round(Math.min(20_000, Math.max(leastM, across / 2)))
}
