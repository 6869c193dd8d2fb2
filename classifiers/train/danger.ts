/**
 * `node classifiers/train/danger.ts --data DIR [--seed N] [--out DIR]`: trains the danger model from our own sentences
 * and, where DIR is given, residents' texts as what is said without danger. Same rows, same bytes.
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { languages } from '../../src/core/understanding.ts'
import { fitIsotonic } from '../calibrate.ts'
import { sha256 } from '../category/model.ts'
import { type DangerFeature, dangerFeatures } from '../safety/danger-features.ts'
import { bucketOf as bucketOfKey, buckets, dangerVector } from '../safety/danger-vector.ts'
import {
  type Counted,
  type DangerHeader,
  type DangerModel,
  type Group,
  groupOf,
  packDanger,
  weigh,
} from '../safety/model.ts'
import { safetyRules } from '../safety/rules.ts'
import { type DangerRow, type DangerSource, dangerRows } from './danger-rows.ts'
import { misspelt } from './misspell.ts'
import { bucketOf, sameness } from './rows.ts'
import { type Example, type Linear, trainSoftmax } from './softmax.ts'

const folds = 5
const classes = ['none', 'emergency', 'crisis'] as const
/** Found by cross-validation. */
const settings = { epochs: 6, rate: 0.5, decay: 1e-5 } as const
/** How much a row counts: a missed danger is dearer than a false alarm, and residents' texts are many. */
const dangerWeight = 3
const weights: Readonly<Record<DangerSource, number>> = {
  fixture: 2,
  danger: 2,
  utterance: 0.6,
  question: 0.6,
  wish: 2,
  fragment: 0.5,
  none: 2,
  city: 0.6,
  ham: 0.2,
}
/** Weight of a row that is learned once more by its concepts alone: all that is left of it in another language. */
const conceptsAlone = 0.5
/** Weight of a sentence of danger, or near it, that is learned once more with slips of the keyboard. */
const withSlips = 1
/** Alarms on at most so many of the sentences that were written to sound like danger and are none. */
const budget: Readonly<Record<Group, number>> = { english: 0.058, kin: 0.05, apart: 0.05 }
/**
 * Log-odds that an alarm of the rules is worth to the threshold, besides what the model makes of it: our sentences are
 * written so that the rules miss dangers and alarm on harmless texts, far oftener than they do in what people say.
 * Chosen on the tuning half of the fixtures, each row judged without its fold.
 */
const seconding = 3
const rarityUnit = 1 / 16

interface Prepared {
  readonly row: DangerRow
  readonly features: readonly DangerFeature[]
  /** Those of the same sentence misspelt; none where it is not learned so. */
  readonly slipped: readonly DangerFeature[]
  readonly isAlarm: boolean
  readonly group: Group
  readonly fold: number
}

type Weights = Pick<DangerModel, 'rarity' | 'emergency' | 'crisis'> & Pick<DangerHeader, 'unit' | 'bias'>

type Threshold = DangerHeader['thresholds'][Group]

/** Held-out probability of danger by row. */
type Held = ReadonlyMap<Prepared, number>

const plain: ReadonlySet<DangerSource> = new Set(['utterance', 'question', 'wish', 'fragment', 'none'])
const own: ReadonlySet<DangerSource> = new Set(['danger', 'fixture'])

function fitted(rows: readonly Prepared[], seed: number): Weights {
  const seen = new Uint32Array(buckets)
  for (const { features } of rows)
    for (const bucket of new Set(features.map(({ key }) => bucketOfKey(key))))
      seen[bucket] = (seen[bucket] ?? 0) + 1
  const rarity = Uint8Array.from(seen, (count) =>
    count < 2 ? 0 : Math.min(255, Math.round((Math.log((1 + rows.length) / (1 + count)) + 1) / rarityUnit)),
  )
  const rarityOf = (bucket: number): number => (rarity[bucket] ?? 0) * rarityUnit
  const examples = rows.flatMap(({ row, features: all, slipped }): readonly Example[] => {
    // The rules were written to the fixtures, where they are always right: nothing to learn from what they saw there.
    const features = row.source === 'fixture' ? all.filter(({ family }) => family !== 'rule') : all
    const weight = weights[row.source] * (row.value === 'none' ? 1 : dangerWeight / 2)
    const right = [classes.indexOf(row.value)]
    const whole = { vector: dangerVector(features, rarityOf), classes: right, weight }
    if (!own.has(row.source)) return [whole]
    const concepts = features.filter(({ family }) => /^(?:concepts?|shape)$/.test(family))
    const again = { vector: dangerVector(concepts, rarityOf), classes: right, weight: weight * conceptsAlone }
    return slipped.length === 0
      ? [whole, again]
      : [
          whole,
          again,
          { vector: dangerVector(slipped, rarityOf), classes: right, weight: weight * withSlips },
        ]
  })
  return quantise(
    trainSoftmax(examples, { ...settings, classes: classes.length, columns: buckets, seed }),
    rarity,
  )
}

