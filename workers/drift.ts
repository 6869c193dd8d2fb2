/**
 * The daily look at how residents are understood. Every process looks once an hour; a new day is said once.
 * @module
 */

import { baselineDays, type Drift, dayBefore, driftOf } from '../src/core/drift.ts'
import { asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Clock, LearningStore } from '../src/core/ports.ts'
import { every } from './every.ts'

export interface Drifts {
  readonly store: LearningStore
  readonly clock: Clock
  readonly log: Log
  /** IANA name; a day is a day of the city. */
  readonly timeZone: string
}

const lookEveryMs = 3_600_000
/** The longest recent window lies before the baseline. */
const daysBack = baselineDays + 7

/** The day of `atMs` (Unix milliseconds) in `timeZone`, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, atMs: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(atMs)

/** All measures as of the last full day. */
export async function driftNow({ store, clock, timeZone }: Omit<Drifts, 'log'>): Promise<readonly Drift[]> {
  const today = dayIn(timeZone, clock.now())
  return driftOf(await store.daysOfReadings(dayBefore(today, daysBack), timeZone), today)
}

/** Looks now and then every hour, until the returned function is called. */
export function watchDrift(deps: Drifts): () => Promise<void> {
  let said = ''
  const look = async (): Promise<void> => {
    const today = dayIn(deps.timeZone, deps.clock.now())
    if (today === said) return
    for (const { channel, measure, day, days, was, is, of, alarm } of await driftNow(deps))
      deps.log(alarm ? 'warn' : 'info', 'understanding.measured', {
        channel,
        measure,
        day,
        days,
        was: rounded(was),
        is: rounded(is),
        of,
        alarm,
      })
    said = today
  }
  const failed = (thrown: unknown): void =>
    deps.log('warn', 'understanding.unmeasured', { code: asAppError(thrown).code })
  const first = look().catch(failed)
  const stop = every(lookEveryMs, look, failed)
  return async () => {
    await Promise.all([first, stop()])
  }
}

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000
