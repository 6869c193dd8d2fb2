/**
 * Cross-validation of the category model: every figure of its card is measured on rows it did not see.
 * @module
 */

import type { ChannelName } from '../../src/core/request.ts'
import {
  calibrated,
  calibrationError,
  fitIsotonic,
  type Knots,
  leastShare,
  type Outcome,
  thresholdAt,
} from '../calibrate.ts'
import { abstains, confidenceIn, rankedOf, type Scored, score } from '../category/classify.ts'
import type { Card, Header } from '../category/model.ts'
import { assemble, distinct, fitModel, type Prepared } from './fit.ts'
import { bucketOf, type Source } from './rows.ts'

/** One held-out row and the model's answer, best classes first (never ''). */
export interface Answer {
  readonly prepared: Prepared
  readonly fold: number
  readonly best: readonly { readonly slug: string; readonly share: number }[]
  /** The best class where the channel is not known. */
  readonly blind: string
  readonly none: number
  readonly familiar: boolean
  /** True where the model had learned from a near-duplicate with another id. */
  readonly seen: boolean
}

/** Rows of these sources are held out in turn; the catalogue's own words help in every fold. */
const judged: ReadonlySet<Source> = new Set([
  'staff',
  'picked',
  'phone',
  'tweet',
  'recent',
  'towns',
  'utterance',
  'none',
])
/** Below this confidence there is no use in naming a service. */
const floor = 0.12
export const temperature = 2
export const raw: Pick<Header, 'temperature' | 'calibration' | 'languages' | 'thresholds'> = {
  temperature,
  calibration: [
    [0, 0],
    [1, 1],
  ],
  languages: {},
  thresholds: { precision95: 1, precision90: 1, floor: 0 },
}
export const noCard: Card = {
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
    abstained: 0,
    utteranceTop1: 0,
    utteranceTop3: 0,
    rareTop1: 0,
    rareTop3: 0,
    noneAbstained: 0,
  },
  recall: {},
}

/** The channel that texts of a source came by; null where they are words of ours. */
const channelOf: Readonly<Record<Source, ChannelName | undefined>> = {
  staff: 'open311',
  picked: 'open311',
  located: 'open311',
  recent: 'open311',
  towns: 'open311',
  phone: 'voice',
  tweet: 'social',
  decided: 'sms',
  utterance: 'sms',
  catalogue: undefined,
  none: undefined,
  unlabelled: undefined,
}

const bestOf = (labels: readonly string[], scored: Scored): Answer['best'] =>
  rankedOf(scored, labels)
    .slice(0, 3)
    .map((k) => ({ slug: labels[k] ?? '', share: scored.probabilities[k] ?? 0 }))

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
    const learned = distinct(rows.filter((row) => !held(row)))
    const known = new Set(learned.flatMap(({ row, same }) => (row.source === 'unlabelled' ? [] : [same])))
    const fitted = fitModel(learned, labels, seed)
    const model = assemble(fitted, { ...raw, card: noCard }, '')
    for (const prepared of rows.filter(held)) {
      const scored = score(model, prepared.row.text, channelOf[prepared.row.source])
      const { probabilities, familiar } = scored
      const best = bestOf(labels, scored)
      const blind = bestOf(labels, score(model, prepared.row.text, undefined))[0]?.slug ?? ''
      const none = probabilities[labels.length - 1] ?? 0
      answers.push({ prepared, fold, best, blind, none, familiar, seen: known.has(prepared.same) })
    }
    say(`fold ${fold + 1} of ${folds}: ${fitted.core.features} features, ${fitted.core.entries} weights`)
  }
  return answers
}

/** An answer with the confidence it would have been given, fitted on the other folds. */
export interface Judged extends Answer {
  readonly confidence: number
  /** True where no service would have been named. */
  readonly abstained: boolean
}

/** Right by the crosswalk: a service is named, and the City's label is one of its types. */
export const right = ({ prepared, best, abstained }: Judged, within = 1): boolean =>
  (within > 1 || !abstained) && best.slice(0, within).some(({ slug }) => prepared.row.slugs.includes(slug))

const namesRight = ({ prepared, best }: Answer): boolean => prepared.row.slugs.includes(best[0]?.slug ?? '')

const outcomeOf = (answer: Answer, weight = 1): Outcome => ({
  share: answer.best[0]?.share ?? 0,
  right: namesRight(answer),
  weight,
})

const of = <A extends Answer>(answers: readonly A[], ...sources: readonly Source[]): readonly A[] =>
  answers.filter(({ prepared }) => sources.includes(prepared.row.source))

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const shareRight = (answers: readonly Judged[], within: number): number =>
  meanOf(answers.map((answer) => (right(answer, within) ? 1 : 0)))

