/**
 * A worker takes an effect: one process at a time, for as long as its lease, with all it needs in one answer.
 * @module
 */
import { z } from 'zod'
import type { ClaimedEffect, Store } from '../core/ports.ts'
import { ChannelName, Contact, ConversationId, type EffectId, MessageId } from '../core/request.ts'
import { Effect } from '../core/turn.ts'
import { releasedSql } from './company.ts'
import { contactSql } from './contacts.ts'
import { factsSql, guestOfSql, ownOf, toFacts } from './facts.ts'
import { handOverSql, openedLineSql } from './hand-over.ts'
import { hearerSql } from './hearer.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms, parsed, toServiceRequest } from './rows.ts'

const Row = z.object({
  payload: Effect,
  attempts: z.int(),
  uncertain: z.boolean(),
  uncertain_since: z.number().nullable(),
  conversation: z.object({
    id: ConversationId,
    channel: ChannelName,
    resident: z.string(),
    ours: z.string(),
    optedOut: z.boolean(),
  }),
  request: z.unknown(),
  case_ref: z.object({ system: z.string(), id: z.string(), number: z.string().nullable() }).nullable(),
  contact: Contact.nullable(),
  answering: z
    .object({ providerId: z.string(), raw: z.record(z.string(), z.unknown()), at: z.number() })
    .nullable(),
  asked: z.boolean(),
  message_id: MessageId.nullable(),
  facts: z.unknown(),
})

/** What is read before the rest is looked at. */
interface Found {
  readonly conversation_id: string
  readonly person: string | null
  readonly guest_of: readonly string[] | null
}

/** `claim` of the Store. An effect whose row cannot be read dies at once instead of lapsing for ever. */
export const makeClaim =
  (sql: Sql, settings: Settings): Store['claim'] =>
  async (id: EffectId, leaseMs: number): Promise<ClaimedEffect | 'later' | null> => {
    const now = settings.clock.now()
    const [found] = await sql.rows<Found>(claim, [id, at(now), at(now + leaseMs)])
    if (found === undefined) return (await sql.rows(isDue, [id, at(now)])).length > 0 ? 'later' : null
    const own = await ownOf(sql, found.conversation_id, found.person, found.guest_of)
    try {
      const row = parsed(Row, found, 'an effect')
      return {
        effect: row.payload,
        attempts: row.attempts,
        uncertain: row.uncertain,
        uncertainSince: row.uncertain_since,
        conversation: row.conversation,
        request: row.request === null ? null : toServiceRequest(row.request),
        caseRef: row.case_ref,
        contact: row.contact,
        answering:
          row.answering === null ? null : { providerId: row.answering.providerId, raw: row.answering.raw },
        // Where its message is gone, nobody can say that it is late.
        askedAt: row.asked ? (row.answering?.at ?? now) : null,
        messageId: row.message_id,
        facts: toFacts(row.facts, own),
      }
    } catch (error) {
      await sql.rows(bury, [id, at(now)])
      throw error
    }
  }

/**
 * Amendments `e` wait for the filing they amend and for those before them. A dead amendment holds up none, and a dead
 * filing only while the request is still to be filed. Of two filings of one request the earlier one goes first, alone.
 * A reply that goes out with another one never goes by itself.
 */
export const mayGoSql = `(e.kind = 'reply' AND e.joined_into IS NULL OR e.kind <> 'reply' AND NOT EXISTS (
  SELECT 1 FROM effects b WHERE b.request_id = e.request_id AND b.id <> e.id AND (
    e.kind = 'amend' AND (
      b.kind = 'file' AND (b.state IN ('todo', 'doing') OR b.state = 'dead' AND EXISTS (
        SELECT 1 FROM service_requests r WHERE r.id = e.request_id AND r.state = 'filing'))
      OR b.kind = 'amend' AND b.seq < e.seq AND b.state IN ('todo', 'doing'))
    OR e.kind = 'file' AND b.kind = 'file' AND (
      b.state = 'todo' AND b.seq < e.seq OR b.state = 'doing'))))`

/**
 * Replies `e` keep the order of their conversation; one that waits for another try is overtaken. One whose worker died
 * is not: the sweep is about to take it up.
 */
const inOrderSql = `(e.kind <> 'reply' OR NOT EXISTS (
  SELECT 1 FROM effects b WHERE b.conversation_id = e.conversation_id AND b.kind = 'reply' AND b.seq < e.seq
  AND b.joined_into IS NULL AND (b.state = 'todo' AND b.due_at <= $2 OR b.state = 'doing')))`

