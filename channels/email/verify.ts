/**
 * Who may post mail to us, by path. All comparisons take the same time whatever is compared.
 * @module
 */
import {
  createHash,
  createHmac,
  createPublicKey,
  timingSafeEqual,
  verify as verifySignature,
} from 'node:crypto'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { fieldsOf } from './fields.ts'

/** A provider whose key is not set has no door. */
export interface DoorKeys {
  /** Bearer tokens for raw mail; several during rotation. */
  readonly webhookTokens: readonly string[]
  /** SendGrid's verification keys: DER (SubjectPublicKeyInfo) in base64. */
  readonly sendgridKeys: readonly string[]
  /** Mailgun's HTTP webhook signing keys. */
  readonly mailgunKeys: readonly string[]
  /** `user:password` as in the URL that Postmark calls. */
  readonly postmarkLogins: readonly string[]
}
export const paths = {
  raw: '/webhooks/email',
  sendgrid: '/webhooks/email/sendgrid',
  mailgun: '/webhooks/email/mailgun',
  mailgunMime: '/webhooks/email/mailgun/mime',
  postmark: '/webhooks/email/postmark',
} as const

/** Mailgun comes again for eight hours; clocks differ. Milliseconds. */
const mailgunPastMs = 9 * 3_600_000
const mailgunFutureMs = 5 * 60_000
/** Tokens of Mailgun that are remembered. Two hundred a minute for eight hours and more. */
const mostTokens = 100_000

/** Says whether a request is signed by whom its path belongs to. `now` in Unix milliseconds. */
export function doorKeeper(keys: DoorKeys, now: () => number): (request: HttpRequest) => boolean {
  const seen = new Map<string, string>()
  return (request) => {
    switch (new URL(request.url).pathname) {
      case paths.raw:
        return holds(
          keys.webhookTokens,
          /^Bearer\s+(\S+)\s*$/i.exec(request.headers.authorization ?? '')?.[1],
        )
      case paths.postmark:
        return holds(keys.postmarkLogins, loginOf(request))
      case paths.sendgrid:
        return keys.sendgridKeys.some((key) => isSendgrids(request, key))
      case paths.mailgun:
      case paths.mailgunMime:
        return isMailguns(request, keys.mailgunKeys, now(), seen)
      default:
        return false
    }
  }
}

const digest = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest()
/** Every secret is looked at, so that the time says nothing of which one it was. */
function holds(secrets: readonly string[], given: string | undefined): boolean {
  const theirs = digest(given ?? '')
  return secrets.filter((secret) => timingSafeEqual(digest(secret), theirs)).length > 0 && given !== undefined
}

function loginOf({ headers }: HttpRequest): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(headers.authorization ?? '')?.[1]
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8')
}

/** ECDSA with SHA-256 over timestamp and body. https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/securing-your-parse-webhooks */
function isSendgrids({ headers, bytes }: HttpRequest, key: string): boolean {
  const signature = headers['x-twilio-email-event-webhook-signature'] ?? ''
  const timestamp = headers['x-twilio-email-event-webhook-timestamp'] ?? ''
  if (signature === '' || timestamp === '') return false
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return verifySignature(
      'sha256',
      Buffer.concat([Buffer.from(timestamp), bytes ?? new Uint8Array()]),
      publicKey,
      Buffer.from(signature, 'base64'),
    )
  } catch {
    return false
  }
}

/**
 * HMAC-SHA-256 over timestamp and token, which are fields of the body: so a token is good for one body only.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 */
function isMailguns(
  request: HttpRequest,
  keys: readonly string[],
  nowMs: number,
  seen: Map<string, string>,
): boolean {
  if (keys.length === 0) return false
  const fields = fieldsOf(request)?.texts
  const [timestamp = '', token = '', signature = ''] = ['timestamp', 'token', 'signature'].map((name) =>
    fields?.get(name),
  )
  const at = Number(timestamp) * 1_000
  if (
    !/^\d{9,12}$/.test(timestamp) ||
    !/^[\x21-\x7e]{8,200}$/.test(token) ||
    !/^[0-9a-f]{64}$/i.test(signature)
  )
    return false
  if (at < nowMs - mailgunPastMs || at > nowMs + mailgunFutureMs) return false
  const theirs = Buffer.from(signature, 'hex')
  const isSigned =
    keys.filter((key) =>
      timingSafeEqual(
        createHmac('sha256', key)
          .update(timestamp + token)
          .digest(),
        theirs,
      ),
    ).length > 0
  if (!isSigned) return false
  const body = digest(request.bytes ?? new Uint8Array()).toString('base64')
  const before = seen.get(token)
  if (before !== undefined) return before === body
  seen.set(token, body)
  for (const oldest of seen.keys()) {
    if (seen.size <= mostTokens) break
    seen.delete(oldest)
  }
  return true
}

/** Throws AppError `bad-signature`. */
export function assertGenuine(isGenuine: boolean): void {
  if (!isGenuine) throw new AppError('bad-signature', 'not from the provider of this path')
}
