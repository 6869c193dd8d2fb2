/**
 * Multinomial logistic regression over sparse vectors, by stochastic gradient descent with averaged weights.
 * A row may name several classes that are all right; then the likelihood of their sum is maximised, which
 * settles which of them each row belongs to as the model learns (expectation–maximisation in one pass).
 * Deterministic: same rows, same seed, same weights.
 * @module
 */
import type { Vector } from '../category/vector.ts'

/** One training row; `classes` all count as right, `weight` scales its gradient. */
export interface Example {
  readonly vector: Vector
  readonly classes: readonly number[]
  readonly weight: number
}

export interface Settings {
  readonly classes: number
  readonly columns: number
  readonly epochs: number
  /** First step size; it shrinks with 1/(1 + rate·decay·t). */
  readonly rate: number
  /** L2 penalty per row. */
  readonly decay: number
  readonly seed: number
}

/** `weights[column * classes + k]`, `bias[k]`. */
export interface Linear {
  readonly classes: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Mulberry32: 32 bits of state, plenty for shuffling. Numbers 0 ≤ n < 1. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Scores of the classes for one vector, written into `into`. */
export const scores = (linear: Linear, vector: Vector, into: Float64Array): void => {
  const { classes, weights, bias } = linear
  for (let k = 0; k < classes; k++) into[k] = bias[k] as number
  for (let i = 0; i < vector.columns.length; i++) {
    const value = vector.values[i] as number
    const from = (vector.columns[i] as number) * classes
    for (let k = 0; k < classes; k++) into[k] = (into[k] as number) + value * (weights[from + k] as number)
  }
}

/** Logits to probabilities, in place. */
export const softmaxInPlace = (scores: Float64Array): void => {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (let k = 0; k < scores.length; k++) {
    const e = Math.exp((scores[k] as number) - top)
    scores[k] = e
    sum += e
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum
}

/** A class this far from its target is left alone: most are, and the time goes into the others. */
const negligible = 5e-4

/** Trains; weights are averaged over the ends of the later half of the epochs. */
export const trainSoftmax = (examples: readonly Example[], settings: Settings): Linear => {
  const { classes, columns, epochs } = settings
  const weights = new Float32Array(columns * classes)
  const bias = new Float32Array(classes)
  const meanWeights = new Float32Array(columns * classes)
  const meanBias = new Float32Array(classes)
  const random = randomFrom(settings.seed)
  const order = Int32Array.from(examples.keys())
  const p = new Float64Array(classes)
  const moved = new Int32Array(classes)
  const averagedFrom = Math.floor(epochs / 2)
  let scale = 1
  let t = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const example = examples[at] as Example
      const { columns: ks, values } = example.vector
      p.set(bias)
      for (let i = 0; i < ks.length; i++) {
        const value = (values[i] as number) * scale
        const from = (ks[i] as number) * classes
        for (let k = 0; k < classes; k++) p[k] = (p[k] as number) + value * (weights[from + k] as number)
      }
      softmaxInPlace(p)
      const rate = settings.rate / (1 + settings.rate * settings.decay * t)
      t++
      let mass = 0
      for (const k of example.classes) mass += p[k] as number
      if (mass <= 0) mass = Number.MIN_VALUE
      // The posterior over the right classes, minus the prediction: the gradient of log(mass).
      for (const k of example.classes) p[k] = (p[k] as number) * (1 - 1 / mass)
      scale *= 1 - rate * settings.decay
      let active = 0
      for (let k = 0; k < classes; k++) if (Math.abs(p[k] as number) > negligible) moved[active++] = k
      const move = (rate * example.weight) / scale
      for (let i = 0; i < ks.length; i++) {
        const value = (values[i] as number) * move
        const from = (ks[i] as number) * classes
        for (let j = 0; j < active; j++) {
          const k = moved[j] as number
          weights[from + k] = (weights[from + k] as number) - value * (p[k] as number)
        }
      }
      for (let k = 0; k < classes; k++)
        bias[k] = (bias[k] as number) - 0.1 * rate * example.weight * (p[k] as number)
      if (scale < 1e-4) {
        for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) * scale
        scale = 1
      }
    }
    if (epoch >= averagedFrom) {
      const share = scale / (epochs - averagedFrom)
      for (let i = 0; i < weights.length; i++)
        meanWeights[i] = (meanWeights[i] as number) + share * (weights[i] as number)
      for (let k = 0; k < classes; k++)
        meanBias[k] = (meanBias[k] as number) + (bias[k] as number) / (epochs - averagedFrom)
    }
  }
  return { classes, weights: meanWeights, bias: meanBias }
}

/** Fisher–Yates, in place. */
export const shuffle = (order: Int32Array, random: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swapped = order[i] as number
    order[i] = order[j] as number
    order[j] = swapped
  }
}
