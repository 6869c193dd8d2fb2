/**
 * What the turn of a message decided to say, whether it was said by then or not.
 * @module
 */
import { z } from 'zod'
import type { Store } from '../core/ports.ts'
import { EffectId } from '../core/request.ts'
import { Effect } from '../core/turn.ts'
import { factsSql, guestOfSql, ownOf, toFacts } from './facts.ts'
import type { Sql, Statement } from './ledger.ts'
import { parsed } from './rows.ts'

const Row = z.object({
  id: EffectId.nullable(),
  payload: Effect.nullable(),
  opted_out: z.boolean(),
  facts: z.unknown(),
  conversation: z.string().nullable(),
  person: z.string().nullable(),
  guest_of: z.array(z.string()).nullable(),
})

export const makeSaid = (sql: Sql): Pick<Store, 'said'> => ({
  async said(messageId) {
    const rows = parsed(z.array(Row), await sql.rows<unknown>(said, [messageId]), 'a reply')
    if (rows.length === 0) return null
    const [first] = rows
    const own = await ownOf(sql, first?.conversation ?? '', first?.person ?? null, first?.guest_of ?? null)
    return rows.flatMap(({ id, payload, opted_out, facts }) =>
      id !== null && payload?.kind === 'reply'
        ? [
            {
              id,
              reply: payload.reply,
              facts: toFacts(facts, own),
              ...(payload.elsewhere !== undefined && {
                elsewhere: { ...payload.elsewhere, optedOut: opted_out },
              }),
            },
          ]
        : [],
    )
  },
})

/** One row with nulls where the turn said nothing, none where there was no turn. */
const said: Statement = {
  name: 'said-7',
  text: `
    SELECT e.id, e.payload, c.id AS conversation, c.person,
      ${guestOfSql} AS guest_of,
      EXISTS (SELECT 1 FROM consents s WHERE s.wish = 'out' AND (s.channel, s.resident, s.ours) = (
        e.payload #>> '{elsewhere,channel}', e.payload #>> '{elsewhere,resident}', e.payload #>> '{elsewhere,ours}'))
        AS opted_out,
      (SELECT json_agg(${factsSql}) FROM service_requests r
       WHERE r.id = ANY (ARRAY[e.request_id, e.payload #>> '{reply,speech,requestId}'] || ARRAY(
         SELECT jsonb_array_elements_text(coalesce(e.payload #> '{reply,speech,requestIds}', '[]'))))) AS facts
    FROM messages m LEFT JOIN effects e ON e.message_id = m.id AND e.kind = 'reply'
    LEFT JOIN conversations c ON c.id = e.conversation_id
    WHERE m.id = $1 AND m.state = 'done' ORDER BY e.seq`,
}
