/**
 * Callers, through the real webhooks of a started app. What Twilio would refuse, the interpreter refuses.
 * @module
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlayedCall, ScriptedCaller } from '../../src/sandbox/twilio-voice/index.ts'
import {
  callBooth,
  callers,
  playSteps,
  silentRecording,
  spokenSeconds,
} from '../../src/sandbox/twilio-voice/index.ts'
import { ours, type TestApp, testApp } from '../support/app.ts'
import { dial, lastHeard, transcriptOf } from '../support/caller.ts'
import { photo } from '../support/photos.ts'
import { newPhone, resident } from '../support/resident.ts'

interface Row {
  readonly reference: string
  readonly state: string
  readonly code: string | null
  readonly language: string
  readonly place: string | null
  readonly description: string
  readonly files: number
  readonly reasons: string | null
}

let app: TestApp
/** One with recorded prompts, and a line for those who want a person. */
let other: TestApp
const apps = (caller: Pick<ScriptedCaller, 'needs'>): TestApp => (caller.needs === undefined ? app : other)
let agentAnswers: 'completed' | 'no-answer' = 'no-answer'
beforeAll(async () => {
  app = await testApp({ environment: { AGENT_PHONE: '+16175550199' } })
  other = await testApp({
    environment: { AGENT_QUEUE: 'boston-311', IVR_RECORDINGS_URL: 'https://cdn.example.org/ivr' },
  })
})
afterAll(async () => {
  await app?.close()
  await other?.close()
})

/** What the ledger has of this caller. */
const requestsOf = (from: string, of: TestApp = app): Promise<readonly Row[]> =>
  of.sql<Row>(
    `SELECT r.reference, r.state, r.service_code AS code, r.language, r.place->>'address' AS place, r.description,
       coalesce(array_length(r.media_ids, 1), 0) AS files,
       (SELECT string_agg(v.reason, ',') FROM reviews v WHERE v.request_id = r.id) AS reasons
     FROM service_requests r JOIN conversations c ON c.id = r.conversation_id
     WHERE c.channel = 'voice' AND c.resident = $1 ORDER BY r.requested_at, r.id`,
    [from],
  )
const documentsOf = (call: PlayedCall) => call.events.filter((event) => event.did === 'answer')

async function played(
  caller: ScriptedCaller,
): Promise<{ readonly call: PlayedCall; readonly rows: readonly Row[] }> {
  const from = caller.from ?? newPhone()
  const of = apps(caller)
  const call = await dial(of, { from, answers: () => agentAnswers })
  await playSteps(call, caller.steps, silentRecording())
  if (call.state !== 'ended') await call.hangUp()
  await of.settled()
  return { call, rows: await requestsOf(from === '+266696687' ? `call:${call.sid}` : from, of) }
}
const scripted = (title: string): ScriptedCaller => {
  const found = callers.find((caller) => caller.title === title)
  if (found === undefined) throw new Error(`no caller is called ${title}`)
  return found
}

