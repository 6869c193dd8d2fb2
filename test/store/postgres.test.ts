/** What only the store on PostgreSQL promises, beyond the contract. */
import { createServer, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyState } from '../../src/core/turn.ts'
import { type OpenStore, openStore, type StoreOptions } from '../../src/store/index.ts'
import { create, fromSomeone, recorder, request, text, turnOf } from '../contract/store-records.ts'
import { testDatabase } from '../support/postgres.ts'

const clock = { now: () => Date.now() }

describe('the ledger', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let store: OpenStore
  let raw: pg.Client
  const open = (more: Partial<StoreOptions> = {}) =>
    openStore({ url: database.url, maxConnections: 4, clock, ...more })

  beforeAll(async () => {
    database = await testDatabase()
    store = await open()
    raw = new pg.Client({ connectionString: database.url })
    raw.on('error', () => undefined)
    await raw.connect()
  })
  afterAll(async () => {
    await store.close()
    await raw.end()
    await database.drop()
  })

  test('is migrated once by many processes at once', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => open()))
    const applied = await Promise.all(many.map((one) => one.migrate()))
    const [most, ...others] = applied.map((a) => a.applied).toSorted((a, b) => b - a)
    expect(most).toBeGreaterThan(0)
    expect(others).toEqual([0, 0, 0, 0])
    expect(await store.migrate()).toEqual({ applied: 0 })
    await Promise.all(many.map((one) => one.close()))
  })

  test('has a comment on every table', async () => {
    const { rows } = await raw.query(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT LIKE 'kysely%' AND obj_description(oid) IS NULL`,
    )
    expect(rows).toEqual([])
  })

  test('never changes its history', async () => {
    const message = fromSomeone()
    await store.accept([message], clock.now())
    const subject = { kind: 'message', messageId: message.id } as const
    await store.turn(subject, async () => turnOf({ writes: [create(request())] }))
    const statements = [
      "UPDATE history SET what = 'x'",
      'DELETE FROM history',
      'TRUNCATE history',
      'TRUNCATE history CASCADE',
    ]
    for (const statement of statements) await expect(raw.query(statement)).rejects.toThrow('append-only')
  })

  test('holds no resident’s words in its history', async () => {
    const message = fromSomeone()
    const record = request({ description: 'secret words' })
    await store.accept([message], clock.now())
    const change = {
      do: 'change',
      requestId: record.id,
      what: 'added',
      actor: 'resident',
      patch: { addText: 'secret more' },
    } as const
    await store.turn({ kind: 'message', messageId: message.id }, async () =>
      turnOf({ writes: [create(record), change] }),
    )
    expect(JSON.stringify(await store.history(record.id))).not.toContain('secret')
  })

  test('draws a reference again that is taken', async () => {
    const drawn = [
      'BOS-AAAA-AAAA',
      'BOS-AAAA-AAAA',
      'BOS-BBBB-BBBB',
      'BOS-AAAA-AAAA',
      'BOS-BBBB-BBBB',
      'BOS-CCCC-CCCC',
    ] as const
    let n = 0
    const lucky = await open({
      randomReference: () => {
        n += 1
        return drawn[n - 1] ?? 'BOS-DDDD-DDDD'
      },
    })
    const records = [request(), request(), request()]
    const message = fromSomeone()
    await lucky.accept([message], clock.now())
    await lucky.turn({ kind: 'message', messageId: message.id }, async () =>
      turnOf({ writes: records.map(create) }),
    )
    const found = await Promise.all(records.map((record) => lucky.request(record.id)))
    expect(found.map((f) => f?.request.reference).toSorted()).toEqual([
      'BOS-AAAA-AAAA',
      'BOS-BBBB-BBBB',
      'BOS-CCCC-CCCC',
    ])
    await lucky.close()
  })

  test('starts anew where a state cannot be read, and says so', async () => {
    const message = fromSomeone()
    await store.accept([message], clock.now())
    await store.turn({ kind: 'message', messageId: message.id }, recorder().decide)
    await raw.query(`UPDATE conversations SET state = '{"version": 99}' WHERE resident = $1`, [message.from])
    const next = text({ from: message.from })
    await store.accept([next], clock.now())
    const turns = recorder()
    await store.turn({ kind: 'message', messageId: next.id }, turns.decide)
    expect(turns.seen[0]?.state).toEqual(emptyState)
    const { rows } = await raw.query(
      `SELECT h.what FROM history h JOIN conversations c ON c.id = h.conversation_id WHERE c.resident = $1`,
      [message.from],
    )
    expect(rows).toEqual([{ what: 'state-unreadable' }])
  })

  test('buries an effect that cannot be read', async () => {
    const message = fromSomeone()
    const record = request()
    await store.accept([message], clock.now())
    const effect = { id: 'eff_unreadable', kind: 'file', requestId: record.id } as const
    await store.turn({ kind: 'message', messageId: message.id }, async () =>
      turnOf({ writes: [create(record)], effects: [effect] }),
    )
    await raw.query(`UPDATE effects SET payload = '{}' WHERE id = $1`, [effect.id])
    await expect(store.claim(effect.id, 1000)).rejects.toMatchObject({ code: 'bug' })
    expect((await store.dead(100)).map((d) => d.id)).toContain(effect.id)
  })

  test('undoes a turn whose connection broke, and goes on', async () => {
    const message = fromSomeone()
    await store.accept([message], clock.now())
    const subject = { kind: 'message', messageId: message.id } as const
    const broken = store.turn(subject, async () => {
      await raw.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'intake311' AND state = 'idle in transaction'`,
      )
      return turnOf()
    })
    await expect(broken).rejects.toMatchObject({ code: 'storage-away' })
    expect(await store.turn(subject, recorder().decide)).toMatchObject({ outcome: 'taken' })
  })

  test('takes more callers than it has connections', async () => {
    const sent = Array.from({ length: 40 }, () => fromSomeone())
    await store.accept(sent, clock.now())
    const turns = recorder()
    await Promise.all(
      sent.map((message) => store.turn({ kind: 'message', messageId: message.id }, turns.decide)),
    )
    expect(turns.seen).toHaveLength(40)
  })
})

