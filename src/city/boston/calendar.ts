/**
 * The City's working days, by rule for any year, and what a service's target means as a date.
 * All days are days of America/New_York.
 * @module
 */
import type { Target } from '../../core/catalogue.ts'
import type { Hours } from '../../core/updates.ts'

export const timeZone = 'America/New_York'

/** A day the City's offices are closed. `date` is `YYYY-MM-DD`, as observed. */
export interface Holiday {
  readonly name: string
  readonly date: string
}

/** A calendar day; `month` is 1…12. */
interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Targets counted in business days end at half past eight in the morning (dates seen in the City's open data). */
const deadline = { hour: 8, minute: 30 } as const

const utcMs = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day)
const weekday = (day: Day) => new Date(utcMs(day)).getUTCDay()
const iso = (day: Day) => new Date(utcMs(day)).toISOString().slice(0, 10)
const plus = (day: Day, days: number): Day => {
  const date = new Date(utcMs(day) + days * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The nth given weekday (0 is Sunday) of a month; `nth` 1…4. */
function nthWeekday(year: number, month: number, which: number, nth: number): Day {
  const first = weekday({ year, month, day: 1 })
  return { year, month, day: 1 + ((which - first + 7) % 7) + (nth - 1) * 7 }
}

/** A holiday on a Sunday is kept on Monday; on a Saturday it stays there, and Friday is a working day (M.G.L. c. 4 § 7(18)). */
const observed = (day: Day): Day => (weekday(day) === 0 ? plus(day, 1) : day)

/**
 * Legal holidays of Massachusetts that close the City's offices, in order of date. Evacuation Day and Bunker
 * Hill Day (Suffolk County) are left out: state offices work on them; the City's own practice is to be confirmed.
 */
export function holidays(year: number): readonly Holiday[] {
  const monday = 1
  const thursday = 4
  const on = (name: string, day: Day): Holiday => ({ name, date: iso(observed(day)) })
  const fixed = (name: string, month: number, day: number) => on(name, { year, month, day })
  return [
    fixed("New Year's Day", 1, 1),
    on('Martin Luther King Jr. Day', nthWeekday(year, 1, monday, 3)),
    on("Presidents' Day", nthWeekday(year, 2, monday, 3)),
    on("Patriots' Day", nthWeekday(year, 4, monday, 3)),
    on('Memorial Day', plus(nthWeekday(year, 6, monday, 1), -7)),
    fixed('Juneteenth', 6, 19),
    fixed('Independence Day', 7, 4),
    on('Labor Day', nthWeekday(year, 9, monday, 1)),
    on("Indigenous Peoples' Day", nthWeekday(year, 10, monday, 2)),
    fixed('Veterans Day', 11, 11),
    on('Thanksgiving', nthWeekday(year, 11, thursday, 4)),
    fixed('Christmas', 12, 25),
  ]
}

const holidayDates = new Map<number, ReadonlySet<string>>()
function isHoliday(day: Day): boolean {
  const dates = holidayDates.get(day.year) ?? new Set(holidays(day.year).map((holiday) => holiday.date))
  holidayDates.set(day.year, dates)
  return dates.has(iso(day))
}

const isWorking = (day: Day) => weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(day)

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** What the clock in Boston shows at an instant. */
function local(atMs: number): Day & { readonly sinceMidnightMs: number } {
  const part = Object.fromEntries(clock.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part
  return { year, month, day, sinceMidnightMs: ((hour * 60 + minute) * 60 + second) * 1000 + (atMs % 1000) }
}

/** The instant at which the clock in Boston shows this. In the hour that spring skips: an hour later. */
function instant(day: Day, sinceMidnightMs: number): number {
  const wanted = utcMs(day) + sinceMidnightMs
  const shownAt = (guess: number) => utcMs(local(guess)) + local(guess).sinceMidnightMs
  const first = wanted + (wanted - shownAt(wanted))
  return first + (wanted - shownAt(first))
}

/** Whether the City's offices work on the Boston day of this instant (Unix milliseconds). */
export const isBusinessDay = (atMs: number): boolean => isWorking(local(atMs))

/**
 * When a request opened at `fromMs` (Unix milliseconds) meets its target. Business days: half past eight on the
 * nth working day after the day it was opened; opened on a day off counts as opened on the next working day.
 * Days: the same time of day; hours: hours.
 */
export function addTarget(fromMs: number, target: Pick<Target, 'amount' | 'unit'>): Date {
  if (target.unit === 'hours') return new Date(fromMs + target.amount * hourMs)
  const opened = local(fromMs)
  if (target.unit === 'days') {
    return new Date(instant(plus(opened, target.amount), opened.sinceMidnightMs))
  }
  let day: Day = opened
  while (!isWorking(day)) day = plus(day, 1)
  for (let left = target.amount; left > 0; left--) {
    do day = plus(day, 1)
    while (!isWorking(day))
  }
  return new Date(instant(day, deadline.hour * hourMs + deadline.minute * 60_000))
}

/** No phone rings for what nobody waits for: from nine in the evening to eight in the morning. */
const evening = 21 * hourMs
const morning = 8 * hourMs

/** Day and night in Boston, by its clock: a night in which clocks change is an hour longer or shorter. */
export const bostonHours: Hours = {
  quietUntil(atMs) {
    const today = local(atMs)
    if (today.sinceMidnightMs < morning) return instant(today, morning)
    return today.sinceMidnightMs < evening ? null : instant(plus(today, 1), morning)
  },
  dayStart: (atMs) => instant(local(atMs), 0),
  nextMorning: (atMs) => instant(plus(local(atMs), 1), morning),
}
