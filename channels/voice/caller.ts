/**
 * Who calls. https://www.twilio.com/docs/voice/twiml#request-parameters
 * @module
 */
import type { Fields } from '../_twilio/form.ts'
import { cleanField } from './schema.ts'

/**
 * What stands in From where a caller hides the number: words, or the word spelled on a keypad behind a plus
 * (ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE).
 */
const hidden: ReadonlySet<string> = new Set([
  'anonymous',
  'restricted',
  'blocked',
  'unknown',
  'unavailable',
  'private',
  '266696687',
  '7378742833',
  '2562533',
  '8656696',
  '86282452253',
])

const isHidden = (from: string): boolean => hidden.has(from.toLowerCase().replace(/^\+/, ''))

/**
 * The resident's address: their number, `client:…` or `sip:…` as it came. Who hides it is someone else in every call:
 * `call:` and its id, so that nobody hears of a stranger's report.
 */
export function residentOf(fields: Fields): string {
  const from = cleanField(fields, 'From')
  return from === '' || isHidden(from) ? `call:${cleanField(fields, 'CallSid')}` : from
}

/** Ours, as it was dialled. */
export const oursOf = (fields: Fields): string => cleanField(fields, 'To') || 'voice'

/** A telephone number of the caller's own, E.164; null where there is none to write or to show. */
export function phoneOf(fields: Fields): string | null {
  const from = cleanField(fields, 'From')
  return /^\+[1-9]\d{6,14}$/.test(from) && !isHidden(from) ? from : null
}
