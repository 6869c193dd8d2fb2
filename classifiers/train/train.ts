/**
 * `npm run train -- --data DIR [--seed N] [--out DIR]`: trains the category model from the City's labelled text
 * below DIR and our utterances, cross-validates it, and writes the model with its card and what
 * it answered to every row that was held out. Same data, same bytes.
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { services } from '../../src/city/boston/services/index.ts'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import { type Card, Header, packParts, sha256 } from '../category/model.ts'
import { distinct, fitModel, labelsOf, prepare } from './fit.ts'
import { crossValidate, measure, temperature } from './measure.ts'
import { noneLines } from './none.ts'
import { packOutcomes } from './outcomes.ts'
import { type Row, readCityRows } from './rows.ts'

const folds = 5
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Every row there is to learn from: the City's below `data`, our utterances, the catalogue's own words. */
export const allRows = (data: string): readonly Row[] => [
  ...readCityRows(data, (type) =>
    services.filter(({ crosswalk }) => crosswalk.legacyTypes.includes(type)).map(({ code }) => code),
  ),
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

const newestDate = (data: string): string => {
  const path = join(data, 'text', 'recent-2023-2026.jsonl')
  const dates = existsSync(path) ? (readFileSync(path, 'utf8').match(/20\d\d-\d\d-\d\d(?=T)/g) ?? []) : []
  return dates.sort().at(-1) ?? ''
}

const train = (data: string, seed: number, out: string): void => {
  const rows = prepare(allRows(data))
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
    dataUntil: newestDate(data),
    seed,
    rows: counts,
    distinctRows: kept.length,
    folds,
    accuracy,
    recall,
  }
  const header = Header.parse({
    format: 'intake311-category-2',
    sha256: sha256(bytes),
    ...fitted.core,
    temperature,
    calibration,
    languages,
    thresholds,
    card,
  })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'category.bin'), bytes)
  writeFileSync(join(out, 'category.json'), `${JSON.stringify(header, null, 1)}\n`)
  writeFileSync(join(out, 'held-out.json'), packOutcomes(judged, header.sha256))
  say(JSON.stringify({ accuracy, thresholds, bytes: bytes.length }, null, 1))
}

const main = (): number => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '311' },
      out: { type: 'string', default: fileURLToPath(new URL('../category/model/', import.meta.url)) },
    },
  })
  if (values.data === undefined || !existsSync(join(values.data, 'text', 'labelled-by-staff.jsonl'))) {
    process.stderr.write(
      'train: no labelled text. Use --data DIR where DIR/text/labelled-by-staff.jsonl exists; the committed model stays.\n',
    )
    return 66
  }
  train(values.data, Number(values.seed), values.out)
  return 0
}

if (import.meta.main) process.exitCode = main()
