import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { CaseStatus, CaseSystem, TurnSubject, WatchedCase } from '../../src/core/ports.ts'
import type { Intake } from '../../workers/intake.ts'
import { lookOnce } from '../../workers/poll.ts'

const now = 1_800_000_000_000
const ref = (id: string, number: string | null = id) => ({ system: 'city', id, number })
const watched = (n: number, more: Partial<WatchedCase> = {}): WatchedCase => ({
  requestId: `req_0000000${n}`,
  ref: ref(`c${n}`),
  known: { open: true, notes: null, notedAt: null },
  ...more,
})
const status = (id: string, more: Partial<CaseStatus> = {}): CaseStatus => ({
  ref: ref(id),
  status: 'open',
  notes: null,
  changedAt: now,
  ...more,
})

/** One look at these cases, of which the system says this. */
async function look(
  cases: readonly WatchedCase[],
  news: Readonly<Record<string, CaseStatus>>,
  name: () => void = () => undefined,
) {
  const turns: TurnSubject[] = []
  const named: unknown[] = []
  const asked: number[] = []
  const deps = {
    store: {
      watched: async (_system: string, before: number, limit: number) => {
        asked.push(before, limit)
        return cases
      },
      caseNamed: async (...args: unknown[]) => {
        name()
        named.push(args)
      },
      turn: async (subject: TurnSubject) => {
        turns.push(subject)
        return { outcome: 'nothing' }
      },
    },
    clock: { now: () => now },
    log: () => undefined,
  } as unknown as Intake
  let reads = 0
  const system = {
    name: 'city',
    news: { everyMs: 15_000, atOnce: 50 },
    read: async () => {
      reads += 1
      return new Map(Object.entries(news))
    },
  } as unknown as CaseSystem
  const looked = await lookOnce(deps, system)
  return { turns, named, asked, looked, reads }
}

describe('a look at open cases', () => {
  it('makes a turn of what has changed and of nothing else', async () => {
    const { turns, looked } = await look(
      [
        watched(1),
        watched(2),
        watched(3, { known: { open: true, notes: 'On it.', notedAt: null } }),
        watched(4),
      ],
      {
        c1: status('c1', { status: 'closed', notes: 'Filled.' }),
        c2: status('c2'),
        c3: status('c3', { notes: ' On it. ' }),
      },
    )
    expect(looked).toBe(4)
    expect(turns).toMatchObject([
      { kind: 'update', update: { requestId: 'req_00000001', status: 'closed', notes: 'Filled.' } },
    ])
  })

  it('makes a turn of new words', async () => {
    const { turns } = await look([watched(1)], { c1: status('c1', { notes: 'A crew is on its way.' }) })
    expect(turns).toMatchObject([{ update: { notes: 'A crew is on its way.' } }])
  })

  it('makes a turn of words that change all the time once an hour, and of the end at once', async () => {
    const known = { open: true, notes: 'at 10:00', notedAt: now - 3_599_999 }
    const news = { c1: status('c1', { notes: 'at 10:01' }) }
    expect((await look([watched(1, { known })], news)).turns).toEqual([])
    expect(
      (await look([watched(1, { known: { ...known, notedAt: now - 3_600_000 } })], news)).turns,
    ).toHaveLength(1)
    const end = { c1: status('c1', { status: 'closed', notes: 'at 10:01' }) }
    expect((await look([watched(1, { known })], end)).turns).toHaveLength(1)
  })

  it('tells of the other cases where one cannot be written down', async () => {
    const broken = { c1: status('other\0id'), c2: status('c2', { status: 'closed' }) }
    const { turns } = await look([watched(1), watched(2)], broken, () => {
      throw new AppError('malformed', 'the ledger refused it')
    })
    expect(turns).toMatchObject([{ update: { requestId: 'req_00000002' } }])
  })

  it('learns the number behind a token', async () => {
    const token = ref('token:7', null)
    const { named, turns } = await look([watched(1, { ref: token })], { 'token:7': status('101') })
    expect(named).toEqual([['req_00000001', token, ref('101')]])
    expect(turns).toEqual([])
  })

  it('asks for no more at once than the system allows, and for nothing where there is nothing', async () => {
    const { asked, reads } = await look([], {})
    expect(asked).toEqual([now - 15_000, 50])
    expect(reads).toBe(0)
  })

  it('lets whoever runs it know that the system does not answer', async () => {
    const deps = {
      store: { watched: async () => [watched(1)] },
      clock: { now: () => now },
    } as unknown as Intake
    const system = {
      name: 'city',
      news: { everyMs: 1, atOnce: 1 },
      read: () => Promise.reject(new AppError('provider-away', 'away')),
    } as unknown as CaseSystem
    await expect(lookOnce(deps, system)).rejects.toMatchObject({ code: 'provider-away' })
  })
})
