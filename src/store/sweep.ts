/**
 * What the ledger still owes. Looking marks a row as touched, so that one sweep in many processes adds it
 * once and a row that always fails does not stand in front of the others.
 * @module
 */
import type { QueueName, Store } from '../core/ports.ts'
import { ConversationId } from '../core/request.ts'
import { mayGoSql } from './claim.ts'
import type { Sql, Statement } from './ledger.ts'
import { at, parsed } from './rows.ts'

interface Due {
  readonly queue: QueueName
  readonly id: string
}

/** `due` and `idle` of the Store. */
export const makeSweep = (sql: Sql): Pick<Store, 'due' | 'idle'> => ({
  async due(now, olderThanMs, limit) {
    const found: Due[] = []
    for (const statement of [messages, effects, lapsed, media]) {
      if (found.length >= limit) break
      const values = [at(now), at(now - olderThanMs), limit - found.length]
      found.push(...(await sql.rows<Due>(statement, values)))
    }
    return found
  },
  async idle(before, limit) {
    const rows = await sql.rows<{ id: string }>(idle, [at(before), limit])
    return rows.map((row) => parsed(ConversationId, row.id, 'a conversation'))
  },
})

/** SKIP LOCKED: what another process is sweeping or working on right now is not owed. */
const pick = (table: string, where: string, order: string): string => `
    UPDATE ${table} SET touched_at = $1 WHERE id IN (
      SELECT e.id FROM ${table} e WHERE ${where} ORDER BY ${order} LIMIT $3 FOR UPDATE OF e SKIP LOCKED)`

const messages: Statement = {
  name: 'due-messages-1',
  text: `
    WITH d AS (${pick('messages', `e.state = 'new' AND e.touched_at <= $2`, 'e.touched_at, e.seq')}
    RETURNING id, seq)
    SELECT 'intake' AS queue, id FROM d ORDER BY seq`,
}
const media: Statement = {
  name: 'due-media-1',
  text: `
    WITH d AS (${pick('media', `e.state = 'waiting' AND e.due_at <= $2 AND e.touched_at <= $2`, 'e.due_at')}
    RETURNING id)
    SELECT 'media' AS queue, id FROM d`,
}
/** Version 1 wrote effects of kind `review`; one that runs beside us still may. */
const queueOf = `CASE kind WHEN 'amend' THEN 'file' WHEN 'prove' THEN 'reply' WHEN 'ask' THEN 'reply' ELSE kind END AS queue`
const effects: Statement = {
  name: 'due-effects-5',
  text: `
    WITH d AS (${pick(
      'effects',
      `e.state = 'todo' AND e.due_at <= $2 AND e.touched_at <= $2 AND e.kind <> 'review' AND ${mayGoSql}`,
      'e.due_at, e.seq',
    )}
    RETURNING id, kind, seq)
    SELECT ${queueOf}, id FROM d ORDER BY seq`,
}
const lapsed: Statement = {
  name: 'due-lapsed-5',
  text: `
    WITH d AS (${pick(
      'effects',
      `e.state = 'doing' AND e.claimed_until <= $2 AND e.touched_at <= $2 AND e.kind <> 'review' AND ${mayGoSql}`,
      'e.claimed_until, e.seq',
    )}
    RETURNING id, kind, seq)
    SELECT ${queueOf}, id FROM d ORDER BY seq`,
}
const idle: Statement = {
  name: 'idle-1',
  text: 'SELECT id FROM conversations WHERE open_drafts > 0 AND touched_at < $1 ORDER BY touched_at LIMIT $2',
}
