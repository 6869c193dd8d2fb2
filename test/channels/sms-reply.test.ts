import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { restFailure, twilioErrors } from '../../channels/_twilio/errors.ts'
import { type SmsConfig, smsChannel } from '../../channels/sms/index.ts'
import { errorTable } from '../../src/core/errors.ts'
import { type RunningPlayer, startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { outbound } from './outbound.ts'
import { account, ours, resident, root } from './sms.harness.ts'

let player: RunningPlayer
let forms: URLSearchParams[] = []
/** Answers whatever it is told and keeps what it got. */
let answer: { status: number; body: string } | null = { status: 201, body: '{"sid":"SM1","status":"queued"}' }
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    forms.push(new URLSearchParams(body))
    if (answer === null) return
    response.writeHead(answer.status, { location: 'http://127.0.0.1:9/' }).end(answer.body)
  })
})
let plain = ''

beforeAll(async () => {
  player = await startTwilioPlayer({ ...account, gatewayUrl: () => 'http://127.0.0.1:9' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  plain = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  forms = []
  answer = { status: 201, body: '{"sid":"SM1","status":"queued"}' }
  player.reset()
})
afterAll(async () => {
  await player.stop()
  server.close()
  server.closeAllConnections()
})

const channel = (config: Partial<SmsConfig> = {}) =>
  smsChannel({
    accountSid: account.accountSid,
    authTokens: [account.authToken],
    from: null,
    messagingServiceSid: null,
    apiUrl: plain,
    publicUrl: null,
    statusCallback: true,
    ...config,
  })
const reply = outbound({ key: 'eff_00000001', to: resident, from: ours, text: 'Got it.' })

describe('the sender of a reply', () => {
  const sentFrom = async (config: Partial<SmsConfig>, from: string = ours) => {
    await channel(config).reply({ ...reply, from })
    return [forms[0]?.get('From'), forms[0]?.get('MessagingServiceSid')]
  }
  it('is the number the resident wrote to', async () => {
    expect(await sentFrom({ from: '+16175550199' })).toEqual([ours, null])
  })
  it('may be a short code or an address of a rich channel', async () => {
    expect(await sentFrom({}, '31131')).toEqual(['31131', null])
    forms = []
    expect(await sentFrom({}, 'whatsapp:+16175550100')).toEqual(['whatsapp:+16175550100', null])
  })
  it('is the configured number where that one cannot send', async () => {
    expect(await sentFrom({ from: '+16175550199' }, 'unknown')).toEqual(['+16175550199', null])
  })
  it('is the messaging service where there is one', async () => {
    expect(await sentFrom({ from: '+16175550199', messagingServiceSid: 'MG1' })).toEqual([null, 'MG1'])
  })
  it('is missed by name where there is none', async () => {
    await expect(sentFrom({}, 'unknown')).rejects.toMatchObject({ code: 'misconfigured' })
  })
})

describe('a reply', () => {
  it('asks for status callbacks where Twilio can reach us', async () => {
    await channel({ publicUrl: `${root}/311/` }).reply(reply)
    await channel().reply(reply)
    await channel({ publicUrl: root, statusCallback: false }).reply(reply)
    expect(forms.map((form) => form.get('StatusCallback'))).toEqual([
      `${root}/311/webhooks/twilio/sms/status`,
      null,
      null,
    ])
  })
  it('goes out with whichever of two tokens Twilio takes', async () => {
    const rotating = channel({ apiUrl: player.url, authTokens: ['old', account.authToken] })
    expect(await rotating.reply(reply)).toMatchObject({ status: 'queued' })
    expect(await rotating.reply(reply)).toMatchObject({ status: 'queued' })
    expect(player.messages()).toHaveLength(2)
  })
  it('to nobody listening is provider-away', async () => {
    await expect(channel({ apiUrl: 'http://127.0.0.1:9' }).reply(reply)).rejects.toMatchObject({
      code: 'provider-away',
    })
  })
  it('whose answer is lost went out, and says that nobody knows', async () => {
    player.fault({ kind: 'lost-answer' })
    await expect(channel({ apiUrl: player.url }).reply(reply)).rejects.toMatchObject({
      code: 'unknown-outcome',
    })
    expect(player.messages()).toHaveLength(1)
  })
  it('that may be out is looked for first, and not sent again', async () => {
    const began = Date.now()
    player.fault({ kind: 'lost-answer' })
    await expect(channel({ apiUrl: player.url }).reply(reply)).rejects.toThrow()
    const receipt = await channel({ apiUrl: player.url }).reply({ ...reply, maybeSentSince: began })
    expect(player.messages().map((message) => message.sid)).toEqual([receipt.providerId])
  })
  it('that may be out is not mistaken for older ones in the same words, nor for other words', async () => {
    const open = channel({ apiUrl: player.url })
    await open.reply(reply)
    await open.reply({ ...reply, maybeSentSince: Date.now() + 60_000 })
    await open.reply({ ...reply, text: 'Something else.', maybeSentSince: 0 })
    expect(player.messages()).toHaveLength(3)
  })
  it('that may be out goes out where nobody can look', async () => {
    // The server knows no list: it answers a GET as it answers everything.
    const receipt = await channel().reply({ ...reply, maybeSentSince: 0 })
    expect(receipt.providerId).toBe('SM1')
    expect(forms.map((form) => form.get('Body'))).toEqual([null, 'Got it.'])
  })
  it.each(['', 'not json', '{}', '{"sid":""}'])(
    'taken with the answer %j says that nobody knows',
    async (body) => {
      answer = { status: 201, body }
      await expect(channel().reply(reply)).rejects.toMatchObject({ code: 'unknown-outcome' })
    },
  )
  it('never follows a redirect', async () => {
    answer = { status: 307, body: '' }
    await expect(channel().reply(reply)).rejects.toMatchObject({ code: 'misconfigured' })
    expect(forms).toHaveLength(1)
  })
  it('to someone who opted out at Twilio is opted-out', async () => {
    const stop = player.deliver({ from: resident, to: ours, text: 'Stop' })
    await expect(stop).rejects.toThrow('no connection')
    const open = channel({ apiUrl: player.url })
    await expect(open.reply(reply)).rejects.toMatchObject({ code: 'opted-out', providerCode: '21610' })
  })
})

describe('the table of errors', () => {
  it('gives each number a code of ours and words', () => {
    for (const [code, means] of Object.values(twilioErrors)) {
      expect(errorTable[code]).toBeDefined()
      expect(means).toMatch(/^[a-z]/)
    }
  })
  it.each([
    [400, 21610, 'opted-out'],
    [400, 21211, 'bad-address'],
    [400, 21617, 'provider-refused'],
    [400, 99999, 'provider-refused'],
    [400, null, 'provider-refused'],
    [401, 20003, 'misconfigured'],
    [403, null, 'misconfigured'],
    [404, 20404, 'misconfigured'],
    [408, null, 'provider-slow'],
    [429, 20429, 'rate-limited'],
    [429, 21611, 'rate-limited'],
    [500, 20500, 'provider-away'],
    [503, null, 'provider-away'],
    // A proxy that wraps Twilio's body does not make its own trouble final.
    [502, 21610, 'provider-away'],
  ] as const)('HTTP %i with %s is %s', (status, code, expected) => {
    const error = restFailure(status, code === null ? '<html>' : { code, message: 'for +16175550123' })
    expect(error.code).toBe(expected)
    expect(error.providerCode).toBe(code === null ? null : String(code))
    expect(error.message).not.toContain('+1617')
  })
  it('reads how long to wait', () => {
    expect(restFailure(429, {}, '7').afterMs).toBe(7000)
    expect(restFailure(429, {}, 'Wed, 21 Oct 2026 07:28:00 GMT').afterMs).toBeNull()
    expect(restFailure(429, {}).afterMs).toBeNull()
  })
})
