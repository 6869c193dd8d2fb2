/**
 * Where reading from a provider goes on. One process at a time holds a cursor.
 * @module
 */
import type { Store } from '../core/ports.ts'
import { wellFormed } from './json.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at } from './rows.ts'

export const makeCursors = (sql: Sql, settings: Settings): Pick<Store, 'hold' | 'keep'> => ({
  async hold(cursor, leaseMs) {
    const now = settings.clock.now()
    const [row] = await sql.rows<{ value: string | null }>(hold, [cursor, at(now), at(now + leaseMs)])
    return row === undefined ? 'held' : { value: row.value }
  },
  async keep(cursor, value) {
    await sql.rows(keep, [cursor, value === null ? null : wellFormed(value)])
  },
})

const hold: Statement = {
  name: 'cursor-hold-1',
  text: `
    INSERT INTO cursors AS c (name, held_until) VALUES ($1, $3)
    ON CONFLICT (name) DO UPDATE SET held_until = excluded.held_until
    WHERE c.held_until IS NULL OR c.held_until <= $2::timestamptz
    RETURNING value`,
}
const keep: Statement = {
  name: 'cursor-keep-1',
  text: 'UPDATE cursors SET value = $2, held_until = NULL WHERE name = $1',
}
