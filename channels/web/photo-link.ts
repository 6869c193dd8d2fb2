/**
 * Links to add a photo to one request: `/photo/7k3mq2xag1v` and a signature. Short, because a text message has two
 * segments; in small letters and figures alone, because a phone underlines no other end of a link. Pure.
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PhotoLink } from '../../src/core/pages.ts'
import type { Reference } from '../../src/core/request.ts'

const dayMs = 86_400_000
/** How long a link works at least; up to a day longer, so that it stays the same all day. */
const lifeDays = 7

/** Eight characters of the reference, the last day in base 36 (three until 2097), and 60 bits of the signature. */
const shape = /^([0-9a-hjkmnp-tv-z]{8})([0-9a-z]{3})([0-9a-v]{12})$/

function signed(secret: string, body: string): string {
  const bytes = createHmac('sha256', secret).update(`photo link ${body}`).digest()
  // Five bits a character, as `toString(32)` writes them: 0 to 9, a to v.
  return Array.from(bytes.subarray(0, 12), (byte) => (byte & 31).toString(32)).join('')
}

/** What the path of a link ends in; the same for a whole day. `now` in Unix milliseconds. */
export function newPhotoLink(secret: string, reference: Reference, now: number): string {
  const last = Math.ceil(now / dayMs) + lifeDays
  const body = `${reference.replace('BOS', '').replaceAll('-', '').toLowerCase()}${last.toString(36)}`
  return `${body}${signed(secret, body)}`
}

/** What it opens. A phone's keyboard may have made capitals of it. */
export function readPhotoLink(secret: string, link: string, now: number): PhotoLink {
  const [, letters = '', last = '', signature = ''] = shape.exec(link.toLowerCase()) ?? []
  const wanted = Buffer.from(signed(secret, `${letters}${last}`))
  const given = Buffer.from(signature)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'unknown'
  if (now >= Number.parseInt(last, 36) * dayMs) return 'over'
  const [four, more] = [letters.slice(0, 4), letters.slice(4)].map((part) => part.toUpperCase())
  return { reference: `BOS-${four}-${more}` }
}
