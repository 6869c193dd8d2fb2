import type { AppError, ErrorCode } from '../src/core/errors.ts'

/** What becomes of an effect that failed: another try after a pause, or the dead letters. */
export type Verdict =
  | { readonly again: true; readonly afterMs: number; readonly uncertain: boolean }
  | { readonly again: false }

/**
 * The retry budget, in words: a first pause of 5 s that doubles up to 15 minutes, with a fifth of jitter, for
 * 60 tries; about half a day. A provider's own wish for a pause is kept.
 */
export const budget = { firstMs: 5_000, longestMs: 15 * 60_000, tries: 60, jitter: 0.2 } as const

/** Codes after which it may have happened. */
const uncertain: ReadonlySet<ErrorCode> = new Set(['provider-slow', 'unknown-outcome'])

export const isUncertain = (error: AppError): boolean => uncertain.has(error.code)

/** `attempts` counts this try; `random` is 0…1. */
export function verdictOf(error: AppError, attempts: number, random: number): Verdict {
  if (error.retry === 'never' || attempts >= budget.tries) return { again: false }
  const base = error.retry === 'now' ? 0 : Math.min(budget.longestMs, budget.firstMs * 2 ** (attempts - 1))
  // Also behind a provider's own wish: else all who were told the same come back at the same moment.
  const jitter = base * budget.jitter * random
  return {
    again: true,
    afterMs: Math.round(Math.max(error.afterMs ?? 0, base) + jitter),
    uncertain: isUncertain(error),
  }
}
