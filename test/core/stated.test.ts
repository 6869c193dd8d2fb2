import { describe, expect, it } from 'vitest'
import { step } from '../../src/core/dialog.ts'
import type { InboundMessage, Stated } from '../../src/core/request.ts'
import { withStated } from '../../src/core/stated.ts'
import type { Turn } from '../../src/core/turn.ts'
import type { Hints, Understanding } from '../../src/core/understanding.ts'
import {
  at,
  created,
  elm,
  empty,
  event,
  message,
  nowhere,
  policy,
  problem,
  says,
  sure,
  understood,
} from '../support/dialog.ts'

const stated = (more: Partial<Stated> = {}): Stated => ({
  service_code: null,
  address: null,
  attributes: {},
  contact: null,
  language: null,
  final: false,
  ...more,
})
const form = (
  text: string,
  fields: Partial<Stated> = {},
  more: Partial<InboundMessage> = {},
): InboundMessage => message(text, { channel: 'web', stated: stated(fields), ...more })
const oak = { ...elm, address: '40 Oak St' }
const pin = { lat: elm.lat, lon: elm.lon, accuracyM: 10 }

/** Reads a place in "45 Elm St", in "40 Oak St" and at a point, and a pothole everywhere. */
const understand = (text: string, hints: Hints): Understanding => {
  const place = hints.point ? elm : text.includes('Elm') ? elm : text.includes('Oak') ? oak : null
  return understood({ problems: [problem('pothole', place === null ? nowhere : at(place), 0.5)] })
}
const read = (sent: InboundMessage, hints: Hints = {}) =>
  withStated(sent, understand(sent.text, hints), hints, understand)

describe('the fields of a form', () => {
  it('leave a message without them as it was read', () => {
    const plain = message('hole at 45 Elm St')
    const understanding = understand(plain.text, {})
    expect(withStated(plain, understanding, {}, understand)).toBe(understanding)
  })
  it('settle the service and make the text one problem', () => {
    const { problems } = withStated(
      form('hole, and a dead rat', { service_code: 'litter' }),
      understood({ problems: [problem('pothole', nowhere), problem('dead-animal', at(oak))] }),
      {},
      understand,
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ span: [0, 20], category: { value: 'litter', confidence: 1 } })
    expect(problems[0]?.location.value).toEqual(oak)
  })
  it('say where before the text does, and a pin before both', () => {
    expect(read(form('hole at 45 Elm St', { address: '40 Oak St' })).problems[0]?.location.value).toEqual(oak)
    const pinned = form('hole at 40 Oak St', { address: '40 Oak St' }, { point: pin })
    expect(read(pinned, { point: { ...pin, from: 'pin' } }).problems[0]?.location.value).toEqual(elm)
  })
  it('that name no place leave the one of the text', () => {
    expect(read(form('hole at 45 Elm St', { address: 'over there' })).problems[0]?.location.value).toEqual(
      elm,
    )
  })
  it('give no spans of another text', () => {
    const location = { ...at(oak), evidence: [[0, 9] as const] }
    const spans = withStated(form('hole', { address: '40 Oak St' }), understand('hole', {}), {}, () =>
      understood({ problems: [problem(null, location)] }),
    )
    expect(spans.problems[0]?.location.evidence).toEqual([])
  })
})

const take = (sent: InboundMessage, understanding: Understanding): Turn =>
  step(empty, event(understanding, { message: sent }), policy, sent.channel)

describe('a report out of a form', () => {
  const known = understood({ problems: [problem('pothole', at(elm), 1)] })
  it('is filed with what was stated, and in the language of the form', () => {
    const sent = form('it is deep', {
      service_code: 'pothole',
      address: 'by the bus stop',
      attributes: { size: 'large' },
      language: 'ht',
    })
    const turn = take(sent, known)
    expect(says(turn)).toEqual(['filed'])
    expect(created(turn)).toMatchObject([
      {
        service_code: 'pothole',
        language: 'ht',
        description: 'it is deep\nby the bus stop',
        attributes: { size: 'large' },
        category: { by: 'resident', confidence: null },
      },
    ])
  })
  it('takes a pin as the resident’s own word', () => {
    const vague = understood({ problems: [problem('pothole', at(elm, 0.3), 1)] })
    const turn = take(form('deep', { service_code: 'pothole' }, { point: pin }), vague)
    expect(created(turn)).toMatchObject([{ state: 'filing', location: { by: 'resident' } }])
  })
  it('is a report whatever its words look like', () => {
    for (const intent of ['stop', 'status', 'cancel', 'question', 'yes', 'greeting'] as const)
      expect(
        says(take(form('stop', { service_code: 'pothole' }), { ...known, intent: sure(intent) })),
      ).toEqual(['filed'])
  })
  it('is told of 911 before anything else', () => {
    const turn = take(form('wire on fire', { service_code: 'street-light' }), {
      ...known,
      safety: sure('emergency'),
    })
    expect(says(turn)[0]).toBe('emergency')
  })
  it('is asked where nobody knows the place, and never where nobody reads the question', () => {
    const nowhereYet = understood({ problems: [problem('pothole', nowhere, 1)] })
    expect(says(take(form('deep', { service_code: 'pothole' }), nowhereYet))).toEqual(['ask-location'])
    const final = take(form('deep', { service_code: 'pothole', final: true }), nowhereYet)
    expect(says(final)).toEqual(['in-review'])
    expect(final.state).toMatchObject({ drafts: [], question: null })
    expect(final.writes).toMatchObject([
      { do: 'create', request: { state: 'review' } },
      { do: 'open-review', reason: 'place-unclear' },
    ])
  })
  it('stands beside what is open in the conversation', () => {
    const first = take(
      form('hole', { service_code: 'pothole' }),
      understood({ problems: [problem('pothole', nowhere, 1)] }),
    )
    const second = step(
      first.state,
      event(known, {
        message: form('hole', { service_code: 'pothole' }, { id: 'msg_00000002' }),
        seed: 'second000',
      }),
      policy,
      'web',
    )
    expect(created(second)).toMatchObject([{ service_code: 'pothole', place: elm }])
    expect(second.state.drafts).toHaveLength(1)
  })
})
