/**
 * Vectors of words from the company they keep in the texts we have, labelled or not: words that stand among the
 * same neighbors ("sofa", "mattress") point the same way. Positive pointwise mutual information of words at most
 * four places apart (Levy & Goldberg 2014), of which the strongest directions are kept, found by orthogonal
 * iteration. Deterministic: same texts, same seed, same vectors.
 * @module
 */
import type { WordVectors } from '../category/vector.ts'
import { randomFrom } from './softmax.ts'

const settings = {
  dimensions: 150,
  /** A word of fewer texts is not known by its company. */
  leastTexts: 5,
  /** Places to each side; a neighbor at distance n counts 1/n. */
  reach: 4,
  /** Flattens how often neighbors occur at all. */
  flatten: 0.75,
  rounds: 8,
} as const

/** Vectors for the words of `texts` (keys in reading order) that have a column; `columnOf` gives it, or -1. */
export const learnWordVectors = (
  texts: readonly (readonly number[])[],
  columnOf: (key: number) => number,
  seed: number,
): WordVectors => {
  const columns = frequentColumns(texts, columnOf)
  const n = columns.length
  const dimensions = Math.min(settings.dimensions, n)
  const wordOf = new Map([...columns].map((column, word) => [column, word]))
  const counts = neighborCounts(
    texts.map((text) => Int32Array.from(text, (key) => wordOf.get(columnOf(key)) ?? -1)),
    n,
  )
  const places = strongestDirections(associations(counts, n), n, dimensions, seed)
  return { dimensions, columns, vectors: rounded(places, dimensions) }
}

const frequentColumns = (
  texts: readonly (readonly number[])[],
  columnOf: (key: number) => number,
): Uint32Array => {
  const counts = new Map<number, number>()
  for (const text of texts)
    for (const column of new Set(text.map(columnOf))) counts.set(column, (counts.get(column) ?? 0) + 1)
  counts.delete(-1)
  return Uint32Array.from(
    [...counts].flatMap(([column, count]) => (count < settings.leastTexts ? [] : [column])),
  ).sort()
}

/** By `one · n + other`, one ≤ other: how often two words stand near each other. */
const neighborCounts = (texts: readonly Int32Array[], n: number): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const words of texts) {
    for (let i = 0; i < words.length; i++) {
      const one = words[i] as number
      if (one < 0) continue
      for (let away = 1; away <= settings.reach && i + away < words.length; away++) {
        const other = words[i + away] as number
        if (other < 0) continue
        const key = one < other ? one * n + other : other * n + one
        counts.set(key, (counts.get(key) ?? 0) + 1 / away)
      }
    }
  }
  return counts
}

/** A sparse matrix, entry by entry. */
interface Entries {
  readonly rows: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Positive pointwise mutual information of each word (row) with each neighbor (column). */
const associations = (counts: ReadonlyMap<number, number>, n: number): Entries => {
  const often = new Float64Array(n)
  for (const [key, count] of counts) {
    const [one, other] = [Math.floor(key / n), key % n]
    often[one] = (often[one] as number) + count
    often[other] = (often[other] as number) + count
  }
  const flat = often.map((count) => count ** settings.flatten)
  const total = flat.reduce((sum, count) => sum + count, 0)
  const rows: number[] = []
  const columns: number[] = []
  const values: number[] = []
  const add = (row: number, column: number, count: number): void => {
    const value = Math.log((count * total) / ((often[row] as number) * (flat[column] as number)))
    if (value <= 0) return
    rows.push(row)
    columns.push(column)
    values.push(value)
  }
  for (const [key, count] of counts) {
    const [one, other] = [Math.floor(key / n), key % n]
    if (one === other) add(one, one, 2 * count)
    else {
      add(one, other, count)
      add(other, one, count)
    }
  }
  return { rows: Int32Array.from(rows), columns: Int32Array.from(columns), values: Float64Array.from(values) }
}

/** Each word's place along the strongest `dimensions` directions, `[word * dimensions + j]`, by the root of their strength. */
const strongestDirections = (
  { rows, columns, values }: Entries,
  n: number,
  dimensions: number,
  seed: number,
): Float64Array => {
  const times = (from: Int32Array, to: Int32Array, x: Float64Array): Float64Array => {
    const product = new Float64Array(x.length)
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number
      const source = (from[i] as number) * dimensions
      const target = (to[i] as number) * dimensions
      for (let j = 0; j < dimensions; j++)
        product[target + j] = (product[target + j] as number) + value * (x[source + j] as number)
    }
    return product
  }
  const random = randomFrom(seed)
  let basis: Float64Array = Float64Array.from({ length: n * dimensions }, () => random() - 0.5)
  for (let round = 0; round < settings.rounds; round++) {
    orthogonalise(basis, n, dimensions)
    basis = times(columns, rows, times(rows, columns, basis))
  }
  orthogonalise(basis, n, dimensions)
  const seen = times(rows, columns, basis)
  const strengths = lengths(seen, n, dimensions)
  return basis.map((value, at) => value * Math.sqrt(strengths[at % dimensions] as number))
}

/** Length of each of the `dimensions` columns. */
const lengths = (x: Float64Array, n: number, dimensions: number): Float64Array => {
  const squares = new Float64Array(dimensions)
  for (let at = 0; at < n * dimensions; at++)
    squares[at % dimensions] = (squares[at % dimensions] as number) + (x[at] as number) ** 2
  return squares.map(Math.sqrt)
}

/** Makes the columns orthogonal and of length 1, in place (modified Gram–Schmidt). */
const orthogonalise = (x: Float64Array, n: number, dimensions: number): void => {
  const column = Array.from({ length: dimensions }, (_, j) =>
    Float64Array.from({ length: n }, (_, i) => x[i * dimensions + j] as number),
  )
  for (const [j, own] of column.entries()) {
    for (let before = 0; before < j; before++) {
      const other = column[before] as Float64Array
      let dot = 0
      for (let i = 0; i < n; i++) dot += (own[i] as number) * (other[i] as number)
      for (let i = 0; i < n; i++) own[i] = (own[i] as number) - dot * (other[i] as number)
    }
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0))
    for (let i = 0; i < n; i++)
      x[i * dimensions + j] = own[i] = length < 1e-9 ? 0 : (own[i] as number) / length
  }
}

/** Each word's vector at length 1, in 8 bits of the largest part there is. */
const rounded = (places: Float64Array, dimensions: number): Int8Array => {
  const whole = places.slice()
  for (let from = 0; from < whole.length; from += dimensions) {
    const own = whole.subarray(from, from + dimensions)
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0))
    for (let j = 0; j < own.length; j++) own[j] = length === 0 ? 0 : (own[j] as number) / length
  }
  const largest = whole.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
  return Int8Array.from(whole, (value) => Math.round((127 * value) / largest))
}
