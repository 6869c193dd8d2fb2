/**
 * From labelled rows to a packed category model. Deterministic: same rows and seed, same bytes.
 * @module
 */
import { type Feature, featuresOf, keyOf } from '../category/features.ts'
import { type CategoryModel, type Header, idfUnits, modelOf, type Parts } from '../category/model.ts'
import { tokenise } from '../category/tokens.ts'
import { type Meaning, meaningOf, vectorOf, type WordVectors } from '../category/vector.ts'
import { type Case, trainMargins } from './margins.ts'
import { type Row, type Source, sameness } from './rows.ts'
import { type Example, type Linear, scores, trainSoftmax } from './softmax.ts'
import { learnWordVectors } from './word-vectors.ts'

/** How much one row of a source counts; staff read the case, a resident picked from a short list. */
const sourceWeights: Readonly<Record<Source, number>> = {
  staff: 1,
  decided: 1,
  picked: 1,
  located: 1,
  phone: 0.5,
  tweet: 0.5,
  recent: 0.5,
  towns: 0.5,
  utterance: 1,
  catalogue: 0.5,
  none: 0.5,
  unlabelled: 0,
}

/** Found by cross-validation; see docs/accuracy.md. */
const settings = {
  epochs: 10,
  rate: 2,
  decay: 2e-5,
  balance: 0.3,
  /** More of the same among the City's types. */
  typeBalance: 0.2,
  leastRows: 2,
  conceptsAlone: 0.5,
  keptFrom: 0.12,
} as const

/** The support vector machines over services, and over the City's own types. */
const margins = { epochs: 8, cost: 0.3 } as const

/** What each part counts in the sum that becomes the one table of weights. */
const shares = {
  services: 4,
  types: 2,
  /** Taken from services no record of the City names, in scores, where the channel is not known. */
  unheard: 2.2,
  /** What the channel adds to that: see `Header.channels`. */
  channels: { buttons: { unheard: 3.8, none: 4.2 }, free: { unheard: -0.8, none: 0.4 } },
  /** Taken from "no service", which has no type of the City's either. */
  none: 0.4,
  /**
   * Times the log of a type's share of the City's messages, taken from its services: rare types get a hearing. What
   * else it might be is ranked without that.
   */
  frequency: 0.75,
  /** A type with a larger share is held back no more than one with this: between two common ones the words decide. */
  commonFrom: 0.1,
} as const

/** Rows that are learned a second time by their concepts alone. */
const spoken: ReadonlySet<Source> = new Set(['utterance', 'catalogue'])

/** A row with its features read once, for all folds. */
export interface Prepared {
  readonly row: Row
  readonly features: readonly Feature[]
  readonly same: string
  /** Keys of its first words, in reading order. */
  readonly words: readonly number[]
}

const maxWords = 150

export const prepare = (rows: readonly Row[]): readonly Prepared[] =>
  rows.map((row) => ({
    row,
    features: row.source === 'unlabelled' ? [] : featuresOf(row.text),
    same: sameness(row.text),
    words: tokenise(row.text)
      .slice(0, maxWords)
      .map(({ stem }) => keyOf('word', stem)),
  }))

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
export type Frame = Pick<Header, 'temperature' | 'calibration' | 'languages' | 'thresholds' | 'card'>

export interface Fitted {
  readonly parts: Parts
  readonly core: Quantised['core'] & Pick<Header, 'unheard' | 'common' | 'channels'>
}

/** The table of weights alone. */
interface Quantised {
  readonly parts: Parts
  readonly core: Pick<Header, 'labels' | 'features' | 'words' | 'dimensions' | 'entries' | 'unit' | 'bias'>
}

/**
 * Trains on `rows` (distinct already) and quantises the weights to 8 bits. Three linear models are learned from
 * the same vectors and added into one table: a softmax over all services, support vector machines over all
 * services, and support vector machines over the City's types, which know only what the City's own messages say.
 */
