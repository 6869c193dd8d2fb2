/**
 * What a reply may say of a request: all of it to its own resident, what the public may know to others.
 * @module
 */
import { z } from 'zod'
import { redacted } from '../core/privacy.ts'
import type { RequestFacts } from '../core/reply.ts'
import { ConversationId, Reference, RequestId, RequestState } from '../core/request.ts'
import { Place } from '../core/understanding.ts'
import type { Sql, Statement } from './ledger.ts'
import { ms, parsed } from './rows.ts'
import { withheldSql } from './withheld.ts'

const Facts = z.object({
  id: RequestId,
  reference: Reference,
  caseNumber: z.string().nullable(),
  state: RequestState,
  code: z.string().nullable(),
  place: Place.nullable(),
  statusNotes: z.string().nullable(),
  requestedAt: z.number(),
  expectedAt: z.number().nullable(),
  of: ConversationId,
  withheld: z.boolean(),
})

/** What is the reader's own: requests of these conversations, these requests, or all. */
export type Own = ReadonlySet<string> | 'all'

/** What `factsSql` selects, as far as the reader may know it. */
export function toFacts(value: unknown, own: Own): ReadonlyMap<RequestId, RequestFacts> {
  const facts = parsed(z.array(Facts), value ?? [], 'a service request')
  return new Map(
    facts.map(({ of, withheld, ...fact }) => {
      const mine = own === 'all' || own.has(of) || own.has(fact.id)
      const notes = fact.statusNotes
      return [
        fact.id,
        {
          ...fact,
          place: mine || !withheld ? fact.place : null,
          statusNotes: mine ? notes : withheld || notes === null ? null : redacted(notes),
          requestedAt: new Date(fact.requestedAt).toISOString(),
          expectedAt: fact.expectedAt === null ? null : new Date(fact.expectedAt).toISOString(),
        },
      ]
    }),
  )
}

/** RequestFacts as JSON, of service_requests `r`. A number that is our own reference is not told twice. */
export const factsSql = `json_build_object(
  'id', r.id, 'reference', r.reference, 'state', r.state, 'code', r.service_code, 'place', r.place,
  'caseNumber', (SELECT k.number FROM cases k WHERE k.request_id = r.id AND k.number <> r.reference
                 ORDER BY k.filed_at LIMIT 1),
  'statusNotes', r.status_notes, 'requestedAt', ${ms('r.requested_at')}, 'expectedAt', ${ms('r.expected_at')},
  'of', r.conversation_id, 'withheld', ${withheldSql('r')})`

/** Requests of others that a conversation may speak of, as `guest`; `c` is the conversation's row. */
export const guestOfSql = `(SELECT array_agg(g.request_id) FROM request_guests g
  WHERE (g.channel, g.resident, g.ours) = (c.channel, c.resident, c.ours))`

/**
 * The conversation, others that its resident proved to be theirs (`person`; null: there are none), and requests that it
 * may speak of as theirs (`guestOf`): their number was sent to it at the resident's wish, or a form stated its address
 * and its owner agreed.
 */
export async function ownOf(
  sql: Sql,
  conversation: string,
  person: string | null,
  guestOf: readonly string[] | null,
): Promise<Own> {
  const own = [conversation, ...(guestOf ?? [])]
  if (person === null) return new Set(own)
  const rows = await sql.rows<{ id: string }>(ofPerson, [person])
  return new Set([...own, ...rows.map((row) => row.id)])
}
const ofPerson: Statement = {
  name: 'conversations-of-person-1',
  text: 'SELECT id FROM conversations WHERE person = $1',
}
