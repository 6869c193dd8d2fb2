/**
 * One linear support vector machine per class, by dual coordinate descent on the squared hinge.
 * Source: Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM", algorithm 1, with
 * rows that have no part in the solution left out between the first epoch and the last.
 * Deterministic: same rows, same settings, same weights.
 * @module
 */
import type { Vector } from '../category/vector.ts'
import { type Linear, randomFrom, shuffle } from './softmax.ts'

/** One training row: `own` is its class (-1: none of them), `spare` are classes it is neither for nor against. */
export interface Case {
  readonly vector: Vector
  readonly own: number
  readonly spare: readonly number[]
  readonly weight: number
}

export interface MarginSettings {
  readonly classes: number
  readonly columns: number
  readonly epochs: number
  /** Cost of a row of weight 1 that is on the wrong side of its margin. */
  readonly cost: number
  readonly seed: number
}

/** Trains; a score near 1 says "this class", near -1 "not this one". */
export const trainMargins = (cases: readonly Case[], settings: MarginSettings): Linear => {
  const { classes, columns } = settings
  const weights = new Float32Array(columns * classes)
  const bias = new Float32Array(classes)
  const lengths = cases.map(({ vector }) => vector.values.reduce((sum, v) => sum + v * v, 1))
  for (let k = 0; k < classes; k++) {
    const { w, b } = separate(cases, lengths, k, settings)
    bias[k] = b
    for (let column = 0; column < columns; column++) weights[column * classes + k] = w[column] as number
  }
  return { classes, weights, bias }
}

/** The plane between class `k` and the rest; the bias is the weight of a column that is 1 in every row. */
const separate = (
  cases: readonly Case[],
  lengths: readonly number[],
  k: number,
  settings: MarginSettings,
): { readonly w: Float64Array; readonly b: number } => {
  const w = new Float64Array(settings.columns)
  let b = 0
  const alphas = new Float64Array(cases.length)
  const random = randomFrom(settings.seed + k)
  const all = Int32Array.from([...cases.keys()].filter((i) => !(cases[i] as Case).spare.includes(k)))
  let order = all.slice()
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    if (epoch === settings.epochs - 1) order = all.slice()
    shuffle(order, random)
    let kept = 0
    for (const i of order) {
      const { vector, own, weight } = cases[i] as Case
      const { columns, values } = vector
      const sign = own === k ? 1 : -1
      let score = b
      for (let j = 0; j < columns.length; j++)
        score += (w[columns[j] as number] as number) * (values[j] as number)
      const ridge = 1 / (2 * settings.cost * weight)
      const alpha = alphas[i] as number
      const slope = sign * score - 1 + ridge * alpha
      if (alpha === 0 && slope >= 0) continue
      order[kept++] = i
      const next = Math.max(0, alpha - slope / ((lengths[i] as number) + ridge))
      const move = (next - alpha) * sign
      if (move === 0) continue
      alphas[i] = next
      b += move
      for (let j = 0; j < columns.length; j++) {
        const column = columns[j] as number
        w[column] = (w[column] as number) + move * (values[j] as number)
      }
    }
    order = order.subarray(0, kept)
  }
  return { w, b }
}
