import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { statusRanks } from '../../channels/sms/delivery.ts'
import { smsChannel } from '../../channels/sms/index.ts'
import { asVerified } from '../../src/core/ports.ts'
import type { Form } from '../../src/sandbox/twilio/index.ts'
import { account, inboundFields, root, signedPost } from './sms.harness.ts'

const channel = smsChannel({
  accountSid: account.accountSid,
  authTokens: [account.authToken],
  from: null,
  messagingServiceSid: null,
  apiUrl: 'http://127.0.0.1:9',
  publicUrl: root,
  statusCallback: true,
})
const path = '/webhooks/twilio/sms'
const read = (form: Form, at = path) => {
  const [inbound] = channel.normalise(channel.receive(asVerified(signedPost(at, form))))
  return inbound
}
const message = (fields: Readonly<Record<string, string>>) => {
  const inbound = read(inboundFields(fields))
  if (inbound?.kind !== 'message') throw new Error('no message')
  return inbound.message
}
const report = (fields: Readonly<Record<string, string>>) => {
  const inbound = read(Object.entries({ MessageSid: 'SM1', ...fields }), `${path}/status`)
  if (inbound?.kind !== 'delivery') throw new Error('no report')
  return inbound.report
}

describe('the files of a message', () => {
  const url = (index: number) => `https://api.twilio.com/media/${index}`
  it.each(['2', '0', '', 'two', '-1', '99'])(
    'are those that are there, whatever NumMedia %j says',
    (NumMedia) => {
      const { media } = message({
        NumMedia,
        MediaUrl0: url(0),
        MediaUrl1: url(1),
        MediaContentType0: 'image/png',
      })
      expect(media.map((file) => [file.url, file.announcedType])).toEqual([
        [url(0), 'image/png'],
        [url(1), 'application/octet-stream'],
      ])
    },
  )
  it('are in the order of their numbers, and keep their ids where one is missing', () => {
    const all = message(
      Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`MediaUrl${index}`, url(index)])),
    )
    expect(all.media.map((file) => file.url)).toEqual(Array.from({ length: 11 }, (_, index) => url(index)))
    expect(message({ MediaUrl10: url(10) }).media).toEqual(all.media.slice(10))
  })
})

describe('a keyword', () => {
  it.each([
    ['STOP', 'stop'],
    [' stop ', 'stop'],
    ['Unsubscribe', 'stop'],
    ['START', 'start'],
    ['unstop', 'start'],
    ['HELP', 'help'],
    ['info', 'help'],
  ] as const)('%j is %s, and Twilio answered it', (Body, keyword) => {
    expect(message({ Body })).toMatchObject({ keyword, answeredByProvider: true, text: Body })
  })
  it.each(['CANCEL', 'YES', 'the stop sign is missing', 'STOP.', 'stop it', 'please stop texting me', ''])(
    '%j is text',
    (Body) => {
      expect(message({ Body })).toMatchObject({ keyword: null, answeredByProvider: false })
    },
  )
  it('is what OptOutType says, in any language', () => {
    expect(message({ Body: 'ALTO', OptOutType: 'STOP' })).toMatchObject({
      keyword: 'stop',
      answeredByProvider: true,
    })
    expect(message({ Body: 'YES', OptOutType: 'START' })).toMatchObject({
      keyword: 'start',
      answeredByProvider: true,
    })
  })
  it('to a short code alone or on WhatsApp is left to us to answer', () => {
    expect(message({ Body: 'STOP', To: '31131' })).toMatchObject({
      keyword: 'stop',
      answeredByProvider: false,
    })
    expect(message({ Body: 'HELP', To: 'whatsapp:+16175550100' })).toMatchObject({
      keyword: 'help',
      answeredByProvider: false,
    })
    const inService = { Body: 'STOP', To: '31131', MessagingServiceSid: 'MG1' }
    expect(message(inService)).toMatchObject({ keyword: 'stop', answeredByProvider: true })
  })
})

describe('a shared position', () => {
  it('is a point', () => {
    expect(message({ Latitude: '42.36', Longitude: '-71.05' }).point).toMatchObject({
      lat: 42.36,
      lon: -71.05,
    })
  })
  it.each([
    ['', ''],
    ['0', '0'],
    ['91', '0'],
    ['x', '-71'],
    ['42', ''],
  ])('of %j, %j is none', (Latitude, Longitude) => {
    expect(message({ Latitude, Longitude }).point).toBeNull()
  })
})

