/**
 * Who calls our webhook: HMAC-SHA256 with the application's secret, over the body as it came, and over a token where X
 * asks whether we are still there. https://docs.x.com/x-api/webhooks
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpRequest } from '../../src/core/ports.ts'

/** `sha256=` and base64, as X writes and wants it. */
export const hmacOf = (secret: string, text: string): string =>
  `sha256=${createHmac('sha256', secret).update(text).digest('base64')}`

/**
 * A challenge has no signature, and its answer is made with the same secret as the signature of an event: whoever could
 * have JSON hashed here could forge events. So only tokens of X's kind are answered, which no JSON is.
 */
export function isChallenge(request: HttpRequest): boolean {
  if (request.method !== 'GET' || !URL.canParse(request.url)) return false
  return /^[\w+/=.-]{1,200}$/.test(new URL(request.url).searchParams.get('crc_token') ?? '')
}

export function isSigned(request: HttpRequest, secret: string): boolean {
  const given = Buffer.from(request.headers['x-twitter-webhooks-signature'] ?? '')
  const ours = Buffer.from(hmacOf(secret, request.body))
  return given.length === ours.length && timingSafeEqual(given, ours)
}
