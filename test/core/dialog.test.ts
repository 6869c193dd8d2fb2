import { beforeAll, describe, expect, it } from 'vitest'
import { objectionTo, step } from '../../src/core/dialog.ts'
import type { Claim } from '../../src/core/ports.ts'
import type { MessageId } from '../../src/core/request.ts'
import type { ConversationState, RequestView, Turn } from '../../src/core/turn.ts'
import type { Place, Understanding } from '../../src/core/understanding.ts'
import {
  at,
  changed,
  created,
  elm,
  empty,
  event,
  filedRequest,
  message,
  nowhere,
  policy,
  problem,
  replies,
  restartClock,
  says,
  speeches,
  sure,
  understood,
} from '../support/dialog.ts'

const hour = 3_600_000
beforeAll(restartClock)

/** One resident's conversation: what they say, one understanding after the other. */
function conversation() {
  let state: ConversationState = empty
  return {
    hear(understanding: Understanding, more: Parameters<typeof event>[1] = {}): Turn {
      const turn = step(state, event(understanding, more), policy, 'sms')
      state = turn.state
      return turn
    },
    get state() {
      return state
    },
  }
}
const photo = (id = 'msg_photo0001' as MessageId) => ({
  message: message('', {
    id,
    media: [{ id: 'med_photo0001', url: 'https://api.twilio.com/m', announcedType: 'image/jpeg' }],
  }),
  media: [{ id: 'med_photo0001' as const, kind: 'photo' as const, point: null }],
})
const oak: Place = { ...elm, address: '40 Oak St', lat: 42.2901, lon: -71.06, neighborhood: 'Dorchester' }

