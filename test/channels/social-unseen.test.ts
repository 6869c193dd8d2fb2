/** X shows the latest 800 posts that name us. What came before them while we were away is searched for, or said to be lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { xApi } from '../../channels/social/api.ts'
import { mentionsPage } from '../../channels/social/mentions.ts'
import { prices, spending } from '../../channels/social/spend.ts'
import { asAppError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/events.ts'
import { type RunningX, startXPlayer } from '../../src/sandbox/x/index.ts'
import { chance, memoryInbox } from './memory-inbox.ts'
import { keys, memoryTally, ourName, settings, us } from './social.harness.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
let now = 0
const clock = { now: () => now }
let player: RunningX
beforeEach(async () => {
  now = Date.parse('2026-11-20T00:00:00Z')
  player = await startXPlayer({ userId: us, username: ourName, keys, clock })
})
afterEach(() => player.stop())

function away(dailyUsd = 1_000, falls: () => boolean = () => false) {
  const events: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[] = []
  const log: Log = (_, event, fields) => void events.push({ event, fields })
  const { inbox, messages } = memoryInbox(clock, falls)
  const spend = spending({ tally: memoryTally(), clock, log, dailyUsd, prices })
  const config = { api: xApi(settings(player.url), clock), userId: us, spend, clock, everyMs: minuteMs }
  let step = mentionsPage(config)
  return {
    messages,
    said: (event: string) => events.filter((one) => one.event === event).map(({ fields }) => fields),
    /** Reads until nothing is left to read at once. */
    async read(most = 60): Promise<void> {
      for (let steps = 0; steps < most; steps += 1) {
        const rest = await step({ ...inbox, log }).catch((thrown: unknown) => {
          step = mentionsPage(config)
          // A process that fell wrote nothing: its hold lapses.
          now += minuteMs
          return asAppError(thrown).code === 'storage-away' ? 0 : minuteMs
        })
        if (rest > 0) return
      }
    },
  }
}
function posts(count: number, everyMs = 20): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    now += everyMs
    return player.post(`r${n}`, `@${ourName} pothole at ${n} Elm St`)
  })
}
const missing = (ids: readonly string[], { messages }: ReturnType<typeof away>): number => {
  const stored = new Set([...messages.values()].map(({ providerId }) => providerId))
  return ids.filter((id) => !stored.has(id)).length
}

describe('more posts than X shows', () => {
  it('are all read: the timeline first, then the search, and the log says so', async () => {
    const reader = away()
    await reader.read()
    const ids = posts(1_300)
    now += minuteMs
    await reader.read()
    expect(missing(ids, reader)).toBe(0)
    expect(reader.messages.size).toBe(1_300)
    expect(reader.said('mentions.cut')).toMatchObject([{ channel: 'social', shown: 800 }])
    expect(reader.said('mentions.filled')).toEqual([{ channel: 'social', posts: 500 }])
    expect(reader.said('mentions.lost')).toEqual([])
  })
  it('also where the process falls at any point', async () => {
    const random = chance(7)
    let isFalling = false
    const reader = away(1_000, () => isFalling && random() < 0.1)
    await reader.read()
    const ids = posts(1_300)
    isFalling = true
    await reader.read(200)
    isFalling = false
    await reader.read()
    expect(missing(ids, reader)).toBe(0)
  })
  it('cost never more than the budget, and wait for the next day', async () => {
    const reader = away(3)
    await reader.read()
    const ids = posts(1_300)
    for (let hour = 0; hour < 24 * 12; hour += 1) {
      now += 3_600_000
      await reader.read()
      expect(player.spent()).toBeLessThanOrEqual(3)
    }
    expect(missing(ids, reader)).toBe(0)
  })
  it('new ones are read meanwhile', async () => {
    const reader = away()
    await reader.read()
    posts(1_300)
    now += minuteMs
    player.fault({ kind: 'rate-limited', resetS: 900, path: /search/ })
    await reader.read()
    expect(reader.messages.size).toBe(800)
    const [fresh] = posts(1)
    now += minuteMs
    await reader.read()
    expect(missing([fresh ?? ''], reader)).toBe(0)
    now += 15 * minuteMs
    await reader.read()
    expect(reader.messages.size).toBe(1_301)
  })
  it('and older than the search goes are said to be lost', async () => {
    const reader = away()
    await reader.read()
    const old = posts(50)
    now += 9 * dayMs
    const ids = posts(1_000)
    now += minuteMs
    await reader.read()
    expect(missing(ids, reader)).toBe(0)
    expect(missing(old, reader)).toBe(50)
    const [lost] = reader.said('mentions.lost')
    expect(lost).toMatchObject({ channel: 'social', why: 'too-old' })
    expect(Date.parse(String(lost?.from))).toBeLessThan(now - 9 * dayMs)
  })
  it('and are said to be lost where X lets us not search', async () => {
    const reader = away()
    await reader.read()
    posts(900)
    now += minuteMs
    player.fault({ kind: 'error', status: 403, path: /search/ })
    await reader.read()
    expect(reader.said('mentions.lost')).toMatchObject([{ why: 'refused' }])
    expect(reader.messages.size).toBe(800)
  })
})

describe('a timeline that took long to read', () => {
  it('because the money ended has moved on: what fell out of sight is searched for', async () => {
    const reader = away(3)
    await reader.read()
    const first = posts(400)
    now += minuteMs
    // The first page leaves no money for the rest.
    player.fault({ kind: 'error', status: 503, path: /mentions/ })
    await reader.read(2)
    const second = posts(850)
    for (let hour = 0; hour < 24 * 12; hour += 1) {
      now += 3_600_000
      await reader.read()
    }
    expect(missing([...first, ...second], reader)).toBe(0)
  })
  it('is searched for nothing where it was short', async () => {
    const reader = away()
    await reader.read()
    posts(300)
    now += minuteMs
    await reader.read()
    expect(player.calls().get('/2/tweets/search/recent') ?? 0).toBe(0)
    expect(reader.said('mentions.cut')).toEqual([])
  })
})
