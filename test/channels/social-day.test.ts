/**
 * A day at X, by a clock: posts, edits, deletions, reposts, threads, late ones, the webhook beside the poll, limits,
 * faults, and a process that falls at any point. Nothing is lost, nothing is told twice, nobody is answered who did not
 * ask, and it never costs more than it may.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { xApi } from '../../channels/social/api.ts'
import { socialChannel } from '../../channels/social/index.ts'
import { mentionsPage } from '../../channels/social/mentions.ts'
import { prices, spending } from '../../channels/social/spend.ts'
import { asAppError } from '../../src/core/errors.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { type RunningX, startXPlayer } from '../../src/sandbox/x/index.ts'
import { chance, memoryInbox } from './memory-inbox.ts'
import { outbound } from './outbound.ts'
import { eventPost, keys, memoryTally, ourName, settings, type silent, us } from './social.harness.ts'

const minuteMs = 60_000
const startMs = Date.parse('2026-11-20T00:00:00Z')

interface Day {
  readonly player: RunningX
  readonly asked: ReadonlySet<string>
  readonly messages: ReadonlyMap<string, InboundMessage>
  readonly again: number
  readonly mostSpent: number
  readonly counted: number
  readonly stops: number
  readonly failures: number
}

/** Traffic of `hours`, then a quiet end. What was asked and what came of it. */
async function lived(options: {
  readonly hours: number
  readonly quietHours: number
  readonly dailyBudgetUsd: number
  readonly seed: number
  readonly burst: number
}): Promise<Day> {
  const random = chance(options.seed)
  let now = startMs
  const clock = { now: () => now }
  const player = await startXPlayer({ userId: us, username: ourName, keys, clock })
  const tally = memoryTally()
  let stops = 0
  const log: typeof silent = (_level, event) => {
    if (event === 'budget.stopped') stops += 1
  }
  const config = { ...settings(player.url), dailyBudgetUsd: options.dailyBudgetUsd, tally, clock, log }
  const channel = socialChannel(config)
  const api = xApi(config, clock)
  const spend = spending({ tally, clock, log, dailyUsd: options.dailyBudgetUsd, prices })
  const fresh = () => mentionsPage({ api, userId: us, spend, clock, everyMs: 5 * minuteMs })
  let step = fresh()
  const { inbox, messages, again } = memoryInbox(clock, () => random() < 0.01)
  const asked = new Set<string>()
  const answered = new Set<string>()
  let mostSpent = 0
  let failures = 0
  let restMs = 0
  const recent: string[] = []

  const traffic = (): void => {
    const burst = random() < 0.02 ? options.burst : random() < 0.5 ? 1 : 0
    for (let n = 0; n < burst; n += 1) {
      const author = `resident${Math.floor(random() * 400)}`
      const kind = random()
      const earlier = recent.at(Math.floor(random() * recent.length)) ?? null
      if (kind < 0.1 && earlier !== null) player.post('lurker', 'so true', [], earlier)
      else if (kind < 0.15)
        player.post('lurker', `RT @${ourName} pothole`, [], null, { repostOf: earlier ?? '1' })
      else {
        const late = random() < 0.05 ? { visibleAt: now + 20_000 } : {}
        let id = player.post(author, `@${ourName} pothole at ${n} Elm St & more`, [], null, late)
        if (random() < 0.03) {
          player.remove(id)
          continue
        }
        if (random() < 0.03) id = player.edit(id, `@${ourName} no, at ${n + 1} Elm St`)
        asked.add(id)
        recent.push(id)
        if (recent.length > 50) recent.shift()
      }
    }
  }
  const webhook = async (): Promise<void> => {
    const id = recent.at(-1)
    if (id === undefined) return
    const raw = channel.receive(await channel.verify(eventPost(player.event(id).body)))
    await inbox.take(channel.normalise(raw)).catch(() => undefined)
  }
  const poll = async (): Promise<void> => {
    if (random() < 0.02) step = fresh()
    if (random() < 0.03)
      player.fault(random() < 0.5 ? { kind: 'error', status: 503 } : { kind: 'rate-limited', resetS: 120 })
    for (let pages = 0; pages < 30 && restMs <= 0; pages += 1) {
      try {
        restMs = await step(inbox)
      } catch (thrown) {
        failures += 1
        restMs = asAppError(thrown).afterMs ?? minuteMs
      }
      mostSpent = Math.max(mostSpent, player.spent())
    }
  }
  const work = async (): Promise<void> => {
    for (const message of messages.values()) {
      if (answered.has(message.id) || random() < 0.2) continue
      const answering = { providerId: message.providerId, raw: message.raw }
      const to = { to: message.from, from: us, text: `Thanks. ${message.id}`, answering }
      const outcome = await channel.reply(outbound({ key: `eff_${message.id.slice(4)}`, ...to })).then(
        () => 'done',
        (thrown: unknown) => asAppError(thrown).code,
      )
      if (outcome === 'done' || outcome === 'unreachable') answered.add(message.id)
      mostSpent = Math.max(mostSpent, player.spent())
      if (outcome === 'rate-limited') break
    }
  }
  const end = startMs + (options.hours + options.quietHours) * 60 * minuteMs
  for (; now < end; now += 5 * minuteMs) {
    if (now < startMs + options.hours * 60 * minuteMs) traffic()
    if (random() < 0.3) await webhook()
    // A late one shows up now.
    now += 20_000
    restMs -= 5 * minuteMs
    await poll()
    await work()
    now -= 20_000
  }
  const counted = [...tally.totals]
    .filter(([name]) => name.startsWith('social:usd'))
    .reduce((sum, [, total]) => sum + total, 0)
  return { player, asked, messages, again: again(), mostSpent, counted: counted / 1e6, stops, failures }
}

