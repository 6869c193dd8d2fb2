import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callIn, queryOf, rooms } from '../../channels/voice/call.ts'
import { phoneOf, residentOf } from '../../channels/voice/caller.ts'
import { withReferences } from '../../channels/voice/spoken-reference.ts'
import { bostonReplies } from '../../src/app/city.ts'
import type { Said } from '../../src/core/ports.ts'
import type { Reply, RequestFacts, Speech } from '../../src/core/reply.ts'
import { type Language, languages, type Place } from '../../src/core/understanding.ts'
import { problemsIn } from '../../src/sandbox/twilio-voice/index.ts'
import { root, signedPost } from './sms.harness.ts'
import { callFields, openVoice } from './voice.harness.ts'

const base = '/webhooks/twilio/voice'
const elm: Place = {
  kind: 'address',
  address: '45 Elm St',
  neighborhood: 'Jamaica Plain',
  zip: '02130',
  lat: 42.311,
  lon: -71.116,
  accuracyM: 20,
}
const facts: RequestFacts = {
  id: 'req_00000001_0',
  reference: 'BOS-7K3M-Q2XA',
  caseNumber: null,
  state: 'filed',
  code: 'pothole',
  place: elm,
  statusNotes: 'Crew \u0007 sent & "done" <soon>',
  requestedAt: '2026-11-20T12:00:00.000Z',
  expectedAt: '2026-11-23T12:00:00.000Z',
}
const requestId = facts.id
const speeches: readonly Speech[] = [
  { say: 'emergency' },
  { say: 'crisis' },
  { say: 'filed', requestIds: [requestId] },
  { say: 'confirm', code: 'pothole', place: elm },
  { say: 'confirm', code: null, place: elm },
  { say: 'confirm', code: 'pothole', place: null },
  { say: 'confirm', code: null, place: null },
  { say: 'ask-category', hasPhoto: false, place: elm },
  { say: 'choose-category', codes: ['pothole', 'roadway-repair'] },
  { say: 'ask-location', code: 'pothole' },
  { say: 'ask-both', hasPhoto: false },
  { say: 'choose-place', street: 'Elm St', places: [elm, { ...elm, neighborhood: 'Hyde Park' }] },
  { say: 'ask-number', street: 'Blue Hill Ave', code: 'pothole' },
  { say: 'ask-detail', code: 'pothole', detail: 'size', question: 'How large is it?' },
  { say: 'in-review', requestId, reason: 'service-unclear' },
  { say: 'corrected', requestId },
  { say: 'ask-correction', requestId },
  { say: 'added', requestId },
  { say: 'cancelled', requestId },
  { say: 'cancelled', requestId: null },
  { say: 'nothing-to-cancel' },
  { say: 'status', requestIds: [requestId] },
  { say: 'status-unknown', reference: 'BOS-0000-0000' },
  { say: 'status-none' },
  { say: 'not-fixed', requestId },
  { say: 'question-kept', requestId },
  { say: 'comment-kept', requestId },
  { say: 'outside-city', town: 'Brookline', phone: '(617) 730-2000' },
  { say: 'welcome' },
  { say: 'help' },
  { say: 'thanks' },
  { say: 'not-understood' },
  { say: 'opted-out' },
  { say: 'opted-in' },
]
const known = new Map([[requestId, facts]])
const saying = (speech: Speech, language: Language): Said => {
  const reply: Reply = { speech, language, notices: [], evenIfOptedOut: false }
  return { reply, facts: known, text: bostonReplies(reply, known, { fits: () => true, public: false }) }
}
const step = (at: string, language: Language, more = ''): string =>
  `${base}/heard?n=3&at=${at}&l=${language}&c=1&t=0&m=2&k=0${more}`

/** The document for one delivery. */
function documentFor(
  path: string,
  fields: Readonly<Record<string, string>>,
  said: readonly Said[] = [],
  change: Parameters<typeof openVoice>[0] = {},
): string {
  const channel = openVoice(change)
  const request = signedPost(path, callFields(fields))
  // biome-ignore lint/suspicious/noExplicitAny: verified by the contract; here the document counts
  return channel.respond(channel.receive(request as any), said).body
}

