/**
 * Which words decided: each feature's pull towards the winning class, gathered by the part of the text it stands in.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import { strongest, wordsOf } from '../evidence.ts'
import type { Scored } from './classify.ts'
import type { CategoryModel } from './model.ts'

/** A word counts as evidence from this share of the strongest word's pull. */
const leastShare = 0.35

/** Up to three spans of the text, in reading order, that pulled most towards class `winner`. */
export const evidenceOf = (
  model: CategoryModel,
  scored: Scored,
  winner: number,
  length: number,
): readonly Span[] => {
  const pulls = pullsOf(model, scored, winner)
  const counts = new Map<number, number>()
  for (const { key } of scored.features) counts.set(key, (counts.get(key) ?? 0) + 1)
  const list = wordsOf(scored.features)
  for (const { key, start, end } of scored.features) {
    const pull = (pulls.get(model.columnOf(key)) ?? 0) / (counts.get(key) ?? 1)
    if (pull === 0) continue
    const within = list.filter((word) => word.start >= start && word.end <= end)
    for (const word of within) word.pull += pull / within.length
  }
  return strongest(list, leastShare).map(([start, end]) => [start, Math.min(end, length)] as const)
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
