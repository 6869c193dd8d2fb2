import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenStore } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import * as first from '../../src/store/migrations/0001-ledger.ts'
import { testDatabase } from '../support/postgres.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let store: OpenStore

beforeAll(async () => {
  database = await testDatabase()
  // A ledger as the first version left it.
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const provider = { getMigrations: () => Promise.resolve({ '0001-ledger': first }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
  await sql`
    INSERT INTO conversations (id, channel, resident, ours, state, touched_at)
    VALUES ('cnv_00000001', 'sms', '+16175550123', '+16175550100', '{}', now())`.execute(db)
  for (const n of [1, 2]) {
    await sql`
      INSERT INTO service_requests (id, reference, conversation_id, channel, language, state, service_code,
        description, safety, private, requested_at, updated_at)
      VALUES (${`req_0000000${n}`}, ${`BOS-0000-000${n}`}, 'cnv_00000001', 'sms', 'en',
        ${n === 1 ? 'filing' : 'review'}, 'pothole', 'pothole', 'none', false, now(), now())`.execute(db)
  }
  await sql`
    INSERT INTO reviews (id, request_id, reason, pinned, opened_at)
    VALUES ('rev_00000002', 'req_00000002', 'place-unclear', false, now())`.execute(db)
  await sql`
    INSERT INTO effects (id, kind, conversation_id, request_id, payload, state, due_at, touched_at, ended_at, error_code)
    VALUES
      ('eff_00000001', 'file', 'cnv_00000001', 'req_00000001',
       '{"id":"eff_00000001","kind":"file","requestId":"req_00000001"}', 'dead', now(), now(), now(), 'provider-refused'),
      ('eff_00000002', 'review', 'cnv_00000001', 'req_00000002',
       '{"id":"eff_00000002","kind":"review","requestId":"req_00000002","reviewId":"rev_00000002"}', 'todo', now(), now(), NULL, NULL),
      ('eff_00000003', 'review', 'cnv_00000001', 'req_00000002',
       '{"id":"eff_00000003","kind":"review","requestId":"req_00000002","reviewId":"rev_00000002"}', 'doing', now(), now(), NULL, NULL)`.execute(
    db,
  )
  await db.destroy()
  store = await openStore({ url: database.url, maxConnections: 4, clock: { now: () => Date.now() } })
})
afterAll(async () => {
  await store?.close()
  await database?.drop()
})

it('a ledger of the first version is brought up to date, and what gave up there gets an agent', async () => {
  expect((await store.migrate()).applied).toBeGreaterThan(0)
  expect(await store.migrate()).toEqual({ applied: 0 })
  expect(await store.review('BOS-0000-0001')).toMatchObject({ reason: 'not-filed', closed: null, version: 1 })
  expect(await store.review('rev_00000002')).toMatchObject({
    reason: 'place-unclear',
    closed: null,
    claim: null,
  })
  // Reviews are carried by nobody any more.
  expect(await store.due(Date.now() + 60_000, 0, 100)).toEqual([])
  expect((await store.dead(10)).map((d) => d.id)).toEqual(['eff_00000001'])
  // The first version may still run beside us and bury one of its own.
  await store.sql.rows(
    { name: '', text: "UPDATE effects SET state = 'dead', ended_at = now() WHERE kind = 'review'" },
    [],
  )
  expect((await store.dead(10)).map((d) => d.id)).toEqual(['eff_00000001'])
})
