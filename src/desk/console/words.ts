/**
 * What only the console says: ages, addresses, buttons.
 * @module
 */
import type { ReviewRow } from '../../core/ports.ts'
import type { Settled } from '../../core/request.ts'
import { percent } from '../words.ts'

const minuteMs = 60_000
/** `now`, `12 min`, `3 h`, `2 days`. */
export function age(sinceMs: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / minuteMs))
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  return `${Math.floor(hours / 24)} days`
}

const settledBy = {
  resident: 'said by the resident',
  agent: 'set by an agent',
  photo: 'from the photo',
} as const
/** How sure a suggestion is; where a person settled it, who. */
export function sureWords(confidence: number | null, settled: Settled | null): string {
  if (confidence !== null) return percent(confidence)
  return settled === null || settled.by === 'classifier' ? '' : settledBy[settled.by]
}

/** As much as a list needs, cut between words where there are any. Never half of a surrogate pair. */
export function firstWords(text: string, most = 180): string {
  const one = text.replace(/\s+/g, ' ').trim()
  if (one.length <= most) return one
  const cut = one.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  const blank = cut.lastIndexOf(' ')
  return `${blank > most / 2 ? cut.slice(0, blank) : cut}…`
}

/** `(617) 555-0123`; anything else as it is. */
export const readable = (address: string): string =>
  address.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')

/** Something that a browser can open, or null. */
export function contactLink(address: string): string | null {
  if (/^\+\d{7,15}$/.test(address)) return `tel:${address}`
  if (/^sips?:[^\s<>"?&%]+$/.test(address)) return address
  if (/^[^\s@<>"?&%]+@[^\s@<>"?&%]+\.[^\s@<>"?&%]+$/.test(address)) return `mailto:${address}`
  return null
}

/** What the button that accepts does with this review. */
export function acceptWords({ request, reason }: ReviewRow): {
  readonly button: string
  readonly tells: string
} {
  if (request.state === 'review')
    return { button: 'Accept and file', tells: 'The resident is told that it was filed.' }
  if (reason === 'not-filed') return { button: 'File again', tells: 'The resident has its number already.' }
  return {
    button: 'Keep as it is',
    tells:
      'The case stays as it is, or is corrected where you change something. The resident is told its status.',
  }
}
