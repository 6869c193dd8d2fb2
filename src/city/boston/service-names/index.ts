/**
 * What a resident calls each service, per language. English is the catalogue's own name. The others are drafts
 * that the City's language office has not read yet.
 * @module
 */
import type { Service } from '../../../core/catalogue.ts'
import type { Language } from '../../../core/understanding.ts'
import { ar } from './ar.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ht } from './ht.ts'
import { kea } from './kea.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { so } from './so.ts'
import { vi } from './vi.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** Names by service code. At most 36 characters each, so that three of them fit one message. */
export type ServiceNames = Readonly<Record<string, string>>

export const serviceNamesIn: Readonly<Record<Exclude<Language, 'en'>, ServiceNames>> = {
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

/** A service's name in a language; the English one where a translation is missing. */
export function serviceName(language: Language, service: Pick<Service, 'code' | 'name'>): string {
  if (language === 'en') return service.name
  return serviceNamesIn[language][service.code] ?? service.name
}
