import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gather } from '../../workers/gather.ts'

/** A sender that is answered by hand. */
function byHand() {
  const calls: { key: string; items: readonly number[]; end: PromiseWithResolvers<void> }[] = []
  const add = gather<string, number>((key, items) => {
    const end = Promise.withResolvers<void>()
    calls.push({ key, items: [...items], end })
    return end.promise
  })
  return { calls, add }
}
/** Longer than any chain of promises in there. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

it('sends the first at once, and what comes in the meantime together', async () => {
  const { calls, add } = byHand()
  const first = add('a', [1])
  const second = add('a', [2, 3])
  const third = add('a', [4])
  expect(calls.map((c) => c.items)).toEqual([[1]])
  calls[0]?.end.resolve()
  await first
  await turn()
  expect(calls.map((c) => c.items)).toEqual([[1], [2, 3, 4]])
  calls[1]?.end.resolve()
  await Promise.all([second, third])
})

it('keeps keys apart', async () => {
  const { calls, add } = byHand()
  const both = [add('a', [1]), add('b', [2])]
  expect(calls.map((c) => c.key)).toEqual(['a', 'b'])
  for (const call of calls) call.end.resolve()
  await Promise.all(both)
})

it('tells every caller of the call that carried its items, and goes on after a failure', async () => {
  const { calls, add } = byHand()
  const first = add('a', [1])
  const second = add('a', [2])
  calls[0]?.end.reject(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await turn()
  calls[1]?.end.resolve()
  await expect(second).resolves.toBeUndefined()
})

it('has one call for a key under way at a time, and loses and repeats nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 40 }),
      async (plan) => {
        const sent: number[] = []
        let underWay = 0
        let most = 0
        const add = gather<string, number>(async (_key, items) => {
          underWay += 1
          most = Math.max(most, underWay)
          sent.push(...items)
          for (let i = 0; i < (items[0] ?? 0) % 3; i += 1) await Promise.resolve()
          underWay -= 1
          if ((items[0] ?? 0) % 7 === 6) throw new Error('away')
        })
        const calls: Promise<void>[] = []
        for (const [index, [ticks, pause]] of plan.entries()) {
          calls.push(add('a', [index]).catch(() => undefined))
          if (pause) for (let i = 0; i < ticks; i += 1) await Promise.resolve()
        }
        await Promise.all(calls)
        expect(sent).toEqual(plan.map((_, index) => index))
        expect(most).toBe(1)
      },
    ),
  )
})