/**
 * Whose conversation hears reply `e`: of what no message asked for, that of the contact which a form stated and its owner
 * proved. Most was decided there already (turn-load.ts); this is for what was decided while they were proving it. What was
 * claimed before that is in the answer to the proof: it says where the requests stand.
 */
const readerSql = `CASE WHEN e.kind = 'reply' AND e.message_id IS NULL AND e.payload -> 'elsewhere' IS NULL
  THEN coalesce((SELECT k.heard_id FROM contacts k WHERE k.request_id = e.request_id), e.conversation_id)
  ELSE e.conversation_id END`

/** Only replies are worth waiting for: what an amendment waits for may take hours, and the sweeper comes by. */
const isDue: Statement = {
  name: 'effect-due-2',
  text: `SELECT 1 FROM effects WHERE id = $1 AND kind = 'reply' AND state = 'todo' AND due_at <= $2
    AND joined_into IS NULL`,
}

const claim: Statement = {
  name: 'effect-claim-14',
  text: `
    WITH e AS (
      UPDATE effects e SET state = 'doing', attempts = e.attempts + 1, claimed_until = $3, touched_at = $2,
        conversation_id = ${readerSql},
        uncertain = e.uncertain OR e.state = 'doing',
        tried_at = CASE WHEN e.uncertain OR e.state = 'doing' THEN coalesce(e.tried_at, $2) ELSE $2 END
      WHERE e.id = $1
        AND (e.state = 'todo' AND e.due_at <= $2 OR e.state = 'doing' AND e.claimed_until <= $2)
        AND ${mayGoSql} AND ${inOrderSql}
      RETURNING *)
    SELECT e.conversation_id, c.person, e.payload,
      ${guestOfSql} AS guest_of, e.attempts, e.message_id,
      -- A request that is filed anew may have been filed by the one before.
      e.uncertain OR (e.kind = 'file' AND EXISTS (SELECT 1 FROM effects b
        WHERE b.request_id = e.request_id AND b.kind = 'file' AND b.id <> e.id AND b.uncertain)) AS uncertain,
      CASE WHEN e.uncertain THEN ${ms('e.tried_at')} END AS uncertain_since,
      json_build_object('id', c.id, 'channel', h.channel, 'resident', h.resident, 'ours', h.ours,
        'optedOut', coalesce((SELECT s.wish = 'out' FROM consents s
           WHERE (s.channel, s.resident, s.ours) = (h.channel, h.resident, h.ours)), false)) AS conversation,
      (SELECT to_json(r) FROM service_requests r WHERE r.id = e.request_id) AS request,
      (SELECT json_build_object('system', k.system, 'id', k.system_id, 'number', k.number)
       FROM cases k WHERE k.request_id = e.request_id ORDER BY k.filed_at LIMIT 1) AS case_ref,
      (SELECT ${contactSql('r')} FROM service_requests r WHERE r.id = e.request_id) AS contact,
      CASE WHEN e.kind = 'reply' AND e.payload -> 'elsewhere' IS NULL THEN (
        SELECT json_build_object('providerId', m.provider_id, 'raw', m.raw, 'at', ${ms('m.received_at')}) FROM messages m
        WHERE m.id = coalesce(e.message_id,
          -- Where a form's contact hears of it: what they wrote there last.
          (SELECT w.id FROM contacts k JOIN service_requests r ON r.id = k.request_id
             JOIN messages w ON w.id = ANY (r.message_ids || k.message_id)
           WHERE k.request_id = e.request_id AND k.heard_id = e.conversation_id
             AND (w.channel, w.resident) = (h.channel, h.resident) ORDER BY w.seq DESC LIMIT 1),
          (SELECT r.message_ids[array_upper(r.message_ids, 1)] FROM service_requests r WHERE r.id = e.request_id)))
        END AS answering,
      e.message_id IS NOT NULL AS asked,
      -- One array, because an OR of conditions would read the whole table.
      (SELECT json_agg(${factsSql}) FROM service_requests r
       WHERE r.id = ANY (ARRAY[e.request_id, e.payload #>> '{reply,speech,requestId}'] || ARRAY(
         SELECT jsonb_array_elements_text(coalesce(e.payload #> '{reply,speech,requestIds}', '[]'))))) AS facts
    FROM e JOIN conversations c ON c.id = e.conversation_id, LATERAL (${hearerSql}) h`,
}

const bury: Statement = {
  name: 'effect-bury-3',
  text: `
    WITH e AS (
      UPDATE effects SET state = 'dead', error_code = 'bug', claimed_until = NULL, ended_at = $2
      WHERE id = $1 AND state = 'doing' RETURNING *),
    ${handOverSql},
    ${releasedSql}
    INSERT INTO history (at, conversation_id, request_id, actor, what, detail) ${openedLineSql}`,
}
