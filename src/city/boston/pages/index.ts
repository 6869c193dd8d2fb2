/**
 * What the City says on pages and in apps: a table per language, and what the dialog said as parts of a page.
 * @module
 */
import type { ApprovedAnswer } from '../../../core/answers.ts'
import type { Service } from '../../../core/catalogue.ts'
import type { CityPages, PageWords } from '../../../core/pages.ts'
import type { Language } from '../../../core/understanding.ts'
import { questionIn } from '../questions/index.ts'
import { phrasesIn } from '../replies/index.ts'
import { dayOf, type Words } from '../replies/words.ts'
import { serviceName } from '../service-names/index.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ht } from './ht.ts'
import { kea } from './kea.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { so } from './so.ts'
import { cardOf, noticeOf, noticesOf, toldOf } from './told.ts'
import { vi } from './vi.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** One table per language, all of the same shape. */
export const pageWordsIn: Readonly<Record<Language, PageWords>> = {
  en,
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

/** What each language calls itself, in the order of the City's list. */
const languages: CityPages['languages'] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'ht', name: 'Kreyòl ayisyen' },
  { code: 'zh-Hant', name: '繁體中文' },
  { code: 'zh-Hans', name: '简体中文' },
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'kea', name: 'Kriolu' },
  { code: 'ru', name: 'Русский' },
  { code: 'ar', name: 'العربية' },
  { code: 'pt', name: 'Português' },
  { code: 'fr', name: 'Français' },
  { code: 'so', name: 'Soomaali' },
]

export interface Spoken {
  readonly services: readonly Service[]
  readonly answers: readonly ApprovedAnswer[]
}

export function bostonPages({ services, answers }: Spoken): CityPages {
  const byCode = new Map(services.map((service) => [service.code, service]))
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const wordsOf = (language: Language): Words => ({
    language,
    phrases: phrasesIn[language],
    serviceOf: (code) => (code === null ? null : (byCode.get(code) ?? null)),
    answerOf: (id) => byId.get(id) ?? null,
    photoLinkOf: () => null,
  })
  return {
    languages,
    words: (language) => pageWordsIn[language],
    danger: (language, safety) => phrasesIn[language][safety],
    serviceName(language, code) {
      const service = byCode.get(code)
      return service === undefined ? null : serviceName(language, service)
    },
    question: questionIn,
    card: (language, facts) => cardOf(wordsOf(language), facts),
    told: (said) => toldOf(said, wordsOf),
    notices: (said) => noticesOf(said, wordsOf),
    notice: (said) => noticeOf(toldOf(said, wordsOf)),
    unknown(language, number) {
      const { statusUnknown, statusUnknownHint, between } = phrasesIn[language]
      return `${statusUnknown(number)}${between}${statusUnknownHint}`
    },
    call: (language) => phrasesIn[language].orCall,
    // Said long after it: always with its year.
    day: (language, iso) => dayOf(language, iso, '1970-01-01T00:00:00Z'),
  }
}
