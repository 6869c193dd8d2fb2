import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Queue, Store, TurnInput } from '../../src/core/ports.ts'
import type { Turn } from '../../src/core/turn.ts'
import type { Understanding } from '../../src/core/understanding.ts'
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import { at, elm, empty, message, policy, problem, understood } from '../support/dialog.ts'

/** Takes one turn of a message; answers what the ledger was given, and what was logged. */
async function turnWith(understand: (text: string) => Understanding, more: Partial<TurnInput> = {}) {
  const turns: Turn[] = []
  const logged: string[] = []
  const input: TurnInput = {
    conversationId: 'cnv_00000001',
    channel: 'sms',
    state: empty,
    message: message('a text that breaks us'),
    receivedAt: 1_800_000_000_000,
    media: [],
    requests: [],
    request: null,
    review: null,
    repeated: null,
    optedOut: false,
    linked: [],
    prove: async () => null,
    agree: async () => null,
    asked: async () => null,
    find: async () => [],
    lately: async () => ({ replies: 0, sameText: 0 }),
    ...more,
  }
  const store = {
    turn: async (_subject: unknown, decide: (i: TurnInput) => Promise<Turn>) => {
      const turn = await decide(input)
      turns.push(turn)
      return { outcome: 'taken', effects: [], more: null }
    },
  } as unknown as Store
  const deps: Intake = {
    store,
    queue: { add: async () => undefined } as unknown as Queue,
    policy,
    understand,
    clock: { now: () => 1_800_000_000_000 },
    log: (_level, event) => void logged.push(event),
  }
  await takeTurn(deps, { kind: 'message', messageId: 'msg_00000001' })
  return { turn: turns[0], logged }
}

describe('a turn', () => {
  it('of a message that breaks our own code goes to an agent whole, pinned, and is answered', async () => {
    const { turn, logged } = await turnWith(() => {
      throw new TypeError('we did not think of this')
    })
    expect(turn?.writes).toMatchObject([
      {
        do: 'create',
        request: { state: 'review', description: 'a text that breaks us', message_ids: ['msg_00000001'] },
      },
      { do: 'open-review', reason: 'unreadable', pinned: true },
    ])
    expect(turn?.effects).toMatchObject([
      { kind: 'reply', reply: { speech: { say: 'in-review', reason: 'unreadable' } } },
    ])
    expect(logged).toContain('message.unreadable')
  })

  it('leaves an open draft and its question alone then', async () => {
    const first = await turnWith(() => understood({ problems: [problem('pothole', at(elm, 0.6))] }))
    const state = first.turn?.state ?? empty
    const { turn } = await turnWith(
      () => {
        throw new TypeError('again')
      },
      { state, message: message('x', { id: 'msg_00000002' }) },
    )
    expect(turn?.state).toEqual({ ...state, language: 'en' })
  })

  it('is tried again where the ledger was away, and nothing is written', async () => {
    const away = turnWith(() => understood({ references: ['BOS-7K3M-Q2XA'] }), {
      find: async () => {
        throw new AppError('storage-away', 'gone')
      },
    })
    await expect(away).rejects.toMatchObject({ code: 'storage-away' })
  })
})
