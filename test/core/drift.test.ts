import { describe, expect, it } from 'vitest'
import { type DayOfReadings, dayBefore, driftOf } from '../../src/core/drift.ts'

const today = '2026-03-10'
/** A quiet month of one channel, `n` reports a day, and `more` on its last full day. */
const month = (n: number, more: Partial<DayOfReadings> = {}, channel = 'sms'): readonly DayOfReadings[] =>
  Array.from({ length: 36 }, (_, back): DayOfReadings => {
    const quiet = {
      day: dayBefore(today, back),
      channel,
      messages: n * 2,
      reports: n,
      abstained: Math.round(n * 0.1),
      confidence: 0.85,
      variance: 0.03,
      decided: Math.round(n / 2),
      agreed: Math.round(n * 0.4),
    }
    return back === 1 ? { ...quiet, ...more } : quiet
  })
const alarms = (days: readonly DayOfReadings[]) =>
  driftOf(days, today)
    .filter(({ alarm }) => alarm)
    .map(({ channel, measure, days }) => [channel, measure, days])

describe('drift', () => {
  it('says nothing of weeks that are alike', () => {
    expect(alarms(month(100))).toEqual([])
    expect(driftOf(month(100), today)).toHaveLength(3)
  })

  it('names the measure and the channel that got worse', () => {
    const days = [...month(100), ...month(100, { abstained: 45 }, 'voice')]
    expect(alarms(days)).toEqual([['voice', 'abstention', 1]])
    expect(alarms(month(100, { confidence: 0.7 }))).toEqual([['sms', 'confidence', 1]])
    expect(alarms(month(100, { agreed: 20 }))).toEqual([['sms', 'agreement', 1]])
  })

  it('does not complain of what got better', () => {
    expect(alarms(month(100, { abstained: 0, confidence: 0.95, agreed: 50 }))).toEqual([])
  })

  it('takes a week where a day is too small, and nothing where that is too small', () => {
    const small = month(8).map((d) => (d.day >= dayBefore(today, 7) ? { ...d, abstained: 6 } : d))
    expect(alarms(small)).toEqual([['sms', 'abstention', 7]])
    expect(driftOf(month(1), today)).toEqual([])
  })

  it('does not count a day that is not over', () => {
    const days = month(100).map((d) => (d.day === today ? { ...d, abstained: 100 } : d))
    expect(alarms(days)).toEqual([])
  })

  it('sees a change from a constant', () => {
    const constant = month(100, { abstained: 20 }).map((d) =>
      d.day === dayBefore(today, 1) ? d : { ...d, abstained: 0 },
    )
    expect(alarms(constant)).toEqual([['sms', 'abstention', 1]])
  })
})
