/**
 * Labelled text for the danger model: our own sentences, and the City's records as what residents write on a day
 * without danger. Nothing read here is written anywhere; only weights and counts leave this folder.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers } from '../../src/city/boston/answers/index.ts'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import { loadIntentLines } from '../../src/city/boston/utterances/intents.ts'
import { type Language, Safety } from '../../src/core/understanding.ts'
import { fragments } from '../safety/fragments.ts'
import { noneLines } from './none.ts'
import { bucketOf, sameness } from './rows.ts'

/** Where a row comes from: the first half of fixtures, sentences of danger, ordinary sentences, what is said in a conversation, sentences broken off, residents, others. */
export type DangerSource =
  | 'fixture'
  | 'danger'
  | 'utterance'
  | 'question'
  | 'wish'
  | 'fragment'
  | 'none'
  | 'city'
  | 'ham'

/** One text and what it is. */
export interface DangerRow {
  readonly text: string
  readonly value: Safety
  readonly language: Language | ''
  readonly kind: string
  readonly source: DangerSource
}

const root = new URL('../../', import.meta.url)

const lines = (path: string | URL): readonly string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : []

const labelled = (rows: readonly string[], source: DangerSource): readonly DangerRow[] =>
  rows.flatMap((line) => {
    const [label, kind = '', language = '', text = ''] = line.split('\t')
    const value = Safety.safeParse(label)
    return value.success && text !== ''
      ? [
          {
            text: text.replaceAll('\\n', '\n'),
            value: value.data,
            language: language as Language,
            kind,
            source,
          },
        ]
      : []
  })

/** The half of safety.tsv that may be learned from; the other is only counted. Drawn as test/classifiers/tables.ts does. */
const fixtureRows = (): readonly DangerRow[] =>
  labelled(lines(new URL('fixtures/understanding/safety.tsv', root)), 'fixture').filter(
    ({ kind, text }) => kind === 'earlier' || kind === 'tuned' || bucketOf(text, 2) === 0,
  )

/** Services whose own utterances may tell of danger. */
const dangerous = /^(?:wires-down|gas-odor|carbon-monoxide|unsafe-building|tree-emergency|police-matter)/

const ordinary = (text: string, language: Language | '', kind: string, source: DangerSource): DangerRow => ({
  text,
  value: 'none',
  language,
  kind,
  source,
})

const cityRows = (data: string): readonly DangerRow[] =>
  ['labelled-by-staff', 'reported-as', 'phone-agent-notes', 'relayed-tweets'].flatMap((name) =>
    lines(join(data, 'text', `${name}.jsonl`)).flatMap((line) => {
      const { text, label } = JSON.parse(line) as { text?: string; label?: string | null }
      return !text?.trim() || /gas\b|wire/i.test(label ?? '') ? [] : [ordinary(text, 'en', name, 'city')]
    }),
  )

const hamRows = (data: string): readonly DangerRow[] =>
  lines(join(data, 'text', 'sms-spam.tsv')).flatMap((line) => {
    const [label, , text = ''] = line.split('\t')
    return label === 'ham' && text.trim() !== '' ? [ordinary(text, 'en', 'ham', 'ham')] : []
  })

/** The first words of a sentence, two to four: a report that was broken off says where, and rarely what. */
const beginningsOf = (text: string): readonly string[] => {
  const words = text.split(/\s+/)
  return [2, 3, 4].filter((n) => n < words.length - 1).map((n) => words.slice(0, n).join(' '))
}

/** Every sixth of our ordinary sentences, broken off. */
const beginnings = (): readonly { readonly language: Language; readonly text: string }[] =>
  loadUtterances()
    .filter(({ code, text }) => !dangerous.test(code) && bucketOf(text, 6) === 0)
    .flatMap(({ language, text }) => beginningsOf(text).map((part) => ({ language, text: part })))

/** Every row there is; near-duplicates with the same label once. `data` null leaves the City's records out. */
export function dangerRows(data: string | null): readonly DangerRow[] {
  const rows: readonly DangerRow[] = [
    ...labelled(lines(new URL('src/city/boston/utterances/danger.tsv', root)), 'danger'),
    ...fixtureRows(),
    ...loadUtterances().flatMap(({ code, language, text }) =>
      dangerous.test(code) ? [] : [ordinary(text, language, code, 'utterance')],
    ),
    ...answers.flatMap(({ id, questions }) =>
      Object.entries(questions).flatMap(([language, texts]) =>
        (texts ?? []).map((text) => ordinary(text, language as Language, id, 'question')),
      ),
    ),
    ...loadIntentLines().map(({ intent, language, text }) => ordinary(text, language, intent, 'wish')),
    ...fragments.map(({ language, text }) => ordinary(text, language, 'fragment', 'fragment')),
    ...beginnings().map(({ language, text }) => ordinary(text, language, 'beginning', 'fragment')),
    ...noneLines.map((text) => ordinary(text, '', 'none', 'none')),
    ...(data === null ? [] : [...cityRows(data), ...hamRows(data)]),
  ]
  const seen = new Set<string>()
  return rows.filter(({ text, value }) => {
    const key = `${value} ${sameness(text)}`
    return seen.has(key) ? false : seen.add(key)
  })
}
