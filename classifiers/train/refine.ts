/**
 * A model that has learned a little more: what agents decided is added to the weights of the model in service,
 * where the City's own texts are not at hand to train it anew. The weights are held back to where they were, and
 * our own utterances are repeated beside the new examples, so that nothing is forgotten for them.
 * Deterministic: same model, examples and seed, same weights.
 * @module
 */
import type { CategoryModel, Header, Parts } from '../category/model.ts'
import { meaningOf, vectorOf, type WordVectors } from '../category/vector.ts'
import { type Fitted, type Prepared, quantise } from './fit.ts'
import { type Linear, randomFrom, softmaxInPlace } from './softmax.ts'

const settings = {
  epochs: 4,
  rate: 0.5,
  /** Pull of each step back to the model in service, as a share of the distance. */
  hold: 2e-5,
  /** How much one utterance of ours counts beside one decision. */
  repeated: 0.3,
  /** A word the model does not know is taken up when so many decisions have it. */
  leastRows: 3,
} as const

/** What is learned from: decisions, and rows that the model knows already. */
export interface Lessons {
  readonly decided: readonly Prepared[]
  readonly known: readonly Prepared[]
}

/** Parts of the model, refined and quantised again. Decisions for a service it does not know are left out. */
export const refine = (
  model: CategoryModel,
  parts: Parts,
  { decided, known }: Lessons,
  seed: number,
): Fitted => {
  const { labels, unheard, common, channels } = model.header
  const { keys, idf } = vocabulary(parts, decided)
  const columns = new Map([...keys].map((key, column) => [key, column]))
  const columnOf = (key: number): number => columns.get(key) ?? -1
  const words: WordVectors = {
    ...parts.words,
    columns: parts.words.columns.map((old) => columns.get(parts.keys[old] ?? 0) ?? 0),
  }
  const meaning = meaningOf(words, keys.length)
  const linear = unpacked(model.header, parts, keys)
  const classOf = new Map(labels.map((label, k) => [label, k]))
  const examples = [
    ...decided.map((prepared) => ({ prepared, weight: 1 })),
    ...known.map((prepared) => ({ prepared, weight: settings.repeated })),
  ].flatMap(({ prepared: { row, features }, weight }) => {
    const own = row.slugs.length === 0 ? classOf.get('') : classOf.get(row.slugs[0] ?? '')
    return own === undefined ? [] : [{ vector: vectorOf(features, columnOf, idf, meaning), own, weight }]
  })
  descend(linear, examples, model.header.temperature, seed)
  const { parts: refined, core } = quantise(linear, labels, keys, idf, words)
  return { parts: refined, core: { ...core, unheard, common, channels } }
}

/** The keys of the model and those that many decisions have, ascending; a new one is as rare as the rarest. */
const vocabulary = (parts: Parts, decided: readonly Prepared[]): { keys: Uint32Array; idf: Float32Array } => {
  const counts = new Map<number, number>()
  for (const { features } of decided)
    for (const key of new Set(features.map((feature) => feature.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  const known = new Map([...parts.keys].map((key, column) => [key, parts.idf[column] ?? 0]))
  const rarest = parts.idf.reduce((most, value) => Math.max(most, value), 0)
  for (const [key, count] of counts)
    if (count >= settings.leastRows && !known.has(key)) known.set(key, rarest)
  const sorted = [...known].sort(([a], [b]) => a - b)
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    idf: Float32Array.from(sorted, ([, value]) => value),
  }
}

/** The quantised table as a dense one, over the columns of `keys`. */
const unpacked = ({ labels, unit, bias, dimensions }: Header, parts: Parts, keys: Uint32Array): Linear => {
  const classes = labels.length
  const weights = new Float32Array((keys.length + dimensions) * classes)
  const columns = new Map([...keys].map((key, column) => [key, column]))
  for (let old = 0; old < parts.keys.length + dimensions; old++) {
    const column =
      old < parts.keys.length
        ? (columns.get(parts.keys[old] ?? 0) ?? 0)
        : keys.length + old - parts.keys.length
    const end = parts.from[old + 1] ?? 0
    for (let at = parts.from[old] ?? 0; at < end; at++)
      weights[column * classes + (parts.classes[at] ?? 0)] = (parts.weights[at] ?? 0) * unit
  }
  return { classes, weights, bias: Float32Array.from(bias) }
}

interface Lesson {
  readonly vector: ReturnType<typeof vectorOf>
  readonly own: number
  readonly weight: number
}

/** Stochastic gradient descent from where the weights are, each step held back to there. In place. */
const descend = (linear: Linear, lessons: readonly Lesson[], temperature: number, seed: number): void => {
  const { classes, weights, bias } = linear
  const start = weights.slice()
  const random = randomFrom(seed)
  const order = Array.from(lessons.keys())
  const p = new Float64Array(classes)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const swapped = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = swapped
    }
    const rate = settings.rate / (1 + epoch)
    for (const at of order) {
      const lesson = lessons[at]
      if (lesson === undefined) continue
      const { columns, values } = lesson.vector
      p.set(bias)
      for (let i = 0; i < columns.length; i++) {
        const from = (columns[i] ?? 0) * classes
        const value = values[i] ?? 0
        for (let k = 0; k < classes; k++) p[k] = (p[k] ?? 0) + value * (weights[from + k] ?? 0)
      }
      for (let k = 0; k < classes; k++) p[k] = (p[k] ?? 0) / temperature
      softmaxInPlace(p)
      p[lesson.own] = (p[lesson.own] ?? 0) - 1
      const move = rate * lesson.weight
      for (let i = 0; i < columns.length; i++) {
        const from = (columns[i] ?? 0) * classes
        const value = (values[i] ?? 0) * move
        for (let k = 0; k < classes; k++) {
          const now = weights[from + k] ?? 0
          weights[from + k] = now - value * (p[k] ?? 0) - settings.hold * (now - (start[from + k] ?? 0))
        }
      }
    }
  }
}