/** Log-odds against none in 8 bits; the few that are larger than 127 units are cut. */
function quantise(linear: Linear, rarity: Uint8Array): Weights {
  const { weights: all, bias } = linear
  const against = (k: number): Float32Array =>
    Float32Array.from({ length: buckets }, (_, bucket) => (all[bucket * 3 + k] ?? 0) - (all[bucket * 3] ?? 0))
  const [emergency, crisis] = [against(1), against(2)]
  const largest = [...emergency, ...crisis].map(Math.abs).sort((a, b) => b - a)
  const unit = Math.max(1e-6, largest[20] ?? 0) / 127
  const bytes = (list: Float32Array): Int8Array =>
    Int8Array.from(list, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))))
  const odds = (k: number): number => Math.round(((bias[k] ?? 0) - (bias[0] ?? 0)) * 10_000) / 10_000
  return { rarity, emergency: bytes(emergency), crisis: bytes(crisis), unit, bias: [odds(1), odds(2)] }
}

const frame: Omit<DangerHeader, 'unit' | 'bias'> = {
  format: 'intake311-danger-2',
  sha256: '0'.repeat(64),
  rarityUnit,
  thresholds: {
    english: { alone: 0.5, seconded: 0.5 },
    kin: { alone: 0.5, seconded: 0.5 },
    apart: { alone: 0.5, seconded: 0.5 },
  },
  calibration: [
    [0, 0],
    [1, 1],
  ],
  card: {
    trainedFrom: '',
    dataSha256: '0'.repeat(64),
    seed: 0,
    rows: {},
    folds,
    held: {},
    residents: { texts: 0, alarms: 0 },
    ordinary: { texts: 0, alarms: 0 },
  },
}

const modelOf = ({ rarity, emergency, crisis, unit, bias }: Weights): DangerModel => ({
  header: { ...frame, unit, bias },
  rarity,
  emergency,
  crisis,
})

/** Residents' texts that the rules alarm on are mostly danger, so they teach nothing of its absence. */
const teaches = ({ row, isAlarm }: Prepared): boolean => row.source !== 'city' || !isAlarm

function crossValidate(rows: readonly Prepared[], seed: number): Held {
  const held = new Map<Prepared, number>()
  for (let fold = 0; fold < folds; fold++) {
    const model = modelOf(
      fitted(
        rows.filter((row) => row.fold !== fold && teaches(row)),
        seed,
      ),
    )
    const rarityOf = (bucket: number): number => (model.rarity[bucket] ?? 0) * rarityUnit
    for (const row of rows.filter((one) => one.fold === fold))
      held.set(row, weigh(model, dangerVector(row.features, rarityOf)).danger)
  }
  return held
}

const oddsOf = (share: number): number => Math.log((share + 1e-9) / (1 - share + 1e-9))
const shareOf = (odds: number): number => Math.round(1000 / (1 + Math.exp(-odds))) / 1000

/** The lowest thresholds that at most `share` of `rows`, harmless all of them, pass. */
function thresholdOf(rows: readonly Prepared[], held: Held, share: number): Threshold {
  const odds = rows
    .map((row) => oddsOf(held.get(row) ?? 0) + (row.isAlarm ? seconding : 0))
    .sort((a, b) => b - a)
  const least = odds[Math.floor(share * odds.length)] ?? 0
  return { alone: shareOf(least), seconded: shareOf(least - seconding) }
}

