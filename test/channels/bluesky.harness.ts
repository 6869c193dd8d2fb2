/**
 * The Bluesky channel against the player of Bluesky.
 * @module
 */
import { blueskyChannel } from '../../channels/bluesky/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest, OutboundReply } from '../../src/core/ports.ts'
import { startBlueskyPlayer } from '../../src/sandbox/bluesky/index.ts'
import { type ChannelHarness, pauseMs } from '../contract/channel.contract.ts'
import { memoryTally } from './social.harness.ts'

export const handle = 'bos311.example'
export const appPassword = 'abcd-efgh-ijkl-mnop'
const listed = '/xrpc/app.bsky.notification.listNotifications'
const resident = 'did:plc:resident'

/** A post that names us, as the receiver hands it to the channel. */
export function fetchedMention(
  apiUrl: string,
  us: string,
  id: string,
  text: string,
  more: { readonly files?: number; readonly extra?: Readonly<Record<string, unknown>> } = {},
): HttpRequest {
  const uri = `at://${resident}/app.bsky.feed.post/${Buffer.from(id).toString('hex')}`
  const name = `@${handle}`
  const facets = [{ index: { byteStart: 0, byteEnd: name.length }, features: [{ did: us }] }]
  const record = { text: `${name} ${text}`, facets }
  const images = Array.from({ length: more.files ?? 0 }, (_, at) => ({
    fullsize: `https://cdn.bsky.app/img/${id}${at}`,
  }))
  const author = { did: resident }
  const notification = {
    uri,
    cid: 'bafy',
    author,
    reason: 'mention',
    record,
    indexedAt: '2026-11-20T15:00:00.000Z',
    ...more.extra,
  }
  const body = {
    us,
    page: { notifications: [notification] },
    posts: [{ uri, author, record, ...(images.length > 0 && { embed: { images } }) }],
  }
  return { method: 'GET', url: `${apiUrl}${listed}`, headers: {}, body: JSON.stringify(body) }
}

export const harness: ChannelHarness = {
  failures: [
    'provider-away',
    'rate-limited',
    'unknown-outcome',
    'unreachable',
    'misconfigured',
    'provider-refused',
  ],
  unable: { signature: 'nobody signs: we fetch it ourselves from our own server, and no path leads here' },
  async open() {
    const player = await startBlueskyPlayer({ handle, appPassword })
    const us = player.did(handle)
    const config = {
      handle,
      appPassword,
      apiUrl: player.url,
      pollSeconds: 30,
      directPollSeconds: null,
      keepDays: 30,
      tally: memoryTally(),
      clock: { now: () => Date.now() },
    }
    const channel = blueskyChannel(config)
    const broken = blueskyChannel({ ...config, appPassword: 'revoked' })
    let sender = channel
    let gone = false
    // A reply hangs on a post: each key answers one of its own, written by somebody new.
    const answered = new Map<string, string>()
    const answeringOf = ({ key }: OutboundReply): NonNullable<OutboundReply['answering']> => {
      const uri = answered.get(key) ?? player.post(`resident${answered.size}.example`, `@${handle} hello`)
      answered.set(key, uri)
      const post = player.posts().find((one) => one.uri === uri)
      if (gone) player.remove(uri)
      gone = false
      const raw = { uri, cid: post?.cid, record: post?.record, indexedAt: '2026-11-20T15:00:00.000Z' }
      return { providerId: uri, raw }
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
      message: ({ id, text, files = 0, extra = {} }) =>
        fetchedMention(player.url, us, id, text, { files, extra }),
      malformed: () => ({
        method: 'GET',
        url: `${player.url}${listed}`,
        headers: {},
        body: JSON.stringify({ us, page: { notifications: [{ reason: 'mention' }] } }),
      }),
      forged: (request) => ({ ...request, url: 'https://elsewhere.example.org/' }),
      unsigned: (request) => ({ ...request, url: 'https://elsewhere.example.org/' }),
      report: () => null,
      addresses: { resident, ours: us },
      sent: () => player.replies().map(({ text }) => ({ to: resident, text })),
      fail(code) {
        const method = 'createRecord'
        if (code === 'provider-away') player.fault({ kind: 'error', status: 502, method })
        else if (code === 'rate-limited')
          player.fault({ kind: 'rate-limited', resetS: pauseMs / 1000, method })
        else if (code === 'unknown-outcome') player.fault({ kind: 'lost-answer', method })
        else if (code === 'provider-refused')
          player.fault({ kind: 'error', status: 400, error: 'InvalidRequest', method })
        else if (code === 'unreachable') gone = true
        else if (code === 'misconfigured') sender = broken
        else throw new AppError('bug', `this harness does not play ${code}`)
      },
      close: () => player.stop(),
    }
  },
}
