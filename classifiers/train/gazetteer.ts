/**
 * Compiles the City's open street, crossing, place and area tables into the compact files of
 * `src/city/boston/gazetteer/`. Run: `node classifiers/train/gazetteer.ts [--from DIR] [--to DIR]`.
 * Source tables: Boston open data (ODC-PDDL), one TSV or GeoJSON each, see the README beside the output.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type NumberedPoint, numberSystems } from './number-systems.ts'

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '../shared/reference/gazetteer' },
    to: { type: 'string', default: 'src/city/boston/gazetteer' },
  },
})

type Row = Readonly<Record<string, string>>

function readTable(file: string): readonly Row[] {
  const lines = readFileSync(join(options.from, file), 'utf8').split('\n')
  const heads = (lines[0] ?? '').split('\t')
  // Some addresses hold line ends: a row goes on until it has all its cells.
  const whole: string[] = []
  let open = ''
  for (const line of lines.slice(1)) {
    open = open === '' ? line : `${open} ${line}`
    if (open.split('\t').length < heads.length) continue
    whole.push(open)
    open = ''
  }
  return whole
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(heads.map((head, index) => [head, (cells[index] ?? '').trim()]))
    })
}

const cell = (row: Row, name: string): string => row[name] ?? ''
const e5 = (degrees: string): number => Math.round(Number(degrees) * 1e5)

/** One spelling per street: `Mt`→`Mount`, `St Paul St`→`Saint Paul St`, `E 1St St`→`E First St`. */
const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth']
/** Second spellings in the crossings table of streets that stand elsewhere in it under their name. */
const respelled: Readonly<Record<string, string>> = {
  'Comm Ave': 'Commonwealth Ave',
  'Dorchster Ave': 'Dorchester Ave',
  'Cummings Hwy': 'Cummins Hwy',
  'Morrisey Blvd': 'William T Morrissey Blvd',
  'The Fenway': 'Fenway',
  'Ml King Blvd': 'Martin Luther King Jr Blvd',
  'W Roxbury Pkwy': 'West Roxbury Pkwy',
  'Truman Hwy': 'Truman Pkwy',
  'Saint Marys St': "Saint Mary's St",
  'Albermarle St': 'Albemarle St',
  'Audobon Cir': 'Audubon Cir',
  'Bismark St': 'Bismarck St',
  'Hazelton St': 'Hazleton St',
  'Kenmere Rd': 'Kenmere St',
  'Louders Ln': "Louder's Ln",
  'Broadway St': 'Broadway',
}
function spell(written: string): string {
  const name = respelled[written] ?? written
  return name
    .replace(/\s+/g, ' ')
    .replace(/^St (?=\w+ \w)/, 'Saint ')
    .replace(/^Mt /, 'Mount ')
    .replace(/\b([1-9])(?:st|nd|rd|th)\b/gi, (whole, digit: string) => ordinals[Number(digit) - 1] ?? whole)
    .replace(/^East (?=\w+ St$)/, 'E ')
    .replace(/ Terr$/, ' Ter')
    .replace(/ Whrf$/, ' Whf')
    .replace(/ Highway$/, ' Hwy')
}

/** Ramps, numbered routes and half addresses stand in the tables too; nobody writes them as a place. */
const notStreet =
  /^(?:Ramp\b|Rt \d|Us Hwy|Interstate|[ABR] (?!Street)\w+ (?:\w+ )?\w+$|Hf[ -]|[A-Z]-\d|\d)|[()&/]| - /
const lastWord =
  /(?:St|Rd|Pl|Ave|Ter|Ct|Way|Park|Sq|Ln|Dr|Cir|Footway|Fwy|Path|Whf|Blvd|Aly|Pkwy|Plz|Bridge|Row|Mall|Hwy|Ext|Grn|Green|Fenway|Arborway|Riverway|Jamaicaway|Broadway|Cres|West|East|Road|Alley No \d+)$/
const isStreet = (name: string): boolean => !notStreet.test(name)

interface Street {
  readonly ranges: Map<string, [number, number]>
  readonly points: NumberedPoint[]
}
const streets = new Map<string, Street>()
const byLower = new Map<string, string>()
function street(name: string): Street {
  const key = name.toLowerCase()
  const known = streets.get(byLower.get(key) ?? '')
  if (known) return known
  const made: Street = { ranges: new Map(), points: [] }
  byLower.set(key, name)
  streets.set(name, made)
  return made
}

interface Area {
  readonly properties: { readonly name: string }
  readonly geometry: {
    readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[]
  }
}
function readAreas(file: string): readonly Area[] {
  return (JSON.parse(readFileSync(join(options.from, file), 'utf8')) as { features: readonly Area[] })
    .features
}

