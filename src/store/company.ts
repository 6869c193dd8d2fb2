/**
 * What a claimed reply is held against that no message asked for, and its going out together with others.
 * @module
 */
import { z } from 'zod'
import type { Store } from '../core/ports.ts'
import { EffectId, RequestId } from '../core/request.ts'
import { Effect } from '../core/turn.ts'
import { factsSql, toFacts } from './facts.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at, ms, parsed } from './rows.ts'

const Row = z.object({
  held_since: z.number().nullable(),
  heard_at: z.number().nullable(),
  said_today: z.int(),
  waiting: z
    .array(
      z.object({
        id: EffectId,
        requestId: RequestId.nullable(),
        payload: z.unknown(),
        dueAt: z.number(),
        before: z.boolean(),
        uncertain: z.boolean(),
        joined: z.boolean(),
      }),
    )
    .nullable(),
})
const Joined = z.object({ joined: z.array(EffectId).nullable(), facts: z.unknown() })

/** `company` and `join` of the Store. */
export const makeCompany = (sql: Sql, settings: Settings): Pick<Store, 'company' | 'join'> => ({
  async company(id, dayStart) {
    const [found] = await sql.rows<unknown>(company, [id, at(dayStart)])
    if (found === undefined) return null
    const row = parsed(Row, found, 'a reply')
    return {
      heldSince: row.held_since,
      heardAt: row.heard_at,
      saidToday: row.said_today,
      // One that cannot be read is buried by its own claim; it harms nobody else.
      waiting: (row.waiting ?? []).flatMap(({ payload, ...rest }) => {
        const effect = Effect.safeParse(payload).data
        return effect?.kind === 'reply' ? [{ ...rest, reply: effect.reply }] : []
      }),
    }
  },
  async join(into, ids) {
    const [found] = await sql.rows<unknown>(join, [into, ids, at(settings.clock.now())])
    const row = parsed(Joined, found, 'a reply')
    return { joined: row.joined ?? [], facts: toFacts(row.facts, 'all') }
  },
})

/** So many are looked at; those behind them come up when these are said. */
const atMost = 30

const company: Statement = {
  name: 'effect-company-1',
  text: `
    SELECT ${ms('e.held_since')} AS held_since, ${ms('c.heard_at')} AS heard_at,
      -- To the resident, whichever of our addresses they wrote to.
      (SELECT count(*)::int FROM conversations k JOIN effects s ON s.conversation_id = k.id
       WHERE (k.channel, k.resident) = (c.channel, c.resident) AND s.unasked AND s.ended_at >= $2) AS said_today,
      (SELECT json_agg(w.view ORDER BY w.seq) FROM (
         SELECT w.seq, json_build_object('id', w.id, 'requestId', w.request_id, 'payload', w.payload,
           'dueAt', ${ms('w.due_at')}, 'before', w.seq < e.seq, 'uncertain', w.uncertain,
           'joined', w.joined_into IS NOT NULL) AS view
         FROM effects w
         WHERE w.conversation_id = e.conversation_id AND w.kind = 'reply' AND w.state IN ('todo', 'doing')
           AND w.state = 'todo' AND w.message_id IS NULL AND w.id <> e.id
           AND (w.joined_into IS NULL OR w.joined_into = e.id)
         ORDER BY w.seq LIMIT ${atMost}) w) AS waiting
    FROM effects e JOIN conversations c ON c.id = e.conversation_id WHERE e.id = $1`,
}

const join: Statement = {
  name: 'effect-join-3',
  text: `
    WITH j AS (
      UPDATE effects j SET joined_into = $1, touched_at = $3
      WHERE j.id = ANY ($2::text[]) AND j.state = 'todo' AND coalesce(j.joined_into, $1) = $1
        AND EXISTS (SELECT 1 FROM effects e WHERE e.id = $1 AND e.state = 'doing')
      RETURNING j.id, j.seq, j.payload)
    SELECT (SELECT json_agg(id ORDER BY seq) FROM j) AS joined,
      (SELECT json_agg(${factsSql}) FROM service_requests r WHERE r.id = ANY (ARRAY(
         SELECT payload #>> '{reply,speech,requestId}' FROM j
         UNION SELECT jsonb_array_elements_text(coalesce(payload #> '{reply,speech,requestIds}', '[]')) FROM j))) AS facts`,
}

/**
 * For a WITH over an effect `e` that has ended and was not said, at time $2: what was to go out with it stands alone
 * again.
 */
export const releasedSql = `
    released AS (
      UPDATE effects f SET joined_into = NULL, due_at = $2
      FROM e WHERE f.joined_into = e.id AND f.state = 'todo' AND e.state IN ('dead', 'suppressed'))`
