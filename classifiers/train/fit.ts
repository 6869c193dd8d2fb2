/**
 * From labelled rows to a packed category model. Deterministic: same rows and seed, same bytes.
 * @module
 */
import { type Feature, featuresOf } from '../category/features.ts'
import { type CategoryModel, type Header, modelOf, type Parts } from '../category/model.ts'
import { vectorOf } from '../category/vector.ts'
import { type Row, type Source, sameness } from './rows.ts'
import { type Example, type Linear, trainSoftmax } from './softmax.ts'

/** How much one row of a source counts; staff read the case, a resident picked from a short list. */
const sourceWeights: Readonly<Record<Source, number>> = {
  staff: 1,
  decided: 1,
  picked: 1,
  phone: 0.5,
  recent: 0.5,
  towns: 0.5,
  utterance: 1,
  catalogue: 0.5,
  none: 0.5,
}

/** Found by cross-validation; see docs/accuracy.md. */
const settings = {
  epochs: 15,
  rate: 2,
  decay: 2e-5,
  balance: 0.3,
  leastRows: 2,
  conceptsAlone: 0.5,
  unheard: 1,
  keptFrom: 0.06,
} as const

/** Rows that are learned a second time by their concepts alone. */
const spoken: ReadonlySet<Source> = new Set(['utterance', 'catalogue'])

/** A row with its features read once, for all folds. */
export interface Prepared {
  readonly row: Row
  readonly features: readonly Feature[]
  readonly same: string
}

export const prepare = (rows: readonly Row[]): readonly Prepared[] =>
  rows.map((row) => ({ row, features: featuresOf(row.text), same: sameness(row.text) }))

/** Near-duplicates out: the first row of each text and label stays. */
export const distinct = (rows: readonly Prepared[]): readonly Prepared[] => {
  const seen = new Set<string>()
  return rows.filter(({ row, same }) => {
    const key = `${same}\n${row.slugs.join()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Class names in order: services by name, then '' for "no service". */
export const labelsOf = (rows: readonly Prepared[]): readonly string[] => [
  ...[...new Set(rows.flatMap(({ row }) => row.slugs))].sort(),
  '',
]

/** What a header needs besides what training itself finds. */
export type Frame = Pick<Header, 'temperature' | 'calibration' | 'thresholds' | 'card'>

export interface Fitted {
  readonly parts: Parts
  readonly core: Pick<Header, 'labels' | 'features' | 'entries' | 'unit' | 'bias'>
}

/** Trains on `rows` (distinct already) and quantises the weights to 8 bits. */
export const fitModel = (rows: readonly Prepared[], labels: readonly string[], seed: number): Fitted => {
  const { keys, idf } = vocabularyOf(rows)
  const columns = new Map([...keys].map((key, column) => [key, column]))
  const columnOf = (key: number): number => columns.get(key) ?? -1
  const classOf = new Map(labels.map((label, k) => [label, k]))
  const sizes = new Map<string, number>()
  for (const { row } of rows) sizes.set(row.slugs.join(), (sizes.get(row.slugs.join()) ?? 0) + 1)
  const middle = rows.length / sizes.size
  const examples = rows.flatMap(({ row, features }): readonly Example[] => {
    const size = sizes.get(row.slugs.join()) ?? 1
    const classes = (row.slugs.length === 0 ? [''] : [...row.slugs, ...(row.also ?? [])]).flatMap(
      (slug) => classOf.get(slug) ?? [],
    )
    const weight = sourceWeights[row.source] * (middle / size) ** settings.balance
    const whole = { vector: vectorOf(features, columnOf, idf), classes, weight }
    const concepts = features.filter(({ family }) => family === 'concept')
    if (!spoken.has(row.source) || concepts.length === 0) return [whole]
    // Once more by its concepts alone: all that is left of it in a language the model has seen little of.
    return [
      whole,
      { vector: vectorOf(concepts, columnOf, idf), classes, weight: weight * settings.conceptsAlone },
    ]
  })
  const linear = trainSoftmax(examples, { ...settings, classes: labels.length, columns: keys.length, seed })
  discountUnheard(linear, labels, rows)
  return quantise(linear, labels, keys, idf)
}

/**
 * Our utterances give every service the same say; residents do not. Services that no record of the City names
 * start `unheard` lower (in log-odds), so that they win by their own words and not by a doubtful message.
 */
const discountUnheard = (linear: Linear, labels: readonly string[], rows: readonly Prepared[]): void => {
  const heard = new Set(
    rows
      .filter(({ row }) => row.source === 'staff' || row.source === 'picked')
      .flatMap(({ row }) => [...row.slugs, ...(row.also ?? [])]),
  )
  for (const [k, label] of labels.entries()) {
    if (label !== '' && !heard.has(label)) linear.bias[k] = (linear.bias[k] ?? 0) - settings.unheard
  }
}

/** Keys that stand in at least two rows, ascending, with log inverse document frequency. */
const vocabularyOf = (rows: readonly Prepared[]): { keys: Uint32Array; idf: Float32Array } => {
  const counts = new Map<number, number>()
  for (const { features } of rows) {
    for (const key of new Set(features.map((feature) => feature.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= settings.leastRows).sort(([a], [b]) => a - b)
  return {
    keys: Uint32Array.from(kept, ([key]) => key),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + rows.length) / (1 + count)) + 1),
  }
}

/**
 * Sparse 8-bit weights. A constant added to all classes of a feature changes no probability, so each feature's
 * median is taken off first: most classes then stand at nearly nothing and are dropped.
 */
const quantise = (
  linear: Linear,
  labels: readonly string[],
  keys: Uint32Array,
  idf: Float32Array,
): Fitted => {
  const n = labels.length
  const row = new Float32Array(n)
  const largest = linear.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const unit = Math.min(largest, 8) / 127
  const from = new Uint32Array(keys.length + 1)
  const classes: number[] = []
  const weights: number[] = []
  for (let column = 0; column < keys.length; column++) {
    row.set(linear.weights.subarray(column * n, (column + 1) * n))
    const median = row.toSorted()[n >> 1] ?? 0
    for (let k = 0; k < n; k++) {
      const weight = (row[k] ?? 0) - median
      if (Math.abs(weight) < settings.keptFrom) continue
      const rounded = Math.max(-127, Math.min(127, Math.round(weight / unit)))
      if (rounded === 0) continue
      classes.push(k)
      weights.push(rounded)
    }
    from[column + 1] = classes.length
  }
  const bias = [...linear.bias].map((value) => Math.round(value * 10_000) / 10_000)
  const parts = { keys, idf, from, classes: Uint8Array.from(classes), weights: Int8Array.from(weights) }
  return { parts, core: { labels: [...labels], features: keys.length, entries: classes.length, unit, bias } }
}

/** A model that can classify, from what training found and the rest of its header. */
export const assemble = (fitted: Fitted, frame: Frame, sha: string): CategoryModel =>
  modelOf({ format: 'intake311-category-1', sha256: sha, ...fitted.core, ...frame }, fitted.parts)