describe('a document', () => {
  it.each(languages)('in %s is one that Twilio takes, whatever the dialog says', (language) => {
    for (const speech of speeches)
      for (const agentPhone of ['+16175550199', null])
        for (const recordings of ['https://cdn.example.org/ivr', null]) {
          const body = documentFor(
            step('open', language),
            { SpeechResult: 'x' },
            [saying(speech, language)],
            { agentPhone, recordings },
          )
          expect(problemsIn(body), `${speech.say}: ${body}`).toEqual([])
        }
  })
  it.each(languages)('in %s is one that Twilio takes at every door and in every room', (language) => {
    const doors = [
      [base, {}],
      [`${base}/dialled?n=3&at=open&l=${language}&c=1&t=0&m=2&k=0`, { DialCallStatus: 'busy' }],
      [`${base}/dialled?n=3&at=open&l=${language}&c=1&t=0&m=2&k=0`, { DialCallStatus: 'completed' }],
      [
        `${base}/recorded?n=3&at=open&l=${language}&c=1&t=0&m=2&k=0`,
        { RecordingSid: 'RE1', RecordingUrl: 'https://api.twilio.com/x' },
      ],
      [`${base}/fallback`, { ErrorCode: '11200', ErrorUrl: root }],
      ...rooms.flatMap((at) =>
        ['0', '1', '2', '3', '6', '9', '*', '', '12345678'].map(
          (Digits) => [step(at, language), { Digits, SpeechResult: '' }] as const,
        ),
      ),
    ] as const
    for (const [path, fields] of doors) {
      const body = documentFor(path, fields)
      expect(problemsIn(body), `${path} ${JSON.stringify(fields)}: ${body}`).toEqual([])
    }
  })
  it('never has a machine read what no machine can read', () => {
    for (const language of ['ht', 'kea', 'so'] as const)
      for (const at of rooms.filter((room) => room !== 'languages')) {
        const body = documentFor(step(at, language), { Digits: '', SpeechResult: '' })
        if (at === 'danger' || at === 'open' || at === 'after' || at === 'menu')
          expect(body).toContain(`/${language}/`)
        for (const [, voice] of body.matchAll(/<Say voice="([^"]+)"/g))
          expect(voice).toBe('Polly.Joanna-Neural')
        expect(body).not.toMatch(/Polly\.(?:Lea|Camila)/)
      }
  })
  it('plays the recordings of Haitian Creole, and listens for keys alone', () => {
    const body = documentFor(step('languages', 'en'), { Digits: '1' })
    expect(body).toContain('<Play>https://cdn.example.org/ivr/ht/hello.mp3</Play>')
    expect(body).toContain('<Play>https://cdn.example.org/ivr/ht/menu-1.mp3</Play>')
    expect(body).toContain('input="dtmf"')
    expect(body).not.toContain('<Say')
    const chosen = documentFor(step('menu', 'ht'), { Digits: '5' }, [
      saying({ say: 'ask-location', code: 'pothole' }, 'ht'),
    ])
    expect(chosen).toContain('/ht/where.mp3')
    expect(chosen).toContain('input="dtmf"')
    const message = documentFor(step('where', 'ht'), { Digits: '3' })
    expect(message).toContain('/ht/record.mp3')
    expect(message).toContain('<Record')
  })
  it('records a message in Haitian Creole where keys can say no more', () => {
    const body = documentFor(step('menu', 'ht'), { Digits: '5' }, [
      saying({ say: 'ask-detail', code: 'pothole', detail: 'size', question: 'How large is it?' }, 'ht'),
    ])
    expect(body).toContain('/ht/record.mp3')
    expect(body).not.toContain('How large')
  })
  it('connects them to a person where there are no recordings', () => {
    const body = documentFor(step('languages', 'en'), { Digits: '1' }, [], { recordings: null })
    expect(body).toContain('+16175550199</Dial>')
  })
  it('spells a reference slowly, and with a word for each letter when it is asked for again', () => {
    const first = documentFor(step('yes-no', 'en'), { Digits: '1' }, [
      saying({ say: 'filed', requestIds: [requestId] }, 'en'),
    ])
    expect(first).toContain('B<break time="250ms"/>O<break time="250ms"/>S<break time="600ms"/>7')
    const again = documentFor(step('after', 'en'), { Digits: '*' }, [
      saying({ say: 'filed', requestIds: [requestId] }, 'en'),
    ])
    expect(again).toContain('K as in kite')
    expect(again).not.toContain('Thank you')
  })
  it('offers a text message to a telephone and to nothing else', () => {
    const filed = [saying({ say: 'filed', requestIds: [requestId] }, 'en')]
    for (const [From, offered] of [
      ['+16175550123', true],
      ['sip:desk@example.org', false],
      ['client:kiosk', false],
      ['anonymous', false],
      ['+266696687', false],
    ] as const)
      expect(documentFor(step('yes-no', 'en'), { Digits: '1', From }, filed).includes('text message')).toBe(
        offered,
      )
  })
  it('shows our number to the person, where the caller has none', () => {
    const body = documentFor(step('open', 'en'), { Digits: '0', From: 'sip:desk@example.org' })
    expect(body).toContain('callerId="+16175550100"')
    expect(documentFor(step('open', 'en'), { Digits: '0' })).not.toContain('callerId')
  })
  it('announces a recording before it records', () => {
    const body = documentFor(step('open', 'en'), { Digits: '0' }, [], { agentPhone: null })
    expect(body.indexOf('It will be recorded')).toBeGreaterThan(0)
    expect(body.indexOf('<Record')).toBeGreaterThan(body.indexOf('It will be recorded'))
  })
})

