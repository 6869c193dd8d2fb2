/**
 * When a request should be done, by its service's target.
 * @module
 */
import type { Target } from '../core/catalogue.ts'

/** The city's calendar. `isHoliday` gets a local date, `2025-12-25`. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string
  isHoliday(date: string): boolean
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Unix milliseconds, or null without a target. Business days are Monday to Friday without holidays. */
export function expectedAt(requestedAt: number, target: Target | null, calendar: Calendar): number | null {
  if (target === null) return null
  if (target.unit === 'hours') return requestedAt + target.amount * hourMs
  if (target.unit === 'days') return requestedAt + target.amount * dayMs
  let at = requestedAt
  for (let left = target.amount; left > 0; ) {
    at += dayMs
    if (isBusinessDay(at, calendar)) left -= 1
  }
  return at
}

function isBusinessDay(at: number, calendar: Calendar): boolean {
  const parts = formatOf(calendar.timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)?.value ?? ''
  const weekend = part('weekday') === 'Sat' || part('weekday') === 'Sun'
  return !weekend && !calendar.isHoliday(`${part('year')}-${part('month')}-${part('day')}`)
}

const formats = new Map<string, Intl.DateTimeFormat>()
/** Making a format costs far more than using one. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}