describe('a report', () => {
  it('that is sure of service and place is filed at once', () => {
    const turn = conversation().hear(understood({ problems: [problem('pothole', at(elm))] }))
    expect(says(turn)).toEqual(['filed'])
    expect(created(turn)).toMatchObject([
      {
        service_code: 'pothole',
        state: 'filing',
        place: elm,
        category: { by: 'classifier', confidence: 0.97 },
      },
    ])
    expect(turn.effects.map((e) => e.kind)).toEqual(['file', 'reply'])
  })

  it('that is half sure is asked as yes or no, and yes files it', () => {
    const talk = conversation()
    const asked = talk.hear(understood({ problems: [problem('pothole', at(elm, 0.6))] }))
    expect(speeches(asked)).toEqual([{ say: 'confirm', code: 'pothole', place: elm }])
    const yes = talk.hear(understood({ intent: sure('yes') }))
    expect(says(yes)).toEqual(['filed'])
    expect(created(yes)[0]).toMatchObject({
      category: { by: 'resident', confidence: null },
      location: { by: 'resident' },
    })
  })

  it('that was misread is corrected by no with the right place', () => {
    const talk = conversation()
    talk.hear(understood({ problems: [problem('pothole', at(elm, 0.6))] }))
    const no = talk.hear(understood({ intent: sure('no'), problems: [problem(null, at(oak))] }))
    expect(says(no)).toEqual(['filed'])
    expect(created(no)[0]?.place).toEqual(oak)
  })

  it('in three parts, photo, words, address, becomes one request', () => {
    const talk = conversation()
    expect(says(talk.hear(understood(), photo()))).toEqual(['ask-both'])
    expect(says(talk.hear(understood({ problems: [problem('pothole', nowhere)] })))).toEqual(['ask-location'])
    const last = talk.hear(understood({ intent: sure('other'), problems: [problem(null, at(elm))] }))
    expect(says(last)).toEqual(['filed'])
    expect(created(last)).toHaveLength(1)
    expect(created(last)[0]).toMatchObject({ media_ids: ['med_photo0001'] })
    expect(created(last)[0]?.message_ids).toHaveLength(3)
  })

  it('of two problems becomes two requests with one reply', () => {
    const turn = conversation().hear(
      understood({ problems: [problem('pothole', at(elm)), problem('street-light-out', at(oak))] }),
    )
    expect(created(turn).map((r) => r.service_code)).toEqual(['pothole', 'street-light-out'])
    expect(speeches(turn)).toMatchObject([{ say: 'filed', requestIds: created(turn).map((r) => r.id) }])
  })

  it('of two problems where one is unclear files the one and asks about the other', () => {
    const talk = conversation()
    const turn = talk.hear(
      understood({ problems: [problem('pothole', at(elm)), problem('rodents', at(oak, 0.5))] }),
    )
    expect(says(turn)).toEqual(['filed', 'confirm'])
    expect(says(talk.hear(understood({ intent: sure('yes') })))).toEqual(['filed'])
  })

  it('that stays unclear after two questions goes to review with what it has', () => {
    const talk = conversation()
    expect(says(talk.hear(understood()))).toEqual(['ask-both'])
    expect(says(talk.hear(understood({ intent: sure('other') })))).toEqual(['ask-both'])
    const kept = talk.hear(understood({ intent: sure('other') }))
    expect(speeches(kept)).toMatchObject([{ say: 'in-review', reason: 'service-unclear' }])
    expect(created(kept)[0]?.message_ids).toHaveLength(3)
    expect(talk.state.drafts).toEqual([])
  })

  describe('on a street of several neighborhoods', () => {
    const [dorchester, ...others] = ['Dorchester', 'Roxbury', 'Brighton'].map(
      (neighborhood): Place => ({ ...elm, address: '100 Washington St', neighborhood }),
    )
    if (dorchester === undefined) throw new Error('no place')
    const location = {
      ...nowhere,
      mention: '100 washington',
      needs: 'neighborhood' as const,
      value: dorchester,
      confidence: 0.4,
      alternatives: others.map((value) => ({ value, confidence: 0.2 })),
    }
    const asked = () => {
      const talk = conversation()
      return { talk, turn: talk.hear(understood({ problems: [problem('pothole', location)] })) }
    }

    it('is asked which, and the number picks', () => {
      const { talk, turn } = asked()
      const places = [dorchester, ...others]
      expect(speeches(turn)).toEqual([{ say: 'choose-place', street: 'Washington St', places }])
      const picked = talk.hear(understood({ intent: sure('other') }), { message: message('2') })
      expect(created(picked)[0]?.place?.neighborhood).toBe('Roxbury')
    })

    it('and in one that was not offered, is said back first', () => {
      const understanding = understood({
        intent: sure('other'),
        problems: [problem(null, at(dorchester, 0.7))],
      })
      const turn = asked().talk.hear(understanding, { message: message('mattapan') })
      expect(says(turn)).toEqual(['confirm'])
    })
  })

  it('on a long street without a number is asked for the number', () => {
    const street: Place = { ...elm, kind: 'street', address: 'Dorchester Ave', accuracyM: 2_500 }
    const turn = conversation().hear(
      understood({ problems: [problem('pothole', { ...at(street), needs: 'number' })] }),
    )
    expect(speeches(turn)).toEqual([{ say: 'ask-number', street: 'Dorchester Ave', code: 'pothole' }])
  })

  it('of a service that an agent must see goes to review', () => {
    const turn = conversation().hear(understood({ problems: [problem('encampment', at(elm))] }))
    expect(speeches(turn)).toMatchObject([{ say: 'in-review', reason: 'service-needs-person' }])
  })

  it('next door names the town and its number, and files nothing', () => {
    const talk = conversation()
    const turn = talk.hear(
      understood({
        problems: [problem('pothole', { ...nowhere, outside: { name: 'Cambridge', phone: '349-4000' } })],
      }),
    )
    expect(speeches(turn)).toEqual([{ say: 'outside-city', town: 'Cambridge', phone: '349-4000' }])
    expect(created(turn)).toEqual([])
    expect(says(talk.hear(understood({ intent: sure('no'), problems: [problem(null, at(elm))] })))).toEqual([
      'filed',
    ])
  })

  it('of another problem does not end the first one', () => {
    const talk = conversation()
    talk.hear(understood({ problems: [problem('pothole', nowhere)] }))
    const turn = talk.hear(understood({ problems: [problem('street-light-out', at(oak))] }))
    expect(says(turn)).toEqual(['filed', 'ask-location'])
    expect(talk.state.drafts).toHaveLength(1)
  })

  it('six hours after an unanswered question starts anew, and the old draft goes to an agent', () => {
    const talk = conversation()
    const first = talk.hear(understood(), { ...photo(), now: 1_800_000_000_000 })
    expect(says(first)).toEqual(['ask-both'])
    const later = talk.hear(understood({ problems: [problem('street-light-out', at(oak))] }), {
      now: 1_800_000_000_000 + 6 * hour,
    })
    expect(says(later)).toEqual(['filed'])
    expect(created(later).map((r) => r.state)).toEqual(['review', 'filing'])
    expect(created(later)[1]?.media_ids).toEqual([])
  })
})