describe('what a caller did', () => {
  /** What the dialog gets: the text, and what else is set. */
  function messagesOf(path: string, fields: Readonly<Record<string, string>>) {
    const channel = openVoice()
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const raw = channel.receive(signedPost(path, callFields(fields)) as any)
    return channel.normalise(raw)
  }
  const textOf = (path: string, fields: Readonly<Record<string, string>>) =>
    messagesOf(path, fields).map((one) => (one.kind === 'message' ? one.message.text : one.kind))
  it.each([
    ['yes by key', 'yes-no', { Digits: '1' }, 'yes'],
    ['no by key', 'yes-no', { Digits: '2' }, 'no'],
    ['a choice', 'choice&k=3', { Digits: '3' }, '3'],
    ['a house number', 'number', { Digits: '1100', FinishedOnKey: '#' }, '1100'],
    ['the number of a case', 'case', { Digits: '101004113747' }, 'status of 101004113747'],
    ['a person', 'where', { Digits: '0' }, 'agent'],
    ['something is wrong', 'after', { Digits: '2' }, 'no'],
    ['the menu', 'menu', { Digits: '5' }, 'a pothole'],
    ['words', 'open', { SpeechResult: 'a pothole', Confidence: '0.9' }, 'a pothole'],
    ['words without a confidence', 'open', { SpeechResult: 'a pothole' }, 'a pothole'],
  ])('%s is said to the dialog', (_what, at, fields, text) => {
    const path = at.includes('&k=')
      ? step(at.split('&')[0] ?? '', 'en').replace('k=0', 'k=3')
      : step(at, 'en')
    expect(textOf(path, fields)).toEqual([text])
  })
  it('badly heard, is kept as such', () => {
    const [one] = messagesOf(step('open', 'en'), { SpeechResult: 'uh hole', Confidence: '0.2' })
    expect(one).toMatchObject({
      message: { text: 'uh hole', unsure: true, providerId: 'CA00000000000000000000000000000001.3' },
    })
  })
  it('silence asks for what was said before, and is no message of its own', () => {
    const [one, ...others] = messagesOf(step('where', 'en'), { Digits: '', SpeechResult: '' })
    expect(others).toEqual([])
    expect(one).toMatchObject({ message: { providerId: 'CA00000000000000000000000000000001.2' } })
    expect(messagesOf(`${base}/heard?n=1&at=open&l=en&c=0&t=0&m=0&k=0`, { SpeechResult: '' })).toEqual([])
  })
  it('a chosen language goes along', () => {
    const [one] = messagesOf(step('open', 'es'), { SpeechResult: 'un bache' })
    expect(one).toMatchObject({ message: { language: 'es' } })
  })
  it('hanging up is leaving, and ringing is not', () => {
    expect(messagesOf(`${base}/status`, { CallStatus: 'completed' })).toEqual([
      { kind: 'left', resident: '+16175550123', ours: '+16175550100' },
    ])
    expect(messagesOf(`${base}/status`, { CallStatus: 'ringing' })).toEqual([])
  })
  it('an address that is not of our making is refused', () => {
    for (const query of ['n=x', 'n=1&at=nowhere&l=en&c=0&t=0&m=0&k=0', 'n=1&at=open&l=tlh&c=0&t=0&m=0&k=0'])
      expect(() => textOf(`${base}/heard?${query}`, { Digits: '1' })).toThrow('not one of ours')
  })
})

