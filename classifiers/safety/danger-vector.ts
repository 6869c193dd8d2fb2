/**
 * Features of danger as one sparse vector over hashed buckets: log term frequency × rarity, each family at its share.
 * @module
 */
import type { Vector } from '../category/vector.ts'
import { type DangerFamily, type DangerFeature, families } from './danger-features.ts'

/** Buckets that keys fall into; a power of two. */
export const buckets = 2 ** 17
export const bucketOf = (key: number): number => key & (buckets - 1)

/** How much of the vector each family makes; found by cross-validation. */
const familyShares: Readonly<Record<DangerFamily, number>> = {
  word: 1,
  pair: 0.7,
  letters: 2,
  service: 0.8,
  concept: 0.9,
  concepts: 0.7,
  shape: 0.3,
  rule: 0,
}
/** What the rules saw is not shared out: each sign counts alike, however many there are. */
const signValue = 0.5
/** Weight of a word, pair or letter run that training did not see, as if it were a rare known one. */
const strange: Readonly<Record<DangerFamily, number>> = {
  word: 6,
  pair: 3,
  letters: 3,
  service: 0,
  concept: 0,
  concepts: 0,
  shape: 0,
  rule: 0,
}

/** The first `ofText` columns were read from the text itself; those after them are what the rules saw. */
export interface DangerVector extends Vector {
  readonly ofText: number
}

/** Vector of `features`; `rarity` is 0 for a bucket that training did not see. */
export function dangerVector(
  features: readonly DangerFeature[],
  rarity: (bucket: number) => number,
): DangerVector {
  const counts = new Map<DangerFamily, Map<number, number>>(families.map((family) => [family, new Map()]))
  for (const { key, family } of features) {
    const own = counts.get(family)
    const bucket = bucketOf(key)
    own?.set(bucket, (own.get(bucket) ?? 0) + 1)
  }
  const columns: number[] = []
  const values: number[] = []
  for (const [family, own] of counts) {
    if (family === 'rule') continue
    const from = values.length
    let squares = 0
    for (const [bucket, count] of own) {
      const rare = rarity(bucket)
      if (rare === 0) {
        squares += strange[family] ** 2
        continue
      }
      const value = (1 + Math.log(count)) * rare
      columns.push(bucket)
      values.push(value)
      squares += value * value
    }
    const scale = squares === 0 ? 0 : familyShares[family] / Math.sqrt(squares)
    for (let i = from; i < values.length; i++) values[i] = (values[i] ?? 0) * scale
  }
  const ofText = columns.length
  for (const bucket of counts.get('rule')?.keys() ?? [])
    if (rarity(bucket) > 0) {
      columns.push(bucket)
      values.push(signValue)
    }
  return { columns: Int32Array.from(columns), values: Float32Array.from(values), ofText }
}
