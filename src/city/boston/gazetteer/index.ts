/**
 * Boston's streets, crossings, places and areas as plain data. Compiled from the City's open data
 * (ODC-PDDL) by `classifiers/train/gazetteer.ts`; formats in the README beside this file.
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Coordinates in the files are 1e-5 degrees from here. */
const origin = { lat: 42.2, lon: -71.2 }
const scale = 1e-5

/** Guards against a cut or shifted file without reading every number through a schema. */
const Sound = z.object({ streets: z.number().min(4000), whole: z.literal(true), crossings: z.literal(true) })
const PlaceRow = z.tuple([z.string().min(1), z.string().min(1), z.string(), z.string(), z.string()])
const AreaRow = z.tuple([z.enum(['neighborhood', 'zip']), z.string().min(1), z.string()])

const read = (file: string, folder: string = import.meta.dirname): readonly string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1)

const degrees = (lat: number, lon: number): { readonly lat: number; readonly lon: number } => ({
  lat: round(origin.lat + lat * scale),
  lon: round(origin.lon + lon * scale),
})
const round = (value: number): number => Math.round(value * 1e5) / 1e5

/** Undoes the delta coding of rows of `width` numbers; the last two are a point. */
function undelta(coded: string, width: number): Float64Array {
  const values = integers(coded)
  for (let at = width; at < values.length; at++) values[at] = (values[at] ?? 0) + (values[at - width] ?? 0)
  for (let at = width - 2; at + 1 < values.length; at += width) {
    values[at] = round(origin.lat + (values[at] ?? 0) * scale)
    values[at + 1] = round(origin.lon + (values[at + 1] ?? 0) * scale)
  }
  return values
}

/** Triples, and the first and last point of a run lie in the city's box. */
const inBox = (points: Float64Array): boolean =>
  points.length % 3 === 0 &&
  [points.at(1), points.at(-2)].every(
    (lat) => lat !== undefined && lat > origin.lat && lat < origin.lat + 0.25,
  ) &&
  [points.at(2), points.at(-1)].every(
    (lon) => lon !== undefined && lon > origin.lon && lon < origin.lon + 0.32,
  )

/** Integers with single blanks between: three times as fast as splitting, and start-up counts. */
function integers(text: string): Float64Array {
  let count = 1
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 32) count += 1
  const values = new Float64Array(count)
  let index = 0
  let value = 0
  let sign = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32) {
      values[index++] = sign * value
      value = 0
      sign = 1
    } else if (code === 45) sign = -1
    else value = value * 10 + code - 48
  }
  values[index] = sign * value
  return values
}

const list = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(';'))

function range(cell: string): { readonly low: number; readonly high: number } {
  const [low = '0', high = '0'] = cell.split('-')
  return { low: Number(low), high: Number(high) }
}

interface System {
  readonly low: number
  readonly high: number
  readonly points: Float64Array
}

/** House numbers are decoded when a street is first asked for: most of 5,000 streets never are. */
function streets(folder?: string) {
  return read('streets.tsv', folder).map((line) => {
    const [name = '', ranges = '', coded = ''] = line.split('\t')
    let systems: readonly System[] | undefined
    return {
      name,
      ranges: list(ranges).map((item) => {
        const [district = '', span = ''] = item.split(':')
        return { district, ...range(span) }
      }),
      get systems(): readonly System[] {
        systems ??= list(coded).map((item) => {
          const [span = '', points = ''] = item.split(':')
          return { ...range(span), points: undelta(points, 3) }
        })
        return systems
      },
    }
  })
}

function crossings(folder?: string) {
  return read('crossings.tsv', folder).map((line) => {
    const [a = 0, b = 0, lat = 0, lon = 0] = integers(line)
    return { a, b, ...degrees(lat, lon) }
  })
}

function places() {
  return read('places.tsv').map((line) => {
    const [name, kind, lat, lon, aliases] = PlaceRow.parse(line.split('\t'))
    return { name, kind, aliases: list(aliases), ...degrees(Number(lat), Number(lon)) }
  })
}

function areas() {
  return read('areas.tsv').map((line) => {
    const [kind, name, rings] = AreaRow.parse(line.split('\t'))
    return { kind, name, rings: list(rings).map((ring) => undelta(ring, 2)) }
  })
}

/**
 * Reads the compiled files beside this module: plain data for `createGazetteer`. About 50 ms. Streets and crossings
 * are those of `folder` where one is given.
 */
export function loadGazetteerData(folder?: string) {
  const data = { streets: streets(folder), crossings: crossings(folder), places: places(), areas: areas() }
  Sound.parse({
    streets: data.streets.filter(({ name }) => name !== '').length,
    // The last line would be the one cut.
    whole: data.streets.slice(-40).every(({ systems }) => systems.every(({ points }) => inBox(points))),
    crossings: data.crossings.every(
      ({ a, b }) => data.streets[a] !== undefined && data.streets[b] !== undefined,
    ),
  })
  return data
}
