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
  'which',
  'number',
  'case',
  'after',
  'languages',
  'menu',
  'danger',
  'wrong',
  /** A place by keys: its number, letters of its street, which of those, or a ZIP code. */
  'house',
  'street',
  'streets',
  'zip',
] as const
export type Room = (typeof rooms)[number]

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
  /** A place as far as keys have given it. */
  h: z
    .string()
    .regex(/^\d{0,5}$/)
    .default(''),
  s: z
    .string()
    .regex(/^\d{0,40}$/)
    .default(''),
  x: z.string().max(80).default(''),
})

/** A place as far as keys have given it; empty: not yet. */
export interface KeyedPlace {
  /** House number. */
  readonly house: string
  /** Letters of the street, by their keys. */
  readonly letters: string
  /** The first street of a corner. */
  readonly meets: string
}
export const noPlace: KeyedPlace = { house: '', letters: '', meets: '' }

export interface Call {
  readonly step: number
  readonly at: Room
  readonly language: Language
  readonly chosen: boolean
  readonly tries: number
  readonly last: number
  readonly count: number
  /** Absent: no place is being keyed in. */
  readonly keyed?: KeyedPlace
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
  const { n, at, l, c, t, m, k, h, s, x } = read.data
  const keyed = h + s + x === '' ? {} : { keyed: { house: h, letters: s, meets: x } }
  return { step: n, at, language: l, chosen: c === '1', tries: t, last: m, count: k, ...keyed }
}

/** The query of the address that says the same. */
export const queryOf = ({ step, at, language, chosen, tries, last, count, keyed = noPlace }: Call): string =>
  new URLSearchParams({
    n: String(step),
    at,
    l: language,
    c: chosen ? '1' : '0',
    t: String(Math.min(tries, 9)),
    m: String(last),
    k: String(count),
    ...(keyed.house !== '' && { h: keyed.house }),
    ...(keyed.letters !== '' && { s: keyed.letters }),
    ...(keyed.meets !== '' && { x: keyed.meets }),
  }).toString()
