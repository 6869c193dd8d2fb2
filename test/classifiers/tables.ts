/**
 * The project's own labelled rows in fixtures/understanding: tab-separated, the first line names the columns.
 * @module
 */
import { readFileSync } from 'node:fs'
import { dangerRows } from '../../classifiers/train/danger-rows.ts'
import { bucketOf, sameness } from '../../classifiers/train/rows.ts'
import { loadIntentLines } from '../../src/city/boston/utterances/intents.ts'

/** A row by column name. */
export type Cells = Readonly<Record<string, string>>

/** One labelled text. */
export interface Row {
  readonly label: string
  readonly text: string
}

/** A row of safety.tsv or intent.tsv. */
export interface Case extends Row {
  /** Kind of danger, or the trap of a harmless one; `earlier` and `tuned` where rules were written to them. */
  readonly kind: string
  readonly language: string
  /** The first half may be looked at; the second is only counted. */
  readonly half: 'first' | 'second'
}

/** Reads `fixtures/understanding/<name>.tsv` by its head line; `\n` in a text stands for a line break. */
export function cells(name: string): readonly Cells[] {
  const [head = '', ...lines] = readFileSync(
    new URL(`../../fixtures/understanding/${name}.tsv`, import.meta.url),
    'utf8',
  )
    .split('\n')
    .filter((line) => line.includes('\t'))
  const columns = head.split('\t')
  return lines.map((line) => {
    const values = line.split('\t')
    return Object.fromEntries(
      columns.map((column, at) => [column, (values[at] ?? '').replaceAll('\\n', '\n')]),
    )
  })
}

/** Labelled texts of a table with columns `label`, `kind` or `set`, `language` and `text`. */
export function cases(name: 'safety' | 'intent'): readonly Case[] {
  return cells(name).map(({ label = '', kind, set, language = '', text = '' }) => {
    const group = kind ?? set ?? ''
    // What was tuned on before the halves were drawn can prove nothing any more.
    const half = group === 'earlier' || group === 'tuned' || bucketOf(text, 2) === 0 ? 'first' : 'second'
    return { label, kind: group, language, text, half }
  })
}

/** The tables of dangers and harmless texts that were written apart from the rules, the model and their sentences. */
export const independentSafetyTables = ['safety-independent', 'safety-second'] as const
export type IndependentSafetyTable = (typeof independentSafetyTables)[number]

/** All rows of such a table; as every row is only counted, all are of the second half. */
export const safetyTable = (name: IndependentSafetyTable): readonly Case[] =>
  cells(name).map(({ label = '', kind = '', language = '', text = '' }) => ({
    label,
    kind,
    language,
    text,
    half: 'second',
  }))

/** Its rows without those whose very words the model has learned since: on these it is judged. */
export function unlearnedSafety(name: IndependentSafetyTable): readonly Case[] {
  const learned = new Set(dangerRows(null).map(({ text }) => sameness(text)))
  return safetyTable(name).filter(({ text }) => !learned.has(sameness(text)))
}

/** Reads `fixtures/understanding/<name>.tsv` without a head line: `label<TAB>text`. */
export function table(name: string): readonly Row[] {
  return readFileSync(new URL(`../../fixtures/understanding/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const at = line.indexOf('\t')
      return { label: line.slice(0, at), text: line.slice(at + 1) }
    })
}

/** A row of problems-written.tsv: how many problems its text has. */
export interface ProblemsRow extends Row {
  readonly language: string
  /** The first half was tuned on; the second is only counted. */
  readonly half: 'first' | 'second'
}

/** The rows of problems-written.tsv; its first line says where they come from. */
export const writtenProblems = (): readonly ProblemsRow[] =>
  table('problems-written').map(({ label, text: rest }) => {
    const at = rest.indexOf('\t')
    const text = rest.slice(at + 1).replaceAll('\\n', '\n')
    return { label, language: rest.slice(0, at), text, half: bucketOf(text, 2) === 0 ? 'first' : 'second' }
  })

/** A row of intent-independent.tsv: written apart from the rules and the model, which were not tuned on it. */
export interface IntentRow extends Row {
  readonly language: string
  /** The very words stand in a table that the model was made from: greetings and commands leave little choice. */
  readonly isKnown: boolean
}

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()

/** The rows of intent-independent.tsv. */
export function independentIntents(): readonly IntentRow[] {
  const known = new Set([...loadIntentLines(), ...cases('intent')].map(({ text }) => bare(text)))
  return table('intent-independent').map(({ label, text: rest }) => {
    const at = rest.indexOf('\t')
    const text = rest.slice(at + 1)
    return { label, language: rest.slice(0, at), text, isKnown: known.has(bare(text)) }
  })
}

/** Rows for which `answer` differs from the label, as readable lines. */
export function misses(rows: readonly Row[], answer: (text: string) => string): readonly string[] {
  return rows
    .filter(({ label, text }) => !label.split('|').includes(answer(text)))
    .map(({ label, text }) => `${label} > ${answer(text)}: ${text}`)
}
