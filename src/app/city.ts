/** The city in force, as the parts want it. Another city is another folder below src/city. @module */
import { answers } from '../city/boston/answers/index.ts'
import { addTarget, bostonHours } from '../city/boston/calendar.ts'
import { jurisdictions } from '../city/boston/jurisdictions.ts'
import { bostonPages as pagesOf } from '../city/boston/pages/index.ts'
import { bostonReplies as repliesOf } from '../city/boston/replies/index.ts'
import { services } from '../city/boston/services/index.ts'
import { policyFor } from '../core/policy.ts'

export const bostonServices = services
export { bostonHours }
export const bostonPolicy = policyFor(services, answers)
/**
 * The policy where cases go to a server whose list is public: what is about a person's home or health is seen by an
 * agent before anything is filed, and is never filed there.
 */
export const publicCityPolicy = policyFor(
  services.map((s) => (s.private && s.review === 'never' ? { ...s, review: 'person' } : s)),
  answers,
)
/** Codes that no public list may show. */
export const privateCodes: ReadonlySet<string> = new Set(services.filter((s) => s.private).map((s) => s.code))
/** `photoLinkOf`: the address that takes photos for a request; null: none is offered. */
export const bostonRepliesWith = (photoLinkOf: (reference: string) => string | null) =>
  repliesOf({ services, answers, photoLinkOf })
export const bostonReplies = bostonRepliesWith(() => null)
export const bostonPages = pagesOf({ services, answers })
/** `jurisdiction_id` of Open311 that are the City's. */
export const bostonJurisdictions: readonly string[] = jurisdictions
const byCode = bostonPolicy.services
/** What the ledger needs to know of a service when it writes a request. */
export const bostonStoreRules = {
  services: (code: string) => byCode.get(code),
  addTarget,
}
