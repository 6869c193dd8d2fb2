/**
 * Brings a database to the shape this code needs. Safe with many processes starting at once: one works, the
 * others wait.
 * @module
 */
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { asStorageError } from './failures.ts'
import * as ledger from './migrations/0001-ledger.ts'
import * as desk from './migrations/0002-desk.ts'
import * as learning from './migrations/0003-learning.ts'
import * as doors from './migrations/0004-doors.ts'
import * as tallies from './migrations/0005-tallies.ts'
import * as promises from './migrations/0006-promises.ts'
import * as guests from './migrations/0008-guests.ts'
import * as mail from './migrations/0009-mail.ts'
import * as contacts from './migrations/0010-contacts.ts'

/** Numbered, never changed once released, never removed. */
const migrations = {
  '0001-ledger': ledger,
  '0002-desk': desk,
  '0003-learning': learning,
  '0004-doors': doors,
  '0005-tallies': tallies,
  '0006-promises': promises,
  '0008-guests': guests,
  '0009-mail': mail,
  '0010-contacts': contacts,
}

/** Any number that nobody else uses in the database; names our advisory lock. */
const lockKey = 311_020_251
const waitMs = 60_000

/** Returns how many migrations were applied now. Throws AppError `storage-away`, `misconfigured`. */
export async function migrate(url: string): Promise<{ readonly applied: number }> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 3,
    connectionTimeoutMillis: 5_000,
    lock_timeout: waitMs,
    application_name: 'intake311-migrate',
  })
  pool.on('error', () => undefined)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await db.connection().execute(async (holder) => {
      await sql`SELECT pg_advisory_lock(${lockKey})`.execute(holder)
      try {
        const provider = { getMigrations: () => Promise.resolve(migrations) }
        const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
        if (error !== undefined) throw error
        return { applied: results?.length ?? 0 }
      } finally {
        await sql`SELECT pg_advisory_unlock(${lockKey})`.execute(holder)
      }
    })
  } catch (error) {
    throw asStorageError(error)
  } finally {
    await db.destroy().catch(() => undefined)
  }
}
