/** Apartment, floor or suite beside a house number: no other point, but the crew needs it. @module */
import type { ResolvedPlace } from './resolve.ts'

const id = '(?:\\d{1,4}[a-z]?|[a-z]\\d{1,3}|[a-z])\\b'
const kind = '(?:apt|apartment|apartamento|apto|unit|suite|ste|floor|fl|rm|room)'
const storey = '(?:(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|top|ground) {1,2}(?:floor|fl)\\b)'
const named = `(?:${kind}\\.? ?#? ?${id}|${storey})`
const after = new RegExp(`^,? {0,2}(?:${named}|# ?${id}|basement\\b|rear\\b)`, 'i')
const before = new RegExp(`\\b${named} {0,2},? {0,2}(?:(?:at|of|in) {1,2})?$`, 'i')

/** The place with its unit in span and mention: `40 Westville St apt 3`. Others as they are. */
export function withUnit(text: string, place: ResolvedPlace): ResolvedPlace {
  if (place.value?.kind !== 'address' || place.mention === null) return place
  const [from, to] = place.span
  const behind = after.exec(text.slice(to, to + 30))?.[0] ?? ''
  const ahead = behind === '' ? (before.exec(text.slice(Math.max(0, from - 30), from))?.[0] ?? '') : ''
  if (behind === '' && ahead === '') return place
  const span = [from - ahead.length, to + behind.length] as const
  return { ...place, span, mention: text.slice(...span) }
}
