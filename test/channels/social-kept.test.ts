import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recheck } from '../../channels/_social/recheck.ts'
import { blueskyApi } from '../../channels/bluesky/api.ts'
import { blueskyChannel } from '../../channels/bluesky/index.ts'
import { notificationsPage } from '../../channels/bluesky/notifications.ts'
import { xApi } from '../../channels/social/api.ts'
import { goneFrom } from '../../channels/social/gone.ts'
import { mentionsPage } from '../../channels/social/mentions.ts'
import { prices, spending } from '../../channels/social/spend.ts'
import { asAppError } from '../../src/core/errors.ts'
import { type RunningBluesky, startBlueskyPlayer } from '../../src/sandbox/bluesky/index.ts'
import { type RunningX, startXPlayer } from '../../src/sandbox/x/index.ts'
import { appPassword, handle } from './bluesky.harness.ts'
import { chance, memoryInbox } from './memory-inbox.ts'
import { keys, memoryTally, ourName, settings, silent, us } from './social.harness.ts'

const dayMs = 86_400_000
const startMs = Date.parse('2026-11-20T12:00:00Z')

describe('what is kept of posts', () => {
  let now = startMs
  const clock = { now: () => now }
  let player: RunningX
  beforeAll(async () => {
    player = await startXPlayer({ userId: us, username: ourName, keys, clock })
  })
  afterAll(() => player.stop())

  it('is asked about once a day: what was deleted goes, what is old goes, all else stays', async () => {
    const { inbox, messages, gone } = memoryInbox(clock, () => false)
    const api = xApi(settings(player.url), clock)
    const spend = spending({ tally: memoryTally(), clock, log: silent, dailyUsd: 100, prices })
    const read = mentionsPage({ api, userId: us, spend, clock, everyMs: 60_000 })
    await read(inbox)
    const ids = Array.from({ length: 250 }, (_, n) => player.post(`resident${n}`, `@${ourName} pothole ${n}`))
    for (let pages = 0; pages < 4; pages += 1) await read(inbox)
    expect(messages.size).toBe(250)
    const step = recheck({
      clock,
      keepMs: 3 * dayMs,
      atOnce: 100,
      canAsk: () => true,
      gone: goneFrom(api, spend),
    })
    const round = async (): Promise<void> => {
      for (let steps = 0; steps < 20 && (await step(inbox)) === 0; steps += 1);
    }
    await round()
    expect(gone.size).toBe(0)
    const calls = player.calls().get('/2/tweets') ?? 0
    for (const id of [ids[3], ids[120], ids[249]]) player.remove(id ?? '')
    await round()
    expect(player.calls().get('/2/tweets'), 'once a day').toBe(calls)
    now += dayMs
    await round()
    const deleted = [...messages.values()].filter(({ id }) => gone.get(id) === 'deleted')
    expect(deleted.map(({ providerId }) => providerId).toSorted()).toEqual([ids[3], ids[120], ids[249]])
    now += 3 * dayMs
    await round()
    expect(gone.size).toBe(250)
  })

  it('waits where there is no money to ask', async () => {
    const { inbox } = memoryInbox(clock, () => false)
    await inbox.hold('x', 1)
    const spend = spending({ tally: memoryTally(), clock, log: silent, dailyUsd: 0, prices })
    expect(await goneFrom(xApi(settings(player.url), clock), spend)(['1'])).toBeNull()
  })
})

describe('notifications of Bluesky', () => {
  let now = startMs
  const clock = { now: () => now }
  let player: RunningBluesky
  beforeAll(async () => {
    player = await startBlueskyPlayer({ handle, appPassword, clock })
  })
  afterAll(() => player.stop())

  it('are lost nowhere: pages, faults, expired sessions, and a process that falls at any point', async () => {
    const random = chance(42)
    const { inbox, messages, again } = memoryInbox(clock, () => random() < 0.05)
    const account = { handle, appPassword, apiUrl: player.url }
    const verbs = blueskyChannel({
      ...account,
      pollSeconds: 30,
      directPollSeconds: null,
      keepDays: 30,
      tally: memoryTally(),
      clock,
    })
    const fresh = () => notificationsPage({ api: blueskyApi(account, clock), clock, verbs, everyMs: 30_000 })
    let step = fresh()
    const asked: string[] = []
    let restMs = 0
    for (let minute = 0; minute < 180; minute += 1) {
      const burst = minute % 60 === 20 ? 130 : random() < 0.5 ? 1 : 0
      for (let n = 0; n < burst; n += 1) {
        asked.push(player.post(`r${minute}.example`, `@${handle} pothole ${n}`))
        now += 10
      }
      if (random() < 0.05) player.expire()
      if (random() < 0.1) player.fault({ kind: 'error', status: 502 })
      if (random() < 0.05) player.fault({ kind: 'rate-limited', resetS: 60 })
      if (random() < 0.05) step = fresh()
      restMs -= 60_000
      for (let pages = 0; pages < 10 && restMs <= 0; pages += 1)
        restMs = await step(inbox).catch((thrown: unknown) => asAppError(thrown).afterMs ?? 60_000)
      now += 60_000
    }
    for (let n = 0; n < 10; n += 1) {
      await step(inbox).catch(() => 0)
      now += 60_000
    }
    expect(asked.length).toBeGreaterThan(400)
    expect(again()).toBeGreaterThan(0)
    const stored = new Set([...messages.values()].map(({ providerId }) => providerId))
    expect(asked.filter((uri) => !stored.has(uri))).toEqual([])
    expect(stored.size).toBe(asked.length)
  })
})
