/**
 * The way to the gateway: a kept delivery, or a request as it came.
 * @module
 */
import type { Delivery } from './delivery.ts'
import type { Verdict } from './verdict.ts'
import { isAway, retryAfterMs, verdictOf } from './verdict.ts'

/** The gateway takes a message in milliseconds; one that is this slow is in trouble. */
const handOnWithinMs = 10_000

export interface HandedOn {
  readonly verdict: Verdict
  /** 0: no answer. */
  readonly status: number
  readonly retryAfterMs: number | null
}

/** Posts a delivery exactly as it came: path, query, body, and Twilio's own signature. Never throws. */
export async function handOn(origin: string, delivery: Delivery): Promise<HandedOn> {
  try {
    const answer = await fetch(`${origin}${delivery.path}`, {
      method: 'POST',
      headers: { ...delivery.headers },
      body: new Uint8Array(delivery.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(handOnWithinMs),
    })
    // Nobody reads it; unread it would hold the connection.
    await answer.body?.cancel()
    const { status } = answer
    return {
      verdict: verdictOf(status),
      status,
      retryAfterMs: retryAfterMs(answer.headers.get('retry-after')),
    }
  } catch {
    return { verdict: 'away', status: 0, retryAfterMs: null }
  }
}

/** Between two hops only (RFC 9110, section 7.6.1), or made anew for the next one. */
const perHop = [
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
]

export interface Passing {
  readonly request: Request
  /** Path and query below our root. */
  readonly path: string
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** The gateway's own answer, or null where it is away or slower than `withinMs`. Never throws. */
export async function pass(origin: string, passing: Passing, withinMs: number): Promise<Response | null> {
  const headers = new Headers(passing.request.headers)
  for (const name of perHop) headers.delete(name)
  try {
    const answer = await fetch(`${origin}${passing.path}`, {
      method: passing.request.method,
      headers,
      body: passing.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    })
    return isAway(answer.status) ? null : answer
  } catch {
    return null
  }
}
