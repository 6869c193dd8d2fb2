/**
 * Measures the place classifier on residents' texts with the City's pins. Prints figures only.
 * Run: `node test/bench/location-accuracy.ts [--data DIR] [--misses N]`; skips where the data is absent.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { find } from '../../classifiers/location/find.ts'
import { metresBetween, type Point } from '../../classifiers/location/geometry.ts'
import { createGazetteer, locationClassifier } from '../../classifiers/location/index.ts'
import { bostonWords } from '../../src/city/boston/aliases.ts'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'
import type { LocationSuggestion } from '../../src/core/understanding.ts'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/location' },
    /** Writes what was found, one JSON line per text, for fitting the calibration. */
    dump: { type: 'boolean', default: false },
  },
})

interface Row {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly consistent: string
  readonly neighborhood: string
  readonly truth: Point | null
}

function rows(file: string): readonly Row[] {
  return readFileSync(join(options.data, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as Record<string, string>
      // A park's geocode is its middle, the gazetteer's own point: there the resident's pin is the truth.
      const city = row.city_lat !== undefined && row.city_lat !== '' && row.kind !== 'landmark'
      const lat = Number(city ? row.city_lat : row.lat)
      const lon = Number(city ? row.city_lon : row.lon)
      return {
        id: row.id ?? '',
        kind: row.kind ?? '',
        text: row.text_free ?? row.typed_location ?? '',
        consistent: row.consistent ?? '',
        neighborhood: row.neighborhood ?? '',
        truth: lat && lon ? { lat, lon } : null,
      }
    })
}

interface Outcome {
  readonly row: Row
  readonly said: LocationSuggestion
  readonly apartM: number
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`

function report(name: string, outcomes: readonly Outcome[]): void {
  const claimed = outcomes.filter(({ said }) => said.value !== null)
  const within = (metres: number): number => outcomes.filter(({ apartM }) => apartM <= metres).length
  const held = claimed.filter(
    ({ said, apartM }) => said.value !== null && apartM <= said.value.accuracyM,
  ).length
  console.log(
    [
      name.padEnd(28),
      String(outcomes.length).padStart(6),
      `claimed ${share(claimed.length, outcomes.length)}`.padStart(18),
      `<=100 m ${share(within(100), outcomes.length)}`.padStart(18),
      `<=150 m ${share(within(150), outcomes.length)}`.padStart(18),
      `in accuracyM ${share(held, claimed.length)}`.padStart(22),
      `asks ${share(outcomes.filter(({ said }) => said.needs !== null).length, outcomes.length)}`.padStart(
        14,
      ),
    ].join(''),
  )
}

function calibration(outcomes: readonly Outcome[]): void {
  const claimed = outcomes.filter(({ said }) => said.value !== null)
  let error = 0
  for (let low = 0; low < 1; low += 0.1) {
    const bin = claimed.filter(
      ({ said }) => said.confidence >= low - 1e-9 && said.confidence < low + 0.1 - 1e-9,
    )
    if (bin.length === 0) continue
    const mean = bin.reduce((sum, { said }) => sum + said.confidence, 0) / bin.length
    const right = bin.filter(({ apartM }) => apartM <= 150).length / bin.length
    error += (Math.abs(mean - right) * bin.length) / claimed.length
    console.log(`  said ${mean.toFixed(2)}  right ${right.toFixed(2)}  n ${bin.length}`)
  }
  console.log(`  expected calibration error ${error.toFixed(3)}`)
}

if (!existsSync(join(options.data, 'mentions.jsonl'))) {
  console.log(`location accuracy: skipped, no data at ${options.data}`)
} else {
  const before = performance.now()
  const gazetteer = createGazetteer(loadGazetteerData(), bostonWords)
  const classify = locationClassifier(gazetteer)
  if (!options.dump) console.log(`gazetteer ready in ${Math.round(performance.now() - before)} ms`)
  const times: number[] = []
  const run = (row: Row): Outcome => {
    const start = performance.now()
    const said = classify(row.text, {})
    times.push(performance.now() - start)
    const apartM = said.value && row.truth ? metresBetween(said.value, row.truth) : Number.POSITIVE_INFINITY
    if (options.dump) {
      const { signs } = find(row.text, {}, gazetteer)
      const { text: _, ...rest } = row
      console.log(JSON.stringify({ row: rest, said, apartM, signs }))
    }
    return { row, said, apartM }
  }
  const mentions = rows('mentions.jsonl').map(run)
  const typed = rows('typed.jsonl').map(run)
  if (!options.dump) {
    const kinds = ['house_number', 'intersection', 'landmark', 'street_only']
    for (const kind of kinds) {
      for (const consistent of ['1', '2', '0']) {
        const some = mentions.filter(({ row }) => row.kind === kind && row.consistent === consistent)
        if (some.length > 0) report(`${kind} consistent=${consistent}`, some)
      }
    }
    report(
      'none',
      mentions.filter(({ row }) => row.kind === 'none'),
    )
    for (const kind of ['exact_location', 'closest_intersecting_street']) {
      report(
        `typed ${kind}`,
        typed.filter(({ row }) => row.kind === kind),
      )
    }
    const sure = mentions.filter(({ said }) => said.confidence >= 0.8 && said.value !== null)
    console.log(
      `confidence >= 0.8: ${sure.length} texts, ${share(sure.filter(({ apartM }) => apartM <= 150).length, sure.length)} within 150 m`,
    )
    calibration(mentions.filter(({ row }) => row.kind !== 'none'))
    times.sort((a, b) => a - b)
    const at = (q: number): string => (times[Math.floor(times.length * q)] ?? 0).toFixed(3)
    console.log(`time per text: median ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(0.9999)} ms`)
  }
}
