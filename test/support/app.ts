/**
 * A whole intake311 in this process, with Twilio standing outside: what the end-to-end tests talk to.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { App } from '../../src/app/app.ts'
import { startApp } from '../../src/app/app.ts'
import type { Parts } from '../../src/app/compose.ts'
import { readConfig } from '../../src/app/config.ts'
import type { Telemetry } from '../../src/app/telemetry.ts'
import { telemetry } from '../../src/app/telemetry.ts'
import type { RunningOptions, RunningPlayer } from '../../src/sandbox/twilio/index.ts'
import { startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { testDatabase } from './postgres.ts'
import { until } from './until.ts'

/** From the range that is never given to anyone. */
export const ours = '+16175550100'

export interface TestAccount {
  readonly accountSid: string
  readonly authToken: string
}
/** An account nobody has. */
export const testAccount = (): TestAccount => ({
  accountSid: `AC${randomBytes(16).toString('hex')}`,
  authToken: randomBytes(16).toString('hex'),
})

/** Variables that point an intake311 at a player of Twilio. */
export const twilioVariables = (account: TestAccount, player: RunningPlayer): Record<string, string> => ({
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_SMS_FROM: ours,
  TWILIO_API_URL: player.url,
})

/** One event of the log, as it was written. */
export interface LoggedEvent {
  readonly level: string
  readonly event: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface TestApp {
  readonly url: string
  /** Signs an agent in to the console, once. */
  readonly signInLink: string
  readonly player: RunningPlayer
  /** Null where the variables name other mail servers. */
  readonly mail: App['mail']
  readonly account: TestAccount
  readonly databaseUrl: string
  readonly dataDir: string
  readonly events: readonly LoggedEvent[]
  /** Reads the ledger behind the app's back. */
  sql<R extends object>(text: string, values?: readonly unknown[]): Promise<readonly R[]>
  /** Every message has had its turn, every file is fetched, every effect has ended. */
  settled(withinMs?: number): Promise<void>
  /** GeoReport's list, newest first. */
  requests(query?: string): Promise<readonly OpenRequest[]>
  close(): Promise<void>
}

/** What GET /open311/v2/requests.json shows of a request. */
export interface OpenRequest {
  readonly service_request_id: string
  readonly service_code: string | null
  readonly service_name: string | null
  readonly status: string
  readonly description: string | null
  readonly address: string | null
  readonly lat: number | null
  readonly long: number | null
  readonly media_url: string | null
}

/** Starts one on a database of its own. `environment` is added to what it needs. */
export async function testApp(
  more: {
    readonly environment?: Readonly<Record<string, string>>
    readonly player?: Partial<RunningOptions>
    readonly account?: TestAccount
    readonly databaseUrl?: string
    readonly caseTiming?: Parts['caseTiming']
  } = {},
): Promise<TestApp> {
  const account = more.account ?? testAccount()
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'intake311-app-'))
    closers.push(() => rm(dataDir, { recursive: true, force: true }))
    const database = more.databaseUrl === undefined ? await testDatabase() : null
    if (database !== null) closers.push(() => database.drop())
    const databaseUrl = more.databaseUrl ?? database?.url ?? ''
    let app: App | null = null
    const player = await startTwilioPlayer({ ...account, gatewayUrl: () => app?.url ?? '', ...more.player })
    closers.push(() => player.stop())
    const events: LoggedEvent[] = []
    const environment = {
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      ...twilioVariables(account, player),
      ...more.environment,
    }
    const timing = more.caseTiming === undefined ? {} : { caseTiming: more.caseTiming }
    const running = await startApp(readConfig(environment, 'all'), 'all', listened(events), timing)
    app = running
    closers.push(() => running.stop())
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
    pool.on('error', () => undefined)
    closers.push(() => pool.end())
    const sql: TestApp['sql'] = async (text, values = []) => (await pool.query(text, [...values])).rows
    const url = running.url ?? ''
    return {
      url,
      signInLink: running.signInLink ?? '',
      player,
      mail: running.mail,
      account,
      databaseUrl,
      dataDir,
      events,
      sql,
      settled: (withinMs) => settled(sql, withinMs),
      async requests(query = '') {
        const answer = await fetch(`${url}/open311/v2/requests.json?page_size=100${query}`)
        return (await answer.json()) as OpenRequest[]
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The real telemetry, with its events kept. */
function listened(events: LoggedEvent[]): Telemetry {
  const real = telemetry('silent')
  return {
    ...real,
    log(level, event, fields) {
      events.push({ level, event, fields: { ...fields } })
      real.log(level, event, fields)
    },
  }
}

/**
 * What the ledger still owes: turns, files, effects. Effects that wait for another try are owed too; a question to the
 * owner of a stated phone number that waits for the morning is not.
 */
export const owedSql = `
  SELECT (SELECT count(*) FROM messages WHERE state = 'new')::int AS messages,
    (SELECT count(*) FROM media WHERE state = 'waiting')::int AS media,
    (SELECT count(*) FROM effects WHERE state IN ('todo', 'doing')
       AND NOT (kind = 'ask' AND held_since IS NOT NULL AND due_at > now()))::int AS effects`

async function settled(sql: TestApp['sql'], withinMs = 15_000): Promise<void> {
  await until(async () => {
    const [owed] = await sql<{ messages: number; media: number; effects: number }>(owedSql)
    return owed !== undefined && owed.messages + owed.media + owed.effects === 0
  }, withinMs).catch(async (error: unknown) => {
    const [owed] = await sql<object>(owedSql)
    const effects = await sql<object>(
      `SELECT kind, state, attempts, uncertain, error_code, due_at, touched_at, now() FROM effects
        WHERE state IN ('todo', 'doing') ORDER BY seq LIMIT 5`,
    )
    throw new Error(`still owed: ${JSON.stringify(owed)}, first ${JSON.stringify(effects)}`, { cause: error })
  })
}
