/**
 * News on replies, and the wishes of residents that come with them.
 * @module
 */
import type { Store } from '../core/ports.ts'
import { hearerSql } from './hearer.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at } from './rows.ts'

/** `deliver` and `consent` of the Store. A report on a reply that nobody knows yet is kept and counts later. */
export const makeDeliveries = (sql: Sql, settings: Settings): Pick<Store, 'deliver' | 'consent'> => ({
  async deliver(report) {
    const { channel, providerId, status, rank, failure, providerCode } = report
    const now = at(settings.clock.now())
    const values = [channel, providerId, status, rank, failure, providerCode, now]
    const [row] = await sql.rows<{ known: boolean }>(deliver, values)
    if (row === undefined) return 'older'
    return row.known ? 'applied' : 'unknown'
  },
  async consent(channel, resident, ours, wish) {
    await sql.rows(consent, [channel, resident, ours, wish, at(settings.clock.now())])
  },
})

const deliver: Statement = {
  name: 'delivery-2',
  text: `
    WITH d AS (
      INSERT INTO deliveries AS d (channel, provider_id, status, rank, failure, provider_code, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (channel, provider_id) DO UPDATE SET status = excluded.status, rank = excluded.rank,
        failure = excluded.failure, provider_code = excluded.provider_code, updated_at = excluded.updated_at
      WHERE excluded.rank > d.rank
      RETURNING d.*),
    told AS (
      SELECT d.failure, d.provider_code, e.id, e.request_id, e.conversation_id, h.channel, h.resident, h.ours
      FROM d JOIN effects e ON e.id = d.effect_id JOIN conversations c ON c.id = e.conversation_id,
        LATERAL (${hearerSql}) h
      WHERE d.failure IS NOT NULL),
    wish AS (
      INSERT INTO consents (channel, resident, ours, wish, at)
      SELECT channel, resident, ours, 'out', $7 FROM told WHERE failure = 'opted-out'
      ON CONFLICT (channel, resident, ours) DO UPDATE SET wish = excluded.wish, at = excluded.at),
    lines AS (
      INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
      SELECT $7, conversation_id, request_id, 'bot', 'reply-failed',
        jsonb_build_object('effectId', id, 'failure', failure, 'providerCode', provider_code) FROM told)
    SELECT effect_id IS NOT NULL AS known FROM d`,
}

const consent: Statement = {
  name: 'consent-1',
  text: `
    INSERT INTO consents (channel, resident, ours, wish, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (channel, resident, ours) DO UPDATE SET wish = excluded.wish, at = excluded.at`,
}
