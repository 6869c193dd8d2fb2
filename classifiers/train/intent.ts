/**
 * `node classifiers/train/intent.ts --data DIR [--seed N] [--out DIR]`: trains the intent model, cross-validates it
 * and writes it with its card. Same data, same bytes. The tables that intent is judged by are not read: of
 * `fixtures/understanding/intent.tsv` the first half only, of `intent-independent.tsv` nothing.
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import { loadIntentLines } from '../../src/city/boston/utterances/intents.ts'
import { type Intent, intents } from '../../src/core/understanding.ts'
import { fitIsotonic, type Outcome } from '../calibrate.ts'
import { sha256 } from '../category/model.ts'
import type { Vector } from '../category/vector.ts'
import { columns, intentVector } from '../intent/features.ts'
import { IntentHeader, type IntentModel, intentShares } from '../intent/model.ts'
import { votesOf } from '../intent/votes.ts'
import { askedOf } from './answers.ts'
import { bucketOf, readCityRows, sameness } from './rows.ts'
import { trainSoftmax } from './softmax.ts'

type Source = 'written' | 'table' | 'asked' | 'utterance' | 'city' | 'place' | 'spam' | 'ham'

/** How much one text of a source counts in training. */
const weights: Readonly<Record<Source, number>> = {
  written: 1,
  table: 0.3,
  asked: 1,
  utterance: 0.2,
  city: 0.3,
  place: 0.1,
  spam: 0.4,
  ham: 0.1,
}
/** How much one held-out text of a source counts in the calibration: messages as they come in a conversation. */
const says: Readonly<Record<Source, number>> = { ...weights, table: 0, city: 0.1, spam: 0.1, ham: 0 }

const settings = { epochs: 14, rate: 1.2, decay: 3e-6 } as const
const folds = 5
/** Of the City's records and of our utterances every so many-th is read: reports are plentiful, questions among them rare. */
const everyCity = 3
const everyUtterance = 6
const everyForeign = 4

/** One labelled text; any of `values` is right. */
export interface Line {
  readonly source: Source
  readonly values: readonly Intent[]
  readonly text: string
}

interface Prepared extends Line {
  readonly vector: Vector
  readonly fold: number
}

const isIntent = (value: string): value is Intent => (intents as readonly string[]).includes(value)

/** The half of the table of intents that may be looked at. */
function firstHalf(): readonly Line[] {
  const path = new URL('../../fixtures/understanding/intent.tsv', import.meta.url)
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line): readonly Line[] => {
      const [label = '', set = '', , written = ''] = line.split('\t')
      const text = written.replaceAll('\\n', '\n')
      const isFirst = set === 'earlier' || set === 'tuned' || bucketOf(text, 2) === 0
      return text !== '' && isFirst
        ? [{ source: 'table', values: label.split('|').filter(isIntent), text }]
        : []
    })
}

function cityLines(data: string): readonly Line[] {
  return readCityRows(data, () => ['any'])
    .filter(({ id, text }) => bucketOf(id, everyCity) === 0 || /[?]/.test(text))
    .map(
      ({ text, source }): Line => ({
        source: source === 'none' ? 'place' : 'city',
        values: ['report'],
        text,
      }),
    )
}

function smsLines(data: string): readonly Line[] {
  const path = join(data, 'text', 'sms-spam.tsv')
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line): readonly Line[] => {
      const [label, , text] = line.split('\t')
      if (!text) return []
      return label === 'spam'
        ? [{ source: 'spam', values: ['spam'], text }]
        : // Chat between friends: whatever it is, it is neither spam nor an opt-out.
          [{ source: 'ham', values: ['other', 'greeting', 'comment', 'yes', 'no', 'question'], text }]
    })
}

/** Every text there is to learn from, near-duplicates out. */
export function intentTexts(data: string): readonly Line[] {
  const all: readonly Line[] = [
    ...loadIntentLines().map(({ intent, text }): Line => ({ source: 'written', values: [intent], text })),
    ...firstHalf(),
    ...askedOf('answers').map(({ text }): Line => ({ source: 'asked', values: ['question'], text })),
    ...loadUtterances()
      .filter(({ language, text }) => bucketOf(text, language === 'en' ? everyUtterance : everyForeign) === 0)
      .map(({ text }): Line => ({ source: 'utterance', values: ['report'], text })),
    ...cityLines(data),
    ...smsLines(data),
  ]
  const seen = new Set<string>()
  return all.filter(({ source, text }) => {
    if (source === 'written' || source === 'table') return true
    const same = sameness(text)
    if (seen.has(same)) return false
    seen.add(same)
    return true
  })
}

