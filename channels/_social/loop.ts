/**
 * Asks a network again and again, as fast as it lets us.
 * @module
 */
import { type AppError, asAppError } from '../../src/core/errors.ts'

/** Pauses after failures, milliseconds: doubled each time. A pause that the network names counts where it is longer. */
const pauses = { firstMs: 5_000, longestMs: 320_000, whenLimitedMs: 60_000 } as const

/** How long to wait after the n-th failure in a row (from 1). Pure. */
export function pauseAfter(error: AppError, inARow: number): number {
  const first = error.code === 'rate-limited' ? pauses.whenLimitedMs : pauses.firstMs
  const ours = Math.min(pauses.longestMs, first * 2 ** Math.min(inARow - 1, 10))
  return error.afterMs === null ? ours : Math.max(error.afterMs, pauses.firstMs)
}

/** `step` says after how many milliseconds it wants to be called again. The returned function waits for the last one. */
export function loop(step: () => Promise<number>, failed: (error: AppError) => void): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let failures = 0
  const once = async (): Promise<void> => {
    const afterMs = await step().then(
      (ms) => {
        failures = 0
        return ms
      },
      (thrown: unknown) => {
        const error = asAppError(thrown)
        failures += 1
        failed(error)
        return pauseAfter(error, failures)
      },
    )
    if (!stopped) next(afterMs)
  }
  const next = (afterMs: number): void => {
    timer = setTimeout(() => {
      running = once()
    }, afterMs)
  }
  next(0)
  return async () => {
    stopped = true
    if (timer !== null) clearTimeout(timer)
    await running
  }
}
