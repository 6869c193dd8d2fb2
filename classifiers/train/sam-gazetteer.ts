/**
 * Streets and house numbers from the City's address export, in the format of the built-in ones. Crossings, official
 * ranges and the names of streets without an address stay from the built-in facts.
 * @module
 */
import type { SamAddress } from '../../src/city/boston/sam/address.ts'
import { metresBetween } from '../../src/core/geo.ts'
import type { GazetteerData } from '../location/gazetteer.ts'
import { streetKey } from '../street-speller.ts'
import { metres, type NumberedPoint, numberSystems } from './number-systems.ts'
import { crossingLines, type Ranges, streetLine } from './street-lines.ts'

interface Sighted extends NumberedPoint {
  readonly district: string
}

export interface Compiled {
  /** Lines of `streets.tsv` and `crossings.tsv`. */
  readonly streets: readonly string[]
  readonly crossings: readonly string[]
  readonly figures: SamFigures
}

export interface SamFigures {
  /** Street names in all, with numbers, and of those the ones that the built-in facts lack. */
  readonly streets: number
  readonly numbered: number
  readonly fresh: number
  /** Streets whose built-in numbers the export does not have; they keep their name and crossings. */
  readonly lost: number
  /** House numbers kept, and those left out for lying far from their neighbors. */
  readonly addresses: number
  readonly strays: number
  /** Median metres between a house of the export and the same house of the built-in facts; null where none is in both. */
  readonly shiftM: number | null
}

export interface SamCompiler {
  /** `twice`: this house was there already. `no-street`: nobody writes this name as a place. */
  add(address: SamAddress): 'taken' | 'twice' | 'no-street'
  compile(): Compiled
}