/** Writes `danger.json` and `danger.bin` into `out` and says what was counted. Without `data`, no residents' texts. */
export function trainDanger(data: string | null, seed: number, out: string): void {
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`)
  }
  const rules = safetyRules()
  const slippedOf = (whole: string): readonly DangerFeature[] => {
    const text = misspelt(whole)
    return text === whole ? [] : dangerFeatures(text, rules(text, {}).signs)
  }
  const rows = dangerRows(data).map((row): Prepared => {
    const { value, signs, language } = rules(row.text, {})
    return {
      row,
      features: dangerFeatures(row.text, signs),
      slipped: row.source === 'danger' ? slippedOf(row.text) : [],
      isAlarm: value !== 'none',
      group: groupOf(language),
      fold: bucketOf(sameness(row.text), folds),
    }
  })
  const held = crossValidate(rows, seed)
  const score = (row: Prepared): number => held.get(row) ?? 0
  const quiet = rows.filter(({ isAlarm }) => !isAlarm)
  const ordinary = quiet.filter(({ row }) => plain.has(row.source))
  const residents = rows.filter(({ row }) => row.source === 'city')
  const near = rows.filter(({ row }) => row.source === 'danger' && row.value === 'none')
  const groupThreshold = (group: Group): Threshold =>
    thresholdOf(
      near.filter((row) => row.group === group),
      held,
      budget[group],
    )
  const thresholds = {
    english: groupThreshold('english'),
    kin: groupThreshold('kin'),
    apart: groupThreshold('apart'),
  }
  const isFound = (row: Prepared): boolean => score(row) >= thresholds[row.group].alone
  const isRaised = (row: Prepared): boolean =>
    row.isAlarm ? score(row) >= thresholds[row.group].seconded : isFound(row)
  const counted = (some: readonly Prepared[]): Counted => {
    const dangers = some.filter(({ row }) => row.value !== 'none')
    const harmless = some.filter(({ row }) => row.value === 'none')
    return {
      dangers: dangers.length,
      byRules: dangers.filter(({ isAlarm }) => isAlarm).length,
      byModel: dangers.filter(isFound).length,
      byEither: dangers.filter(isRaised).length,
      harmless: harmless.length,
      alarmsOfRules: harmless.filter(({ isAlarm }) => isAlarm).length,
      alarmsOfModel: harmless.filter(isFound).length,
      alarmsOfEither: harmless.filter(isRaised).length,
    }
  }
  // The rules were written to the fixtures, so only the sentences that came after show what either adds.
  const fresh = rows.filter(({ row }) => row.source === 'danger')
  const heldByLanguage = Object.fromEntries(
    languages.map((language) => [language, counted(fresh.filter(({ row }) => row.language === language))]),
  )
  const calibration = fitIsotonic(
    quiet
      .filter(({ row }) => own.has(row.source))
      .map((row) => ({ share: score(row), right: row.row.value !== 'none' })),
  ).map(([x, y]): [number, number] => [Math.round(x * 10_000) / 10_000, Math.round(y * 10_000) / 10_000])
  const kept = rows.filter(teaches)
  const weighed = fitted(kept, seed)
  const hash = createHash('sha256')
  for (const { row } of kept) hash.update(JSON.stringify([row.text, row.value, row.source]))
  const bytes = packDanger(weighed)
  const header: DangerHeader = {
    ...frame,
    unit: weighed.unit,
    bias: weighed.bias,
    sha256: sha256(bytes),
    thresholds,
    calibration,
    card: {
      trainedFrom:
        data === null
          ? 'our own sentences'
          : "our own sentences, and residents' texts as what is said without danger",
      dataSha256: hash.digest('hex'),
      seed,
      rows: Object.fromEntries(
        [...Map.groupBy(kept, ({ row }) => `${row.source} ${row.value}`)]
          .map(([name, list]): [string, number] => [name, list.length])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      folds,
      held: heldByLanguage,
      residents: {
        texts: residents.length,
        alarms: residents.filter(isRaised).length,
      },
      ordinary: { texts: ordinary.length, alarms: ordinary.filter(isRaised).length },
    },
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'danger.bin'), bytes)
  writeFileSync(join(out, 'danger.json'), `${JSON.stringify(header, null, 2)}\n`)
  say(JSON.stringify({ thresholds, all: counted(fresh), ...header.card }, null, 1))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '311' },
      out: { type: 'string', default: fileURLToPath(new URL('../safety/model/', import.meta.url)) },
    },
  })
  trainDanger(values.data ?? null, Number(values.seed), values.out)
}
