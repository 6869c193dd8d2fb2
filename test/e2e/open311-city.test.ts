import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { services } from '../../src/city/boston/services/index.ts'
import type { RunningOpen311 } from '../../src/sandbox/open311/index.ts'
import { startOpen311Player } from '../../src/sandbox/open311/index.ts'
import type { TestApp } from '../support/app.ts'
import { ours, testApp } from '../support/app.ts'
import { sureReports } from '../support/sure-reports.ts'
import { until } from '../support/until.ts'

const requests = 500
const inFlight = 16
const lost = 0.2
const token = 'token-of-tests'
/** A service that this city does not take. */
const missing = 'abandoned-bicycle'

/** A city whose server takes all services by our own slugs, and loses one answer in five. */
describe('an Open311 city behind the whole of it', () => {
  let city: RunningOpen311
  let app: TestApp
  beforeAll(async () => {
    city = await startOpen311Player({
      services: services.filter((s) => s.code !== missing).map(({ code, name }) => ({ code, name })),
      apiKey: 'key-of-tests',
      lagMs: 100,
    })
    app = await testApp({
      environment: { OPEN311_URL: city.url, OPEN311_API_KEY: 'key-of-tests', AGENT_TOKEN: token },
      caseTiming: { settlesWithinMs: 300, news: { everyMs: 200, atOnce: 200 } },
    })
  })
  afterAll(async () => {
    await app?.close()
    await city?.stop()
  })
  const phone = (index: number) => `+1617555${String(3000 + index)}`
  const heard = (index: number) =>
    app.player
      .messages()
      .filter((m) => m.direction === 'outbound-api' && m.to === phone(index))
      .map((m) => m.body)

  it(`that loses one answer in five has exactly ${requests} of ${requests} requests`, async () => {
    let seed = Number(process.env.DRILL_SEED ?? Math.floor(Math.random() * 2 ** 31))
    console.info(`lost answers, seed ${seed}`)
    const random = (): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      return seed / 0x7fffffff
    }
    city.chance({ kind: 'lost-answer' }, lost, random)
    const texts = sureReports(requests)
    let next = 0
    const lane = async (): Promise<void> => {
      for (let index = next++; index < requests; index = next++)
        await app.player.deliver({ from: phone(index), to: ours, text: texts[index] ?? '' })
    }
    await Promise.all(Array.from({ length: inFlight }, lane))
    await app.settled(120_000)
    city.noChance()

    const known = await app.sql<{ reference: string; id: string; number: string; state: string }>(
      `SELECT r.reference, r.state, k.system_id AS id, k.number FROM service_requests r
       JOIN cases k ON k.request_id = r.id AND k.system = 'open311'`,
    )
    expect(known).toHaveLength(requests)
    expect(new Set(known.map((k) => k.state))).toEqual(new Set(['filed']))
    expect(new Set(known.map((k) => k.id)).size).toBe(requests)
    const there = city.requests()
    expect(there).toHaveLength(requests)
    for (const { id, fields } of there) {
      const reference = known.find((k) => k.id === id)?.reference ?? 'unknown'
      expect(Object.fromEntries(fields).description).toContain(reference)
    }
    const again = await app.sql("SELECT 1 FROM effects WHERE kind = 'file' AND attempts > 1")
    // A fifth of them, give or take: else nothing was tried.
    expect(again.length).toBeGreaterThan(requests * lost * 0.5)
    expect(await app.sql('SELECT 1 FROM reviews')).toEqual([])
    expect(await app.sql("SELECT 1 FROM effects WHERE state = 'dead'")).toEqual([])
  }, 180_000)

  it('tells a resident in plain words that it closed their request, once', async () => {
    const before = heard(0).length
    const [mine] = await app.sql<{ id: string }>(
      `SELECT k.system_id AS id FROM cases k JOIN service_requests r ON r.id = k.request_id
       JOIN conversations c ON c.id = r.conversation_id WHERE c.resident = $1`,
      [phone(0)],
    )
    city.close(mine?.id ?? '', 'Filled on Tuesday.')
    await until(() => heard(0).length > before, 20_000)
    await app.player.deliver({ from: phone(0), to: ours, text: 'status' })
    await until(() => heard(0).length > before + 1, 20_000)
    const [news = '', status = ''] = heard(0).slice(before)
    expect(news).toContain('The City closed this')
    expect(news).toContain('"Filled on Tuesday."')
    expect(news).toContain('NOT FIXED')
    expect(news).toContain(mine?.id)
    expect(status).toContain('closed')
    expect(heard(0)).toHaveLength(before + 2)
  })

  it('is told of a correction by an agent, because it takes none', async () => {
    const [last] = await app.sql<{ id: string; address: string }>(
      `SELECT r.id, r.place ->> 'address' AS address FROM service_requests r
       JOIN conversations c ON c.id = r.conversation_id WHERE c.resident = $1`,
      [phone(1)],
    )
    const number = Number(/^\d+/.exec(last?.address ?? '')?.[0] ?? 1) + 2
    const before = heard(1).length
    await app.player.deliver({ from: phone(1), to: ours, text: `no, it's ${number}` })
    await until(() => heard(1).length > before, 20_000)
    await until(async () => {
      const reviews = await app.sql('SELECT 1 FROM reviews WHERE request_id = $1 AND closed_at IS NULL', [
        last?.id,
      ])
      return reviews.length === 1
    })
    const [review] = await app.sql<{ reason: string }>('SELECT reason FROM reviews WHERE request_id = $1', [
      last?.id,
    ])
    expect(review?.reason).toBe('change-after-filing')
  })

  it('that has no such service leaves the request to an agent, who files it as another', async () => {
    const from = phone(900)
    await app.player.deliver({
      from,
      to: ours,
      text: 'abandoned bicycle chained to a pole at 100 tremont st',
    })
    await app.settled(60_000)
    const api = (path: string, init: RequestInit = {}) =>
      fetch(`${app.url}/api/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
    const { reviews } = (await (await api('reviews')).json()) as {
      reviews: { id: string; reason: string; service_code: string }[]
    }
    const [review] = reviews.filter((one) => one.reason === 'not-filed')
    expect(review).toMatchObject({ service_code: missing })
    expect(city.requests()).toHaveLength(requests)
    const before = heard(900).length
    const decided = await api(`reviews/${review?.id}/decision`, {
      method: 'POST',
      body: JSON.stringify({ action: 'change', code: 'litter' }),
    })
    expect(decided.status).toBe(200)
    await until(() => city.requests().length === requests + 1, 20_000)
    await until(() => heard(900).length > before, 20_000)
    expect(city.requests().at(-1)?.serviceCode).toBe('litter')
  }, 90_000)
})
