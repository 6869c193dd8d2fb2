/**
 * Which words made the danger model sure: each feature's pull, gathered by the word it stands in.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import { strongest, wordsOf } from '../evidence.ts'
import { bucketOf } from './danger-vector.ts'
import type { DangerModel, Scored } from './model.ts'

/** A word counts as evidence from this share of the strongest word's pull. */
const leastShare = 0.4

/** Up to three spans of the text, in reading order, that pulled most towards `value`. */
export function dangerEvidence(
  model: DangerModel,
  scored: Scored,
  value: 'emergency' | 'crisis',
): readonly Span[] {
  const pulls = new Map<number, number>()
  const weights = model[value]
  for (const [i, bucket] of scored.vector.columns.entries())
    pulls.set(bucket, (scored.vector.values[i] ?? 0) * (weights[bucket] ?? 0))
  const counts = new Map<number, number>()
  for (const { key } of scored.features) counts.set(bucketOf(key), (counts.get(bucketOf(key)) ?? 0) + 1)
  const list = wordsOf(scored.features)
  const places = new Map(list.map(({ start }, at) => [start, at]))
  for (const { key, start, end } of scored.features) {
    const pull = (pulls.get(bucketOf(key)) ?? 0) / (counts.get(bucketOf(key)) ?? 1)
    const from = places.get(start)
    if (pull === 0 || from === undefined) continue
    let to = from
    while ((list[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++
    for (const word of list.slice(from, to)) word.pull += pull / (to - from)
  }
  return strongest(list, leastShare)
}
