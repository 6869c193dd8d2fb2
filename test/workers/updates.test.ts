import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bostonHours } from '../../src/city/boston/calendar.ts'
import type { Speech } from '../../src/core/reply.ts'
import type { EffectId, RequestId } from '../../src/core/request.ts'
import type { OpenStore } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import { text } from '../contract/store-records.ts'
import { policy } from '../support/dialog.ts'
import { type Fate, nothingWaits, playedDay, speechOf } from '../support/played-day.ts'
import { testDatabase } from '../support/postgres.ts'

const minute = 60_000
const hour = 60 * minute
let database: Awaited<ReturnType<typeof testDatabase>>
let store: OpenStore
let now = 0
const clock = {
  now: () => now,
  set: (at: number) => {
    now = at
  },
}

beforeAll(async () => {
  database = await testDatabase()
  store = await openStore({ url: database.url, maxConnections: 4, clock })
  await store.migrate()
})
afterAll(async () => {
  await store?.close()
  await database?.drop()
})

const at = (local: string) => Date.parse(`${local}-05:00`)
const answered = (requestId: RequestId, note: string): Speech => ({ say: 'answered', requestId, note })
const closed = (requestId: RequestId): Speech => ({ say: 'closed', requestId })

interface Row {
  readonly state: string
  readonly why: string | null
  readonly joined_into: string | null
  readonly unasked: boolean
  readonly attempts: number
}
async function rowsOf(ids: readonly EffectId[]): Promise<readonly Row[]> {
  const statement = {
    name: '',
    text: `SELECT state, why, joined_into, unasked, attempts FROM effects WHERE id = ANY ($1::text[]) ORDER BY seq`,
  }
  return store.sql.rows<Row>(statement, [ids])
}
/** A resident with requests that they reported long ago. */
async function longAgo(start: number, requests: number, more: Parameters<typeof playedDay>[2] = {}) {
  await nothingWaits(store)
  clock.set(start - 24 * hour)
  const day = playedDay(store, clock, more)
  const ids = await day.hears(requests)
  clock.set(start)
  const [a, b = a, c = a] = ids
  if (a === undefined || b === undefined || c === undefined) throw new Error('no requests')
  return { day, a, b, c, ids }
}

