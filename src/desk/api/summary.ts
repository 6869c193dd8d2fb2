/**
 * A review as surfaces tell of it: suggestions, who did what, and what is missing.
 * @module
 */
import type { Service } from '../../core/catalogue.ts'
import type { ReviewRow } from '../../core/ports.ts'
import type { Decision } from '../../core/turn.ts'
import type { Suggested } from '../suggestions.ts'
import { suggestedFor } from '../suggestions.ts'
import { outcomeWords } from '../words.ts'

export interface ServiceSuggestion extends Suggested {
  readonly name: string
}

/** As `suggestedFor`, with names. */
export function suggestionsOf(
  review: ReviewRow,
  services: ReadonlyMap<string, Service>,
): readonly ServiceSuggestion[] {
  return suggestedFor(review).map((one) => ({ ...one, name: services.get(one.code)?.name ?? one.code }))
}

/** `agent:ana` as people call her. */
export const nameOf = (actor: string): string =>
  actor.replace(/^agent:/, '').replace(/^slack:([UW][A-Z0-9]+)$/, '$1 in Slack')

/** `BOS-7K3M-Q2XA was accepted by ana`; null while it is open. */
export function closedWords({ closed, request }: ReviewRow): string | null {
  if (closed === null) return null
  const by = closed.by === '' || closed.by === 'resident' ? '' : ` by ${nameOf(closed.by)}`
  return `${request.reference} was ${outcomeWords(closed.outcome)}${by}`
}

/** Whether accepting needs a service: what is filed already has one. */
export const needsService = ({ request, reason }: ReviewRow): boolean =>
  request.state === 'review' || reason === 'not-filed'
/** Nothing is to be filed: the reason of a refusal is an answer. */
export const isTalk = ({ reason, request }: ReviewRow): boolean =>
  (request.state === 'review' && (reason === 'question' || reason === 'agent-wanted')) ||
  reason === 'change-after-filing'
/** Only what has not been filed can wait for another answer. */
export const canAsk = ({ request }: ReviewRow): boolean => request.state === 'review'

/** Why a wish cannot be, for whoever wished it. */
export function impossibleWords(
  { action, code, note = '' }: Pick<Decision, 'action' | 'code' | 'note'>,
  review: ReviewRow,
  services: ReadonlyMap<string, Service>,
): string {
  if (action === 'refuse' && note.trim() === '') return 'A refusal needs a reason: the resident reads it.'
  if (action === 'ask' && !canAsk(review))
    return 'The resident can’t be asked any more: the request was filed already.'
  if (code !== undefined && !services.has(code)) return `There is no service ${code}.`
  if (needsService(review) && code === undefined && !services.has(review.request.service_code ?? ''))
    return 'Choose a service first: without one it can’t be filed.'
  return 'This can’t be done with the request as it is now, or its key was used for another decision.'
}
