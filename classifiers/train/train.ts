/**
 * Trains the category model from the City's labelled text and our utterances, cross-validates it, and writes the
 * model with its card and what it answered to every row that was held out. Same data, same bytes.
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { services } from '../../src/city/boston/services/index.ts'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import { type Card, Header, type Parts, packParts, sha256 } from '../category/model.ts'
import { distinct, fitModel, labelsOf, type Prepared, prepare } from './fit.ts'
import { crossValidate, measure, temperature } from './measure.ts'
import { noneLines } from './none.ts'
import { packOutcomes } from './outcomes.ts'
import { type Row, readCityRows, readUnlabelled } from './rows.ts'

const folds = 5
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** What needs no data of the City's: our utterances, the catalogue's own words, texts that ask for nothing. */
export const ownRows = (): readonly Row[] => [
  ...loadUtterances().map(
    ({ code, language, text }, i): Row => ({
      id: `utterance-${code}-${i}`,
      text,
      slugs: [code],
      type: language,
      source: 'utterance',
    }),
  ),
  ...services.flatMap(({ code, name, description, keywords }) =>
    [name, description, ...keywords].map(
      (text, i): Row => ({
        id: `catalogue-${code}-${i}`,
        text,
        slugs: [code],
        type: null,
        source: 'catalogue',
      }),
    ),
  ),
  ...noneLines.map((text, i): Row => ({ id: `none-${i}`, text, slugs: [], type: null, source: 'none' })),
]

/** Every row there is to learn from: the City's below `data`, and our own. */
export const allRows = (data: string): readonly Row[] => {
  const city = readCityRows(data, (type) =>
    services.filter(({ crosswalk }) => crosswalk.legacyTypes.includes(type)).map(({ code }) => code),
  )
  return [...city, ...readUnlabelled(data, city), ...ownRows()]
}

/** The newest dated record below `data`, ISO date; '' where none is dated. */
export const newestDate = (data: string): string => {
  const path = join(data, 'text', 'recent-2023-2026.jsonl')
  const dates = existsSync(path) ? (readFileSync(path, 'utf8').match(/20\d\d-\d\d-\d\d(?=T)/g) ?? []) : []
  return dates.sort().at(-1) ?? ''
}

/** A model as it is written to disk. */
export interface Trained {
  readonly header: Header
  readonly parts: Parts
  readonly bytes: Uint8Array
  /** The text of `held-out.json`. */
  readonly heldOut: string
}

/** Cross-validates and trains. `dataUntil` is the newest date among the rows, for the card. */
export const trainModel = (
  rows: readonly Prepared[],
  seed: number,
  dataUntil: string,
  say: (line: string) => void,
): Trained => {
  const labels = labelsOf(rows)
  const hash = createHash('sha256')
  for (const { row } of rows) hash.update(JSON.stringify([row.id, row.text, row.slugs, row.source]))
  say(`${rows.length} rows, ${labels.length - 1} services`)
  const { calibration, languages, thresholds, accuracy, recall, judged } = measure(
    crossValidate(rows, labels, folds, seed, say),
    folds,
  )
  const kept = distinct(rows)
  const fitted = fitModel(kept, labels, seed)
  const bytes = packParts(fitted.parts)
  const counts: Record<string, number> = {}
  for (const { row } of rows) counts[row.source] = (counts[row.source] ?? 0) + 1
  const card: Card = {
    trainedFrom:
      'Boston Open311 records 2008–2026 (ODC-PDDL), SeeClickFix issues of other towns, and the project’s own utterances',
    dataSha256: hash.digest('hex'),
    dataUntil,
    seed,
    rows: counts,
    distinctRows: kept.length,
    folds,
    accuracy,
    recall,
  }
  const header = Header.parse({
    format: 'intake311-category-4',
    sha256: sha256(bytes),
    ...fitted.core,
    temperature,
    calibration,
    languages,
    thresholds,
    card,
  })
  return { header, parts: fitted.parts, bytes, heldOut: packOutcomes(judged, header.sha256) }
}

/** The files of a model by name. */
export const filesOf = ({
  header,
  bytes,
  heldOut,
}: Omit<Trained, 'parts'>): Readonly<Record<string, string | Uint8Array>> => ({
  'category.bin': bytes,
  'category.json': `${JSON.stringify(header, null, 1)}\n`,
  'held-out.json': heldOut,
})

/** Trains the built-in model from the texts below `data` and writes it to `out` (null: where the product reads it). */
export const trainBuiltIn = (data: string, seed: number, out: string | null): void => {
  const trained = trainModel(prepare(allRows(data)), seed, newestDate(data), say)
  const folder = out ?? fileURLToPath(new URL('../category/model/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(filesOf(trained))) writeFileSync(join(folder, name), content)
  const { card, thresholds } = trained.header
  say(JSON.stringify({ accuracy: card.accuracy, thresholds, bytes: trained.bytes.length }, null, 1))
}