describe('updates', () => {
  it('wait for ten minutes and go out as one reply, in order, each marked as out with it', async () => {
    const { day, a, b, c } = await longAgo(at('2026-11-18T10:00:00'), 3)
    const first = await day.decides(a, closed(a))
    clock.set(now + 3 * minute)
    const second = await day.decides(b, answered(b, 'We paint it in May.'))
    const third = await day.decides(c, closed(c))
    expect(day.sent).toEqual([])
    await day.until(at('2026-11-18T10:09:59'))
    expect(day.sent).toEqual([])
    await day.until(at('2026-11-18T10:10:30'))
    expect(day.sent.map(speechOf)).toEqual([
      {
        say: 'updates',
        items: [
          { requestId: a, note: null },
          { requestId: b, note: 'We paint it in May.' },
          { requestId: c, note: null },
        ],
      },
    ])
    expect(day.sent[0]?.references).toHaveLength(3)
    expect(await rowsOf([first, second, third])).toEqual([
      { state: 'done', why: null, joined_into: null, unasked: true, attempts: 1 },
      { state: 'suppressed', why: 'joined', joined_into: first, unasked: false, attempts: 0 },
      { state: 'suppressed', why: 'joined', joined_into: first, unasked: false, attempts: 0 },
    ])
    expect((await store.history(b)).slice(-2)).toMatchObject([
      { what: 'put-off', detail: { effectId: second, why: 'joins' } },
      { what: 'joined', detail: { effectId: second, into: first, say: 'answered' } },
    ])
    await day.until(at('2026-11-18T23:00:00'))
    expect(day.sent).toHaveLength(1)
  })

  it('on one request are said by the last one alone', async () => {
    const { day, a } = await longAgo(at('2026-11-18T10:00:00'), 1)
    await day.decides(a, { say: 'news', requestId: a })
    await day.decides(a, closed(a))
    await day.until(at('2026-11-18T10:11:00'))
    expect(day.sent.map(speechOf)).toEqual([closed(a)])
  })

  it('keep every word of an agent', async () => {
    const { day, a } = await longAgo(at('2026-11-18T10:00:00'), 1)
    await day.decides(a, answered(a, 'One.'))
    await day.decides(a, answered(a, 'Two.'))
    await day.decides(a, closed(a))
    await day.until(at('2026-11-18T10:11:00'))
    expect(day.sent.map((s) => JSON.stringify(speechOf(s)))).toEqual([
      JSON.stringify({
        say: 'updates',
        items: [
          { requestId: a, note: 'One.' },
          { requestId: a, note: 'Two.' },
          { requestId: a, note: null },
        ],
      }),
    ])
  })

  it('ring no phone from nine in the evening to eight in the morning, and are counted as no failure', async () => {
    const { day, a } = await longAgo(at('2026-11-18T21:00:00'), 1)
    const id = await day.decides(a, closed(a))
    await day.until(at('2026-11-19T07:59:59'))
    expect(day.sent).toEqual([])
    expect(await rowsOf([id])).toMatchObject([{ state: 'todo', attempts: 0 }])
    await day.until(at('2026-11-19T08:00:05'))
    expect(day.sent.map((s) => s.at)).toEqual([at('2026-11-19T08:00:00')])
  })

  it('go out at the edge of the night rather than in the morning', async () => {
    const { day, a } = await longAgo(at('2026-11-18T20:55:00'), 1)
    await day.decides(a, closed(a))
    expect(day.sent).toHaveLength(1)
  })

  it('come by night where nothing rings', async () => {
    const { day, a } = await longAgo(at('2026-11-18T23:00:00'), 1, { channel: 'email', rings: false })
    await day.decides(a, closed(a))
    await day.until(at('2026-11-18T23:11:00'))
    expect(day.sent).toHaveLength(1)
  })

  it('come at once to whoever has just written, with what waited for them', async () => {
    const { day, a, b } = await longAgo(at('2026-11-18T22:00:00'), 2)
    const held = await day.decides(a, closed(a))
    clock.set(at('2026-11-19T02:00:00'))
    await day.hears(0, { say: 'thanks' })
    clock.set(now + 5 * minute)
    const own = await day.decides(b, answered(b, 'Yes.'))
    expect(day.sent.map(speechOf)).toEqual([
      { say: 'thanks' },
      {
        say: 'updates',
        items: [
          { requestId: a, note: null },
          { requestId: b, note: 'Yes.' },
        ],
      },
    ])
    expect(await rowsOf([held, own])).toMatchObject([{ joined_into: own }, { state: 'done', unasked: false }])
  })

  it('never hold up an answer, nor a word on danger', async () => {
    const { day, a } = await longAgo(at('2026-11-18T23:00:00'), 1)
    await day.decides(a, closed(a))
    await day.decides(a, { say: 'emergency' })
    await day.hears(0, { say: 'welcome' })
    expect(day.sent.map((s) => s.say)).toEqual(['emergency', 'welcome'])
  })

  it('stop at three a day; the next day begins with the others together', async () => {
    const { day, a, b, c } = await longAgo(at('2026-11-18T09:00:00'), 3)
    for (const n of [1, 2, 3, 4, 5]) {
      await day.decides(a, answered(a, `note ${n}`))
      await day.until(now + 30 * minute)
    }
    await day.decides(b, closed(b))
    await day.decides(c, { say: 'crisis' })
    expect(day.sent.map((s) => s.say)).toEqual(['answered', 'answered', 'answered', 'crisis'])
    await day.until(at('2026-11-19T09:00:00'))
    expect(day.sent.slice(4).map((s) => [s.at, speechOf(s)])).toEqual([
      [
        at('2026-11-19T08:00:00'),
        {
          say: 'updates',
          items: [
            { requestId: a, note: 'note 4' },
            { requestId: a, note: 'note 5' },
            { requestId: b, note: null },
          ],
        },
      ],
    ])
  })

  it('stand alone again where the reply they were joined to gives up', async () => {
    const { day, a, b } = await longAgo(at('2026-11-18T10:00:00'), 2)
    const leader = await day.decides(a, closed(a))
    const other = await day.decides(b, closed(b))
    clock.set(now + 11 * minute)
    const claimed = await store.claim(leader, 30_000)
    expect(claimed).not.toBeNull()
    expect((await store.join(leader, [other])).joined).toEqual([other])
    expect(await store.claim(other, 30_000)).toBeNull()
    await store.fail(leader, 'provider-refused', null, null, false)
    await day.sweep()
    expect(await rowsOf([leader, other])).toMatchObject([
      { state: 'dead' },
      { state: 'done', joined_into: null },
    ])
    expect(day.sent.map(speechOf)).toEqual([closed(b)])
  })

  it('join nothing for a worker that has lost its claim', async () => {
    const { day, a, b } = await longAgo(at('2026-11-18T10:00:00'), 2)
    const leader = await day.decides(a, closed(a))
    const other = await day.decides(b, closed(b))
    expect(await store.join(leader, [other])).toEqual({ joined: [], facts: new Map() })
  })
})

