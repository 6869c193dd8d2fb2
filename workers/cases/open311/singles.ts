/**
 * Questions about one case each, of which some fail: what is known of the others is not lost with them.
 * @module
 */
import { type AppError, asAppError, errorTable } from '../../../src/core/errors.ts'

/** So many failures in a row are the server's trouble, not that of one case. */
const mostInARow = 3

export interface Singles {
  /**
   * Null: no such thing, or the server refuses this one. Undefined: nobody knows, this time; so is everything once
   * the server asks for a pause or fails again and again. `id`: what is asked about, if it is one thing.
   */
  ask<T>(id: string | null, work: () => Promise<T | null>): Promise<T | null | undefined>
  /** The ids that the server never looked at. */
  readonly unasked: ReadonlySet<string>
  /** What to throw where nothing was found; null where something was, or nothing went wrong. */
  trouble(): AppError | null
}

export function singles(): Singles {
  const unasked = new Set<string>()
  let found = 0
  let inARow = 0
  let first: AppError | null = null
  let isPaused = false
  return {
    async ask(id, work) {
      if (isPaused || inARow >= mostInARow) {
        if (id !== null) unasked.add(id)
        return undefined
      }
      try {
        const answer = await work()
        inARow = 0
        if (answer !== null) found += 1
        return answer
      } catch (thrown) {
        const error = asAppError(thrown)
        // Or a list that has no end: nothing to be had for this one.
        if (error.code === 'provider-refused' || error.code === 'unknown-outcome') {
          inARow = 0
          return null
        }
        if (errorTable[error.code].retry !== 'later') throw error
        first ??= error
        inARow += 1
        isPaused = error.code === 'rate-limited'
        if (isPaused && id !== null) unasked.add(id)
        return undefined
      }
    },
    unasked,
    trouble: () => (found === 0 ? first : null),
  }
}
