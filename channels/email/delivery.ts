/**
 * News on our replies: delivery status notifications. https://www.rfc-editor.org/rfc/rfc3464
 * @module
 */
import type { DeliveryReport } from '../../src/core/request.ts'
import type { Mail } from './mail.ts'
import { type Ours, type Tokens, tokenInId } from './token.ts'

/** Actions of RFC 3464 section 2.3.3, later news ranking higher. `accepted`: the next server took it. */
const ranks: Readonly<Record<string, number>> = {
  accepted: 0,
  delayed: 1,
  relayed: 2,
  expanded: 2,
  delivered: 3,
  failed: 4,
}
export const rankOf = (action: string): number => ranks[action] ?? 0

/** How far the original text is searched for our Message-ID. Bytes. */
const searched = 300_000

/**
 * What a bounce says of a reply of ours; null where it names none. Whoever never had that reply can't name it:
 * its Message-ID carries a token.
 */
export function deliveryOf(mail: Mail, ours: Ours, tokens: Tokens): DeliveryReport | null {
  const named = ourIdIn(mail, ours, tokens)
  if (named === null) return null
  const status = mail.parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))
  // A bounce from before there was a format: it came from nobody and has our mail in it.
  if (status === undefined)
    return mail.returnPath === '' || isDaemon(mail) ? report(named, 'failed', '') : null
  const fields = Buffer.from(status.bytes.subarray(0, 100_000)).toString('latin1')
  const action = /^Action[ \t]{0,5}:[ \t]{0,5}([a-z]{3,20})/im.exec(fields)?.[1]?.toLowerCase() ?? 'failed'
  const code = /^Status[ \t]{0,5}:[ \t]{0,5}([245]\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1] ?? ''
  return report(named, action in ranks ? action : 'failed', code)
}

const isDaemon = ({ from }: Mail): boolean => /^(?:mailer-daemon|postmaster)@/.test(from?.address ?? '')

function report(providerId: string, status: string, code: string): DeliveryReport {
  return {
    channel: 'email',
    providerId,
    status,
    rank: rankOf(status),
    failure: status === 'failed' ? failureOf(code) : null,
    providerCode: code === '' ? null : code,
  }
}

/** RFC 3463: 5.1.x is the address, 4.x.x ran out of time, the rest is a refusal. */
function failureOf(code: string): NonNullable<DeliveryReport['failure']> {
  if (code.startsWith('4.')) return 'provider-away'
  return code === '' || code.startsWith('5.1.') ? 'bad-address' : 'provider-refused'
}

/** Our Message-ID: as envelope id, as what is answered, or in the returned mail. */
function ourIdIn(mail: Mail, ours: Ours, tokens: Tokens): string | null {
  const text = Buffer.from(mail.original.subarray(0, searched)).toString('latin1')
  const written = text.match(/<eff_[0-9a-z_]{8,64}\.[0-9a-z]{27,34}@[^<>\s@]{1,255}>/gi) ?? []
  for (const id of [...mail.answers, ...written.slice(0, 20)]) {
    const token = tokenInId(id, ours)
    if (token !== null && tokens.read(token, '') !== null) return id
  }
  return null
}
