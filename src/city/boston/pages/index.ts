/**
 * What the City says on pages and in apps.
 * @module
 */
import type { ApprovedAnswer } from '../../../core/answers.ts'
import type { Service } from '../../../core/catalogue.ts'
import type { Said } from '../../../core/ports.ts'
import type { Language } from '../../../core/understanding.ts'
import { phrasesIn } from '../replies/index.ts'
import type { Words } from '../replies/words.ts'
import { noticeOf, toldOf } from './told.ts'

export interface Spoken {
  readonly services: readonly Service[]
  readonly answers: readonly ApprovedAnswer[]
}

export function bostonPages({ services, answers }: Spoken) {
  const byCode = new Map(services.map((service) => [service.code, service]))
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const wordsOf = (language: Language): Words => ({
    language,
    phrases: phrasesIn[language],
    serviceOf: (code) => (code === null ? null : (byCode.get(code) ?? null)),
    answerOf: (id) => byId.get(id) ?? null,
  })
  return { notice: (said: readonly Said[]) => noticeOf(toldOf(said, wordsOf)) }
}
