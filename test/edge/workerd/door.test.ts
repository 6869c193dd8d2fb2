import { listDurableObjectIds, reset } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pass } from '../../../src/edge/relay.ts'
import {
  deadLetters,
  gateway,
  keysOf,
  lineOf,
  logged,
  message,
  nobody,
  ours,
  patience,
  porch,
  resident,
  root,
  signed,
  sms,
} from './harness.ts'

beforeEach(() => void logged())
afterEach(async () => {
  await reset()
  vi.restoreAllMocks()
})

const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer> = 'a=1',
  headers: Record<string, string> = {},
) => new Request(`${root}${path}`, { method: 'POST', body, headers })

describe('a page below our public address', () => {
  it.each([
    '/',
    '/agent',
    '/agent/sign-in?token=abc',
    '/api/reviews',
    '/media/med_1.jpg',
    '/open311/v2/services.json',
    '/report?lang=ht',
    '/status/BOS-7K3M-Q2XA',
    '/photo/7k3mq2xag1v0a1b2c3d4e5f',
  ])('is passed through at %s, with cookies both ways and without following a redirect', async (path) => {
    const { posted } = gateway(
      () => new Response(null, { status: 303, headers: { location: '/agent', 'set-cookie': 'a=1; Path=/' } }),
    )
    const answer = await porch().ask(new Request(`${root}${path}`, { headers: { cookie: 'b=2' } }))
    expect(posted[0]).toMatchObject({ method: 'GET', url: `http://gateway.test${path}`, redirect: 'manual' })
    expect(posted[0]?.headers.get('cookie')).toBe('b=2')
    expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([
      303,
      '/agent',
      'a=1; Path=/',
    ])
  })

  it('is a 503 while nobody is behind it', async () => {
    gateway(nobody)
    expect((await porch().ask(new Request(`${root}/agent`))).status).toBe(503)
  })
})

