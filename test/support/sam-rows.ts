/**
 * Rows of an address export, made of the built-in gazetteer: the columns of the City's, the houses of the City's, and
 * nobody's name.
 */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'

export const samHeads = [
  'SAM_ADDRESS_ID',
  'RELATIONSHIP_TYPE',
  'BUILDING_ID',
  'FULL_ADDRESS',
  'STREET_NUMBER',
  'IS_RANGE',
  'RANGE_FROM',
  'RANGE_TO',
  'UNIT',
  'FULL_STREET_NAME',
  'MAILING_NEIGHBORHOOD',
  'ZIP_CODE',
  'X_COORD',
  'Y_COORD',
  'WARD',
] as const
type Head = (typeof samHeads)[number]
export type SamCells = Partial<Record<Head, string | number>>

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
export const samLine = (cells: SamCells): string =>
  samHeads.map((head) => quoted(String(cells[head] ?? ''))).join(',')

/** Degrees to feet of Massachusetts State Plane: the way back from what the product does, by the same definition. */
export function toStatePlane(lat: number, lon: number): { readonly x: number; readonly y: number } {
  const radians = Math.PI / 180
  const feet = 3937 / 1200
  const flattening = 1 / 298.257222101
  const e = Math.sqrt(flattening * (2 - flattening))
  const m = (at: number) => Math.cos(at) / Math.sqrt(1 - (e * Math.sin(at)) ** 2)
  const t = (at: number) =>
    Math.tan(Math.PI / 4 - at / 2) / ((1 - e * Math.sin(at)) / (1 + e * Math.sin(at))) ** (e / 2)
  const [south, north] = [(41 + 43 / 60) * radians, (42 + 41 / 60) * radians]
  const n = Math.log(m(south) / m(north)) / Math.log(t(south) / t(north))
  const scale = (6_378_137 * feet * m(south)) / (n * t(south) ** n)
  const radius = scale * t(lat * radians) ** n
  const angle = n * (lon + 71.5) * radians
  return {
    x: 200_000 * feet + radius * Math.sin(angle),
    y: 750_000 * feet + scale * t(41 * radians) ** n - radius * Math.cos(angle),
  }
}

/** One house; `move` in degrees of latitude. */
export function samHouse(
  number: number | string,
  street: string,
  at: { readonly lat: number; readonly lon: number },
  more: SamCells = {},
): string {
  const { x, y } = toStatePlane(at.lat, at.lon)
  return samLine({
    FULL_ADDRESS: `${number} ${street}`,
    STREET_NUMBER: number,
    IS_RANGE: 0,
    FULL_STREET_NAME: street,
    X_COORD: x.toFixed(4),
    Y_COORD: y.toFixed(4),
    ...more,
  })
}

/** Every house of the built-in gazetteer as a row. */
export function* samHouses(move = 0): Generator<string> {
  const { streets } = loadGazetteerData()
  for (const { name, ranges, systems } of streets) {
    for (const { points } of systems) {
      for (let at = 0; at + 2 < points.length; at += 3) {
        const [number = 0, lat = 0, lon = 0] = points.slice(at, at + 3)
        const inRange = ranges.find(({ low, high }) => low <= number && number <= high)
        yield samHouse(
          number,
          name,
          { lat: lat + move, lon },
          { MAILING_NEIGHBORHOOD: inRange?.district ?? '' },
        )
      }
    }
  }
}

/** Writes a file with a byte order mark and CRLF, as spreadsheets do. */
export async function writeSam(
  file: string,
  lines: Iterable<string>,
  heads: string = samHeads.join(','),
): Promise<void> {
  const out = createWriteStream(file)
  out.write(`\ufeff${heads}\r\n`)
  for (const line of lines) if (!out.write(`${line}\r\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
}
