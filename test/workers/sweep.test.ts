import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Queue, QueueName, Store } from '../../src/core/ports.ts'
import type { Sweep } from '../../workers/sweep.ts'
import { sweepOnce } from '../../workers/sweep.ts'
import { policy, understood } from '../support/dialog.ts'

const now = 1_800_000_000_000

/** A ledger that owes two messages, and a queue as deep as told. */
function sweeping(depth: number | 'away') {
  const asked: number[] = []
  const added: [QueueName, readonly string[]][] = []
  const store = {
    due: async (_now: number, olderThanMs: number) => {
      asked.push(olderThanMs)
      return [
        { queue: 'intake', id: 'msg_00000001' },
        { queue: 'reply', id: 'eff_00000001_0' },
        { queue: 'intake', id: 'msg_00000002' },
      ]
    },
    idle: async () => [],
  } as unknown as Store
  const queue = {
    add: async (name: QueueName, ids: readonly string[]) => void added.push([name, ids]),
    depths: async () => {
      if (depth === 'away') throw new AppError('queue-away', 'gone')
      return { intake: depth, media: 0, file: 0, reply: 0, review: 0 }
    },
  } as unknown as Queue
  const deps: Sweep = {
    store,
    queue,
    policy,
    understand: () => understood(),
    clock: { now: () => now },
    log: () => undefined,
    olderThanMs: 5_000,
  }
  return { asked, added, sweep: () => sweepOnce(deps) }
}

describe('a sweep', () => {
  it('adds what is due to the queue of its kind', async () => {
    const { added, sweep } = sweeping(0)
    expect(await sweep()).toEqual({ added: 3, idle: 0 })
    expect(added).toEqual([
      ['intake', ['msg_00000001', 'msg_00000002']],
      ['reply', ['eff_00000001_0']],
    ])
  })

  it('is patient while a backlog is worked off', async () => {
    const { asked, sweep } = sweeping(1_000)
    await sweep()
    expect(asked).toEqual([30_000])
  })

  it('is not patient with a queue that is empty or away', async () => {
    for (const depth of [0, 99, 'away'] as const) {
      const { asked, sweep } = sweeping(depth)
      await sweep()
      expect(asked).toEqual([5_000])
    }
  })
})