describe('answers', () => {
  it('that are late wait for the morning where a phone rings, and only there', async () => {
    for (const rings of [true, false]) {
      const { day } = await longAgo(at('2026-11-18T20:30:00'), 1, { rings })
      await day.hears(0, { say: 'thanks' }, {})
      expect(day.sent).toHaveLength(1)
      // The workers are away for two hours.
      const message = text({ from: day.resident })
      await store.accept([message], now)
      clock.set(at('2026-11-18T22:30:00'))
      await day.hears(0, { say: 'welcome' })
      expect(day.sent).toHaveLength(rings ? 1 : 2)
      await day.until(at('2026-11-19T08:00:00'))
      expect(day.sent.map((s) => [s.say, s.at])).toEqual([
        ['thanks', at('2026-11-18T20:30:00')],
        ['welcome', rings ? now : at('2026-11-18T22:30:00')],
      ])
    }
  })
})

describe('after an opt-out', () => {
  const kinds = [
    { kind: 'a phone', channel: 'sms', rings: true, said: [] },
    { kind: 'e-mail', channel: 'email', rings: false, said: ['filed'] },
    { kind: 'a public channel', channel: 'social', rings: false, isPublic: true, said: [] },
    {
      kind: 'a synchronous channel',
      channel: 'web',
      rings: false,
      synchronous: true,
      proactive: false,
      said: [],
    },
  ] as const
  it.each(kinds)('$kind gets no updates; what is filed is filed', async ({ said, kind: _, ...more }) => {
    const { day, a } = await longAgo(at('2026-11-18T10:00:00'), 1, more)
    await day.hears(0, { say: 'opted-out' }, { wish: 'out', evenIfOptedOut: true })
    const told = more.channel === 'web' ? [] : ['opted-out']
    expect(day.sent.map((s) => s.say)).toEqual(told)
    clock.set(now + hour)
    const update = await day.decides(a, closed(a))
    await day.until(now + hour)
    expect(day.sent.map((s) => s.say)).toEqual(told)
    expect(await rowsOf([update])).toMatchObject([{ state: 'suppressed', why: 'opted-out' }])
    const [filed] = await day.hears(1, { say: 'filed', requestIds: [a] })
    expect(day.sent.map((s) => s.say)).toEqual([...told, ...said])
    expect((await store.request(filed ?? ''))?.request.state).toBe('filed')
    await day.hears(0, { say: 'emergency' }, { evenIfOptedOut: true })
    await day.hears(0, { say: 'opted-in' }, { wish: 'in' })
    const after = more.channel === 'web' ? [] : ['emergency', 'opted-in']
    expect(day.sent.map((s) => s.say)).toEqual([...told, ...said, ...after])
  })
})

