/**
 * The small pieces that sentences are filled with: service names, places, dates, counts. All fullest first.
 * @module
 */
import type { ApprovedAnswer } from '../../../core/answers.ts'
import type { Service, Target } from '../../../core/catalogue.ts'
import type { RequestFacts } from '../../../core/reply.ts'
import type { Language, Place } from '../../../core/understanding.ts'
import { timeZone } from '../calendar.ts'
import { serviceName } from '../service-names/index.ts'
import { cutAtWord } from './compose.ts'
import type { Phrases } from './phrases.ts'

/** One language at work: its table, and the catalogue to look up services in. */
export interface Words {
  readonly language: Language
  readonly phrases: Phrases
  readonly serviceOf: (code: string | null) => Service | null
  readonly answerOf: (id: string) => ApprovedAnswer | null
  /** Where photos for a request are taken; null: nowhere. */
  readonly photoLinkOf: (reference: string) => string | null
}

/** A place in the resident's reply: with its neighborhood, without, then cut at a word. */
export function placeForms(place: Place): readonly string[] {
  const { address, neighborhood } = place
  const known = neighborhood === null || address.toLowerCase().includes(neighborhood.toLowerCase())
  const full = known ? [address] : [`${address}, ${neighborhood}`, address]
  return [...new Set([...full, cutAtWord(address, 60), cutAtWord(address, 36), cutAtWord(address, 24)])]
}

/** "Pothole at 45 Elm St", with shorter and shorter places; the last form names the service alone. */
export function subjectForms(words: Words, code: string | null, place: Place | null): readonly string[] {
  const service = words.serviceOf(code)
  const what = service === null ? words.phrases.report : serviceName(words.language, service)
  if (place === null) return [what]
  const { at } = words.phrases
  return [...placeForms(place).map((where) => at(what, where, place.kind)), what]
}

/** The name of a service, or of "your report" where the code is not known. */
export const nameOf = (words: Words, code: string): string => subjectForms(words, code, null)[0] ?? code

const yearMs = 300 * 86_400_000
const dateTags: Readonly<Record<Language, string>> = {
  en: 'en-US',
  es: 'es-US',
  ht: 'ht',
  'zh-Hant': 'zh-Hant',
  'zh-Hans': 'zh-Hans',
  vi: 'vi',
  kea: 'kea',
  ru: 'ru',
  ar: 'ar',
  pt: 'pt-BR',
  fr: 'fr',
  so: 'so',
}

/**
 * "Mon, Nov 23" of an instant in Boston. With the year where the day is far off. Month and day in figures, in
 * the order of the United States, where the runtime does not know the language.
 */
export function dayOf(language: Language, iso: string, saidAt: string): string {
  const far = Date.parse(iso) - Date.parse(saidAt) > yearMs
  // ICU puts narrow and unbreakable spaces into some languages; both are outside GSM-7.
  return dayFormat(language, far)
    .format(new Date(iso))
    .replace(/[\u00A0\u202F]/gu, ' ')
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()
/** Making a format costs a thousand times more than using one. */
function dayFormat(language: Language, far: boolean): Intl.DateTimeFormat {
  const key = `${language} ${far}`
  const format = dayFormats.get(key) ?? makeDayFormat(language, far)
  dayFormats.set(key, format)
  return format
}

function makeDayFormat(language: Language, far: boolean): Intl.DateTimeFormat {
  const tag = dateTags[language]
  const known = Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0
  return known
    ? new Intl.DateTimeFormat(tag, {
        timeZone,
        weekday: 'short',
        month: 'short',
        day: 'numeric',
        numberingSystem: 'latn',
        ...(far ? { year: 'numeric' } : {}),
      })
    : new Intl.DateTimeFormat('en-US', {
        timeZone,
        month: '2-digit',
        day: '2-digit',
        ...(far ? { year: 'numeric' } : {}),
      })
}

const plurals = new Map<Language, Intl.PluralRules>()
function pluralRules(language: Language): Intl.PluralRules {
  const rules = plurals.get(language) ?? new Intl.PluralRules(dateTags[language])
  plurals.set(language, rules)
  return rules
}

/** "1 business day" in words of the language. */
export function spanOf(words: Words, target: Target): string {
  const forms = words.phrases.spans[target.unit]
  const category = pluralRules(words.language).select(target.amount)
  return (forms[category] ?? forms.other).replace('#', String(target.amount))
}

/** "Target: 1 business day (by Mon, Nov 23).", then the day alone; none where no target is set. */
export function targetForms(words: Words, facts: RequestFacts): readonly string[] {
  if (facts.expectedAt === null) return []
  const target = words.serviceOf(facts.code)?.target ?? null
  const by = dayOf(words.language, facts.expectedAt, facts.requestedAt)
  // Some languages shorten months with a full stop of their own.
  const say = (span: string | null) => words.phrases.target(by, span).replace(/\.\.$/u, '.')
  return target === null ? [say(null)] : [say(spanOf(words, target)), say(null)]
}

/** The number a resident may quote, in a sentence, then bare. */
export function numberForms(words: Words, facts: RequestFacts): readonly string[] {
  const { number, numbers, stop, isolate } = words.phrases
  const ours = [number(facts.reference), `${isolate(facts.reference)}${stop}`]
  return facts.caseNumber === null ? ours : [numbers(facts.reference, facts.caseNumber), ...ours]
}
