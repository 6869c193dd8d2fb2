/**
 * Compares kinds of model on one held-out fold of the City's messages and writes `models.json` for the report.
 * Run: `node test/accuracy/compare-models.ts --data DIR` (a quarter of an hour, most of it `natural`'s logistic regression),
 * with `--only TEXT` to measure again the models whose name holds TEXT. The City's data stays where it is.
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { score } from '../../classifiers/category/classify.ts'
import { featuresOf } from '../../classifiers/category/features.ts'
import { tokenise } from '../../classifiers/category/tokens.ts'
import { vectorOf } from '../../classifiers/category/vector.ts'
import {
  assemble,
  distinct,
  fitModel,
  labelsOf,
  type Prepared,
  prepare,
  vocabularyOf,
} from '../../classifiers/train/fit.ts'
import { trainMargins } from '../../classifiers/train/margins.ts'
import { noCard, raw } from '../../classifiers/train/measure.ts'
import { bucketOf } from '../../classifiers/train/rows.ts'
import { type Linear, scores, trainSoftmax } from '../../classifiers/train/softmax.ts'
import { allRows } from '../../classifiers/train/train.ts'
import { type Compared, comparedFile } from './compared.ts'

/** What `natural` needs of a classifier; it is loaded by sub-path, the package types its root only. */
interface NaturalClassifier {
  addDocument(words: readonly string[], label: string): void
  train(): void
  getClassifications(words: readonly string[]): readonly { label: string; value: number }[]
}

/** Labels of one message, best first. */
type Rank = (prepared: Prepared) => readonly string[]

interface Contender {
  readonly name: string
  /** Learns from the given rows; `from` says how many there were. */
  readonly learn: (rows: readonly Prepared[]) => { readonly rank: Rank; readonly from: number }
}

const folds = 5
const seed = 311
/** `natural`'s logistic regression works on dense vectors: more rows take hours. */
const sampleSize = 600
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const require = createRequire(import.meta.url)
const wordsOf = ({ row }: Prepared): string[] => tokenise(row.text).map(({ stem }) => stem)
const typeOf = ({ row }: Prepared): string => row.type ?? ''
const isCity = ({ row }: Prepared): boolean => row.source === 'staff' || row.source === 'picked'
const byScore = (names: readonly string[], found: Float64Array): readonly string[] =>
  [...names.keys()].sort((a, b) => (found[b] ?? 0) - (found[a] ?? 0)).map((k) => names[k] ?? '')

/** `natural` stems words itself unless they come as a list, as here. */
const natural = (file: string, smoothing?: number): NaturalClassifier => {
  const Classifier = require(`natural/lib/natural/classifiers/${file}.js`) as new (
    stemmer: undefined,
    smoothing?: number,
  ) => NaturalClassifier
  return new Classifier(undefined, smoothing)
}

const naturalRank = (
  classifier: NaturalClassifier,
  rows: readonly Prepared[],
): { readonly rank: Rank; readonly from: number } => {
  for (const prepared of rows) classifier.addDocument(wordsOf(prepared), typeOf(prepared))
  classifier.train()
  return {
    rank: (prepared) => classifier.getClassifications(wordsOf(prepared)).map(({ label }) => label),
    from: rows.length,
  }
}

/** Complement naive Bayes with normalised weights over stems. Source: Rennie et al. 2003, "Tackling the poor assumptions". */
const complementBayes = (rows: readonly Prepared[]): { readonly rank: Rank; readonly from: number } => {
  const names = [...new Set(rows.map(typeOf))].sort()
  const numbers = new Map<string, number>()
  const counts: Float64Array[] = names.map(() => new Float64Array(0))
  for (const prepared of rows)
    for (const word of wordsOf(prepared)) if (!numbers.has(word)) numbers.set(word, numbers.size)
  for (const k of names.keys()) counts[k] = new Float64Array(numbers.size)
  for (const prepared of rows) {
    const own = counts[names.indexOf(typeOf(prepared))]
    for (const word of wordsOf(prepared)) {
      const at = numbers.get(word) ?? 0
      if (own) own[at] = (own[at] ?? 0) + 1
    }
  }
  const all = new Float64Array(numbers.size)
  for (const list of counts) for (const [at, n] of list.entries()) all[at] = (all[at] ?? 0) + n
  const weights = counts.map((own) => {
    const other = all.map((n, at) => n - (own[at] ?? 0) + 0.5)
    const total = other.reduce((sum, n) => sum + n, 0)
    const logs = other.map((n) => -Math.log(n / total))
    const length = logs.reduce((sum, w) => sum + Math.abs(w), 0)
    return logs.map((w) => w / length)
  })
  const rank: Rank = (prepared) => {
    const found = new Float64Array(names.length)
    for (const word of wordsOf(prepared)) {
      const at = numbers.get(word)
      if (at === undefined) continue
      for (const k of names.keys()) found[k] = (found[k] ?? 0) + (weights[k]?.[at] ?? 0)
    }
    return byScore(names, found)
  }
  return { rank, from: rows.length }
}

/** A linear model over our features and the City's types. */
const linear =
  (train: (parts: LinearParts) => Linear): Contender['learn'] =>
  (rows) => {
    const { keys, idf } = vocabularyOf(rows)
    const columns = new Map([...keys].map((key, column) => [key, column]))
    const columnOf = (key: number): number => columns.get(key) ?? -1
    const names = [...new Set(rows.map(typeOf))].sort()
    const cases = rows.map((prepared) => ({
      vector: vectorOf(prepared.features, columnOf, idf),
      own: names.indexOf(typeOf(prepared)),
    }))
    const model = train({ cases, classes: names.length, columns: keys.length })
    const found = new Float64Array(names.length)
    const rank: Rank = ({ row }) => {
      scores(model, vectorOf(featuresOf(row.text), columnOf, idf), found)
      return byScore(names, found)
    }
    return { rank, from: rows.length }
  }

