/** A place by the keys of a telephone: what each key does, and what is heard then. */
import { describe, expect, it } from 'vitest'
import type { Call } from '../../channels/voice/call.ts'
import { queryOf, startOfCall } from '../../channels/voice/call.ts'
import { paths } from '../../channels/voice/schema.ts'
import { bostonReplies } from '../../src/app/city.ts'
import type { Said } from '../../src/core/ports.ts'
import type { Speech } from '../../src/core/reply.ts'
import { type Language, languages, type Place } from '../../src/core/understanding.ts'
import { problemsIn } from '../../src/sandbox/twilio-voice/index.ts'
import { signedPost } from './sms.harness.ts'
import { callFields, openVoice } from './voice.harness.ts'

const inCall = (change: Partial<Call>): Call => ({
  ...startOfCall,
  step: 6,
  last: 4,
  chosen: true,
  ...change,
})
const keyed = (house: string, letters = '', meets = '') => ({ house, letters, meets })
const saying = (speech: Speech, language: Language): Said => {
  const reply = { speech, language, notices: [], evenIfOptedOut: false }
  return {
    reply,
    facts: new Map(),
    text: bostonReplies(reply, new Map(), { fits: () => true, public: false }),
  }
}

/** What keys (none: silence) do: the texts that the dialog gets, and the document. */
function press(call: Call, Digits: string, said: readonly Said[] = []) {
  const channel = openVoice()
  const path = `${paths.heard}?${queryOf(call)}`
  // biome-ignore lint/suspicious/noExplicitAny: verified by the contract; here the keys count
  const raw = channel.receive(signedPost(path, callFields({ Digits, SpeechResult: '' })) as any)
  const body = channel.respond(raw, said).body
  expect(problemsIn(body), body).toEqual([])
  return {
    texts: channel.normalise(raw).map((one) => (one.kind === 'message' ? one.message.text : one.kind)),
    body,
    /** Where the next answer goes. */
    next: new URL(/action="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? 'x:').searchParams,
  }
}
const where = inCall({ at: 'where' })
const askWhere = [saying({ say: 'ask-location', code: 'pothole' }, 'en')]

describe('an address by keys', () => {
  it('is offered where the place is asked for', () => {
    const { body } = press(inCall({ at: 'menu' }), '5', askWhere)
    expect(body).toContain('for an address, press 1, for a corner, press 2')
    expect(body).toContain('numDigits="1"')
  })
  it('is a house number, then its street by its letters, and goes to the dialog in words', () => {
    const house = press(where, '1')
    expect(house.texts).toEqual([])
    expect(house.body).toContain('Key in the house number, then press pound.')
    expect(house.body).toContain('input="dtmf"')
    expect(house.next.get('at')).toBe('house')
    const street = press(inCall({ at: 'house' }), '746')
    expect(street.body).toContain('Press the key of each letter once')
    expect([street.next.get('at'), street.next.get('h')]).toEqual(['street', '746'])
    // C is on 2, E on 3, N on 6, T on 8, R on 7.
    expect(press(inCall({ at: 'street', keyed: keyed('746') }), '23687').texts).toEqual(['746 Centre St'])
  })
  it('whose street several fit is a choice of at most four at once', () => {
    const spelt = press(inCall({ at: 'street', keyed: keyed('10') }), '356')
    expect(spelt.texts).toEqual([])
    expect(spelt.body).toContain('For Elm Street, press 1.')
    expect(spelt.body).not.toContain('press 5')
    expect(spelt.body).toContain('press star')
    expect([spelt.next.get('at'), spelt.next.get('s')]).toEqual(['streets', '356'])
    const choice = inCall({ at: 'streets', keyed: keyed('10', '356') })
    expect(press(choice, '1').texts).toEqual(['10 Elm St'])
    expect(press(choice, '9')).toMatchObject({
      texts: [],
      body: expect.stringContaining("I didn't understand"),
    })
  })
  it('has more streets behind 6, page by page', () => {
    const first = inCall({ at: 'streets', keyed: keyed('10', '4735') })
    const more = press(first, '6')
    expect(more.body).not.toEqual(press(inCall({ at: 'street', keyed: keyed('10') }), '4735').body)
    expect(more.next.get('k')).toBe('1')
    const far = inCall({ at: 'streets', keyed: keyed('746', '23687'), count: 9 })
    expect(press(far, '6').body).toContain("I didn't understand")
  })
  it('with one wrong key is asked about, never taken', () => {
    // The first letter was missed by one key.
    const spelt = press(inCall({ at: 'street', keyed: keyed('746') }), '53687')
    expect(spelt.texts).toEqual([])
    expect(spelt.body).toContain('For Centre Street, press 1.')
  })
  it('with blanks as 0 or 1 is read without them', () => {
    expect(press(inCall({ at: 'street', keyed: keyed('1100') }), '2583104455').texts).toEqual([
      '1100 Blue Hill Ave',
    ])
  })
  it.each([
    ['house', '', '00012', 'That is no house number.'],
    ['house', '', '02130', 'That is no house number.'],
    ['street', '746', '9999999', 'I find no such street.'],
    ['street', '10', '23', 'Too many streets begin like that.'],
    ['street', '10', '11', 'I find no such street.'],
    ['street', '10', '', 'hear anything'],
  ] as const)('in room %s after %s: %s is said to be wrong, and asked again', (at, house, digits, sorry) => {
    const call = inCall({ at, keyed: keyed(house) })
    const once = press(call, digits)
    expect(once.body).toContain(sorry)
    expect([once.next.get('at'), once.next.get('t')]).toEqual([at, '1'])
    expect(once.next.get('h') ?? '').toBe(house)
    const last = press({ ...call, tries: 2 }, digits)
    expect(last.body).toContain('</Dial>')
    expect(last.texts).toEqual(['agent'])
  })
  it('is left by 0, for a person', () => {
    for (const at of ['house', 'street', 'streets', 'zip'] as const)
      expect(press(inCall({ at, keyed: keyed('10', '356') }), '0')).toMatchObject({
        texts: ['agent'],
        body: expect.stringContaining('</Dial>'),
      })
  })
  it('goes back one step with star', () => {
    const steps: readonly (readonly [Partial<Call>, string | null, string])[] = [
      [{ at: 'streets', keyed: keyed('10', '356') }, 'street', '10'],
      [{ at: 'street', keyed: keyed('10') }, 'house', ''],
      [{ at: 'street', keyed: keyed('', '', 'Centre St') }, 'street', ''],
      [{ at: 'house' }, 'where', ''],
      [{ at: 'street' }, 'where', ''],
    ]
    for (const [call, at, house] of steps) {
      const { next } = press(inCall(call), '*', askWhere)
      expect([next.get('at'), next.get('h') ?? '', next.get('x')]).toEqual([at, house, null])
    }
    // Twilio sends what was entered before it as well.
    expect(press(inCall({ at: 'street', keyed: keyed('10') }), '235*').next.get('at')).toBe('house')
  })
})

describe('a corner by keys', () => {
  it('is two streets, the second one of those that cross the first', () => {
    const first = press(where, '2')
    expect(first.body).toContain('Spell the first street.')
    const second = press(inCall({ at: 'streets', keyed: keyed('', '23687') }), '1')
    expect(second.body).toContain('Now the street that crosses it')
    expect(second.next.get('x')).toBe('Centre St')
    const crossing = inCall({ at: 'street', keyed: keyed('', '', 'Columbia Rd') })
    expect(press(crossing, '383539').texts).toEqual(['Columbia Rd & Dudley St'])
    // A street of this name there is, and not there.
    expect(press(crossing, '23687').body).toContain('I find no such street.')
  })
  it('of a street that is not of our making has no other', () => {
    expect(press(inCall({ at: 'street', keyed: keyed('', '', 'Nowhere St') }), '383539').body).toContain(
      'I find no such street.',
    )
  })
})

const elm: Place = {
  kind: 'address',
  address: '5 Elm St',
  neighborhood: 'Jamaica Plain',
  zip: '02130',
  lat: 42.311,
  lon: -71.116,
  accuracyM: 20,
}
describe('a street of which there are several', () => {
  const places = [elm, { ...elm, neighborhood: 'Hyde Park', zip: '02136' }]
  const which = inCall({ at: 'which', count: 2 })
  it('is a choice by key, or by its ZIP code behind 9', () => {
    const asked = press(inCall({ at: 'streets', keyed: keyed('5', '356') }), '1', [
      saying({ say: 'choose-place', street: 'Elm St', places }, 'en'),
    ])
    expect(asked.body).toContain('To key in the ZIP code, press 9.')
    expect(asked.next.get('at')).toBe('which')
    expect(press(which, '2').texts).toEqual(['2'])
    expect(press(which, '3').body).toContain("I didn't understand")
    const zip = press(which, '9')
    expect(zip.texts).toEqual([])
    expect(zip.body).toContain('Key in the five figures of the ZIP code.')
    expect(zip.body).toContain('numDigits="5"')
    expect(press(inCall({ at: 'zip' }), '02136').texts).toEqual(['02136'])
    expect(press(inCall({ at: 'zip' }), '2136').texts).toEqual([])
  })
  it('is asked about again with star', () => {
    const said = [saying({ say: 'choose-place', street: 'Elm St', places }, 'en')]
    expect(press(inCall({ at: 'zip' }), '*', said).next.get('at')).toBe('which')
  })
})

describe('a correction by keys', () => {
  it('is the place, a corner or the problem', () => {
    const asked = [saying({ say: 'ask-correction', requestId: 'req_00000001_0' }, 'en')]
    const wrong = press(inCall({ at: 'after' }), '2', asked)
    expect(wrong.texts).toEqual(['no'])
    expect(wrong.next.get('at')).toBe('wrong')
    const call = inCall({ at: 'wrong' })
    expect(press(call, '1').next.get('at')).toBe('house')
    expect(press(call, '2').next.get('at')).toBe('street')
    expect(press(call, '3').body).toContain('For Pothole, press 5.')
    expect(press(call, '*', asked).next.get('at')).toBe('wrong')
  })
})

describe.each(languages)('in %s', (language) => {
  const recorded = language === 'ht' || language === 'kea' || language === 'so'
  const walk: readonly (readonly [Partial<Call>, string])[] = [
    [{ at: 'where' }, '1'],
    [{ at: 'where' }, '2'],
    [{ at: 'house' }, '10'],
    [{ at: 'house' }, '*'],
    [{ at: 'house' }, '99999999'],
    [{ at: 'street', keyed: keyed('10') }, '356'],
    [{ at: 'street', keyed: keyed('10') }, '99999'],
    [{ at: 'street', keyed: keyed('10') }, '2'],
    [{ at: 'street', keyed: keyed('', '', 'Centre St') }, ''],
    [{ at: 'streets', keyed: keyed('10', '4735') }, '6'],
    [{ at: 'streets', keyed: keyed('10', '4735') }, ''],
    [{ at: 'which', count: 2 }, '9'],
    [{ at: 'zip' }, '1'],
    [{ at: 'wrong' }, '1'],
  ]
  it('every step is spoken by a voice of the language, or recorded, with English names between', () => {
    for (const [call, digits] of walk) {
      const { body } = press(inCall({ ...call, language }), digits)
      expect(body).toMatch(recorded ? /\/(?:ht|kea|so)\/[\w-]+\.mp3/ : /<Say/)
      for (const [, voice] of body.matchAll(/<Say voice="([^"]+)"/g))
        if (recorded) expect(voice).toBe('Polly.Joanna-Neural')
      expect(body).not.toMatch(recorded ? /Polly\.(?:Lea|Camila)/ : /<Play/)
    }
  })
  it('a place is read back, and its number told', () => {
    const confirm = press(inCall({ at: 'streets', keyed: keyed('5', '356'), language }), '1', [
      saying({ say: 'confirm', code: 'pothole', place: elm }, language),
    ])
    expect(confirm.body).toContain('Elm Street, Jamaica Plain')
    expect(confirm.next.get('at')).toBe('yes-no')
    if (recorded) {
      expect(confirm.body).toContain(`/${language}/characters/5.mp3`)
      expect(confirm.body).toContain(`/${language}/yesOrNo.mp3`)
    }
  })
})

describe('words where all is said', () => {
  const speak = (SpeechResult: string, at: Call['at'] = 'after') => {
    const channel = openVoice()
    const path = `${paths.heard}?${queryOf(inCall({ at }))}`
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const raw = channel.receive(signedPost(path, callFields({ SpeechResult, Confidence: '0.9' })) as any)
    return { messages: channel.normalise(raw).length, body: channel.respond(raw, []).body }
  }
  it('that thank end the call, and change no report', () => {
    const { messages, body } = speak("no, that's all, thank you")
    expect(messages).toBe(0)
    expect(body).toContain('Goodbye.')
    expect(body).toContain('<Hangup/>')
  })
  it('of which there is only "no" are asked about', () => {
    const { messages, body } = speak('no')
    expect(messages).toBe(0)
    expect(body).toContain('If something is wrong, press 2.')
    expect(body).toContain('at=after')
  })
  it('mean something else anywhere else', () => {
    expect(speak('no', 'yes-no').messages).toBe(1)
    expect(speak('no thanks', 'yes-no').messages).toBe(1)
    expect(speak('no it is 45 Elm Street').messages).toBe(1)
  })
})
