/**
 * Holds what residents read against itself: every language has every sentence and every service, with the same facts
 * and the same numbers in it, and no sentence shouts.
 * @module
 */
import type { Questions } from '../../city/boston/questions/shape.ts'
import type { Phrases, WordsBy } from '../../city/boston/replies/phrases.ts'
import type { Service } from '../../core/catalogue.ts'
import type { PageWords } from '../../core/pages.ts'
import type { Language } from '../../core/understanding.ts'

/** A sentence by where it stands in its table, with marks where facts go. */
export interface Sentence {
  readonly path: string
  readonly text: string
}

/** Stands for the nth fact of a sentence; no language has such characters of its own. */
const mark = (n: number): string => `\uE000${n}\uE001`
const marks = /\uE000\d\uE001/gu
/** What must be found again in every language, as it is. */
const figures = /BOS-[0-9A-Z-]{9}|\d{3}-\d{3}-\d{4}|\b(?:911|988|311)\b|\b(?:START|STOP|LINK|UNLINK)\b/gu
const shouting = /[!！¡‼⁉]/u

/** Every sentence of a table. A sentence of facts is said twice: with all of them, and with the last one missing. */
export function sentences(value: unknown, path = ''): readonly Sentence[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value === 'function') {
    const say = value as (...facts: readonly unknown[]) => unknown
    const facts = Array.from({ length: value.length }, (_, n) => mark(n))
    const whole = sentences(say(...facts), path)
    // A place is always known where it is spoken of.
    if (value.length < 2 || path === 'at') return whole
    return [...whole, ...sentences(say(...facts.slice(0, -1), null), `${path}(without)`)]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'wordsBy' ? [] : sentences(inner, path === '' ? key : `${path}.${key}`),
  )
}

const found = (text: string, what: RegExp): string => [...new Set(text.match(what) ?? [])].sort().join(' ')
/** The nth form of a sentence may be missing where another language needs fewer, and plurals differ. */
const isForm = (path: string): boolean => /\.[1-9]\d*$/.test(path) || path.startsWith('spans.')

/** What a table lacks beside the one that the others follow, as lines for a person. */
export function lacking(language: string, table: object, model: object): readonly string[] {
  const theirs = new Map(sentences(table).map(({ path, text }) => [path, text]))
  const findings: string[] = []
  for (const { path, text } of sentences(model)) {
    const own = theirs.get(path)
    if (own === undefined) {
      if (!isForm(path)) findings.push(`${language}: ${path} is missing`)
      continue
    }
    if ((own.trim() === '') !== (text.trim() === '') && path !== 'between')
      findings.push(`${language}: ${path} is empty`)
    if (found(own, marks) !== found(text, marks)) findings.push(`${language}: ${path} has other facts in it`)
    if (!isForm(path) && found(own, figures) !== found(text, figures))
      findings.push(`${language}: ${path} names other numbers or keywords`)
  }
  for (const [path, text] of theirs) if (shouting.test(text)) findings.push(`${language}: ${path} shouts`)
  return findings
}

/** Everything that is wrong with the words of a city. */
export function wordFindings(city: {
  readonly tables: Readonly<Record<Language, Phrases>>
  readonly names: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>
  readonly codes: readonly string[]
  readonly pages: Readonly<Record<Language, PageWords>>
  readonly questions: Readonly<Partial<Record<Language, Questions>>>
  readonly services: readonly Pick<Service, 'code' | 'details'>[]
}): readonly string[] {
  const findings = Object.entries(city.pages).flatMap(([language, table]) =>
    lacking(`${language}, pages`, table, city.pages.en),
  )
  const catalogue = asked(city.services)
  for (const [language, table] of Object.entries(city.questions))
    findings.push(...lacking(`${language}, questions`, table.asked, catalogue))
  for (const [language, table] of Object.entries(city.tables) as [Language, Phrases][]) {
    findings.push(...lacking(language, table, city.tables.en))
    if (language === 'en') continue
    const names = city.names[language] ?? {}
    for (const code of city.codes)
      if ((names[code] ?? '').trim() === '') findings.push(`${language}: the service ${code} has no name`)
    for (const code of Object.keys(names))
      if (!city.codes.includes(code)) findings.push(`${language}: no service is called ${code}`)
  }
  return findings
}

/** The catalogue's questions as a table of them has them. */
const asked = (services: readonly Pick<Service, 'code' | 'details'>[]): object =>
  Object.fromEntries(
    services.map(({ code, details }) => [
      code,
      Object.fromEntries(
        details.map(({ code, question, values }) => [
          code,
          values.length === 0
            ? question
            : [question, Object.fromEntries(values.map(({ key, name }) => [key, name]))],
        ]),
      ),
    ]),
  )

/** Who answers for a table, in words. */
export const wordsByText = (who: WordsBy): string =>
  who.by === 'machine' ? 'a machine; no person has read them' : `${who.office}, ${who.on}`

type Answered = Readonly<Partial<Record<Language, { readonly wordsBy: WordsBy }>>>
/** Languages by who answers for their replies; other tables beside them, `es (pages)`, where somebody else does. */
export function answering(
  replies: Answered,
  others: Readonly<Record<string, Answered>>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (who: string, what: string) => found.set(who, [...(found.get(who) ?? []), what])
  for (const [language, table] of Object.entries(replies) as [Language, { wordsBy: WordsBy }][]) {
    const own = wordsByText(table.wordsBy)
    add(own, language)
    for (const [what, tables] of Object.entries(others)) {
      const who = tables[language] === undefined ? own : wordsByText(tables[language].wordsBy)
      if (who !== own) add(who, `${language} (${what})`)
    }
  }
  return found
}
