/**
 * Reviews as agents see them: open ones in a list, any one by its number, who works on it, what was decided.
 * @module
 */
import { z } from 'zod'
import { type ErrorCode, errorTable } from '../core/errors.ts'
import type { DecidedExample, ReviewFile, ReviewRow, ReviewStore, ThreadLine } from '../core/ports.ts'
import {
  ChannelName,
  Contact,
  MediaId,
  MessageId,
  RequestId,
  ReviewId,
  ReviewReason,
} from '../core/request.ts'
import { mediaKinds } from '../core/turn.ts'
import { contactSql } from './contacts.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, claimSql, ms, parsed, toServiceRequest } from './rows.ts'

const Row = z.object({
  id: ReviewId,
  reason: ReviewReason,
  pinned: z.boolean(),
  openedAt: z.number(),
  version: z.int(),
  claim: z.object({ agent: z.string(), until: z.number() }).nullable(),
  askedAt: z.number().nullable(),
  closed: z
    .object({ at: z.number(), outcome: z.string(), by: z.string(), surface: z.string().nullable() })
    .nullable(),
  request: z.unknown(),
  resident: z.string(),
  stated: Contact.nullable(),
  owner: z
    .object({
      askedOn: z.enum(['sms', 'email']),
      address: z.string(),
      asked: z.boolean(),
      proven: z.boolean(),
    })
    .nullable(),
  optedOut: z.boolean(),
  photoIds: z.array(MediaId).nullable(),
  recordingIds: z.array(MediaId).nullable(),
  caseRef: z.object({ system: z.string(), id: z.string(), number: z.string().nullable() }).nullable(),
})
const Line = z.object({
  at: z.number(),
  who: z.enum(['resident', 'bot']),
  text: z.string(),
  messageId: MessageId.nullable(),
})
const suggested = z.object({
  code: z.string().nullable().default(null),
  confidence: z.number().nullable().default(null),
  place: z.unknown(),
})
const Example = z.object({
  requestId: RequestId,
  at: z.number(),
  agent: z.string(),
  surface: z.string(),
  action: z.enum(['accept', 'change', 'refuse', 'ask']),
  channel: ChannelName,
  language: z.string(),
  text: z.string(),
  suggested,
  decided: suggested.omit({ confidence: true }),
})

const File = z.object({
  id: MediaId,
  role: z.enum(['file', 'mail']),
  state: z.enum(['waiting', 'kept', 'failed']),
  kind: z.enum(mediaKinds).nullable(),
  type: z.string().nullable(),
  bytes: z.number().nullable(),
  error: z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]).nullable(),
  shown: z.boolean(),
  borrowed: z.boolean(),
})

type Part =
  | 'reviews'
  | 'review'
  | 'reviewsMark'
  | 'thread'
  | 'filesOf'
  | 'fileOpened'
  | 'claimReview'
  | 'releaseReview'
  | 'examples'

export const makeReviews = (sql: Sql, settings: Settings): Pick<ReviewStore, Part> => ({
  async reviews(limit) {
    return (await sql.rows(openReviews, [limit])).map(toReview)
  },
  async review(idOrReference) {
    const [row] = await sql.rows(anyReview, [idOrReference, idOrReference.toUpperCase()])
    return row === undefined ? null : toReview(row)
  },
  async reviewsMark() {
    const [row] = await sql.rows<{ mark: string }>(mark, [at(settings.clock.now())])
    return row?.mark ?? ''
  },
  async thread(requestId): Promise<readonly ThreadLine[]> {
    return parsed(z.array(Line), await sql.rows(thread, [requestId]), 'a message')
  },
  async filesOf(requestId): Promise<readonly ReviewFile[]> {
    return parsed(z.array(File), await sql.rows(files, [requestId]), 'a file')
  },
  async fileOpened(requestId, id, agent, surface) {
    const values = [requestId, at(settings.clock.now()), `agent:${agent}`, id, surface]
    await sql.rows(opened, values)
  },
  async claimReview(id, agent, until, takeOver) {
    const now = at(settings.clock.now())
    return (await sql.rows(claim, [id, agent, at(until), takeOver, now])).length > 0
  },
  async releaseReview(id, agent) {
    await sql.rows(release, [id, agent, at(settings.clock.now())])
  },
  async examples(since, limit): Promise<readonly DecidedExample[]> {
    return parsed(z.array(Example), await sql.rows(examples, [at(since), limit]), 'a decision')
  },
})

