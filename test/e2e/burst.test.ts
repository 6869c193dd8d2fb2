import { expect, it } from 'vitest'
import { ours, owedSql, testApp } from '../support/app.ts'
import { sureReports } from '../support/sure-reports.ts'
import { until } from '../support/until.ts'

const messages = 2_000
const residents = 500
const inFlight = 32

it('2,000 texts of 500 residents, 32 at a time, are all taken, all answered, none twice', async () => {
  const app = await testApp()
  try {
    const texts = sureReports(messages)
    const phone = (index: number) => `+1617555${String(2000 + (index % residents))}`
    const statuses = new Map<number, number>()
    let next = 0
    const lane = async (): Promise<void> => {
      for (let index = next++; index < messages; index = next++) {
        const text = texts[index] ?? ''
        const { status } = await app.player.deliver({ from: phone(index), to: ours, text })
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, lane))
    expect([...statuses]).toEqual([[200, messages]])
    await until(async () => {
      const [owed] = await app.sql<{ messages: number; effects: number }>(owedSql)
      return owed !== undefined && owed.messages + owed.effects === 0
    }, 100_000)

    const requests = await app.sql<{
      reference: string
      description: string
      resident: string
      state: string
    }>(
      `SELECT r.reference, r.description, r.state, c.resident
       FROM service_requests r JOIN conversations c ON c.id = r.conversation_id`,
    )
    expect(requests.map((r) => r.description).toSorted()).toEqual([...texts].toSorted())
    expect(new Set(requests.map((r) => r.state))).toEqual(new Set(['filed']))
    expect(await app.sql('SELECT 1 FROM local_cases')).toHaveLength(messages)
    const replies = app.player.messages().filter((m) => m.direction === 'outbound-api')
    expect(replies).toHaveLength(messages)
    const said = new Set(replies.map((m) => `${m.to} ${/BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(m.body)?.[0]}`))
    expect(said).toEqual(new Set(requests.map((r) => `${r.resident} ${r.reference}`)))
    expect(app.events.filter((e) => e.level === 'error' || e.event === 'effect.failed')).toEqual([])
    expect(await app.sql("SELECT 1 FROM effects WHERE state = 'dead' OR attempts > 1")).toEqual([])
  } finally {
    await app.close()
  }
}, 180_000)
