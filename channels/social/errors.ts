/**
 * What X's answers mean for us, as data. https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 * @module
 */
import { z } from 'zod'
import { AppError, type ErrorCode } from '../../src/core/errors.ts'

/** By the last part of `type` below https://api.x.com/2/problems/. */
const byProblem: Readonly<Record<string, ErrorCode>> = {
  'usage-capped': 'rate-limited',
  'rate-limit-exceeded': 'rate-limited',
  'client-forbidden': 'misconfigured',
  'unsupported-authentication': 'misconfigured',
  'resource-not-found': 'unreachable',
  'not-authorized-for-resource': 'unreachable',
}
/** By words of `detail`, where a 403 alone says too little. */
const byDetail: readonly (readonly [RegExp, ErrorCode])[] = [
  [/deleted or not visible/i, 'unreachable'],
  // The author neither named nor quoted us (self-serve access, since 2026-02-23).
  [/not been mentioned|not permitted to reply|reply to this conversation/i, 'unreachable'],
  [/duplicate content/i, 'unreachable'],
  [/blocked|cannot send messages to this user|not follow/i, 'bad-address'],
]
const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'provider-refused',
  401: 'misconfigured',
  402: 'misconfigured',
  403: 'misconfigured',
  404: 'unreachable',
  410: 'unreachable',
  429: 'rate-limited',
}

const Problem = z.looseObject({ type: z.string().default(''), detail: z.string().default('') })

/** When a limit is over, as X says it: seconds of the Unix epoch. Null: it does not say. */
export function resetMs(headers: Readonly<Record<string, unknown>>, nowMs: number): number | null {
  const reset = Number(headers['x-rate-limit-reset'])
  return Number.isFinite(reset) && reset > 0 ? Math.max(0, reset * 1000 - nowMs) : null
}

/** An answer that is not 2xx. Its words go nowhere: they may quote a resident. */
export function failureOf(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, unknown>>,
  nowMs: number,
): AppError {
  const { type, detail } = Problem.safeParse(body).data ?? { type: '', detail: '' }
  const problem = type.slice(type.lastIndexOf('/') + 1)
  const code =
    byDetail.find(([words]) => words.test(detail))?.[1] ??
    byProblem[problem] ??
    byStatus[status] ??
    (status >= 500 ? 'provider-away' : 'provider-refused')
  const afterMs = code === 'rate-limited' ? resetMs(headers, nowMs) : null
  return new AppError(code, `X answered ${status}${/^[a-z-]{1,40}$/.test(problem) ? ` ${problem}` : ''}`, {
    providerCode: String(status),
    ...(afterMs === null ? {} : { afterMs }),
  })
}
