/**
 * `node classifiers/train/answers.ts`: fits the curve of the answer finder and prints it with the threshold that is
 * right 19 times in 20. Fitted on `fixtures/understanding/answers.tsv`, each question against an index without the
 * ways to ask that repeat it, for many were added because of it; and on reports, which are no questions.
 * `answers-held-out.tsv`, written after the ways to ask and only counted, is not read by this program.
 * @module
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { answers } from '../../src/city/boston/answers/index.ts'
import { places } from '../../src/city/boston/answers/places.ts'
import { unanswered } from '../../src/city/boston/answers/unanswered.ts'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import type { Curve, Fit } from '../answers/curve.ts'
import { probability } from '../answers/curve.ts'
import { waysOf } from '../answers/index.ts'
import { ranker } from '../answers/ranker.ts'
import { termsOf } from '../answers/terms.ts'
import { thresholdAt } from '../calibrate.ts'
import { bucketOf } from './rows.ts'

/** A question as somebody may ask it; `id` is the answer that fits, null where none does. */
export interface Asked {
  readonly id: string | null
  readonly language: string
  readonly text: string
}

/** The questions of `fixtures/understanding/<table>.tsv`: `id or none<TAB>language<TAB>text`. */
export const askedOf = (table: 'answers' | 'answers-held-out'): readonly Asked[] =>
  readFileSync(new URL(`../../fixtures/understanding/${table}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [id, language, text] = line.split('\t')
      if (id === undefined || language === undefined || text === undefined) return []
      return [{ id: id === 'none' ? null : id, language, text }]
    })

const names = ['nearest', 'covered', 'lead', 'words', 'mass', 'asks', 'strange'] as const
/** Strength of the pull to zero: few questions must not make steep curves. */
const ridge = 0.002
const steps = 3_000
const rate = 1

interface Outcome {
  readonly fit: Fit
  readonly right: boolean
  readonly weight: number
}

/** Logistic regression by gradient descent from zero: the same figures on every machine. */
export function fitCurve(outcomes: readonly Outcome[]): Curve {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0)
  const curve: Record<keyof Curve, number> = {
    constant: 0,
    nearest: 0,
    covered: 0,
    asks: 0,
    lead: 0,
    words: 0,
    mass: 0,
    strange: 0,
  }
  for (let step = 0; step < steps; step++) {
    const slope: Record<keyof Curve, number> = { ...curve, constant: 0 }
    for (const name of names) slope[name] = ridge * curve[name]
    for (const { fit, right, weight } of outcomes) {
      const error = ((probability(fit, curve) - (right ? 1 : 0)) * weight) / total
      slope.constant += error
      for (const name of names) slope[name] += error * fit[name]
    }
    curve.constant -= rate * slope.constant
    for (const name of names) curve[name] -= rate * slope[name]
  }
  const round = (value: number): number => Math.round(value * 100) / 100
  return {
    constant: round(curve.constant),
    nearest: round(curve.nearest),
    covered: round(curve.covered),
    asks: round(curve.asks),
    lead: round(curve.lead),
    words: round(curve.words),
    mass: round(curve.mass),
    strange: round(curve.strange),
  }
}

/** Two texts that share this much of their words are taken for one. */
const repeats = 0.6

/** What the finder says to each question, where it says anything. */
export function outcomes(asked: readonly Asked[]): readonly Outcome[] {
  const ways = waysOf(answers, unanswered).map((way) => ({ ...way, words: new Set(termsOf(way.text).words) }))
  return asked.flatMap(({ id, text }) => {
    const own = termsOf(text).words
    const rank = ranker(
      ways.filter(({ words }) => likeness(own, words) < repeats),
      places,
    )
    const first = rank(text)[0]
    if (first === undefined || first.id === null) return []
    return [{ fit: first.fit, right: first.id === id, weight: 1 }]
  })
}

/**
 * What the finder would say to reports, which are no questions at all: half of our own utterances. Together they
 * weigh as much as the questions without an answer: few of them ever reach the finder, but a wrong answer to a
 * report is the worst.
 */
export function onReports(half: 0 | 1, weight: number): readonly Outcome[] {
  const rank = ranker(waysOf(answers, unanswered), places)
  const reports = loadUtterances().filter(({ text }) => bucketOf(text, 2) === half)
  return reports.flatMap(({ text }) => {
    const first = rank(text)[0]
    if (first === undefined || first.id === null) return []
    return [{ fit: first.fit, right: false, weight: weight / reports.length }]
  })
}

/** Words of both, of all words (Jaccard). */
function likeness(words: readonly string[], others: ReadonlySet<string>): number {
  const both = words.filter((word) => others.has(word)).length
  return both === 0 ? 0 : both / (words.length + others.size - both)
}

const isProgram = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isProgram) {
  const asked = askedOf('answers')
  const all = outcomes(asked)
  const curve = fitCurve([...all, ...onReports(0, asked.filter(({ id }) => id === null).length)])
  const { threshold, kept } = thresholdAt(
    all.map(({ fit, right, weight }) => ({ share: probability(fit, curve), right, weight })),
    0.95,
  )
  process.stdout.write(`${JSON.stringify({ curve, threshold, kept, questions: all.length }, null, 2)}\n`)
}