describe('danger', () => {
  const gas = understood({ safety: sure('emergency'), problems: [problem('gas-odor', at(elm))] })

  it('gets the fixed text alone, and a pinned review', () => {
    const turn = conversation().hear(gas)
    expect(speeches(turn)).toEqual([{ say: 'emergency' }])
    expect(turn.writes).toContainEqual(
      expect.objectContaining({ do: 'open-review', reason: 'emergency', pinned: true }),
    )
    expect(created(turn)[0]).toMatchObject({ state: 'review', safety: 'emergency' })
  })

  it('takes the open draft and its photo along', () => {
    const talk = conversation()
    talk.hear(understood(), photo())
    const turn = talk.hear(gas)
    expect(created(turn)[0]).toMatchObject({ media_ids: ['med_photo0001'], safety: 'emergency' })
    expect(talk.state.drafts).toEqual([])
  })

  it('told twice is one request and two answers', () => {
    const open = filedRequest({ state: 'review', safety: 'emergency', reason: 'emergency' })
    const turn = conversation().hear(gas, { requests: [open], now: open.at + 60_000 })
    expect(says(turn)).toEqual(['emergency'])
    expect(created(turn)).toEqual([])
    expect(changed(turn)[0]?.requestId).toBe(open.id)
  })

  it('of a resident who opted out is answered all the same', () => {
    expect(replies(conversation().hear(gas, { optedOut: true }))[0]?.evenIfOptedOut).toBe(true)
  })
})

describe('the wish for no more messages', () => {
  it('as STOP is honored in silence where the provider answers it', () => {
    const turn = conversation().hear(understood({ intent: sure('stop') }), {
      message: message('STOP', { keyword: 'stop', answeredByProvider: true }),
    })
    expect(turn.consent).toBe('out')
    expect(turn.effects).toEqual([])
  })

  it('in plain words gets one confirmation', () => {
    const turn = conversation().hear(understood({ intent: sure('stop') }), {
      message: message('please stop texting me'),
    })
    expect(turn.consent).toBe('out')
    expect(replies(turn)).toMatchObject([{ speech: { say: 'opted-out' }, evenIfOptedOut: true }])
  })

  it('keeps an open draft for an agent', () => {
    const talk = conversation()
    talk.hear(understood({ problems: [problem('pothole', nowhere)] }))
    const turn = talk.hear(understood({ intent: sure('stop') }), {
      message: message('stop', { keyword: 'stop', answeredByProvider: true }),
    })
    expect(created(turn)).toMatchObject([{ service_code: 'pothole', state: 'review' }])
  })

  it('ends in plain words too, and danger in the same message comes first', () => {
    const turn = conversation().hear(
      understood({
        intent: sure('start'),
        safety: sure('emergency'),
        problems: [problem('gas-odor', at(elm))],
      }),
      { optedOut: true, message: message('text me again, there is a gas smell at 45 elm st') },
    )
    expect(turn.consent).toBe('in')
    expect(says(turn)).toEqual(['emergency'])
    expect(turn.writes).toContainEqual(expect.objectContaining({ do: 'open-review', pinned: true }))
  })

  it('ends with START', () => {
    const turn = conversation().hear(understood({ intent: sure('start') }), {
      optedOut: true,
      message: message('START', { keyword: 'start', answeredByProvider: true }),
    })
    expect(turn.consent).toBe('in')
    expect(turn.effects).toEqual([])
  })
})

it('a service that is often a 911 matter is told so where we are half sure of it', () => {
  const half = understood({ problems: [problem('gas-odor', nowhere, 0.5)] })
  const turn = conversation().hear(half)
  expect(says(turn)).toEqual(['emergency', 'in-review'])
  expect(created(turn)[0]).toMatchObject({ state: 'review', safety: 'emergency' })
})

