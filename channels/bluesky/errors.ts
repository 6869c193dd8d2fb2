/**
 * What the server's answers mean for us, as data. https://docs.bsky.app/docs/advanced-guides/rate-limits and
 * https://atproto.com/specs/xrpc#error-responses
 * @module
 */
import { z } from 'zod'
import { AppError, type ErrorCode } from '../../src/core/errors.ts'
import type { HttpResult } from '../call-http.ts'

/** By `error`. */
const byName: Readonly<Record<string, ErrorCode>> = {
  AuthenticationRequired: 'misconfigured',
  AuthMissing: 'misconfigured',
  InvalidToken: 'misconfigured',
  AccountTakedown: 'misconfigured',
  RateLimitExceeded: 'rate-limited',
  RecordNotFound: 'not-found',
  InvalidConvo: 'unreachable',
  ConvoLocked: 'unreachable',
  BlockedActor: 'bad-address',
  MessagesDisabled: 'bad-address',
  NotFollowedBySender: 'bad-address',
  UpstreamFailure: 'provider-away',
  NotEnoughResources: 'provider-away',
}
const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'provider-refused',
  401: 'misconfigured',
  403: 'misconfigured',
  404: 'not-found',
  413: 'provider-refused',
  429: 'rate-limited',
}
const Problem = z.looseObject({ error: z.string().default('') })

function nameOf({ bytes }: HttpResult): string {
  try {
    return Problem.parse(JSON.parse(bytes.toString())).error
  } catch {
    return ''
  }
}

/** A session ends after some hours. */
export const isExpired = (result: HttpResult): boolean =>
  (result.status === 400 || result.status === 401) && nameOf(result) === 'ExpiredToken'

/** An answer that is not 200. Its words go nowhere: they may quote a resident. */
export function failureOf(result: HttpResult, nowMs: number): AppError {
  const { status, headers } = result
  const name = nameOf(result)
  const code = byName[name] ?? byStatus[status] ?? (status >= 500 ? 'provider-away' : 'provider-refused')
  const resetMs = Number(headers['ratelimit-reset']) * 1000 - nowMs
  return new AppError(code, `Bluesky answered ${status}${/^\w{1,40}$/.test(name) ? ` ${name}` : ''}`, {
    providerCode: name === '' ? String(status) : name,
    ...(code === 'rate-limited' && resetMs > 0 && { afterMs: resetMs }),
  })
}