describe('a day at X', () => {
  let day: Day
  beforeAll(async () => {
    day = await lived({ hours: 24, quietHours: 1, dailyBudgetUsd: 1_000, seed: 311, burst: 150 })
  }, 60_000)
  afterAll(() => day.player.stop())

  it('has what makes it a hard one', () => {
    expect(day.asked.size).toBeGreaterThan(300)
    expect(day.again).toBeGreaterThan(10)
    expect(day.failures).toBeGreaterThan(5)
    expect(day.player.calls().get('/2/users/:id/mentions')).toBeGreaterThan(250)
  })
  it('loses nothing', () => {
    const stored = new Set([...day.messages.values()].map(({ providerId }) => providerId))
    expect([...day.asked].filter((id) => !stored.has(id))).toEqual([])
  })
  it('takes in nobody who did not ask', () => {
    for (const message of day.messages.values()) expect(message.from).not.toBe(day.player.accountId('lurker'))
  })
  it('answers each post at most once, and all but those that a rule forbids', () => {
    const posts = day.player.replies().map(({ inReplyTo }) => inReplyTo)
    expect(new Set(posts).size).toBe(posts.length)
    expect(posts.length).toBeGreaterThan(day.asked.size * 0.8)
  })
  it('counts at least what X charges', () => {
    expect(day.counted).toBeGreaterThanOrEqual(day.player.spent())
    expect(day.mostSpent).toBeLessThan(1_000)
  })
})

describe('a day at X that the budget is too small for', () => {
  const dailyBudgetUsd = 1.5
  let day: Day
  beforeAll(async () => {
    day = await lived({ hours: 24, quietHours: 96, dailyBudgetUsd, seed: 617, burst: 20 })
  }, 60_000)
  afterAll(() => day.player.stop())

  it('never costs more', () => {
    expect(day.stops).toBeGreaterThan(0)
    expect(day.mostSpent).toBeLessThanOrEqual(dailyBudgetUsd)
    expect(day.mostSpent).toBeGreaterThan(dailyBudgetUsd / 2)
  })
  it('and what had to wait is read on the days after, once', () => {
    const stored = [...day.messages.values()].map(({ providerId }) => providerId)
    expect([...day.asked].filter((id) => !stored.includes(id))).toEqual([])
    const posts = day.player.replies().map(({ inReplyTo }) => inReplyTo)
    expect(new Set(posts).size).toBe(posts.length)
  })
})
