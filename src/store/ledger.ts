/**
 * The connections. Hot statements go out prepared under a name, so that PostgreSQL plans them once per
 * connection; whoever waits for a connection waits here and not in the driver, whose clock for "the server
 * does not answer" would tick meanwhile.
 * @module
 */
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { AppError } from '../core/errors.ts'
import { asStorageError, sqlStateOf } from './failures.ts'
import type { Tables } from './tables.ts'

/** A statement under a name: the name is the statement's for ever, a changed text needs another. */
export interface Statement {
  readonly name: string
  readonly text: string
  /** Where somebody waits who cannot wait long. Default 12,000. */
  readonly answerWithinMs?: number
}
/** Runs statements; throws AppError. The caller knows the shape of its own rows. */
export interface Sql {
  rows<R>(statement: Statement, values: readonly unknown[]): Promise<readonly R[]>
}
export interface Ledger extends Sql {
  /** Commits what `work` did, or nothing. What `work` itself throws comes through unchanged. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** For the statements that are put together at run time. */
  readonly kysely: Kysely<Tables>
  close(): Promise<void>
}

const connectWithinMs = 2_000
/** Server side; a lock that is held longer belongs to a process in trouble. */
const lockWithinMs = 5_000
const statementWithinMs = 10_000
/** Ours, for a server that took the statement and fell silent. */
const answerWithinMs = 12_000
const freeWithinMs = 15_000

/**
 * Every statement here finds few rows by an index. A plan is kept as long as its connection, though, and one
 * that was made while the tables were empty would read them from end to end when they are full.
 */
const planning =
  '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off'

/** Opens lazily: nothing connects before the first statement. */
export function openLedger(url: string, maxConnections: number, name: string): Ledger {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectWithinMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    lock_timeout: lockWithinMs,
    statement_timeout: statementWithinMs,
    query_timeout: answerWithinMs,
    idle_in_transaction_session_timeout: 30_000,
    application_name: name,
    options: planning,
  })
  // An idle connection that breaks is replaced at the next use.
  pool.on('error', () => undefined)
  const turnstile = makeTurnstile(maxConnections)

  const lease = async (): Promise<pg.PoolClient> => {
    await turnstile.enter()
    try {
      const client = await pool.connect()
      client.on('error', swallow)
      return client
    } catch (error) {
      turnstile.leave()
      throw asStorageError(error)
    }
  }
  /** A connection that failed without PostgreSQL's word is never used again. */
  const giveBack = (client: pg.PoolClient, broken: boolean): void => {
    client.off('error', swallow)
    client.release(broken)
    turnstile.leave()
  }
  const on = (client: pg.PoolClient, note: (error: unknown) => void): Sql => ({
    async rows<R>(statement: Statement, values: readonly unknown[]) {
      try {
        const query: TimedQuery = {
          name: statement.name,
          text: statement.text,
          values: [...values],
          query_timeout: statement.answerWithinMs ?? answerWithinMs,
        }
        const { rows } = await client.query(query)
        return rows as R[]
      } catch (error) {
        note(error)
        throw asStorageError(error)
      }
    },
  })

  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: {},
        async connect() {
          const client = await lease()
          let broken = false
          const query = (text: string, values: readonly unknown[]) =>
            client.query(text, [...values]).catch((error: unknown) => {
              broken ||= sqlStateOf(error) === null
              throw error
            })
          // The one overload of `query` that Kysely uses without a cursor.
          return {
            query: query as unknown as PostgresPoolClient['query'],
            release: () => giveBack(client, broken),
          }
        },
        end: () => Promise.resolve(),
      },
    }),
  })

  return {
    kysely,
    async rows<R>(statement: Statement, values: readonly unknown[]) {
      const client = await lease()
      let broken = false
      try {
        return await on(client, (error) => {
          broken = sqlStateOf(error) === null
        }).rows<R>(statement, values)
      } finally {
        giveBack(client, broken)
      }
    },
    async transaction(work) {
      const client = await lease()
      let broken = false
      const sql = on(client, (error) => {
        broken ||= sqlStateOf(error) === null
      })
      try {
        await sql.rows(begin, [])
        const result = await work(sql)
        await sql.rows(commit, [])
        return result
      } catch (error) {
        if (!broken) await sql.rows(rollback, []).catch(() => undefined)
        throw error
      } finally {
        giveBack(client, broken)
      }
    },
    close: () => pool.end(),
  }
}

/** The driver reads this per statement too; its types have it for the connection only. */
interface TimedQuery extends pg.QueryConfig {
  readonly query_timeout: number
}

const begin: Statement = { name: '', text: 'BEGIN' }
const commit: Statement = { name: '', text: 'COMMIT' }
const rollback: Statement = { name: '', text: 'ROLLBACK' }
const swallow = (): void => undefined

/** Lets so many in at once and the rest in order of arrival. Throws `storage-away` after `freeWithinMs`. */
function makeTurnstile(places: number): { enter(): Promise<void>; leave(): void } {
  let free = places
  const waiting = new Set<() => void>()
  return {
    enter() {
      if (free > 0) {
        free -= 1
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        const go = (): void => {
          clearTimeout(timer)
          resolve()
        }
        const timer = setTimeout(() => {
          waiting.delete(go)
          reject(new AppError('storage-away', 'every connection to the ledger is busy'))
        }, freeWithinMs)
        waiting.add(go)
      })
    },
    leave() {
      const next = waiting.values().next()
      if (next.done === true) {
        free += 1
        return
      }
      waiting.delete(next.value)
      next.value()
    },
  }
}
