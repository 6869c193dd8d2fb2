/**
 * What operators and agents look at: dead letters, reviews, history.
 * @module
 */
import { z } from 'zod'
import { type ErrorCode, errorTable } from '../core/errors.ts'
import type { DeadEffect, ReviewRow, Store } from '../core/ports.ts'
import { EffectId, RequestId, ReviewId, ReviewReason } from '../core/request.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms, parsed, toServiceRequest } from './rows.ts'

const Code = z.custom<ErrorCode>((value) => typeof value === 'string' && value in errorTable)
const Kind = z.enum(['reply', 'file', 'amend', 'review'])
const Dead = z.object({
  id: EffectId,
  kind: Kind,
  requestId: RequestId.nullable(),
  code: Code,
  providerCode: z.string().nullable(),
  attempts: z.int(),
  diedAt: z.number(),
})
const Review = z.object({
  id: ReviewId,
  reason: ReviewReason,
  pinned: z.boolean(),
  openedAt: z.number(),
  request: z.unknown(),
})
const Line = z.object({
  at: z.number(),
  actor: z.string(),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

type DeskPart = 'dead' | 'revive' | 'reviews' | 'review' | 'history'

/** The desk's part of the Store. Only open reviews are reviews. A revived effect starts its tries anew. */
export const makeDesk = (sql: Sql, settings: Settings): Pick<Store, DeskPart> => ({
  async dead(limit): Promise<readonly DeadEffect[]> {
    return parsed(z.array(Dead), await sql.rows(dead, [limit]), 'an effect')
  },
  async revive(ids) {
    const rows = await sql.rows(revive, [ids, at(settings.clock.now())])
    return parsed(z.array(z.object({ id: EffectId, kind: Kind })), rows, 'an effect')
  },
  async reviews(limit) {
    return (await sql.rows(openReviews, [limit])).map(toReview)
  },
  async review(idOrReference) {
    const row = (await sql.rows(openReview, [idOrReference, idOrReference.toUpperCase()]))[0]
    return row === undefined ? null : toReview(row)
  },
  async history(requestId) {
    return parsed(z.array(Line), await sql.rows(history, [requestId]), 'a line of history')
  },
})

function toReview(row: unknown): ReviewRow {
  const review = parsed(Review, row, 'a review')
  return { ...review, request: toServiceRequest(review.request) }
}

const dead: Statement = {
  name: 'dead-1',
  text: `
    SELECT id, kind, request_id AS "requestId", error_code AS code, provider_code AS "providerCode", attempts,
      ${ms('ended_at')} AS "diedAt"
    FROM effects WHERE state = 'dead' ORDER BY ended_at DESC, seq LIMIT $1`,
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
const reviewColumns = `v.id, v.reason, v.pinned, ${ms('v.opened_at')} AS "openedAt", to_json(r) AS request`
const openReviews: Statement = {
  name: 'reviews-1',
  text: `
    SELECT ${reviewColumns} FROM reviews v JOIN service_requests r ON r.id = v.request_id
    WHERE v.closed_at IS NULL ORDER BY v.pinned DESC, v.opened_at LIMIT $1`,
}
const openReview: Statement = {
  name: 'review-1',
  text: `
    SELECT ${reviewColumns} FROM reviews v JOIN service_requests r ON r.id = v.request_id
    WHERE v.closed_at IS NULL AND (v.id = $1 OR r.id = $1 OR r.reference = $2)
    ORDER BY v.pinned DESC, v.opened_at LIMIT 1`,
}
const history: Statement = {
  name: 'history-1',
  text: `
    SELECT ${ms('at')} AS at, actor, what, detail FROM history WHERE request_id = $1 ORDER BY seq`,
}
