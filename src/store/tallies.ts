/**
 * Counts that all processes share.
 * @module
 */
import type { Tally } from '../core/ports.ts'
import type { Sql, Statement } from './ledger.ts'
import type { Settings } from './options.ts'
import { at } from './rows.ts'

const keptMs = 40 * 86_400_000

export const makeTallies = (sql: Sql, settings: Settings): Tally => ({
  async add(name, period, amount, most) {
    const now = settings.clock.now()
    const [row] = await sql.rows<{ total: string }>(add, [
      name,
      period,
      amount,
      most,
      at(now),
      at(now - keptMs),
    ])
    if (row !== undefined) return { added: true, total: Number(row.total) }
    const [is] = await sql.rows<{ total: string }>(read, [name, period])
    return { added: false, total: Number(is?.total ?? 0) }
  },
})

/** The row's own lock decides between two that want the last of it. */
const add: Statement = {
  name: 'tally-add-1',
  text: `
    WITH old AS (DELETE FROM tallies WHERE touched_at < $6)
    INSERT INTO tallies AS t (name, period, total, touched_at)
    SELECT $1, $2, $3::bigint, $5 WHERE $4::bigint IS NULL OR $3::bigint <= $4::bigint
    ON CONFLICT (name, period) DO UPDATE SET total = t.total + excluded.total, touched_at = excluded.touched_at
    WHERE $4::bigint IS NULL OR t.total + excluded.total <= $4::bigint
    RETURNING total`,
}
const read: Statement = {
  name: 'tally-read-1',
  text: 'SELECT total FROM tallies WHERE name = $1 AND period = $2',
}
