import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../src/core/errors.ts'
import { AppError, errorTable } from '../../src/core/errors.ts'
import { budget, verdictOf } from '../../workers/retry.ts'

const codes = Object.keys(errorTable) as ErrorCode[]
const anyCode = fc.constantFrom(...codes)
const error = (code: ErrorCode, afterMs?: number) =>
  new AppError(code, 'as the table says', afterMs === undefined ? {} : { afterMs })

describe('the verdict on a failed effect', () => {
  it.each(codes)('%s is tried again or not as the error table says', (code) => {
    expect(verdictOf(error(code), 1, 0.5).again).toBe(errorTable[code].retry !== 'never')
  })

  it('says of an unknown outcome that it may have happened, and of nothing else', () => {
    const uncertain = codes.filter((code) => {
      const verdict = verdictOf(error(code), 1, 0.5)
      return verdict.again && verdict.uncertain
    })
    expect(uncertain.toSorted()).toEqual(['provider-slow', 'unknown-outcome'])
  })

  it('ends when the budget is spent', () => {
    expect(verdictOf(error('provider-away'), budget.tries - 1, 0).again).toBe(true)
    expect(verdictOf(error('provider-away'), budget.tries, 0).again).toBe(false)
  })

  it('waits 5 s first, twice as long each time, and 15 minutes at most', () => {
    const pauses = Array.from({ length: 12 }, (_, i) => {
      const verdict = verdictOf(error('provider-away'), i + 1, 0)
      return verdict.again ? verdict.afterMs / 1_000 : null
    })
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900])
  })

  it('keeps the wish of a provider for a pause, and never waits shorter than its own', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.integer({ min: 1, max: budget.tries }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.nat(7_200_000), { nil: undefined }),
        (code, attempts, random, wish) => {
          const verdict = verdictOf(error(code, wish), attempts, random)
          if (!verdict.again) return
          const own = verdictOf(error(code), attempts, 0)
          expect(verdict.afterMs).toBeGreaterThanOrEqual(wish ?? 0)
          expect(verdict.afterMs).toBeGreaterThanOrEqual(own.again ? own.afterMs : 0)
          const longest = Math.max(wish ?? 0, budget.longestMs) + budget.longestMs * budget.jitter
          expect(verdict.afterMs).toBeLessThanOrEqual(longest)
        },
      ),
    )
  })

  it('spreads tries over half a day', () => {
    let total = 0
    for (let attempts = 1; attempts < budget.tries; attempts += 1) {
      const verdict = verdictOf(error('provider-away'), attempts, 0.5)
      if (verdict.again) total += verdict.afterMs
    }
    expect(total / 3_600_000).toBeGreaterThan(11)
    expect(total / 3_600_000).toBeLessThan(16)
  })
})