describe('a word on the last request', () => {
  const soon = { requests: [filedRequest()], now: 1_800_000_000_000 + 5 * 60_000 }

  it('"no, it\'s 45 not 54" moves it and tells the case system', () => {
    const turn = conversation().hear(
      understood({ intent: sure('no'), problems: [problem(null, at(oak))] }),
      soon,
    )
    expect(says(turn)).toEqual(['corrected'])
    expect(changed(turn)[0]?.patch).toMatchObject({ place: oak, location: { by: 'resident' } })
    expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'amend', change: 'corrected' }))
  })

  describe('after a bare no', () => {
    const reviewed = { ...soon, requests: [filedRequest({ reason: 'change-after-filing' })] }
    const said = () => {
      const talk = conversation()
      return { talk, no: talk.hear(understood({ intent: sure('no') }), soon) }
    }

    it('asks what is wrong, and an agent sees it already', () => {
      const { no, talk } = said()
      expect(says(no)).toEqual(['ask-correction'])
      expect(no.writes).toContainEqual(
        expect.objectContaining({ do: 'open-review', reason: 'change-after-filing' }),
      )
      expect(talk.state.question).toEqual({ about: 'correction', requestId: 'req_00000001' })
    })

    it.each([
      ['the right place', problem(null, at(oak)), { place: oak }],
      ['the right service', problem('rodents', nowhere), { service_code: 'rodents' }],
      ['both', problem('rodents', at(oak)), { place: oak, service_code: 'rodents' }],
    ] as const)('takes %s as the correction and settles the review', (_what, right, patch) => {
      const { talk } = said()
      const turn = talk.hear(understood({ problems: [right] }), reviewed)
      expect(says(turn)).toEqual(['corrected'])
      expect(created(turn)).toEqual([])
      expect(changed(turn)[0]?.patch).toMatchObject(patch)
      expect(turn.writes).toContainEqual(expect.objectContaining({ do: 'close-review' }))
      expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'amend', change: 'corrected' }))
      expect(talk.state.question).toBeNull()
    })

    it('keeps other words with the request for the agent', () => {
      const { talk } = said()
      const turn = talk.hear(understood({ problems: [problem(null, nowhere)] }), reviewed)
      expect(says(turn)).toEqual(['added'])
      expect(turn.writes.map((w) => w.do)).toEqual(['change'])
    })

    it.each(['status', 'cancel', 'agent'] as const)('does as the resident wishes: %s', (wish) => {
      const { talk } = said()
      const turn = talk.hear(understood({ intent: sure(wish) }), reviewed)
      expect(says(turn)).toEqual([{ status: 'status', cancel: 'cancelled', agent: 'agent-called' }[wish]])
    })
  })

  it('goes on telling the person who was asked for, unless it is a whole report', () => {
    const waiting = {
      ...soon,
      requests: [filedRequest({ state: 'review', reason: 'agent-wanted', code: null })],
    }
    const more = understood({ problems: [problem('litter', nowhere)] })
    const turn = conversation().hear(more, waiting)
    expect(says(turn)).toEqual(['added'])
    expect(created(turn)).toEqual([])
    const whole = understood({ problems: [problem('litter', at(oak))] })
    expect(says(conversation().hear(whole, waiting))).toEqual(['filed'])
  })

  it('cancel withdraws it', () => {
    const turn = conversation().hear(understood({ intent: sure('cancel') }), soon)
    expect(says(turn)).toEqual(['cancelled'])
    expect(changed(turn)[0]?.patch.state).toBe('cancelled')
    expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'amend', change: 'withdrawn' }))
  })

  it('cancel with an open draft drops the draft and leaves the request alone', () => {
    const talk = conversation()
    talk.hear(understood({ problems: [problem('rodents', nowhere)] }))
    const turn = talk.hear(understood({ intent: sure('cancel') }), soon)
    expect(speeches(turn)).toEqual([{ say: 'cancelled', requestId: null }])
    expect(turn.writes).toEqual([])
  })

  it('a photo right after it is added to it', () => {
    const turn = conversation().hear(understood(), { ...photo(), ...soon })
    expect(says(turn)).toEqual(['added'])
    expect(changed(turn)[0]?.patch.addMediaIds).toEqual(['med_photo0001'])
  })

  it('what goes on with it in its thread is added, whatever it half sounds like and however late', () => {
    const made = 'msg_0000made' as MessageId
    const requests = [filedRequest({ messageIds: [made] })]
    const late = { requests, now: 1_800_000_000_000 + 20 * hour }
    const more = (words: string, id: MessageId = made) => ({ message: message(words, { continues: id }) })
    const tire = understood({ problems: [problem('abandoned-vehicle', nowhere, 0.45)] })
    const words = 'and my neighbor lost a tire'
    expect(says(conversation().hear(tire, { ...late, ...more(words) }))).toEqual(['added'])
    const elsewhere = { ...late, ...more(words, 'msg_0another' as MessageId) }
    expect(says(conversation().hear(tire, elsewhere))).not.toEqual(['added'])
    const another = understood({ problems: [problem('streetlight-out', at(oak))] })
    expect(says(conversation().hear(another, { ...late, ...more('a light is out') }))).not.toEqual(['added'])
  })

  it('a photo taken elsewhere starts another one', () => {
    const turn = conversation().hear(
      understood({ problems: [problem(null, { ...at(oak), mention: null })] }),
      { ...photo(), ...soon },
    )
    expect(says(turn)).toEqual(['ask-category'])
  })

  it('the place that was missing files it', () => {
    const waiting = filedRequest({ state: 'review', place: null, reason: 'place-unclear' })
    const turn = conversation().hear(
      understood({ intent: sure('other'), problems: [problem(null, at(elm))] }),
      { requests: [waiting], now: waiting.at + 7 * hour },
    )
    expect(says(turn)).toEqual(['filed'])
    expect(turn.writes).toContainEqual(
      expect.objectContaining({ do: 'close-review', outcome: 'resident-settled' }),
    )
  })

  it('another report whose service is unclear is asked about, not put with it', () => {
    const location = { ...at(oak), evidence: [[24, 33] as const] }
    const turn = conversation().hear(understood({ problems: [problem('litter', location, 0.1)] }), {
      ...soon,
      message: message('Hay basura acumulada en 40 Oak St'),
    })
    expect(says(turn)).toEqual(['ask-category'])
    expect(changed(turn)).toEqual([])
  })

  it('the right address by itself corrects it', () => {
    const location = { ...at(oak), evidence: [[0, 9] as const] }
    const turn = conversation().hear(understood({ problems: [problem(null, location)] }), {
      ...soon,
      message: message('40 Oak St'),
    })
    expect(says(turn)).toEqual(['corrected'])
  })

  it('a second report is a second request', () => {
    const turn = conversation().hear(understood({ problems: [problem('rodents', at(oak))] }), soon)
    expect(says(turn)).toEqual(['filed'])
    expect(created(turn)).toHaveLength(1)
  })

  it('"it is not fixed" opens a review on it', () => {
    const turn = conversation().hear(understood({ intent: sure('reopen') }), {
      requests: [filedRequest({ state: 'closed' })],
    })
    expect(speeches(turn)).toEqual([{ say: 'not-fixed', requestId: 'req_00000001' }])
    expect(turn.writes).toContainEqual(expect.objectContaining({ do: 'open-review', reason: 'not-fixed' }))
  })
})