interface LinearParts {
  readonly cases: readonly { readonly vector: ReturnType<typeof vectorOf>; readonly own: number }[]
  readonly classes: number
  readonly columns: number
}

const logistic = ({ cases, classes, columns }: LinearParts): Linear =>
  trainSoftmax(
    cases.map(({ vector, own }) => ({ vector, classes: [own], weight: 1 })),
    { classes, columns, epochs: 12, rate: 2, decay: 2e-5, seed },
  )
const vectorMachine = ({ cases, classes, columns }: LinearParts): Linear =>
  trainMargins(
    cases.map(({ vector, own }) => ({ vector, own, spare: [], weight: 1 })),
    { classes, columns, epochs: 8, cost: 0.3, seed },
  )
const both = (parts: LinearParts): Linear => {
  const one = logistic(parts)
  const other = vectorMachine(parts)
  return {
    classes: one.classes,
    weights: one.weights.map((w, at) => w + 3 * (other.weights[at] ?? 0)),
    bias: one.bias.map((b, k) => b + 3 * (other.bias[k] ?? 0)),
  }
}

/** Every k-th row, so that types keep their shares. */
const sampleOf = (rows: readonly Prepared[]): readonly Prepared[] => {
  const every = Math.max(1, Math.floor(rows.length / sampleSize))
  return rows.filter((_, i) => i % every === 0)
}

const contenders: readonly Contender[] = [
  {
    name: 'Bayes of `natural` as it comes',
    learn: (rows) => naturalRank(natural('bayes_classifier'), rows),
  },
  {
    name: 'Bayes of `natural`, smoothing 0.01',
    learn: (rows) => naturalRank(natural('bayes_classifier', 0.01), rows),
  },
  {
    name: 'logistic regression of `natural`, on a sample',
    learn: (rows) => naturalRank(natural('logistic_regression_classifier'), sampleOf(rows)),
  },
  { name: 'complement naive Bayes', learn: complementBayes },
  { name: 'logistic regression', learn: linear(logistic) },
  { name: 'linear support vector machine', learn: linear(vectorMachine) },
  { name: 'the two together', learn: linear(both) },
]

const judge = (name: string, rank: Rank, from: number, held: readonly Prepared[]): Compared => {
  const started = performance.now()
  const ranks = held.map((prepared) => ({ type: typeOf(prepared), best: rank(prepared) }))
  const msEach = (performance.now() - started) / held.length
  const within = (list: typeof ranks, n: number): number =>
    list.filter(({ type, best }) => best.slice(0, n).includes(type)).length / list.length
  const groups = [...Map.groupBy(ranks, ({ type }) => type).values()]
  const four = (value: number): number => Math.round(value * 10_000) / 10_000
  const result = {
    name,
    learnedFrom: from,
    top1: four(within(ranks, 1)),
    top3: four(within(ranks, 3)),
    macroRecall: four(groups.reduce((sum, list) => sum + within(list, 1), 0) / groups.length),
    msEach: four(msEach),
  }
  say(JSON.stringify(result))
  return result
}

/** The shipped kind of model, trained on everything but the fold: a type is as good as its best service. */
const shipped = (all: readonly Prepared[], isHeld: (prepared: Prepared) => boolean): Contender => ({
  name: 'as shipped: all services',
  learn: () => {
    const rows = distinct(all.filter((prepared) => !isHeld(prepared)))
    const labels = labelsOf(all)
    const types = new Map(all.filter(isCity).flatMap(({ row }) => row.slugs.map((s) => [s, row.type ?? ''])))
    const model = assemble(fitModel(rows, labels, seed), { ...raw, card: noCard }, '')
    return {
      rank: ({ row }) =>
        byScore(
          labels.map((label) => types.get(label) ?? label),
          score(model, row.text, 'open311').probabilities,
        ),
      from: rows.length,
    }
  },
})

const main = (): number => {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: '../shared/data' }, only: { type: 'string', default: '' } },
  })
  if (!existsSync(join(values.data, 'text', 'labelled-by-staff.jsonl'))) {
    process.stderr.write(`compare-models: no labelled text below ${values.data}; models.json stays.\n`)
    return 66
  }
  const all = prepare(allRows(values.data))
  const city = all.filter(isCity)
  const isHeld = ({ row }: Prepared): boolean => bucketOf(row.id, folds) === 0
  const held = city.filter(isHeld)
  const learned = distinct(city.filter((prepared) => !isHeld(prepared)))
  const hash = createHash('sha256')
  for (const { row } of city) hash.update(JSON.stringify([row.id, row.text, row.type]))
  const dataSha256 = hash.digest('hex')
  const path = new URL('./models.json', import.meta.url)
  const before = existsSync(path) ? comparedFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
  const known = before?.dataSha256 === dataSha256 ? before.models : []
  const models = [...contenders, shipped(all, isHeld)].map(({ name, learn }) => {
    const kept = name.includes(values.only) ? undefined : known.find((model) => model.name === name)
    if (kept) return kept
    const { rank, from } = learn(learned)
    return judge(name, rank, from, held)
  })
  const file = comparedFile.parse({
    dataSha256,
    date: new Date().toISOString().slice(0, 10),
    messages: held.length,
    models,
  })
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`)
  return 0
}

process.exitCode = main()
