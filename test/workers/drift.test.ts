import { expect, it, vi } from 'vitest'
import { type DayOfReadings, dayBefore } from '../../src/core/drift.ts'
import { dayIn, watchDrift } from '../../workers/drift.ts'

const timeZone = 'America/New_York'

it('a day is a day of the city', () => {
  expect(dayIn(timeZone, Date.UTC(2026, 2, 10, 3, 59))).toBe('2026-03-09')
  expect(dayIn(timeZone, Date.UTC(2026, 2, 10, 4, 1))).toBe('2026-03-10')
})

it('each day is said once, what got worse as a warning', async () => {
  vi.useFakeTimers()
  let now = Date.UTC(2026, 2, 10, 15)
  const said: unknown[] = []
  const asked: string[] = []
  const days = (today: string): readonly DayOfReadings[] =>
    Array.from({ length: 30 }, (_, back) => ({
      day: dayBefore(today, back),
      channel: 'voice',
      messages: 100,
      reports: 100,
      abstained: back === 1 ? 60 : 10,
      confidence: 0.8,
      variance: 0.02,
      decided: 0,
      agreed: 0,
    }))
  const stop = watchDrift({
    store: {
      daysOfReadings: async (from) => {
        asked.push(from)
        return days(dayIn(timeZone, now))
      },
    },
    clock: { now: () => now },
    log: (level, event, fields) => void said.push([level, event, 'measure' in fields && fields.measure]),
    timeZone,
  })
  await vi.advanceTimersByTimeAsync(0)
  const once = [
    ['warn', 'understanding.measured', 'abstention'],
    ['info', 'understanding.measured', 'confidence'],
  ]
  expect(said).toEqual(once)
  await vi.advanceTimersByTimeAsync(3 * 3_600_000)
  expect([said, asked]).toEqual([once, ['2026-02-03']])
  now += 86_400_000
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(said).toEqual([...once, ...once])
  await stop()
  vi.useRealTimers()
})
