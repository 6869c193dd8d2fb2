import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Geocoded, Geocoder, Queue, Store, TurnInput } from '../../src/core/ports.ts'
import type { Turn } from '../../src/core/turn.ts'
import type { Understanding } from '../../src/core/understanding.ts'
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import { at, elm, empty, message, nowhere, policy, problem, sure, understood } from '../support/dialog.ts'

/** Takes one turn; says what the ledger and the geocoder saw, in order. */
async function turnWith(more: {
  readonly read?: () => Understanding
  readonly find?: () => Promise<readonly Geocoded[]>
  readonly budgetMs?: number
  readonly text?: string
}) {
  const steps: string[] = []
  const turns: Turn[] = []
  const logged: { readonly event: string; readonly fields: object }[] = []
  const input: TurnInput = {
    conversationId: 'cnv_00000001',
    channel: 'sms',
    state: empty,
    message: message(more.text ?? 'pothole at 45 elm st'),
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
  }
  let open = 0
  const store = {
    turn: async (_subject: unknown, decide: (i: TurnInput) => Promise<Turn>) => {
      steps.push('lock')
      open += 1
      try {
        turns.push(await decide(input))
        steps.push('commit')
        return { outcome: 'taken', effects: [], more: null }
      } catch (error) {
        steps.push('rollback')
        throw error
      } finally {
        open -= 1
      }
    },
  } as unknown as Store
  const geocoder: Geocoder = {
    name: 'arcgis',
    find: (query) => {
      steps.push(open === 0 ? `ask ${query}` : 'ASKED WITHIN THE LOCK')
      return (more.find ?? (async () => []))()
    },
    reverse: async () => null,
  }
  const deps: Intake = {
    store,
    queue: { add: async () => undefined } as unknown as Queue,
    policy,
    understand: more.read ?? (() => understood({ problems: [problem('pothole', at(elm))] })),
    places: { geocoder, budgetMs: more.budgetMs ?? 1_000 },
    clock: { now: () => 1_800_000_000_000 },
    log: (_level, event, fields) => void logged.push({ event, fields }),
  }
  await takeTurn(deps, { kind: 'message', messageId: 'msg_00000001' })
  const create = turns[0]?.writes.find((write) => write.do === 'create')
  return { steps, logged, turns, place: create?.do === 'create' ? create.request.place : null }
}
const refined = { ...elm, lat: elm.lat + 0.0001, accuracyM: 10 }

describe('a turn that asks a geocoder', () => {
  it('asks outside of the lock, and is taken once, with the answer', async () => {
    const { steps, turns, place } = await turnWith({ find: async () => [{ place: refined, score: 1 }] })
    expect(steps).toEqual(['lock', 'rollback', 'ask 45 Elm St', 'lock', 'commit'])
    expect(turns).toHaveLength(1)
    expect(place).toEqual(refined)
  })

  it.each([
    ['is away', () => Promise.reject(new AppError('provider-away', 'gone')), 'provider-away'],
    ['has a mistake of ours', () => Promise.reject(new TypeError('oh')), 'bug'],
    ['never answers', () => new Promise<never>(() => undefined), 'provider-slow'],
  ])('goes on as it was read where the geocoder %s', async (_, find, code) => {
    const startedAt = performance.now()
    const { steps, logged, place } = await turnWith({ find, budgetMs: 100 })
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(steps.at(-1)).toBe('commit')
    expect(place).toEqual(elm)
    expect(logged).toContainEqual({ event: 'place.unchecked', fields: { code } })
  })

  it('asks nothing where nothing is to be asked: one lock, no wait', async () => {
    const ofNothing = () => understood({ problems: [problem('pothole', nowhere)] })
    expect((await turnWith({ read: ofNothing })).steps).toEqual(['lock', 'commit'])
    const danger = () => understood({ safety: sure('emergency'), problems: [problem(null, at(elm))] })
    expect((await turnWith({ read: danger })).steps).toEqual(['lock', 'commit'])
  })

  it('asks once, though the conversation has changed meanwhile', async () => {
    let reads = 0
    const read = () => {
      reads += 1
      return understood({ problems: [problem('pothole', at({ ...elm, address: `${40 + reads} Elm St` }))] })
    }
    const { steps, place } = await turnWith({ read, find: async () => [{ place: refined, score: 1 }] })
    expect(steps).toEqual(['lock', 'rollback', 'ask 41 Elm St', 'lock', 'commit'])
    expect(place?.address).toBe('42 Elm St')
  })

  it('asks which one where the geocoder disagrees', async () => {
    const other = { ...elm, lat: elm.lat + 0.04, neighborhood: 'Dorchester' }
    const { turns, logged } = await turnWith({ find: async () => [{ place: other, score: 1 }] })
    expect(turns[0]?.state.question).toMatchObject({ about: 'place-choice' })
    expect(logged).toContainEqual({
      event: 'place.checked',
      fields: { messageId: 'msg_00000001', outcome: 'disagreed' },
    })
  })

  it('logs ids and outcomes, no address', async () => {
    const { logged } = await turnWith({ find: async () => [{ place: refined, score: 1 }] })
    expect(JSON.stringify(logged)).not.toMatch(/elm|42\.31/i)
  })
})