/** Postal districts of the street table that a neighborhood's addresses may stand under. */
const neighborhoodDistricts: Readonly<Record<string, readonly string[]>> = {
  Allston: ['Allston-Brighton'],
  Brighton: ['Allston-Brighton'],
  'Back Bay': ['Boston'],
  'Bay Village': ['Boston'],
  'Beacon Hill': ['Boston'],
  Charlestown: ['Charlestown'],
  Chinatown: ['Boston'],
  Dorchester: ['Dorchester', 'Mattapan'],
  Downtown: ['Boston'],
  'East Boston': ['East Boston'],
  Fenway: ['Boston'],
  'Hyde Park': ['Hyde Park'],
  'Jamaica Plain': ['Jamaica Plain'],
  'Leather District': ['Boston'],
  Longwood: ['Boston', 'Roxbury'],
  Mattapan: ['Mattapan', 'Dorchester'],
  'Mission Hill': ['Roxbury', 'Boston'],
  'North End': ['Boston'],
  Roslindale: ['Roslindale', 'West Roxbury'],
  Roxbury: ['Roxbury', 'Dorchester'],
  'South Boston': ['South Boston'],
  'South Boston Waterfront': ['South Boston', 'Boston'],
  'South End': ['Boston', 'Roxbury'],
  'West End': ['Boston'],
  'West Roxbury': ['West Roxbury'],
}
type Outline = readonly (readonly (readonly [number, number])[])[]
const outlines: readonly (readonly [string, Outline])[] = readAreas('neighborhoods.geojson').map((area) => [
  area.properties.name,
  area.geometry.coordinates.flat(),
])
function neighborhoodAt(point: NumberedPoint): string {
  const x = point.lon / 1e5
  const y = point.lat / 1e5
  const inside = (rings: Outline): boolean => {
    let odd = false
    for (const ring of rings) {
      ring.forEach(([x1, y1], at) => {
        const [x2, y2] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [x1, y1]
        if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd
      })
    }
    return odd
  }
  return outlines.find(([, rings]) => inside(rings))?.[0] ?? ''
}

const districtOf: Readonly<Record<string, string>> = { Dorcheseter: 'Dorchester', HydePark: 'Hyde Park' }
for (const row of readTable('street_names.tsv')) {
  const name = spell(cell(row, 'street'))
  if (!isStreet(name)) continue
  const district = districtOf[cell(row, 'district')] ?? cell(row, 'district')
  const ranges = street(name).ranges
  const [low, high] = ranges.get(district) ?? [Number.POSITIVE_INFINITY, 0]
  ranges.set(district, [
    Math.min(low, Number(cell(row, 'lowest_number')) || 0),
    Math.max(high, Number(cell(row, 'highest_number')) || 0),
  ])
}
for (const row of readTable('streets.tsv')) {
  const name = spell(cell(row, 'street'))
  if (!isStreet(name)) continue
  for (const item of cell(row, 'points').split(';')) {
    const [number, lat, lon] = item.split(/[:,]/)
    if (number === undefined || lat === undefined || lon === undefined) continue
    street(name).points.push({ number: Number(number), lat: e5(lat), lon: e5(lon) })
  }
}

/** Buildings that the crossings table names in place of a street; nobody else's table here has them. */
const building =
  /(?:Hospital|School|Hs|Shopping Center|Medical Center|Health Center|Cemetery|Church|Beach|Rink|South Bay Mall)$/
const buildings = new Map<string, { lat: number; lon: number; count: number }>()
function keepBuilding(name: string, lat: number, lon: number): void {
  const said = /^Logan Airport/.test(name)
    ? 'Logan Airport'
    : building.test(name)
      ? name.replace(/^.* - /, '').replace(/ Hs$/, ' High School')
      : ''
  if (said === '' || !Number.isFinite(lat) || !Number.isFinite(lon)) return
  const known = buildings.get(said) ?? { lat: 0, lon: 0, count: 0 }
  buildings.set(said, { lat: known.lat + lat, lon: known.lon + lon, count: known.count + 1 })
}

const crossings: { readonly a: string; readonly b: string; readonly lat: number; readonly lon: number }[] = []
for (const row of readTable('intersections.tsv')) {
  const names = [spell(cell(row, 'street_a')), spell(cell(row, 'street_b'))].map(
    (name) => byLower.get(name.toLowerCase()) ?? name,
  )
  const [a, b] = names
  if (a === undefined || b === undefined || a === b) continue
  for (const name of names) keepBuilding(name, Number(cell(row, 'lat')), Number(cell(row, 'lon')))
  if (!names.every((name) => streets.has(name) || (isStreet(name) && lastWord.test(name)))) continue
  for (const name of names) street(name)
  crossings.push({ a, b, lat: e5(cell(row, 'lat')), lon: e5(cell(row, 'lon')) })
}

