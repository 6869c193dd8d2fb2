import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningPlayer } from '../../src/sandbox/twilio/index.ts'
import { startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import type { TestApp } from '../support/app.ts'
import { ours, testAccount, testApp } from '../support/app.ts'
import { newPhone } from '../support/resident.ts'
import { sureReports } from '../support/sure-reports.ts'
import { until } from '../support/until.ts'

const residents = 60
const each = 5
const inFlight = 12
const program = join(import.meta.dirname, '../../src/app/cli/edge-dev.ts')

const cleanups: (() => Promise<unknown>)[] = []
const account = testAccount()
let edge: Edge
let gatewayPort = 0
/** Twilio, which knows the porch and not the gateway. */
let twilio: RunningPlayer

/** A port of this machine where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

interface Edge {
  readonly url: string
  output(): string
  /** As an operator stops it; answers the exit code. */
  stop(): Promise<number | null>
  /** `kill -9` for all of it. */
  kill(): Promise<void>
}

/** `npm run edge:dev`, which is wrangler and workerd without account and network. `dir` is all it may write to. */
async function startEdge(port: number, dir: string): Promise<Edge> {
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [program, '--port', String(port)], {
    cwd: dir,
    // A process group of its own, as in a terminal.
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: dir,
      TMPDIR: dir,
      CI: '1',
      WRANGLER_SEND_METRICS: 'false',
      DATA_DIR: dir,
      PORT: String(gatewayPort),
      PUBLIC_URL: url,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_SMS_FROM: ours,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const gone = once(child, 'exit')
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await gone
  }
  cleanups.push(kill)
  // The porch itself says that nothing is here; a page would come from the gateway, which is away.
  const answers = () =>
    fetch(`${url}/nowhere`).then(
      (answer) => answer.status === 404,
      () => false,
    )
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the porch ended:\n${said}`)
    return answers()
  }, 40_000).catch((error: unknown) => {
    throw new Error(`the porch does not answer:\n${said}`, { cause: error })
  })
  return {
    url,
    output: () => said,
    kill,
    async stop() {
      process.kill(-(child.pid ?? 0), 'SIGINT')
      await gone
      return child.exitCode
    },
  }
}

let edgePort = 0
let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'intake311-porch-'))
  cleanups.push(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }))
  gatewayPort = await freePort()
  edgePort = await freePort()
  edge = await startEdge(edgePort, dir)
  twilio = await startTwilioPlayer({ ...account, gatewayUrl: () => edge.url })
  cleanups.push(() => twilio.stop())
})
afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

it('300 messages of 60 residents, some twice, all arrive once and in order when the gateway comes, though the porch was killed', async () => {
  const texts = sureReports(residents * each)
  const phones = Array.from({ length: residents }, newPhone)
  const sentBy = new Map(phones.map((phone, index) => [phone, texts.slice(index * each, (index + 1) * each)]))
  const statuses: number[] = []

  // Nobody is behind the porch. Each resident texts one after the other; every third text comes twice.
  const waiting = [...sentBy]
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [from, said] = next
      for (const [index, text] of said.entries()) {
        const { sid, status } = await twilio.deliver({ from, to: ours, text })
        statuses.push(status)
        if (index % 3 === 0) statuses.push((await twilio.redeliver(sid)).status)
      }
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  expect([...new Set(statuses)]).toEqual([200])
  expect(statuses.length).toBeGreaterThan(300)
  // A stranger is turned away at the porch.
  const stranger = await fetch(`${edge.url}/webhooks/twilio/sms`, { method: 'POST', body: 'Body=hi' })
  expect(stranger.status).toBe(403)

  // What was answered with 200 outlives the porch, and its queue with it.
  const before = edge.output()
  await edge.kill()
  edge = await startEdge(edgePort, dir)

  const environment = { PORT: String(gatewayPort), PUBLIC_URL: edge.url }
  const app: TestApp = await testApp({ account, environment })
  try {
    const arrived = () => app.sql<{ n: number }>('SELECT count(*)::int AS n FROM messages')
    await until(async () => (await arrived())[0]?.n === texts.length, 80_000)
    // Longer than the claim of a worker lasts whose last word to the ledger was lost.
    await app.settled(60_000)

    const ledger = await app.sql<{ resident: string; text: string }>(
      'SELECT resident, raw ->> $1 AS text FROM messages ORDER BY seq',
      ['Body'],
    )
    const inLedger = new Map(phones.map((phone): [string, string[]] => [phone, []]))
    for (const { resident, text } of ledger) inLedger.get(resident)?.push(text)
    expect(inLedger).toEqual(sentBy)
    expect(ledger).toHaveLength(texts.length)

    const requests = await app.sql<{ description: string; state: string }>(
      'SELECT description, state FROM service_requests',
    )
    expect(requests.map((r) => r.description).toSorted()).toEqual([...texts].toSorted())
    const replies = app.player.messages().filter((m) => m.direction === 'outbound-api')
    expect(replies).toHaveLength(texts.length)
    expect(new Set(replies.map((m) => m.to))).toEqual(new Set(phones))

    // The gateway's callback address is the porch: what became of its replies comes in there.
    await app.player.idle()
    await until(async () => {
      const rows = await app.sql<{ status: string }>('SELECT status FROM deliveries')
      return rows.length === texts.length && rows.every(({ status }) => status === 'delivered')
    }, 20_000)
  } finally {
    await app.close()
  }
  for (const phone of [...phones.slice(0, 3), ours])
    expect(before + edge.output()).not.toContain(phone.slice(1))
  expect(before + edge.output()).not.toContain(account.authToken)
  expect(await edge.stop()).toBe(0)
}, 180_000)