/** Ramps, numbered routes and half addresses stand in the City's tables too. */
const noStreet = /^(?:ramp\b|rt \d|route \d|us hwy|interstate|hf[ -]|[abcdf-mo-rt-vx-z] [\w']+ \w+)/i
const streetName = /^\p{L}[\p{L}\p{N} .'’-]{1,59}$/u
/** Houses of one number farther apart than this are two. */
const sameHouseM = 150
/** A building's numbers between its ends are written out up to this many. */
const mostInRange = 20
/** Houses that are compared with the built-in facts. */
const mostCompared = 20_000

export function samCompiler(builtIn: Pick<GazetteerData, 'streets' | 'crossings'>): SamCompiler {
  const names = new Map(builtIn.streets.map(({ name }) => [streetKey(name), name]))
  // Two built-in names may differ in what the key leaves out; as written they are told apart.
  const written = new Set(builtIn.streets.map(({ name }) => name))
  const known = knownPoints(builtIn)
  const seen = new Map<string, Map<number, Sighted[]>>()
  const shifts: number[] = []
  const nameOf = (street: string): string | null => {
    if (written.has(street)) return street
    const key = streetKey(street)
    const name = names.get(key)
    if (name !== undefined) return name
    if (!streetName.test(street) || noStreet.test(street)) return null
    const spelled = street === street.toUpperCase() ? titled(street) : street
    names.set(key, spelled)
    return spelled
  }

  return {
    add({ street, low, high, district, lat, lon }) {
      const name = nameOf(street)
      if (name === null) return 'no-street'
      const numbers = seen.get(name) ?? new Map<number, Sighted[]>()
      seen.set(name, numbers)
      const point = { lat: Math.round(lat * 1e5), lon: Math.round(lon * 1e5) }
      let fresh = false
      for (const number of numbersBetween(low, high)) {
        const one = { number, ...point, district }
        const there = numbers.get(number) ?? []
        if (there.some((other) => metres(other, one) < sameHouseM)) continue
        numbers.set(number, [...there, one])
        fresh = true
      }
      if (!fresh) return 'twice'
      const same = known.get(`${low} ${name}`)
      if (same !== undefined && shifts.length < mostCompared)
        shifts.push(Math.min(...same.map((other) => metresBetween(other, { lat, lon }))))
      return 'taken'
    },
    compile: () => compiled(builtIn, seen, shifts),
  }
}

function compiled(
  builtIn: Pick<GazetteerData, 'streets' | 'crossings'>,
  seen: ReadonlyMap<string, ReadonlyMap<number, readonly Sighted[]>>,
  shifts: readonly number[],
): Compiled {
  const before = new Map(builtIn.streets.map((street) => [street.name, street]))
  const names = [...new Set([...before.keys(), ...seen.keys()])].sort((a, b) => (a < b ? -1 : 1))
  const index = new Map(names.map((name, at) => [name, at]))
  const figures = { numbered: 0, fresh: 0, lost: 0, addresses: 0, strays: 0 }
  const streets = names.map((name) => {
    const old = before.get(name)
    const points = [...(seen.get(name)?.values() ?? [])].flat()
    const ranges = rangesOf(old?.ranges ?? [], points)
    const runs = numberSystems(points, [...ranges.values()]).map((run) =>
      hull(run as readonly Sighted[], ranges),
    )
    const kept = runs.reduce((sum, run) => sum + run.points.length, 0)
    figures.addresses += kept
    figures.strays += points.length - kept
    if (kept > 0) figures.numbered += 1
    if (kept > 0 && old === undefined) figures.fresh += 1
    if (kept === 0 && old !== undefined && old.systems.length > 0) figures.lost += 1
    return streetLine(name, ranges, runs)
  })
  const crossings = builtIn.crossings.map(({ a, b, lat, lon }) => ({
    a: index.get(builtIn.streets[a]?.name ?? '') ?? 0,
    b: index.get(builtIn.streets[b]?.name ?? '') ?? 0,
    lat,
    lon,
  }))
  return {
    streets,
    crossings: crossingLines(crossings),
    figures: { ...figures, streets: names.length, shiftM: median(shifts) },
  }
}

/** Official ranges, widened by the numbers that there are. */
function rangesOf(official: GazetteerData['streets'][number]['ranges'], points: readonly Sighted[]): Ranges {
  const ranges = new Map<string, readonly [number, number]>(
    official.map(({ district, low, high }) => [district, [low, high]]),
  )
  for (const { district, number } of points) {
    if (district === '') continue
    const [low, high] = ranges.get(district) ?? [number, number]
    ranges.set(district, [Math.min(low, number), Math.max(high, number)])
  }
  return ranges
}

/** A run with the numbers it may have: its own, widened by the ranges of the districts it lies in. */
function hull(points: readonly Sighted[], ranges: Ranges) {
  const first = points[0]?.number ?? 0
  const last = points.at(-1)?.number ?? 0
  const own = new Set(points.map(({ district }) => district))
  let [low, high] = [first, last]
  for (const [district, [from, to]] of ranges) {
    if (!own.has(district) || from > last || to < first) continue
    low = Math.min(low, from)
    high = Math.max(high, to)
  }
  return { low, high, points }
}

function numbersBetween(low: number, high: number): readonly number[] {
  if (low === high) return [low]
  const count = (high - low) / 2 + 1
  // 12-15 is 12 and 15: who knows which side the others are on.
  if (!Number.isInteger(count) || count > mostInRange) return [low, high]
  return Array.from({ length: count }, (_, n) => low + 2 * n)
}

function knownPoints({ streets }: Pick<GazetteerData, 'streets'>) {
  const known = new Map<string, { readonly lat: number; readonly lon: number }[]>()
  for (const { name, systems } of streets) {
    for (const { points } of systems) {
      for (let at = 0; at + 2 < points.length; at += 3) {
        const key = `${points[at]} ${name}`
        const point = { lat: points[at + 1] ?? 0, lon: points[at + 2] ?? 0 }
        const there = known.get(key)
        if (there) there.push(point)
        else known.set(key, [point])
      }
    }
  }
  return known
}

const titled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[ -])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
