/**
 * A review as surfaces tell of it: suggestions, who did what, and what is missing.
 * @module
 */
import type { Service } from '../../core/catalogue.ts'
import type { ReviewRow } from '../../core/ports.ts'
import type { Decision } from '../../core/turn.ts'

export interface ServiceSuggestion {
  readonly code: string
  readonly name: string
  /** 0…1; null where a person said it. */
  readonly confidence: number | null
}

/** The service of the request, then its alternatives; each once. */
export function suggestionsOf(
  { request }: ReviewRow,
  services: ReadonlyMap<string, Service>,
): readonly ServiceSuggestion[] {
  const { service_code: code, category } = request
  const all = [
    ...(code === null ? [] : [{ value: code, confidence: category?.confidence ?? null }]),
    ...(category?.alternatives ?? []),
  ]
  return all
    .filter(({ value }, n) => all.findIndex((one) => one.value === value) === n)
    .map(({ value, confidence }) => ({ code: value, name: services.get(value)?.name ?? value, confidence }))
}

/** `agent:ana` as people call her. */
export const nameOf = (actor: string): string => actor.replace(/^agent:/, '')

const doneWords: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  changed: 'changed and accepted',
  refused: 'refused',
  'resident-settled': 'settled by the resident',
  withdrawn: 'withdrawn',
  asked: 'asked the resident',
}
/** What became of a review, to be read after "was". */
export const outcomeWords = (outcome: string): string => doneWords[outcome] ?? outcome

/** `BOS-7K3M-Q2XA was accepted by ana`; null while it is open. */
export function closedWords({ closed, request }: ReviewRow): string | null {
  if (closed === null) return null
  const by = closed.by === '' || closed.by === 'resident' ? '' : ` by ${nameOf(closed.by)}`
  return `${request.reference} was ${outcomeWords(closed.outcome)}${by}`
}

/** Whether accepting needs a service: what is filed already has one. */
export const needsService = ({ request, reason }: ReviewRow): boolean =>
  request.state === 'review' || reason === 'not-filed'
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
  return 'This can’t be done with the request as it is now.'
}
