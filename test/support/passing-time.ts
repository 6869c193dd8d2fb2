/**
 * Time that passes only where a test says so, on a real ledger.
 * @module
 */
import type { OpenStore } from '../../src/store/index.ts'

/** Passes the time until `at`, with a sweep whenever something is due. Throws where nothing comes of one. */
export async function passTime(
  store: OpenStore,
  clock: { now(): number; set(at: number): void },
  sweep: () => Promise<void>,
  at: number,
): Promise<void> {
  for (;;) {
    const next = await nextDue(store)
    if (next === null || next > at) break
    clock.set(Math.max(next, clock.now()))
    await sweep()
    if ((await nextDue(store)) !== next) continue
    // It waits behind one that was lost again, and for no longer than that one does.
    const later = await nextDue(store, clock.now())
    if (later === null) throw new Error('what is due stays due')
    if (later > at) break
    clock.set(later)
    await sweep()
  }
  clock.set(Math.max(at, clock.now()))
}

/** When the next thing is due, or the next one later than `after`. */
async function nextDue(store: OpenStore, after = 0): Promise<number | null> {
  const [row] = await store.sql.rows<{ at: Date | null }>(
    {
      name: '',
      text: `SELECT coalesce(min(claimed_until) FILTER (WHERE state = 'doing' AND claimed_until > $1),
          min(due_at) FILTER (WHERE state = 'todo' AND due_at > $1)) AS at
        FROM effects WHERE state IN ('todo', 'doing') AND joined_into IS NULL`,
    },
    [new Date(after).toISOString()],
  )
  return row?.at?.getTime() ?? null
}
