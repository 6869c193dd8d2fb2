import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bookOf, seenForMs, tellEveryMs } from '../../src/edge/book.ts'
import type { Delivery } from '../../src/edge/delivery.ts'
import type { Kv } from '../../src/edge/runtime.ts'

/** A Durable Object's storage in memory; what a failing transaction wrote is taken back. */
function storage() {
  let rows = new Map<string, unknown>()
  const kv: Kv = {
    get: (key) => rows.get(key),
    put: (key, value) => void rows.set(key, structuredClone(value)),
    delete: (key) => rows.delete(key),
    list: ({ prefix, limit }) =>
      [...rows]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit),
  }
  return {
    kv,
    transactionSync<T>(change: () => T): T {
      const before = new Map(rows)
      try {
        return change()
      } catch (error) {
        rows = before
        throw error
      }
    },
    keys: () => [...rows.keys()],
  }
}

const delivery = (id: string, takenAt: number): Delivery => ({
  id,
  path: '/webhooks/twilio/sms',
  headers: {},
  body: new Uint8Array([1]),
  takenAt,
})

const step = fc.oneof(
  fc.record({ does: fc.constant('take' as const), id: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ does: fc.constantFrom('done' as const, 'bury' as const), id: fc.constant(0) }),
  fc.record({
    does: fc.constantFrom('replay' as const, 'forget' as const),
    id: fc.integer({ min: 1, max: 30 }),
  }),
  fc.record({ does: fc.constant('later' as const), ms: fc.integer({ min: 0, max: 3 * 24 * 3_600_000 }) }),
)

it('whatever happens, each delivery is in one place, nothing is lost, and the first taken is the first', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const kept = storage()
      const book = bookOf(kept)
      let now = 1_700_000_000_000
      /** Ids in the order of taking; places: waiting, dead, or gone since when. */
      const order: { id: string; is: 'waiting' | 'dead' | 'gone'; at: number }[] = []
      const current = (id: string) => order.findLast((one) => one.id === id)
      for (const one of steps) {
        if (one.does === 'later') {
          now += one.ms
          book.expire(now)
        } else if (one.does === 'take') {
          const id = String(one.id)
          const before = current(id)
          const fresh = book.take(delivery(id, now))
          if (before === undefined || before.is === 'gone') {
            // An id is known for a week after it was taken, and no delivery that is here is ever taken twice.
            if (before === undefined || now - before.at >= seenForMs * 2) expect(fresh).toBe(true)
            if (fresh) order.push({ id, is: 'waiting', at: now })
          } else expect(fresh).toBe(false)
        } else if (one.does === 'done' || one.does === 'bury') {
          const first = book.first()
          const expected = order.find(({ is }) => is === 'waiting')
          expect(first?.delivery.id).toBe(expected?.id)
          if (first === null || expected === undefined) continue
          if (one.does === 'done') book.done(first.seq)
          else book.bury(first, 403)
          expected.is = one.does === 'done' ? 'gone' : 'dead'
        } else {
          const found = current(String(one.id))
          const dead = found?.is === 'dead'
          expect(one.does === 'replay' ? book.revive(String(one.id)) : book.forget(String(one.id))).toBe(dead)
          if (found !== undefined && dead) found.is = one.does === 'replay' ? 'waiting' : 'gone'
        }
        const untold: string[] = []
        for (let dead = book.untold(now); dead !== null; dead = book.untold(now)) {
          untold.push(dead.delivery.id)
          book.told(dead.seq, now + tellEveryMs)
        }
        for (const id of untold) expect(current(id)?.is).toBe('dead')
        const here = order.filter(({ is }) => is !== 'gone').length
        expect(kept.keys().filter((key) => /^(wait|dead):/.test(key))).toHaveLength(here)
        expect(kept.keys().filter((key) => key.startsWith('tell:'))).toHaveLength(
          order.filter(({ is }) => is === 'dead').length,
        )
        expect(kept.keys().filter((k) => k.startsWith('seen:')).length).toBe(
          kept.keys().filter((k) => k.startsWith('age:')).length,
        )
        if (here > 0) expect(book.due(1)).not.toBeNull()
      }
    }),
    { numRuns: 400 },
  )
})
