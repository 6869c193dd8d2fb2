/**
 * Cross-validation of the category model: every figure of its card is measured on rows it did not see.
 * @module
 */

import {
  calibrated,
  calibrationError,
  fitIsotonic,
  type Knots,
  type Outcome,
  thresholdAt,
} from '../calibrate.ts'
import { score } from '../category/classify.ts'
import type { Card, Header } from '../category/model.ts'
import { assemble, distinct, fitModel, type Prepared } from './fit.ts'
import { bucketOf, type Source } from './rows.ts'

/** One held-out row and the model's answer, best classes first (never ''). */
export interface Answer {
  readonly prepared: Prepared
  readonly fold: number
  readonly best: readonly { readonly slug: string; readonly share: number }[]
  readonly none: number
  readonly familiar: boolean
}

/** Rows of these sources are held out in turn; the others help in every fold. */
const judged: ReadonlySet<Source> = new Set(['staff', 'picked', 'utterance', 'none'])
const raw: Pick<Header, 'temperature' | 'calibration' | 'thresholds'> = {
  temperature: 1,
  calibration: [
    [0, 0],
    [1, 1],
  ],
  thresholds: { precision95: 1, precision90: 1, floor: 0 },
}
const noCard: Card = {
  trainedFrom: '',
  dataSha256: '0'.repeat(64),
  dataUntil: '',
  seed: 0,
  rows: {},
  distinctRows: 0,
  folds: 0,
  accuracy: {
    messages: 0,
    top1: 0,
    top3: 0,
    macroRecall: 0,
    calibrationError: 0,
    answeredAt95: 0,
    utteranceTop1: 0,
    utteranceTop3: 0,
    noneAbstained: 0,
  },
  recall: {},
}

/** Answers for every judged row, each by a model trained without its fold. Split by hash of the request id. */
export const crossValidate = (
  rows: readonly Prepared[],
  labels: readonly string[],
  folds: number,
  seed: number,
  say: (line: string) => void,
): readonly Answer[] => {
  const answers: Answer[] = []
  for (let fold = 0; fold < folds; fold++) {
    const held = (prepared: Prepared): boolean =>
      judged.has(prepared.row.source) && bucketOf(prepared.row.id, folds) === fold
    const fitted = fitModel(distinct(rows.filter((row) => !held(row))), labels, seed)
    const model = assemble(fitted, { ...raw, card: noCard }, '')
    for (const prepared of rows.filter(held)) {
      const { probabilities, familiar } = score(model, prepared.row.text)
      const best = [...probabilities.keys()]
        .map((k) => ({ slug: labels[k] ?? '', share: probabilities[k] ?? 0 }))
        .filter(({ slug }) => slug !== '')
        .sort((a, b) => b.share - a.share)
        .slice(0, 6)
      answers.push({ prepared, fold, best, none: probabilities[labels.length - 1] ?? 0, familiar })
    }
    say(`fold ${fold + 1} of ${folds}: ${fitted.core.features} features, ${fitted.core.entries} weights`)
  }
  return answers
}

/** Right by the crosswalk: the City's label is one of the types of the service named. */
const right = ({ prepared, best }: Answer, within: number): boolean =>
  best.slice(0, within).some(({ slug }) => prepared.row.slugs.includes(slug))

const outcomeOf = (answer: Answer, weight = 1): Outcome => ({
  share: answer.best[0]?.share ?? 0,
  right: right(answer, 1),
  weight,
})

const of = (answers: readonly Answer[], ...sources: readonly Source[]): readonly Answer[] =>
  answers.filter(({ prepared }) => sources.includes(prepared.row.source))

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const shareRight = (answers: readonly Answer[], within: number): number =>
  meanOf(answers.map((answer) => (right(answer, within) ? 1 : 0)))

/** Calibration from held-out answers: the City's rows as they come, our utterances at half. */
export const calibrationOf = (answers: readonly Answer[]): Knots =>
  fitIsotonic([
    ...of(answers, 'staff', 'picked').map((answer) => outcomeOf(answer)),
    ...of(answers, 'utterance').map((answer) => outcomeOf(answer, 0.5)),
  ]).map(([share, probability]) => [round(share), round(probability)] as const)

const round = (value: number): number => Math.round(value * 10_000) / 10_000

export interface Measured {
  readonly calibration: Knots
  readonly thresholds: Header['thresholds']
  readonly accuracy: Card['accuracy']
  readonly recall: Card['recall']
}

/** Everything the card says of `answers`. The calibration's own error is taken fold by fold, fitted on the others. */
export const measure = (answers: readonly Answer[], folds: number): Measured => {
  const calibration = calibrationOf(answers)
  const city = of(answers, 'staff', 'picked')
  const crossed = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const knots = calibrationOf(answers.filter((answer) => answer.fold !== fold))
    return city
      .filter((answer) => answer.fold === fold)
      .map((answer) => ({ ...outcomeOf(answer), share: calibrated(knots, answer.best[0]?.share ?? 0) }))
  })
  const at95 = thresholdAt(
    city.map((answer) => outcomeOf(answer)),
    0.95,
  )
  const at90 = thresholdAt(
    city.map((answer) => outcomeOf(answer)),
    0.9,
  )
  const byType = Map.groupBy(city, ({ prepared }) => prepared.row.type ?? '')
  const recall = Object.fromEntries(
    [...byType]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([type, list]) => [type, { messages: list.length, recall: round(shareRight(list, 1)) }]),
  )
  const utterances = of(answers, 'utterance')
  const bySlug = [...Map.groupBy(utterances, ({ prepared }) => prepared.row.slugs.join()).values()]
  const none = of(answers, 'none')
  return {
    calibration,
    thresholds: {
      precision95: round(calibrated(calibration, at95.threshold)),
      precision90: round(calibrated(calibration, at90.threshold)),
      floor: 0.12,
    },
    accuracy: {
      messages: city.length,
      top1: round(shareRight(city, 1)),
      top3: round(shareRight(city, 3)),
      macroRecall: round(meanOf(Object.values(recall).map((entry) => entry.recall))),
      calibrationError: round(calibrationError(crossed)),
      answeredAt95: round(at95.kept),
      utteranceTop1: round(meanOf(bySlug.map((list) => shareRight(list, 1)))),
      utteranceTop3: round(meanOf(bySlug.map((list) => shareRight(list, 3)))),
      noneAbstained: round(meanOf(none.map(({ none, best }) => (none > (best[0]?.share ?? 0) ? 1 : 0)))),
    },
    recall,
  }
}
