/**
 * Cards on boards outside, and whether they still tell the truth.
 * @module
 */
import { z } from 'zod'
import type { ReviewStore, StaleCard } from '../core/ports.ts'
import { ReviewId } from '../core/request.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { reviewColumns, reviewFrom, toReview } from './reviews.ts'
import { at, ms, parsed } from './rows.ts'

const Claimed = z.object({
  card: z.string().nullable(),
  wanted: z.int(),
  attempts: z.int(),
  since: z.number().nullable(),
  claimedAt: z.number(),
})

type Part = 'cardsDue' | 'claimCard' | 'cardShown' | 'cardFailed'

export const makeCards = (sql: Sql, settings: Settings): Pick<ReviewStore, Part> => ({
  async cardsDue(board, now, limit) {
    await sql.rows(add, [board, at(now)])
    const rows = await sql.rows<{ id: string }>(due, [board, at(now), limit])
    return rows.map((row) => parsed(ReviewId, row.id, 'a review'))
  },
  async claimCard(id, board, leaseMs): Promise<StaleCard | null> {
    const now = settings.clock.now()
    const [found] = await sql.rows(claim, [id, board, at(now), at(now + leaseMs)])
    if (found === undefined) return null
    const { since, ...claimed } = parsed(Claimed, found, 'a card')
    // After the claim: the review is at least as new as `wanted` says, never older.
    const [row] = await sql.rows(review, [id])
    if (row === undefined) return null
    return { ...claimed, review: toReview(row), maybePostedSince: since }
  },
  async cardShown({ review: { id }, wanted, claimedAt }, board, card) {
    await sql.rows(shown, [id, board, wanted, card, at(settings.clock.now()), at(claimedAt)])
  },
  async cardFailed({ review: { id }, claimedAt }, board, { code, retryAt, uncertain, card }) {
    await sql.rows(failed, [id, board, code, at(retryAt), uncertain, card, at(claimedAt)])
  },
})

const add: Statement = {
  name: 'cards-add-1',
  text: `
    INSERT INTO cards (review_id, board, due_at)
    SELECT v.id, $1, $2 FROM reviews v
    WHERE v.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM cards k WHERE k.review_id = v.id AND k.board = $1)
    ON CONFLICT DO NOTHING`,
}
const due: Statement = {
  name: 'cards-due-1',
  text: `
    SELECT k.review_id AS id FROM cards k JOIN reviews v ON v.id = k.review_id
    WHERE k.board = $1 AND k.shown < k.wanted AND k.due_at <= $2
      AND (k.claimed_until IS NULL OR k.claimed_until <= $2)
    ORDER BY v.pinned DESC, k.due_at, v.opened_at LIMIT $3`,
}
const claim: Statement = {
  name: 'card-claim-1',
  text: `
    UPDATE cards SET claimed_until = $4, attempts = attempts + 1, tried_at = $3,
      -- A claim that lapsed may have posted.
      uncertain_since = CASE WHEN card IS NULL AND claimed_until IS NOT NULL
        THEN coalesce(uncertain_since, tried_at) ELSE uncertain_since END
    WHERE review_id = $1 AND board = $2 AND shown < wanted AND due_at <= $3
      AND (claimed_until IS NULL OR claimed_until <= $3)
    RETURNING card, wanted, attempts, ${ms('uncertain_since')} AS since,
      ${ms('tried_at')} AS "claimedAt"`,
}
const review: Statement = {
  name: 'card-review-3',
  text: `SELECT ${reviewColumns} FROM ${reviewFrom} WHERE v.id = $1`,
}
const shown: Statement = {
  name: 'card-shown-1',
  text: `
    UPDATE cards SET shown = greatest(shown, $3), card = $4, attempts = 0, due_at = $5, claimed_until = NULL,
      uncertain_since = NULL, error_code = NULL
    WHERE review_id = $1 AND board = $2 AND tried_at = $6`,
}
const failed: Statement = {
  name: 'card-failed-1',
  text: `
    UPDATE cards SET error_code = $3, due_at = $4, card = $6, claimed_until = NULL,
      uncertain_since = CASE WHEN $5 THEN coalesce(uncertain_since, tried_at) ELSE uncertain_since END
    WHERE review_id = $1 AND board = $2 AND tried_at = $7`,
}
