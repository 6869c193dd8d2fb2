/**
 * The first half of a turn: lock the conversation, then see what it knows. Two statements, because a
 * statement sees the tables as they were before it waited for the lock.
 * @module
 */
import { z } from 'zod'
import type { Lately, OpenReview, TurnSubject } from '../core/ports.ts'
import {
  ConversationId,
  InboundMessage,
  MediaId,
  MessageId,
  type RequestId,
  ReviewId,
  ReviewReason,
} from '../core/request.ts'
import { ConversationState, emptyState, type MediaView, mediaKinds, type RequestView } from '../core/turn.ts'
import { conversationId } from './ids.ts'
import { toJson } from './json.ts'
import type { Sql, Statement } from './ledger.ts'
import { at, claimSql, ms, parsed, toViews, viewSql } from './rows.ts'

/** What a turn starts from. */
export interface Loaded {
  readonly conversationId: ConversationId
  readonly channel: InboundMessage['channel']
  /** Null where the stored one cannot be read. */
  readonly state: ConversationState | null
  readonly message: InboundMessage | null
  readonly receivedAt: number | null
  readonly media: readonly MediaView[]
  /** Files are on their way and there is still time. */
  readonly waiting: boolean
  readonly more: MessageId | null
  readonly requests: readonly RequestView[]
  readonly request: RequestView | null
  readonly review: OpenReview | null
  readonly repeated: 'same' | 'other' | null
  readonly optedOut: boolean
  readonly linked: readonly RequestView[]
}

/** Locks the subject's conversation, making it where it is new. Null where the subject is unknown. */
export async function lock(sql: Sql, subject: TurnSubject, now: number): Promise<ConversationId | null> {
  const about = requestOf(subject)
  if (about !== null) return first(sql, lockByRequest, about)
  if (subject.kind === 'idle') return first(sql, lockById, subject.conversationId)
  if (subject.kind === 'left') {
    const { channel, resident, ours } = subject
    return first(sql, lockByAddresses, channel, resident, ours)
  }
  if (subject.kind !== 'message') return null
  const known = await first(sql, lockByMessage, subject.messageId)
  if (known !== null) return known
  await sql.rows(begin, [subject.messageId, conversationId(now), toJson(emptyState), at(now)])
  return first(sql, lockByMessage, subject.messageId)
}

/** The request that a turn without a message is about. */
function requestOf(subject: TurnSubject): RequestId | null {
  if (subject.kind === 'decision') return subject.decision.requestId
  return subject.kind === 'update' ? subject.update.requestId : null
}

async function first(
  sql: Sql,
  statement: Statement,
  ...key: readonly string[]
): Promise<ConversationId | null> {
  const [row] = await sql.rows<{ id: string }>(statement, key)
  return row === undefined ? null : parsed(ConversationId, row.id, 'a conversation')
}

const lockByMessage: Statement = {
  name: 'turn-lock-message-1',
  text: `
    SELECT c.id FROM messages m JOIN conversations c USING (channel, resident, ours)
    WHERE m.id = $1 FOR UPDATE OF c`,
}
/** Where its resident reads: a form can't be written to, but the contact may be that they left and proved. */
const lockByRequest: Statement = {
  name: 'turn-lock-request-2',
  text: `
    SELECT c.id FROM service_requests r LEFT JOIN contacts k ON k.request_id = r.id
    JOIN conversations c ON c.id = coalesce(k.heard_id, r.conversation_id)
    WHERE r.id = $1 FOR UPDATE OF c`,
}
const lockById: Statement = {
  name: 'turn-lock-1',
  text: 'SELECT id FROM conversations WHERE id = $1 FOR UPDATE',
}
const lockByAddresses: Statement = {
  name: 'turn-lock-addresses-1',
  text: `SELECT id FROM conversations WHERE channel = $1 AND resident = $2 AND ours = $3 FOR UPDATE`,
}
const begin: Statement = {
  name: 'turn-begin-1',
  text: `
    INSERT INTO conversations (id, channel, resident, ours, state, touched_at)
    SELECT $2, channel, resident, ours, $3, $4 FROM messages WHERE id = $1
    ON CONFLICT ON CONSTRAINT conversations_key DO NOTHING`,
}

