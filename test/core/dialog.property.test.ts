import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { step } from '../../src/core/dialog.ts'
import type { RequestView, Turn } from '../../src/core/turn.ts'
import { ConversationState } from '../../src/core/turn.ts'
import { anyMessage, codes, empty, type event, policy, sure, understood } from '../support/dialog.ts'

type MessageEvent = ReturnType<typeof event>
const conversation = fc.array(anyMessage, { minLength: 1, maxLength: 8 })

/** Plays a conversation; calls `check` after every turn. */
function play(
  events: readonly MessageEvent[],
  check: (turn: Turn, event: MessageEvent, before: ConversationState) => void,
): void {
  let state = empty
  for (const e of events) {
    const turn = step(state, e, policy, 'sms')
    check(turn, e, state)
    state = turn.state
  }
}
const replies = (turn: Turn) => turn.effects.flatMap((e) => (e.kind === 'reply' ? [e.reply] : []))
const says = (turn: Turn) => replies(turn).map((r) => r.speech.say)

describe('the dialog', () => {
  it('is total: any conversation gives turns whose state and effects parse', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn) => {
          expect(ConversationState.safeParse(turn.state).error).toBeUndefined()
          const ids = turn.effects.map((e) => e.id)
          expect(new Set(ids).size).toBe(ids.length)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('is pure: the same state and event give the same turn', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn, e, before) => expect(step(before, e, policy, 'sms')).toEqual(turn))
      }),
      { numRuns: 100 },
    )
  })

  it('is never silent, except where the provider answers a keyword itself', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn, e) => {
          const providerSpoke = e.message.keyword !== null && e.message.answeredByProvider
          if (!providerSpoke) expect(replies(turn).length).toBeGreaterThan(0)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('answers danger before anything else, all but STOP', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn, e) => {
          const { safety } = e.understanding
          const danger = safety.value !== 'none' && safety.confidence >= policy.emergencyAt
          if (!danger || e.message.keyword !== null) return
          expect(says(turn)[0]).toBe(safety.value)
          expect(replies(turn)[0]?.evenIfOptedOut).toBe(true)
          expect(replies(turn)[0]?.notices).toEqual([])
          const held = turn.writes.some(
            (w) =>
              (w.do === 'open-review' && w.pinned) ||
              (w.do === 'change' && w.what === 'more on the emergency'),
          )
          expect(held).toBe(true)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('never asks about one draft more than twice, and about one slot more than twice', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn) => {
          for (const draft of turn.state.drafts) {
            expect(draft.asked.total).toBeLessThanOrEqual(policy.questionsPerRequest)
            expect(draft.asked.category).toBeLessThanOrEqual(policy.questionsPerSlot)
            expect(draft.asked.location).toBeLessThanOrEqual(policy.questionsPerSlot)
          }
        })
      }),
      { numRuns: 400 },
    )
  })

  it('never files without a service, nor without a place where the service needs one', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn) => {
          for (const write of turn.writes) {
            if (write.do !== 'create' || write.request.state !== 'filing') continue
            const service = policy.services.get(write.request.service_code ?? '')
            expect(service).toBeDefined()
            if (service?.place !== 'none') expect(write.request.place).not.toBeNull()
            if (service?.place === 'precise')
              expect(write.request.place?.accuracyM).toBeLessThanOrEqual(policy.preciseWithinM)
            expect(service?.review).toBe('never')
          }
        })
      }),
      { numRuns: 600 },
    )
  })

  it('files a request that waited for an agent only with a place exact enough, and never over the agent', () => {
    let seen = 0
    // What a resident sends while a request of theirs waits: anything, but mostly a place by itself.
    const afterReview = fc
      .tuple(anyMessage, fc.constantFrom(...codes), fc.boolean(), fc.integer({ min: 0, max: 100 }))
      .map(([e, code, placeOnly, percent]) => {
        const waiting = e.requests[0] ?? null
        const request: RequestView = {
          id: 'req_00000001',
          reference: 'BOS-7K3M-Q2XA',
          state: 'review',
          code,
          place: null,
          safety: 'none',
          reason: waiting?.reason ?? 'place-unclear',
          notes: null,
          at: e.now,
          changedAt: e.now,
        }
        const problems = e.understanding.problems.map((p) => ({
          ...p,
          category: sure<string | null>(null),
          location: { ...p.location, needs: null, mention: 'Elm St', confidence: percent / 100 },
        }))
        const understanding = { ...understood({ intent: sure('other') }), problems }
        // The ledger shows one request one way, named or not.
        const named = e.named.length > 0 ? [request] : []
        return { ...e, requests: [request], named, ...(placeOnly ? { understanding } : {}) }
      })
    fc.assert(
      fc.property(afterReview, (event) => {
        const turn = step(empty, event, policy, 'sms')
        for (const write of turn.writes) {
          if (write.do !== 'change' || write.patch.state !== 'filing') continue
          seen += 1
          const request = event.requests.find((r) => r.id === write.requestId)
          expect(request).toMatchObject({ state: 'review', reason: 'place-unclear' })
          const service = policy.services.get(write.patch.service_code ?? request?.code ?? '')
          expect(service?.review).toBe('never')
          expect(write.patch.place).toBeDefined()
          if (service?.place === 'precise')
            expect(write.patch.place?.accuracyM).toBeLessThanOrEqual(policy.preciseWithinM)
        }
      }),
      { numRuns: 2_000 },
    )
    expect(seen).toBeGreaterThan(0)
  })

  it('loses no message: each ends in a request, in an open draft, or in a reply that needs none', () => {
    const needsNone = new Set([
      'status',
      'status-unknown',
      'status-none',
      'welcome',
      'help',
      'thanks',
      'not-understood',
      'opted-out',
      'opted-in',
      'cancelled',
      'nothing-to-cancel',
      'answer',
    ])
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn, e) => {
          const inDraft = turn.state.drafts.some((d) => d.messageIds.includes(e.message.id))
          const inRequest = turn.writes.some(
            (w) =>
              (w.do === 'create' && w.request.message_ids.includes(e.message.id)) ||
              (w.do === 'change' && (w.patch.addMessageIds ?? []).includes(e.message.id)),
          )
          const answered = says(turn).some((s) => needsNone.has(s))
          expect(
            inDraft || inRequest || answered || e.message.keyword !== null || e.understanding.thanks,
          ).toBe(true)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('keeps every draft it drops: filed, in review, or withdrawn by the resident', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn, _e, before) => {
          const left = before.drafts.filter((d) => !turn.state.drafts.some((x) => x.id === d.id))
          const cancelled = says(turn).includes('cancelled')
          for (const draft of left) {
            const written = turn.writes.some((w) => w.do === 'create' && w.request.id === draft.id)
            expect(written || cancelled).toBe(true)
          }
        })
      }),
      { numRuns: 400 },
    )
  })

  it('files a request with exactly one file effect, and opens at most one review of a request in a turn', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        play(events, (turn) => {
          for (const write of turn.writes) {
            if (write.do === 'create' && write.request.state === 'filing') {
              expect(
                turn.effects.filter((x) => x.kind === 'file' && x.requestId === write.request.id),
              ).toHaveLength(1)
            }
            if (write.do === 'open-review')
              expect(
                turn.writes.filter((w) => w.do === 'open-review' && w.requestId === write.requestId),
              ).toHaveLength(1)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('hands silence over: an idle conversation keeps no draft', () => {
    fc.assert(
      fc.property(conversation, (events) => {
        let state = empty
        for (const e of events) state = step(state, e, policy, 'sms').state
        const turn = step(
          state,
          { type: 'idle', seed: 'idle00000000', now: 1_900_000_000_000 },
          policy,
          'sms',
        )
        expect(turn.state.drafts).toEqual([])
        const kept = turn.writes.filter((w) => w.do === 'create').length
        const outside = state.drafts.filter((d) => d.outside !== null && d.location.value === null).length
        expect(kept + outside).toBe(state.drafts.length)
      }),
      { numRuns: 300 },
    )
  })
})
