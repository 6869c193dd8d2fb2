import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, it } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { ours, testApp } from '../support/app.ts'
import type { TestRedis } from '../support/redis.ts'
import { testRedis } from '../support/redis.ts'
import { newPhone, referenceIn, resident } from '../support/resident.ts'
import { sureReports } from '../support/sure-reports.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})
async function start(environment: Record<string, string> = {}): Promise<TestApp> {
  const app = await testApp({ environment })
  cleanups.push(() => app.close())
  return app
}
const [report = ''] = sureReports(1)

/** The 200 comes, the message stands in the ledger, and nothing has happened to it yet. */
async function takenInSilence(app: TestApp, phone: string): Promise<void> {
  const { status } = await app.player.deliver({ from: phone, to: ours, text: report })
  expect(status).toBe(200)
  const rows = await app.sql<{ state: string }>('SELECT state FROM messages WHERE resident = $1', [phone])
  expect(rows).toEqual([{ state: 'new' }])
}

it('takes messages while Redis is away, and answers them once it is back', async () => {
  const redis: TestRedis = await testRedis()
  cleanups.push(() => redis.remove())
  const app = await start({ REDIS_URL: redis.url })
  const before = resident(app)
  expect(referenceIn(await before.report(report))).toMatch(/^BOS-/)
  await redis.stop()
  const phone = newPhone()
  await takenInSilence(app, phone)
  await redis.start()
  await app.settled(25_000)
  expect(resident(app, phone).heard()).toHaveLength(1)
})

it('starts and takes messages where Redis was never there, and answers them once it is', async () => {
  const redis: TestRedis = await testRedis()
  cleanups.push(() => redis.remove())
  await redis.stop()
  const app = await start({ REDIS_URL: redis.url })
  const phone = newPhone()
  await takenInSilence(app, phone)
  await redis.start()
  await app.settled(25_000)
  expect(resident(app, phone).heard()).toHaveLength(1)
})

it('goes on by itself after somebody dropped the whole queue in PostgreSQL', async () => {
  const app = await start()
  const before = resident(app)
  expect(referenceIn(await before.report(report))).toMatch(/^BOS-/)
  const client = new pg.Client(app.databaseUrl)
  await client.connect()
  await client.query('DROP SCHEMA bullmq CASCADE')
  await client.end()
  const phone = newPhone()
  expect((await app.player.deliver({ from: phone, to: ours, text: report })).status).toBe(200)
  await sleep(100)
  await app.settled(25_000)
  expect(resident(app, phone).heard()).toHaveLength(1)
})
