/**
 * Which words decided: each feature's pull towards the winning class, gathered by the part of the text it stands in.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import type { Scored } from './classify.ts'
import type { CategoryModel } from './model.ts'

const maxSpans = 3
/** A word counts as evidence from this share of the strongest word's pull. */
const leastShare = 0.35
/** Words this many characters apart make one span. */
const maxGap = 2

/** Up to three spans of the text, in reading order, that pulled most towards class `winner`. */
export const evidenceOf = (
  model: CategoryModel,
  scored: Scored,
  winner: number,
  length: number,
): readonly Span[] => {
  const pulls = pullsOf(model, scored, winner)
  const words = new Map<number, { start: number; end: number; pull: number }>()
  for (const { family, start, end } of scored.features) {
    const known = words.get(start)
    // A joined pair starts where its first word does; the shorter one is the word itself.
    if (family === 'word' && (known === undefined || end < known.end))
      words.set(start, { start, end, pull: 0 })
  }
  const counts = new Map<number, number>()
  for (const { key } of scored.features) counts.set(key, (counts.get(key) ?? 0) + 1)
  const list = [...words.values()].sort((a, b) => a.start - b.start)
  for (const { key, start, end } of scored.features) {
    const pull = (pulls.get(model.columnOf(key)) ?? 0) / (counts.get(key) ?? 1)
    if (pull === 0) continue
    const within = list.filter((word) => word.start >= start && word.end <= end)
    for (const word of within) word.pull += pull / within.length
  }
  const most = list.reduce((top, { pull }) => Math.max(top, pull), 0)
  if (most <= 0) return []
  const spans: { start: number; end: number; pull: number }[] = []
  for (const word of list.filter(({ pull }) => pull >= most * leastShare)) {
    const last = spans.at(-1)
    if (last !== undefined && word.start - last.end <= maxGap) {
      last.end = word.end
      last.pull += word.pull
    } else spans.push({ ...word })
  }
  return spans
    .sort((a, b) => b.pull - a.pull)
    .slice(0, maxSpans)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => [start, Math.min(end, length)] as const)
}

/** By column: its value times (weight of the winner − mean weight over all classes, by their probability). */
const pullsOf = (model: CategoryModel, scored: Scored, winner: number): ReadonlyMap<number, number> => {
  const pulls = new Map<number, number>()
  const { columns, values } = scored.vector
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] ?? 0
    let own = 0
    let mean = 0
    const end = model.from[column + 1] ?? 0
    for (let at = model.from[column] ?? 0; at < end; at++) {
      const k = model.classes[at] ?? 0
      const weight = model.weights[at] ?? 0
      if (k === winner) own = weight
      mean += weight * (scored.probabilities[k] ?? 0)
    }
    pulls.set(column, (values[i] ?? 0) * (own - mean))
  }
  return pulls
}
