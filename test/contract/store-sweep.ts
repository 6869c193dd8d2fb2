import { expect, test } from 'vitest'
import type { Bench } from './store.contract.ts'
import { create, effectIdOf, fresh, fromSomeone, recorder, reply, request, turnOf } from './store-records.ts'

const leaseMs = 30_000

export const sweepSuite = {
  title: 'sweep',
  tests(bench: Bench): void {
    const due = (olderThanMs: number, limit = 1000) => bench.store.due(bench.clock.now(), olderThanMs, limit)

    test('owes every message a turn, until it had it', async () => {
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      expect(await due(5000)).toEqual([])
      bench.clock.move(5000)
      expect(await due(5000)).toEqual([{ queue: 'intake', id: message.id }])
      // Another process that sweeps now has nothing to add.
      expect(await due(5000)).toEqual([])
      bench.clock.move(5000)
      expect(await due(5000)).toEqual([{ queue: 'intake', id: message.id }])
      await bench.store.turn({ kind: 'message', messageId: message.id }, recorder().decide)
      bench.clock.move(5000)
      expect(await due(5000)).toEqual([])
    })

    test('owes every effect to its queue, when it is due', async () => {
      const message = fromSomeone()
      const record = request()
      await bench.store.accept([message], bench.clock.now())
      const file = { id: effectIdOf(fresh()), kind: 'file', requestId: record.id } as const
      const amend = { id: effectIdOf(fresh()), kind: 'amend', requestId: record.id, change: 'added' } as const
      const said = reply(record.id)
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)], effects: [said, file, amend] }),
      )
      expect(await due(1000)).toEqual([])
      bench.clock.move(1000)
      expect(await due(1000)).toEqual([
        { queue: 'reply', id: said.id },
        { queue: 'file', id: file.id },
      ])
      await bench.store.claim(said.id, leaseMs)
      await bench.store.finish(said.id, { kind: 'suppressed', why: 'superseded' })
      await bench.store.claim(file.id, leaseMs)
      await bench.store.finish(file.id, {
        kind: 'filed',
        ref: { system: 'local', id: fresh(), number: null },
      })
      bench.clock.move(1000)
      expect(await due(1000)).toEqual([{ queue: 'file', id: amend.id }])
      await bench.store.claim(amend.id, leaseMs)
      bench.clock.move(leaseMs)
      expect(await due(1000)).toEqual([])
      bench.clock.move(1000)
      expect(await due(1000)).toEqual([{ queue: 'file', id: amend.id }])
      await bench.store.claim(amend.id, leaseMs)
      await bench.store.finish(amend.id, { kind: 'amended' })
      bench.clock.move(60_000)
      expect(await due(1000)).toEqual([])
    })

    test('hands out no more than it was asked for and loses none', async () => {
      const sent = Array.from({ length: 7 }, () => fromSomeone())
      await bench.store.accept(sent, bench.clock.now())
      bench.clock.move(1000)
      const found = [...(await due(1000, 3)), ...(await due(1000, 3)), ...(await due(1000, 3))]
      expect(found.map((d) => d.id).sort()).toEqual(sent.map((m) => m.id).sort())
    })
  },
}
