/**
 * The telephone. Nothing is sent: all is said in the answer to a webhook.
 * @module
 */
import { voiceChannel } from '../../channels/voice/index.ts'
import { bostonIvr } from '../../src/city/boston/ivr/index.ts'
import { signature } from '../../src/sandbox/twilio/index.ts'
import type { ChannelHarness } from '../contract/channel.contract.ts'
import { account, ours, resident, root, signedPost } from './sms.harness.ts'

/** What was said, in the second answer of a call. */
export const heardPath = '/webhooks/twilio/voice/heard?n=2&at=where&l=en&c=0&t=0&m=1&k=0'

export const openVoice = (change: Partial<Parameters<typeof voiceChannel>[0]> = {}) =>
  voiceChannel({
    authTokens: [account.authToken],
    publicUrl: root,
    ivr: bostonIvr,
    agentPhone: '+16175550199',
    recordings: 'https://cdn.example.org/ivr',
    textsFrom: ours,
    ...change,
  })

/** Fields of a webhook in a call. */
export const callFields = (fields: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    CallSid: 'CA00000000000000000000000000000001',
    AccountSid: account.accountSid,
    From: resident,
    To: ours,
    CallStatus: 'in-progress',
    Direction: 'inbound',
    ...fields,
  })

export const harness: ChannelHarness = {
  // The one there is: a call that has ended takes nothing.
  failures: ['provider-refused'],
  unable: {
    reply: 'all is said in the answer to a webhook; nobody is called back',
    once: 'nothing is sent, so nothing can be out twice',
    pause: 'nothing is sent, so no pause is asked for',
    empty: 'silence is no message; the caller is asked again',
  },
  async open() {
    return {
      channel: openVoice(),
      message: ({ id, text, extra = {} }) =>
        signedPost(heardPath, callFields({ CallSid: id, SpeechResult: text, Confidence: '0.91', ...extra })),
      malformed: () => signedPost(heardPath, [['SpeechResult', 'in no call']]),
      forged: (request) => ({
        ...request,
        headers: { ...request.headers, 'x-twilio-signature': signature('another token', request.url, []) },
      }),
      unsigned: ({ headers: { 'x-twilio-signature': _, ...headers }, ...request }) => ({
        ...request,
        headers,
      }),
      report: () => null,
      addresses: { resident, ours },
      sent: () => [],
      fail: () => undefined,
      async close() {},
    }
  },
}
