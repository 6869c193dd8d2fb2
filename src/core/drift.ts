/**
 * Whether the classifiers still understand residents as they did: a day against the weeks before it, per channel.
 * A season, a new kind of request or a broken channel shows here before agents complain. Pure.
 * @module
 */

/** One channel on one day of the city's calendar. */
export interface DayOfReadings {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly channel: string
  /** Messages understood. */
  readonly messages: number
  /** Of these, read as a report. */
  readonly reports: number
  /** Of the reports, those without a service. */
  readonly abstained: number
  /** Mean and variance of the confidence in the service of the others; 0 where there are none. */
  readonly confidence: number
  readonly variance: number
  /** Agents' decisions on a suggested service, and how many of them kept it. */
  readonly decided: number
  readonly agreed: number
}

export const measures = ['abstention', 'confidence', 'agreement'] as const
export type Measure = (typeof measures)[number]

/** One measure of one channel: what it is over `days` days, what it was over the baseline before them. */
export interface Drift {
  readonly channel: string
  readonly measure: Measure
  /** Last day of the recent window, `YYYY-MM-DD`. */
  readonly day: string
  /** 1, or 7 where a single day has too few cases. */
  readonly days: number
  readonly was: number
  readonly is: number
  /** Cases in the recent window. */
  readonly of: number
  /** How many standard errors it is worse than it was; negative: better. */
  readonly z: number
  /** Worse by more than chance and by enough to matter. */
  readonly alarm: boolean
}

/** Days that a recent window is compared with. */
export const baselineDays = 28
/** Recent windows, shortest first; the first one with cases enough is taken. */
const windows = [1, 7] as const
/** Fewer cases than that say nothing. */
const leastRecent: Readonly<Record<Measure, number>> = { abstention: 30, confidence: 30, agreement: 20 }
const leastBefore: Readonly<Record<Measure, number>> = { abstention: 150, confidence: 150, agreement: 60 }
/** A change smaller than that is no reason to wake anybody. */
const matters: Readonly<Record<Measure, number>> = { abstention: 0.05, confidence: 0.03, agreement: 0.1 }
/** One false alarm in some 30,000 looks, were every day alike; days are not, hence also `matters`. */
const alarmZ = 4

interface Sum {
  readonly mean: number
  readonly n: number
  /** Variance of one case. */
  readonly variance: number
}

/** Every measure of every channel that has cases enough, as of `today`, which is not over and does not count. */
export function driftOf(days: readonly DayOfReadings[], today: string): readonly Drift[] {
  const byChannel = Map.groupBy(
    days.filter(({ day }) => day < today),
    ({ channel }) => channel,
  )
  return [...byChannel].flatMap(([channel, all]) =>
    measures.flatMap((measure) => compare(channel, measure, all, today) ?? []),
  )
}

function compare(
  channel: string,
  measure: Measure,
  all: readonly DayOfReadings[],
  today: string,
): Drift | null {
  for (const length of windows) {
    const from = dayBefore(today, length)
    const recent = sumOf(
      measure,
      all.filter(({ day }) => day >= from),
    )
    const before = sumOf(
      measure,
      all.filter(({ day }) => day < from && day >= dayBefore(from, baselineDays)),
    )
    if (recent.n < leastRecent[measure] || before.n < leastBefore[measure]) continue
    const worse = (recent.mean - before.mean) * (measure === 'abstention' ? 1 : -1)
    const z = worse / standardError(recent, before)
    return {
      channel,
      measure,
      day: dayBefore(today, 1),
      days: length,
      was: before.mean,
      is: recent.mean,
      of: recent.n,
      z,
      alarm: z >= alarmZ && worse >= matters[measure],
    }
  }
  return null
}

/** Of the difference of two means; never 0, so that a change from a constant counts as a change. */
function standardError(a: Sum, b: Sum): number {
  // At least the variance of half a case: a share of 0 or 1 is not known without error.
  const floor = (s: Sum): number => 0.5 / (s.n + 1)
  return Math.sqrt(Math.max(a.variance, floor(a)) / a.n + Math.max(b.variance, floor(b)) / b.n)
}

function sumOf(measure: Measure, days: readonly DayOfReadings[]): Sum {
  if (measure === 'confidence') return pooled(days)
  const part = (d: DayOfReadings): number => (measure === 'abstention' ? d.abstained : d.agreed)
  const whole = (d: DayOfReadings): number => (measure === 'abstention' ? d.reports : d.decided)
  const n = days.reduce((sum, d) => sum + whole(d), 0)
  const mean = n === 0 ? 0 : days.reduce((sum, d) => sum + part(d), 0) / n
  return { n, mean, variance: mean * (1 - mean) }
}

/** Mean and variance of all days' cases together. */
function pooled(days: readonly DayOfReadings[]): Sum {
  const cases = (d: DayOfReadings): number => d.reports - d.abstained
  const n = days.reduce((sum, d) => sum + cases(d), 0)
  if (n === 0) return { n, mean: 0, variance: 0 }
  const mean = days.reduce((sum, d) => sum + cases(d) * d.confidence, 0) / n
  const squares = days.reduce((sum, d) => sum + cases(d) * (d.variance + (d.confidence - mean) ** 2), 0)
  return { n, mean, variance: squares / n }
}

const dayMs = 86_400_000
/** The day `n` days before `day`, both `YYYY-MM-DD`. */
export function dayBefore(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - n * dayMs).toISOString().slice(0, 10)
}