const Row = z.object({
  channel: InboundMessage.shape.channel,
  state: z.unknown(),
  message: z.record(z.string(), z.unknown()).nullable(),
  raw: InboundMessage.shape.raw.nullable(),
  received_at: z.number().nullable(),
  deadline: z.number().nullable(),
  more: MessageId.nullable(),
  media: z
    .array(
      z.object({
        id: MediaId,
        state: z.enum(['waiting', 'kept', 'failed']),
        kind: z.enum(mediaKinds).nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
      }),
    )
    .nullable(),
  requests: z.unknown(),
  request: z.unknown(),
  opted_out: z.boolean(),
  person: z.string().nullable(),
})

/** Everything else in one statement. */
export async function load(sql: Sql, id: ConversationId, subject: TurnSubject, now: number): Promise<Loaded> {
  const [found] = await sql.rows(loadAll, [id, subject.kind === 'message' ? 2 : 0, requestOf(subject)])
  const row = parsed(Row, found, 'a conversation')
  const message =
    row.message === null ? null : parsed(InboundMessage, { ...row.message, raw: row.raw ?? {} }, 'a message')
  const media = row.media ?? []
  return {
    conversationId: id,
    channel: row.channel,
    state: ConversationState.safeParse(row.state).data ?? null,
    message,
    receivedAt: row.received_at,
    media: media.map((file) => ({
      id: file.id,
      kind: file.state === 'kept' ? (file.kind ?? 'other') : 'missing',
      point: file.lat === null || file.lon === null ? null : { lat: file.lat, lon: file.lon },
    })),
    waiting: media.some((file) => file.state === 'waiting') && row.deadline !== null && now < row.deadline,
    more: row.more,
    requests: toViews(row.requests),
    request: toViews(row.request === null ? [] : [row.request])[0] ?? null,
    ...(subject.kind === 'decision' ? await desk(sql, subject) : { review: null, repeated: null }),
    optedOut: row.opted_out,
    linked: row.person === null ? [] : await ofPerson(sql, row.person, id),
  }
}

const DeskRow = z.object({
  repeated: z.enum(['same', 'other']).nullable(),
  review: z
    .object({
      id: ReviewId,
      reason: ReviewReason,
      claim: z.object({ agent: z.string(), until: z.number() }).nullable(),
    })
    .nullable(),
})

async function desk(
  sql: Sql,
  { decision, key }: Extract<TurnSubject, { kind: 'decision' }>,
): Promise<Pick<Loaded, 'review' | 'repeated'>> {
  const [row] = await sql.rows(loadDesk, [decision.requestId, decision.reviewId, key, decision.action])
  return parsed(DeskRow, row, 'a review')
}

const loadDesk: Statement = {
  name: 'turn-desk-3',
  text: `
    SELECT (SELECT CASE WHEN review_id = $2 AND action = $4 THEN 'same' ELSE 'other' END
            FROM decisions WHERE key = $3) AS repeated,
      (SELECT json_build_object('id', v.id, 'reason', v.reason, 'claim', ${claimSql}) FROM reviews v
       WHERE v.request_id = $1 AND v.id = $2 AND v.closed_at IS NULL) AS review`,
}

const loadAll: Statement = {
  name: 'turn-load-4',
  text: `
    WITH c AS (SELECT * FROM conversations WHERE id = $1),
    next AS MATERIALIZED (
      SELECT m.* FROM c JOIN messages m USING (channel, resident, ours)
      WHERE m.state = 'new' ORDER BY m.seq LIMIT $2)
    SELECT c.channel, c.state, m.normalised AS message, m.raw,
      ${ms('m.received_at')} AS received_at, ${ms('m.media_deadline')} AS deadline,
      (SELECT id FROM next ORDER BY seq OFFSET 1) AS more,
      (SELECT json_agg(json_build_object('id', f.id, 'state', f.state, 'kind', f.kind, 'lat', f.lat, 'lon', f.lon)
                       ORDER BY f.n)
       FROM media f WHERE f.message_id = m.id) AS media,
      (SELECT json_agg(x.view) FROM (
         SELECT ${viewSql} AS view FROM service_requests r
         -- Two look-ups, because an OR of them would read the whole table.
         WHERE r.id IN (
           (SELECT o.id FROM service_requests o WHERE o.conversation_id = c.id
            ORDER BY o.requested_at DESC, o.id DESC LIMIT 10)
           UNION SELECT g.request_id FROM request_guests g
           WHERE (g.channel, g.resident, g.ours) = (c.channel, c.resident, c.ours))
         ORDER BY r.requested_at DESC, r.id DESC LIMIT 10) x) AS requests,
      (SELECT ${viewSql} FROM service_requests r WHERE r.id = $3) AS request,
      c.person,
      coalesce((SELECT s.wish = 'out' FROM consents s
                WHERE (s.channel, s.resident, s.ours) = (c.channel, c.resident, c.ours)), false) AS opted_out
    FROM c LEFT JOIN (SELECT * FROM next ORDER BY seq LIMIT 1) m ON true`,
}

