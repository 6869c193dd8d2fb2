/**
 * The City's address export, read and judged.
 * @module
 */
import { createHash } from 'node:crypto'
import { createReadStream, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { indexAreas } from '../../classifiers/location/areas.ts'
import type { Compiled } from '../../classifiers/train/sam-gazetteer.ts'
import { samCompiler } from '../../classifiers/train/sam-gazetteer.ts'
import { loadGazetteerData } from '../city/boston/gazetteer/index.ts'
import { samColumns, samRow } from '../city/boston/sam/address.ts'
import { csvRows } from '../city/boston/sam/csv.ts'
import type { GeoPoint } from '../core/ports.ts'
import { writeImport } from './imported-gazetteer.ts'

/** A row that was not taken: its first line in the file, from 1, and why. */
export interface Rejected {
  readonly line: number
  readonly why: string
}

export interface SamExport {
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly taken: number
  /** Units of a house that was there already. */
  readonly twice: number
  /** Addresses of no use here, by reason. */
  readonly setAside: ReadonlyMap<string, number>
  readonly broken: readonly Rejected[]
  /** Share of the houses whose point lies in the ZIP that their row names, 0…1; null where no row names one. */
  readonly zipShare: number | null
  readonly compiled: Compiled
}

/** What keeps a file from being read at all. */
export class NoExport extends Error {}

/** Every tenth house is held against its ZIP. */
const zipEvery = 10

/** Reads a file as it comes: 400,000 rows take seconds and little memory. Throws NoExport. */
export async function readSamExport(
  file: string,
  builtIn: ReturnType<typeof loadGazetteerData>,
  zipAt: (point: GeoPoint) => string | null,
): Promise<SamExport> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      if (
        bytes === 0 &&
        ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))
      )
        throw new NoExport('It is UTF-16. Save it as CSV in UTF-8.')
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const compiler = samCompiler(builtIn)
  const setAside = new Map<string, number>()
  const broken: Rejected[] = []
  const count = { rows: 0, taken: 0, twice: 0, zips: 0, zipsRight: 0 }
  let columns: Exclude<ReturnType<typeof samColumns>, { readonly missing: unknown }> | null = null
  const aside = (why: string): void => void setAside.set(why, (setAside.get(why) ?? 0) + 1)

  for await (const rows of csvRows(measured())) {
    for (const { line, cells } of rows) {
      if (columns === null) {
        const found = samColumns(cells ?? [])
        if ('missing' in found)
          throw new NoExport(
            `Its first line lacks ${found.missing.join(', ')}: it is not the City's SAM address export as CSV.`,
          )
        columns = found
        continue
      }
      count.rows += 1
      const row = cells === null ? null : samRow(cells, columns)
      if (row === null) broken.push({ line, why: 'opens a quote that is not closed' })
      else if (row.is === 'broken') broken.push({ line, why: row.why })
      else if (row.is === 'set-aside') aside(row.why)
      else if (row.is === 'address') {
        const { address } = row
        const result = compiler.add(address)
        if (result === 'no-street') aside(`has a name that is no street's`)
        else count[result] += 1
        if (result === 'taken' && address.zip !== '' && count.taken % zipEvery === 0) {
          count.zips += 1
          if (zipAt(address) === address.zip) count.zipsRight += 1
        }
      }
    }
  }
  if (columns === null) throw new NoExport('It is empty.')
  return {
    sha256: hash.digest('hex'),
    bytes,
    rows: count.rows,
    taken: count.taken,
    twice: count.twice,
    setAside,
    broken,
    zipShare: count.zips === 0 ? null : count.zipsRight / count.zips,
    compiled: compiler.compile(),
  }
}

export interface SamImport {
  readonly read: SamExport
  /** What speaks against it. Nothing was written where there is any. */
  readonly doubts: readonly string[]
  /** Where all broken rows are written down, if there are any. */
  readonly brokenList: string | null
}

/** Puts an export in place of the streets in use, if nothing speaks against it. Throws NoExport. */
export async function importSam(file: string, root: string): Promise<SamImport> {
  const builtIn = loadGazetteerData()
  const areas = indexAreas(builtIn.areas, {})
  const read = await readSamExport(file, builtIn, (point) => areas.zipAt(point))
  const doubts = doubtsAbout(read)
  if (doubts.length > 0) return { read, doubts, brokenList: null }
  const { streets, crossings, figures } = read.compiled
  const card = writeImport(root, {
    importedAt: new Date().toISOString(),
    source: { name: basename(file), sha256: read.sha256, bytes: read.bytes, rows: read.rows },
    streets: figures.streets,
    addresses: figures.addresses,
    lines: { 'streets.tsv': streets, 'crossings.tsv': crossings },
  })
  if (read.broken.length === 0) return { read, doubts, brokenList: null }
  const brokenList = join(root, card.folder, 'broken.tsv')
  writeFileSync(brokenList, read.broken.map(({ line, why }) => `${line}\t${why}\n`).join(''))
  return { read, doubts, brokenList }
}

/** A whole export has hundreds of thousands. */
const leastHouses = 10_000
const mostBroken = 0.02
/** Streets come and go, but not so many. */
const mostLost = 0.2
/** ZIP areas are drawn roughly, and a house on a line may be on the other side. */
const leastInZip = 0.85
const mostShiftM = 75

/** What speaks against its being all of Boston, in sentences. None: it may be used. */
export function doubtsAbout({ rows, taken, broken, zipShare, compiled }: SamExport): readonly string[] {
  const { figures } = compiled
  const before = figures.numbered - figures.fresh + figures.lost
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  return [
    ...(taken < leastHouses
      ? [`It has ${taken} houses; an export of the whole city has more than ${leastHouses}.`]
      : []),
    ...(broken.length > rows * mostBroken
      ? [
          `${broken.length} of ${rows} rows are broken, more than ${percent(mostBroken)}; the first is line ${broken[0]?.line}, which ${broken[0]?.why}.`,
        ]
      : []),
    ...(figures.lost > before * mostLost
      ? [
          `${figures.lost} of ${before} streets with known house numbers have none in it: it may be a part of the city.`,
        ]
      : []),
    ...(zipShare !== null && zipShare < leastInZip
      ? [
          `Only ${percent(zipShare)} of its houses lie in the ZIP of their row: its coordinates are not what they seem.`,
        ]
      : []),
    ...(figures.shiftM !== null && figures.shiftM > mostShiftM
      ? [`Its houses lie ${Math.round(figures.shiftM)} m (median) from where they are known to be.`]
      : []),
  ]
}
