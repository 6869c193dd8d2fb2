import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestRedis } from '../support/redis.ts'
import { testRedis } from '../support/redis.ts'
import { until } from '../support/until.ts'
import type { Text } from './stories.ts'
import { stories } from './stories.ts'
import type { TwoOfEach } from './two-of-each.ts'
import { accepted, heard, placesOf, repliesOf, said, send, sendToBoth, twoOfEach } from './two-of-each.ts'

const residents = 24
/** Per resident, each with a correction. */
const reports = 5
/** So many messages of a resident are over before one of each is killed. */
const calm = 5
const all = residents * reports * 2
/** How many replies one worker has under way at most. */
const repliesAtOnce = 12
/** How long Twilio takes over the replies that a worker dies with. Milliseconds; less than we wait for it. */
const slowMs = 5_000
/** Claims of the dead lapse after half a minute, and a sweep finds them. Milliseconds. */
const aftermathMs = 100_000

describe('two gateways and two workers on one PostgreSQL and one Redis', () => {
  const told = stories(residents, reports)
  let redis: TestRedis
  let on: TwoOfEach
  beforeAll(async () => {
    redis = await testRedis()
    on = await twoOfEach(redis.url)
  })
  afterAll(async () => {
    await on?.[Symbol.asyncDispose]()
    await redis?.remove()
  })
  /** All residents at once, each one message after the other. */
  const tell = (from: number, to: number, one: (text: Text, i: number) => Promise<void>): Promise<unknown> =>
    Promise.all(
      told.map(async ({ texts }) => {
        for (const [i, text] of texts.slice(from, to).entries()) await one(text, i)
      }),
    )

  it('share the work, and take once what comes to both', async () => {
    const count = residents * calm
    await tell(0, calm, async (text, i) => {
      if (i === 0) {
        expect(await sendToBoth(on, text)).toEqual([200, 200])
        return
      }
      const gateway = await send(on, text)
      const [other = gateway] = on.gateways.filter((g) => g !== gateway)
      const again = await on.through(other, (player) => player.redeliver(text.sid))
      expect(again.status).toBe(200)
    })
    await until(() => accepted(on.gateways, 'messages') >= 2 * count)
    await until(() => said(on.workers, 'turn.taken') >= count && said(on.workers, 'reply.sent') >= count)

    expect(accepted(on.gateways, 'fresh')).toBe(count)
    for (const gateway of on.gateways)
      expect(accepted([gateway], 'fresh')).toBeGreaterThanOrEqual((count - residents) / 2)
    expect(said(on.workers, 'turn.taken')).toBe(count)
    expect(said(on.workers, 'reply.sent')).toBe(count)
    for (const worker of on.workers) {
      expect(said([worker], 'turn.taken')).toBeGreaterThan(count / 20)
      expect(said([worker], 'reply.sent')).toBeGreaterThan(count / 20)
    }
  })

  it('keep every conversation in order', async () => {
    // Twilio's ids of the last ones may still have to be written down.
    await until(async () => (await repliesUnderWay()) === 0)
    const replies = await repliesOf(on)
    for (const { phone, texts } of told) {
      const own = replies.filter((reply) => reply.resident === phone)
      expect(own.map((reply) => reply.sid)).toEqual(texts.slice(0, calm).map((text) => text.sid))
      expect(heard(on, phone)).toEqual(own.map((reply) => reply.reply))
    }
  })

  it('lose one of each without losing a message or filing one twice', {
    timeout: aftermathMs + 30_000,
  }, async () => {
    const [gateway] = on.gateways
    const [worker] = on.workers
    on.player.fault({ kind: 'slow', ms: slowMs }, 2 * repliesAtOnce)
    await tell(calm, calm + 1, async (text) => void (await send(on, text)))
    // More than one worker can hold, so that each of the two holds some.
    await until(async () => (await repliesUnderWay()) > repliesAtOnce)
    let taken = 0
    let killed: Promise<unknown> = Promise.resolve()
    await tell(calm + 1, 2 * reports, async (text) => {
      await send(on, text)
      taken += 1
      if (taken === residents) killed = Promise.all([gateway.kill(), worker.kill()])
    })
    await killed
    await until(async () => (await on.owed()) === 0, aftermathMs)

    expect(await on.counts()).toEqual({
      messages: all,
      waiting: 0,
      requests: all / 2,
      filed: all / 2,
      reported: all,
      cases: all / 2,
      requestsWithCase: all / 2,
      known: all / 2,
      dead: 0,
      answered: all,
    })
    const [replies, places] = [await repliesOf(on), await placesOf(on)]
    for (const { phone, texts, addresses } of told) {
      const own = replies.filter((reply) => reply.resident === phone)
      expect(own.map((reply) => reply.sid)).toEqual(texts.map((text) => text.sid))
      // What was under way in the dead is taken up before anything behind it goes out.
      const ids = new Set(own.map((reply) => reply.reply))
      expect(heard(on, phone).filter((sid) => ids.has(sid))).toEqual([...ids])
      const where = places.filter((place) => place.resident === phone)
      expect(where.map((place) => place.address)).toEqual(addresses)
      expect(where.map((place) => place.filed)).toEqual(addresses)
    }
    const orphans = replies.filter((reply) => reply.tries > 1).length
    expect(orphans).toBeGreaterThan(0)
    expect(orphans).toBeLessThanOrEqual(repliesAtOnce)
    const sent = told.flatMap(({ phone }) => heard(on, phone)).length
    expect(sent - all).toBeLessThanOrEqual(orphans)
  })

  it('stop cleanly when they are asked to', async () => {
    const left = [on.gateways[1], on.workers[1]]
    expect(await Promise.all(left.map((role) => role.stop()))).toEqual([0, 0])
  })
  const repliesUnderWay = async (): Promise<number> =>
    (await on.rows("SELECT 1 FROM effects WHERE kind = 'reply' AND state = 'doing'")).length
})
