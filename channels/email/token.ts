/**
 * What our addresses and Message-IDs carry: which case a mail answers, and that its sender had mail of ours.
 * `311+<token>@…`, `<eff_….<token>@…>`.
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { addressOf, type Mailbox } from './mail.ts'

/** What a genuine token says. */
export interface Proof {
  /** `BOS-XXXX-XXXX`, or null where the reply was about none. */
  readonly reference: string | null
  /** Whether the reply went to this very resident. */
  readonly isOurs: boolean
}
export interface Tokens {
  make(reference: string | null, resident: string): string
  /** Null: we never made it. */
  read(token: string, resident: string): Proof | null
}

/** Lower-case base 32 of RFC 4648: an address may be folded to one case on its way. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const macChars = 13
const shape = new RegExp(`^([0-9a-hjkmnp-tv-z]{8}|0)([a-z2-7]{${macChars}})([a-z2-7]{${macChars}})$`)

/** Tokens under `key`. Each half is 65 bits of HMAC-SHA-256: one names the case, one the case and the resident. */
export function tokens(key: string): Tokens {
  const mac = (...parts: readonly string[]): string => {
    const bytes = createHmac('sha256', key).update(parts.join('\0')).digest()
    return Array.from(bytes.subarray(0, macChars), (byte) => alphabet[byte & 31]).join('')
  }
  const isSame = (a: string, b: string): boolean =>
    a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
  return {
    make(reference, resident) {
      const short = reference === null ? '0' : reference.replace(/^BOS-|-/g, '').toLowerCase()
      return `${short}${mac('case', short)}${mac('to', short, resident)}`
    },
    read(token, resident) {
      const [, short = '', ofCase = '', ofResident = ''] = shape.exec(token.toLowerCase()) ?? []
      if (short === '' || !isSame(ofCase, mac('case', short))) return null
      const letters = short.toUpperCase()
      return {
        reference: short === '0' ? null : `BOS-${letters.slice(0, 4)}-${letters.slice(4)}`,
        isOurs: isSame(ofResident, mac('to', short, resident)),
      }
    },
  }
}

/** Our mailbox, taken apart. */
export interface Ours extends Mailbox {
  readonly local: string
  readonly domain: string
}

/** Reads `311@…` or `Boston 311 <311@…>`; null where it is neither. */
export function oursOf(text: string): Ours | null {
  const [, name = '', inBrackets] = /^\s*"?([^"<]{0,100}?)"?\s*<([^<>]{3,320})>\s*$/.exec(text) ?? []
  const address = addressOf(inBrackets ?? text)
  if (address === null) return null
  const [local = '', domain = ''] = address.split('@')
  return local.includes('+') ? null : { name: name.trim() || 'Boston 311', address, local, domain }
}

/** Whether an address is ours, with a token or without. */
export function isOurs(address: string, { local, domain }: Ours): boolean {
  const [theirs = '', theirDomain = ''] = address.toLowerCase().split('@')
  return theirDomain === domain && (theirs === local || theirs.startsWith(`${local}+`))
}

/** Token of an address of ours; null where it has none. */
export function tokenIn(address: string, ours: Ours): string | null {
  if (!isOurs(address, ours)) return null
  return /\+([^@]{1,60})@/.exec(address)?.[1] ?? null
}

/** Our Message-ID for a reply: the same on every try. */
export const messageIdOfReply = (effectId: string, token: string, { domain }: Ours): string =>
  `<${effectId}.${token}@${domain}>`

/** Token of a Message-ID of ours; null where it is none. */
export function tokenInId(id: string, { domain }: Ours): string | null {
  const [, token, host = ''] = /^<eff_[0-9a-z_]{8,64}\.([0-9a-z]{27,34})@([^<>\s@]{1,255})>$/i.exec(id) ?? []
  return token === undefined || host.toLowerCase() !== domain ? null : token
}
