/**
 * The power cord, pulled ten times: residents text while gateway and worker are killed and started again.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { RunningPlayer } from '../../src/sandbox/twilio/index.ts'
import { ours } from '../support/app.ts'
import type { Role } from '../support/process.ts'
import { freePort } from '../support/redis.ts'
import { sureReports } from '../support/sure-reports.ts'
import { until } from '../support/until.ts'
import { stage } from './stage.ts'

export interface Drill {
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null
  /** Forgets the whole queue, under way; null: it stays. */
  readonly wipe: ((databaseUrl: string) => Promise<void>) | null
}

const messageCount = 500
const residentCount = 100
const kills = 10
/** How many replies one worker has under way at most. */
const repliesAtOnce = 12
/** A server that has no connection left for us has one later. */
const unknown = (): number => -1
/** How many residents text at the same moment. */
const inFlight = 8
/** The crash window closes when claims and locks of the dead lapse. Milliseconds. */
const aftermathMs = 100_000

/** Runs one and asserts what has to hold afterwards. Prints the seed and what was sent twice. */
export async function killDrill(name: string, drill: Drill): Promise<void> {
  const seed = Number(process.env.DRILL_SEED ?? Math.floor(Math.random() * 2 ** 31))
  const random = seeded(seed)
  await using scene = await sceneOf(drill.redisUrl)
  const texts = sureReports(messageCount)
  const startedAt = Date.now()
  const seconds = (): string => ((Date.now() - startedAt) / 1_000).toFixed(1)

  const gateway = keepAlive('gateway', scene)
  const worker = keepAlive('worker', scene)
  await Promise.all([gateway.current().ready, worker.current().ready])

  const sending = sendAll(scene.player, texts, random)
  const victims = shuffled(
    Array.from({ length: kills }, (_, i) => (i % 2 === 0 ? gateway : worker)),
    random,
  )
  for (const [index, victim] of victims.entries()) {
    await sleep(300 + random() * 900)
    await victim.current().kill()
    if (drill.wipe !== null && index % 4 === 1) await drill.wipe(scene.databaseUrl)
  }
  const tries = await sending
  const sentAfter = seconds()
  await Promise.all([gateway.current().ready, worker.current().ready])
  await until(async () => (await scene.owed().catch(unknown)) === 0, aftermathMs)
  const settledAfter = seconds()
  await until(async () => (await scene.depth().catch(unknown)) === 0, aftermathMs)
  const { duplicates } = await scene.verify(texts)
  console.info(
    `${name}, seed ${seed}: ${kills} kills, ${tries} deliveries of ${messageCount} messages in ${sentAfter} s, settled after ${settledAfter} s, ${duplicates} replies sent twice`,
  )
  // At most what a killed worker had under way: sent, and not yet written down as sent.
  expect(duplicates).toBeLessThanOrEqual((kills / 2) * repliesAtOnce)
  expect(await gateway.stop()).toBe(0)
  expect(await worker.stop()).toBe(0)
}

/** A role that is started again whenever it dies, as a supervisor would. */
function keepAlive(role: 'gateway' | 'worker', scene: Scene) {
  let stopping = false
  let current: Role = start()
  function start(): Role {
    const one = scene.start(role, scene.environment)
    one.gone.then(({ signal }) => {
      if (stopping) return
      if (signal !== 'SIGKILL') scene.deaths.push(`${role} died by itself:\n${one.output()}`)
      current = start()
    })
    return one
  }
  scene.stops.push(() => {
    stopping = true
  })
  return {
    current: () => current,
    stop() {
      stopping = true
      return current.stop()
    },
  }
}
type Scene = Awaited<ReturnType<typeof sceneOf>>

async function sceneOf(redisUrl: string | null) {
  const port = await freePort()
  const set = await stage({ redisUrl, gatewayUrl: () => `http://127.0.0.1:${port}`, publicUrl: null })
  const stops: (() => void)[] = []
  const deaths: string[] = []
  return {
    ...set,
    environment: { PORT: String(port), LOG_LEVEL: 'error' },
    stops,
    deaths,
    /** What has to hold, from the ledger and from what the residents got. */
    async verify(texts: readonly string[]) {
      expect(deaths).toEqual([])
      const all = texts.length
      expect(await set.counts()).toEqual({
        messages: all,
        waiting: 0,
        requests: all,
        filed: all,
        reported: all,
        cases: all,
        requestsWithCase: all,
        known: all,
        dead: 0,
        answered: all,
      })
      const requests = await set.rows<{ reference: string; description: string; resident: string }>(`
        SELECT r.reference, r.description, c.resident
        FROM service_requests r JOIN conversations c ON c.id = r.conversation_id`)
      expect(requests.map((r) => r.description).toSorted()).toEqual([...texts].toSorted())
      const heard = set.player.messages().filter((m) => m.direction === 'outbound-api')
      const silent = requests.filter(
        (r) => !heard.some((m) => m.to === r.resident && m.body.includes(r.reference)),
      )
      expect(silent).toEqual([])
      return { duplicates: heard.length - all }
    },
    async [Symbol.asyncDispose]() {
      for (const stop of stops) stop()
      await set[Symbol.asyncDispose]()
    },
  }
}

/** Every text once, tried again until the gateway took it, as a provider does. Answers the number of deliveries. */
async function sendAll(
  player: RunningPlayer,
  texts: readonly string[],
  random: () => number,
): Promise<number> {
  let next = 0
  let tries = 0
  const lane = async (): Promise<void> => {
    for (let index = next++; index < texts.length; index = next++) {
      const sid = `SM${String(index).padStart(32, '0')}`
      const from = `+1617555${String(1000 + (index % residentCount))}`
      const first = () => player.deliver({ from, to: ours, text: texts[index] ?? '', sid })
      for (let attempt = first; ; attempt = () => player.redeliver(sid)) {
        tries += 1
        const status = await attempt().then(
          (answer) => answer.status,
          () => 0,
        )
        if (status === 200) break
        if (status !== 0 && status !== 503) throw new Error(`the gateway answered ${status}`)
        await sleep(100 + random() * 200)
      }
      await sleep(random() * 250)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return tries
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
