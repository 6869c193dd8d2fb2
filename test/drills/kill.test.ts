import pg from 'pg'
import { expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { killDrill } from './kill.ts'

const withinMs = 170_000
/** PostgreSQL's `deadlock_detected`. */
const deadlock = '40P01'

it('loses nothing and files nothing twice when gateway and worker are killed ten times, with the queue in PostgreSQL', {
  timeout: withinMs,
}, async () => {
  await killDrill('queue in PostgreSQL', { redisUrl: null, wipe: null })
})

it('nor when the whole queue in PostgreSQL is wiped under way', { timeout: withinMs }, async () => {
  let wiped = 0
  await killDrill('queue in PostgreSQL, wiped', {
    redisUrl: null,
    async wipe(databaseUrl) {
      const client = new pg.Client(databaseUrl)
      await client.connect()
      try {
        // Gateway and worker use the tables meanwhile: PostgreSQL may choose this side of a deadlock to give up.
        await until(() =>
          client.query('DROP SCHEMA IF EXISTS bullmq CASCADE').then(
            () => true,
            (error: unknown) => {
              if (error instanceof pg.DatabaseError && error.code === deadlock) return false
              throw error
            },
          ),
        )
      } finally {
        await client.end()
      }
      wiped += 1
    },
  })
  expect(wiped).toBeGreaterThan(0)
})