const round = (value: number): number => Math.round(value * 10_000) / 10_000

type Calibration = Pick<Header, 'calibration' | 'languages'>

/**
 * Calibration from held-out answers: the City's rows as they come, our English utterances at half. For each other
 * language, the part of that confidence its utterances prove at 95 %: the fewer there are, the less they prove.
 */
export const calibrationOf = (answers: readonly Answer[]): Calibration => {
  const utterances = of(answers, 'utterance')
  const knots: Knots = fitIsotonic([
    ...of(answers, 'staff', 'picked').map((answer) => outcomeOf(answer)),
    ...utterances
      .filter(({ prepared }) => prepared.row.type === 'en')
      .map((answer) => outcomeOf(answer, 0.5)),
  ])
  const others = Map.groupBy(
    utterances.filter(({ prepared }) => prepared.row.type !== 'en'),
    ({ prepared }) => prepared.row.type ?? '',
  )
  const languages = [...others].map(([language, list]) => {
    const claimed = list.reduce((sum, { best }) => sum + calibrated(knots, best[0]?.share ?? 0), 0)
    const proven = leastShare(list.filter(namesRight).length, list.length) * list.length
    return [language, round(claimed === 0 ? 1 : Math.min(1, proven / claimed))] as const
  })
  return {
    calibration: knots.map(([share, probability]) => [round(share), round(probability)]),
    languages: Object.fromEntries(languages.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Each answer with its confidence, by a calibration that did not see its fold. */
const judgedBy = (answers: readonly Answer[], folds: number): readonly Judged[] =>
  Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const calibration = calibrationOf(answers.filter((answer) => answer.fold !== fold))
    return answers
      .filter((answer) => answer.fold === fold)
      .map((answer) => {
        const share = answer.best[0]?.share ?? 0
        const { source, type } = answer.prepared.row
        const language = source === 'utterance' ? (type ?? undefined) : undefined
        const confidence = confidenceIn(calibration, share, language)
        return { ...answer, confidence, abstained: abstains(floor, { ...answer, share, confidence }) }
      })
  })

export interface Measured extends Calibration {
  readonly thresholds: Header['thresholds']
  readonly accuracy: Card['accuracy']
  readonly recall: Card['recall']
  readonly judged: readonly Judged[]
}

/** Everything the card says of `answers`. */
export const measure = (answers: readonly Answer[], folds: number): Measured => {
  const calibration = calibrationOf(answers)
  const all = judgedBy(answers, folds)
  const city = of(all, 'staff', 'picked')
  const cut = (precision: number) =>
    thresholdAt(
      city.map((answer) => outcomeOf(answer)),
      precision,
    )
  const threshold = (precision: number): number =>
    round(calibrated(calibration.calibration, cut(precision).threshold))
  const heard = new Set(city.flatMap(({ prepared }) => [...prepared.row.slugs, ...(prepared.row.also ?? [])]))
  const recall = Object.fromEntries(
    [...Map.groupBy(city, ({ prepared }) => prepared.row.type ?? '')]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([type, list]) => [type, { messages: list.length, recall: round(shareRight(list, 1)) }]),
  )
  const utterances = of(all, 'utterance')
  const rare = utterances.filter(
    ({ prepared: { row } }) => row.type === 'en' && !heard.has(row.slugs[0] ?? ''),
  )
  const byService = (list: readonly Judged[], within: number): number =>
    round(
      meanOf(
        [...Map.groupBy(list, ({ prepared }) => prepared.row.slugs.join()).values()].map((some) =>
          shareRight(some, within),
        ),
      ),
    )
  return {
    ...calibration,
    thresholds: { precision95: threshold(0.95), precision90: threshold(0.9), floor },
    accuracy: {
      messages: city.length,
      top1: round(shareRight(city, 1)),
      top3: round(shareRight(city, 3)),
      macroRecall: round(meanOf(Object.values(recall).map((entry) => entry.recall))),
      calibrationError: round(
        calibrationError(city.map((answer) => ({ share: answer.confidence, right: namesRight(answer) }))),
      ),
      answeredAt95: round(cut(0.95).kept),
      abstained: round(meanOf(city.map(({ abstained }) => (abstained ? 1 : 0)))),
      utteranceTop1: byService(utterances, 1),
      utteranceTop3: byService(utterances, 3),
      rareTop1: byService(rare, 1),
      rareTop3: byService(rare, 3),
      noneAbstained: round(meanOf(of(all, 'none').map(({ abstained }) => (abstained ? 1 : 0)))),
    },
    recall,
    judged: all,
  }
}
