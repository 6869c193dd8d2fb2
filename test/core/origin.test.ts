import { describe, expect, it } from 'vitest'
import { goesInCircles, repliesPerHour, withinBreaker, withinReach } from '../../src/core/origin.ts'
import type { Origin } from '../../src/core/request.ts'
import type { Effect, RequestView, Turn } from '../../src/core/turn.ts'

const view = (n: number, more: Partial<RequestView> = {}): RequestView => ({
  id: `req_0000000${n}`,
  reference: `BOS-0000-000${n}`,
  state: 'filed',
  code: 'pothole',
  place: null,
  safety: 'none',
  reason: null,
  notes: null,
  at: 0,
  changedAt: 0,
  ...more,
})
const origin = (more: Partial<Origin> = {}): Origin => ({
  writer: 'person',
  proven: false,
  about: [],
  ...more,
})
const own = view(1)
const open = view(2)
const hidden = view(3, { withheld: true })
const all = { requests: [own], named: [own, open, hidden] }
const ids = (list: readonly RequestView[]): string =>
  list.map(({ reference }) => reference.slice(-1)).join('')

describe('what a message may speak of and touch', () => {
  it('is everything on channels that know their senders', () => {
    expect(withinReach(undefined, 'cancel', all)).toBe(all)
  })
  it('is, for somebody proven, their own, and of others what strangers may see', () => {
    const { requests, named } = withinReach(origin({ proven: true }), 'report', all)
    expect([ids(requests), ids(named)]).toEqual(['1', '12'])
  })
  it('is nothing for somebody who is not, unless they ask', () => {
    for (const intent of ['report', 'cancel', 'reopen', 'no'] as const) {
      const { requests, named } = withinReach(origin(), intent, all)
      expect([ids(requests), ids(named)]).toEqual(['', ''])
    }
    const { requests, named } = withinReach(origin(), 'status', all)
    expect([ids(requests), ids(named)]).toEqual(['1', '12'])
  })
  it('is the case of the reply that they answer, whoever they are', () => {
    const { requests, named } = withinReach(origin({ about: [hidden.reference] }), 'cancel', all)
    expect([ids(requests), ids(named)]).toEqual(['3', '3'])
  })
})

describe('the breaker', () => {
  const reply = (n: number, say: 'thanks' | 'emergency'): Effect => ({
    id: `eff_0000000${n}`,
    kind: 'reply',
    requestId: null,
    reply: { speech: { say }, language: 'en', notices: [], evenIfOptedOut: false },
  })
  const turn = (...effects: readonly Effect[]): Turn => ({
    state: { version: 1, language: null, drafts: [], question: null },
    writes: [],
    effects,
    consent: null,
  })
  const said = (effects: Turn, replies: number): number =>
    withinBreaker(effects, { replies, sameText: 0 }).effects.length
  it('leaves what is filed and ends what is said, danger later than the rest', () => {
    const filing: Effect = { id: 'eff_00000009', kind: 'file', requestId: 'req_00000001' }
    expect(said(turn(filing, reply(1, 'thanks'), reply(2, 'thanks')), 0)).toBe(3)
    expect(said(turn(filing, reply(1, 'thanks'), reply(2, 'thanks')), repliesPerHour - 1)).toBe(2)
    expect(said(turn(filing, reply(1, 'thanks')), repliesPerHour)).toBe(1)
    expect(said(turn(reply(1, 'emergency')), repliesPerHour)).toBe(1)
    expect(said(turn(reply(1, 'emergency')), 2 * repliesPerHour)).toBe(0)
  })
  it('knows a circle by long words once, by short ones the third time', () => {
    const long = 'It is always nice to hear from you, dear friends.'
    expect(goesInCircles(long, { replies: 0, sameText: 1 })).toBe(true)
    expect(goesInCircles(long, { replies: 9, sameText: 0 })).toBe(false)
    expect(goesInCircles('yes', { replies: 0, sameText: 2 })).toBe(false)
    expect(goesInCircles('yes', { replies: 0, sameText: 3 })).toBe(true)
  })
})
