/**
 * Cases that a case system may have news of.
 * @module
 */
import { z } from 'zod'
import type { CaseStore, WatchedCase } from '../core/ports.ts'
import { RequestId } from '../core/request.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, parsed } from './rows.ts'

const Watched = z.object({
  requestId: RequestId,
  ref: z.object({ system: z.string(), id: z.string(), number: z.string().nullable() }),
  known: z.object({ open: z.boolean(), notes: z.string().nullable() }),
})

export const makeWatched = (sql: Sql, settings: Settings): CaseStore => ({
  async watched(system, before, limit): Promise<readonly WatchedCase[]> {
    const rows = await sql.rows(watched, [system, at(before), limit, at(settings.clock.now())])
    return parsed(z.array(Watched), rows, 'a case')
  },
  async caseNamed(requestId, was, is) {
    await sql.rows(named, [requestId, was.system, was.id, is.id, is.number])
  },
})

/** One of many processes looks, and not sooner than the system allows all of them together. */
const watched: Statement = {
  name: 'cases-watched-2',
  text: `
    WITH look AS (
      INSERT INTO looks AS l (system, at) VALUES ($1, $4)
      ON CONFLICT (system) DO UPDATE SET at = excluded.at WHERE l.at <= $2 RETURNING system)
    UPDATE cases k SET looked_at = $4
    FROM (SELECT c.request_id, c.system FROM cases c JOIN look ON look.system = c.system
          WHERE c.status = 'open' AND c.looked_at <= $2
          ORDER BY c.looked_at LIMIT $3 FOR UPDATE OF c SKIP LOCKED) due
    WHERE k.request_id = due.request_id AND k.system = due.system
    RETURNING k.request_id AS "requestId",
      json_build_object('system', k.system, 'id', k.system_id, 'number', k.number) AS ref,
      (SELECT json_build_object('open', r.state IN ('review', 'filing', 'filed'), 'notes', r.status_notes)
       FROM service_requests r WHERE r.id = k.request_id) AS known`,
}
const named: Statement = {
  name: 'case-named-1',
  text: `
    WITH k AS (
      UPDATE cases SET system_id = $4, number = coalesce($5, number)
      WHERE request_id = $1 AND system = $2 AND system_id = $3 RETURNING *)
    INSERT INTO history (at, request_id, actor, what, detail)
    SELECT now(), request_id, system, 'named', jsonb_build_object('caseId', system_id, 'number', number) FROM k`,
}
