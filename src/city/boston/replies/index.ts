/**
 * Every sentence a resident of Boston reads. Nothing here is made up at run time: fixed phrases per language,
 * filled with the facts of the ledger.
 * @module
 */
import type { ApprovedAnswer } from '../../../core/answers.ts'
import type { Service } from '../../../core/catalogue.ts'
import type { Render } from '../../../core/reply.ts'
import type { Language } from '../../../core/understanding.ts'
import { ar } from './ar.ts'
import { compose, droppable } from './compose.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ht } from './ht.ts'
import { publicParts } from './in-public.ts'
import { kea } from './kea.ts'
import type { Phrases } from './phrases.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { so } from './so.ts'
import { partsOf } from './speeches.ts'
import { vi } from './vi.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** One table per language, all of the same shape. */
export const phrasesIn: Readonly<Record<Language, Phrases>> = {
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

/** What replies speak of. */
export interface Spoken {
  readonly services: readonly Service[]
  readonly answers: readonly ApprovedAnswer[]
  /** The address of a page that takes photos for a request; null: none is offered. */
  readonly photoLinkOf?: (reference: string) => string | null
}

/**
 * The renderer of Boston. Emergency and crisis texts are fixed and alone; every other reply is the fullest
 * that fits. Requests without facts are passed over, never made up.
 */
export function bostonReplies({ services, answers, photoLinkOf = () => null }: Spoken): Render {
  const byCode = new Map(services.map((service) => [service.code, service]))
  const serviceOf = (code: string | null) => (code === null ? null : (byCode.get(code) ?? null))
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const answerOf = (id: string) => byId.get(id) ?? null
  return ({ speech, language, notices }, facts, shown) => {
    const phrases = phrasesIn[language]
    if (speech.say === 'emergency') return phrases.emergency
    if (speech.say === 'crisis') return phrases.crisis
    const words = { language, phrases, serviceOf, answerOf, photoLinkOf }
    const told = [...new Set(notices)].filter((notice) => !shown.public || notice !== 'contact-kept')
    const noticed = told.map((notice) => droppable(20, phrases.notices[notice]))
    // What is said of a file says that it came; thanks for "the photo" beside it would be for that file.
    const said = 'hasPhoto' in speech && told.length > 0 ? { ...speech, hasPhoto: false } : speech
    const parts = shown.public
      ? publicParts(said, words, facts, shown.direct === true)
      : partsOf(said, words, facts)
    return compose([...parts, ...noticed], phrases.between, shown.fits)
  }
}
