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

/** Which requests are the reader's own: those of these conversations, these themselves, or all. */
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

/**
 * The conversation, others that its resident proved to be theirs (`person`; null: there are none), and the requests
 * whose number was sent to it from another one at the resident's wish: who called and goes on by text message.
 */
export async function ownOf(sql: Sql, conversation: string, person: string | null): Promise<Own> {
  const rows = await sql.rows<{ id: string }>(ofReader, [conversation, person])
  return new Set([conversation, ...rows.map((row) => row.id)])
}
const ofReader: Statement = {
  name: 'own-of-reader-1',
  text: `
    SELECT id FROM conversations WHERE person = $2
    UNION ALL SELECT g.request_id FROM conversations c JOIN request_guests g USING (channel, resident, ours)
    WHERE c.id = $1`,
}
