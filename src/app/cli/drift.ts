/**
 * `npm run drift`: how residents were understood, by channel and day, and whether that has changed. Exit code 1
 * where something is clearly worse than in the weeks before.
 * @module
 */
import { dayIn, driftNow } from '../../../workers/drift.ts'
import { timeZone } from '../../city/boston/calendar.ts'
import type { Drift } from '../../core/drift.ts'
import { dayBefore } from '../../core/drift.ts'
import type { OpenStore } from '../../store/index.ts'
import { table, withLedger } from './ledger.ts'

const shownDays = 14
const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`

async function show(store: OpenStore): Promise<readonly Drift[]> {
  const clock = { now: () => Date.now() }
  const today = dayIn(timeZone, clock.now())
  const days = await store.daysOfReadings(dayBefore(today, shownDays), timeZone)
  const rows = days.map((d) => [
    d.day,
    d.channel,
    String(d.messages),
    String(d.reports),
    percent(d.abstained, d.reports),
    d.reports > d.abstained ? d.confidence.toFixed(3) : '-',
    String(d.decided),
    percent(d.agreed, d.decided),
  ])
  const head = ['day', 'channel', 'messages', 'reports', 'abstained', 'confidence', 'decided', 'agreed']
  process.stdout.write(rows.length === 0 ? 'Nothing was read yet.\n' : `${table([head, ...rows])}\n`)
  const drifts = await driftNow({ store, clock, timeZone })
  for (const d of drifts)
    process.stdout.write(
      `${d.alarm ? 'ALARM' : 'ok   '} ${d.channel} ${d.measure}: ${d.is.toFixed(3)} over ${d.days === 1 ? d.day : `${d.days} days to ${d.day}`}, ${d.was.toFixed(3)} before (${d.of} cases)\n`,
    )
  if (drifts.length === 0) process.stdout.write('Too few cases yet to tell whether anything has changed.\n')
  return drifts
}

const drifts = await withLedger(show)
process.exitCode = drifts.some(({ alarm }) => alarm) ? 1 : 0
