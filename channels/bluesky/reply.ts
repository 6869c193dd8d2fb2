/**
 * Sends one reply. Its record has a key made from ours, so that one which may be out can be looked for by its address.
 * https://docs.bsky.app/docs/advanced-guides/posts#replies-quote-posts-and-embeds
 * @module
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock, OutboundReply, Receipt, Room } from '../../src/core/ports.ts'
import type { breaker } from '../_social/breaker.ts'
import type { BlueskyApi } from './api.ts'
import { fitsBluesky, fitsDirect } from './count.ts'
import { postsOf } from './notifications.ts'
import { PostRecord } from './schema.ts'

export interface ReplyConfig {
  readonly api: BlueskyApi
  readonly limits: ReturnType<typeof breaker>
  readonly clock: Clock
}
const collection = 'app.bsky.feed.post'
const Answered = z.looseObject({
  uri: z.string(),
  cid: z.string(),
  record: PostRecord,
  indexedAt: z.string(),
})
const Created = z.looseObject({ uri: z.string().min(1) })
const receiptOf = (uri: string): Receipt => ({ providerId: uri, status: 'sent', rank: 1 })

const sortable = '234567abcdefghijklmnopqrstuvwxyz'
/**
 * A record key of the kind that posts have (TID): 53 bits of microseconds, 10 bits more. The same for the same reply:
 * the time is that of the post it answers, and what would be chance is a hash of our key.
 * https://atproto.com/specs/tid
 */
export function recordKeyOf(key: string, answeredAt: string): string {
  const hash = createHash('sha256').update(key).digest().readBigUInt64BE()
  const micros = BigInt(Math.max(0, Date.parse(answeredAt) || 0)) * 1000n + ((hash >> 10n) % 1_000_000n)
  let bits = ((micros & ((1n << 53n) - 1n)) << 10n) | (hash & 1023n)
  let text = ''
  for (let at = 0; at < 13; at += 1) {
    text = `${sortable[Number(bits & 31n)]}${text}`
    bits >>= 5n
  }
  return text
}

const Direct = z.looseObject({ via: z.literal('direct'), id: z.string().min(1) })
/** The conversation in which a direct message is answered; null for a post. */
const conversationOf = (answering: OutboundReply['answering']): string | null =>
  Direct.safeParse(answering?.raw).data?.id ?? null

/** Under a post strangers read along and one reply is all; a direct message is between two. */
export function roomsOf(direct: boolean): {
  readonly open: Room
  readonly roomOf: (answering: OutboundReply['answering']) => Room
} {
  const open: Room = {
    ...{ public: true, direct, proactive: false, rings: false, joined: true },
    fits: fitsBluesky,
  }
  const between: Room = { public: false, proactive: true, rings: false, fits: fitsDirect }
  return { open, roomOf: (answering) => (conversationOf(answering) === null ? open : between) }
}

const Sent = z.looseObject({
  id: z.string().min(1),
  text: z.string().default(''),
  sender: z.looseObject({ did: z.string() }).optional(),
  sentAt: z.string().default(''),
})
const Messages = z.looseObject({ messages: z.array(z.unknown()) })
/** Our clock may be ahead of theirs. Milliseconds. */
const clockSlackMs = 60_000
const lookedAt = 50

/** Throws AppError by `errors.ts`; `unreachable` where the post is gone, or a rule of ours forbids it. */
export function sendBluesky({ api, limits, clock }: ReplyConfig): (reply: OutboundReply) => Promise<Receipt> {
  async function sentBefore(repo: string, rkey: string): Promise<Receipt | null> {
    try {
      const text = await api.query('com.atproto.repo.getRecord', { repo, collection, rkey })
      return receiptOf(Created.parse(JSON.parse(text)).uri)
    } catch (thrown) {
      if (asAppError(thrown).code === 'not-found') return null
      throw thrown
    }
  }
  async function wrote(convoId: string, text: string, sinceMs: number): Promise<Receipt | null> {
    const us = await api.did()
    const answer = await api.query('chat.bsky.convo.getMessages', { convoId, limit: lookedAt })
    const { messages } = Messages.parse(JSON.parse(answer))
    const found = messages
      .flatMap((one) => Sent.safeParse(one).data ?? [])
      .find(
        (one) =>
          one.sender?.did === us && one.text === text && Date.parse(one.sentAt) >= sinceMs - clockSlackMs,
      )
    return found === undefined ? null : receiptOf(`dm-${found.id}`)
  }
  async function direct(convoId: string, reply: OutboundReply): Promise<Receipt> {
    const text = reply.text.toWellFormed()
    const before = reply.maybeSentSince === null ? null : await wrote(convoId, text, reply.maybeSentSince)
    if (before !== null) return before
    if (!(await limits.allows(reply.to, null)))
      throw new AppError('unreachable', 'too many replies there already')
    try {
      // A first message waits as a request until we accept it; accepting twice does nothing.
      await api.procedure('chat.bsky.convo.acceptConvo', { convoId }).catch((thrown: unknown) => {
        const error = asAppError(thrown)
        if (error.code !== 'unknown-outcome' && error.code !== 'provider-slow') throw error
        throw new AppError('provider-away', error.message, { cause: error })
      })
      const sent = Sent.safeParse(
        await api.procedure('chat.bsky.convo.sendMessage', { convoId, message: { text } }),
      )
      if (!sent.success) throw new AppError('unknown-outcome', 'Bluesky took the reply but named no message')
      return receiptOf(`dm-${sent.data.id}`)
    } catch (thrown) {
      const { code } = asAppError(thrown)
      if (code !== 'unknown-outcome' && code !== 'provider-slow') await limits.undo(reply.to, null)
      throw thrown
    }
  }
  return async (reply) => {
    const conversation = conversationOf(reply.answering)
    if (conversation !== null) return direct(conversation, reply)
    const answered = Answered.safeParse(reply.answering?.raw).data
    if (answered === undefined) throw new AppError('unreachable', 'there is no post to answer')
    const repo = await api.did()
    const rkey = recordKeyOf(reply.key, answered.indexedAt)
    const before = reply.maybeSentSince === null ? null : await sentBefore(repo, rkey)
    if (before !== null) return before
    if ((await postsOf(api, [answered.uri])).length === 0)
      throw new AppError('unreachable', 'the post is gone')
    const parent = { uri: answered.uri, cid: answered.cid }
    const root = answered.record.reply?.root ?? parent
    if (!(await limits.allows(reply.to, root.uri)))
      throw new AppError('unreachable', 'too many replies there already')
    try {
      const created = Created.safeParse(
        await api.procedure('com.atproto.repo.createRecord', {
          repo,
          collection,
          rkey,
          record: {
            $type: collection,
            text: reply.text.toWellFormed(),
            createdAt: new Date(clock.now()).toISOString(),
            langs: [reply.language],
            reply: { root: { uri: root.uri, cid: root.cid }, parent },
          },
        }),
      )
      if (!created.success)
        throw new AppError('unknown-outcome', 'Bluesky took the reply but named no record')
      return receiptOf(created.data.uri)
    } catch (thrown) {
      const { code } = asAppError(thrown)
      if (code !== 'unknown-outcome' && code !== 'provider-slow') await limits.undo(reply.to, root.uri)
      throw thrown
    }
  }
}
