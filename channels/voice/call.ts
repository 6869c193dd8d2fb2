/**
 * What a call remembers beside the dialog: its language, what was asked, how often in vain. It travels in the address
 * that the next answer goes to. Twilio signs that address, and gets it from us alone.
 * @module
 */
import { z } from 'zod'
import { Language } from '../../src/core/understanding.ts'

/** Where the caller is: what the keys mean now. */
export const rooms = [
  'open',
  'where',
  'yes-no',
  'choice',
  'number',
  'case',
  'after',
  'languages',
  'menu',
  'danger',
] as const

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const Query = z.object({
  /** The number of this answer within the call, from 1: with CallSid the id of its message. */
  n: whole(0, 999),
  at: z.enum(rooms),
  l: Language,
  /** The language was chosen, or was shown by what was said. */
  c: z.enum(['0', '1']),
  /** In vain so far, in a row. */
  t: whole(0, 9),
  /** Which answer had a message that the dialog replied to last; 0: none. */
  m: whole(0, 999),
  /** Choices, or the page of the menu. */
  k: whole(0, 9),
})

export interface Call {
  readonly step: number
  readonly at: (typeof rooms)[number]
  readonly language: Language
  readonly chosen: boolean
  readonly tries: number
  readonly last: number
  readonly count: number
}

export const startOfCall: Call = {
  step: 0,
  at: 'open',
  language: 'en',
  chosen: false,
  tries: 0,
  last: 0,
  count: 0,
}

/** Null where the address is not one we made. Without a query a call begins. */
export function callIn(query: URLSearchParams): Call | null {
  if ([...query.keys()].every((name) => name === 'bodySHA256')) return startOfCall
  const read = Query.safeParse(Object.fromEntries(query))
  if (!read.success) return null
  const { n, at, l, c, t, m, k } = read.data
  return { step: n, at, language: l, chosen: c === '1', tries: t, last: m, count: k }
}

/** The query of the address that says the same. */
export const queryOf = ({ step, at, language, chosen, tries, last, count }: Call): string =>
  new URLSearchParams({
    n: String(step),
    at,
    l: language,
    c: chosen ? '1' : '0',
    t: String(Math.min(tries, 9)),
    m: String(last),
    k: String(count),
  }).toString()