describe('a webhook that is not of Twilio', () => {
  it('is relayed with method, path, query, headers and raw body unchanged', async () => {
    const { posted } = gateway()
    const bytes = Uint8Array.from([66, 61, 0, 255, 37, 50, 66, 43, 13, 10])
    const headers = { 'content-type': 'application/json', 'x-slack-signature': 'v0=abc' }
    const answer = await exports.default.fetch(post('/webhooks/slack?a=1&b=%20x+y', bytes, headers))
    expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
    expect(posted).toHaveLength(1)
    expect(posted[0]).toMatchObject({
      method: 'POST',
      url: 'http://gateway.test/webhooks/slack?a=1&b=%20x+y',
    })
    expect([...(posted[0]?.body ?? [])]).toEqual([...bytes])
    expect(Object.fromEntries(posted[0]?.headers ?? [])).toMatchObject(headers)
  })

  it('may be a GET, as the CRC of X is one', async () => {
    const { posted } = gateway()
    const answer = await porch().ask(new Request(`${root}/webhooks/x?crc_token=1`))
    expect([answer.status, posted[0]?.method, posted[0]?.url]).toEqual([
      200,
      'GET',
      'http://gateway.test/webhooks/x?crc_token=1',
    ])
  })

  it.each([200, 204, 303, 400, 403, 413, 500, 503])('gets the answer %i of the gateway', async (status) => {
    gateway(() => new Response(status === 204 ? null : 'said', { status, headers: { 'x-from': 'gateway' } }))
    const answer = await porch().ask(post('/webhooks/slack'))
    expect([answer.status, answer.headers.get('x-from')]).toEqual([status, 'gateway'])
    expect(await answer.text()).toBe(status === 204 ? '' : 'said')
  })

  it.each([502, 504, 521, 530])('gets 503 where a proxy says %i for the gateway', async (status) => {
    gateway(() => new Response(null, { status }))
    const answer = await porch().ask(post('/webhooks/slack'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it('gets 503 and when to come back where no gateway answers, or not in time', async () => {
    gateway(nobody)
    const answer = await porch().ask(post('/webhooks/slack'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    gateway(() => new Promise<never>(() => undefined))
    expect(await pass('http://gateway.test', { request: post('/x'), path: '/x', body: null }, 20)).toBeNull()
  })

  it.each([
    '/metrics',
    '/healthz',
    '/sandbox',
    '/sandbox/slack',
    '/agents',
    '/agent/../metrics',
    '/webhooksecret',
    '/webhooks/../metrics',
    '/webhooks/%2e%2e/metrics',
  ])('does not exist at %s', async (path) => {
    const { posted } = gateway()
    expect((await porch().ask(post(path))).status).toBe(404)
    expect(posted).toEqual([])
  })

  it('comes by GET or POST', async () => {
    const { posted } = gateway()
    const answer = await porch().ask(new Request(`${root}/webhooks/x`, { method: 'DELETE' }))
    expect([answer.status, posted.length]).toEqual([405, 0])
  })

  it('needs an origin and nothing of Twilio', async () => {
    gateway()
    expect((await porch({ TWILIO_AUTH_TOKEN: undefined }).ask(post('/webhooks/slack'))).status).toBe(200)
    expect((await porch({ ORIGIN: 'nowhere' }).ask(post('/webhooks/slack'))).status).toBe(503)
  })

  it('is refused where it is too large, announced or not', async () => {
    const { posted } = gateway()
    const large = 'x'.repeat(1_000_001)
    const announced = post('/webhooks/slack', large, { 'content-length': String(large.length) })
    expect((await porch().ask(announced)).status).toBe(413)
    expect((await porch().ask(post('/webhooks/slack', large))).status).toBe(413)
    expect((await porch().ask(signed(sms, message(large)))).status).toBe(413)
    expect((await porch().ask(post('/webhooks/slack', 'x'.repeat(1_000_000)))).status).toBe(200)
    expect(posted).toHaveLength(1)
  })
})

describe('a message', () => {
  it('is answered with empty TwiML once it is kept and the queue knows its ids, and nothing but ids', async () => {
    const lines = logged()
    gateway(nobody)
    const { ask, woken } = porch()
    const form = message('huge pothole')
    const answer = await ask(signed(sms, form))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(await answer.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>')
    const line = await lineOf(form)
    const sid = new Map(form).get('MessageSid')
    expect(woken).toEqual([{ line: line.id.toString(), delivery: `sms.${sid}.received` }])
    expect(await keysOf(line)).toContain('wait:000000000000001')
    for (const secret of [resident.slice(1), ours.slice(1), 'pothole'])
      expect(`${JSON.stringify(woken)} ${lines.join(' ')}`).not.toContain(secret)
  })

  it('is woken by the real queue and reaches the gateway byte for byte, with its own signature', async () => {
    const { posted } = gateway()
    const form = message('smells like gas & "smoke" 🚧', { NumMedia: '0' })
    const request = signed(`${sms}?city=a%20b`, form, {
      headers: { 'i-twilio-idempotency-token': 'abc', 'x-other': '1' },
    })
    const body = new TextDecoder().decode(await request.clone().arrayBuffer())
    expect((await exports.default.fetch(request)).status).toBe(200)
    await vi.waitFor(() => expect(posted).toHaveLength(1), patience)
    expect(posted[0]).toMatchObject({
      method: 'POST',
      url: `http://gateway.test${sms}?city=a%20b`,
      text: body,
    })
    expect(Object.fromEntries(posted[0]?.headers ?? [])).toEqual({
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'x-twilio-signature': request.headers.get('x-twilio-signature'),
      'i-twilio-idempotency-token': 'abc',
    })
    const line = await lineOf(form)
    await vi.waitFor(async () => expect(await line.run()).toEqual({ state: 'empty' }), patience)
    expect((await keysOf(line)).filter((key) => key.startsWith('wait:'))).toEqual([])
  })

  it.each([
    ['with another token', { token: 'another' }],
    ['without a signature', { headers: { 'x-twilio-signature': '' } }],
    ['with no base64', { headers: { 'x-twilio-signature': 'x' } }],
  ])('signed %s is refused and leaves nothing behind', async (_what, wrong) => {
    const { posted } = gateway()
    const { ask, woken } = porch()
    const before = (await listDurableObjectIds(env.LINE)).length
    for (const path of [
      sms,
      `${sms}/status`,
      '/webhooks/twilio/voice',
      '/webhooks/twilio/voice/away/recording',
    ])
      expect((await ask(signed(path, message('hello'), wrong))).status).toBe(403)
    expect([posted.length, woken.length, (await listDurableObjectIds(env.LINE)).length]).toEqual([
      0,
      0,
      before,
    ])
  })

  it.each([
    ['TWILIO_AUTH_TOKEN', undefined],
    ['TWILIO_AUTH_TOKEN', ' , '],
    ['PUBLIC_URL', undefined],
    ['ORIGIN', 'gateway'],
  ])('is answered 503 where %s is %s, and the log says so', async (name, value) => {
    const lines = logged()
    gateway()
    const { ask, woken } = porch({ [name]: value })
    for (const path of [sms, '/webhooks/twilio/voice'])
      expect((await ask(signed(path, message('hello'), { token: '' }))).status).toBe(503)
    expect(woken).toEqual([])
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'error',
      event: 'edge.misconfigured',
      missing: [name],
    })
  })

  it('is taken with either token of a rotation', async () => {
    const { ask } = porch({ TWILIO_AUTH_TOKEN: 'old, new' })
    expect((await ask(signed(sms, message('one'), { token: 'old' }))).status).toBe(200)
    expect((await ask(signed(sms, message('two'), { token: 'new' }))).status).toBe(200)
  })

  it('that comes twice is kept once and answered twice', async () => {
    const { bodies } = gateway()
    const { ask, woken } = porch()
    const form = message('again')
    for (const _ of [1, 2, 3]) expect((await ask(signed(sms, form))).status).toBe(200)
    expect(woken).toHaveLength(1)
    const line = await lineOf(form)
    await line.run()
    expect((await ask(signed(sms, form))).status).toBe(200)
    await line.run()
    expect(bodies()).toEqual(['again'])
  })

  it('is not answered 200 where its line cannot keep it', async () => {
    const { posted } = gateway()
    const broken = { id: { toString: () => '0' }, take: () => Promise.reject(new Error('no room')) }
    const { ask, woken } = porch({ LINE: { getByName: () => broken } })
    const answer = await ask(signed(sms, message('hello')))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect([woken.length, posted.length]).toEqual([0, 0])
  })

  it('is taken where the queue takes nothing: its line goes on alone', async () => {
    const { bodies } = gateway()
    const { ask, done } = porch({ RELAY: { send: () => Promise.reject(new Error('away')) } })
    expect((await ask(signed(sms, message('one')))).status).toBe(200)
    await done()
    expect(bodies()).toEqual(['one'])
  })

  it('is posted, not fetched', async () => {
    expect((await porch().ask(new Request(`${root}${sms}`))).status).toBe(405)
  })

  it("keeps to its line whoever wrote, and shares none with another resident's", async () => {
    const { ask, woken } = porch()
    await ask(signed(sms, message('hello')))
    const status = message('', {
      MessageSid: `SM${'1'.repeat(32)}`,
      MessageStatus: 'delivered',
      From: ours,
      To: resident,
    })
    expect((await ask(signed(`${sms}/status`, status))).status).toBe(200)
    await ask(signed(sms, message('hi', { From: '+16175550124' })))
    await ask(signed(sms, message('ho', { To: '+16175550101' })))
    expect(woken[0]?.line).toBe(woken[1]?.line)
    expect(new Set(woken.map(({ line }) => line)).size).toBe(3)
    expect(woken[1]?.delivery).toBe(`sms-status.SM${'1'.repeat(32)}.delivered`)
  })

  it('below a path of our own loses it on the way to the gateway', async () => {
    const { posted } = gateway()
    const { ask } = porch({ PUBLIC_URL: `${root}/311` })
    const form = message('hello')
    const request = signed(`/311${sms}`, form)
    expect((await ask(request)).status).toBe(200)
    const line = await lineOf(form)
    await deadLetters(line)
    await line.run()
    expect(posted[0]?.url).toBe(`http://gateway.test${sms}`)
  })
})