describe('a plain wish', () => {
  it('for status names the latest requests', () => {
    const turn = conversation().hear(understood({ intent: sure('status') }), { requests: [filedRequest()] })
    expect(speeches(turn)).toEqual([{ say: 'status', requestIds: ['req_00000001'] }])
  })

  it('for status of a number that nobody has says so', () => {
    const turn = conversation().hear(understood({ intent: sure('status'), references: ['BOS-0000-0000'] }))
    expect(speeches(turn)).toEqual([{ say: 'status-unknown', reference: 'BOS-0000-0000' }])
  })

  it('for status does not end the open draft', () => {
    const talk = conversation()
    talk.hear(understood({ problems: [problem('pothole', nowhere)] }))
    expect(says(talk.hear(understood({ intent: sure('status') })))).toEqual(['status-none'])
    expect(
      says(talk.hear(understood({ intent: sure('other'), problems: [problem(null, at(elm))] }))),
    ).toEqual(['filed'])
  })

  it('for a person pins the conversation', () => {
    const turn = conversation().hear(understood({ intent: sure('agent') }))
    expect(says(turn)).toEqual(['agent-called'])
    expect(turn.writes).toContainEqual(
      expect.objectContaining({ do: 'open-review', reason: 'agent-wanted', pinned: true }),
    )
  })

  it('of thanks is answered and files nothing', () => {
    const turn = conversation().hear(understood({ intent: sure('comment'), thanks: true }), {
      requests: [filedRequest()],
    })
    expect(says(turn)).toEqual(['thanks'])
    expect(turn.writes).toEqual([])
  })
})