describe('a message', () => {
  it('keeps addresses of other channels, empty text and a tapped button', () => {
    expect(message({ From: 'whatsapp:+16175550123' }).from).toBe('whatsapp:+16175550123')
    expect(message({ Body: '' }).text).toBe('')
    expect(message({ Body: '', ButtonText: 'Yes, file it' }).text).toBe('Yes, file it')
  })
  it('shows NUL in what is kept, because the ledger stores none', () => {
    const { text, raw } = message({ Body: 'a\0b' })
    expect(text).toBe('ab')
    expect(raw).toMatchObject({ Body: 'a\u2400b' })
  })
  it.each(['MessageSid', 'From', 'To'])('without %s is malformed', (name) => {
    expect(() => message({ [name]: '' })).toThrow(expect.objectContaining({ code: 'malformed' }))
    expect(() => read(inboundFields().filter(([field]) => field !== name))).toThrow(
      expect.objectContaining({ code: 'malformed' }),
    )
  })
  it('in JSON is read like a form', () => {
    const body = JSON.stringify(Object.fromEntries(inboundFields({ Body: 'in JSON' })))
    const request = {
      method: 'POST',
      url: `${root}${path}?bodySHA256=00`,
      headers: { 'content-type': 'application/json' },
      body,
    }
    const [inbound] = channel.normalise(channel.receive(asVerified(request)))
    expect(inbound).toMatchObject({ kind: 'message', message: { text: 'in JSON' } })
    for (const bad of ['[]', '{', '"x"', 'null']) {
      expect(() => channel.receive(asVerified({ ...request, body: bad }))).toThrow(
        expect.objectContaining({ code: 'malformed' }),
      )
    }
  })
})

describe('a status callback', () => {
  it('is ranked so that a late one never goes backwards', () => {
    const way = ['accepted', 'queued', 'sending', 'sent', 'delivered', 'read']
    const ranks = way.map((MessageStatus) => report({ MessageStatus }).rank)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(new Set(ranks).size).toBe(way.length)
    for (const end of ['undelivered', 'failed', 'canceled']) {
      expect(report({ MessageStatus: end }).rank).toBeGreaterThan(statusRanks.sent ?? Number.NaN)
      expect(report({ MessageStatus: end }).rank).toBeLessThan(statusRanks.delivered ?? Number.NaN)
    }
    expect(report({ MessageStatus: 'of-tomorrow' })).toMatchObject({ rank: 0, failure: null })
  })
  it.each([
    ['undelivered', '30003', 'provider-away'],
    ['undelivered', '30005', 'bad-address'],
    ['undelivered', '30007', 'provider-refused'],
    ['failed', '21610', 'opted-out'],
    ['failed', '30034', 'provider-refused'],
    ['failed', '99999', 'provider-refused'],
    ['failed', '', 'provider-refused'],
    ['delivered', '30003', null],
    ['sent', '', null],
  ] as const)('%s with error %j fails as %s', (MessageStatus, ErrorCode, failure) => {
    expect(report({ MessageStatus, ErrorCode })).toMatchObject({ failure, providerCode: ErrorCode || null })
  })
  it('sent to the URL of messages is still a status', () => {
    expect(
      read([
        ['MessageSid', 'SM1'],
        ['MessageStatus', 'delivered'],
        ['From', '+16175550100'],
        ['To', '+16175550123'],
      ]),
    ).toMatchObject({
      kind: 'delivery',
      report: { providerId: 'SM1', status: 'delivered' },
    })
  })
  it('without a status is malformed, and is answered without TwiML', () => {
    expect(() => report({})).toThrow(expect.objectContaining({ code: 'malformed' }))
    const raw = channel.receive(
      asVerified(
        signedPost(`${path}/status`, [
          ['MessageSid', 'SM1'],
          ['MessageStatus', 'sent'],
        ]),
      ),
    )
    expect(channel.respond(raw, [])).toEqual({ status: 204, headers: {}, body: '' })
  })
})

describe('the fixtures', () => {
  const folder = join(import.meta.dirname, '../../fixtures/sms')
  const fixture = (name: string) => {
    const text = readFileSync(join(folder, `${name}.json`), 'utf8')
    const { path: at, form } = z
      .object({ path: z.string(), form: z.record(z.string(), z.string()) })
      .parse(JSON.parse(text))
    return { form, inbound: read(Object.entries(form), at) }
  }
  const expected: Readonly<Record<string, object>> = {
    text: { message: { text: 'huge pothole in front of 123 Tremont St', keyword: null, media: [] } },
    'text-in-a-service': { message: { text: 'Trash not picked up yet 🙁' } },
    photo: { message: { text: '', media: [{ announcedType: 'image/jpeg' }] } },
    stop: { message: { keyword: 'stop', answeredByProvider: true } },
    'stop-by-advanced-opt-out': { message: { text: 'ALTO', keyword: 'stop', answeredByProvider: true } },
    'whatsapp-position': { message: { from: 'whatsapp:+16175550123', point: { lat: 42.355, lon: -71.066 } } },
    'status-delivered': { report: { status: 'delivered', failure: null } },
    'status-undelivered': {
      report: { status: 'undelivered', failure: 'bad-address', providerCode: '30005' },
    },
  }
  it('are all here', () => {
    const names = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
    expect(names.sort()).toEqual(Object.keys(expected).sort())
  })
  it.each(Object.entries(expected))('%s is read', (name, says) => {
    const { form, inbound } = fixture(name)
    expect(inbound).toMatchObject(says)
    if (inbound?.kind === 'message') expect(inbound.message.raw).toEqual(form)
  })
})
