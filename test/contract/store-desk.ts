import { expect, test } from 'vitest'
import type { CaseRef } from '../../src/core/ports.ts'
import type { Reading } from '../../src/core/reading.ts'
import type { MessageId, RequestId, ReviewId, ReviewReason } from '../../src/core/request.ts'
import type { Decision, Effect } from '../../src/core/turn.ts'
import type { Bench } from './store.contract.ts'
import {
  create,
  effectIdOf,
  fresh,
  fromSomeone,
  place,
  recorder,
  reply,
  request,
  text,
  turnOf,
} from './store-records.ts'

const leaseMs = 30_000
const board = 'board'

export const deskSuite = {
  title: 'desk',
  tests(bench: Bench): void {
    /** A request in review, with what was said. */
    const reviewed = async (
      reason: ReviewReason = 'service-unclear',
      effects: readonly Effect[] = [],
      code: string | null = null,
    ) => {
      const message = fromSomeone({ text: 'its happening again' })
      const reviewId = `rev_${fresh()}` as const
      const record = request({
        state: 'review',
        service_code: code,
        description: message.text,
        message_ids: [message.id],
        category: {
          by: 'classifier',
          confidence: 0.4,
          alternatives: [{ value: 'heat', confidence: 0.3 }],
          evidence: [],
          messageId: message.id,
        },
      })
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({
          writes: [
            create(record),
            {
              do: 'open-review',
              requestId: record.id,
              reviewId,
              reason,
              pinned: reason === 'emergency',
            },
          ],
          effects,
        }),
      )
      return { record, reviewId, from: message.from, messageId: message.id }
    }
    type Reviewed = Awaited<ReturnType<typeof reviewed>>
    const decide = ({ record, reviewId }: Reviewed, key: string, more: Partial<Decision> = {}) => {
      const decision: Decision = {
        requestId: record.id,
        reviewId,
        action: 'accept',
        code: 'pothole',
        agent: 'a1',
        ...more,
      }
      const turns = recorder((input) =>
        input.review === null || input.repeated !== null
          ? turnOf()
          : turnOf({
              writes: [
                {
                  do: 'change',
                  requestId: record.id,
                  what: 'accepted',
                  actor: 'agent:a1',
                  patch: { state: 'filing', service_code: 'pothole' },
                },
                { do: 'close-review', requestId: record.id, outcome: 'accepted', actor: 'agent:a1' },
              ],
            }),
      )
      const subject = { kind: 'decision', decision, key, surface: 'test' } as const
      return bench.store.turn(subject, turns.decide).then(() => turns.seen)
    }
    /** The claim on a card that is due; fails where there is none. */
    const claimCard = async (id: ReviewId) => {
      const claim = await bench.store.claimCard(id, board, leaseMs)
      if (claim === null) throw new Error('no claim')
      return claim
    }
    const versionOf = async (id: ReviewId) => (await bench.store.review(id))?.version ?? 0

    test('names all files of a request: attachments, what could not be had, mails as they came', async () => {
      const [original, kept, failed, theirs] = [fresh(), fresh(), fresh(), fresh()].map(
        (id) => `med_${id}` as const,
      )
      const media = (id: `med_${string}` | undefined) => [
        { id: id ?? ('med_00000000' as const), url: 'inline:x', announcedType: 'application/pdf' },
      ]
      const mail = fromSomeone({
        channel: 'email',
        providerId: `mail-${fresh()}`,
        media: [...media(kept), ...media(failed)],
        raw: { mail: { original } },
      })
      const post = fromSomeone({
        channel: 'social',
        providerId: `post-${fresh()}`,
        media: media(theirs),
        raw: { borrowed: { post: '1', author: '2', files: 1 } },
      })
      await bench.store.accept([mail, post], bench.clock.now())
      const facts = {
        type: 'application/pdf',
        bytes: 12,
        sha256: 'x',
        width: null,
        height: null,
        point: null,
      }
      await bench.store.mediaKept(media(kept)[0]?.id ?? 'med_00000000', {
        ...facts,
        kind: 'other',
        shown: false,
      })
      for (const id of [failed, theirs])
        await bench.store.mediaFailed(
          media(id)[0]?.id ?? 'med_00000000',
          'too-large',
          true,
          bench.clock.now(),
        )
      const record = request({ state: 'review', message_ids: [mail.id, post.id] })
      await bench.store.turn({ kind: 'message', messageId: mail.id }, async () =>
        turnOf({ writes: [create(record)] }),
      )
      const known = { kind: null, type: null, bytes: null, error: null, shown: false, borrowed: false }
      const gone = { ...known, role: 'file', state: 'failed', error: 'too-large' }
      expect(await bench.store.filesOf(record.id)).toEqual([
        { ...known, id: original, role: 'mail', state: 'kept', type: 'message/rfc822' },
        {
          ...known,
          id: kept,
          role: 'file',
          state: 'kept',
          kind: 'other',
          type: 'application/pdf',
          bytes: 12,
        },
        { ...gone, id: failed },
        { ...gone, id: theirs, borrowed: true },
      ])
      await bench.store.fileOpened(record.id, media(original)[0]?.id ?? 'med_00000000', 'ana', 'console')
      expect((await bench.store.history(record.id)).at(-1)).toMatchObject({
        actor: 'agent:ana',
        what: 'file-opened',
        detail: { mediaId: original, surface: 'console' },
      })
      expect(await bench.store.filesOf('req_00000000')).toEqual([])
    })

    test('shows a review with all that an agent needs', async () => {
      const one = await reviewed('emergency')
      const row = await bench.store.review(one.reviewId)
      expect(row).toMatchObject({
        id: one.reviewId,
        reason: 'emergency',
        pinned: true,
        openedAt: bench.clock.now(),
        claim: null,
        closed: null,
        resident: one.from,
        request: { id: one.record.id, description: 'its happening again', category: { confidence: 0.4 } },
        photoIds: [],
        recordingIds: [],
        contact: null,
        caseRef: null,
      })
      expect(await bench.store.review(one.record.id)).toEqual(row)
      expect(await bench.store.review(row?.request.reference.toLowerCase() ?? '')).toEqual(row)
      expect(await bench.store.review('rev_unknown00')).toBeNull()
      expect((await bench.store.reviews(500)).find((r) => r.id === one.reviewId)).toEqual(row)
    })

    test('tells what was said, in order, and nothing of other requests', async () => {
      const asked = reply(null)
      const one = await reviewed('service-unclear', [asked])
      await reviewed('service-unclear', [reply(null)])
      await bench.store.claim(asked.id, leaseMs)
      bench.clock.move(1000)
      await bench.store.finish(asked.id, {
        kind: 'replied',
        text: 'What is the problem?',
        receipt: { providerId: `SM${asked.id}`, status: 'sent', rank: 1 },
      })
      expect(await bench.store.thread(one.record.id)).toMatchObject([
        { who: 'resident', text: 'its happening again', messageId: one.messageId },
        { who: 'bot', text: 'What is the problem?', messageId: null, at: bench.clock.now() },
      ])
    })

    test('gives a review to one of ten who claim it, until the lease ends', async () => {
      const { reviewId } = await reviewed()
      const until = bench.clock.now() + 60_000
      const agents = Array.from({ length: 10 }, (_, n) => `agent-${n}`)
      const claims = await Promise.all(
        agents.map((agent) => bench.store.claimReview(reviewId, agent, until, false)),
      )
      const winner = agents[claims.indexOf(true)] ?? ''
      expect(claims.filter(Boolean)).toHaveLength(1)
      expect(await bench.store.review(reviewId)).toMatchObject({ claim: { agent: winner, until } })
      expect(await bench.store.claimReview(reviewId, winner, until, false)).toBe(true)
      expect(await bench.store.claimReview(reviewId, 'other', until, false)).toBe(false)
      expect(await bench.store.claimReview(reviewId, 'other', until, true)).toBe(true)
      await bench.store.releaseReview(reviewId, winner)
      expect(await bench.store.review(reviewId)).toMatchObject({ claim: { agent: 'other' } })
      await bench.store.releaseReview(reviewId, 'other')
      expect(await bench.store.review(reviewId)).toMatchObject({ claim: null })
      expect(await bench.store.claimReview(reviewId, 'third', until, false)).toBe(true)
      bench.clock.move(60_000)
      expect(await bench.store.claimReview(reviewId, 'fourth', bench.clock.now() + 1, false)).toBe(true)
      expect(await bench.store.claimReview('rev_unknown00', 'a', until, true)).toBe(false)
    })

    test('shows a turn who works on the review it decides', async () => {
      const one = await reviewed()
      const until = bench.clock.now() + 5000
      await bench.store.claimReview(one.reviewId, 'a2', until, false)
      const [input] = await decide(one, `key ${fresh()}`)
      expect(input?.review).toEqual({
        id: one.reviewId,
        reason: 'service-unclear',
        claim: { agent: 'a2', until },
      })
    })

    test('takes a decision once under its key, and keeps it as an example', async () => {
      const one = await reviewed()
      const since = bench.clock.now()
      const key = `key ${fresh()}`
      const seen = (await Promise.all([decide(one, key), decide(one, key), decide(one, key)])).flat()
      expect(seen.filter((input) => input.repeated === null && input.review !== null)).toHaveLength(1)
      expect(seen.filter((input) => input.repeated === 'same')).toHaveLength(2)
      expect(await bench.store.claimReview(one.reviewId, 'late', since + 1, true)).toBe(false)
      const examples = (await bench.store.examples(since, 100)).filter((e) => e.requestId === one.record.id)
      expect(examples).toMatchObject([
        {
          agent: 'a1',
          surface: 'test',
          action: 'accept',
          channel: 'sms',
          language: 'en',
          text: 'its happening again',
          suggested: { code: null, confidence: 0.4, place },
          decided: { code: 'pothole', place },
        },
      ])
    })

    test('knows that a review waits for the resident, until they answer', async () => {
      const [one, other] = [await reviewed(), await reviewed()]
      bench.clock.move(1000)
      const decision: Decision = {
        requestId: one.record.id,
        reviewId: one.reviewId,
        action: 'ask',
        note: 'location',
        agent: 'a1',
      }
      const change = (what: string) =>
        ({ do: 'change', requestId: one.record.id, what, actor: 'agent:a1', patch: {} }) as const
      await bench.store.turn(
        { kind: 'decision', decision, key: `key ${fresh()}`, surface: 'test' },
        async () => turnOf({ writes: [change('asked for location')] }),
      )
      expect(await bench.store.review(one.reviewId)).toMatchObject({
        askedAt: bench.clock.now(),
        closed: null,
      })
      expect((await bench.store.review(other.reviewId))?.askedAt).toBeNull()
      const ids = (await bench.store.reviews(500)).map((r) => r.id)
      expect(ids.indexOf(other.reviewId)).toBeLessThan(ids.indexOf(one.reviewId))
      bench.clock.move(1000)
      const message = text({ from: one.from })
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [change('answered the agent')] }),
      )
      expect((await bench.store.review(one.reviewId))?.askedAt).toBeNull()
    })

    test('counts by day and channel what was understood and what agents made of it', async () => {
      bench.clock.move(9 * 86_400_000)
      const today = new Date(bench.clock.now()).toISOString().slice(0, 10)
      const read = (code: string | null, intent: Reading['intent'], confidence: number): Reading => ({
        language: 'en',
        intent,
        safety: 'none',
        code,
        confidence,
        place: null,
        placeConfidence: 0.5,
      })
      const take = async (reading: Reading | undefined) => {
        const message = text({ from: fromSomeone().from })
        await bench.store.accept([message], bench.clock.now())
        const turn = reading === undefined ? turnOf() : turnOf({ reading })
        await bench.store.turn({ kind: 'message', messageId: message.id }, async () => turn)
      }
      await take(read('pothole', 'report', 0.9))
      await take(read('litter', 'report', 0.7))
      await take(read(null, 'report', 0.6))
      await take(read(null, 'greeting', 0.6))
      await take(undefined)
      expect(await bench.store.daysOfReadings(today, 'UTC')).toEqual([
        {
          day: today,
          channel: 'sms',
          messages: 4,
          reports: 3,
          abstained: 1,
          confidence: expect.closeTo(0.8, 6),
          variance: expect.closeTo(0.01, 6),
          decided: 0,
          agreed: 0,
        },
      ])
      for (const suggested of [null, 'pothole', 'litter'])
        await decide(await reviewed('service-unclear', [], suggested), `key ${fresh()}`)
      expect(await bench.store.daysOfReadings(today, 'UTC')).toMatchObject([{ decided: 2, agreed: 1 }])
    })

    test('keeps no example of a decision that was not taken', async () => {
      const one = await reviewed()
      await decide(one, `key ${fresh()}`)
      const before = (await bench.store.examples(0, 1000)).length
      await decide(one, `key ${fresh()}`)
      expect((await bench.store.examples(0, 1000)).length).toBe(before)
    })

    test('has another mark after everything that an agent could see', async () => {
      const marks: string[] = []
      const mark = async () => marks.push(await bench.store.reviewsMark())
      await mark()
      const one = await reviewed()
      await mark()
      await bench.store.claimReview(one.reviewId, 'a', bench.clock.now() + 1000, false)
      await mark()
      bench.clock.move(1001)
      await mark()
      await decide(one, `key ${fresh()}`)
      await mark()
      marks.slice(1).forEach((one, n) => {
        expect(one).not.toBe(marks[n])
      })
      expect(await bench.store.reviewsMark()).toBe(marks.at(-1))
    })

    test('owes every open review a card, and a card everything that changes', async () => {
      const one = await reviewed()
      const due = async () =>
        (await bench.store.cardsDue(board, bench.clock.now(), 500)).filter((id) => id === one.reviewId)
      expect(await due()).toEqual([one.reviewId])
      const claims = await Promise.all(
        [1, 2, 3].map(() => bench.store.claimCard(one.reviewId, board, leaseMs)),
      )
      const [claim] = claims.filter((c) => c !== null)
      if (claim === undefined) throw new Error('no claim')
      expect(claims.filter((c) => c !== null)).toHaveLength(1)
      expect(claim).toMatchObject({ card: null, attempts: 1, maybePostedSince: null })
      expect(await due()).toEqual([])
      await bench.store.cardShown(claim, board, 'card-1')
      expect(await due()).toEqual([])
      await bench.store.claimReview(one.reviewId, 'a', bench.clock.now() + 1000, false)
      expect(await due()).toEqual([one.reviewId])
      const second = await claimCard(one.reviewId)
      expect(second).toMatchObject({ card: 'card-1', review: { claim: { agent: 'a' } } })
      // It changes again while the card is being shown: what is shown then is old news.
      await decide(one, `key ${fresh()}`)
      await bench.store.cardShown(second, board, 'card-1')
      expect(await due()).toEqual([one.reviewId])
      const third = await claimCard(one.reviewId)
      expect(third.review.closed).toMatchObject({ outcome: 'accepted', by: 'agent:a1' })
      await bench.store.cardShown(third, board, 'card-1')
      expect(await due()).toEqual([])
    })

    test('shows a review that was decided before it had a card nowhere', async () => {
      const one = await reviewed()
      await decide(one, `key ${fresh()}`)
      expect(await bench.store.cardsDue(board, bench.clock.now(), 500)).not.toContain(one.reviewId)
    })

    test('waits with a failed card until it is due, and remembers that it may be there', async () => {
      const one = await reviewed()
      const due = async () =>
        (await bench.store.cardsDue(board, bench.clock.now(), 500)).includes(one.reviewId)
      await due()
      const began = bench.clock.now()
      const first = await claimCard(one.reviewId)
      bench.clock.move(100)
      const retryAt = bench.clock.now() + 5000
      const failure = { code: 'unknown-outcome', retryAt, uncertain: true, card: null } as const
      await bench.store.cardFailed(first, board, failure)
      expect(await due()).toBe(false)
      bench.clock.move(5000)
      expect(await due()).toBe(true)
      const again = await claimCard(one.reviewId)
      expect(again).toMatchObject({ attempts: 2, maybePostedSince: began })
      await bench.store.cardShown(again, board, 'card-2')
      expect(await due()).toBe(false)
    })

    test('counts a claim on a card that lapsed as one that may have posted', async () => {
      const one = await reviewed()
      await bench.store.cardsDue(board, bench.clock.now(), 500)
      const began = bench.clock.now()
      const lapsed = await claimCard(one.reviewId)
      bench.clock.move(leaseMs)
      const next = await claimCard(one.reviewId)
      expect(next).toMatchObject({ maybePostedSince: began })
      await bench.store.cardShown(next, board, 'the card')
      // Whoever comes back late has nothing to say any more.
      const failure = { code: 'provider-away', retryAt: began, uncertain: false, card: null } as const
      await bench.store.cardFailed(lapsed, board, failure)
      await bench.store.cardShown(lapsed, board, 'another')
      await decide(one, `key ${fresh()}`)
      expect((await claimCard(one.reviewId)).card).toBe('the card')
    })

    /** A change of a filed request for which its case system has no call. */
    const byHand = async (requestId: RequestId, change: 'corrected' | 'added') => {
      const amend = { id: effectIdOf(fresh()), kind: 'amend', requestId, change } as const
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ effects: [amend] }),
      )
      await bench.store.claim(amend.id, leaseMs)
      await bench.store.finish(amend.id, { kind: 'by-hand' })
    }

    const fileOne = async (ref: CaseRef) => {
      const record = request()
      const message = text({ id: `msg_${fresh()}` as MessageId, from: fromSomeone().from })
      const file = { id: effectIdOf(fresh()), kind: 'file', requestId: record.id } as const
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(record)], effects: [file] }),
      )
      await bench.store.claim(file.id, leaseMs)
      return { record, file, filed: () => bench.store.finish(file.id, { kind: 'filed', ref }) }
    }

    test('hands what no case system took to an agent, and takes it back when it is filed after all', async () => {
      const system = `sys-${fresh()}`
      const one = await fileOne({ system, id: 'c1', number: null })
      await bench.store.fail(one.file.id, 'provider-refused', null, null, false)
      expect(await bench.store.review(one.record.id)).toMatchObject({ reason: 'not-filed', closed: null })
      expect((await bench.store.history(one.record.id)).map((line) => line.what)).toEqual([
        'created',
        'file-dead',
        'review-opened',
      ])
      await bench.store.revive([one.file.id])
      await bench.store.claim(one.file.id, leaseMs)
      await bench.store.fail(one.file.id, 'provider-refused', null, null, false)
      expect(await bench.store.review(one.record.id)).toMatchObject({ closed: null })
      await bench.store.revive([one.file.id])
      await bench.store.claim(one.file.id, leaseMs)
      await one.filed()
      expect(await bench.store.review(one.record.id)).toMatchObject({
        closed: { outcome: 'filed', by: system },
        caseRef: { system, id: 'c1' },
      })
    })

    test('hands a change that a case system does not offer to an agent', async () => {
      const one = await fileOne({ system: `sys-${fresh()}`, id: 'c1', number: null })
      await one.filed()
      await byHand(one.record.id, 'corrected')
      expect(await bench.store.review(one.record.id)).toMatchObject({
        reason: 'change-after-filing',
        closed: null,
      })
    })

    test('keeps what an agent was given apart from what the dialog opened in the same turn', async () => {
      // As the dialog numbers them: the first effect and the first review of a turn have one seed.
      const seed = fresh()
      const [filed, kept] = [request(), request({ state: 'review', service_code: null })]
      const file = { id: `eff_${seed}_0`, kind: 'file', requestId: filed.id } as const
      const open = {
        do: 'open-review',
        requestId: kept.id,
        reviewId: `rev_${seed}_0`,
        reason: 'service-unclear',
        pinned: false,
      } as const
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ writes: [create(filed), create(kept), open], effects: [file] }),
      )
      await bench.store.claim(file.id, leaseMs)
      await bench.store.fail(file.id, 'provider-refused', null, null, false)
      expect(await bench.store.review(filed.id)).toMatchObject({ reason: 'not-filed', closed: null })
      expect(await bench.store.review(kept.id)).toMatchObject({ reason: 'service-unclear', closed: null })
    })

    test('settles the review that was decided, and leaves the others of the request', async () => {
      const one = await fileOne({ system: `sys-${fresh()}`, id: 'c1', number: null })
      await bench.store.fail(one.file.id, 'provider-refused', null, null, false)
      const reviewId = `rev_${fresh()}` as const
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({
          writes: [
            { do: 'open-review', requestId: one.record.id, reviewId, reason: 'agent-wanted', pinned: true },
          ],
        }),
      )
      const close = {
        do: 'close-review',
        requestId: one.record.id,
        outcome: 'accepted',
        actor: 'agent:a',
      } as const
      const idle = async () => {
        const next = fromSomeone()
        await bench.store.accept([next], bench.clock.now())
        return { kind: 'message', messageId: next.id } as const
      }
      await bench.store.turn(await idle(), async () => turnOf({ writes: [{ ...close, reviewId }] }))
      expect(await bench.store.review(reviewId)).toMatchObject({ closed: { outcome: 'accepted' } })
      expect(await bench.store.review(one.record.id)).toMatchObject({ reason: 'not-filed', closed: null })
      expect((await bench.store.dead(1_000)).map((d) => d.id)).toContain(one.file.id)
      await bench.store.turn(await idle(), async () => turnOf({ writes: [close] }))
      expect((await bench.store.review(one.record.id))?.closed).not.toBeNull()
      // An agent has it: it is nobody's dead letter any more, and holds up no amendment.
      expect((await bench.store.dead(1_000)).map((d) => d.id)).not.toContain(one.file.id)
    })

    test('files a request by one effect at a time, and in doubt where an earlier one was', async () => {
      const system = `sys-${fresh()}`
      const one = await fileOne({ system, id: 'c1', number: null })
      await bench.store.fail(one.file.id, 'unknown-outcome', null, null, true)
      const second = { id: effectIdOf(fresh()), kind: 'file', requestId: one.record.id } as const
      const withdrawn = {
        id: effectIdOf(fresh()),
        kind: 'amend',
        requestId: one.record.id,
        change: 'withdrawn',
      } as const
      const message = fromSomeone()
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({ effects: [second, withdrawn] }),
      )
      await bench.store.revive([one.file.id])
      expect(await bench.store.claim(second.id, leaseMs)).toBeNull()
      expect(await bench.store.claim(one.file.id, leaseMs)).toMatchObject({ uncertain: true })
      expect(await bench.store.claim(second.id, leaseMs)).toBeNull()
      await bench.store.fail(one.file.id, 'provider-refused', null, null, false)
      expect(await bench.store.claim(withdrawn.id, leaseMs)).toBeNull()
      expect(await bench.store.claim(second.id, leaseMs)).toMatchObject({ uncertain: true })
      await bench.store.finish(second.id, { kind: 'filed', ref: { system, id: 'c1', number: null } })
      expect(await bench.store.claim(withdrawn.id, leaseMs)).toMatchObject({ caseRef: { id: 'c1' } })
    })

    test('opens one review for all changes that a case system does not offer', async () => {
      const one = await fileOne({ system: `sys-${fresh()}`, id: 'c1', number: null })
      await one.filed()
      for (let n = 0; n < 3; n += 1) await byHand(one.record.id, 'added')
      const open = (await bench.store.reviews(1_000)).filter((r) => r.request.id === one.record.id)
      expect(open).toHaveLength(1)
    })

    test('knows the same key for another decision from the same one', async () => {
      const [one, other] = [await reviewed(), await reviewed()]
      const key = `key ${fresh()}`
      await decide(one, key)
      expect((await decide(one, key))[0]?.repeated).toBe('same')
      expect((await decide(other, key))[0]?.repeated).toBe('other')
      expect((await decide(one, key, { action: 'refuse' }))[0]?.repeated).toBe('other')
    })

    test('watches open cases in turns, and none that has ended', async () => {
      const system = `sys-${fresh()}`
      const [a, b] = [
        await fileOne({ system, id: 'token:1', number: null }),
        await fileOne({ system, id: 'c2', number: '101' }),
      ]
      await a.filed()
      await b.filed()
      bench.clock.move(10 * 365 * 86_400_000)
      const now = bench.clock.now()
      const looks = await Promise.all([1, 2, 3].map(() => bench.store.watched(system, now - 1000, 1)))
      const [first] = looks.flat()
      expect(looks.flat()).toHaveLength(1)
      bench.clock.move(1000)
      const [second] = await bench.store.watched(system, bench.clock.now() - 1000, 1)
      expect([first?.requestId, second?.requestId].toSorted()).toEqual([a.record.id, b.record.id].toSorted())
      expect(await bench.store.watched(system, bench.clock.now() - 1000, 10)).toEqual([])
      await bench.store.caseNamed(
        a.record.id,
        { system, id: 'token:1', number: null },
        { system, id: 'c1', number: 'C-1' },
      )
      bench.clock.move(1000)
      const all = await bench.store.watched(system, bench.clock.now(), 10)
      expect(all.find((w) => w.requestId === a.record.id)).toEqual({
        requestId: a.record.id,
        ref: { system, id: 'c1', number: 'C-1' },
        known: { open: true, notes: null, notedAt: null },
      })
      expect((await bench.store.request('C-1'))?.request.id).toBe(a.record.id)
      const update = {
        requestId: b.record.id,
        ref: { system, id: 'c2', number: '101' },
        status: 'closed',
        notes: 'Done.',
        changedAt: bench.clock.now(),
      } as const
      const turns = recorder(() =>
        turnOf({
          writes: [
            {
              do: 'change',
              requestId: b.record.id,
              what: 'closed',
              actor: system,
              patch: { state: 'closed', status_notes: 'Done.' },
            },
          ],
        }),
      )
      await bench.store.turn({ kind: 'update', update }, turns.decide)
      expect(turns.seen[0]).toMatchObject({ message: null, request: { id: b.record.id, state: 'filed' } })
      bench.clock.move(1000)
      const left = await bench.store.watched(system, bench.clock.now(), 10)
      expect(left.map((w) => w.requestId)).toEqual([a.record.id])
    })

    test('lets an agent in once per link, and out again', async () => {
      const [link, cookie] = [`link ${fresh()}`, `cookie ${fresh()}`]
      await bench.store.addSignIn(link, bench.clock.now() + 1000)
      const session = { agent: 'someone', csrf: 'token', hash: cookie, expiresAt: bench.clock.now() + 5000 }
      const tries = await Promise.all([
        bench.store.signIn(link, session),
        bench.store.signIn(link, { ...session, hash: `${cookie} 2` }),
      ])
      expect(tries.toSorted()).toEqual([false, true])
      const hash = tries[0] ? cookie : `${cookie} 2`
      expect(await bench.store.session(hash)).toEqual({ agent: 'someone', csrf: 'token' })
      await bench.store.renameAgent(hash, 'somebody')
      expect(await bench.store.session(hash)).toEqual({ agent: 'somebody', csrf: 'token' })
      bench.clock.move(5000)
      expect(await bench.store.session(hash)).toBeNull()
      await bench.store.endSession(hash)
      const late = `link ${fresh()}`
      await bench.store.addSignIn(late, bench.clock.now() + 1000)
      bench.clock.move(1000)
      expect(await bench.store.signIn(late, { ...session, hash: `${cookie} 3` })).toBe(false)
      expect(await bench.store.signIn('never made', { ...session, hash: `${cookie} 4` })).toBe(false)
    })

    test('has one secret per name, whoever asks first', async () => {
      const name = `secret ${fresh()}`
      const found = await Promise.all([1, 2, 3].map(() => bench.store.secret(name)))
      expect(new Set(found).size).toBe(1)
      expect(found[0]?.length).toBeGreaterThan(30)
      expect(await bench.store.secret(`${name} 2`)).not.toBe(found[0])
    })

    test('counts a change of the request as one of its open review', async () => {
      const one = await reviewed()
      const before = await versionOf(one.reviewId)
      const message = text({ from: one.from })
      await bench.store.accept([message], bench.clock.now())
      await bench.store.turn({ kind: 'message', messageId: message.id }, async () =>
        turnOf({
          writes: [
            {
              do: 'change',
              requestId: one.record.id,
              what: 'added words',
              actor: 'resident',
              patch: { addText: 'at 5 Elm St' },
            },
          ],
        }),
      )
      expect(await versionOf(one.reviewId)).toBeGreaterThan(before)
    })
  },
}
