/**
 * What a drill with processes stands on: a PostgreSQL of its own, Twilio outside, and the ledger behind their backs.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../src/app/postgres/index.ts'
import type { RunningPlayer } from '../../src/sandbox/twilio/index.ts'
import { startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { openQueue } from '../../workers/queue.ts'
import { owedSql, testAccount, twilioVariables } from '../support/app.ts'
import type { Role } from '../support/process.ts'
import { startRole } from '../support/process.ts'

export interface StageOptions {
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null
  /** Where the player finds a gateway; asked before every webhook. */
  readonly gatewayUrl: () => string
  /** The root that is signed; null: the gateway's own. */
  readonly publicUrl: string | null
}

export interface Stage extends AsyncDisposable {
  readonly player: RunningPlayer
  readonly databaseUrl: string
  /** Starts a process; `more` goes beside the settings that all of them share. What still runs is killed at the end. */
  start(role: 'gateway' | 'worker', more: Readonly<Record<string, string>>): Role
  rows<R extends object>(text: string): Promise<readonly R[]>
  /** How much the ledger still owes. */
  owed(): Promise<number>
  /** How many jobs the queue holds. */
  depth(): Promise<number>
  counts(): Promise<Counts>
}

/** What has become of all messages. */
export interface Counts {
  readonly messages: number
  readonly waiting: number
  readonly requests: number
  readonly filed: number
  readonly reported: number
  readonly cases: number
  readonly requestsWithCase: number
  readonly known: number
  readonly dead: number
  readonly answered: number
}
const countsSql = `
  SELECT (SELECT count(*) FROM messages)::int AS messages,
    (SELECT count(*) FROM messages WHERE state <> 'done')::int AS waiting,
    (SELECT count(*) FROM service_requests)::int AS requests,
    (SELECT count(*) FROM service_requests WHERE state = 'filed')::int AS filed,
    (SELECT count(DISTINCT m) FROM service_requests, unnest(message_ids) m)::int AS reported,
    (SELECT count(*) FROM local_cases)::int AS cases,
    (SELECT count(DISTINCT request_id) FROM local_cases)::int AS "requestsWithCase",
    (SELECT count(*) FROM cases)::int AS known,
    (SELECT count(*) FROM effects WHERE state = 'dead')::int AS dead,
    (SELECT count(DISTINCT message_id) FROM effects WHERE kind = 'reply' AND state = 'done')::int AS answered`

export async function stage({ redisUrl, gatewayUrl, publicUrl }: StageOptions): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'intake311-drill-'))
  // A server of its own: killed processes leave their connections behind for a while, and others need theirs.
  const server = await startPostgres({ dataDir: join(dir, 'postgres'), log: () => undefined })
  const account = testAccount()
  const player = await startTwilioPlayer({ ...account, gatewayUrl, publicUrl })
  const pool = new pg.Pool({ connectionString: server.url, max: 2 })
  pool.on('error', () => undefined)
  const running = new Set<Role>()
  const shared = {
    DATA_DIR: dir,
    DATABASE_URL: server.url,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
    ...(publicUrl === null ? {} : { PUBLIC_URL: publicUrl }),
    ...twilioVariables(account, player),
  }
  const rows = async <R extends object>(text: string): Promise<readonly R[]> =>
    (await pool.query<R>(text)).rows
  const one = async <R extends object>(text: string): Promise<R> => {
    const [row] = await rows<R>(text)
    if (row === undefined) throw new Error('no row')
    return row
  }
  return {
    player,
    databaseUrl: server.url,
    start(role, more) {
      const child = startRole(role, { ...shared, ...more }, dir)
      running.add(child)
      child.gone.then(() => running.delete(child))
      return child
    },
    rows,
    async owed() {
      const owed = await one<{ messages: number; media: number; effects: number }>(owedSql)
      return owed.messages + owed.media + owed.effects
    },
    async depth() {
      const queue = await openQueue({ databaseUrl: server.url, redisUrl, log: () => undefined })
      const depths = await queue.depths().finally(() => queue.close(1_000))
      return Object.values(depths).reduce((a, b) => a + b, 0)
    },
    counts: () => one<Counts>(countsSql),
    async [Symbol.asyncDispose]() {
      await Promise.all([...running].map((child) => child.kill()))
      await player.stop()
      await pool.end()
      await server.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
