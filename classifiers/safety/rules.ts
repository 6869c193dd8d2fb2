/**
 * What the rules of every language find in a text: emergency (911), crisis (988 and 911) or nothing.
 * @module
 */
import type { Hints, Language, Safety, Span, Suggestion } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { languageClassifier } from '../language/index.ts'
import { harmlessEnglish, readEnglish } from './english/read.ts'
import { arabic } from './languages/arabic.ts'
import { caboVerdean } from './languages/cabo-verdean.ts'
import { chinese } from './languages/chinese.ts'
import { french } from './languages/french.ts'
import { haitian } from './languages/haitian.ts'
import { portuguese } from './languages/portuguese.ts'
import { russian } from './languages/russian.ts'
import { somali } from './languages/somali.ts'
import { spanish } from './languages/spanish.ts'
import { vietnamese, vietnamesePlain } from './languages/vietnamese.ts'
import { type Danger, type Found, type Reader, readDanger, reader } from './words.ts'

interface Alarm {
  readonly value: 'emergency' | 'crisis'
  readonly span: readonly Span[]
}

const readChinese = reader(chinese)
const readMarked = reader(vietnamese, 'keep')
const readers: Readonly<Record<Exclude<Language, 'en'>, Reader>> = {
  es: reader(spanish),
  pt: reader(portuguese),
  fr: reader(french),
  ht: reader(haitian),
  kea: reader(caboVerdean),
  so: reader(somali),
  vi: reader(vietnamesePlain),
  ru: reader(russian),
  ar: reader(arabic),
  'zh-Hant': readChinese,
  'zh-Hans': readChinese,
}
/** Short texts are taken for these, so they are read too. */
const kin: Readonly<Partial<Record<Language, readonly Language[]>>> = {
  es: ['pt', 'kea'],
  pt: ['es', 'kea'],
  kea: ['pt', 'ht', 'es'],
  fr: ['ht'],
  ht: ['fr', 'kea'],
}
const latin: readonly Language[] = ['es', 'pt', 'fr', 'ht', 'kea', 'so', 'vi']
const vietnameseMarks = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/
const han = /\p{Script=Han}/u
const cyrillic = /\p{Script=Cyrillic}/u
const arab = /\p{Script=Arabic}/u

/** Beyond this (UTF-16 units) a text is an e-mail with its history; the head and the tail say what is wrong. */
const maxLength = 4000
const tailLength = 500

/** What the rules read of a text of any length. */
export const headAndTail = (whole: string): string =>
  whole.length > maxLength ? `${whole.slice(0, maxLength - tailLength)} ${whole.slice(-tailLength)}` : whole

/** The languages that a text may be written in, besides English: its own, those it is taken for, and their kin. */
function languagesOf(
  text: string,
  found: Suggestion<Language>,
  hint: Language | undefined,
): ReadonlySet<Language> {
  const languages = new Set<Language>()
  if (cyrillic.test(text)) languages.add('ru')
  if (arab.test(text)) languages.add('ar')
  if (han.test(text)) languages.add('zh-Hant')
  if (hint) languages.add(hint)
  const isLatin = latin.includes(found.value) || found.value === 'en'
  if (!isLatin || (found.value === 'en' && found.confidence > 0.9)) return languages
  if (found.value === 'en' || found.confidence < 0.7) for (const language of latin) languages.add(language)
  for (const one of [found.value, ...found.alternatives.map(({ value }) => value)]) {
    languages.add(one)
    for (const other of kin[one] ?? []) languages.add(other)
  }
  return languages
}

/** What the rules say, with the words that decided and the language the text was taken for. */
export interface RuleReading {
  readonly value: Safety
  readonly evidence: readonly Span[]
  readonly language: Language
  /** What the rules saw on the way, also where they stay quiet: names for the danger model to learn from. */
  readonly signs: readonly string[]
}

/** Reads a text of any length by the rules alone; never throws. */
export function safetyRules(): (text: string, hints: Hints) => RuleReading {
  const languageOf = languageClassifier()
  return (whole, hints) => {
    const text = headAndTail(whole)
    const cut = text !== whole
    const folded = fold(text)
    const language = languageOf(text, hints)
    const inFolded = (at: Found): readonly Span[] => [folded.span(at[0], at[1])]
    const found: Alarm[] = []
    const take = (danger: Danger | null, span: (at: Found) => readonly Span[]): void => {
      if (danger) found.push({ value: danger.value, span: cut ? [] : span(danger.at) })
    }
    const languages = languagesOf(text, language, hints.language)
    const marked = languages.has('vi') ? text.normalize('NFC').toLowerCase() : ''
    const isMarked = vietnameseMarks.test(marked)
    let plain = folded.text
    let isSettled = false
    const signs: string[] = []
    if (isMarked) {
      const reading = readDanger([readMarked], marked, harmlessEnglish)
      isSettled = reading.isSettled
      signs.push(...reading.signs.map((sign) => `other ${sign}`))
      take(reading.danger, ([start, end]) => (marked.length === text.length ? [[start, end]] : []))
    }
    const others = [...languages].flatMap((one) =>
      one === 'en' || (one === 'vi' && isMarked) ? [] : [readers[one]],
    )
    if (others.length > 0) {
      const reading = readDanger(others, plain, harmlessEnglish)
      isSettled ||= reading.isSettled
      plain = reading.plain
      signs.push(...reading.signs.map((sign) => `other ${sign}`))
      take(reading.danger, inFolded)
    }
    const { danger: english, signs: seen } = readEnglish(plain)
    signs.push(...seen)
    const isForeign = language.value !== 'en' && language.confidence > 0.7
    if (!(isForeign && isSettled) || english?.value === 'crisis') take(english, inFolded)
    const best = found.find(({ value }) => value === 'crisis') ?? found[0]
    const value = best?.value ?? 'none'
    if (best) signs.push(`alarm ${value}`, `alarm ${value} ${language.value === 'en' ? 'en' : 'other'}`)
    return { value, evidence: best?.span ?? [], language: language.value, signs }
  }
}
