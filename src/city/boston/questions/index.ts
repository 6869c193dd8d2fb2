/**
 * The catalogue's own questions, and the answers to choose from, as residents read them: a table per language.
 * English is the catalogue itself. Answers are stored by their key, so no translated word gets into a case.
 * @module
 */
import type { Asked as Put } from '../../../core/pages.ts'
import type { Language } from '../../../core/understanding.ts'
import { serviceByCode } from '../services/index.ts'
import { ar } from './ar.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ht } from './ht.ts'
import { kea } from './kea.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import type { Questions } from './shape.ts'
import { so } from './so.ts'
import { vi } from './vi.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

export const questionsIn: Readonly<Record<Exclude<Language, 'en'>, Questions>> = {
  es,
  ht,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
  vi,
  kea,
  ru,
  ar,
  pt,
  fr,
  so,
}

type Said = string | readonly [question: string, answers: Readonly<Record<string, string>>]
/** A table as it is looked up: by any code. */
type Table = Readonly<Record<string, Readonly<Record<string, Said>> | undefined>>

/**
 * A question of a service in a language, its answers in the catalogue's order. Null where the catalogue has no such
 * question: whoever asks one of their own has it in their own words only.
 */
export function questionIn(language: Language, service: string, code: string): Put | null {
  const detail = serviceByCode(service)?.details.find((one) => one.code === code)
  if (detail === undefined) return null
  if (language === 'en') return { question: detail.question, values: detail.values }
  const table: Table = questionsIn[language].asked
  const said = table[service]?.[code]
  if (said === undefined) return null
  if (typeof said === 'string') return { question: said, values: [] }
  const [question, answers] = said
  return { question, values: detail.values.map(({ key, name }) => ({ key, name: answers[key] ?? name })) }
}
