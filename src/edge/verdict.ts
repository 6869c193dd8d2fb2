/**
 * What an answer of the gateway means for a delivery, and how long to wait for the next try.
 * @module
 */

/**
 * `taken`: the gateway has it. `away`: nobody is behind it, or not now; it waits as long as it takes.
 * `troubled`: the gateway itself failed over it; it waits for a number of tries. `refused`: for good.
 */
export type Verdict = 'taken' | 'away' | 'troubled' | 'refused'

/** Tries of a delivery over which the gateway itself fails: about ten minutes. Then what stands behind goes on. */
export const troubledTries = 12

/**
 * 502, 503 and 504 are a proxy's or the gateway's own ("storage away"), 52x and 530 are Cloudflare's for an
 * origin that does not answer: https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/
 * A redirect is none of the gateway's: something stands in front of it.
 */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 408 || status === 425 || status === 429) return 'away'
  if (isAway(status) || status === 503) return 'away'
  return status >= 400 && status < 500 ? 'refused' : 'troubled'
}

/** What a proxy in front of the gateway says while nobody is behind it. */
export const isAway = (status: number): boolean =>
  status === 502 || status === 504 || (status >= 520 && status <= 530)

const firstPauseMs = 1_000
const longestPauseMs = 120_000
/** Nobody makes us wait longer. */
const longestWishMs = 3_600_000

/**
 * Pause after `tries` of them: 1 s, doubling up to 2 min, up to a fifth less by chance so that lines don't come
 * back together. `wishMs`, the gateway's own Retry-After, is kept up to an hour. `random` is 0 to 1.
 */
export function pauseMs(tries: number, wishMs: number | null, random: number): number {
  const pause = Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 20), longestPauseMs)
  return Math.max(Math.round(pause * (1 - 0.2 * random)), Math.min(wishMs ?? 0, longestWishMs))
}

/** Retry-After in milliseconds, where it is in seconds (RFC 9110, section 10.2.3); null: none, or a date. */
export function retryAfterMs(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1_000 : null
}