/** Delta coding: the first point as it is, then differences; keeps the files a third of their size. */
function deltas(points: readonly (readonly number[])[]): string {
  return points
    .map((point, index) => point.map((value, axis) => value - (points[index - 1]?.[axis] ?? 0)).join(' '))
    .join(' ')
}
const origin = { lat: 4220000, lon: -7120000 }
const save = (file: string, lines: readonly string[]): void => {
  const text = `${lines.join('\n')}\n`
  writeFileSync(join(options.to, file), text)
  console.log(`${file}\t${lines.length} lines\t${text.length} bytes`)
}

/** Lowest and highest number a run may have: its own, widened by the ranges of the districts it lies in. */
function hull(
  system: readonly NumberedPoint[],
  ranges: ReadonlyMap<string, readonly [number, number]>,
): string {
  let low = system[0]?.number ?? 0
  let high = system.at(-1)?.number ?? 0
  const own = new Set(system.flatMap((point) => neighborhoodDistricts[neighborhoodAt(point)] ?? []))
  for (const [district, [from, to]] of ranges) {
    if (!own.has(district) || from > (system.at(-1)?.number ?? 0) || to < (system[0]?.number ?? 0)) continue
    low = Math.min(low, from)
    high = Math.max(high, to)
  }
  return `${low}-${high}`
}

const names = [...streets.keys()].sort((a, b) => (a < b ? -1 : 1))
const index = new Map(names.map((name, at) => [name, at]))
let dropped = 0
save(
  'streets.tsv',
  names.map((name) => {
    const { ranges, points } = street(name)
    const systems = numberSystems(points, [...ranges.values()])
    dropped += points.length - systems.reduce((sum, system) => sum + system.length, 0)
    const official = [...ranges].map(([district, [low, high]]) => `${district}:${low}-${high}`).join(';')
    const coded = systems.map((system) => {
      const rows = system.map((point) => [point.number, point.lat - origin.lat, point.lon - origin.lon])
      return `${hull(system, ranges)}:${deltas(rows)}`
    })
    return [name, official, coded.join(';')].join('\t')
  }),
)
console.log(`points left out as strays: ${dropped}`)

save(
  'crossings.tsv',
  crossings
    .map(({ a, b, lat, lon }) => [index.get(a) ?? 0, index.get(b) ?? 0, lat - origin.lat, lon - origin.lon])
    .sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0))
    .map((row) => row.join(' ')),
)

const kinds = new Set([
  'open_space',
  'designated_landmark',
  'mbta_station',
  'college',
  'community_center',
  'hospital',
  'library',
])
const listed = readTable('places.tsv')
  .filter(
    (row) => kinds.has(cell(row, 'kind')) && cell(row, 'lat') !== '' && /[a-z]/i.test(cell(row, 'name')),
  )
  .filter((row) => !/^\d+[\d-]* .*(?:Street|Avenue|Road)\b/.test(cell(row, 'name')))
  .map((row) => {
    const aliases = cell(row, 'aliases')
      .split(/[;,]/)
      .map((alias) => alias.replace(/["*]/g, '').trim())
      .filter((alias) => alias.length > 4 && alias !== 'NULL')
    const name = cell(row, 'name').replace(/["*]/g, '').trim()
    return [
      name,
      cell(row, 'kind'),
      e5(cell(row, 'lat')) - origin.lat,
      e5(cell(row, 'lon')) - origin.lon,
      aliases.join(';'),
    ].join('\t')
  })
/** A building's point is the middle of the corners it is named at. */
const named = [...buildings]
  .filter(([name]) => !listed.some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}\t`)))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, { lat, lon, count }]) =>
    [
      name,
      name === 'Logan Airport' ? 'airport' : 'landmark',
      e5(String(lat / count)) - origin.lat,
      e5(String(lon / count)) - origin.lon,
      '',
    ].join('\t'),
  )
save('places.tsv', [...listed, ...named])

function areas(file: string, kind: string): readonly string[] {
  return readAreas(file)
    .map((area) => {
      const rings = area.geometry.coordinates
        .flat()
        .map((ring) =>
          ring.map(([lon, lat]) => [Math.round(lat * 1e5) - origin.lat, Math.round(lon * 1e5) - origin.lon]),
        )
      return [kind, area.properties.name, rings.map(deltas).join(';')]
    })
    .filter((row) => row[2] !== '')
    .map((row) => row.join('\t'))
}
save('areas.tsv', [...areas('neighborhoods.geojson', 'neighborhood'), ...areas('zips.geojson', 'zip')])
