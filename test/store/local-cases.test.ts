import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalCases, localCases, type OpenStore, openStore } from '../../src/store/index.ts'
import { fresh } from '../contract/store-records.ts'
import { testDatabase } from '../support/postgres.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let store: OpenStore
let cases: LocalCases

beforeAll(async () => {
  database = await testDatabase()
  store = await openStore({ url: database.url, maxConnections: 8, clock: { now: () => Date.now() } })
  await store.migrate()
  cases = localCases(store.sql)
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

test('a request filed eight times at once has one case', async () => {
  const requestId = `req_${fresh()}`
  const refs = await Promise.all(
    Array.from({ length: 8 }, () => cases.open(requestId, { request: { reference: `BOS-${requestId}` } })),
  )
  expect(new Set(refs.map((ref) => ref.id)).size).toBe(1)
  expect(refs[0]?.number).toBe(`BOS-${requestId}`)
  expect(await cases.find(requestId)).toEqual(refs[0])
})

test('a case without a reference is its own number', async () => {
  const ref = await cases.open(`req_${fresh()}`, { words: 'a\0b' })
  expect(ref.number).toBe(ref.id)
})

test('a case can be amended, closed and read', async () => {
  const requestId = `req_${fresh()}`
  const { id, number } = await cases.open(requestId, { n: 1 })
  expect(await cases.amend(id, { n: 2 }, 'corrected')).toBe(true)
  expect(await cases.read([id])).toMatchObject([
    { id, number, requestId, status: 'open', notes: null, snapshot: { n: 2 } },
  ])
  expect((await cases.list(1_000)).map((one) => one.id)).toContain(id)
  expect(await cases.close(number, 'Filled')).toBe(true)
  expect(await cases.read(['lc_unknown', id])).toMatchObject([{ id, status: 'closed', notes: 'Filled' }])
  expect((await cases.list(1_000)).map((one) => one.id)).not.toContain(id)
})

test('an unknown case is told apart', async () => {
  expect(await cases.find('req_unknown00')).toBeNull()
  expect(await cases.read(['lc_unknown'])).toEqual([])
  expect(await cases.amend('lc_unknown', {}, 'added')).toBe(false)
  expect(await cases.close('lc_unknown', null)).toBe(false)
})
