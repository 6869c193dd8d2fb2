import type { AppError } from '../src/core/errors.ts'
import { asAppError } from '../src/core/errors.ts'

const goodbyeMs = 5_000

/**
 * Does `work` again and again, `everyMs` after the last time ended, until the returned function is called; that
 * resolves when nothing runs any more, or after 5 s: whoever asks a provider may wait for longer. What it throws goes to `failed`, and it goes on.
 */
export function every(
  everyMs: number,
  work: (signal: AbortSignal) => Promise<unknown>,
  failed: (error: AppError) => void,
): () => Promise<void> {
  const stop = new AbortController()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<unknown> = Promise.resolve()
  const again = (): void => {
    if (stop.signal.aborted) return
    timer = setTimeout(() => {
      running = work(stop.signal)
        .catch((error: unknown) => failed(asAppError(error)))
        .finally(again)
    }, everyMs)
  }
  again()
  return async () => {
    stop.abort()
    if (timer !== null) clearTimeout(timer)
    const waited = Promise.withResolvers<void>()
    const late = setTimeout(waited.resolve, goodbyeMs)
    await Promise.race([running, waited.promise])
    clearTimeout(late)
  }
}