describe('the state of a call', () => {
  const keyed = {
    keyed: fc.record({
      house: fc.constantFrom('', '7', '1100'),
      letters: fc.constantFrom('23687', '7'),
      meets: fc.constantFrom('', 'Centre St', "Allen's Aly"),
    }),
  }
  it('comes back from its address as it went', () => {
    fc.assert(
      fc.property(
        fc.record({
          step: fc.integer({ min: 0, max: 999 }),
          at: fc.constantFrom(...rooms),
          language: fc.constantFrom(...languages),
          chosen: fc.boolean(),
          tries: fc.integer({ min: 0, max: 9 }),
          last: fc.integer({ min: 0, max: 999 }),
          count: fc.integer({ min: 0, max: 9 }),
          ...keyed,
        }),
        (call) => {
          expect(callIn(new URLSearchParams(queryOf(call)))).toEqual(call)
        },
      ),
    )
  })
})

describe('who calls', () => {
  it.each([
    ['+16175550123', '+16175550123', '+16175550123'],
    ['anonymous', 'call:CA1', null],
    ['Anonymous', 'call:CA1', null],
    ['+266696687', 'call:CA1', null],
    ['+7378742833', 'call:CA1', null],
    ['client:kiosk', 'client:kiosk', null],
    ['sip:desk@example.org', 'sip:desk@example.org', null],
    ['', 'call:CA1', null],
  ])('%j', (From, resident, phone) => {
    expect(residentOf({ CallSid: 'CA1', From })).toBe(resident)
    expect(phoneOf({ CallSid: 'CA1', From })).toBe(phone)
  })
})

describe('a reference read out', () => {
  it.each([
    ['B O S 7 K 3 M Q 2 X A', 'BOS-7K3M-Q2XA'],
    ['it is BOS-7K3M-Q2XA thanks', 'it is BOS-7K3M-Q2XA thanks'],
    ['boss seven kay three em, queue two ex A please', 'BOS-7K3M-Q2XA please'],
    ['b.o.s. 7k3m q2xa', 'BOS-7K3M-Q2XA'],
    ['B O S O I L M Q 2 X A', 'BOS-011M-Q2XA'],
    ['my boss is on Main Street', 'my boss is on Main Street'],
    ['boston common is dirty', 'boston common is dirty'],
  ])('%s', (said, text) => {
    expect(withReferences(said)).toBe(text)
  })
  it('any text is left or rewritten, and never breaks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => typeof withReferences(`boss ${text}`) === 'string',
      ),
    )
  })
})

describe('every recorded delivery', () => {
  const folder = join(import.meta.dirname, '../../fixtures/voice')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  it.each(files)('%s is read and answered', (name) => {
    const { path, form } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly path: string
      readonly form: Record<string, string>
    }
    const channel = openVoice()
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const raw = channel.receive(signedPost(path, Object.entries(form)) as any)
    expect(channel.normalise(raw)).toEqual(channel.normalise(raw))
    const answer = channel.respond(raw, [])
    expect(answer.status).toBeLessThan(300)
    if (answer.body !== '') expect(problemsIn(answer.body)).toEqual([])
  })
})
