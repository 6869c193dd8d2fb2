/**
 * The X channel against the player of X.
 * @module
 */
import { socialChannel, type XSettings } from '../../channels/social/index.ts'
import { prices } from '../../channels/social/spend.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/events.ts'
import type { HttpRequest, OutboundReply, Tally } from '../../src/core/ports.ts'
import { eventSignature, type RunningX, startXPlayer } from '../../src/sandbox/x/index.ts'
import { type ChannelHarness, pauseMs } from '../contract/channel.contract.ts'

export const keys = {
  appKey: 'a-key',
  appSecret: 'a-secret-of-the-test',
  accessToken: '311-a-token',
  accessSecret: 'another-secret',
  bearerToken: 'a-bearer-token',
} as const
export const us = '311000000000000001'
export const ourName = 'BOS311'
export const settings = (apiUrl: string): XSettings => ({
  ...keys,
  userId: us,
  apiUrl,
  pollSeconds: 60,
  directPollSeconds: null,
  keepDays: 30,
  dailyBudgetUsd: 1_000,
  prices,
  links: false,
})
export const silent: Log = () => undefined

/** The ledger's counts, in memory. */
export function memoryTally(): Tally & { readonly totals: ReadonlyMap<string, number> } {
  const totals = new Map<string, number>()
  return {
    totals,
    async add(name, period, amount, most) {
      const key = `${name} ${period}`
      const total = totals.get(key) ?? 0
      if (most !== null && total + amount > most) return { added: false, total }
      totals.set(key, total + amount)
      return { added: true, total: total + amount }
    },
  }
}

/** An event of the activity webhook, signed as X signs it. */
export const eventPost = (body: string, secret: string = keys.appSecret): HttpRequest => ({
  method: 'POST',
  url: 'https://311.example.org/webhooks/x',
  headers: {
    'content-type': 'application/json',
    'x-twitter-webhooks-signature': eventSignature(secret, body),
  },
  body,
})
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A post that names us, as the webhook brings it. */
export const mentionEvent = (
  id: string,
  text: string,
  more: Readonly<Record<string, unknown>> = {},
  includes: Readonly<Record<string, unknown>> = {},
) => ({
  data: {
    event_uuid: '-1',
    event_type: 'post.mention.create',
    filter: { user_id: us },
    payload: {
      id,
      author_id: '22',
      conversation_id: id,
      edit_history_tweet_ids: [id],
      text: `@${ourName} ${escaped(text)}`,
      entities: { mentions: [{ start: 0, end: 7, username: ourName, id: us }], urls: [] },
      ...more,
    },
    includes,
  },
})
/** Ids of X are digits; the contract's are words. */
const digits = (word: string): string =>
  BigInt(`0x${Buffer.from(word).toString('hex')}`)
    .toString()
    .slice(0, 25)

export const harness: ChannelHarness = {
  failures: [
    'provider-away',
    'rate-limited',
    'unknown-outcome',
    'bad-address',
    'unreachable',
    'misconfigured',
    'provider-refused',
  ],
  async open() {
    const player: RunningX = await startXPlayer({ userId: us, username: ourName, keys })
    const config = {
      ...settings(player.url),
      tally: memoryTally(),
      clock: { now: () => Date.now() },
      log: silent,
    }
    const channel = socialChannel(config)
    const broken = socialChannel({ ...config, accessSecret: 'revoked' })
    let sender = channel
    // A reply hangs on a post: each key answers one of its own, written by somebody new.
    const answered = new Map<string, OutboundReply['answering']>()
    const answeringOf = ({ key }: OutboundReply) => {
      const author = `resident${answered.size}`
      const known = answered.get(key)
      if (known !== undefined) return known
      const id = player.post(author, `@${ourName} hello`)
      const made = {
        providerId: id,
        raw: { id, via: 'post', author_id: player.accountId(author), conversation_id: id },
      }
      answered.set(key, made)
      return made
    }
    return {
      channel: {
        ...channel,
        reply(reply) {
          const now = sender
          sender = channel
          return now.reply({ ...reply, answering: answeringOf(reply) })
        },
      },
      message: ({ id, text, files = 0, extra = {} }) => {
        const media = Array.from({ length: files }, (_, at) => ({
          media_key: `3_${at}`,
          type: 'photo',
          url: `https://pbs.twimg.com/media/${digits(id)}${at}.jpg`,
        }))
        const attachments =
          files > 0 ? { attachments: { media_keys: media.map((one) => one.media_key) } } : {}
        return eventPost(
          JSON.stringify(mentionEvent(digits(id), text, { ...attachments, ...extra }, { media })),
        )
      },
      malformed: () =>
        eventPost(
          JSON.stringify({ data: { event_type: 'post.mention.create', payload: { text: 'from nobody' } } }),
        ),
      forged: (request) => eventPost(request.body, 'another secret'),
      unsigned: ({ headers: { 'x-twitter-webhooks-signature': _, ...headers }, ...request }) => ({
        ...request,
        headers,
      }),
      report: () => null,
      addresses: { resident: '22', ours: us },
      sent: () => player.replies().map(({ text }) => ({ to: '22', text })),
      fail(code) {
        if (code === 'provider-away') player.fault({ kind: 'error', status: 503 })
        else if (code === 'rate-limited') player.fault({ kind: 'rate-limited', resetS: pauseMs / 1000 })
        else if (code === 'unknown-outcome') player.fault({ kind: 'lost-answer' })
        else if (code === 'bad-address')
          player.fault({
            kind: 'error',
            status: 403,
            detail: 'You have been blocked from replying to this user.',
          })
        else if (code === 'unreachable')
          player.fault({
            kind: 'error',
            status: 403,
            detail: 'You attempted to reply to a Tweet that is deleted or not visible to you.',
          })
        else if (code === 'provider-refused') player.fault({ kind: 'error', status: 400 })
        else if (code === 'misconfigured') sender = broken
        else throw new AppError('bug', `this harness does not play ${code}`)
      },
      close: () => player.stop(),
    }
  },
}