/** What becomes of each: one line a request. */
const outcomes: Readonly<Record<string, readonly Partial<Row>[]>> = {
  'a simple pothole': [{ state: 'filed', code: 'pothole', place: '746 Centre St', language: 'en' }],
  'fast: knows the way and breaks in': [{ state: 'filed', code: 'pothole', place: '1100 Blue Hill Ave' }],
  silent: [{ state: 'review', reasons: 'agent-wanted' }],
  'Spanish by key': [{ state: 'filed', code: 'pothole', place: '746 Centre St', language: 'es' }],
  'Spanish by its name': [
    { state: 'filed', code: 'missed-pickup', place: '40 Westville St', language: 'es' },
  ],
  'keypad only: menu, then a message': [
    { state: 'review', code: 'pothole', reasons: 'agent-wanted', files: 1 },
  ],
  'changes their mind about the place': [{ state: 'filed', code: 'street-light-out', place: '45 Beacon St' }],
  'changes their mind and cancels': [],
  'hangs up in the middle': [{ state: 'review', code: 'sidewalk-repair', place: null, reasons: 'abandoned' }],
  'hangs up at the greeting': [],
  'two problems in one breath': [
    { state: 'filed', code: 'rodents', place: '76 Warren St' },
    { state: 'filed', code: 'dead-animal', place: '15 Mora St' },
  ],
  'a street that stands in several neighborhoods, and a wrong number': [
    { state: 'filed', code: 'pothole', place: '102 Washington St' },
  ],
  'a street without a number, keyed in': [{ state: 'filed', code: 'pothole', place: '1100 Blue Hill Ave' }],
  emergency: [{ state: 'review', reasons: 'emergency' }],
  'emergency that the recogniser hardly hears': [{ state: 'review', reasons: 'emergency' }],
  anonymous: [{ state: 'filed', code: 'missed-pickup', place: '40 Westville St' }],
  'a SIP phone': [{ state: 'filed', code: 'traffic-signal', place: 'Columbia Rd & Dudley St' }],
  'mumbles, then speaks up': [{ state: 'filed', code: 'pothole', place: '746 Centre St' }],
  'mumbles to the end': [{ state: 'review', reasons: 'agent-wanted', files: 1 }],
  'wants a person at once': [{ state: 'review', reasons: 'agent-wanted' }],
  'asks how it stands, and hears the number twice': [{ state: 'filed', code: 'pothole' }],
  'wants the number as a text message': [{ state: 'filed', code: 'pothole' }],
  'Haitian Creole by key': [{ state: 'review', language: 'ht', reasons: 'agent-wanted', files: 1 }],
  'keypad only, to a number': [{ state: 'filed', code: 'pothole', place: '746 Centre St' }],
  'keypad only, with a wrong first letter': [{ state: 'filed', code: 'pothole', place: '76 Warren St' }],
  'keypad only, goes back, and corrects the place after no': [
    { state: 'filed', code: 'street-light-out', place: '45 Beacon St' },
  ],
  'keypad only, corrects the place after it was filed': [
    { state: 'filed', code: 'pothole', place: '40 Westville St' },
  ],
  'keypad only, at a corner': [{ state: 'filed', code: 'pothole', place: 'Columbia Rd & Dudley St' }],
  'keypad only, one of many Washington Streets by its ZIP code': [
    { state: 'filed', code: 'pothole', place: '100 Washington St' },
  ],
  'keypad only, finds no street and gets a person': [
    { state: 'review', code: 'pothole', reasons: 'agent-wanted', files: 1 },
  ],
  'hangs up while spelling': [{ state: 'review', code: 'pothole', reasons: 'abandoned' }],
  'Haitian Creole by keys alone': [
    { state: 'filed', code: 'pothole', place: '746 Centre St', language: 'ht' },
  ],
  'Somali by keys, and then a message after all': [{ state: 'review', language: 'so', files: 1 }],
  'asks for Haitian Creole in the middle': [
    { state: 'filed', code: 'pothole', place: '40 Westville St', language: 'ht' },
  ],
  'asks for Spanish in the middle': [
    { state: 'filed', code: 'pothole', place: '40 Westville St', language: 'es' },
  ],
  'says hello and nothing else': [],
  'interrupts the question with 0': [
    { state: 'review', code: 'graffiti', reasons: 'agent-wanted', files: 1 },
  ],
  'hangs up during the read-back': [
    { state: 'review', code: 'dead-animal', place: '15 Mora St', reasons: 'abandoned' },
  ],
  'a long story with two addresses': [{ state: 'filed', code: 'pothole', place: '76 Warren St' }],
  'uses a wheelchair, and the ramp is broken': [
    { state: 'filed', code: 'sidewalk-repair', place: 'Dudley St & Columbia Rd' },
  ],
  'asks to hear it again in words': [{ state: 'filed', code: 'pothole', place: '15 Mora St' }],
  'a child shouts, then the street light': [
    { state: 'filed', code: 'street-light-out', place: '54 Beacon St' },
  ],
  'takes leave politely': [
    { state: 'filed', code: 'illegal-parking', place: '40 Westville St', reasons: null },
  ],
  'keypad only, asks how it stands': [],
  'names the town next door': [{ state: 'filed', code: 'pothole', place: '20 Harvard Ave' }],
}

