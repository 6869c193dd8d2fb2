import { reset } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { porchWords } from '../../../src/city/boston/porch.ts'
import {
  gateway,
  idOf,
  keysOf,
  lineOf,
  logged,
  message,
  nobody,
  ours,
  type Played,
  porch,
  resident,
  root,
  saying,
  signed,
} from './harness.ts'

beforeEach(() => void logged())
afterEach(async () => {
  await reset()
  vi.restoreAllMocks()
})

const voice = '/webhooks/twilio/voice'
const recorded = `${voice}/away/recording`
const call = (fields: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    CallSid: `CA${'1'.repeat(32)}`,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: resident,
    To: ours,
    CallStatus: 'in-progress',
    ...fields,
  })
const words = (answer: string) => [...answer.matchAll(/<(\w+)/g)].map(([, verb]) => verb)

describe('a call', () => {
  it("hears the gateway's words while it is there", async () => {
    const { posted } = gateway(
      () =>
        new Response('<Response><Say>hi</Say></Response>', {
          headers: { 'content-type': 'text/xml', 'x-from': 'gateway' },
        }),
    )
    const request = signed(`${voice}/step?n=1`, call({ Digits: '1' }))
    const answer = await porch().ask(request)
    expect([await answer.text(), answer.headers.get('x-from')]).toEqual([
      '<Response><Say>hi</Say></Response>',
      'gateway',
    ])
    expect(posted[0]?.url).toBe(`http://gateway.test${voice}/step?n=1`)
    expect(posted[0]?.headers.get('x-twilio-signature')).toBe(request.headers.get('x-twilio-signature'))
  })

  it.each<Played>([
    ['does not answer', nobody],
    ...saying(500, 502, 503, 504, 522, 403, 404),
    [
      'stops in the middle',
      () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) })),
    ],
  ])('hears fixed words where the gateway %s: 911 first, then a recording', async (_what, away) => {
    gateway(away)
    const answer = await porch().ask(signed(voice, call()))
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(words(text)).toEqual(['Response', 'Say', 'Say', 'Record', 'Say', 'Say', 'Hangup'])
    for (const { language, danger, away: so, record } of porchWords)
      expect(text).toMatch(
        new RegExp(
          `<Say language="${language}"[^>]*>${danger.slice(0, 20)}.*${so.slice(0, 20)}.*${record.slice(0, 20)}`,
        ),
      )
    expect(text).toContain(
      `action="${root}${recorded}" method="POST" recordingStatusCallback="${root}${recorded}"`,
    )
  })

  it('is transferred where there is a phone to transfer it to', async () => {
    gateway(nobody)
    const answer = await porch({ AGENT_PHONE: '+16175550199' }).ask(signed(voice, call()))
    const text = await answer.text()
    expect(words(text)).toEqual(['Response', 'Say', 'Say', 'Dial'])
    expect(text).toMatch(
      /<Dial action="[^"]*\/webhooks\/twilio\/voice\/away\/transfer"[^>]*>\+16175550199<\/Dial>/,
    )
    expect(text.indexOf('9 1 1')).toBeLessThan(text.indexOf('<Dial'))
  })

  it('leaves a message where the number of the transfer is none, and the log says so', async () => {
    const lines = logged()
    gateway(nobody)
    const answer = await porch({ AGENT_PHONE: '617-HELP"/>' }).ask(signed(voice, call()))
    expect(words(await answer.text())).toContain('Record')
    expect(lines.join('\n')).toContain('AGENT_PHONE')
    expect(lines.join('\n')).not.toContain('HELP')
  })

  it.each([
    ['completed', ['Response', 'Hangup']],
    ['no-answer', ['Response', 'Say', 'Say', 'Record', 'Say', 'Say', 'Hangup']],
    ['busy', ['Response', 'Say', 'Say', 'Record', 'Say', 'Say', 'Hangup']],
  ])('whose transfer ended with %s goes on by itself', async (status, verbs) => {
    const { posted } = gateway()
    const answer = await porch().ask(signed(`${voice}/away/transfer`, call({ DialCallStatus: status })))
    expect([words(await answer.text()), posted.length]).toEqual([verbs, 0])
  })

  it('of nobody we know hears nothing', async () => {
    const { posted } = gateway()
    for (const path of [voice, `${voice}/step`, `${voice}/away/transfer`])
      expect((await porch().ask(signed(path, call(), { token: 'another' }))).status).toBe(403)
    expect(posted).toEqual([])
  })
})

describe('a recording', () => {
  const left = call({
    RecordingSid: `RE${'2'.repeat(32)}`,
    RecordingUrl: 'https://api.twilio.com/2010-04-01/x',
    Digits: 'hangup',
  })

  it('is kept until the gateway has it, and the caller hears so', async () => {
    gateway(nobody)
    const { ask, woken } = porch()
    const answer = await ask(signed(recorded, left))
    const text = await answer.text()
    expect(words(text)).toEqual(['Response', 'Say', 'Say', 'Hangup'])
    for (const { thanks } of porchWords) expect(text).toContain(thanks)
    expect(woken).toHaveLength(1)
    const { posted } = gateway()
    const line = await lineOf(left)
    await line.run()
    expect(posted[0]?.url).toBe(`http://gateway.test${recorded}`)
    expect(new URLSearchParams(posted[0]?.text).get('RecordingUrl')).toBe(
      'https://api.twilio.com/2010-04-01/x',
    )
  })

  it('is kept by the news of its file too, which is told without addresses', async () => {
    const news = Object.entries({
      AccountSid: `AC${'0'.repeat(32)}`,
      CallSid: `CA${'1'.repeat(32)}`,
      RecordingSid: `RE${'2'.repeat(32)}`,
      RecordingStatus: 'completed',
    })
    const { ask } = porch()
    const answer = await ask(signed(recorded, news))
    expect(words(await answer.text())).toEqual(['Response'])
    expect(await keysOf(await lineOf(news))).toContain('wait:000000000000001')
    expect(await idOf(recorded, news)).toBe(`voice-away-recording.RE${'2'.repeat(32)}.completed`)
  })
})

it('news of a recording that the gateway made is kept, since nobody waits for the answer', async () => {
  gateway(nobody)
  const { ask } = porch()
  const news = Object.entries({
    AccountSid: `AC${'0'.repeat(32)}`,
    CallSid: `CA${'3'.repeat(32)}`,
    RecordingSid: `RE${'3'.repeat(32)}`,
    RecordingStatus: 'completed',
  })
  const answer = await ask(signed(`${voice}/recording`, news))
  expect([answer.status, words(await answer.text())]).toEqual([200, ['Response']])
  expect(await keysOf(await lineOf(news))).toContain('wait:000000000000001')
})

it('the end of a call is kept, since nobody waits for the answer', async () => {
  gateway(nobody)
  const { ask } = porch()
  const ended = call({ CallStatus: 'completed' })
  const answer = await ask(signed(`${voice}/status`, ended))
  expect([answer.status, words(await answer.text())]).toEqual([200, ['Response']])
  expect(await keysOf(await lineOf(ended))).toContain('wait:000000000000001')
  await ask(signed('/webhooks/twilio/sms', message('hello')))
  expect(await keysOf(await lineOf(ended))).toContain('wait:000000000000002')
})
