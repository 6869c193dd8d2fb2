import { expect, test } from 'vitest'
import { pinnedReasons, Reference } from '../../src/core/request.ts'
import { emptyState, type Turn } from '../../src/core/turn.ts'
import type { Bench } from './store.contract.ts'
import {
  create,
  draft,
  effectIdOf,
  fresh,
  fromSomeone,
  ours,
  recorder,
  reply,
  request,
  text,
  turnOf,
} from './store-records.ts'

export const turnSuite = {
  title: 'turn',
  tests(bench: Bench): void {
    /** A message, accepted, and the turn it gets. */
    const take = async (turn: Turn, from = fromSomeone().from) => {
      const message = text({ from })
      await bench.store.accept([message], bench.clock.now())
      return bench.store.turn({ kind: 'message', messageId: message.id }, async () => turn)
    }
    const stateOf = async (from: string) => {
      const { decide, seen } = recorder((input) => turnOf({ state: input.state }))
      const message = text({ from })
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, decide)
      return seen[0]
    }

    test('gives every message one turn under eight at once, in order', async () => {
      const from = fromSomeone().from
      const sent = Array.from({ length: 12 }, () => text({ from }))
      await bench.store.accept(sent, bench.clock.now())
      const turns = recorder()
      const job = async (): Promise<void> => {
        for (const message of sent)
          await bench.store.turn({ kind: 'message', messageId: message.id }, turns.decide)
      }
      await Promise.all(Array.from({ length: 8 }, job))
      expect(turns.messages).toEqual(sent.map((message) => message.id))
    })

    test('names the next message of the conversation', async () => {
      const from = fromSomeone().from
      const [a, b] = [text({ from }), text({ from })]
      await bench.store.accept([a, b], bench.clock.now())
      const subject = { kind: 'message', messageId: a.id } as const
      expect(await bench.store.turn(subject, recorder().decide)).toMatchObject({
        outcome: 'taken',
        more: b.id,
      })
      expect(await bench.store.turn(subject, recorder().decide)).toMatchObject({
        outcome: 'taken',
        more: null,
      })
      expect(await bench.store.turn(subject, recorder().decide)).toEqual({ outcome: 'nothing' })
    })

    test('knows no turn for what it does not know', async () => {
      const { decide, seen } = recorder()
      expect(await bench.store.turn({ kind: 'message', messageId: 'msg_unknown00' }, decide)).toEqual({
        outcome: 'nothing',
      })
      expect(await bench.store.turn({ kind: 'idle', conversationId: 'cnv_unknown00' }, decide)).toEqual({
        outcome: 'nothing',
      })
      const nobody = { requestId: 'req_unknown00', reviewId: 'rev_unknown00' } as const
      const decision = { ...nobody, action: 'accept', agent: 'a' } as const
      expect(
        await bench.store.turn({ kind: 'decision', decision, key: 'k', surface: 'test' }, decide),
      ).toEqual({ outcome: 'nothing' })
      const update = {
        requestId: nobody.requestId,
        ref: { system: 'local', id: 'x', number: null },
        status: 'closed',
        notes: null,
        changedAt: 0,
      } as const
      expect(await bench.store.turn({ kind: 'update', update }, decide)).toEqual({ outcome: 'nothing' })
      expect(seen).toEqual([])
    })

    test('starts from the state that the last turn left', async () => {
      const from = fromSomeone().from
      expect((await stateOf(from))?.state).toEqual(emptyState)
      const state = { ...emptyState, language: 'es', drafts: [draft({ text: 'half \ud83d' })] } as const
      await take(turnOf({ state: { ...state, drafts: [...state.drafts] } }), from)
      const seen = await stateOf(from)
      expect(seen?.state.language).toBe('es')
      expect(seen?.state.drafts[0]?.text).toBe('half \ufffd')
    })

    test('writes nothing when deciding throws', async () => {
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      const subject = { kind: 'message', messageId: message.id } as const
      const broken = new Error('decide is broken')
      await expect(bench.store.turn(subject, () => Promise.reject(broken))).rejects.toBe(broken)
      const turns = recorder()
      expect(await bench.store.turn(subject, turns.decide)).toMatchObject({ outcome: 'taken' })
      expect(turns.messages).toEqual([message.id])
    })

    test('writes nothing when a write is refused', async () => {
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      const subject = { kind: 'message', messageId: message.id } as const
      const record = request()
      const bad = reply('req_not_there')
      await expect(
        bench.store.turn(subject, async () => turnOf({ writes: [create(record)], effects: [bad] })),
      ).rejects.toMatchObject({ name: 'AppError' })
      expect(await bench.store.request(record.id)).toBeNull()
      expect(await bench.store.turn(subject, recorder().decide)).toMatchObject({ outcome: 'taken' })
    })

    test('gives a new request its reference, dates and department', async () => {
      const record = request()
      await take(turnOf({ writes: [create(record)] }))
      const found = (await bench.store.request(record.id))?.request
      expect(found).toMatchObject({
        ...record,
        status: 'open',
        agency_responsible: 'PWDx',
        requested_datetime: new Date(bench.clock.now()).toISOString(),
        expected_datetime: new Date(bench.clock.now() + 48 * 3_600_000).toISOString(),
      })
      expect(Reference.safeParse(found?.reference).success).toBe(true)
    })

    test('changes requests, several times in one turn', async () => {
      const from = fromSomeone().from
      const record = request({ service_code: null, place: null, state: 'review', description: 'one' })
      const change = { do: 'change', requestId: record.id, what: 'corrected', actor: 'resident' } as const
      await take(turnOf({ writes: [create(record), { ...change, patch: { addText: 'two' } }] }), from)
      bench.clock.move(1000)
      await take(
        turnOf({
          writes: [
            { ...change, patch: { addText: 'three', service_code: 'pothole', state: 'filing' } },
            {
              ...change,
              patch: { addText: 'four', attributes: { depth: '2' }, addMessageIds: ['msg_12345678'] },
            },
          ],
        }),
        from,
      )
      const found = (await bench.store.request(record.id))?.request
      expect(found).toMatchObject({
        description: 'one\ntwo\nthree\nfour',
        service_code: 'pothole',
        state: 'filing',
        agency_responsible: 'PWDx',
        attributes: { depth: '2' },
        message_ids: ['msg_12345678'],
        updated_datetime: new Date(bench.clock.now()).toISOString(),
        expected_datetime: new Date(bench.clock.now() - 1000 + 48 * 3_600_000).toISOString(),
      })
    })

    test('shows the dialog the requests of the conversation, newest first', async () => {
      const from = fromSomeone().from
      const [older, newer] = [request(), request({ state: 'review' })]
      await take(turnOf({ writes: [create(older)] }), from)
      bench.clock.move(1000)
      const review = {
        do: 'open-review',
        requestId: newer.id,
        reviewId: `rev_${fresh()}`,
        reason: 'question',
        pinned: false,
      } as const
      await take(turnOf({ writes: [create(newer), review] }), from)
      const seen = await stateOf(from)
      expect(seen?.requests.map((r) => [r.id, r.state, r.reason])).toEqual([
        [newer.id, 'review', 'question'],
        [older.id, 'filing', null],
      ])
      expect(seen?.requests[0]?.at).toBe(bench.clock.now())
    })

    test('finds requests by reference, whoever wrote them', async () => {
      const record = request()
      await take(turnOf({ writes: [create(record)] }))
      const reference = (await bench.store.request(record.id))?.request.reference ?? ''
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      const found: unknown[] = []
      await bench.store.turn({ kind: 'message', messageId: message.id }, async (input) => {
        found.push(
          await input.find([reference.toLowerCase()]),
          await input.find(['BOS-0000-0000']),
          await input.find([]),
        )
        return turnOf()
      })
      expect(found).toMatchObject([[{ id: record.id }], [], []])
    })

    test('tells a turn how often we replied and the same words came lately, in this conversation alone', async () => {
      const from = fromSomeone().from
      const first = text({ from, text: 'the same words' })
      await bench.store.accept([first, fromSomeone({ text: 'the same words' })], bench.clock.now())
      const since = bench.clock.now()
      await bench.store.turn({ kind: 'message', messageId: first.id }, async (input) => {
        expect(await input.lately(since)).toEqual({ replies: 0, sameText: 0 })
        return turnOf({ effects: [reply(null), reply(null)] })
      })
      const again = text({ from, text: 'the same words' })
      await bench.store.accept([again], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: again.id }, async (input) => {
        expect(await input.lately(since)).toEqual({ replies: 2, sameText: 1 })
        expect(await input.lately(bench.clock.now() + 60_000)).toEqual({ replies: 0, sameText: 0 })
        return turnOf()
      })
    })

    test('says of a request whether strangers may see it', async () => {
      const [open, closed] = [request(), request({ service_code: null, state: 'review' })]
      const { from } = text({ from: fromSomeone().from })
      await take(turnOf({ writes: [create(open), create(closed)] }), from)
      const seen = (await stateOf(from))?.requests ?? []
      expect(new Map(seen.map(({ id, withheld }) => [id, withheld]))).toEqual(
        new Map([
          [open.id, false],
          [closed.id, true],
        ]),
      )
    })

    test('takes an agent’s decision in the conversation of its request', async () => {
      const record = request({ state: 'review' })
      const reviewId = `rev_${fresh()}` as const
      const open = {
        do: 'open-review',
        requestId: record.id,
        reviewId,
        reason: 'agent-wanted',
        pinned: pinnedReasons.has('agent-wanted'),
      } as const
      await take(turnOf({ writes: [create(record), open] }))
      expect((await bench.store.review(reviewId))?.request.id).toBe(record.id)
      const turns = recorder(() =>
        turnOf({
          writes: [
            { do: 'close-review', requestId: record.id, outcome: 'accepted', actor: 'agent:7' },
            {
              do: 'change',
              requestId: record.id,
              what: 'accepted',
              actor: 'agent:7',
              patch: { state: 'filing' },
            },
          ],
        }),
      )
      const decision = { requestId: record.id, reviewId, action: 'accept', agent: '7' } as const
      const subject = { kind: 'decision', decision, key: `test ${fresh()}`, surface: 'test' } as const
      await bench.store.turn(subject, turns.decide)
      expect(turns.seen[0]).toMatchObject({
        message: null,
        request: { id: record.id, state: 'review' },
        review: { id: reviewId, claim: null },
        repeated: null,
      })
      expect(await bench.store.review(reviewId)).toMatchObject({
        closed: { at: bench.clock.now(), outcome: 'accepted', by: 'agent:7' },
      })
      expect((await bench.store.request(record.id))?.request.state).toBe('filing')
      const lines = await bench.store.history(record.id)
      expect(lines.map((line) => [line.actor, line.what])).toEqual([
        ['bot', 'created'],
        ['bot', 'review-opened'],
        ['agent:7', 'review-closed'],
        ['agent:7', 'accepted'],
      ])
    })

    test('lists open reviews, pinned ones first', async () => {
      const open = async (pinned: boolean) => {
        const record = request({ state: 'review' })
        const reviewId = `rev_${fresh()}` as const
        const reason = pinned ? 'emergency' : 'question'
        await take(
          turnOf({
            writes: [create(record), { do: 'open-review', requestId: record.id, reviewId, reason, pinned }],
          }),
        )
        bench.clock.move(1000)
        return reviewId
      }
      const [a, b, c] = [await open(false), await open(true), await open(false)]
      const listed = (await bench.store.reviews(100))
        .map((r) => r.id)
        .filter((id) => [a, b, c].includes(id as typeof a))
      expect(listed).toEqual([b, a, c])
    })

    test('remembers a resident’s wish', async () => {
      const from = fromSomeone().from
      await take(turnOf({ consent: 'out' }), from)
      expect((await stateOf(from))?.optedOut).toBe(true)
      await bench.store.consent('sms', from, ours, 'in')
      expect((await stateOf(from))?.optedOut).toBe(false)
    })

    test('finds conversations with drafts that nobody touched', async () => {
      const from = fromSomeone().from
      for (const conversationId of await bench.store.idle(bench.clock.now() + 1, 100)) {
        await bench.store.turn({ kind: 'idle', conversationId }, recorder().decide)
      }
      await take(turnOf({ state: { ...emptyState, drafts: [draft()] } }), from)
      bench.clock.move(60_000)
      expect(await bench.store.idle(bench.clock.now() - 120_000, 10)).toEqual([])
      const [conversationId] = await bench.store.idle(bench.clock.now() - 1000, 10)
      if (conversationId === undefined) throw new Error('no conversation is idle')
      const turns = recorder()
      await bench.store.turn({ kind: 'idle', conversationId }, turns.decide)
      expect(turns.seen[0]).toMatchObject({
        message: null,
        conversationId,
        state: { drafts: [{ text: 'pothole' }] },
      })
      expect(await bench.store.idle(bench.clock.now() + 1, 10)).toEqual([])
    })

    test('writes an effect of every turn once', async () => {
      const effect = reply(null, { id: effectIdOf(fresh()) })
      expect(await take(turnOf({ effects: [effect] }))).toMatchObject({
        effects: [{ id: effect.id, kind: 'reply' }],
      })
      await expect(take(turnOf({ effects: [effect] }))).rejects.toMatchObject({ code: 'conflict' })
    })
  },
}
