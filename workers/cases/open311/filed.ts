/**
 * What this process knows of its own filings: GeoReport has no key under which a second POST would be recognised.
 * @module
 */
import { AppError, asAppError } from '../../../src/core/errors.ts'
import type { CaseRef, Clock } from '../../../src/core/ports.ts'
import type { RequestId } from '../../../src/core/request.ts'

/** Forgotten first is what came first. */
const maxKept = 10_000

/** A try whose outcome nobody knows. */
export interface Doubt {
  /** When its answer failed to come. Unix milliseconds. */
  readonly at: number
  /** The server's code it was filed under. */
  readonly code: string
}
export interface Filed {
  /** One filing per request at a time, and none where it is known to be filed. */
  once(id: RequestId, file: () => Promise<CaseRef>): Promise<CaseRef>
  doubt(id: RequestId): Doubt | null
  /** A look-up showed nothing. Ends the doubt if it came late enough. */
  notThere(id: RequestId): void
  /** Notes a try whose outcome is unknown, and throws on. */
  failed(id: RequestId, code: string, thrown: unknown): never
}

export function filings(clock: Clock, settlesWithinMs: number): Filed {
  const filed = new Map<RequestId, Promise<CaseRef>>()
  const doubts = new Map<RequestId, Doubt>()
  return {
    once(id, file) {
      const known = filed.get(id)
      if (known !== undefined) return known
      const filing = file()
      put(filed, id, filing)
      filing.then(
        () => doubts.delete(id),
        () => filed.delete(id),
      )
      return filing
    },
    doubt: (id) => doubts.get(id) ?? null,
    notThere(id) {
      const doubt = doubts.get(id)
      if (doubt !== undefined && clock.now() >= doubt.at + settlesWithinMs) doubts.delete(id)
    },
    failed(id, code, thrown) {
      const error = asAppError(thrown)
      if (error.code === 'unknown-outcome' || error.code === 'provider-slow')
        put(doubts, id, { at: clock.now(), code })
      throw error
    },
  }
}

/** Throws what asks for another try, once the doubt can be settled. */
export function tooEarly({ at }: Doubt, now: number, settlesWithinMs: number): void {
  const afterMs = at + settlesWithinMs - now
  if (afterMs > 0)
    throw new AppError('unknown-outcome', 'Open311: too early to know whether it was filed', { afterMs })
}

function put<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size <= maxKept) return
  const [oldest] = map.keys()
  if (oldest !== undefined) map.delete(oldest)
}