describe('any sequence of updates at any time', () => {
  const step = fc.record({
    afterMin: fc.oneof(fc.nat({ max: 25 }), fc.nat({ max: 600 })),
    what: fc.constantFrom('closed', 'news', 'answered', 'question', 'danger', 'message'),
    about: fc.nat({ max: 4 }),
  })
  const story = fc.record({
    // Around the nights in which clocks change, and any other.
    start: fc.constantFrom(
      '2026-11-01T00:30:00',
      '2027-03-13T23:30:00',
      '2026-11-18T20:40:00',
      '2026-06-18T12:00:00',
    ),
    rings: fc.boolean(),
    fates: fc.array(fc.constantFrom<Fate>('taken', 'away', 'slow', 'crash'), { maxLength: 8 }),
    steps: fc.array(step, { minLength: 3, maxLength: 16 }),
  })

  it('loses nothing, rings no phone at night, keeps to the day’s number and to the order', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ start, rings, fates, steps }) => {
        const { day, ids } = await longAgo(at(start), 5, { rings, fates: [...fates] })
        const told: { id: EffectId; note: string | null; requestId: RequestId; urgent: boolean }[] = []
        const wroteAt: number[] = []
        for (const [n, { afterMin, what, about }] of steps.entries()) {
          await day.until(now + afterMin * minute)
          const requestId = ids[about]
          if (requestId === undefined) throw new Error('no request')
          if (what === 'message') {
            wroteAt.push(now)
            await day.hears(0, { say: 'thanks' })
            continue
          }
          const note = `note-${n}`
          const speech: Speech =
            what === 'danger'
              ? { say: 'emergency' }
              : what === 'answered'
                ? answered(requestId, note)
                : what === 'question'
                  ? { say: 'ask-location', code: note }
                  : { say: what, requestId }
          const id = await day.decides(requestId, speech)
          told.push({
            id,
            requestId,
            urgent: what === 'danger',
            note: what === 'answered' || what === 'question' ? note : null,
          })
        }
        await day.until(now + 5 * 24 * hour)

        // Each is out once: by itself, or with one that is.
        const rows = await rowsOf(told.map((t) => t.id))
        expect(rows).toHaveLength(told.length)
        const sentIn = told.map(({ id, note, requestId, urgent }, i) => {
          const row = rows[i]
          expect(['done', 'suppressed']).toContain(row?.state)
          if (row?.state === 'suppressed') expect(row.why).toBe('joined')
          const key = row?.joined_into ?? id
          const out = day.sent.findIndex((s) => s.key === key)
          const words = JSON.stringify(day.sent[out]?.reply.speech)
          if (!urgent) expect(words).toContain(note ?? requestId)
          return out
        })
        expect(day.sent.filter((s) => s.say !== 'thanks')).toHaveLength(new Set(sentIn).size)

        const isLive = (sentAt: number) => wroteAt.some((w) => w <= sentAt && sentAt - w <= policy.liveMs)
        const updates = day.sent.filter((s) => s.say !== 'thanks' && s.say !== 'emergency')
        for (const { at: sentAt } of updates) {
          if (rings && !isLive(sentAt)) expect(bostonHours.quietUntil(sentAt)).toBeNull()
        }
        const perDay = Map.groupBy(
          updates.filter((s) => !isLive(s.at)),
          (s) => bostonHours.dayStart(s.at),
        )
        for (const [, many] of perDay) expect(many.length).toBeLessThanOrEqual(policy.updatesPerDay)

        // In the order they were decided, where the provider took each at its first try and nobody was there.
        if (fates.every((f) => f === 'taken') && wroteAt.length === 0) {
          const order = sentIn.filter((_, i) => told[i]?.urgent === false)
          expect(order).toEqual(order.toSorted((x, y) => x - y))
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})
