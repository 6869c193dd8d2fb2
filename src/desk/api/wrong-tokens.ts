/**
 * Wrong tokens leave a trace, and whoever goes on guessing waits. Per process: a guess costs no look at the ledger.
 * @module
 */
import type { Log } from '../../core/events.ts'
import type { Clock } from '../../core/ports.ts'

const most = 20
const withinMs = 60_000

export interface WrongTokens {
  /** Takes note of one. Seconds to wait, or null as long as there were few. */
  add(): number | null
}

export function wrongTokens({ clock, log }: { readonly clock: Clock; readonly log: Log }): WrongTokens {
  /** Unix milliseconds of the last minute's, oldest first; never more than `most`. */
  let recent: readonly number[] = []
  let told = false
  const tell = (reason: string) =>
    log('warn', 'surface.refused', { surface: 'api', code: 'forbidden', reason })
  return {
    add() {
      const now = clock.now()
      recent = recent.filter((at) => Math.abs(now - at) < withinMs)
      const [oldest] = recent
      if (oldest === undefined || recent.length < most) {
        recent = [...recent, now]
        told = false
        tell('wrong token')
        return null
      }
      // Once: a log full of the same line helps nobody at night.
      if (!told) tell('too many wrong tokens: more are not listed')
      told = true
      return Math.max(1, Math.ceil((oldest + withinMs - now) / 1000))
    },
  }
}