describe("an agent's decision", () => {
  const waiting = filedRequest({ state: 'review', reason: 'service-unclear' })
  const now = 1_800_000_100_000
  const eventOf = (decision: object, request: RequestView, claim: Claim | null = null) => ({
    type: 'decision' as const,
    seed: 'decide000001',
    now,
    request,
    review: request.reason === null ? null : { id: 'rev_00000001' as const, reason: request.reason, claim },
    decision: {
      requestId: request.id,
      reviewId: 'rev_00000001' as const,
      action: 'accept' as const,
      agent: 'u1',
      ...decision,
    },
  })
  const decide = (decision: object, request = waiting, claim: Claim | null = null) =>
    step(empty, eventOf(decision, request, claim), policy, 'sms')
  const objection = (decision: object, request = waiting, claim: Claim | null = null) =>
    objectionTo(eventOf(decision, request, claim), policy)

  it('to accept files the request and tells the resident once', () => {
    const turn = decide({})
    expect(turn.effects.map((e) => e.kind)).toEqual(['file', 'reply'])
    expect(changed(turn)[0]).toMatchObject({
      actor: 'agent:u1',
      patch: { state: 'filing', category: { by: 'agent' } },
    })
  })

  it('to change sets service and place', () => {
    expect(changed(decide({ action: 'change', code: 'rodents', place: oak }))[0]?.patch).toMatchObject({
      service_code: 'rodents',
      place: oak,
      location: { by: 'agent' },
    })
  })

  it('to refuse tells the resident why', () => {
    expect(speeches(decide({ action: 'refuse', note: 'The MBTA owns this stop.' }))).toEqual([
      { say: 'refused', requestId: waiting.id, note: 'The MBTA owns this stop.' },
    ])
  })

  it('comes too late where someone else decided first', () => {
    expect(decide({}, filedRequest())).toMatchObject({ effects: [], writes: [] })
    expect(objection({}, filedRequest())).toBe('decided')
    expect(objection({ reviewId: 'rev_00000002' })).toBe('decided')
  })

  it('waits while someone else works on it, unless the agent takes over', () => {
    const claim = { agent: 'u2', until: now + 1 }
    expect(objection({}, waiting, claim)).toBe('held')
    expect(decide({}, waiting, claim).writes).toEqual([])
    expect(objection({ agent: 'u2' }, waiting, claim)).toBeNull()
    expect(objection({ takeOver: true }, waiting, claim)).toBeNull()
    expect(objection({}, waiting, { ...claim, until: now })).toBeNull()
  })

  it('made on what has changed since is not taken', () => {
    expect(objection({ seen: waiting.changedAt - 1 })).toBe('changed')
    expect(objection({ seen: waiting.changedAt })).toBeNull()
  })

  it.each([
    [
      'accepts without a service',
      {},
      filedRequest({ state: 'review', reason: 'service-unclear', code: null }),
    ],
    ['names a service that is none', { action: 'change', code: 'no-such-service' }, waiting],
    ['refuses without a reason', { action: 'refuse', note: ' ' }, waiting],
    ['asks about what is filed already', { action: 'ask' }, filedRequest({ reason: 'not-fixed' })],
  ] as const)('that %s is impossible and changes nothing', (_what, decision, request) => {
    expect(objection(decision, request)).toBe('impossible')
    expect(decide(decision, request).writes).toEqual([])
  })

  it('to accept what no case system took files it once more, without telling the resident again', () => {
    const turn = decide({}, filedRequest({ state: 'filing', reason: 'not-filed' }))
    expect(turn.effects).toMatchObject([{ kind: 'file' }])
    expect(turn.writes).toMatchObject([{ do: 'close-review', outcome: 'accepted' }])
  })

  it('to change what no case system took files the change and tells the resident', () => {
    const turn = decide(
      { action: 'change', code: 'rodents' },
      filedRequest({ state: 'filing', reason: 'not-filed' }),
    )
    expect(turn.effects.map((e) => e.kind)).toEqual(['file', 'reply'])
    expect(speeches(turn)).toMatchObject([{ say: 'corrected' }])
  })

  it('to refuse what no case system took withdraws it there too, should it be there after all', () => {
    const turn = decide(
      { action: 'refuse', note: 'It is not ours.' },
      filedRequest({ state: 'filing', reason: 'not-filed' }),
    )
    expect(turn.effects.map((e) => e.kind)).toEqual(['amend', 'reply'])
  })

  it('to refuse a question answers it, in the agent’s words', () => {
    const turn = decide(
      { action: 'refuse', note: 'Permits are sold at City Hall.' },
      filedRequest({ state: 'review', reason: 'question', code: null }),
    )
    expect(changed(turn)).toMatchObject([{ what: 'answered', patch: { state: 'closed' } }])
    expect(speeches(turn)).toMatchObject([{ say: 'answered', note: 'Permits are sold at City Hall.' }])
    expect(turn.writes.at(-1)).toMatchObject({ do: 'close-review', outcome: 'answered' })
  })

  it('on a danger says first where help comes from, and on a crisis nothing else', () => {
    const danger = filedRequest({ state: 'review', reason: 'emergency', safety: 'emergency' })
    expect(speeches(decide({}, danger)).map((s) => s.say)).toEqual(['emergency', 'decided'])
    const crisis = filedRequest({ state: 'review', reason: 'crisis', safety: 'crisis' })
    expect(speeches(decide({ action: 'refuse', note: 'We called back.' }, crisis))).toEqual([
      { say: 'crisis' },
    ])
  })

  it('settles its own review and leaves the others of a filed request open', () => {
    const turn = decide({}, filedRequest({ reason: 'agent-wanted' }))
    expect(turn.writes.at(-1)).toMatchObject({ do: 'close-review', reviewId: 'rev_00000001' })
    const ending = decide(
      { action: 'refuse', note: 'It is not ours.' },
      filedRequest({ reason: 'agent-wanted' }),
    )
    expect(ending.writes.at(-1)).not.toHaveProperty('reviewId')
  })

  it('is judged by the review it is about, not by the request’s most urgent one', () => {
    const request = filedRequest({ state: 'filing', reason: 'agent-wanted' })
    const event = {
      ...eventOf({}, request),
      review: { id: 'rev_00000001', reason: 'not-filed', claim: null },
    } as const
    expect(step(empty, event, policy, 'sms').effects).toMatchObject([{ kind: 'file' }])
  })

  it('to refuse a change keeps the request and tells the resident why', () => {
    const turn = decide(
      { action: 'refuse', note: 'The crew is there.' },
      filedRequest({ reason: 'change-after-filing' }),
    )
    expect(changed(turn)).toMatchObject([{ what: 'answered', patch: { status_notes: 'The crew is there.' } }])
    expect(changed(turn)[0]?.patch).not.toHaveProperty('state')
    expect(speeches(turn)).toEqual([
      { say: 'answered', requestId: 'req_00000001', note: 'The crew is there.' },
    ])
  })

  it.each(['cancelled', 'refused'] as const)(
    'on a request that is %s ends the review and says nothing',
    (state) => {
      for (const action of ['accept', 'refuse'] as const) {
        const turn = decide(
          { action, note: 'Nothing to do.' },
          filedRequest({ state, reason: 'change-after-filing' }),
        )
        expect(turn.effects).toEqual([])
        expect(turn.writes).toMatchObject([{ do: 'close-review' }])
      }
    },
  )

  it('that a closed request is fixed after all keeps it closed and answers the resident', () => {
    const turn = decide(
      { action: 'refuse', note: 'It was filled.' },
      filedRequest({ state: 'closed', reason: 'not-fixed' }),
    )
    expect(changed(turn).every((w) => w.patch.state === undefined)).toBe(true)
    expect(turn.effects.map((e) => e.kind)).toEqual(['reply'])
  })
})

