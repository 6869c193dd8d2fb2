import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startPostgres } from '../../src/app/postgres/index.ts'
import type { Form } from '../../src/sandbox/twilio/index.ts'
import { signature } from '../../src/sandbox/twilio/index.ts'
import type { TestApp } from '../support/app.ts'
import { ours, testAccount, testApp } from '../support/app.ts'
import { newPhone, referenceIn, resident } from '../support/resident.ts'
import { sureReports } from '../support/sure-reports.ts'
import { until } from '../support/until.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})
async function start(more: Parameters<typeof testApp>[0] = {}): Promise<TestApp> {
  const app = await testApp(more)
  cleanups.push(() => app.close())
  return app
}
const [report = '', another = ''] = sureReports(2)
const publicUrl = 'https://311.example.org'
const statusPath = '/webhooks/twilio/sms/status'

it('answers 503 while PostgreSQL is stopped, and takes the message when the provider tries again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'intake311-away-'))
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }))
  const quiet = () => undefined
  let server = await startPostgres({ dataDir, log: quiet })
  cleanups.push(() => server.stop())
  const app = await start({ databaseUrl: server.url })
  const phone = newPhone()
  const someone = resident(app, phone)
  expect(referenceIn(await someone.report(report))).toMatch(/^BOS-/)

  await server.stop()
  const sid = `SM${'9'.repeat(32)}`
  const first = await app.player.deliver({ from: phone, to: ours, text: another, sid })
  expect(first.status).toBe(503)
  expect((await fetch(`${app.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${app.url}/open311/v2/requests.json`)).status).toBe(503)

  server = await startPostgres({ dataDir, log: quiet })
  const before = someone.heard().length
  await until(async () => (await app.player.redeliver(sid)).status === 200)
  await until(async () => (await fetch(`${app.url}/readyz`)).status === 200)
  expect((await app.player.redeliver(sid)).status).toBe(200)
  await app.settled(25_000)
  expect(someone.heard().length).toBe(before + 1)
  expect(await app.sql('SELECT 1 FROM messages WHERE provider_id = $1', [sid])).toHaveLength(1)
}, 60_000)

it('checks signatures over PUBLIC_URL where it is set, and over nothing else', async () => {
  const app = await start({ environment: { PUBLIC_URL: publicUrl }, player: { publicUrl } })
  const replies = await resident(app).report(report)
  const reference = referenceIn(replies)
  const photos = (await app.requests()).find((r) => r.service_request_id === reference)
  expect(photos?.media_url).toBeNull()
  const form: Form = [
    ['MessageSid', 'SMlocal'],
    ['From', newPhone()],
    ['To', ours],
    ['Body', report],
  ]
  const answer = await fetch(`${app.url}/webhooks/twilio/sms`, {
    method: 'POST',
    headers: {
      'x-twilio-signature': signature(app.account.authToken, `${app.url}/webhooks/twilio/sms`, form),
      'x-forwarded-host': '311.example.org',
      'x-forwarded-proto': 'https',
    },
    body: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])),
  })
  expect(answer.status).toBe(403)
})

it('follows a reply to its delivery, and late news in the wrong order do not take it back', async () => {
  const app = await start({ environment: { PUBLIC_URL: publicUrl }, player: { publicUrl } })
  const phone = newPhone()
  await resident(app, phone).report(report)
  await app.player.idle()
  const reply = app.player.messages().findLast((m) => m.to === phone && m.direction === 'outbound-api')
  const status = async () =>
    (
      await app.sql<{ status: string; effect_id: string | null }>(
        'SELECT status, effect_id FROM deliveries WHERE provider_id = $1',
        [reply?.sid],
      )
    )[0]
  expect(await status()).toMatchObject({ status: 'delivered', effect_id: expect.stringMatching(/^eff_/) })
  const news = (word: string): Form => [
    ['MessageSid', reply?.sid ?? ''],
    ['MessageStatus', word],
    ['From', ours],
    ['To', phone],
  ]
  for (const late of ['sent', 'queued', 'sending', 'undelivered', 'a-status-of-tomorrow'])
    expect((await app.player.post(statusPath, news(late))).status).toBe(204)
  expect(await status()).toMatchObject({ status: 'delivered' })
  // News on a reply that we did not send is no reason for an error.
  expect(
    (
      await app.player.post(statusPath, [
        ['MessageSid', 'SMunknown'],
        ['MessageStatus', 'sent'],
      ])
    ).status,
  ).toBe(204)
  expect(resident(app, phone).heard()).toHaveLength(1)
})

