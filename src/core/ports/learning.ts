/**
 * The ledger's part that shows how well residents are understood.
 * @module
 */
import type { DayOfReadings } from '../drift.ts'

export interface LearningStore {
  /** Days from `from` (`YYYY-MM-DD`) on, by the calendar of `timeZone` (IANA name), oldest first; the last one is not over. */
  daysOfReadings(from: string, timeZone: string): Promise<readonly DayOfReadings[]>
}
