import { expect, test } from 'vitest'
import type { NewServiceRequest } from '../../src/core/request.ts'
import type { Bench } from './store.contract.ts'
import { create, fromSomeone, place, request, turnOf } from './store-records.ts'

export const publicSuite = {
  title: 'public view',
  tests(bench: Bench): void {
    const make = async (more: Partial<NewServiceRequest> = {}) => {
      const message = fromSomeone()
      const record = request(more)
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)] }),
      )
      bench.clock.move(60_000)
      return record.id
    }
    const list = async (filter: Partial<Parameters<Bench['store']['requests']>[0]>) =>
      (await bench.store.requests({ page: 1, pageSize: 100, ...filter })).map((r) => r.request.id)

    test('shows requests newest first, page by page', async () => {
      const from = bench.clock.now()
      const made = [await make(), await make(), await make()].toReversed()
      expect(await list({ from })).toEqual(made)
      expect(await list({ from, pageSize: 2 })).toEqual(made.slice(0, 2))
      expect(await list({ from, pageSize: 2, page: 2 })).toEqual(made.slice(2))
      expect(await list({ from, to: from })).toEqual(made.slice(2))
      expect(await list({ updatedFrom: from + 60_000, updatedTo: from + 60_000 })).toEqual(made.slice(1, 2))
    })

    test('filters by number, service and status', async () => {
      const from = bench.clock.now()
      const [a, b, c] = [await make(), await make({ service_code: 'heat' }), await make({ state: 'closed' })]
      const reference = (await bench.store.request(b))?.request.reference ?? ''
      expect(await list({ ids: [a, reference, 'nothing'] })).toEqual([b, a])
      expect(await list({ ids: [] })).toEqual([])
      expect(await list({ from, codes: ['heat'] })).toEqual([b])
      expect(await list({ from, codes: [] })).toEqual([])
      expect(await list({ from, status: ['closed'] })).toEqual([c])
      expect(await list({ from, status: ['open', 'closed'] })).toEqual([c, b, a])
      expect(await bench.store.request('BOS-0000-0000')).toBeNull()
    })

    test('withholds words and places where they are nobody’s business', async () => {
      const cases: readonly Partial<NewServiceRequest>[] = [
        { service_code: 'heat' },
        { service_code: 'not-in-the-catalogue' },
        { service_code: null, state: 'review' },
        { safety: 'crisis', state: 'review' },
        { state: 'cancelled' },
        { state: 'refused' },
      ]
      for (const more of cases) {
        const seen = await bench.store.request(await make({ ...more, attributes: { unit: '4' } }))
        expect(seen).toMatchObject({
          photoIds: [],
          request: { description: '', place: null, location: null, attributes: {}, media_ids: [] },
        })
      }
      expect((await bench.store.request(await make()))?.request).toMatchObject({
        description: 'pothole',
        place,
      })
    })

    test('takes numbers and addresses of people out of their words', async () => {
      const id = await make({
        description: 'pothole at 12 Main St, call 617-555-0123 or a.b@example.com',
        attributes: { when: 'ask 6175550123' },
      })
      expect((await bench.store.request(id))?.request).toMatchObject({
        description: 'pothole at 12 Main St, call [number removed] or [e-mail removed]',
        attributes: { when: 'ask [number removed]' },
      })
    })
  },
}