describe('a ledger that is away', () => {
  test('is storage-away for everyone who asks', async () => {
    const store = await openStore({
      url: `postgres://a:b@127.0.0.1:${await closedPort()}/c`,
      maxConnections: 3,
      clock,
    })
    const away = { name: 'AppError', code: 'storage-away' }
    await expect(store.ping()).rejects.toMatchObject(away)
    await expect(store.accept([fromSomeone()], 0)).rejects.toMatchObject(away)
    await expect(
      store.turn({ kind: 'message', messageId: 'msg_12345678' }, recorder().decide),
    ).rejects.toMatchObject(away)
    await expect(store.claim('eff_12345678', 1)).rejects.toMatchObject(away)
    await expect(store.requests({ page: 1, pageSize: 1 })).rejects.toMatchObject(away)
    await expect(store.migrate()).rejects.toMatchObject(away)
    await store.close()
  })

  test('is storage-away when it takes the call and says nothing', async () => {
    const silent: Server = createServer(() => undefined)
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    const store = await openStore({ url: `postgres://a:b@127.0.0.1:${port}/c`, maxConnections: 3, clock })
    await expect(store.accept([fromSomeone()], 0)).rejects.toMatchObject({ code: 'storage-away' })
    await store.close()
    silent.close()
  })

  test('is misconfigured where the password is wrong', async () => {
    const database = await testDatabase()
    const url = new URL(database.url)
    url.password = 'wrong'
    const store = await openStore({ url: url.href, maxConnections: 2, clock })
    await expect(store.ping()).rejects.toMatchObject({ code: 'misconfigured' })
    await store.close()
    await database.drop()
  })
})

async function closedPort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 1
}
