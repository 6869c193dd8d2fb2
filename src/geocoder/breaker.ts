import { AppError } from '../core/errors.ts'
import type { Clock } from '../core/ports.ts'

export interface BreakerOptions {
  /** Failures in a row after which nobody is let through. */
  readonly after: number
  /** The first rest; each further one is twice as long, up to `longestMs`. */
  readonly restMs: number
  readonly longestMs: number
}

export interface Breaker {
  readonly state: 'closed' | 'open' | 'probing'
  /** Runs the call, or throws `provider-away` at once while it rests. After a rest one call goes ahead alone. */
  run<T>(call: () => Promise<T>): Promise<T>
}

/**
 * Leaves a server alone that fails, so that nobody waits for it in vain. `counts` says which errors are failures of the
 * server; one with a wish for a pause (`afterMs`) begins a rest of that length at once.
 */
export function circuitBreaker(
  { after, restMs, longestMs }: BreakerOptions,
  clock: Clock,
  counts: (error: AppError) => boolean,
  tell: (now: { readonly restMs: number; readonly because: AppError } | 'closed') => void = () => undefined,
): Breaker {
  let failures = 0
  let rests = 0
  let until = 0
  let probing = false

  const open = (forMs: number, because: AppError): void => {
    until = clock.now() + forMs
    tell({ restMs: forMs, because })
  }
  const failed = (error: AppError, wasProbe: boolean): void => {
    failures += 1
    if (error.afterMs !== null) open(Math.min(longestMs, Math.max(restMs, error.afterMs)), error)
    else if (wasProbe || failures >= after) {
      open(Math.min(longestMs, restMs * 2 ** Math.min(rests, 20)), error)
      rests += 1
    }
  }
  const answered = (): void => {
    if (until > 0) tell('closed')
    failures = 0
    rests = 0
    until = 0
  }

  return {
    get state() {
      if (until === 0) return 'closed'
      return probing || clock.now() >= until ? 'probing' : 'open'
    },
    async run(call) {
      const probe = until > 0
      if (probe && (probing || clock.now() < until))
        throw new AppError('provider-away', 'the geocoder is left alone for a while after failures')
      if (probe) probing = true
      try {
        const result = await call()
        // An answer from before it opened does not close it.
        if (probe || until === 0) answered()
        return result
      } catch (error) {
        // One that began before it opened says nothing new; a mistake of ours says nothing of the server.
        if (error instanceof AppError && (probe || until === 0)) {
          if (counts(error)) failed(error, probe)
          else answered()
        }
        throw error
      } finally {
        if (probe) probing = false
      }
    },
  }
}