export function toReview(row: unknown): ReviewRow {
  const { photoIds, recordingIds, stated, owner, ...review } = parsed(Row, row, 'a review')
  const state = owner?.proven ? 'proven' : owner?.asked ? 'asked' : 'unasked'
  // Left in words, where a page asked for it.
  const said = owner && {
    name: null,
    phone: owner.askedOn === 'sms' ? owner.address : null,
    email: owner.askedOn === 'email' ? owner.address : null,
  }
  const left = stated ?? said
  return {
    ...review,
    contact: left && { ...left, owner: state, askedOn: owner?.askedOn ?? null },
    photoIds: photoIds ?? [],
    recordingIds: recordingIds ?? [],
    request: toServiceRequest(review.request),
  }
}

/** When an agent asked last, unless the request has changed since: the answer is a change. */
const askedSql = `(SELECT max(d.at) FROM decisions d
  WHERE d.review_id = v.id AND d.action = 'ask' AND d.at >= r.updated_at)`

/** Of reviews `v`, service_requests `r` and conversations `c`. */
export const reviewColumns = `v.id, v.reason, v.pinned, ${ms('v.opened_at')} AS "openedAt", v.version,
  ${claimSql} AS claim, ${ms(askedSql)} AS "askedAt",
  CASE WHEN v.closed_at IS NOT NULL THEN
    json_build_object('at', ${ms('v.closed_at')}, 'outcome', v.outcome, 'by', v.closed_by,
      'surface', (SELECT d.surface FROM decisions d WHERE d.review_id = v.id AND d.action <> 'ask'
                  AND v.closed_by = 'agent:' || d.agent ORDER BY d.at DESC LIMIT 1)) END AS closed,
  to_json(r) AS request, c.resident,
  ${contactSql('r')} AS stated,
  (SELECT json_build_object('askedOn', k.channel, 'address', k.resident, 'asked', k.asked_at IS NOT NULL, 'proven', k.proven_at IS NOT NULL)
   FROM contacts k WHERE k.request_id = r.id) AS owner,
  coalesce((SELECT s.wish = 'out' FROM consents s JOIN conversations w
            ON w.id = coalesce((SELECT k.heard_id FROM contacts k WHERE k.request_id = r.id), c.id)
            WHERE (s.channel, s.resident, s.ours) = (w.channel, w.resident, w.ours)), false) AS "optedOut",
  (SELECT json_agg(m.id ORDER BY array_position(r.media_ids, m.id)) FROM media m
   WHERE m.request_id = r.id AND m.shown AND m.state = 'kept' AND m.id = ANY (r.media_ids)) AS "photoIds",
  (SELECT json_agg(m.id ORDER BY array_position(r.media_ids, m.id)) FROM media m
   WHERE m.request_id = r.id AND m.kind = 'audio' AND m.state = 'kept' AND m.id = ANY (r.media_ids)) AS "recordingIds",
  (SELECT json_build_object('system', k.system, 'id', k.system_id, 'number', k.number)
   FROM cases k WHERE k.request_id = r.id ORDER BY k.filed_at LIMIT 1) AS "caseRef"`
export const reviewFrom = `reviews v JOIN service_requests r ON r.id = v.request_id
  JOIN conversations c ON c.id = r.conversation_id`