/** Of the other conversations that the resident proved to be theirs; few have any. */
async function ofPerson(sql: Sql, person: string, but: ConversationId): Promise<readonly RequestView[]> {
  const rows = await sql.rows<{ view: unknown }>(linked, [person, but])
  return toViews(rows.map((row) => row.view))
}
const linked: Statement = {
  name: 'turn-linked-1',
  text: `
    SELECT ${viewSql} AS view FROM conversations k JOIN service_requests r ON r.conversation_id = k.id
    WHERE k.person = $1 AND k.id <> $2 ORDER BY r.requested_at DESC, r.id DESC LIMIT 10`,
}

/**
 * Requests by reference or case number, whoever wrote them; newest first. Eight figures may be a reference entered on a
 * telephone: where they fit one alone, and that is no private matter, they mean it.
 */
export async function find(sql: Sql, numbers: readonly string[]): Promise<readonly RequestView[]> {
  if (numbers.length === 0) return []
  const wanted = [...new Set(numbers.flatMap((number) => [number, number.toUpperCase()]))]
  const keyed = wanted.filter((number) => /^\d{8}$/.test(number))
  const all = [...wanted, ...keyed.map((figures) => `BCS-${figures}`)]
  const rows = await sql.rows<{ view: unknown }>(findByNumber, [all])
  if (rows.length > 0 || keyed.length === 0) return toViews(rows.map((row) => row.view))
  const fitting = await sql.rows<{ view: unknown }>(findByKeys, [keyed[0]])
  return fitting.length === 1 ? toViews(fitting.map((row) => row.view)) : []
}

const findByKeys: Statement = {
  name: 'turn-keys-1',
  text: `SELECT ${viewSql} AS view FROM service_requests r WHERE keys_of(r.reference) = $1 AND NOT r.private LIMIT 2`,
}

const findByNumber: Statement = {
  name: 'turn-find-3',
  text: `
    SELECT ${viewSql} AS view FROM service_requests r
    WHERE r.id IN (SELECT id FROM service_requests WHERE reference = ANY ($1::text[])
                   UNION SELECT request_id FROM cases WHERE number = ANY ($1::text[]))
    ORDER BY r.requested_at DESC LIMIT 10`,
}

/** What went back and forth in a conversation since `since` (Unix milliseconds), before the message at hand. */
export async function lately(
  sql: Sql,
  id: ConversationId,
  message: InboundMessage,
  since: number,
): Promise<Lately> {
  const [row] = await sql.rows<Lately>(loadLately, [id, at(since), message.id, message.text])
  return { replies: row?.replies ?? 0, sameText: row?.sameText ?? 0 }
}

const loadLately: Statement = {
  name: 'turn-lately-1',
  text: `
    SELECT
      (SELECT count(*)::int FROM effects e
       WHERE e.conversation_id = c.id AND e.kind = 'reply' AND e.touched_at >= $2) AS replies,
      (SELECT count(*)::int FROM messages m
       WHERE (m.channel, m.resident, m.ours) = (c.channel, c.resident, c.ours) AND m.received_at >= $2
         AND m.state = 'done' AND m.id <> $3 AND m.normalised ->> 'text' = $4) AS "sameText"
    FROM conversations c WHERE c.id = $1`,
}