function learn(
  rows: readonly Prepared[],
  seed: number,
): { weights: Int8Array; unit: number; bias: number[] } {
  const linear = trainSoftmax(
    rows.map(({ vector, values, source }) => ({
      vector,
      classes: values.map((value) => intents.indexOf(value)),
      weight: weights[source],
    })),
    { ...settings, classes: intents.length, columns, seed },
  )
  const largest = linear.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const unit = Math.max(largest, 1e-6) / 127
  return {
    weights: Int8Array.from(linear.weights, (weight) => Math.round(weight / unit)),
    unit,
    bias: [...linear.bias].map((value) => Math.round(value * 10_000) / 10_000),
  }
}

/** What a held-out text was taken for. */
interface Judged {
  readonly row: Prepared
  readonly value: Intent
  readonly share: number
}

function judge(model: IntentModel, rows: readonly Prepared[]): readonly Judged[] {
  return rows.map((row) => {
    const shares = intentShares(model, row.vector)
    let top = 0
    for (let k = 1; k < shares.length; k++) if ((shares[k] ?? 0) > (shares[top] ?? 0)) top = k
    return { row, value: intents[top] ?? 'other', share: shares[top] ?? 0 }
  })
}

const blank = {
  sha256: '0'.repeat(64),
  calibration: [
    [0, 0],
    [1, 1],
  ] as [number, number][],
}

function modelOf(rows: readonly Prepared[], seed: number, card: IntentHeader['card']): IntentModel {
  const { weights, unit, bias } = learn(rows, seed)
  const header = {
    format: 'intake311-intent-1' as const,
    ...blank,
    labels: [...intents],
    columns,
    unit,
    bias,
    card,
  }
  return { header, weights }
}

/** Trains on everything; the calibration comes from folds that were held out. */
export function trainIntent(lines: readonly Line[], seed: number): IntentModel {
  const rows = lines.map(
    (line): Prepared => ({
      ...line,
      vector: intentVector(line.text, votesOf(line.text, {})),
      fold: bucketOf(sameness(line.text), folds),
    }),
  )
  const hash = createHash('sha256')
  const counts: Record<string, number> = {}
  for (const { source, values, text } of rows) {
    hash.update(JSON.stringify([source, values, text]))
    counts[source] = (counts[source] ?? 0) + 1
  }
  const card: IntentHeader['card'] = {
    trainedFrom:
      'our own sentences for every intent, questions and reports, Boston Open311 records (ODC-PDDL), and a public SMS spam corpus',
    dataSha256: hash.digest('hex'),
    seed,
    rows: counts,
    folds,
    heldOut: {},
  }
  const judged = Array.from({ length: folds }, (_, fold) =>
    judge(
      modelOf(
        rows.filter((row) => row.fold !== fold),
        seed,
        card,
      ),
      rows.filter((row) => row.fold === fold),
    ),
  ).flat()
  const isRight = ({ row, value }: Judged): boolean => row.values.includes(value)
  const heldOut = Object.fromEntries(
    Object.keys(counts).map((source) => {
      const those = judged.filter(({ row }) => row.source === source)
      return [source, Math.round((those.filter(isRight).length / those.length) * 10_000) / 10_000]
    }),
  )
  const outcomes = judged.map(
    (one): Outcome => ({ share: one.share, right: isRight(one), weight: says[one.row.source] }),
  )
  const round = (n: number): number => Math.round(n * 10_000) / 10_000
  const calibration = fitIsotonic(outcomes, 15).map(([x, y]): [number, number] => [round(x), round(y)])
  const whole = modelOf(rows, seed, { ...card, heldOut })
  return {
    ...whole,
    header: { ...whole.header, calibration, sha256: sha256(new Uint8Array(whole.weights.buffer)) },
  }
}

function main(): number {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '311' },
      out: { type: 'string', default: fileURLToPath(new URL('../intent/model/', import.meta.url)) },
    },
  })
  if (values.data === undefined || !existsSync(join(values.data, 'text', 'labelled-by-staff.jsonl'))) {
    process.stderr.write(
      'train/intent: no labelled text. Use --data DIR where DIR/text/labelled-by-staff.jsonl exists; the committed model stays.\n',
    )
    return 66
  }
  const { header, weights } = trainIntent(intentTexts(values.data), Number(values.seed))
  mkdirSync(values.out, { recursive: true })
  writeFileSync(join(values.out, 'intent.bin'), new Uint8Array(weights.buffer))
  writeFileSync(join(values.out, 'intent.json'), `${JSON.stringify(IntentHeader.parse(header), null, 1)}\n`)
  process.stdout.write(`${JSON.stringify({ ...header.card, calibration: header.calibration }, null, 1)}\n`)
  return 0
}

if (import.meta.main) process.exitCode = main()
