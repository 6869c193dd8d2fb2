import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestRedis } from '../support/redis.ts'
import { testRedis } from '../support/redis.ts'
import { killDrill } from './kill.ts'

const withinMs = 170_000
let redis: TestRedis
beforeAll(async () => {
  redis = await testRedis()
})
afterAll(() => redis.remove())

it('loses nothing and files nothing twice when gateway and worker are killed ten times, with the queue in Redis', {
  timeout: withinMs,
}, async () => {
  await killDrill('queue in Redis', { redisUrl: redis.url, wipe: null })
})

it('nor when the whole queue in Redis is wiped under way', { timeout: withinMs }, async () => {
  let wiped = 0
  await killDrill('queue in Redis, wiped', {
    redisUrl: redis.url,
    async wipe() {
      const client = new Redis(redis.url)
      await client.flushall()
      client.disconnect()
      wiped += 1
    },
  })
  expect(wiped).toBeGreaterThan(0)
})
