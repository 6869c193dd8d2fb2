import { abortAllDurableObjects, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seenForMs, tellEveryMs } from '../../../src/edge/book.ts'
import type { Delivery } from '../../../src/edge/delivery.ts'
import type { LineCalls } from '../../../src/edge/line.ts'
import { troubledTries } from '../../../src/edge/verdict.ts'
import {
  deadLetters,
  gateway,
  keysOf,
  logged,
  nobody,
  type Played,
  patience,
  saying,
  sms,
} from './harness.ts'

beforeEach(() => void logged())
afterEach(async () => {
  vi.useRealTimers()
  await reset()
  vi.restoreAllMocks()
})

const delivery = (id: string): Delivery => ({
  id,
  path: `${sms}?a=1`,
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'abc=' },
  body: new TextEncoder().encode(`Body=${id}`),
  takenAt: Date.now(),
})
async function lineWith(...ids: readonly string[]) {
  const line = env.LINE.getByName('a line')
  for (const id of ids) expect(await line.take(delivery(id))).toBe(true)
  return line
}
const alarmOf = (line: LineCalls) => runInDurableObject(line, (_, { storage }) => storage.getAlarm())
/** The time that has passed, as far as the Worker can tell. */
function later(ms: number): void {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(now + ms)
}

describe('a line', () => {
  it('hands on in the order of taking, one at a time', async () => {
    let under = 0
    const { bodies } = gateway(async () => {
      under += 1
      expect(under).toBe(1)
      await Promise.resolve()
      under -= 1
      return new Response(null, { status: 204 })
    })
    const ids = Array.from({ length: 12 }, (_, index) => String(index))
    const line = await lineWith(...ids)
    expect(await Promise.all([line.run(), line.run(), line.run()])).toEqual(Array(3).fill({ state: 'empty' }))
    expect(bodies()).toEqual(ids)
  })

  it.each<Played>([['does not answer', nobody], ...saying(408, 425, 429, 502, 503, 504, 521, 530)])(
    'keeps everything in its place while the gateway %s, however long',
    async (_what, away) => {
      const { bodies } = gateway(away)
      const line = await lineWith('a', 'b')
      for (let tries = 0; tries < troubledTries + 2; tries += 1) {
        expect(await runDurableObjectAlarm(line)).toBe(true)
      }
      expect(new Set(bodies())).toEqual(new Set(['a']))
      const back = gateway()
      await runDurableObjectAlarm(line)
      expect(back.bodies()).toEqual(['a', 'b'])
    },
  )

  it('waits longer from try to try, and asks nobody before its time', async () => {
    const { posted } = gateway(nobody)
    const line = await lineWith('a')
    const pauses: number[] = []
    for (let tries = 0; tries < 9; tries += 1) {
      const ran = await line.run()
      if (ran.state !== 'waiting') throw new Error('it is not waiting')
      pauses.push(ran.afterMs)
      expect(await line.run()).toMatchObject({ state: 'waiting' })
      expect(posted).toHaveLength(tries + 1)
      later(ran.afterMs)
    }
    expect(pauses[0]).toBeLessThanOrEqual(1_000)
    expect(pauses.slice(0, 7)).toEqual(pauses.slice(0, 7).toSorted((a, b) => a - b))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(120_000)
  })

  it("keeps to the gateway's Retry-After", async () => {
    gateway(() => new Response(null, { status: 429, headers: { 'retry-after': '77' } }))
    const line = await lineWith('a')
    expect(await line.run()).toEqual({ state: 'waiting', afterMs: 77_000 })
  })

  it('lets nothing overtake what comes while it waits', async () => {
    gateway(nobody)
    const line = await lineWith('a')
    await line.run()
    await line.take(delivery('b'))
    const { bodies } = gateway()
    expect(await line.run()).toMatchObject({ state: 'waiting' })
    expect(bodies()).toEqual([])
    later(2_000)
    expect(await line.run()).toEqual({ state: 'empty' })
    expect(bodies()).toEqual(['a', 'b'])
  })

  it('wakes itself where no queue does', async () => {
    const { bodies } = gateway()
    const line = await lineWith('a', 'b')
    const at = (await alarmOf(line)) ?? 0
    expect(at).toBeGreaterThan(Date.now())
    expect(at).toBeLessThanOrEqual(Date.now() + 30_000)
    later(5_000)
    await line.take(delivery('c'))
    // What comes behind does not put it off.
    expect(await alarmOf(line)).toBe(at)
    await runDurableObjectAlarm(line)
    expect(bodies()).toEqual(['a', 'b', 'c'])
  })

  it('goes on where it was after its process was lost', async () => {
    gateway(nobody)
    const line = await lineWith('a', 'b')
    await line.run()
    await abortAllDurableObjects()
    const { bodies } = gateway()
    const again = env.LINE.getByName('a line')
    expect(await again.take(delivery('a'))).toBe(false)
    await runDurableObjectAlarm(again)
    expect(bodies()).toEqual(['a', 'b'])
  })

  it('takes fifty at once, and who asked asks again for the rest', async () => {
    const { posted } = gateway()
    const line = await lineWith(...Array.from({ length: 103 }, (_, index) => String(index)))
    expect(await line.run()).toEqual({ state: 'waiting', afterMs: 0 })
    expect(posted).toHaveLength(50)
    expect(await line.run()).toEqual({ state: 'waiting', afterMs: 0 })
    expect(await line.run()).toEqual({ state: 'empty' })
    expect(posted).toHaveLength(103)
  })

  it('wakes itself for the rest, as often as it takes', async () => {
    const { posted } = gateway()
    const line = await lineWith(...Array.from({ length: 103 }, (_, index) => String(index)))
    await runDurableObjectAlarm(line)
    await vi.waitFor(() => expect(posted).toHaveLength(103), patience)
    // Its alarm has come to its end: what is left is a week away.
    await vi.waitFor(async () => expect(await alarmOf(line)).toBeGreaterThan(Date.now() + 60_000), patience)
  })

  it('forgets a body once the gateway has it, an id after a week, and then everything', async () => {
    gateway()
    const line = await lineWith('a', 'b')
    await line.run()
    expect((await keysOf(line)).filter((key) => /^(wait|dead)/.test(key))).toEqual([])
    expect(await line.take(delivery('a'))).toBe(false)
    later(seenForMs - 60_000)
    await runDurableObjectAlarm(line)
    expect(await line.take(delivery('a'))).toBe(false)
    later(120_000)
    await runDurableObjectAlarm(line)
    expect([await keysOf(line), await alarmOf(line)]).toEqual([[], null])
    expect(await line.take(delivery('a'))).toBe(true)
    await line.run()
  })

  it('that fails itself looks again, and loses nothing', async () => {
    gateway()
    const line = await lineWith('a')
    await runInDurableObject(line, (_, { storage }) => {
      storage.kv.put('pause', 'not what we wrote')
    })
    expect(await runDurableObjectAlarm(line)).toBe(true)
    expect(await alarmOf(line)).toBeGreaterThan(Date.now())
    await runInDurableObject(line, (_, { storage }) => void storage.kv.delete('pause'))
    await runDurableObjectAlarm(line)
    expect((await keysOf(line)).filter((key) => key.startsWith('wait:'))).toEqual([])
  })

  it('keeps what it has where the origin is not set up', async () => {
    const { posted } = gateway()
    const line = await lineWith('a')
    await runInDurableObject(line, (inside) => {
      const object = inside as unknown as { env: object }
      object.env = { ...object.env, ORIGIN: undefined }
    })
    expect(await line.run()).toMatchObject({ state: 'waiting' })
    expect(posted).toEqual([])
  })
})

