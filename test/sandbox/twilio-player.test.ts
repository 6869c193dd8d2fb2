import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { twilioMedia } from '../../channels/_twilio/media.ts'
import { type SmsConfig, smsChannel } from '../../channels/sms/index.ts'
import type { Inbound } from '../../src/core/ports.ts'
import { type RunningPlayer, startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { outbound } from '../channels/outbound.ts'

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'token of the player test' }
const [resident, ours] = ['+16175550123', '+16175550100']
let player: RunningPlayer
let gatewayUrl = ''
let inbound: Inbound[] = []
let answerStatus = 200
/** A gateway of a few lines around the real channel: the player has to satisfy its signature check. */
const gateway = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', async () => {
    const url = `http://${request.headers.host}${request.url}`
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    try {
      const open = channel()
      const raw = open.receive(await open.verify({ method: 'POST', url, headers, body }))
      inbound.push(...open.normalise(raw))
      const answer = open.respond(raw, [])
      response.writeHead(answerStatus === 200 ? answer.status : answerStatus, answer.headers).end(answer.body)
    } catch {
      response.writeHead(403).end()
    }
  })
})
const channel = (config: Partial<SmsConfig> = {}) =>
  smsChannel({
    accountSid: account.accountSid,
    authTokens: [account.authToken],
    from: null,
    messagingServiceSid: null,
    apiUrl: player.url,
    publicUrl: gatewayUrl,
    statusCallback: true,
    ...config,
  })

beforeAll(async () => {
  player = await startTwilioPlayer({ ...account, gatewayUrl: () => gatewayUrl })
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
})
afterAll(async () => {
  await player.stop()
  gateway.close()
  gateway.closeAllConnections()
})
beforeEach(async () => {
  await player.idle()
  player.reset()
  inbound = []
  answerStatus = 200
})
const reply = (to = resident) =>
  channel().reply(outbound({ key: 'eff_00000001', to, from: ours, text: 'Got it.' }))
const fromUs = () => player.messages().filter(({ direction }) => direction !== 'inbound')

