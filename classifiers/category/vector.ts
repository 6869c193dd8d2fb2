/**
 * Features as one sparse vector: log term frequency × idf, each family at length 1 times its share.
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

/** Vector of `features`. `columnOf` gives the column of a key, or -1 where the model does not know it. */
export const vectorOf = (
  features: readonly Feature[],
  columnOf: (key: number) => number,
  idf: Float32Array,
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
  return { columns: Int32Array.from(columns), values: Float32Array.from(values, (value) => value * scale) }
}
