/**
 * `npm run bench`: what the gateway does, as ratios against a bare limit in the same run. Machines differ and
 * are noisy; a ratio says what our own code costs.
 *
 * accept: signed texts against `npm run gateway` with no worker, against a bare Hono handler that checks the
 * same signature and does one INSERT into the same PostgreSQL, the two in turns.
 * replies: 2,000 texts of 500 residents, 32 in flight, through everything, until the last reply is out.
 * understanding: one message read whole, in a process of its own, beside `natural`'s own classifier.
 * @module
 */

import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startPostgres } from '../../src/app/postgres/index.ts'
import { startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { createDatabase } from '../../src/store/index.ts'
import type { Signed } from './load.ts'
import { fire, signedTexts } from './load.ts'
import type { UnderstandingFigures } from './understanding.ts'

const accountSid = `AC${'0'.repeat(32)}`
const authToken = 'bench-token-0123456789abcdef0123'
const ours = '+16175550100'
const twilioEnv = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_SMS_FROM: ours }
const inFlight = 32
const rounds = 5
const perRound = 2_000

const dataDir = await mkdtemp(join(tmpdir(), 'intake311-bench-'))
const postgres = await startPostgres({ dataDir, log: () => undefined })
const children: ChildProcess[] = []
try {
  const understanding = { ours: await understandingOf('ours'), natural: await understandingOf('natural') }
  const accept = await benchAccept()
  const replies = await benchReplies()
  const figures = { node: process.version, understanding, accept, replies }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  const { ours: read, natural } = understanding
  process.stdout.write(
    `understanding: ${read.medianMs} ms a message (wanted: at most 1.5), ${(read.medianMs / natural.medianMs).toFixed(2)} of natural's naive Bayes, which names a service only; ready after ${read.startMs} ms (wanted: at most 1000), ${read.residentMb} MB (wanted: at most 150)\n`,
  )
  process.stdout.write(
    `accept: ${accept.perSecond} a second, ${accept.ratio} of the bare handler (wanted: at least 0.8)\n`,
  )
  process.stdout.write(
    `replies: ${replies.perSecond} a second end to end (wanted: at least 150); ${replies.peakMb} MB at most (wanted: below 400)\n`,
  )
} finally {
  for (const child of children) child.kill('SIGKILL')
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** Starts one of our processes and waits until it answers. */
async function start(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, ['--max-semi-space-size=8', path, ...args], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const chunk of child.stdout ?? []) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk))?.[0]
    if (url !== undefined) {
      child.stdout?.resume()
      return { url, child }
    }
  }
  throw new Error(`${script} ended before it was ready`)
}

async function understandingOf(which: 'ours' | 'natural'): Promise<UnderstandingFigures> {
  const path = fileURLToPath(new URL('./understanding.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-semi-space-size=8',
    path,
    which,
  ])
  return JSON.parse(stdout) as UnderstandingFigures
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function database(name: string): Promise<string> {
  await createDatabase(postgres.url, name)
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.href
}

async function benchAccept() {
  const env = { DATABASE_URL: await database('bench_accept'), ...twilioEnv, PORT: '0', DATA_DIR: dataDir }
  const gateway = await start('../../src/app/main.ts', ['gateway'], env)
  const bare = await start('./bare.ts', [], { DATABASE_URL: env.DATABASE_URL, AUTH_TOKEN: authToken })
  const texts = (url: string, tag: string): readonly Signed[] =>
    signedTexts({
      url: `${url}/webhooks/twilio/sms`,
      accountSid,
      authToken,
      ours,
      count: perRound,
      residents: 500,
      tag,
    })
  const rates: { ours: number; bare: number }[] = []
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const first = await fire(texts(gateway.url, `o${round}`), inFlight)
    const second = await fire(texts(bare.url, `b${round}`), inFlight)
    if (round > 0) rates.push({ ours: first.perSecond, bare: second.perSecond })
  }
  await end(gateway.child)
  await end(bare.child)
  const median = (values: number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return {
    perSecond: Math.round(median(rates.map((r) => r.ours))),
    barePerSecond: Math.round(median(rates.map((r) => r.bare))),
    ratio: Math.round(median(rates.map((r) => r.ours / r.bare)) * 100) / 100,
    rounds: rates.map((r) => ({ ours: Math.round(r.ours), bare: Math.round(r.bare) })),
  }
}

async function benchReplies() {
  let gatewayUrl = ''
  const player = await startTwilioPlayer({ accountSid, authToken, gatewayUrl: () => gatewayUrl })
  const env = {
    DATABASE_URL: await database('bench_replies'),
    ...twilioEnv,
    TWILIO_API_URL: player.url,
    PORT: '0',
    DATA_DIR: dataDir,
  }
  const app = await start('../../src/app/main.ts', ['all'], env)
  gatewayUrl = app.url
  let peakMb = 0
  const watching = setInterval(async () => {
    const status = await readFile(`/proc/${app.child.pid}/status`, 'utf8').catch(() => '')
    peakMb = Math.max(peakMb, Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024))
  }, 200)
  const texts = signedTexts({
    url: `${app.url}/webhooks/twilio/sms`,
    accountSid,
    authToken,
    ours,
    count: 2_000,
    residents: 500,
    tag: 'r',
  })
  const replies = () => player.messages().filter((m) => m.direction !== 'inbound').length
  const startedAt = performance.now()
  const accepted = await fire(texts, inFlight)
  const deadline = Date.now() + 120_000
  while (replies() < texts.length && Date.now() < deadline) await sleep(50)
  const seconds = (performance.now() - startedAt) / 1_000
  const answered = replies()
  clearInterval(watching)
  await end(app.child)
  await player.stop()
  return {
    messages: texts.length,
    answered,
    acceptedPerSecond: Math.round(accepted.perSecond),
    perSecond: Math.round(answered / seconds),
    seconds: Math.round(seconds * 10) / 10,
    peakMb,
  }
}