describe('the player of Twilio', () => {
  it('delivers what a resident writes, signed', async () => {
    const text = 'Pothole 🕳️\n at "Main & 1st"'
    const delivered = await player.deliver({ from: resident, to: ours, text })
    expect(delivered).toMatchObject({ status: 200, problem: null })
    expect(inbound).toMatchObject([
      { kind: 'message', message: { from: resident, to: ours, text, providerId: delivered.sid } },
    ])
  })

  it('delivers the same again, byte for byte', async () => {
    const { sid } = await player.deliver({ from: resident, to: ours, text: 'once' })
    await player.redeliver(sid)
    expect(inbound[1]).toEqual(inbound[0])
    expect(() => player.redeliver('SM-unknown')).toThrow()
  })

  it('keeps files behind credentials and redirects to a link that refuses them', async () => {
    const files = [{ type: 'image/png', bytes: Buffer.from('a picture') }]
    await player.deliver({ from: resident, to: ours, text: '', files })
    const [first] = inbound
    const url = first?.kind === 'message' ? (first.message.media[0]?.url ?? '') : ''
    const config = { accountSid: account.accountSid, authTokens: [account.authToken], apiUrl: player.url }
    const fetched = await twilioMedia(config).fetch(url)
    expect([Buffer.from(fetched.bytes).toString(), fetched.announcedType]).toEqual(['a picture', 'image/png'])

    expect((await fetch(url)).status).toBe(401)
    const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`
    const redirect = await fetch(url, { redirect: 'manual', headers: { authorization } })
    const link = redirect.headers.get('location') ?? ''
    expect(redirect.status).toBe(307)
    expect(new URL(link).origin).not.toBe(new URL(url).origin)
    expect((await fetch(link, { headers: { authorization } })).status).toBe(400)
    expect((await fetch(`${link}x`)).status).toBe(403)
  })

  it('takes a message and tells what becomes of it', async () => {
    const receipt = await reply()
    await player.idle()
    expect(inbound).toMatchObject([
      { kind: 'delivery', report: { providerId: receipt.providerId, status: 'sent', failure: null } },
      { kind: 'delivery', report: { providerId: receipt.providerId, status: 'delivered', failure: null } },
    ])
    expect(fromUs()).toMatchObject([
      { sid: receipt.providerId, to: resident, body: 'Got it.', status: 'delivered' },
    ])
  })

  it('tells of a message that cannot be delivered', async () => {
    player.outcome(resident, 'undelivered', '30005')
    await reply()
    await player.idle()
    expect(inbound.at(-1)).toMatchObject({
      report: { status: 'undelivered', failure: 'bad-address', providerCode: '30005' },
    })
  })

  it('acts on STOP and START by itself, and still delivers them', async () => {
    await player.deliver({ from: resident, to: ours, text: ' Stop ' })
    expect(inbound).toMatchObject([{ message: { keyword: 'stop', answeredByProvider: true } }])
    expect(fromUs()).toMatchObject([{ byTwilio: true, to: resident }])
    await expect(reply()).rejects.toMatchObject({ code: 'opted-out', providerCode: '21610' })
    expect(await reply('+16175550124')).toMatchObject({ status: 'queued' })
    await player.deliver({ from: resident, to: ours, text: 'yes' })
    expect(await reply()).toMatchObject({ status: 'queued' })
  })

  it('does not answer the YES of someone who never left', async () => {
    await player.deliver({ from: resident, to: ours, text: 'YES' })
    await player.deliver({ from: resident, to: ours, text: 'please stop' })
    expect(fromUs()).toEqual([])
  })

  it('answers HELP', async () => {
    await player.deliver({ from: resident, to: ours, text: 'HELP' })
    expect(fromUs()).toHaveLength(1)
  })

  it('has errors in the shape of Twilio', async () => {
    const answer = await fetch(`${player.url}/2010-04-01/Accounts/${account.accountSid}/Messages.json`, {
      method: 'POST',
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    })
  })

  it.each([
    ['+15005550001', 'bad-address', '21211'],
    ['+15005550002', 'bad-address', '21612'],
    ['+15005550004', 'opted-out', '21610'],
    ['nobody', 'bad-address', '21211'],
  ])('refuses to write to %s', async (to, code, providerCode) => {
    await expect(reply(to)).rejects.toMatchObject({ code, providerCode })
  })

  it('fails when told, as often as told', async () => {
    player.fault({ kind: 'error', status: 500 }, 2)
    player.fault({ kind: 'rate-limited', retryAfterS: 2 })
    await expect(reply()).rejects.toMatchObject({ code: 'provider-away' })
    await expect(reply()).rejects.toMatchObject({ code: 'provider-away' })
    await expect(reply()).rejects.toMatchObject({ code: 'rate-limited', afterMs: 2000 })
    expect(fromUs()).toEqual([])
    expect(await reply()).toMatchObject({ status: 'queued' })
  })

  it('says what its debugger would of a gateway that fails', async () => {
    answerStatus = 503
    expect(await player.deliver({ from: resident, to: ours, text: 'x' })).toMatchObject({
      status: 503,
      problem: 11200,
    })
  })

  it('tells watchers of replies and their news, in order', async () => {
    const news: unknown[] = []
    const stop = player.watch((item) => news.push(item))
    const { providerId: id } = await reply()
    await player.idle()
    stop()
    await reply()
    expect(news).toMatchObject([
      { kind: 'reply', id, to: resident, text: 'Got it.' },
      { kind: 'status', id, status: 'sent' },
      { kind: 'status', id, status: 'delivered' },
    ])
  })

  it('serves many residents at once', async () => {
    const texts = Array.from({ length: 1000 }, (_, index) => `text ${index}`)
    const send = async (): Promise<void> => {
      const text = texts.pop()
      if (text === undefined) return
      const { problem } = await player.deliver({ from: resident, to: ours, text })
      expect(problem).toBeNull()
      await send()
    }
    await Promise.all(Array.from({ length: 32 }, send))
    expect(new Set(inbound.map((item) => (item.kind === 'message' ? item.message.id : ''))).size).toBe(1000)
  })
})

describe('with a messaging service, Advanced Opt-Out and a proxy', () => {
  it('says so in what it delivers, and signs the public URL', async () => {
    const publicUrl = 'https://311.example.org'
    const other = await startTwilioPlayer({
      ...account,
      gatewayUrl: () => gatewayUrl,
      publicUrl,
      messagingServiceSid: 'MG1',
      advancedOptOut: true,
    })
    const seen: URLSearchParams[] = []
    const behind = smsChannel({
      accountSid: account.accountSid,
      authTokens: [account.authToken],
      from: null,
      messagingServiceSid: 'MG1',
      apiUrl: other.url,
      publicUrl,
      statusCallback: true,
    })
    gateway.removeAllListeners('request')
    gateway.on('request', (request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk
      })
      request.on('end', async () => {
        seen.push(new URLSearchParams(body))
        const headers = { 'x-twilio-signature': String(request.headers['x-twilio-signature']) }
        const url = `http://${request.headers.host}${request.url}`
        const verified = await behind.verify({ method: 'POST', url, headers, body }).catch(() => null)
        response.writeHead(verified === null ? 403 : 204).end()
      })
    })
    expect(await other.deliver({ from: resident, to: ours, text: 'END' })).toMatchObject({
      status: 204,
      problem: null,
    })
    expect(seen[0]?.get('OptOutType')).toBe('STOP')
    expect(seen[0]?.get('MessagingServiceSid')).toBe('MG1')
    await other.deliver({ from: resident, to: ours, text: 'START' })
    const receipt = await behind.reply(
      outbound({
        key: 'eff_00000001',
        to: resident,
        from: ours,
        text: 'Got it.',
      }),
    )
    expect(receipt.status).toBe('accepted')
    await other.idle()
    expect(seen.map((form) => form.get('MessageStatus')).filter((status) => status !== null)).toEqual([
      'sent',
      'delivered',
    ])
    await other.stop()
  })
})