describe('a caller', () => {
  it('has an outcome for every script', () => {
    expect(Object.keys(outcomes).sort()).toEqual(callers.map(({ title }) => title).sort())
    expect(callers.length).toBeGreaterThanOrEqual(20)
  })
  it.each(Object.entries(outcomes))('%s', async (title, expected) => {
    const { call, rows } = await played(scripted(title))
    const shown = transcriptOf(call)
    expect(documentsOf(call).flatMap(({ problems }) => problems)).toEqual([])
    expect(
      documentsOf(call).map(({ status }) => status),
      shown,
    ).not.toContain(503)
    expect(
      call.events.filter(({ did }) => did === 'drop'),
      shown,
    ).toEqual([])
    expect(rows, shown).toMatchObject(expected)
    expect(rows, shown).toHaveLength(expected.length)
  })
})

describe('the phone', () => {
  it('needs less than a minute of prompts for a simple pothole', async () => {
    const places = [
      '746 Centre Street in Jamaica Plain',
      '1100 Blue Hill Avenue',
      '15 Mora Street',
      '76 Warren Street Roxbury',
      '40 Westville Street Dorchester',
    ]
    const seconds: number[] = []
    for (const place of places) {
      const call = await dial(app)
      await call.speak(`there is a pothole at ${place}`)
      await call.press('1')
      await call.hangUp()
      expect(transcriptOf(call)).toContain('Your number is')
      seconds.push(spokenSeconds(call.events))
    }
    expect(seconds.sort((a, b) => a - b)[2]).toBeLessThan(60)
  })
  it('says 911 first, and what is written down, before it listens', async () => {
    const call = await dial(app)
    await call.hangUp()
    const words = lastHeard(call)
    expect(words.indexOf('9 1 1')).toBeGreaterThan(0)
    expect(words.indexOf('A computer writes down')).toBeGreaterThan(words.indexOf('9 1 1'))
    expect(words.indexOf("Tell me what's wrong")).toBeGreaterThan(words.indexOf('A computer writes down'))
  })
  it('says the fixed 911 text and offers a person, at any point', async () => {
    const call = await dial(app)
    await call.speak('there is a pothole on Blue Hill Avenue')
    await call.speak('oh no, a man has been shot, he is bleeding')
    expect(lastHeard(call)).toContain(
      "If anyone is in danger, call 9 1 1 now. 3 1 1 can't send emergency help.",
    )
    expect(lastHeard(call)).toContain('press 0')
    await call.silence()
    expect(call.events).toContainEqual({
      who: 'twilio',
      did: 'dial',
      number: '+16175550199',
      outcome: 'no-answer',
    })
    await call.hangUp()
  })
  it('puts a caller through, and adds nothing once somebody talked', async () => {
    agentAnswers = 'completed'
    const { call } = await played({ title: '', steps: [{ say: 'I want to talk to a person please' }] })
    agentAnswers = 'no-answer'
    expect(lastHeard(call)).toContain('[transfers the call: completed]')
    expect(lastHeard(call)).not.toContain('nobody')
  })
  it('tells an anonymous caller nothing of another one', async () => {
    await played(scripted('anonymous'))
    const call = await dial(app, { from: 'anonymous' })
    await call.speak('what is the status of my report')
    expect(lastHeard(call)).toContain('I find no report from this phone')
    expect(lastHeard(call)).not.toContain('Westville')
    await call.hangUp()
  })
  it('finds a report by its number, spoken in pieces', async () => {
    const { rows } = await played(scripted('a simple pothole'))
    const letters = (rows[0]?.reference ?? '').slice(4).replace('-', '').split('').join(' ')
    const call = await dial(app)
    await call.speak('what is the status of my report')
    await call.speak(`B O S ${letters}`)
    expect(lastHeard(call)).toContain(
      'Pothole, seven forty-six Centre Street, Jamaica Plain: it is filed and open.',
    )
    await call.hangUp()
  })
  it('finds a report by its number, entered with keys', async () => {
    const { rows } = await played(scripted('a simple pothole'))
    const keys: Record<string, string> = {}
    for (const [key, letters] of Object.entries({
      2: 'ABC',
      3: 'DEF',
      4: 'GHI',
      5: 'JKL',
      6: 'MNO',
      7: 'PQRS',
      8: 'TUV',
      9: 'WXYZ',
    }))
      for (const letter of letters) keys[letter] = key
    const figures = (rows[0]?.reference ?? '')
      .slice(4)
      .replace('-', '')
      .replace(/[A-Z]/g, (one) => keys[one] ?? '')
    for (const from of ['anonymous', newPhone()]) {
      const call = await dial(app, { from })
      await call.speak('status')
      expect(lastHeard(call)).toContain('key it in')
      await call.press(`${figures}#`)
      expect(lastHeard(call)).toContain('seven forty-six Centre Street, Jamaica Plain: it is filed and open.')
      await call.hangUp()
    }
    const wrong = await dial(app)
    await wrong.speak('status')
    await wrong.press('00000000#')
    expect(lastHeard(wrong)).toContain("I can't find that number")
    await wrong.hangUp()
  })
  it('does not promise a text message to a phone that wants none', async () => {
    const from = newPhone()
    await resident(app, from).say('STOP')
    const call = await dial(app, { from })
    await call.speak('a pothole at 746 Centre Street, Jamaica Plain')
    await call.press('1')
    await call.press('1')
    expect(lastHeard(call)).toContain("I can't send a text message")
    await call.hangUp()
    await app.settled()
    expect(resident(app, from).heard()).toEqual([])
  })
  it('answers a webhook that came twice as the first time, and makes one request', async () => {
    const from = newPhone()
    const call = await dial(app, { from })
    const fields = Object.entries({
      CallSid: call.sid,
      AccountSid: app.account.accountSid,
      From: from,
      To: ours,
      CallStatus: 'in-progress',
      SpeechResult: 'a pothole at 15 Mora Street',
      Confidence: '0.9',
    })
    const path = '/webhooks/twilio/voice/heard?n=1&at=open&l=en&c=0&t=0&m=0&k=0'
    const first = await app.player.post(path, fields)
    const second = await app.player.post(path, fields)
    expect(first.body).toContain('fifteen Mora Street')
    expect(second).toEqual(first)
    await call.hangUp()
    await app.settled()
    expect(await requestsOf(from)).toHaveLength(1)
  })
  it('sends the number as a text message, and a photo that answers it joins the report', async () => {
    const from = newPhone()
    const call = await dial(app, { from })
    await playSteps(call, scripted('wants the number as a text message').steps, silentRecording())
    await app.settled()
    const [row] = await requestsOf(from)
    const texter = resident(app, from)
    expect(texter.heard()).toHaveLength(1)
    expect(texter.heard()[0]).toContain(row?.reference)
    expect(texter.heard()[0]).toContain('photo')
    const replies = await texter.say('', { type: 'image/jpeg', bytes: await photo() })
    expect(replies.join()).toMatch(/added/i)
    expect(await requestsOf(from)).toMatchObject([{ reference: row?.reference, files: 1 }])
  })
  it('keeps what the porch recorded while we were away, for an agent', async () => {
    const from = newPhone()
    const { sid, url } = app.player.keepRecording(silentRecording())
    const fields = {
      CallSid: 'CA0000000000000000000000000000away',
      AccountSid: app.account.accountSid,
      RecordingSid: sid,
      RecordingUrl: url,
      RecordingDuration: '9',
    }
    const inCall = { ...fields, From: from, To: ours, CallStatus: 'completed', Digits: 'hangup' }
    const news = { ...fields, RecordingStatus: 'completed' }
    for (const form of [inCall, news, inCall])
      expect(
        (await app.player.post('/webhooks/twilio/voice/away/recording', Object.entries(form))).problem,
      ).toBeNull()
    await app.settled()
    expect(await requestsOf(from)).toMatchObject([{ state: 'review', files: 1, reasons: 'service-unclear' }])
    const kept = await app.sql<{ kind: string; state: string }>(
      `SELECT m.kind, m.state FROM media m JOIN messages s ON s.id = m.message_id WHERE s.resident = $1`,
      [from],
    )
    expect(kept).toEqual([{ kind: 'audio', state: 'kept' }])
  })
  it('has a document for Twilio where everything else failed', async () => {
    const form = {
      CallSid: 'CA00000000000000000000000000000fall',
      From: newPhone(),
      To: ours,
      ErrorCode: '11200',
    }
    const answer = await app.player.post(
      '/webhooks/twilio/voice/fallback',
      Object.entries({ ...form, ErrorUrl: `${app.url}/webhooks/twilio/voice` }),
    )
    expect(answer.body).toContain('something went wrong on our side')
    expect(answer.body).toContain('+16175550199</Dial>')
    const again = await app.player.post(
      '/webhooks/twilio/voice/fallback',
      Object.entries({ ...form, ErrorUrl: `${app.url}/webhooks/twilio/voice/dialled?n=1` }),
    )
    expect(again.body).toContain('<Hangup/>')
  })
  it('is a telephone of the sandbox: dial, speak, press, hang up, and what was said', async () => {
    const booth = callBooth(app.player, { accountSid: app.account.accountSid, to: ours })
    const { id, saying, state } = await booth.dial(newPhone())
    expect([state, saying]).toEqual(['gather', expect.stringContaining('This is Boston 3 1 1.')])
    expect((await booth.act(id, { do: 'speak', text: 'a pothole at 15 Mora Street' }))?.saying).toContain(
      'fifteen Mora Street',
    )
    expect((await booth.act(id, { do: 'press', keys: '1' }))?.saying).toContain('Your number is')
    const ended = await booth.act(id, { do: 'hang-up' })
    expect(ended?.state).toBe('ended')
    expect(ended?.lines.map(({ who }) => who)).toEqual([
      '311',
      'resident',
      '311',
      'resident',
      '311',
      'resident',
    ])
    expect(booth.list()).toEqual([ended])
    expect(await booth.act('CA0', { do: 'wait' })).toBeNull()
  })
  it('reads Haitian Creole to nobody: recordings, and an English voice for names', async () => {
    const { call } = await played(scripted('Haitian Creole by keys alone'))
    const chosen = call.events.findIndex((event) => event.did === 'play')
    const spoken = call.events.slice(chosen).filter((event) => event.did === 'say')
    // After the greeting and the offer of languages an English voice reads the street, and no voice anything else.
    expect(spoken).toMatchObject([{ text: 'Centre Street, Jamaica Plain', voice: 'Polly.Joanna-Neural' }])
    const recordings = call.events.flatMap((event) => (event.did === 'play' ? [event.url] : []))
    expect(recordings).toContain('https://cdn.example.org/ivr/ht/characters/7.mp3')
    expect(recordings).toContain('https://cdn.example.org/ivr/ht/textSent.mp3')
  })
  it('says where somebody stands in line, lets them leave a message, and loses nothing', async () => {
    const from = newPhone()
    const call = await dial(other, { from, queue: () => ({ after: 9, result: 'bridged', position: 3 }) })
    await call.speak('there is graffiti at 12 Green Street in Jamaica Plain')
    await call.press('0')
    expect(call.saying).toContain('You are number 3 in line.')
    await call.silence()
    expect(call.saying).toContain('You are number 2 in line.')
    await call.press('1')
    expect(lastHeard(call)).toContain('It will be recorded.')
    expect(call.state).toBe('record')
    await call.leaveMessage(silentRecording())
    await other.settled()
    expect(await requestsOf(from, other)).toMatchObject([
      { state: 'review', code: 'graffiti', place: '12 Green St', reasons: 'agent-wanted', files: 1 },
    ])
    expect(documentsOf(call).flatMap(({ problems }) => problems)).toEqual([])
  })
  it.each([
    ['bridged', '', 0],
    ['queue-full', 'Sorry, nobody could take your call.', 1],
    ['system-error', 'Sorry, nobody could take your call.', 1],
    ['redirected', '', 0],
  ] as const)('after the line ended with %s says %j', async (result, words, files) => {
    const from = newPhone()
    const call = await dial(other, { from, queue: () => ({ after: 1, result }) })
    await call.press('0')
    await call.silence()
    if (words !== '') expect(lastHeard(call)).toContain(words)
    if (call.state === 'record') await call.leaveMessage(silentRecording())
    expect(call.state).toBe('ended')
    await other.settled()
    expect(await requestsOf(from, other)).toMatchObject([{ state: 'review', reasons: 'agent-wanted', files }])
  })
  it('keeps who hangs up in line, and who waits too long is offered a message', async () => {
    const from = newPhone()
    const call = await dial(other, { from, queue: () => ({ after: 9, result: 'bridged' }) })
    await call.press('0')
    await call.hangUp()
    await other.settled()
    expect(await requestsOf(from, other)).toMatchObject([{ state: 'review', reasons: 'agent-wanted' }])
    const patient = await dial(other, { queue: () => ({ after: 9, result: 'bridged', seconds: 300 }) })
    await patient.press('0')
    await patient.silence()
    await patient.silence()
    expect(lastHeard(patient)).toContain('Sorry, nobody could take your call.')
    expect(patient.state).toBe('record')
    await patient.hangUp()
  })
  it('knows somebody who calls twice', async () => {
    const from = newPhone()
    const first = await dial(app, { from })
    await playSteps(first, scripted('a simple pothole').steps, silentRecording())
    await app.settled()
    const second = await dial(app, { from })
    await second.speak('I called before about the pothole, is it fixed yet')
    expect(lastHeard(second)).toContain('Pothole, seven forty-six Centre Street')
    await second.hangUp()
    expect(await requestsOf(from)).toHaveLength(1)
  })
  it('tells who texts after the call where it was, also where strangers may not know', async () => {
    const from = newPhone()
    const call = await dial(app, { from })
    await call.speak('there is no heat in my apartment at 40 Westville Street Dorchester')
    await call.press('1')
    await call.press('1')
    await call.hangUp()
    await app.settled()
    const [row] = await requestsOf(from)
    expect(row?.place).toBe('40 Westville St')
    expect(
      await app.sql('SELECT private FROM service_requests WHERE reference = $1', [row?.reference ?? '']),
    ).toEqual([{ private: true }])
    const replies = await resident(app, from).say('what is the status of my report')
    expect(replies.join()).toContain('40 Westville St')
    // A stranger who names the number is not told.
    const stranger = await resident(app, newPhone()).say(`status ${row?.reference}`)
    expect(stranger.join()).toContain(row?.reference)
    expect(stranger.join()).not.toContain('Westville')
  })
  it('owes nothing in the end, and nothing went wrong', async () => {
    await Promise.all([app.settled(), other.settled()])
    const events = [...app.events, ...other.events]
    expect(events.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
  })
})
