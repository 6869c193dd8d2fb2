import { expect, test } from 'vitest'
import type { Effect } from '../../src/core/turn.ts'
import type { Bench } from './store.contract.ts'
import { create, fromSomeone, reply, request, text, turnOf } from './store-records.ts'

const minuteMs = 60_000
const contact = { name: null, phone: null, email: 'resident@example.org' }

export const doorSuite = {
  title: 'doors',
  tests(bench: Bench): void {
    test('a cursor is held by one at a time, and goes on where it was kept', async () => {
      const { store } = bench
      expect(await store.hold('contract:a', minuteMs)).toEqual({ value: null })
      expect(await store.hold('contract:a', minuteMs)).toBe('held')
      expect(await store.hold('contract:b', minuteMs)).toEqual({ value: null })
      await store.keep('contract:a', '17')
      expect(await store.hold('contract:a', minuteMs)).toEqual({ value: '17' })
    })
    test('a cursor whose holder is gone is free again, as it was', async () => {
      const { store, clock } = bench
      await store.hold('contract:c', minuteMs)
      await store.keep('contract:c', '5')
      await store.hold('contract:c', minuteMs)
      clock.move(minuteMs)
      expect(await store.hold('contract:c', minuteMs)).toEqual({ value: '5' })
    })
    test('a cursor goes to one of many who ask at once', async () => {
      const held = await Promise.all(
        Array.from({ length: 8 }, () => bench.store.hold('contract:d', minuteMs)),
      )
      expect(held.filter((one) => one !== 'held')).toHaveLength(1)
    })

    test('says what a turn decided to say, in order, whatever became of it, and null before it', async () => {
      const { store, clock } = bench
      const message = fromSomeone()
      await store.accept([message], clock.now())
      expect(await store.said(message.id)).toBeNull()
      const record = request()
      const replies: Effect[] = [reply(record.id), reply(record.id)]
      await store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)], effects: replies }),
      )
      const said = await store.said(message.id)
      expect(said?.map((one) => one.id)).toEqual(replies.map((one) => one.id))
      expect(said?.[0]?.facts.get(record.id)?.reference).toMatch(/^BOS-/)
      const first = replies[0]?.id ?? 'eff_none0000'
      await store.claim(first, minuteMs)
      await store.finish(first, {
        kind: 'replied',
        text: 'Hi',
        receipt: { providerId: first, status: 'said', rank: 0 },
      })
      expect(await store.said(message.id)).toEqual(said)
    })
    test('says nothing of a turn that decided to be silent', async () => {
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () => turnOf({}))
      expect(await bench.store.said(message.id)).toEqual([])
    })

    test('a claim brings the contact of the form and the message that is answered', async () => {
      const { store, clock } = bench
      const stated = {
        service_code: null,
        address: null,
        attributes: {},
        contact,
        language: null,
        final: false,
      }
      const [plain, form] = [fromSomeone(), fromSomeone({ stated, raw: { Subject: 'hole' } })]
      const claims = []
      for (const message of [plain, form]) {
        const record = request({ message_ids: [message.id] })
        const effect = reply(record.id)
        await store.accept([message], clock.now())
        await store.turn({ kind: 'message', messageId: message.id }, async () =>
          turnOf({ writes: [create(record)], effects: [effect] }),
        )
        claims.push(await store.claim(effect.id, minuteMs))
      }
      expect(claims).toMatchObject([
        { contact: null, answering: { providerId: plain.providerId } },
        { contact, answering: { providerId: form.providerId, raw: { Subject: 'hole' } } },
      ])
    })
    test('a reply that answers no message answers the last one of its request', async () => {
      const { store, clock } = bench
      const message = text({ from: fromSomeone().from })
      const record = request({ message_ids: [message.id] })
      await store.accept([message], clock.now())
      await store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)] }),
      )
      const effect = reply(record.id)
      const update = {
        requestId: record.id,
        ref: { system: 'local', id: 'none', number: null },
        status: 'closed' as const,
        notes: null,
        changedAt: clock.now(),
      }
      await store.turn({ kind: 'update', update }, async () => turnOf({ effects: [effect] }))
      expect(await store.claim(effect.id, minuteMs)).toMatchObject({
        answering: { providerId: message.providerId },
      })
    })
  },
}
