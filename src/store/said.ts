/**
 * What the turn of a message decided to say, whether it was said by then or not.
 * @module
 */
import { z } from 'zod'
import type { Store } from '../core/ports.ts'
import { EffectId } from '../core/request.ts'
import { Effect } from '../core/turn.ts'
import type { Sql, Statement } from './ledger.ts'
import { factsSql, parsed, toFacts } from './rows.ts'

const Row = z.object({ id: EffectId.nullable(), payload: Effect.nullable(), facts: z.unknown() })

export const makeSaid = (sql: Sql): Pick<Store, 'said'> => ({
  async said(messageId) {
    const rows = parsed(z.array(Row), await sql.rows<unknown>(said, [messageId]), 'a reply')
    if (rows.length === 0) return null
    return rows.flatMap(({ id, payload, facts }) =>
      id !== null && payload?.kind === 'reply' ? [{ id, reply: payload.reply, facts: toFacts(facts) }] : [],
    )
  },
})

/** One row with nulls where the turn said nothing, none where there was no turn. */
const said: Statement = {
  name: 'said-3',
  text: `
    SELECT e.id, e.payload,
      (SELECT json_agg(${factsSql('e.conversation_id')}) FROM service_requests r
       WHERE r.id = ANY (ARRAY[e.request_id, e.payload #>> '{reply,speech,requestId}'] || ARRAY(
         SELECT jsonb_array_elements_text(coalesce(e.payload #> '{reply,speech,requestIds}', '[]'))))) AS facts
    FROM messages m LEFT JOIN effects e ON e.message_id = m.id AND e.kind = 'reply'
    WHERE m.id = $1 AND m.state = 'done' ORDER BY e.seq`,
}
