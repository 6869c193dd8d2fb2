/**
 * One row of the City's Street Address Management (SAM) export as an address. The columns are those of the City's
 * address layer, in any order and case, others beside them ignored.
 * @module
 */
import { districts } from '../aliases.ts'
import { fromConic, massachusettsMainland } from './state-plane.ts'

export interface SamAddress {
  readonly street: string
  /** Lowest and highest number of the building; mostly the same. */
  readonly low: number
  readonly high: number
  /** Postal district as the street table names it; empty where the row has none. */
  readonly district: string
  readonly zip: string
  readonly lat: number
  readonly lon: number
}

/** `set-aside`: an address of no use here. `broken`: a row that cannot be right. */
export type SamRow =
  | { readonly is: 'address'; readonly address: SamAddress }
  | { readonly is: 'set-aside'; readonly why: string }
  | { readonly is: 'broken'; readonly why: string }

const needed = ['FULL_STREET_NAME', 'STREET_NUMBER', 'X_COORD', 'Y_COORD'] as const
const wanted = ['RANGE_FROM', 'RANGE_TO', 'MAILING_NEIGHBORHOOD', 'ZIP_CODE'] as const
type Column = (typeof needed)[number] | (typeof wanted)[number]

/** Where each column stands, or the names of those that are missing. */
export function samColumns(
  heads: readonly string[],
):
  | { readonly at: ReadonlyMap<Column, number>; readonly width: number }
  | { readonly missing: readonly string[] } {
  const names = heads.map((head) => head.trim().toUpperCase())
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0) return { missing }
  const at = new Map<Column, number>()
  for (const name of [...needed, ...wanted]) if (names.includes(name)) at.set(name, names.indexOf(name))
  return { at, width: heads.length }
}

/** The address layer's own extent with a margin. */
const box = { south: 42.22, north: 42.41, west: -71.2, east: -70.86 }
/** A building with more numbers than this is a mistake in one of them. */
const widestRange = 200
const toDegrees = fromConic(massachusettsMainland)

export function samRow(
  cells: readonly string[],
  { at, width }: { readonly at: ReadonlyMap<Column, number>; readonly width: number },
): SamRow {
  if (cells.length !== width)
    return { is: 'broken', why: `has ${cells.length} cells where the first line has ${width}` }
  const cell = (name: Column): string => cells[at.get(name) ?? -1]?.trim() ?? ''
  const street = cell('FULL_STREET_NAME').replace(/\s+/g, ' ')
  if (street === '') return { is: 'set-aside', why: 'has no street' }
  const range = numbersOf(cell('STREET_NUMBER'), cell('RANGE_FROM'), cell('RANGE_TO'))
  const point = pointOf(cell('X_COORD'), cell('Y_COORD'))
  if (typeof point === 'string') return { is: 'broken', why: point }
  if (range === null) return { is: 'set-aside', why: 'has no house number' }
  return {
    is: 'address',
    address: {
      street,
      ...range,
      district: districtOf(cell('MAILING_NEIGHBORHOOD')),
      zip: /^\d{3,5}/.exec(cell('ZIP_CODE'))?.[0].padStart(5, '0') ?? '',
      ...point,
    },
  }
}

/** `123`, `123A`, `12-16`, `12 - 16`; the range columns count where they say more. */
function numbersOf(
  written: string,
  from: string,
  to: string,
): { readonly low: number; readonly high: number } | null {
  const [, first, second = first] = /^(\d{1,5})[a-z]?(?: ?- ?(\d{1,5})[a-z]?)?(?:\D|$)/i.exec(written) ?? []
  const ends = [first, second, from, to].map((text) => Number.parseInt(text ?? '', 10)).filter((n) => n > 0)
  if (ends.length === 0) return null
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  return high - low <= widestRange ? { low, high } : { low: ends[0] ?? low, high: ends[0] ?? low }
}

/** Feet of the State Plane, or degrees; what is wrong with them otherwise. */
function pointOf(x: string, y: string): { readonly lat: number; readonly lon: number } | string {
  if (x === '' || y === '') return 'has no coordinates'
  const [east, north] = [Number(x), Number(y)]
  if (!Number.isFinite(east) || !Number.isFinite(north)) return 'has coordinates that are no numbers'
  const point =
    Math.abs(east) <= 180 && Math.abs(north) <= 90 ? { lat: north, lon: east } : toDegrees(east, north)
  const inside =
    point.lat > box.south && point.lat < box.north && point.lon > box.west && point.lon < box.east
  return inside ? point : 'has coordinates outside Boston'
}

const byNeighborhood = new Map<string, string>(
  Object.entries(districts).flatMap(([district, names]) =>
    [district, ...names].map((name): [string, string] => [name.toLowerCase(), district]),
  ),
)
/** `Allston` stands in the street table under `Allston-Brighton`. A name that the table lacks stays as it is. */
function districtOf(written: string): string {
  const name = written.replace(/\s+/g, ' ')
  const known = byNeighborhood.get(name.toLowerCase())
  if (known !== undefined) return known
  return /^[A-Za-z][A-Za-z .'-]{1,39}$/.test(name) ? name : ''
}