describe('a delivery that the gateway refuses', () => {
  const refusing = (status: number) =>
    gateway(({ text }) => new Response('no', { status: text === 'Body=b' ? status : 200 }))

  it.each([400, 403, 404, 413])(
    'for good with %i is told of by its ids, and the next one goes on',
    async (status) => {
      const { bodies } = refusing(status)
      const line = await lineWith('a', 'b', 'c')
      const dead = await deadLetters(line)
      expect(await line.run()).toEqual({ state: 'empty' })
      expect(bodies()).toEqual(['a', 'b', 'c'])
      expect(dead).toEqual([
        {
          line: line.id.toString(),
          delivery: 'b',
          do: 'replay',
          status,
          path: sms,
          takenAt: expect.any(String),
        },
      ])
    },
  )

  it('is replayed from its line, byte for byte, and once', async () => {
    refusing(403)
    const line = await lineWith('b')
    await deadLetters(line)
    await line.run()
    await line.take(delivery('c'))
    const { posted, bodies } = gateway()
    expect([await line.replay('b'), await line.replay('b'), await line.replay('c')]).toEqual([
      true,
      false,
      false,
    ])
    expect(await line.run()).toEqual({ state: 'empty' })
    // Its old place was before c.
    expect(bodies()).toEqual(['b', 'c'])
    expect(posted[0]?.url).toBe(`http://gateway.test${sms}?a=1`)
    expect(posted[0]?.headers.get('x-twilio-signature')).toBe('abc=')
    // Followed, a redirect would turn it into a GET somewhere else.
    expect(posted[0]?.redirect).toBe('manual')
    expect(await line.replay('b')).toBe(false)
  })

  it('is told of again and again until somebody has looked', async () => {
    refusing(403)
    const line = await lineWith('b')
    const dead = await deadLetters(line)
    await line.run()
    for (const times of [2, 3, 4]) {
      later(tellEveryMs + 1)
      await runDurableObjectAlarm(line)
      expect(dead).toHaveLength(times)
    }
    // Longer than an id is known: it is still here.
    expect(await line.take(delivery('b'))).toBe(false)
    expect([await line.forget('b'), await line.forget('b')]).toEqual([true, false])
    later(seenForMs + 1)
    await runDurableObjectAlarm(line)
    expect([await keysOf(line), dead.length]).toEqual([[], 4])
  })

  it('is told of later where the queue of dead letters takes nothing', async () => {
    refusing(403)
    const line = await lineWith('b', 'c')
    await deadLetters(line, false)
    expect(await line.run()).toEqual({ state: 'empty' })
    const dead = await deadLetters(line)
    later(60_001)
    await runDurableObjectAlarm(line)
    expect(dead.map(({ delivery: id }) => id)).toEqual(['b'])
  })

  it.each([500, 301, 501])('with %i has a number of tries, and then the next one goes on', async (status) => {
    const { bodies } = refusing(status)
    const line = await lineWith('b', 'c')
    const dead = await deadLetters(line)
    for (let tries = 1; tries < troubledTries; tries += 1) await runDurableObjectAlarm(line)
    expect([dead.length, bodies().filter((body) => body === 'c').length]).toEqual([0, 0])
    await runDurableObjectAlarm(line)
    expect(dead).toMatchObject([{ delivery: 'b', status }])
    expect(bodies().at(-1)).toBe('c')
  })

  it('with 500 while the gateway comes and goes is not buried by the tries that met nobody', async () => {
    const answers = [...Array(40).fill(503), 500, 200]
    const { posted } = gateway(() => new Response(null, { status: answers.shift() ?? 200 }))
    const line = await lineWith('a')
    const dead = await deadLetters(line)
    for (let tries = 0; tries < 42; tries += 1) await runDurableObjectAlarm(line)
    expect([posted.length, dead.length, await line.run()]).toEqual([42, 0, { state: 'empty' }])
  })
})
