import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bostonHours as hours } from '../../src/city/boston/calendar.ts'
import { Reply, type Speech } from '../../src/core/reply.ts'
import type { RequestId } from '../../src/core/request.ts'
import type { Company, Waiting } from '../../src/core/updates.ts'
import { joinedReply, whenToUpdate } from '../../src/core/updates.ts'
import { policy } from '../support/dialog.ts'

const minute = 60_000
const at = (local: string) => Date.parse(`${local}-05:00`)
const noon = at('2026-11-18T12:00:00')
const reply = (speech: Speech, more: Partial<Reply> = {}): Reply => ({
  ...Reply.parse({ speech, language: 'en', notices: [], evenIfOptedOut: false }),
  ...more,
})
const [a, b, c, d] = [1, 2, 3, 4].map((n): RequestId => `req_0000000${n}`) as [
  RequestId,
  RequestId,
  RequestId,
  RequestId,
]
const closed = (requestId: RequestId) => reply({ say: 'closed', requestId })
const waiting = (n: number, more: Partial<Waiting> = {}): Waiting => ({
  id: `eff_0000000${n}`,
  requestId: a,
  reply: closed(a),
  dueAt: noon,
  before: false,
  uncertain: false,
  joined: false,
  ...more,
})
const alone: Company = { heldSince: noon - 10 * minute, heardAt: null, saidToday: 0, waiting: [] }
const own = { reply: closed(b), requestId: b, uncertain: false }
const when = (company: Partial<Company>, now = noon, mine: Partial<typeof own> = {}, rings = true) =>
  whenToUpdate({ ...own, ...mine }, { ...alone, ...company }, now, rings, policy, hours)

describe('an update', () => {
  it('takes along those behind it, up to one that can’t be in a list', () => {
    const question = waiting(2, { reply: reply({ say: 'ask-location', code: null }) })
    expect(when({ waiting: [waiting(1), question, waiting(3)] })).toMatchObject({ with: ['eff_00000001'] })
  })

  it('names at most as many requests as one reply has room for', () => {
    const others = [
      waiting(1, { reply: closed(a) }),
      waiting(2, { reply: closed(a) }),
      waiting(3, { reply: closed(c) }),
      waiting(4, { reply: closed(d) }),
    ]
    expect(when({ waiting: others })).toMatchObject({
      with: ['eff_00000001', 'eff_00000002', 'eff_00000003'],
    })
  })

  it('waits with those before it that one reply has no room for, though the resident is there', () => {
    const before = [a, c, d].map((id, n) =>
      waiting(n, { reply: closed(id), before: true, dueAt: noon + minute }),
    )
    expect(when({ heardAt: noon - minute, waiting: before })).toMatchObject({
      when: 'later',
      until: noon + minute,
    })
  })

  it('that may be out already is tried again with the same others and no more', () => {
    const others = [waiting(1, { joined: true }), waiting(2)]
    expect(when({ waiting: others }, noon, { uncertain: true })).toMatchObject({ with: ['eff_00000001'] })
  })

  it('takes along none that may be out already', () => {
    expect(when({ waiting: [waiting(1, { uncertain: true }), waiting(2)] })).toMatchObject({ with: [] })
  })

  it('is put off to one instant for one reason', () => {
    const evening = at('2026-11-18T21:00:00')
    const morning = at('2026-11-19T08:00:00')
    expect(when({}, evening)).toEqual({ when: 'later', until: morning, why: 'night' })
    expect(when({}, evening, {}, false)).toMatchObject({ when: 'now' })
    expect(when({ saidToday: policy.updatesPerDay })).toEqual({
      when: 'later',
      until: morning,
      why: 'enough',
    })
    expect(when({ heldSince: null })).toEqual({ when: 'later', until: noon + policy.joinMs, why: 'joins' })
    expect(when({ heldSince: null, saidToday: 99, heardAt: noon - minute }, evening)).toMatchObject({
      when: 'later',
    })
    expect(when({ saidToday: 99, heardAt: evening - minute }, evening)).toMatchObject({ when: 'now' })
  })

  it('on danger is never put off', () => {
    for (const say of ['emergency', 'crisis'] as const) {
      const mine = { reply: reply({ say }) }
      const company = { heldSince: null, saidToday: 99, waiting: [waiting(1, { before: true })] }
      expect(when(company, at('2026-11-18T03:00:00'), mine)).toEqual({
        when: 'now',
        with: [],
        unasked: false,
      })
    }
  })
})

describe('updates in one reply', () => {
  it('are said in the last one’s language, with every notice once', () => {
    const joined = joinedReply([
      reply({ say: 'closed', requestId: a }, { notices: ['file-kept'] }),
      reply({ say: 'status', requestIds: [b, c] }, { language: 'es', notices: ['file-kept', 'video-kept'] }),
    ])
    expect(joined).toEqual({
      speech: { say: 'updates', items: [a, b, c].map((requestId) => ({ requestId, note: null })) },
      language: 'es',
      notices: ['file-kept', 'video-kept'],
      evenIfOptedOut: false,
    })
  })

  it('name every request and every word of an agent, in order', () => {
    const said = fc.oneof(
      fc.constantFrom(a, b, c, d).map((requestId): Speech => ({ say: 'news', requestId })),
      fc
        .tuple(fc.constantFrom(a, b, c, d), fc.constantFrom('One.', 'Two.'))
        .map(([requestId, note]): Speech => ({ say: 'answered', requestId, note })),
    )
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (speeches) => {
        const [first, ...rest] = speeches.map((speech) => reply(speech))
        if (first === undefined) return
        const words = JSON.stringify(joinedReply([first, ...rest]))
        for (const speech of speeches) {
          if ('requestId' in speech) expect(words).toContain(speech.requestId)
          if ('note' in speech) expect(words).toContain(speech.note)
        }
      }),
    )
  })
})
