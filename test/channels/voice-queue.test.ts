/** The line for those who want a person: `<Enqueue>`, what is heard in it, and what it may end with. */
import { describe, expect, it } from 'vitest'
import { paths } from '../../channels/voice/schema.ts'
import { languages } from '../../src/core/understanding.ts'
import { problemsIn } from '../../src/sandbox/twilio-voice/index.ts'
import { signedPost } from './sms.harness.ts'
import { callFields, openVoice } from './voice.harness.ts'

const agentQueue = 'boston-311'
const state = (language = 'en'): string => `n=3&at=open&l=${language}&c=1&t=0&m=2&k=0`

function answer(
  path: string,
  fields: Readonly<Record<string, string>> = {},
  change: Parameters<typeof openVoice>[0] = {},
) {
  const channel = openVoice({ agentQueue, ...change })
  // biome-ignore lint/suspicious/noExplicitAny: verified by the contract; here the document counts
  const raw = channel.receive(signedPost(path, callFields(fields)) as any)
  const body = channel.respond(raw, []).body
  expect(problemsIn(body, path.startsWith(paths.waiting)), body).toEqual([])
  return { body, inbound: channel.normalise(raw) }
}
const waiting = (fields: Readonly<Record<string, string>> = {}, language = 'en') =>
  answer(`${paths.waiting}?${state(language)}`, fields).body
const left = (QueueResult: string, more: Readonly<Record<string, string>> = {}, change = {}) =>
  answer(`${paths.queued}?${state()}`, { QueueResult, QueueTime: '40', ...more }, change)

describe('whoever wants a person', () => {
  it('is put in line, with words for the waiting and an end to it', () => {
    const { body, inbound } = answer(`${paths.heard}?${state()}`, { Digits: '0' })
    expect(body).toContain('>boston-311</Enqueue>')
    expect(body).toContain('/queued?')
    expect(body).toContain('/waiting?')
    expect(body).not.toContain('<Dial')
    // A review is open before anybody talks.
    expect(inbound).toMatchObject([{ message: { text: 'agent' } }])
  })
  it('is put in line as well where only a line is configured', () => {
    expect(answer(`${paths.heard}?${state()}`, { Digits: '0' }, { agentPhone: null }).body).toContain(
      '<Enqueue',
    )
  })
})

describe('in line', () => {
  it('one hears where one stands, and how to leave a message', () => {
    const body = waiting({ QueuePosition: '3', QueueTime: '20' })
    expect(body).toContain('You are number 3 in line.')
    expect(body).toContain('To leave a message instead, press 1.')
    expect(waiting({ QueuePosition: '1' })).toContain('You are next in line.')
    expect(waiting()).toContain('Please stay on the line.')
    expect(waiting({ QueuePosition: 'many' })).not.toContain('number')
    // Silence ends the document, and Twilio asks for it anew with the place in line.
    expect(body).not.toContain('actionOnEmptyResult')
  })
  it('key 1 leads out, any other key on', () => {
    expect(waiting({ Digits: '1' })).toContain('<Leave/>')
    for (const Digits of ['0', '2', '*']) expect(waiting({ Digits })).toContain('<Gather')
  })
  it('nobody waits for ever', () => {
    expect(waiting({ QueuePosition: '9', QueueTime: '599' })).toContain('<Gather')
    expect(waiting({ QueuePosition: '9', QueueTime: '600' })).toContain('<Leave/>')
  })
  it.each(languages)('is spoken to in %s, or by recordings', (language) => {
    for (const QueuePosition of ['', '1', '4']) {
      const body = waiting({ QueuePosition }, language)
      const recorded = language === 'ht' || language === 'kea' || language === 'so'
      expect(body).toContain(recorded ? `/${language}/queueLeave.mp3` : '<Say')
      expect(body.includes('<Say')).toBe(!recorded)
    }
  })
  it('says nothing to the dialog', () => {
    expect(answer(`${paths.waiting}?${state()}`, { Digits: '1' }).inbound).toEqual([])
  })
})

describe('out of the line', () => {
  it.each(['bridged', 'hangup'])('after %s the call ends without a word', (result) => {
    const { body, inbound } = left(result)
    expect(body).toContain('<Response><Hangup/></Response>')
    expect(inbound).toEqual([])
  })
  it.each(['redirected', 'redirected-from-bridged', 'bridging-in-process'])(
    'after %s somebody else leads the call',
    (result) => expect(left(result).body).toContain('<Response/>'),
  )
  it('a message is recorded for whoever wants to leave one', () => {
    const { body } = left('leave')
    expect(body).toContain('<Record')
    expect(body).not.toContain('nobody could take your call')
    expect(left('leave', { QueueTime: '601' }).body).toContain('nobody could take your call')
  })
  it.each(['queue-full', 'error', 'system-error', '', 'something new'])(
    'after %j the phone rings, and without one a message is recorded',
    (result) => {
      expect(left(result).body).toContain('+16175550199</Dial>')
      const { body } = left(result, {}, { agentPhone: null })
      expect(body).toContain('nobody could take your call')
      expect(body).toContain('<Record')
    },
  )
  it('an error of ours ends what is over, and keeps who was waiting', () => {
    const fallback = (door: string) =>
      answer(paths.fallback, { ErrorCode: '11200', ErrorUrl: `https://311.example.org${door}?n=1` }).body
    expect(fallback(paths.queued)).toContain('<Hangup/>')
    expect(fallback(paths.waiting)).toContain('<Record')
    expect(fallback(paths.waiting)).not.toContain('<Enqueue')
  })
})
