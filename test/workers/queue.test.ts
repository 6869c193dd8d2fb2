import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EmbeddedPostgres } from '../../src/app/postgres/index.ts'
import { startPostgres } from '../../src/app/postgres/index.ts'
import { openQueue, queueBackends } from '../../workers/queue.ts'
import type { QueueHarness } from '../contract/queue.contract.ts'
import { queueContract } from '../contract/queue.contract.ts'
import type { TestRedis } from '../support/redis.ts'
import { testRedis } from '../support/redis.ts'

const log = () => undefined
// Short, so that a dead worker's job comes back within a test.
const lockMs = 1_000
const ready = new Map<string, QueueHarness>()
const cleanups: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  ready.set('postgresql', await postgresHarness())
  ready.set('redis', redisHarness(await testRedis()))
})
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup()
})

async function postgresHarness(): Promise<QueueHarness> {
  const dataDir = await mkdtemp(join(tmpdir(), 'intake311-queue-'))
  let server: EmbeddedPostgres | null = await startPostgres({ dataDir, log })
  const { url } = server
  cleanups.push(async () => {
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
  return {
    open: () => openQueue({ databaseUrl: url, redisUrl: null, log, lockMs }),
    async wipe() {
      const client = new pg.Client(url)
      await client.connect()
      await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE')
      await client.end()
    },
    away: {
      async down() {
        await server?.stop()
        server = null
      },
      async up() {
        server = await startPostgres({ dataDir, log })
      },
    },
  }
}

function redisHarness(redis: TestRedis): QueueHarness {
  cleanups.push(() => redis.remove())
  return {
    open: () =>
      openQueue({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: redis.url, log, lockMs }),
    async wipe() {
      const client = new Redis(redis.url)
      await client.flushall()
      client.disconnect()
    },
    away: { down: () => redis.stop(), up: () => redis.start() },
  }
}

for (const name of queueBackends) {
  queueContract(name, () => {
    const harness = ready.get(name)
    if (harness === undefined) throw new Error(`the queue backend ${name} has no harness`)
    return harness
  })
}

describe('the queue backends', () => {
  it('are all judged by the contract', () => {
    expect([...ready.keys()].sort()).toEqual([...queueBackends].sort())
  })
})