it('says nothing more to a resident of whom Twilio says that they opted out', async () => {
  const app = await start()
  // Twilio's own magic number: every message to it fails with 21610.
  const phone = '+15005550004'
  const { status } = await app.player.deliver({ from: phone, to: ours, text: report })
  expect(status).toBe(200)
  await app.settled()
  const wishes = await app.sql('SELECT resident, wish FROM consents')
  expect(wishes).toEqual([{ resident: phone, wish: 'out' }])
  const tries = async () =>
    (
      await app.sql<{ n: number }>(
        "SELECT coalesce(sum(attempts), 0)::int AS n FROM effects WHERE kind = 'reply'",
      )
    )[0]?.n
  expect(await tries()).toBe(1)
  await app.player.deliver({
    from: phone,
    to: ours,
    text: another,
  })
  await app.settled()
  const ends = await app.sql<{ state: string; why: string | null }>(
    "SELECT state, why FROM effects WHERE kind = 'reply' ORDER BY seq",
  )
  expect(ends.every((e) => e.state === 'suppressed' && e.why === 'opted-out')).toBe(true)
  expect(await app.sql('SELECT 1 FROM local_cases')).toHaveLength(2)
})

it('says nothing more to a resident of whom Twilio says so later, in the delivery status', async () => {
  const app = await start({ environment: { PUBLIC_URL: publicUrl }, player: { publicUrl } })
  const phone = newPhone()
  app.player.outcome(phone, 'undelivered', '21610')
  const someone = resident(app, phone)
  await someone.report(report)
  await app.player.idle()
  const heard = someone.heard().length
  await someone.say(another)
  expect(someone.heard()).toHaveLength(heard)
  expect(await app.sql('SELECT 1 FROM local_cases')).toHaveLength(2)
})

it('takes any of several auth tokens, and sends with the one that Twilio takes', async () => {
  const account = testAccount()
  const old = 'a'.repeat(32)
  const app = await start({ account, environment: { TWILIO_AUTH_TOKEN: `${old},${account.authToken}` } })
  expect(referenceIn(await resident(app).report(report))).toMatch(/^BOS-/)
  const form: Form = [
    ['MessageSid', 'SMsigned-with-the-old-one'],
    ['From', newPhone()],
    ['To', ours],
    ['Body', 'hello'],
  ]
  const answer = await fetch(`${app.url}/webhooks/twilio/sms`, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature(old, `${app.url}/webhooks/twilio/sms`, form) },
    body: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])),
  })
  expect(answer.status).toBe(200)
})

it('tries again after Twilio failed, and the resident hears once', async () => {
  const app = await start()
  app.player.fault({ kind: 'error', status: 503 }, 1)
  const someone = resident(app)
  await app.player.deliver({ from: someone.phone, to: ours, text: report })
  await app.settled(25_000)
  expect(someone.heard()).toHaveLength(1)
})

it('sends a reply once where Twilio took it and its answer was lost', async () => {
  const app = await start()
  app.player.fault({ kind: 'lost-answer' })
  const someone = resident(app)
  await app.player.deliver({ from: someone.phone, to: ours, text: report })
  await app.settled(25_000)
  expect(someone.heard()).toHaveLength(1)
  expect(await app.sql('SELECT 1 FROM local_cases')).toHaveLength(1)
})

it('replies through a Messaging Service where one is configured', async () => {
  const service = `MG${'1'.repeat(32)}`
  const app = await start({
    environment: { TWILIO_MESSAGING_SERVICE_SID: service },
    player: { messagingServiceSid: service },
  })
  const phone = newPhone()
  await resident(app, phone).report(report)
  const reply = app.player.messages().find((m) => m.to === phone)
  expect(reply).toMatchObject({ from: service, status: expect.stringMatching(/accepted|sent|delivered/) })
})
