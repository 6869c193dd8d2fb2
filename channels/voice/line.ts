/**
 * The line at Twilio in which callers wait for a person. https://www.twilio.com/docs/voice/twiml/enqueue
 * @module
 */
import type { Fields } from '../_twilio/form.ts'
import { cleanField } from './schema.ts'

/** Between one word to whoever waits and the next. Seconds. */
export const waitingS = 20
/** So long nobody waits in line: a message is better. Seconds. */
const longestWaitS = 600

const isTooLong = (fields: Fields): boolean => Number(cleanField(fields, 'QueueTime')) >= longestWaitS

/** Whether the caller leaves the line now, and where they stand in it; null: Twilio doesn't say. */
export function waitingIn(fields: Fields): { readonly leaves: boolean; readonly position: number | null } {
  const position = Number(cleanField(fields, 'QueuePosition'))
  return {
    leaves: cleanField(fields, 'Digits') === '1' || isTooLong(fields),
    position: Number.isInteger(position) && position >= 1 ? position : null,
  }
}

export type EndOfLine =
  /** Somebody talked, or the caller hung up. */
  | 'over'
  /** Somebody else leads the call now: what we answer is not heard. */
  | 'elsewhere'
  /** A message was wanted, or the wait was too long. */
  | 'message'
  | 'too-long'
  /** The line is full or broken. What we don't know is no success. */
  | 'failed'

export function endOfLine(fields: Fields): EndOfLine {
  switch (cleanField(fields, 'QueueResult')) {
    case 'bridged':
    case 'hangup':
      return 'over'
    case 'redirected':
    case 'redirected-from-bridged':
    case 'bridging-in-process':
      return 'elsewhere'
    case 'leave':
      return isTooLong(fields) ? 'too-long' : 'message'
    default:
      return 'failed'
  }
}
