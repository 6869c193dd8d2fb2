import { AppError } from '../../../src/core/errors.ts'
import type { Clock } from '../../../src/core/ports.ts'

/** A date far away is more likely a mistake than a wish. */
const longestMs = 60 * 60_000
/** Where a server says 429 and not for how long. Limits per minute are the usual ones. */
const usualMs = 60_000

/** `Retry-After` in milliseconds: seconds or an HTTP date; null where it says neither. RFC 9110, 10.2.3. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (text === '') return null
  const ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now
  return Number.isNaN(ms) ? null : Math.min(longestMs, Math.max(0, Math.ceil(ms)))
}

/** One pause for all calls of this process: a server that asked for quiet is not asked again before it ends. */
export interface Pause {
  /** Throws `rate-limited` with the rest of the pause. */
  check(): void
  /** What an answer says of a pause, in milliseconds, or null. Begins it. */
  begin(status: number, header: string | null): number | null
}

export function pauses(clock: Clock): Pause {
  let until = 0
  return {
    check() {
      const afterMs = until - clock.now()
      if (afterMs > 0)
        throw new AppError('rate-limited', 'Open311: the server asked for a pause', { afterMs })
    },
    begin(status, header) {
      if (status !== 429 && status !== 503) return null
      const wished = retryAfterMs(header, clock.now())
      const afterMs = wished ?? (status === 429 ? usualMs : null)
      if (afterMs !== null) until = Math.max(until, clock.now() + afterMs)
      return afterMs
    },
  }
}