describe('news of a case', () => {
  const hear = (request: RequestView, status: 'open' | 'closed', notes: string | null) =>
    step(
      empty,
      {
        type: 'update',
        seed: 'update000001',
        now: 1_800_000_200_000,
        request,
        status,
        notes,
        system: 'city',
      },
      policy,
      'sms',
    )

  it('that it is closed reaches the resident once, with the City’s words', () => {
    const turn = hear(filedRequest(), 'closed', ' Filled on Tuesday. ')
    expect(speeches(turn)).toEqual([{ say: 'closed', requestId: 'req_00000001' }])
    expect(changed(turn)).toMatchObject([
      { actor: 'city', what: 'closed', patch: { state: 'closed', status_notes: 'Filled on Tuesday.' } },
    ])
    const again = hear(
      filedRequest({ state: 'closed', notes: 'Filled on Tuesday.' }),
      'closed',
      'Filled on Tuesday.',
    )
    expect(again).toMatchObject({ writes: [], effects: [] })
  })

  it('that are words alone reach the resident once', () => {
    expect(speeches(hear(filedRequest(), 'open', 'A crew is on its way.'))).toMatchObject([{ say: 'news' }])
    expect(
      hear(filedRequest({ notes: 'A crew is on its way.' }), 'open', 'A crew is on its way.').writes,
    ).toEqual([])
    expect(hear(filedRequest(), 'open', '  ').writes).toEqual([])
  })

  it('that it is open again undoes the end', () => {
    const turn = hear(filedRequest({ state: 'closed' }), 'open', null)
    expect(changed(turn)).toMatchObject([{ what: 'reopened', patch: { state: 'filed' } }])
    expect(speeches(turn)).toMatchObject([{ say: 'status' }])
  })

  it.each(['cancelled', 'refused', 'review'] as const)('changes nothing where the request is %s', (state) => {
    expect(hear(filedRequest({ state }), 'closed', 'Done.')).toMatchObject({ writes: [], effects: [] })
  })

  it('leaves an open question as it is', () => {
    const state = conversation().hear(understood({ problems: [problem('pothole', nowhere)] })).state
    const turn = step(
      state,
      {
        type: 'update',
        seed: 'update000002',
        now: 1,
        request: filedRequest(),
        status: 'closed',
        notes: null,
        system: 'city',
      },
      policy,
      'sms',
    )
    expect(turn.state.question).toEqual(state.question)
    expect(turn.state.drafts).toEqual(state.drafts)
  })
})

