import { expect, test } from 'vitest'
import type { Bench } from './store.contract.ts'
import { create, fresh, fromSomeone, reply, request, turnOf } from './store-records.ts'

const dayMs = 86_400_000

export const keptSuite = {
  title: 'what is kept, and what is counted',
  tests(bench: Bench): void {
    const post = async () => {
      const media = [
        { id: `med_${fresh()}` as const, url: 'https://example.test/a', announcedType: 'image/jpeg' },
      ]
      const message = fromSomeone({ channel: 'social', providerId: `post-${fresh()}`, media })
      await bench.store.accept([message], bench.clock.now())
      await bench.store.mediaFailed(
        media[0]?.id ?? 'med_00000000',
        'provider-refused',
        true,
        bench.clock.now(),
      )
      return message
    }
    const row = async (after = '') => bench.store.kept('social', after, 500)

    test('lists posts that are kept, in order, and goes on where it ended', async () => {
      const [first, second] = [await post(), await post()]
      const all = await row()
      expect(all.slice(-2).map(({ id }) => id)).toEqual([first.id, second.id])
      expect(all.at(-1)).toMatchObject({ providerId: second.providerId, receivedAt: bench.clock.now() })
      expect((await row(all.at(-2)?.at)).map(({ id }) => id)).toEqual([second.id])
      expect(await bench.store.kept('bluesky', '', 500)).toEqual([])
    })

    test('a deleted post is emptied, has no turn, and nobody answers it; what was filed stays', async () => {
      const before = await post()
      const filed = request({ message_ids: [before.id], description: 'pothole, as it was told' })
      const said = reply(filed.id)
      const subject = { kind: 'message', messageId: before.id } as const
      await bench.store.turn(subject, async () => turnOf({ writes: [create(filed)], effects: [said] }))
      const unread = await post()
      await bench.store.withdraw([before.id, unread.id], 'deleted')
      expect((await row()).map(({ id }) => id)).not.toContain(before.id)
      expect(await bench.store.claim(said.id, 1_000)).toBeNull()
      const outcome = await bench.store.turn({ kind: 'message', messageId: unread.id }, async () => {
        throw new Error('it has no turn')
      })
      expect(outcome).toEqual({ outcome: 'nothing' })
      expect((await bench.store.request(filed.id))?.request.description).toBe('pothole, as it was told')
      expect((await bench.store.history(filed.id)).map(({ what }) => what)).toContain('post deleted')
      await bench.store.withdraw([before.id], 'deleted')
      expect(
        (await bench.store.history(filed.id)).filter(({ what }) => what === 'post deleted'),
      ).toHaveLength(1)
    })

    test('an old post is emptied once it had its turn, and its replies go out', async () => {
      const message = await post()
      await bench.store.withdraw([message.id], 'aged')
      expect((await row()).map(({ id }) => id)).toContain(message.id)
      const said = reply(null)
      const subject = { kind: 'message', messageId: message.id } as const
      await bench.store.turn(subject, async () => turnOf({ effects: [said] }))
      await bench.store.withdraw([message.id], 'aged')
      expect((await row()).map(({ id }) => id)).not.toContain(message.id)
      expect(await bench.store.claim(said.id, 1_000)).toMatchObject({
        messageId: message.id,
        answering: { raw: { emptied: 'aged' } },
      })
    })

    test('what was taken from a post that is gone goes, and the own words stay for the turn', async () => {
      const media = [
        { id: `med_${fresh()}` as const, url: 'https://example.test/theirs', announcedType: 'image/jpeg' },
      ]
      const borrowed = { post: 'theirs', author: 'a neighbor', files: 1 }
      const message = fromSomeone({
        channel: 'social',
        providerId: `post-${fresh()}`,
        text: 'please fix this\na pothole',
        media,
        raw: { via: 'post', own: 'please fix this', borrowed, includes: { tweets: [{ text: 'a pothole' }] } },
      })
      await bench.store.accept([message], bench.clock.now())
      expect((await row()).at(-1)).toMatchObject({ id: message.id, source: 'theirs' })
      await bench.store.withdraw([message.id], 'source-deleted')
      await bench.store.withdraw([message.id], 'source-deleted')
      expect((await row()).at(-1)).toMatchObject({ id: message.id, source: null })
      expect(await bench.store.mediaOf(message.id)).toEqual([])
      let read: unknown = null
      await bench.store.turn({ kind: 'message', messageId: message.id }, async ({ message: now }) => {
        read = { text: now?.text, media: now?.media, raw: now?.raw }
        return turnOf({})
      })
      expect(read).toEqual({
        text: 'please fix this',
        media: [],
        raw: { via: 'post', borrowed: { files: 1 } },
      })
    })

    test('counts up to a limit, for all together, by period', async () => {
      const name = `money-${fresh()}`
      const add = (amount: number, most: number | null = 10, period = '2026-11-21') =>
        bench.store.add(name, period, amount, most)
      const tries = await Promise.all(Array.from({ length: 8 }, () => add(3)))
      expect(tries.filter(({ added }) => added)).toHaveLength(3)
      expect(await add(2)).toEqual({ added: false, total: 9 })
      expect(await add(1)).toEqual({ added: true, total: 10 })
      expect(await add(-4, null)).toEqual({ added: true, total: 6 })
      expect(await add(11, 10, '2026-11-22')).toEqual({ added: false, total: 0 })
      bench.clock.move(41 * dayMs)
      await bench.store.add(`other-${fresh()}`, '2027-01-01', 1, null)
      expect(await add(0, null)).toEqual({ added: true, total: 0 })
    })
  },
}
