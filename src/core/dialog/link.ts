/**
 * Two addresses of one resident, linked once both are proven: LINK and the other address, then eight digits, of which
 * four came here and four went there.
 * @module
 */
import type { ChannelName } from '../request.ts'
import type { OtherAddress } from '../turn.ts'
import type { MessageEvent } from './draft.ts'
import type { Outcome } from './outcome.ts'

/** Channels that nobody else reads and that a code can be sent on. */
export const isPrivate = (channel: ChannelName): boolean => channel === 'sms' || channel === 'email'

const wish =
  /^\s{0,5}link\b[\s:]{0,5}(?:my\b\s{0,5})?(?:(?:number|phone|e-?mail|address)\b[\s:]{0,5})?(\S[^\n]{3,80})$/iu
const mail = /^[^\s@<>"]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}$/u

/** "LINK my number 617-555-0123": whose address is meant; null where the message is about something else. */
export function linkWish(text: string): OtherAddress | null {
  const said = wish.exec(text.trim())?.[1]?.trim().toLowerCase()
  if (said === undefined) return null
  if (mail.test(said)) return { channel: 'email', address: said }
  if (!/^\+?[\d\s().-]{7,24}$/u.test(said)) return null
  const digits = said.replace(/\D/g, '')
  // Ten digits are a number of this country.
  const number = said.startsWith('+') ? digits : digits.length === 10 ? `1${digits}` : digits
  return /^[1-9]\d{9,14}$/.test(number) ? { channel: 'sms', address: `+${number}` } : null
}

/** Eight digits and nothing else, set in any way; or UNLINK. Null: neither. */
export function codeIn(text: string): string | 'unlink' | null {
  const said = text.trim()
  if (/^unlink\.?$/iu.test(said)) return 'unlink'
  if (!/^[\d\s-]{8,16}$/.test(said)) return null
  const digits = said.replace(/\D/g, '')
  return digits.length === 8 ? digits : null
}

/** LINK, a code, UNLINK. False: the message is about something else. */
export function linking(out: Outcome, event: MessageEvent): boolean {
  const { proof, half, message } = event
  if (proof) {
    out.speeches.push({
      say: proof === 'proven' ? 'linked' : proof === 'undone' ? 'unlinked' : 'code-wrong',
    })
    return true
  }
  if (half === undefined || !isPrivate(message.channel)) return false
  const to = linkWish(message.text)
  if (to === null) return false
  out.effects.push({ id: out.ids.effect(), kind: 'prove', requestId: null, to, half })
  out.speeches.push({ say: 'code-sent', half })
  return true
}