export const fitModel = (rows: readonly Prepared[], labels: readonly string[], seed: number): Fitted => {
  const labelled = rows.filter(({ row }) => row.source !== 'unlabelled')
  const { keys, idf } = vocabularyOf(labelled)
  const columns = new Map([...keys].map((key, column) => [key, column]))
  const columnOf = (key: number): number => columns.get(key) ?? -1
  const vectors = learnWordVectors(
    rows.map(({ words }) => words),
    columnOf,
    seed,
  )
  const meaning = meaningOf(vectors, keys.length)
  const examples = examplesOf(labelled, labels, columnOf, idf, meaning)
  const size = { classes: labels.length, columns: keys.length + vectors.dimensions, seed }
  const softmax = trainSoftmax(
    examples.map(({ example }) => example),
    { ...settings, ...size },
  )
  const services = trainMargins(casesOf(examples, softmax), { ...margins, ...size })
  const types = trainTypes(examples, labels, size)
  const { parts, core } = quantise(added(softmax, services, types, labels, rows), labels, keys, idf, vectors)
  const unheard = [...labels.keys()].filter((k) => labels[k] !== '' && (types.typeOf[k] ?? -1) < 0)
  const common = [...types.typeOf].map((type) => Math.round(10_000 * commonness(types, type)) / 10_000)
  return { parts, core: { ...core, unheard, common, channels: shares.channels } }
}

interface Learned {
  readonly row: Row
  readonly example: Example
  /** The row once more, by its concepts alone. */
  readonly again: boolean
}

const examplesOf = (
  rows: readonly Prepared[],
  labels: readonly string[],
  columnOf: (key: number) => number,
  idf: Float32Array,
  meaning: Meaning,
): readonly Learned[] => {
  const classOf = new Map(labels.map((label, k) => [label, k]))
  const sizes = new Map<string, number>()
  for (const { row } of rows) sizes.set(row.slugs.join(), (sizes.get(row.slugs.join()) ?? 0) + 1)
  const middle = rows.length / sizes.size
  return rows.flatMap(({ row, features }): readonly Learned[] => {
    const size = sizes.get(row.slugs.join()) ?? 1
    const classes = (row.slugs.length === 0 ? [''] : [...row.slugs, ...(row.also ?? [])]).flatMap(
      (slug) => classOf.get(slug) ?? [],
    )
    const weight = sourceWeights[row.source] * (middle / size) ** settings.balance
    const whole = {
      row,
      again: false,
      example: { vector: vectorOf(features, columnOf, idf, meaning), classes, weight },
    }
    const concepts = features.filter(({ family }) => family === 'concept')
    if (!spoken.has(row.source) || concepts.length === 0) return [whole]
    // Once more by its concepts alone: all that is left of it in a language the model has seen little of.
    const vector = vectorOf(concepts, columnOf, idf)
    return [
      whole,
      { row, again: true, example: { vector, classes, weight: weight * settings.conceptsAlone } },
    ]
  })
}

/** Each row for the one of its classes that the softmax holds most likely; the others are spared. */
const casesOf = (examples: readonly Learned[], softmax: Linear): readonly Case[] => {
  const found = new Float64Array(softmax.classes)
  return examples.map(({ example: { vector, classes, weight } }) => {
    if (classes.length > 1) scores(softmax, vector, found)
    const own = classes.reduce(
      (best, k) => ((found[k] ?? 0) > (found[best] ?? 0) ? k : best),
      classes[0] ?? -1,
    )
    return { vector, own, spare: classes.filter((k) => k !== own), weight }
  })
}

/** Rows whose label is one of the City's types. */
const typed: ReadonlySet<Source> = new Set(['staff', 'picked', 'phone', 'tweet', 'located'])

interface Types {
  readonly linear: Linear
  /** Type number of each class, -1 where no record of the City names the service. */
  readonly typeOf: Int32Array
  /** Share of each type among the City's messages, 0…1. */
  readonly share: readonly number[]
}

const trainTypes = (
  examples: readonly Learned[],
  labels: readonly string[],
  size: { readonly columns: number; readonly seed: number },
): Types => {
  const known = examples.filter(({ row, again }) => typed.has(row.source) && row.type !== null && !again)
  const counts = new Map<string, number>()
  const typeOfSlug = new Map<string, string>()
  for (const { row } of known) {
    if ((row.source !== 'staff' && row.source !== 'picked') || row.type === null) continue
    counts.set(row.type, (counts.get(row.type) ?? 0) + 1)
    for (const slug of row.slugs) typeOfSlug.set(slug, row.type)
  }
  const names = [...counts.keys()].sort()
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const cases = known.flatMap(({ row, example }) => {
    const own = names.indexOf(row.type ?? '')
    const rarer = (total / names.length / (counts.get(row.type ?? '') ?? 1)) ** settings.typeBalance
    return own < 0 ? [] : [{ vector: example.vector, own, spare: [], weight: example.weight * rarer }]
  })
  return {
    linear: trainMargins(cases, { ...margins, ...size, classes: names.length }),
    typeOf: Int32Array.from(labels, (label) => names.indexOf(typeOfSlug.get(label) ?? '')),
    share: names.map((name) => (counts.get(name) ?? 0) / total),
  }
}

