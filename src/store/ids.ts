/**
 * Ids and numbers the ledger itself gives out.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { ConversationId, Reference } from '../core/request.ts'

/** Crockford's base 32 without I, L, O and U: https://www.crockford.com/base32.html */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 40 random bits: nobody guesses a neighbour's number, and none tells how many there are. */
export function randomReference(): Reference {
  const letters = Array.from(randomBytes(8), (byte) => crockford[byte & 31]).join('')
  return `BOS-${letters.slice(0, 4)}-${letters.slice(4)}` as Reference
}

/** 130 bits, the first 50 of them the time, so that neighbours in time are neighbours in the index. */
export function conversationId(now: number): ConversationId {
  let time = ''
  for (let rest = Math.floor(now), n = 0; n < 10; n += 1, rest = Math.floor(rest / 32)) {
    time = `${crockford[rest % 32]}${time}`
  }
  const random = Array.from(randomBytes(16), (byte) => crockford[byte & 31]).join('')
  return `cnv_${`${time}${random}`.toLowerCase()}` as ConversationId
}
