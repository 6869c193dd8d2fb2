/**
 * From agents' decisions to a candidate model and the gate's verdict on it. Where the City's labelled texts are at
 * hand the candidate is trained anew from all of them; without them it is the model in service, refined.
 * @module
 */
import { readFileSync } from 'node:fs'
import { parseUtterances } from '../../src/city/boston/utterances/index.ts'
import type { DecidedExample } from '../../src/core/ports.ts'
import { Language, type Suggestion } from '../../src/core/understanding.ts'
import { categoryClassifier } from '../category/classify.ts'
import { type CategoryModel, Header, modelOf, type Parts, packParts, sha256 } from '../category/model.ts'
import { assemble, distinct, type Fitted, fitModel, labelsOf, type Prepared, prepare } from './fit.ts'
import { type GateRules, judge, type Said, type Trial, type Verdict } from './gate.ts'
import { refine } from './refine.ts'
import { bucketOf, type Row } from './rows.ts'
import { allRows, filesOf, newestDate, ownRows, trainModel } from './train.ts'

/** The model in service. */
export interface InService {
  readonly model: CategoryModel
  readonly parts: Parts
}

export interface Learning {
  readonly examples: readonly DecidedExample[]
  /** Folder of the City's labelled texts; null: there is none, refine what is in service. */
  readonly data: string | null
  readonly seed: number
  readonly rules: GateRules
  readonly say: (line: string) => void
}

export interface Candidate {
  readonly sha256: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly verdict: Verdict
  /** Decisions it learned from, and those kept back to judge it on. */
  readonly learned: number
  readonly heldBack: number
}

/** One decision in five is never learned from, by the id of its request: it judges every candidate. */
const heldShare = 5
const isHeld = (row: Row): boolean => bucketOf(row.id, heldShare) === 0

/** Requests that nobody who trains has ever learned from: our own table, written apart from the utterances. */
const heldOut = new URL('../../fixtures/understanding/services.tsv', import.meta.url)

/** A decision that says which service the words ask for. A refusal teaches nothing. */
const rowOf = ({ requestId, action, text, language, decided }: DecidedExample): readonly (Row & Spoken)[] =>
  (action === 'accept' || action === 'change') && decided.code !== null && text.trim() !== ''
    ? [{ id: requestId, text, slugs: [decided.code], type: null, source: 'decided', language }]
    : []
interface Spoken {
  readonly language: string
}

/** Trains a candidate and judges it against the model in service. Deterministic but for the time it takes. */
export function learn({ model, parts }: InService, learning: Learning): Candidate {
  const { data, seed, rules, say } = learning
  const rows = learning.examples.flatMap(rowOf)
  const decided = prepare(rows.filter((row) => !isHeld(row)))
  const held = rows.filter(isHeld)
  say(`${rows.length} decisions: ${decided.length} to learn from, ${held.length} kept back`)
  const trials = (after: CategoryModel): readonly Trial[] => [
    ...parseUtterances(readFileSync(heldOut, 'utf8'), 'services.tsv').map(({ code, language, text }) =>
      trial(model, after, text, [code], code, language),
    ),
    ...held.map(({ text, slugs, language }) => trial(model, after, text, slugs, slugs[0] ?? '', language)),
  ]
  const counts = { learned: decided.length, heldBack: held.length }
  if (data === null) {
    const known = prepare(ownRows().filter(({ source }) => source !== 'catalogue'))
    const fitted = refine(model, parts, { decided, known }, seed)
    const { header, bytes } = refined(model.header, fitted, decided.length)
    const verdict = judge(trials(modelOf(header, fitted.parts)), rules)
    const files = { 'category.bin': bytes, 'category.json': `${JSON.stringify(header, null, 1)}\n` }
    return { sha256: header.sha256, files, verdict, ...counts }
  }
  const base = prepare(allRows(data))
  const trained = trainModel([...base, ...decided], seed, newestDate(data), say)
  const own = modelOf(trained.header, trained.parts)
  const verdict = judge([...trials(own), ...foldTrials(base, decided, trained.header, seed, say)], rules)
  return { sha256: trained.header.sha256, files: filesOf(trained), verdict, ...counts }
}

const suggestionOf = (model: CategoryModel, text: string, language: string): Suggestion<string | null> => {
  const known = Language.safeParse(language)
  return categoryClassifier(model)(text, known.success ? { language: known.data } : {})
}

const saidOf = ({ value, confidence }: Suggestion<string | null>, wanted: readonly string[]): Said => ({
  right: value !== null && wanted.includes(value),
  confidence: value === null ? 0 : confidence,
})

/** Both models on one text. `service` is what it counts under. */
const trial = (
  before: CategoryModel,
  after: CategoryModel,
  text: string,
  wanted: readonly string[],
  service: string,
  language: string,
): Trial => ({
  service,
  language,
  before: saidOf(suggestionOf(before, text, language), wanted),
  after: saidOf(suggestionOf(after, text, language), wanted),
})

/** One of the folds of the City's texts; both sides are trained without it. */
const foldCount = 5

/** What the decisions change on texts of the City that neither side has seen: the same training with and without them. */
function foldTrials(
  base: readonly Prepared[],
  decided: readonly Prepared[],
  header: Header,
  seed: number,
  say: (line: string) => void,
): readonly Trial[] {
  const isCity = ({ row }: Prepared): boolean => row.source === 'staff' || row.source === 'picked'
  const inFold = (prepared: Prepared): boolean =>
    isCity(prepared) && bucketOf(prepared.row.id, foldCount) === 0
  const labels = labelsOf([...base, ...decided])
  const rest = base.filter((prepared) => !inFold(prepared))
  const trainedOn = (rows: readonly Prepared[]): CategoryModel =>
    assemble(fitModel(distinct(rows), labels, seed), header, '')
  const before = trainedOn(rest)
  say('trained without the decisions, one fold left out')
  const after = trainedOn([...rest, ...decided])
  say('trained with the decisions, one fold left out')
  return base
    .filter(inFold)
    .map(({ row }) => trial(before, after, row.text, row.slugs, row.type ?? row.slugs.join(' '), 'en'))
}

/** The header of a refined model: what it was made of, and from which model. */
function refined(
  before: Header,
  fitted: Fitted,
  decided: number,
): { readonly header: Header; readonly bytes: Uint8Array } {
  const bytes = packParts(fitted.parts)
  const rows = { ...before.card.rows, decided: (before.card.rows.decided ?? 0) + decided }
  const header = Header.parse({
    ...before,
    ...fitted.core,
    sha256: sha256(bytes),
    card: { ...before.card, rows, refinedFrom: before.sha256 },
  })
  return { header, bytes }
}