describe('words after a danger', () => {
  const danger = filedRequest({ state: 'review', reason: 'emergency', safety: 'emergency' })
  const hear = (understanding: Understanding, text: string) =>
    conversation().hear(understanding, { requests: [danger], message: message(text) })

  it('are kept, and answered with where help comes from, not with a receipt', () => {
    const turn = hear(understood({ intent: sure('other') }), 'did you send someone')
    expect(changed(turn)).toHaveLength(1)
    expect(says(turn)).toEqual(['emergency'])
  })

  it('leave the review open although the resident takes them back', () => {
    const turn = hear(understood({ intent: sure('cancel') }), 'cancel')
    expect(changed(turn)[0]?.patch.state).toBe('cancelled')
    expect(turn.writes.filter((w) => w.do === 'close-review')).toEqual([])
  })
})

describe('the language of a conversation', () => {
  const creole: ConversationState = { ...empty, language: 'ht' }
  const english = { language: sure('en' as const) }
  const answer = (understanding: Understanding, text: string) =>
    step(creole, event(understanding, { message: message(text) }), policy, 'sms').state.language

  it('does not change with a street, whose name is English whoever writes it', () => {
    const text = '1200 Blue Hill Ave'
    const place = { ...at(elm), evidence: [[5, 18] as const] }
    expect(answer(understood({ ...english, problems: [problem('pothole', place)] }), text)).toBe('ht')
  })

  it('changes with words enough of another one', () => {
    expect(answer(understood(english), 'there is a big hole in the road')).toBe('en')
    expect(answer(understood({ language: sure('zh-Hans' as const) }), '人行道坏了')).toBe('zh-Hans')
  })
})

describe('a question', () => {
  const asks = (confidence: number, more: Partial<Understanding> = {}) =>
    understood({ intent: sure('question'), answer: sure('trash-day', confidence), ...more })

  it('gets the approved answer where it surely fits, and nothing is opened by it', () => {
    const turn = conversation().hear(asks(0.9))
    expect(speeches(turn)).toEqual([{ say: 'answer', answer: 'trash-day' }])
    expect(turn.writes).toEqual([])
  })

  it('goes to a person where none surely fits, or none is in the resident’s language', () => {
    expect(says(conversation().hear(asks(0.6)))).toEqual(['question-kept'])
    expect(says(conversation().hear(asks(0.9, { language: sure('vi') })))).toEqual(['question-kept'])
    expect(says(conversation().hear(asks(0.9, { language: sure('es') })))).toEqual(['answer'])
  })

  it('beside an open report is answered, and what we asked still stands', () => {
    const talk = conversation()
    talk.hear(understood({ problems: [problem('pothole', nowhere)] }))
    const open = talk.state
    expect(says(talk.hear(asks(0.9)))).toEqual(['answer'])
    expect(talk.state.drafts).toEqual(open.drafts)
    expect(talk.state.question).toEqual(open.question)
    const done = talk.hear(understood({ intent: sure('other'), problems: [problem(null, at(elm))] }))
    expect(created(done)).toMatchObject([{ service_code: 'pothole', state: 'filing' }])
  })

  it('whose words name a service that needs no place is answered all the same', () => {
    const turn = conversation().hear(asks(0.9, { problems: [problem('general', nowhere)] }))
    expect(speeches(turn)).toEqual([{ say: 'answer', answer: 'trash-day' }])
    expect(turn.writes).toEqual([])
  })

  it('that reports something is a report', () => {
    expect(says(conversation().hear(asks(0.9, { problems: [problem('pothole', at(elm))] })))).toEqual([
      'filed',
    ])
  })
})
