/**
 * Features as one sparse vector: log term frequency × idf, each family at length 1 times its share; then the mean of
 * the vectors of its words, in columns of its own.
 * @module
 */
import { type Family, type Feature, families } from './features.ts'

/** Sparse vector: `values[i]` belongs to column `columns[i]`; columns are distinct. */
export interface Vector {
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** How much of the vector each family makes; found by cross-validation. */
const familyShares: Readonly<Record<Family, number>> = {
  word: 1,
  pair: 0.7,
  letters: 1,
  concept: 0.5,
  phrase: 0.6,
}

/** Length of every vector: a text of which only some families are known still counts in full. */
const fullLength = 1.7
/**
 * Weight of a word, pair or letter run the model does not know, as if it were a rare known one. A family that is
 * mostly strange shrinks by it, so that in a language seen little of, the concepts decide and not chance letters.
 */
const strangeness = 9

/** Length of the mean of the word vectors where every word has one; found by cross-validation. */
const meaningLength = 0.95

/** What words mean by the company they keep: vectors of some of the columns. */
export interface WordVectors {
  readonly dimensions: number
  /** Columns of words that have a vector, ascending. */
  readonly columns: Uint32Array
  /** `vectors[i * dimensions + j]` belongs to `columns[i]`; only directions matter. */
  readonly vectors: Int8Array
}

/** The same, looked up by column: the place of its vector, -1 where it has none. */
export interface Meaning extends WordVectors {
  readonly placeOf: Int32Array
}

/** `words` made ready for look-ups among `columns` columns. */
export const meaningOf = (words: WordVectors, columns: number): Meaning => {
  const placeOf = new Int32Array(columns).fill(-1)
  for (const [place, column] of words.columns.entries()) placeOf[column] = place * words.dimensions
  return { ...words, placeOf }
}

/**
 * Vector of `features`. `columnOf` gives the column of a key, or -1 where the model does not know it. The columns of
 * `meaning` come behind those of the features.
 */
export const vectorOf = (
  features: readonly Feature[],
  columnOf: (key: number) => number,
  idf: Float32Array,
  meaning?: Meaning,
): Vector => {
  const columns: number[] = []
  const values: number[] = []
  for (const family of families) {
    const counts = new Map<number, number>()
    let unknown = 0
    for (const feature of features) {
      if (feature.family !== family) continue
      const column = columnOf(feature.key)
      if (column < 0) {
        if (family !== 'concept') unknown++
        continue
      }
      counts.set(column, (counts.get(column) ?? 0) + 1)
    }
    let squares = unknown * strangeness ** 2
    const from = values.length
    for (const [column, count] of counts) {
      const value = (1 + Math.log(count)) * (idf[column] ?? 0)
      columns.push(column)
      values.push(value)
      squares += value * value
    }
    const scale = squares === 0 ? 0 : familyShares[family] / Math.sqrt(squares)
    for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
  }
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  const scale = length === 0 ? 0 : fullLength / length
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
  if (meaning !== undefined) addMeaning(features, columnOf, idf, meaning, columns, values)
  return { columns: Int32Array.from(columns), values: Float32Array.from(values) }
}

const addMeaning = (
  features: readonly Feature[],
  columnOf: (key: number) => number,
  idf: Float32Array,
  { dimensions, placeOf, vectors }: Meaning,
  columns: number[],
  values: number[],
): void => {
  const sum = new Float64Array(dimensions)
  let covered = 0
  let all = 0
  for (const { key, family, solid } of features) {
    if (family !== 'word') continue
    const column = columnOf(key)
    const place = column < 0 ? -1 : (placeOf[column] ?? -1)
    const weight = column < 0 ? strangeness : (idf[column] ?? 0)
    // Joined pairs and numbers are no words that one could know.
    if (solid) all += weight
    if (place < 0) continue
    if (solid) covered += weight
    for (let j = 0; j < dimensions; j++) sum[j] = (sum[j] ?? 0) + weight * (vectors[place + j] ?? 0)
  }
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0))
  if (length === 0) return
  const scale = (meaningLength / length) * (all === 0 ? 1 : covered / all)
  for (const [j, value] of sum.entries()) {
    columns.push(idf.length + j)
    values.push(value * scale)
  }
}
