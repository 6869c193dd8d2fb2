/**
 * Messages that we may not keep any longer: their words, their raw fields and the addresses of their files go.
 * What was filed from them stays.
 * @module
 */
import { z } from 'zod'
import type { Store } from '../core/ports.ts'
import { MessageId } from '../core/request.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms, parsed } from './rows.ts'

const Row = z.object({
  id: MessageId,
  provider_id: z.string(),
  received: z.number(),
  seq: z.string(),
  source: z.string().nullable(),
})

export const makeWithdrawals = (sql: Sql, settings: Settings): Pick<Store, 'kept' | 'withdraw'> => ({
  async kept(channel, after, most) {
    const from = /^\d{1,18}$/.test(after) ? after : '0'
    const rows = parsed(z.array(Row), await sql.rows<unknown>(kept, [channel, from, most]), 'a message')
    return rows.map((row) => ({
      id: row.id,
      providerId: row.provider_id,
      receivedAt: row.received,
      at: row.seq,
      source: row.source,
    }))
  },
  async withdraw(ids, why) {
    if (why === 'source-deleted') await sql.rows(giveBack, [JSON.stringify(ids)])
    else await sql.rows(withdraw, [JSON.stringify(ids), why, at(settings.clock.now())])
  },
})

const kept: Statement = {
  name: 'messages-kept-2',
  text: `
    SELECT id, provider_id, ${ms('received_at')} AS received, seq::text AS seq, raw #>> '{borrowed,post}' AS source
    FROM messages
    WHERE channel = $1 AND seq > $2::bigint AND emptied IS NULL AND channel IN ('social', 'bluesky')
    ORDER BY seq LIMIT $3`,
}

/** Deleted before its turn: there is no turn. A reply that is on its way meets a post that is gone. */
const withdraw: Statement = {
  name: 'messages-withdraw-1',
  text: `
    WITH gone AS (
      UPDATE messages m SET emptied = $2, raw = jsonb_strip_nulls(jsonb_build_object(
          'emptied', $2::text, 'via', CASE WHEN $2 = 'aged' THEN m.raw -> 'via' END,
          'id', CASE WHEN $2 = 'aged' THEN m.raw -> 'id' END,
          'borrowed', CASE WHEN m.raw ? 'borrowed' THEN jsonb_build_object('files', m.raw #> '{borrowed,files}') END)),
        normalised = m.normalised || '{"text": "", "media": [], "point": null}',
        state = CASE WHEN $2 = 'deleted' THEN 'done' ELSE m.state END,
        done_at = CASE WHEN $2 = 'deleted' THEN coalesce(m.done_at, $3) ELSE m.done_at END
      FROM jsonb_array_elements_text($1::jsonb) AS i (id)
      WHERE m.id = i.id AND m.emptied IS NULL AND ($2 = 'deleted' OR m.state = 'done')
      RETURNING m.id),
    replies AS (
      UPDATE effects e SET state = 'suppressed', why = 'unreachable', ended_at = $3
      FROM gone WHERE $2 = 'deleted' AND e.message_id = gone.id AND e.kind = 'reply' AND e.state = 'todo'),
    files AS (
      UPDATE media f SET url = '', state = CASE WHEN f.state = 'waiting' THEN 'failed' ELSE f.state END,
        error_code = CASE WHEN f.state = 'waiting' THEN 'unreachable' ELSE f.error_code END
      FROM gone WHERE f.message_id = gone.id),
    told AS (
      INSERT INTO history (at, conversation_id, request_id, actor, what)
      SELECT $3, r.conversation_id, r.id, 'resident', 'post deleted'
      FROM service_requests r JOIN gone ON r.message_ids @> ARRAY[gone.id] WHERE $2 = 'deleted')
    SELECT 1`,
}

/** Files are another's where the author had none: then all of them go. That they were another's is still known. */
const giveBack: Statement = {
  name: 'messages-give-back-1',
  text: `
    WITH before AS (
      SELECT m.id, coalesce((m.raw #>> '{borrowed,files}')::int, 0) > 0 AS files
      FROM messages m JOIN jsonb_array_elements_text($1::jsonb) AS i (id) ON m.id = i.id
      WHERE m.emptied IS NULL AND m.raw #> '{borrowed,post}' IS NOT NULL FOR UPDATE OF m),
    gone AS (
      UPDATE messages m SET
        raw = (m.raw - 'own' - 'includes' - 'view')
          || jsonb_build_object('borrowed', jsonb_build_object('files', m.raw #> '{borrowed,files}')),
        normalised = m.normalised || jsonb_build_object('text', coalesce(m.raw ->> 'own', ''))
          || CASE WHEN before.files THEN '{"media": []}'::jsonb ELSE '{}'::jsonb END
      FROM before WHERE m.id = before.id RETURNING m.id, before.files)
    UPDATE media f SET url = '', state = CASE WHEN f.state = 'waiting' THEN 'failed' ELSE f.state END,
      error_code = CASE WHEN f.state = 'waiting' THEN 'unreachable' ELSE f.error_code END
    FROM gone WHERE f.message_id = gone.id AND gone.files`,
}
