/**
 * Cases that a case system may have news of.
 * @module
 */
import { z } from 'zod'
import type { CaseStore, WatchedCase } from '../core/ports.ts'
import { RequestId } from '../core/request.ts'
import { wellFormed } from './json.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms, parsed } from './rows.ts'

const Watched = z.object({
  requestId: RequestId,
  ref: z.object({ system: z.string(), id: z.string(), number: z.string().nullable() }),
  known: z.object({ open: z.boolean(), notes: z.string().nullable(), notedAt: z.number().nullable() }),
})

export const makeWatched = (sql: Sql, settings: Settings): CaseStore => ({
  async watched(system, before, limit): Promise<readonly WatchedCase[]> {
    const rows = await sql.rows(watched, [system, at(before), limit, at(settings.clock.now())])
    return parsed(z.array(Watched), rows, 'a case')
  },
  async caseNamed(requestId, was, is) {
    const now = at(settings.clock.now())
    const number = is.number === null ? null : wellFormed(is.number)
    await sql.rows(named, [requestId, was.system, was.id, wellFormed(is.id), number, now])
  },
})

/** One of many processes looks, and not sooner than the system allows all of them together. */
const watched: Statement = {
  name: 'cases-watched-4',
  text: `
    WITH look AS (
      INSERT INTO looks AS l (system, at) VALUES ($1, $4)
      ON CONFLICT (system) DO UPDATE SET at = excluded.at WHERE l.at <= $2 RETURNING system)
    UPDATE cases k SET looked_at = $4
    FROM (SELECT c.request_id, c.system FROM cases c
          WHERE c.system = $1 AND c.status = 'open' AND c.looked_at <= $2 AND EXISTS (SELECT 1 FROM look)
          ORDER BY c.looked_at LIMIT $3 FOR UPDATE OF c SKIP LOCKED) due
    WHERE k.request_id = due.request_id AND k.system = due.system
    RETURNING k.request_id AS "requestId",
      json_build_object('system', k.system, 'id', k.system_id, 'number', k.number) AS ref,
      (SELECT json_build_object('open', r.state IN ('review', 'filing', 'filed'), 'notes', r.status_notes,
        'notedAt', (SELECT ${ms('max(h.at)')} FROM history h WHERE h.request_id = r.id AND h.what = 'noted'))
       FROM service_requests r WHERE r.id = k.request_id) AS known`,
}
const named: Statement = {
  name: 'case-named-2',
  text: `
    WITH k AS (
      UPDATE cases SET system_id = $4, number = coalesce($5, number)
      WHERE request_id = $1 AND system = $2 AND system_id = $3 RETURNING *),
    v AS (
      UPDATE reviews v SET version = v.version + 1
      FROM k WHERE v.request_id = k.request_id AND v.closed_at IS NULL RETURNING v.id),
    c AS (
      UPDATE cards c SET wanted = c.wanted + 1, attempts = 0, due_at = $6
      FROM (SELECT count(*) FROM v) first, k JOIN reviews v ON v.request_id = k.request_id WHERE c.review_id = v.id)
    INSERT INTO history (at, request_id, actor, what, detail)
    SELECT $6::timestamptz, request_id, system, 'named', jsonb_build_object('caseId', system_id, 'number', number) FROM k`,
}
