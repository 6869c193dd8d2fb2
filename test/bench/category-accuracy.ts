/**
 * Measures the category classifier on the City's labelled text, against two naive Bayes classifiers that learn
 * from the same rows, and its speed and size. Prints figures only.
 * Run: `node test/bench/category-accuracy.ts [--data DIR]`; skips where the data is absent.
 * @module
 */
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { categoryClassifier, loadCategoryModel } from '../../classifiers/category/index.ts'
import { tokenise } from '../../classifiers/category/tokens.ts'
import { distinct, labelsOf, type Prepared, prepare } from '../../classifiers/train/fit.ts'
import { crossValidate, measure } from '../../classifiers/train/measure.ts'
import { bucketOf } from '../../classifiers/train/rows.ts'
import { allRows } from '../../classifiers/train/train.ts'

/** What `natural` needs of a classifier; its Bayes is loaded by sub-path, the package types its root only. */
interface NaturalBayes {
  addDocument(words: readonly string[], label: string): void
  train(): void
  getClassifications(words: readonly string[]): readonly { label: string; value: number }[]
}

type Rank = (words: readonly string[]) => readonly string[]

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    /** Also cross-validates the linear model (minutes); without it the committed card's figures are printed. */
    full: { type: 'boolean', default: false },
  },
})
const folds = 5
const smoothing = 0.01
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const wordsOf = ({ row }: Prepared): readonly string[] => tokenise(row.text).map(({ stem }) => stem)
const isCity = ({ row }: Prepared): boolean => row.source === 'staff' || row.source === 'picked'

/** Multinomial naive Bayes over stems with add-`smoothing` counts. */
const ownBayes = (rows: readonly Prepared[]): Rank => {
  const counts = new Map<string, { rows: number; words: number; of: Map<string, number> }>()
  const vocabulary = new Set<string>()
  for (const prepared of rows) {
    const label = prepared.row.type ?? ''
    const entry = counts.get(label) ?? { rows: 0, words: 0, of: new Map<string, number>() }
    counts.set(label, entry)
    entry.rows++
    for (const word of wordsOf(prepared)) {
      vocabulary.add(word)
      entry.words++
      entry.of.set(word, (entry.of.get(word) ?? 0) + 1)
    }
  }
  return (words) =>
    [...counts]
      .map(([label, entry]) => {
        const total = Math.log(entry.words + smoothing * vocabulary.size)
        const known = words.filter((word) => vocabulary.has(word))
        const odds = known.reduce(
          (sum, word) => sum + Math.log((entry.of.get(word) ?? 0) + smoothing) - total,
          Math.log(entry.rows / rows.length),
        )
        return { label, odds }
      })
      .sort((a, b) => b.odds - a.odds)
      .map(({ label }) => label)
}

const naturalBayes = (rows: readonly Prepared[]): Rank => {
  const require = createRequire(import.meta.url)
  const Bayes = require('natural/lib/natural/classifiers/bayes_classifier.js') as new (
    stemmer: undefined,
    smoothing: number,
  ) => NaturalBayes
  const bayes = new Bayes(undefined, smoothing)
  for (const prepared of rows) bayes.addDocument([...wordsOf(prepared)], prepared.row.type ?? '')
  bayes.train()
  return (words) => bayes.getClassifications([...words]).map(({ label }) => label)
}

/** Shares of messages whose type comes first, and among the first three; one fold held out. */
const judge = (name: string, learn: (rows: readonly Prepared[]) => Rank, rows: readonly Prepared[]): void => {
  const held = rows.filter(({ row }) => bucketOf(row.id, folds) === 0)
  const rank = learn(distinct(rows.filter(({ row }) => bucketOf(row.id, folds) !== 0)))
  const started = performance.now()
  const ranks = held.map((prepared) => ({ type: prepared.row.type ?? '', best: rank(wordsOf(prepared)) }))
  const eachMs = (performance.now() - started) / held.length
  const within = (n: number): number =>
    ranks.filter(({ type, best }) => best.slice(0, n).includes(type)).length / held.length
  const byType = [...Map.groupBy(ranks, ({ type }) => type)]
  const recall =
    byType.reduce(
      (sum, [type, list]) => sum + list.filter(({ best }) => best[0] === type).length / list.length,
      0,
    ) / byType.length
  say(
    `${name}: top-1 ${percent(within(1))}, top-3 ${percent(within(3))}, macro recall ${percent(recall)}, ${eachMs.toFixed(2)} ms a message (${held.length} messages)`,
  )
}

const speed = (): void => {
  const startedLoad = performance.now()
  const model = loadCategoryModel()
  const loadMs = performance.now() - startedLoad
  const classify = categoryClassifier(model)
  const text = 'there is a big pothole in front of my house and cars keep swerving around it, please fix it'
  for (let i = 0; i < 500; i++) classify(text, {})
  const started = performance.now()
  for (let i = 0; i < 2000; i++) classify(text, {})
  const eachMs = (performance.now() - started) / 2000
  const bytes = statSync(new URL('../../classifiers/category/model/category.bin', import.meta.url)).size
  say(
    `linear model: loads in ${loadMs.toFixed(0)} ms, ${eachMs.toFixed(3)} ms a message, ${(bytes / 1e6).toFixed(2)} MB`,
  )
}

const main = (): void => {
  speed()
  say(`linear model, as its card says: ${JSON.stringify(loadCategoryModel().header.card.accuracy)}`)
  if (!existsSync(join(options.data, 'text', 'labelled-by-staff.jsonl'))) {
    say(`category accuracy: skipped, no labelled text below ${options.data}`)
    return
  }
  const rows = prepare(allRows(options.data))
  judge('naive Bayes of natural, smoothing 0.01', naturalBayes, rows.filter(isCity))
  judge('naive Bayes of ours, smoothing 0.01', ownBayes, rows.filter(isCity))
  if (!options.full) return
  const answers = crossValidate(rows, labelsOf(rows), folds, 311, say)
  say(`linear model, cross-validated: ${JSON.stringify(measure(answers, folds).accuracy)}`)
}

main()