/** What is taken from the services of a type for being common, in scores; below 0 for a rare one. */
const commonness = ({ share, linear }: Types, type: number): number =>
  type < 0 ? 0 : shares.frequency * Math.log(Math.min(share[type] ?? 0, shares.commonFrom) * linear.classes)

/**
 * The three as one. Our utterances give every service the same say; residents do not: services that no record of
 * the City names start lower, so that they win by their own words and not by a doubtful message.
 */
const added = (
  softmax: Linear,
  services: Linear,
  types: Types,
  labels: readonly string[],
  rows: readonly Prepared[],
): Linear => {
  const { classes } = softmax
  const of = types.linear.classes
  const weights = Float32Array.from(softmax.weights, (weight, at) => {
    const type = types.typeOf[at % classes] ?? -1
    const own = type < 0 ? 0 : (types.linear.weights[Math.floor(at / classes) * of + type] ?? 0)
    return weight + shares.services * (services.weights[at] ?? 0) + shares.types * own
  })
  const heard = rows.some(({ row }) => typed.has(row.source))
  const bias = Float32Array.from(softmax.bias, (value, k) => {
    const type = types.typeOf[k] ?? -1
    const base = value + shares.services * (services.bias[k] ?? 0)
    if (labels[k] === '') return base - (heard ? shares.none : 0)
    if (type < 0) return base - (heard ? shares.unheard : 0)
    return base + shares.types * (types.linear.bias[type] ?? 0) - commonness(types, type)
  })
  return { classes, weights, bias }
}

/** Keys that stand in at least two rows, ascending, with log inverse document frequency. */
export const vocabularyOf = (rows: readonly Prepared[]): { keys: Uint32Array; idf: Float32Array } => {
  const counts = new Map<number, number>()
  for (const { features } of rows) {
    for (const key of new Set(features.map((feature) => feature.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= settings.leastRows).sort(([a], [b]) => a - b)
  return {
    keys: Uint32Array.from(kept, ([key]) => key),
    idf: Float32Array.from(
      kept,
      ([, count]) => Math.round((Math.log((1 + rows.length) / (1 + count)) + 1) * idfUnits) / idfUnits,
    ),
  }
}

/**
 * Sparse 8-bit weights. A constant added to all classes of a feature changes no probability, so each feature's
 * median is taken off first: most classes then stand at nearly nothing and are dropped. Not so those of the
 * dimensions of meaning, which every text has a part in.
 */
export const quantise = (
  linear: Linear,
  labels: readonly string[],
  keys: Uint32Array,
  idf: Float32Array,
  words: WordVectors,
): Quantised => {
  const n = labels.length
  const row = new Float32Array(n)
  const largest = linear.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const unit = Math.min(largest, 16) / 127
  const rows = keys.length + words.dimensions
  const from = new Uint32Array(rows + 1)
  const classes: number[] = []
  const weights: number[] = []
  for (let column = 0; column < rows; column++) {
    const least = column < keys.length ? settings.keptFrom : 0
    row.set(linear.weights.subarray(column * n, (column + 1) * n))
    const median = row.toSorted()[n >> 1] ?? 0
    for (let k = 0; k < n; k++) {
      const weight = (row[k] ?? 0) - median
      if (Math.abs(weight) < least) continue
      const rounded = Math.max(-127, Math.min(127, Math.round(weight / unit)))
      if (rounded === 0) continue
      classes.push(k)
      weights.push(rounded)
    }
    from[column + 1] = classes.length
  }
  const bias = [...linear.bias].map((value) => Math.round(value * 10_000) / 10_000)
  const parts = {
    keys,
    idf,
    from,
    classes: Uint8Array.from(classes),
    weights: Int8Array.from(weights),
    words,
  }
  const { dimensions } = words
  const sizes = { features: keys.length, words: words.columns.length, dimensions }
  return { parts, core: { labels: [...labels], ...sizes, entries: classes.length, unit, bias } }
}

/** A model that can classify, from what training found and the rest of its header. */
export const assemble = (fitted: Fitted, frame: Frame, sha: string): CategoryModel =>
  modelOf({ format: 'intake311-category-4', sha256: sha, ...fitted.core, ...frame }, fitted.parts)
