/**
 * Which words made the danger model sure: each feature's pull, gathered by the word it stands in.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import { bucketOf } from './danger-vector.ts'
import type { DangerModel, Scored } from './model.ts'

const maxSpans = 3
/** A word counts as evidence from this share of the strongest word's pull. */
const leastShare = 0.4
/** Words this many characters apart make one span. */
const maxGap = 2

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
  const words = new Map<number, { start: number; end: number; pull: number }>()
  for (const { family, start, end } of scored.features) {
    const known = words.get(start)
    // Joined pairs start where their first word does; the shorter one is the word itself.
    if (family === 'word' && (known === undefined || end < known.end))
      words.set(start, { start, end, pull: 0 })
  }
  const list = [...words.values()].sort((a, b) => a.start - b.start)
  const places = new Map(list.map(({ start }, at) => [start, at]))
  for (const { key, start, end } of scored.features) {
    const pull = (pulls.get(bucketOf(key)) ?? 0) / (counts.get(bucketOf(key)) ?? 1)
    const from = places.get(start)
    if (pull === 0 || from === undefined) continue
    let to = from
    while ((list[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++
    for (const word of list.slice(from, to)) word.pull += pull / (to - from)
  }
  const most = list.reduce((top, { pull }) => Math.max(top, pull), 0)
  if (most <= 0) return []
  const spans: { start: number; end: number; pull: number }[] = []
  for (const word of list.filter(({ pull }) => pull >= most * leastShare)) {
    const last = spans.at(-1)
    if (last && word.start - last.end <= maxGap) {
      last.end = word.end
      last.pull += word.pull
    } else spans.push({ ...word })
  }
  return spans
    .sort((a, b) => b.pull - a.pull)
    .slice(0, maxSpans)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }): Span => [start, end])
}
