/**
 * The SMS channel against the player of Twilio.
 * @module
 */
import { smsChannel } from '../../channels/sms/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { type Form, signature, startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { type ChannelHarness, pauseMs } from '../contract/channel.contract.ts'

export const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'a-token-of-the-test' } as const
export const root = 'https://311.example.org'
export const resident = '+16175550123'
export const ours = '+16175550100'
const smsPath = '/webhooks/twilio/sms'

/** A form POST as Twilio makes it, or with another token, seen at another URL, signed for another URL. */
export function signedPost(
  path: string,
  form: Form,
  wrong: { readonly token?: string; readonly url?: string; readonly signedUrl?: string } = {},
): HttpRequest {
  const url = wrong.url ?? `${root}${path}`
  return {
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature(wrong.token ?? account.authToken, wrong.signedUrl ?? url, form),
    },
    body: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString(),
  }
}

/** The fields of an inbound message, those that say something to us. */
export const inboundFields = (fields: Readonly<Record<string, string>> = {}): Form =>
  Object.entries({
    MessageSid: 'SM00000000000000000000000000000001',
    AccountSid: account.accountSid,
    From: resident,
    To: ours,
    Body: 'hello',
    NumMedia: '0',
    ...fields,
  })

export const harness: ChannelHarness = {
  failures: [
    'provider-away',
    'rate-limited',
    'unknown-outcome',
    'opted-out',
    'bad-address',
    'misconfigured',
    'provider-refused',
  ],
  async open() {
    const player = await startTwilioPlayer({ ...account, gatewayUrl: () => 'http://127.0.0.1:9' })
    const config = {
      accountSid: account.accountSid,
      authTokens: [account.authToken],
      from: null,
      messagingServiceSid: null,
      apiUrl: player.url,
      publicUrl: root,
      statusCallback: false,
    }
    const channel = smsChannel(config)
    // Failures that Twilio decides by the message: another receiver, sender or text.
    let bend: Readonly<Record<string, string>> = {}
    let broken: ReturnType<typeof smsChannel> | null = null
    return {
      channel: {
        ...channel,
        reply(reply) {
          const sender = broken ?? channel
          const bent = { ...reply, ...bend }
          bend = {}
          broken = null
          return sender.reply(bent)
        },
      },
      message: ({ id, text, files = 0, extra = {} }) => {
        const urls = Array.from({ length: files }, (_, index) => [
          [`MediaUrl${index}`, `https://api.twilio.com/${id}/${index}`],
          [`MediaContentType${index}`, 'image/jpeg'],
        ]).flat()
        const form = inboundFields({ MessageSid: id, Body: text, ...Object.fromEntries(urls), ...extra })
        return signedPost(smsPath, form)
      },
      malformed: () => signedPost(smsPath, [['Body', 'from nobody']]),
      forged: (request) => ({
        ...request,
        headers: { ...request.headers, 'x-twilio-signature': signature('another token', request.url, []) },
      }),
      unsigned: ({ headers: { 'x-twilio-signature': _, ...headers }, ...request }) => ({
        ...request,
        headers,
      }),
      report: (providerId, status) =>
        signedPost(`${smsPath}/status`, [
          ['MessageSid', providerId],
          ['MessageStatus', status],
        ]),
      addresses: { resident, ours },
      sent: () =>
        player
          .messages()
          .filter(({ direction }) => direction === 'outbound-api')
          .map(({ to, body }) => ({ to, text: body })),
      fail(code) {
        if (code === 'provider-away') player.fault({ kind: 'error', status: 503 })
        else if (code === 'rate-limited') player.fault({ kind: 'rate-limited', retryAfterS: pauseMs / 1000 })
        else if (code === 'unknown-outcome') player.fault({ kind: 'lost-answer' })
        else if (code === 'opted-out') bend = { to: '+15005550004' }
        else if (code === 'bad-address') bend = { to: '+15005550009' }
        else if (code === 'provider-refused') bend = { text: 'x'.repeat(1601) }
        else if (code === 'misconfigured') broken = smsChannel({ ...config, authTokens: ['revoked'] })
        else throw new AppError('bug', `this harness does not play ${code}`)
      },
      close: () => player.stop(),
    }
  },
}
