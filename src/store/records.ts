/**
 * What operators look at: dead letters and history.
 * @module
 */
import { z } from 'zod'
import { type ErrorCode, errorTable } from '../core/errors.ts'
import type { DeadEffect, Store } from '../core/ports.ts'
import { EffectId, RequestId } from '../core/request.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms, parsed } from './rows.ts'

const Code = z.custom<ErrorCode>((value) => typeof value === 'string' && value in errorTable)
const Kind = z.enum(['reply', 'file', 'amend', 'prove', 'ask'])
const Dead = z.object({
  id: EffectId,
  kind: Kind,
  requestId: RequestId.nullable(),
  code: Code,
  providerCode: z.string().nullable(),
  attempts: z.int(),
  diedAt: z.number(),
})
const Line = z.object({
  at: z.number(),
  actor: z.string(),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

/** The operators' part of the Store. A revived effect starts its tries anew. */
export const makeRecords = (
  sql: Sql,
  settings: Settings,
): Pick<Store, 'dead' | 'revive' | 'history' | 'counts'> => ({
  async dead(limit): Promise<readonly DeadEffect[]> {
    return parsed(z.array(Dead), await sql.rows(dead, [limit]), 'an effect')
  },
  async revive(ids) {
    const rows = await sql.rows(revive, [ids, at(settings.clock.now())])
    return parsed(z.array(z.object({ id: EffectId, kind: Kind })), rows, 'an effect')
  },
  async counts() {
    const [row] = await sql.rows(counts, [])
    return parsed(Counts, row, 'a count')
  },
  async history(requestId) {
    return parsed(z.array(Line), await sql.rows(history, [requestId]), 'a line of history')
  },
})

const dead: Statement = {
  name: 'dead-2',
  text: `
    SELECT id, kind, request_id AS "requestId", error_code AS code, provider_code AS "providerCode", attempts,
      ${ms('ended_at')} AS "diedAt"
    FROM effects WHERE state = 'dead' AND kind <> 'review' ORDER BY ended_at DESC, seq LIMIT $1`,
}
const revive: Statement = {
  name: 'revive-1',
  text: `
    WITH e AS (
      UPDATE effects SET state = 'todo', attempts = 0, due_at = $2, touched_at = $2, ended_at = NULL
      WHERE id = ANY ($1::text[]) AND state = 'dead' RETURNING *),
    lines AS (
      INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
      SELECT $2, conversation_id, request_id, 'operator', kind || '-revived', jsonb_build_object('effectId', id) FROM e)
    SELECT id, kind FROM e ORDER BY seq`,
}
const Counts = z.object({ deadEffects: z.int(), openReviews: z.int() })
const counts: Statement = {
  name: 'counts-1',
  text: `
    SELECT (SELECT count(*)::int FROM effects WHERE state = 'dead') AS "deadEffects",
      (SELECT count(*)::int FROM reviews WHERE closed_at IS NULL) AS "openReviews"`,
}
const history: Statement = {
  name: 'history-1',
  text: `
    SELECT ${ms('at')} AS at, actor, what, detail FROM history WHERE request_id = $1 ORDER BY seq`,
}
