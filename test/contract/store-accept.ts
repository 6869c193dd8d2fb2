import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bench } from './store.contract.ts'
import { fromSomeone, recorder, text } from './store-records.ts'

export const acceptSuite = {
  title: 'accept',
  tests(bench: Bench): void {
    test('takes a message five times at once as one', async () => {
      const message = fromSomeone()
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => bench.store.accept([message], bench.clock.now())),
      )
      expect(answers.flat().map((a) => a.id)).toEqual(Array(5).fill(message.id))
      expect(answers.flat().filter((a) => a.fresh)).toHaveLength(1)
      const again = await bench.store.accept([message], bench.clock.now())
      expect(again).toEqual([{ id: message.id, fresh: false }])

      const turns = recorder()
      const subject = { kind: 'message', messageId: message.id } as const
      await bench.store.turn(subject, turns.decide)
      expect(await bench.store.turn(subject, turns.decide)).toEqual({ outcome: 'nothing' })
      expect(turns.messages).toEqual([message.id])
    })

    test('takes the same message twice in one delivery as one', async () => {
      const message = fromSomeone()
      expect(await bench.store.accept([message, message], bench.clock.now())).toEqual([
        { id: message.id, fresh: true },
        { id: message.id, fresh: false },
      ])
    })

    test('keeps two channels apart that use the same id', async () => {
      const sms = fromSomeone({ providerId: 'same' })
      const email = fromSomeone({ providerId: 'same', channel: 'email' })
      const answers = await bench.store.accept([sms, email], bench.clock.now())
      expect(answers.every((a) => a.fresh)).toBe(true)
    })

    test('takes an empty delivery', async () => {
      expect(await bench.store.accept([], bench.clock.now())).toEqual([])
    })

    test('takes NUL characters and lone surrogates anywhere', async () => {
      const bad = 'a\u0000b\ud83dc\udc00'
      const message = fromSomeone({ text: bad, raw: { [bad]: bad, deep: [{ [bad]: [bad] }] } })
      await bench.store.accept([message], bench.clock.now())
      const { decide, seen } = recorder()
      await bench.store.turn({ kind: 'message', messageId: message.id }, decide)
      const good = 'ab\ufffdc\ufffd'
      expect(seen[0]?.message?.text).toBe(good)
      expect(seen[0]?.message?.raw).toEqual({ [good]: good, deep: [{ [good]: [good] }] })
    })

    test('gives back every well-formed text and every raw field as it came', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.string({ unit: 'binary' }),
          fc.json({ noUnicodeString: false }),
          async (words, json) => {
            const well = words.replaceAll('\0', '')
            const raw = JSON.parse(json.replaceAll(/\\u0000|\\ud[89a-f]../gi, ''))
            const message = fromSomeone({ text: well, raw: { raw } })
            await bench.store.accept([message], bench.clock.now())
            const { decide, seen } = recorder()
            await bench.store.turn({ kind: 'message', messageId: message.id }, decide)
            expect(seen[0]?.message?.text).toBe(well)
          },
        ),
        { numRuns: 15 },
      )
    })

    test('fails only the call whose message cannot be kept', async () => {
      // Longer than any index takes.
      const impossible = fromSomeone({ providerId: crypto.getRandomValues(new Uint8Array(9000)).toString() })
      const good = Array.from({ length: 10 }, () => fromSomeone())
      const calls = [...good.slice(0, 5), impossible, ...good.slice(5)]
      const answers = await Promise.allSettled(calls.map((m) => bench.store.accept([m], bench.clock.now())))
      const failed = answers.filter((a) => a.status === 'rejected')
      expect(failed).toHaveLength(1)
      expect(failed[0]?.reason).toMatchObject({ code: 'malformed' })
      expect(answers[5]?.status).toBe('rejected')
      expect(answers.filter((a) => a.status === 'fulfilled' && a.value[0]?.fresh === true)).toHaveLength(10)
    })

    test('keeps the order of receipt within one conversation', async () => {
      const from = fromSomeone().from
      const sent = Array.from({ length: 20 }, () => text({ from }))
      await Promise.all(sent.map((message) => bench.store.accept([message], bench.clock.now())))
      const turns = recorder()
      // Whichever message a job names, the oldest has its turn.
      for (const message of sent.toReversed()) {
        await bench.store.turn({ kind: 'message', messageId: message.id }, turns.decide)
      }
      expect(turns.messages).toEqual(sent.map((message) => message.id))
    })
  },
}
