import { expect, test } from 'vitest'
import type { ClaimedEffect } from '../../src/core/ports.ts'
import type { DeliveryReport, RequestId } from '../../src/core/request.ts'
import type { Effect } from '../../src/core/turn.ts'
import type { Bench } from './store.contract.ts'
import {
  create,
  effectIdOf,
  fresh,
  fromSomeone,
  ours,
  reply,
  request,
  text,
  turnOf,
} from './store-records.ts'

const leaseMs = 30_000

/** The claim that was made; fails where there is none. */
function taken(claim: Awaited<ReturnType<Bench['store']['claim']>>): ClaimedEffect {
  if (claim === null || claim === 'later') throw new Error(`no claim but ${claim}`)
  return claim
}

export const effectSuite = {
  title: 'effects',
  tests(bench: Bench): void {
    /** A turn with these effects for one new request. */
    const decided = async (
      effects: (requestId: RequestId) => readonly Effect[],
      from = fromSomeone().from,
    ) => {
      const message = text({ from })
      const record = request()
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)], effects: effects(record.id) }),
      )
      return { record, from }
    }
    const file = (requestId: RequestId): Effect => ({ id: effectIdOf(fresh()), kind: 'file', requestId })
    const amend = (requestId: RequestId): Effect => ({
      id: effectIdOf(fresh()),
      kind: 'amend',
      requestId,
      change: 'corrected',
    })
    const oneReply = async (say: (requestId: RequestId) => Effect = (id) => reply(id)) => {
      const made: Effect[] = []
      const { record, from } = await decided((id) => {
        made.push(say(id))
        return made
      })
      const id = made[0]?.id ?? effectIdOf('none00000')
      return { id, record, from }
    }
    const sent = (providerId: string) =>
      ({ kind: 'replied', text: 'Hi', receipt: { providerId, status: 'queued', rank: 1 } }) as const
    const report = (
      providerId: string,
      rank: number,
      more: Partial<DeliveryReport> = {},
    ): DeliveryReport => ({
      channel: 'sms',
      providerId,
      status: `rank-${rank}`,
      rank,
      failure: null,
      providerCode: null,
      ...more,
    })

    test('gives an effect to one of ten who claim it', async () => {
      const { id, record } = await oneReply()
      const claims = await Promise.all(Array.from({ length: 10 }, () => bench.store.claim(id, leaseMs)))
      const won = claims.filter((claim) => claim !== null)
      expect(won).toHaveLength(1)
      expect(won[0]).toMatchObject({
        attempts: 1,
        uncertain: false,
        effect: { id, kind: 'reply' },
        request: { id: record.id },
        caseRef: null,
      })
      await bench.store.finish(id, sent(`SM-${id}`))
      expect(await bench.store.claim(id, leaseMs)).toBeNull()
      bench.clock.move(leaseMs * 2)
      expect(await bench.store.claim(id, leaseMs)).toBeNull()
    })

    test('knows no claim for what it does not know', async () => {
      expect(await bench.store.claim('eff_unknown00', leaseMs)).toBeNull()
      await bench.store.finish('eff_unknown00', { kind: 'amended' })
      await bench.store.fail('eff_unknown00', 'bug', null, null, false)
    })

    test('gives a lapsed claim to the next, in doubt', async () => {
      const { id } = await oneReply()
      await bench.store.claim(id, leaseMs)
      bench.clock.move(leaseMs - 1)
      expect(await bench.store.claim(id, leaseMs)).toBeNull()
      bench.clock.move(1)
      const claims = await Promise.all([bench.store.claim(id, leaseMs), bench.store.claim(id, leaseMs)])
      expect(claims.filter((claim) => claim !== null)).toMatchObject([{ attempts: 2, uncertain: true }])
    })

    test('keeps the order of replies when the claim on the first one lapses', async () => {
      const [first, second] = [reply(null), reply(null)]
      await decided(() => [first, second])
      await bench.store.claim(first.id, leaseMs)
      bench.clock.move(leaseMs * 2)
      expect(await bench.store.claim(second.id, leaseMs)).toBe('later')
      expect(await bench.store.claim(first.id, leaseMs)).toMatchObject({ attempts: 2, uncertain: true })
      await bench.store.finish(first.id, sent(`SM-${first.id}`))
      expect(await bench.store.claim(second.id, leaseMs)).toMatchObject({ attempts: 1 })
    })

    test('waits with a failed effect until it is due, and keeps its doubt', async () => {
      const { id } = await oneReply()
      const began = bench.clock.now()
      expect(await bench.store.claim(id, leaseMs)).toMatchObject({ uncertain: false, uncertainSince: null })
      await bench.store.fail(id, 'unknown-outcome', null, bench.clock.now() + 1000, true)
      expect(await bench.store.claim(id, leaseMs)).toBeNull()
      bench.clock.move(1000)
      expect(await bench.store.claim(id, leaseMs)).toMatchObject({
        attempts: 2,
        uncertain: true,
        uncertainSince: began,
      })
      await bench.store.fail(id, 'provider-away', null, bench.clock.now(), false)
      expect(await bench.store.claim(id, leaseMs)).toMatchObject({
        attempts: 3,
        uncertain: true,
        uncertainSince: began,
      })
    })

    test('buries and revives', async () => {
      const { id, record } = await oneReply()
      await bench.store.claim(id, leaseMs)
      await bench.store.fail(id, 'provider-refused', '30007', null, false)
      expect(await bench.store.claim(id, leaseMs)).toBeNull()
      expect((await bench.store.dead(100)).find((d) => d.id === id)).toEqual({
        id,
        kind: 'reply',
        requestId: record.id,
        code: 'provider-refused',
        providerCode: '30007',
        attempts: 1,
        diedAt: bench.clock.now(),
      })
      expect(await bench.store.revive([id, 'eff_unknown00'])).toEqual([{ id, kind: 'reply' }])
      expect(await bench.store.revive([id])).toEqual([])
      expect(await bench.store.claim(id, leaseMs)).toMatchObject({ attempts: 1 })
      const whats = (await bench.store.history(record.id)).map((line) => line.what)
      expect(whats).toEqual(['created', 'reply-dead', 'reply-revived'])
    })

    test('ignores who comes late', async () => {
      const { id } = await oneReply()
      await bench.store.claim(id, leaseMs)
      await bench.store.finish(id, { kind: 'suppressed', why: 'opted-out' })
      await bench.store.fail(id, 'provider-away', null, bench.clock.now(), true)
      await bench.store.finish(id, sent(`SM-${id}`))
      expect(await bench.store.claim(id, leaseMs)).toBeNull()
      expect(await bench.store.deliver(report(`SM-${id}`, 5))).toBe('unknown')
    })

    test('files a request, and only then lets it be amended', async () => {
      const made: Effect[] = []
      const { record } = await decided((id) => {
        made.push(file(id), amend(id), amend(id))
        return made
      })
      const [filing, first, second] = made.map((effect) => effect.id)
      if (filing === undefined || first === undefined || second === undefined) throw new Error('no effects')
      expect(await bench.store.claim(first, leaseMs)).toBeNull()
      await bench.store.claim(filing, leaseMs)
      expect(await bench.store.claim(first, leaseMs)).toBeNull()
      const ref = { system: 'local', id: 'lc1', number: 'CASE-17' }
      await bench.store.finish(filing, { kind: 'filed', ref })
      expect((await bench.store.request('case-17'))?.request).toMatchObject({ id: record.id, state: 'filed' })
      expect(await bench.store.claim(second, leaseMs)).toBeNull()
      expect(await bench.store.claim(first, leaseMs)).toMatchObject({
        caseRef: ref,
        request: { state: 'filed' },
      })
      await bench.store.finish(first, { kind: 'amended' })
      expect(await bench.store.claim(second, leaseMs)).toMatchObject({ caseRef: ref })
    })

    test('does not bring a cancelled request back by filing it', async () => {
      const made: Effect[] = []
      const { record, from } = await decided((id) => {
        made.push(file(id))
        return made
      })
      const id = made[0]?.id ?? effectIdOf('none00000')
      await bench.store.claim(id, leaseMs)
      const cancel = text({ from })
      await bench.store.accept([cancel], bench.clock.now())
      const change = {
        do: 'change',
        requestId: record.id,
        what: 'cancelled',
        actor: 'resident',
        patch: { state: 'cancelled' },
      } as const
      await bench.store.turn({ kind: 'message', messageId: cancel.id }, async () =>
        turnOf({ writes: [change] }),
      )
      await bench.store.finish(id, { kind: 'filed', ref: { system: 'local', id: 'lc2', number: null } })
      expect((await bench.store.request(record.id))?.request).toMatchObject({
        state: 'cancelled',
        status: 'closed',
      })
    })

    test('gives a reply the facts of every request it names', async () => {
      const other = await decided((id) => [file(id)])
      const { id, record } = await oneReply((requestId) => {
        const speech = { say: 'status', requestIds: [requestId, other.record.id] } as const
        return reply(null, {
          reply: {
            speech: { ...speech, requestIds: [...speech.requestIds] },
            language: 'en',
            notices: [],
            evenIfOptedOut: false,
          },
        })
      })
      const claim = taken(await bench.store.claim(id, leaseMs))
      expect([...(claim?.facts.keys() ?? [])].sort()).toEqual([record.id, other.record.id].sort())
      expect(claim?.facts.get(record.id)).toMatchObject({
        code: 'pothole',
        state: 'filing',
        caseNumber: null,
      })
      expect(claim?.request).toBeNull()
    })

    test('tells others of a request what the public may know, and its own resident all of it', async () => {
      const openOne = request()
      const privateOne = request({ service_code: 'heat' })
      const owner = fromSomeone().from
      const about = { say: 'status', requestIds: [openOne.id, privateOne.id] } as const
      const asking = () =>
        reply(null, {
          reply: {
            speech: { ...about, requestIds: [...about.requestIds] },
            language: 'en',
            notices: [],
            evenIfOptedOut: false,
          },
        })
      const change = (requestId: RequestId) =>
        ({
          do: 'change',
          requestId,
          patch: { status_notes: 'Call 617-555-0123 first.' },
          what: 'noted',
          actor: 'bot',
        }) as const
      const own = asking()
      const message = text({ from: owner })
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(openOne), create(privateOne)], effects: [own] }),
      )
      for (const { id: requestId } of [openOne, privateOne]) {
        const ref = { system: 'local', id: 'lc9', number: null }
        await bench.store.turn(
          { kind: 'update', update: { requestId, status: 'open', notes: null, ref } as never },
          async () => turnOf({ writes: [change(requestId)] }),
        )
      }
      const foreign = asking()
      await decided(() => [foreign])
      const [theirs, ours] = [
        taken(await bench.store.claim(foreign.id, leaseMs)).facts,
        taken(await bench.store.claim(own.id, leaseMs)).facts,
      ]
      const notes = 'Call 617-555-0123 first.'
      expect(ours.get(openOne.id)).toMatchObject({ place: { address: '1 City Hall Sq' }, statusNotes: notes })
      expect(ours.get(privateOne.id)).toMatchObject({
        place: { address: '1 City Hall Sq' },
        statusNotes: notes,
      })
      expect(theirs.get(openOne.id)).toMatchObject({
        place: { address: '1 City Hall Sq' },
        statusNotes: 'Call [number removed] first.',
      })
      expect(theirs.get(privateOne.id)).toMatchObject({ state: 'filing', place: null, statusNotes: null })
    })

    test('keeps the replies of a conversation in order, and lets one that waits be overtaken', async () => {
      const made: Effect[] = []
      await decided((requestId) => {
        made.push(reply(requestId), reply(requestId))
        return made
      })
      const [first, second] = made.map((e) => e.id)
      if (first === undefined || second === undefined) throw new Error('two replies were made')
      expect(await bench.store.claim(second, leaseMs)).toBe('later')
      await bench.store.claim(first, leaseMs)
      expect(await bench.store.claim(second, leaseMs)).toBe('later')
      await bench.store.fail(first, 'provider-away', null, bench.clock.now() + 60_000, false)
      expect(await bench.store.claim(second, leaseMs)).toMatchObject({ attempts: 1 })
    })

    test('lets a delivery only go forward', async () => {
      const { id } = await oneReply()
      const providerId = `SM-${id}`
      await bench.store.claim(id, leaseMs)
      await bench.store.finish(id, sent(providerId))
      expect(await bench.store.deliver(report(providerId, 3))).toBe('applied')
      expect(await bench.store.deliver(report(providerId, 2))).toBe('older')
      expect(await bench.store.deliver(report(providerId, 3))).toBe('older')
      expect(await bench.store.deliver(report(providerId, 4))).toBe('applied')
      expect(await bench.store.deliver(report(`${providerId}-never-sent`, 4))).toBe('unknown')
    })

    test('opts a resident out who opted out at the provider', async () => {
      const { id, from, record } = await oneReply()
      const providerId = `SM-${id}`
      await bench.store.claim(id, leaseMs)
      await bench.store.finish(id, sent(providerId))
      await bench.store.deliver(report(providerId, 9, { failure: 'opted-out', providerCode: '21610' }))
      const made: Effect[] = []
      await decided((requestId) => {
        made.push(reply(requestId))
        return made
      }, from)
      const claim = taken(await bench.store.claim(made[0]?.id ?? id, leaseMs))
      expect(claim?.conversation).toMatchObject({ resident: from, ours, channel: 'sms', optedOut: true })
      expect((await bench.store.history(record.id)).at(-1)).toMatchObject({
        what: 'reply-failed',
        detail: { failure: 'opted-out', providerCode: '21610' },
      })
    })

    test('loses no report that is faster than our own note', async () => {
      const { id, record } = await oneReply()
      const providerId = `SM-${id}`
      await bench.store.claim(id, leaseMs)
      const failure = report(providerId, 9, { failure: 'bad-address', providerCode: '30006' })
      expect(await bench.store.deliver(failure)).toBe('unknown')
      await bench.store.finish(id, sent(providerId))
      expect(await bench.store.deliver(report(providerId, 3))).toBe('older')
      expect((await bench.store.history(record.id)).map((line) => line.what)).toEqual([
        'created',
        'replied',
        'reply-failed',
      ])
    })
  },
}
