/**
 * Contacts that forms and apps stated: whether their owners may be asked, what they answered, and so who hears of a
 * request. A request's news goes to `heard_id` from the moment on that its owner has agreed; see claim.ts for what was
 * decided in the same moment.
 * @module
 */
import { z } from 'zod'
import type { Store, TurnInput } from '../core/ports.ts'
import { type ConversationId, RequestId } from '../core/request.ts'
import type { Turn } from '../core/turn.ts'
import { Language } from '../core/understanding.ts'
import { toJson } from './json.ts'
import type { Ledger, Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, parsed } from './rows.ts'

const dayMs = 24 * 3_600_000
/** As long as a form may wait on a phone. The code is worth nothing without the address. */
const validMs = 7 * dayMs
const tries = 5
/** So many questions that nobody answered, within `patienceMs`; then the address is left alone. */
const unanswered = 3
const patienceMs = 30 * dayMs
/** Questions that one form or device may cause in a day. */
const perSender = 10

const Verdict = z.object({ verdict: z.enum(['ask', 'opted-out', 'superseded', 'enough']) })

/** `startAsk` of the Store. Two questions to one address are weighed one after the other. */
export const makeContacts = (ledger: Ledger, settings: Settings): Pick<Store, 'startAsk'> => ({
  startAsk: (id, perDay) =>
    ledger.transaction(async (sql) => {
      await sql.rows(lockAddress, [id])
      const now = settings.clock.now()
      const values = [id, at(now), at(now - dayMs), at(now - patienceMs), perDay]
      const [found] = await sql.rows<unknown>(start, values)
      return found === undefined ? 'superseded' : parsed(Verdict, found, 'a contact').verdict
    }),
})

/** What a form's fields said of who reports, newest first, of service_requests `r`: a Contact as JSON, or null. */
export const contactSql = (r: string): string => `(
  SELECT m.normalised #> '{stated,contact}' FROM messages m
  WHERE m.id = ANY (${r}.message_ids) AND jsonb_typeof(m.normalised #> '{stated,contact}') = 'object'
  ORDER BY m.seq DESC LIMIT 1)`

const lockAddress: Statement = {
  name: 'contact-lock-1',
  text: `
    SELECT pg_advisory_xact_lock(hashtextextended(channel || ' ' || resident, 311))
    FROM (SELECT channel, resident FROM contacts WHERE ask_id = $1 LIMIT 1) k`,
}
/** A wish to hear no more counts at whichever number of ours it was said; one that a provider told us until they come back. */
const optedOutSql = `EXISTS (
  SELECT 1 FROM consents o WHERE (o.channel, o.resident) = (k.channel, k.resident) AND o.wish = 'out'
    AND (o.ours <> '' OR NOT EXISTS (SELECT 1 FROM consents i
      WHERE (i.channel, i.resident) = (o.channel, o.resident) AND i.wish = 'in' AND i.at > o.at)))`

const start: Statement = {
  name: 'contact-ask-1',
  text: `
    WITH k AS (
      SELECT min(k.conversation_id) AS conversation_id, min(k.channel) AS channel, min(k.resident) AS resident,
        min(k.code) AS code, bool_or(k.asked_at IS NOT NULL) AS again,
        bool_or(k.proven_at IS NOT NULL OR k.expires_at <= $2) OR bool_and(r.state IN ('cancelled', 'refused')) AS over
      FROM contacts k JOIN service_requests r ON r.id = k.request_id WHERE k.ask_id = $1 HAVING count(*) > 0),
    others AS (
      SELECT o.ask_id, o.conversation_id, o.code, max(o.asked_at) AS asked_at, max(o.proven_at) AS proven_at,
        max(o.expires_at) AS expires_at
      FROM contacts o, k WHERE (o.channel, o.resident) = (k.channel, k.resident)
        AND o.stated_at > $4 AND o.asked_at IS NOT NULL AND o.ask_id <> $1
      GROUP BY o.ask_id, o.conversation_id, o.code),
    v AS (
      SELECT CASE
        WHEN k.over THEN 'superseded'
        WHEN ${optedOutSql} THEN 'opted-out'
        WHEN k.again THEN 'ask'
        -- The same form asked already, and the same digits answer both.
        WHEN EXISTS (SELECT 1 FROM others o
          WHERE (o.conversation_id, o.code) = (k.conversation_id, k.code) AND o.expires_at > $2) THEN 'superseded'
        WHEN (SELECT count(*) FROM others o WHERE o.asked_at > $4
          AND o.asked_at > coalesce((SELECT max(b.proven_at) FROM contacts b
            WHERE (b.channel, b.resident) = (k.channel, k.resident)), '-infinity')) >= ${unanswered} THEN 'enough'
        WHEN (SELECT count(DISTINCT s.ask_id) FROM contacts s
          WHERE s.conversation_id = k.conversation_id AND s.asked_at > $3) >= ${perSender} THEN 'enough'
        WHEN (SELECT count(DISTINCT s.ask_id) FROM contacts s JOIN conversations c ON c.id = s.conversation_id
          WHERE s.asked_at > $3 AND c.channel = (SELECT channel FROM conversations WHERE id = k.conversation_id)) >= $5
          THEN 'enough'
        ELSE 'ask' END AS verdict
      FROM k),
    u AS (
      UPDATE contacts c SET asked_at = coalesce(c.asked_at, $2) FROM v WHERE c.ask_id = $1 AND v.verdict = 'ask')
    SELECT verdict FROM v`,
}

