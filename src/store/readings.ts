/**
 * Days of readings: what the classifiers made of messages, counted per channel.
 * @module
 */
import { z } from 'zod'
import type { LearningStore } from '../core/ports.ts'
import type { Sql, Statement } from './ledger.ts'
import { parsed } from './rows.ts'

const Row = z.object({
  day: z.string(),
  channel: z.string(),
  messages: z.int(),
  reports: z.int(),
  abstained: z.int(),
  confidence: z.number(),
  variance: z.number(),
  decided: z.int(),
  agreed: z.int(),
})

export const makeReadings = (sql: Sql): LearningStore => ({
  async daysOfReadings(from, timeZone) {
    return parsed(z.array(Row), await sql.rows(days, [from, timeZone]), 'a day of readings')
  },
})

const days: Statement = {
  name: 'readings-1',
  text: `
    WITH read AS (
      SELECT (m.done_at AT TIME ZONE $2)::date AS day, m.channel, count(*)::int AS messages,
        count(*) FILTER (WHERE report)::int AS reports,
        count(*) FILTER (WHERE report AND code IS NULL)::int AS abstained,
        coalesce(avg(sure) FILTER (WHERE report AND code IS NOT NULL), 0)::float8 AS confidence,
        coalesce(var_pop(sure) FILTER (WHERE report AND code IS NOT NULL), 0)::float8 AS variance
      FROM messages m, LATERAL (SELECT m.reading ->> 'intent' = 'report' AS report,
        m.reading ->> 'code' AS code, (m.reading ->> 'confidence')::float8 AS sure) r
      WHERE m.reading IS NOT NULL AND m.done_at >= $1::date::timestamp AT TIME ZONE $2
      GROUP BY 1, 2),
    judged AS (
      SELECT (d.at AT TIME ZONE $2)::date AS day, r.channel, count(*)::int AS decided,
        count(*) FILTER (WHERE d.suggested ->> 'code' = d.decided ->> 'code')::int AS agreed
      FROM decisions d JOIN service_requests r ON r.id = d.request_id
      WHERE d.at >= $1::date::timestamp AT TIME ZONE $2 AND d.action IN ('accept', 'change')
        AND d.suggested ->> 'code' IS NOT NULL AND d.suggested ->> 'by' = 'classifier'
      GROUP BY 1, 2)
    SELECT to_char(day, 'YYYY-MM-DD') AS day, channel, coalesce(messages, 0) AS messages,
      coalesce(reports, 0) AS reports, coalesce(abstained, 0) AS abstained,
      coalesce(confidence, 0) AS confidence, coalesce(variance, 0) AS variance,
      coalesce(decided, 0) AS decided, coalesce(agreed, 0) AS agreed
    FROM read FULL JOIN judged USING (day, channel)
    ORDER BY 1, 2`,
}
