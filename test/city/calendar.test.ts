import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTarget, bostonHours, holidays, isBusinessDay, timeZone } from '../../src/city/boston/calendar.ts'

/** Noon in Boston, winter or summer, is between 16:00 and 17:00 UTC: one instant that lies safely in the day. */
const noon = (day: string) => Date.parse(`${day}T16:30:00Z`)
const due = (from: string, amount: number, unit: 'hours' | 'days' | 'businessDays') =>
  addTarget(Date.parse(from), { amount, unit }).toISOString()

describe('the calendar of Boston', () => {
  it('knows the holidays of 2026', () => {
    expect(holidays(2026).map(({ name, date }) => `${date} ${name}`)).toEqual([
      "2026-01-01 New Year's Day",
      '2026-01-19 Martin Luther King Jr. Day',
      "2026-02-16 Presidents' Day",
      "2026-04-20 Patriots' Day",
      '2026-05-25 Memorial Day',
      '2026-06-19 Juneteenth',
      '2026-07-04 Independence Day',
      '2026-09-07 Labor Day',
      "2026-10-12 Indigenous Peoples' Day",
      '2026-11-11 Veterans Day',
      '2026-11-26 Thanksgiving',
      '2026-12-25 Christmas',
    ])
  })

  it('keeps a Sunday holiday on Monday and leaves a Saturday one where it is', () => {
    expect(holidays(2022).find(({ name }) => name === 'Juneteenth')?.date).toBe('2022-06-20')
    expect(isBusinessDay(noon('2022-06-20'))).toBe(false)
    expect(isBusinessDay(noon('2026-07-03'))).toBe(true)
    expect(isBusinessDay(noon('2026-07-06'))).toBe(true)
  })

  it("closes on Patriots' Day of every year, the third Monday of April", () => {
    for (const day of ['2024-04-15', '2025-04-21', '2027-04-19', '2040-04-16']) {
      expect(isBusinessDay(noon(day)), day).toBe(false)
    }
  })

  it('counts the day as Boston does, not as UTC does', () => {
    // Friday 22:00 in Boston is Saturday in UTC.
    expect(isBusinessDay(Date.parse('2026-11-21T03:00:00Z'))).toBe(true)
    expect(isBusinessDay(Date.parse('2026-11-22T04:30:00Z'))).toBe(false)
  })

  it('makes a Friday request of one business day due on Monday at half past eight', () => {
    expect(due('2026-11-20T19:00:00Z', 1, 'businessDays')).toBe('2026-11-23T13:30:00.000Z')
    expect(due('2026-11-20T13:30:00Z', 1, 'businessDays')).toBe('2026-11-23T13:30:00.000Z')
  })

  it('opens a weekend request on Monday', () => {
    expect(due('2026-11-21T15:00:00Z', 1, 'businessDays')).toBe('2026-11-24T13:30:00.000Z')
  })

  it('skips holidays', () => {
    expect(due('2026-11-25T19:00:00Z', 1, 'businessDays')).toBe('2026-11-27T13:30:00.000Z')
  })

  it('keeps half past eight across the change of clocks', () => {
    expect(due('2026-10-30T19:00:00Z', 1, 'businessDays')).toBe('2026-11-02T13:30:00.000Z')
    expect(due('2026-03-06T19:00:00Z', 1, 'businessDays')).toBe('2026-03-09T12:30:00.000Z')
  })

  it('adds hours as hours and days at the same time of day', () => {
    expect(due('2026-11-20T19:00:00Z', 24, 'hours')).toBe('2026-11-21T19:00:00.000Z')
    expect(due('2026-10-30T18:00:00Z', 30, 'days')).toBe('2026-11-29T19:00:00.000Z')
  })

  it('ends every count of business days on a business day, later for a longer one', () => {
    const from = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) })
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 60 }), (fromMs, amount) => {
        const end = addTarget(fromMs, { amount, unit: 'businessDays' }).getTime()
        expect(isBusinessDay(end)).toBe(true)
        expect(end).toBeGreaterThan(fromMs)
        expect(addTarget(fromMs, { amount: amount + 1, unit: 'businessDays' }).getTime()).toBeGreaterThan(end)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the hours of Boston', () => {
  const boston = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const shown = (atMs: number | null) => (atMs === null ? null : boston.format(atMs))
  const hour = 3_600_000

  it('are quiet from nine to eight', () => {
    const quiet = (iso: string) => shown(bostonHours.quietUntil(Date.parse(iso)))
    expect(quiet('2026-11-18T20:59:59.999-05:00')).toBeNull()
    expect(quiet('2026-11-18T21:00:00-05:00')).toBe('11/19/26, 08:00:00')
    expect(quiet('2026-11-19T07:59:59.999-05:00')).toBe('11/19/26, 08:00:00')
    expect(quiet('2026-11-19T08:00:00-05:00')).toBeNull()
  })

  it('end at eight by the clock in the nights in which clocks change', () => {
    const length = (iso: string) => ((bostonHours.quietUntil(Date.parse(iso)) ?? 0) - Date.parse(iso)) / hour
    expect(length('2027-03-12T21:00:00-05:00')).toBe(11)
    expect(length('2027-03-13T21:00:00-05:00')).toBe(10)
    expect(length('2026-10-31T21:00:00-04:00')).toBe(12)
    // In the hour that autumn has twice.
    expect(shown(bostonHours.quietUntil(Date.parse('2026-11-01T01:30:00-04:00')))).toBe('11/1/26, 08:00:00')
    expect(shown(bostonHours.quietUntil(Date.parse('2026-11-01T01:30:00-05:00')))).toBe('11/1/26, 08:00:00')
  })

  it('give every instant a day it is in, a next morning after it, and a night that ends at eight', () => {
    const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) })
    fc.assert(
      fc.property(instants, (atMs) => {
        const start = bostonHours.dayStart(atMs)
        expect(start).toBeLessThanOrEqual(atMs)
        expect(atMs - start).toBeLessThan(25 * hour)
        expect(shown(start)).toContain('00:00:00')
        const morning = bostonHours.nextMorning(atMs)
        expect(morning).toBeGreaterThan(atMs)
        expect(shown(morning)).toContain('08:00:00')
        expect(bostonHours.dayStart(morning)).toBeGreaterThan(start)
        expect(bostonHours.quietUntil(morning)).toBeNull()
        const until = bostonHours.quietUntil(atMs)
        if (until === null) return
        expect(until - atMs).toBeLessThanOrEqual(12 * hour)
        expect(shown(until)).toContain('08:00:00')
        expect(bostonHours.quietUntil(until)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
