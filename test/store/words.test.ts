import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenStore } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import { create, fresh, fromSomeone, request, turnOf } from '../contract/store-records.ts'
import { testDatabase } from '../support/postgres.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
const open: OpenStore[] = []
const ledger = async (keepsWords: boolean): Promise<OpenStore> => {
  const store = await openStore({
    url: database.url,
    maxConnections: 3,
    clock: { now: () => Date.now() },
    keepsWords,
  })
  open.push(store)
  return store
}
beforeAll(async () => {
  database = await testDatabase()
  await (await ledger(true)).migrate()
})
afterAll(async () => {
  await Promise.all(open.map((store) => store.close()))
  await database.drop()
})

/** A request with these words, and an agent's decision on it. */
async function decided(store: OpenStore, words: string): Promise<void> {
  const message = fromSomeone({ text: words })
  const reviewId = `rev_${fresh()}` as const
  const record = request({ state: 'review', description: words, message_ids: [message.id] })
  await store.accept([message], Date.now())
  await store.turn({ kind: 'message', messageId: message.id }, async () =>
    turnOf({
      writes: [
        create(record),
        { do: 'open-review', requestId: record.id, reviewId, reason: 'service-unclear', pinned: false },
      ],
    }),
  )
  const decision = { requestId: record.id, reviewId, action: 'accept', code: 'pothole', agent: 'a1' } as const
  await store.turn({ kind: 'decision', decision, key: `key ${fresh()}`, surface: 'test' }, async () =>
    turnOf({
      writes: [
        { do: 'change', requestId: record.id, patch: {}, what: 'accepted', actor: 'agent:a1' },
        { do: 'close-review', requestId: record.id, outcome: 'accepted', actor: 'agent:a1' },
      ],
    }),
  )
}

it('an example holds the words of the decision without personal data', async () => {
  const store = await ledger(true)
  await decided(store, 'hole at 123 Elm St, call 617-555-0123')
  const examples = await store.examples(0, 10)
  expect(examples.map(({ text, decided: { code } }) => [text, code])).toEqual([
    ['hole at 000 Elm St, call [number removed]', 'pothole'],
  ])
})

it('no words are kept where the City does not want them kept', async () => {
  const store = await ledger(false)
  const before = (await store.examples(0, 10)).length
  await decided(store, 'another hole')
  expect(await store.examples(0, 10)).toHaveLength(before)
})