const openReviews: Statement = {
  name: 'reviews-6',
  text: `
    SELECT ${reviewColumns} FROM ${reviewFrom}
    WHERE v.closed_at IS NULL ORDER BY v.reason IN ('emergency', 'crisis') DESC, v.pinned DESC, ${askedSql} IS NOT NULL,
      v.opened_at LIMIT $1`,
}
/** By one index each: an OR over two tables would read both. */
const anyReview: Statement = {
  name: 'review-5',
  text: `
    SELECT ${reviewColumns} FROM ${reviewFrom}
    WHERE v.id IN (
      SELECT id FROM reviews WHERE id = $1
      UNION SELECT id FROM reviews WHERE request_id = $1
      UNION SELECT o.id FROM service_requests s JOIN reviews o ON o.request_id = s.id WHERE s.reference = $2)
    ORDER BY v.closed_at IS NULL DESC, v.pinned DESC, v.opened_at DESC LIMIT 1`,
}
const mark: Statement = {
  name: 'reviews-mark-1',
  text: `
    SELECT md5(coalesce(string_agg(id || version::text || (claimed_until > $1)::text, ' ' ORDER BY id), '')) AS mark
    FROM (SELECT id, version, coalesce(claimed_until, '-infinity') AS claimed_until
          FROM reviews WHERE closed_at IS NULL) open`,
}
const thread: Statement = {
  name: 'thread-2',
  text: `
    WITH r AS (SELECT id, message_ids, conversation_id FROM service_requests WHERE id = $1),
    lines AS (
      SELECT m.received_at AS at, 'resident' AS who, m.normalised ->> 'text' AS text, m.id AS message_id, m.seq
      FROM messages m WHERE m.id = ANY (ARRAY(SELECT unnest(message_ids) FROM r))
      UNION ALL
      SELECT e.ended_at, 'bot', e.text, NULL, e.seq
      FROM r JOIN effects e ON e.conversation_id IN (r.conversation_id,
        (SELECT k.heard_id FROM contacts k WHERE k.request_id = r.id))
      WHERE e.kind = 'reply' AND e.state = 'done' AND e.text IS NOT NULL
        AND (e.request_id = r.id OR e.message_id = ANY (r.message_ids)))
    SELECT ${ms('at')} AS at, who, text, message_id AS "messageId" FROM lines ORDER BY lines.at, seq`,
}
/** Beside the files that are known as such: mails, which the media store holds as they came. */
const files: Statement = {
  name: 'review-files-1',
  text: `
    WITH said AS (
      SELECT m.id, m.seq, m.raw FROM messages m
      WHERE m.id = ANY (ARRAY(SELECT unnest(message_ids) FROM service_requests WHERE id = $1))),
    found AS (
      SELECT f.id, CASE WHEN f.id = s.raw #>> '{mail,original}' THEN 'mail' ELSE 'file' END AS role, f.state,
        f.kind, f.type, f.bytes, f.error_code, f.shown,
        coalesce((s.raw #>> '{borrowed,files}')::int, 0) > 0 AS borrowed, s.seq, f.n
      FROM said s JOIN media f ON f.message_id = s.id
      UNION ALL
      SELECT s.raw #>> '{mail,original}', 'mail', 'kept', NULL, 'message/rfc822', NULL, NULL, false, false, s.seq, -1
      FROM said s
      WHERE s.raw #>> '{mail,original}' IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM media f WHERE f.id = s.raw #>> '{mail,original}'))
    SELECT id, role, state, kind, type, bytes::float8 AS bytes, error_code AS error, shown, borrowed
    FROM found ORDER BY seq, n`,
}
const opened: Statement = {
  name: 'review-file-opened-1',
  text: `
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
    SELECT $2, r.conversation_id, r.id, $3, 'file-opened',
      jsonb_build_object('mediaId', $4::text, 'surface', $5::text)
    FROM service_requests r WHERE r.id = $1`,
}
const cardsOf = `
    UPDATE cards k SET wanted = k.wanted + 1, attempts = 0, due_at = `
const claim: Statement = {
  name: 'review-claim-1',
  text: `
    WITH v AS (
      -- Kept on by the same agent it looks the same, but for the time.
      UPDATE reviews SET version = version + 1, claimed_by = $2, claimed_until = $3
      WHERE id = $1 AND closed_at IS NULL
        AND (claimed_by IS NULL OR claimed_by = $2 OR claimed_until <= $5 OR $4)
      RETURNING id),
    k AS (${cardsOf} $5 FROM v WHERE k.review_id = v.id)
    SELECT id FROM v`,
}
const release: Statement = {
  name: 'review-release-1',
  text: `
    WITH v AS (
      UPDATE reviews SET version = version + 1, claimed_by = NULL, claimed_until = NULL
      WHERE id = $1 AND closed_at IS NULL AND claimed_by = $2
      RETURNING id)
    ${cardsOf} $3 FROM v WHERE k.review_id = v.id`,
}
const examples: Statement = {
  name: 'examples-2',
  text: `
    SELECT d.request_id AS "requestId", ${ms('d.at')} AS at, d.agent, d.surface, d.action, r.channel, r.language,
      d.words AS text, d.suggested, d.decided
    FROM decisions d JOIN service_requests r ON r.id = d.request_id
    WHERE d.at >= $1 AND d.words IS NOT NULL ORDER BY d.at LIMIT $2`,
}