/** What a turn asks for, beside its effects: so that the answer may come before the question does. */
export async function keepContacts(
  sql: Sql,
  conversation: ConversationId,
  turn: Turn,
  now: number,
): Promise<void> {
  const asks = turn.effects.filter((effect) => effect.kind === 'ask')
  if (asks.length > 0) await sql.rows(keep, [toJson(asks), conversation, at(now), at(now + validMs)])
}

const keep: Statement = {
  name: 'contact-keep-1',
  text: `
    WITH k AS (
      INSERT INTO contacts (request_id, ask_id, conversation_id, channel, resident, language, code, stated_at, expires_at,
        proven_at, heard_id)
      SELECT r.id, e.id, $2, e."to" ->> 'channel', e."to" ->> 'address', e.language, e.code, $3, $4, p.proven_at, p.heard_id
      FROM jsonb_to_recordset($1::jsonb) AS e (
        id text, "requestIds" jsonb, "to" jsonb, code text, language text, known boolean)
      CROSS JOIN LATERAL jsonb_array_elements_text(e."requestIds") AS r (id)
      LEFT JOIN LATERAL (
        SELECT b.proven_at, b.heard_id FROM contacts b
        WHERE e.known AND b.conversation_id = $2 AND b.proven_at IS NOT NULL
          AND (b.channel, b.resident) = (e."to" ->> 'channel', e."to" ->> 'address')
        ORDER BY b.stated_at DESC LIMIT 1) p ON true
      ON CONFLICT (request_id) DO NOTHING
      RETURNING *)
    INSERT INTO request_guests (channel, resident, ours, request_id, at)
    SELECT c.channel, c.resident, c.ours, k.request_id, $3 FROM k JOIN conversations c ON c.id = k.heard_id
    ON CONFLICT DO NOTHING`,
}

interface Open {
  readonly request_id: string
  readonly ask_id: string
  readonly code: string
  readonly language: string
  readonly open: boolean
  readonly proven: boolean
}

/** `agree` of a turn, in its transaction: counted and proven with the turn or not at all. */
export function makeAgree(
  sql: Sql,
  conversation: ConversationId,
  message: string | null,
  now: number,
): TurnInput['agree'] {
  return async (code) => {
    const asked = await sql.rows<Open>(open, [conversation, at(now), at(now - patienceMs)])
    const [latest] = asked
    if (latest === undefined) return null
    const right = asked.filter((one) => one.code === code && (one.open || one.proven))
    const [first] = right
    if (first === undefined) {
      await sql.rows(miss, [asked.filter((one) => one.open).map((one) => one.ask_id)])
      return 'wrong'
    }
    const fresh = right.filter((one) => !one.proven).map((one) => one.request_id)
    if (fresh.length > 0) await sql.rows(prove, [fresh, conversation, message, at(now)])
    return {
      requestIds: right.map((one) => parsed(RequestId, one.request_id, 'a contact')),
      language: Language.catch('en').parse(first.language),
    }
  }
}

const open: Statement = {
  name: 'contact-open-1',
  text: `
    SELECT k.request_id, k.ask_id, k.code, k.language, k.proven_at IS NOT NULL AS proven,
      k.proven_at IS NULL AND k.expires_at > $2 AND k.tries < ${tries} AS open
    FROM conversations c JOIN contacts k ON (k.channel, k.resident) = (c.channel, c.resident)
    WHERE c.id = $1 AND k.stated_at > $3
    ORDER BY k.stated_at DESC, k.request_id LIMIT 50 FOR UPDATE OF k`,
}
const miss: Statement = {
  name: 'contact-miss-1',
  text: 'UPDATE contacts SET tries = tries + 1 WHERE ask_id = ANY ($1::text[])',
}
/** Whoever reported and whoever owns the address are one: the requests may be spoken of there. */
const prove: Statement = {
  name: 'contact-prove-1',
  text: `
    WITH k AS (
      UPDATE contacts SET proven_at = $4, heard_id = $2, message_id = $3 WHERE request_id = ANY ($1::text[])
      RETURNING *),
    guests AS (
      INSERT INTO request_guests (channel, resident, ours, request_id, at)
      SELECT c.channel, c.resident, c.ours, k.request_id, $4 FROM k JOIN conversations c ON c.id = $2
      ON CONFLICT DO NOTHING),
    -- Agents see it on their page.
    seen AS (
      UPDATE reviews v SET version = v.version + 1 FROM k WHERE v.request_id = k.request_id AND v.closed_at IS NULL)
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail)
    SELECT $4, $2, k.request_id, 'resident', 'contact-proven', jsonb_build_object('effectId', k.ask_id) FROM k`,
}

/** `asked` of a turn. */
export function makeAsked(sql: Sql, conversation: ConversationId, now: number): TurnInput['asked'] {
  return async ({ channel, address }) => {
    const [row] = await sql.rows<{ code: string; proven: boolean }>(asked, [
      conversation,
      channel,
      address,
      at(now),
    ])
    return row === undefined ? null : { code: row.code, proven: row.proven }
  }
}

const asked: Statement = {
  name: 'contact-asked-1',
  text: `
    SELECT code, proven_at IS NOT NULL AS proven FROM contacts
    WHERE conversation_id = $1 AND (channel, resident) = ($2, $3)
      AND (proven_at IS NOT NULL OR expires_at > $4 AND tries < ${tries})
    ORDER BY proven_at IS NOT NULL DESC, stated_at DESC LIMIT 1`,
}
