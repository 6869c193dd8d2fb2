/**
 * Sends one reply: under the post it answers, or by direct message to whom wrote one. X has no idempotency key, so a
 * reply that may be out is looked for first. https://docs.x.com/x-api/posts/manage-tweets/integrate
 * @module
 */
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock, OutboundReply, Receipt, Room } from '../../src/core/ports.ts'
import type { breaker } from '../_social/breaker.ts'
import type { XApi } from './api.ts'
import { hasLink, maxWeight, weightOf } from './count.ts'
import type { Purpose, Spend } from './spend.ts'

export interface ReplyConfig {
  readonly api: XApi
  readonly userId: string
  readonly spend: Spend
  readonly limits: ReturnType<typeof breaker>
  readonly clock: Clock
  /** Whether a public reply may hold a link, which costs twenty times as much. */
  readonly links: boolean
}

const Answered = z.looseObject({
  via: z.enum(['post', 'direct']),
  id: z.string(),
  author_id: z.string().optional(),
  conversation_id: z.string().optional(),
})
/** What we know of the message that is answered; null where there is none, or it was emptied. */
const answeredOf = (answering: OutboundReply['answering']) => Answered.safeParse(answering?.raw).data ?? null

/** X's limit for a direct message is 10,000; nobody reads that on a phone. */
const longestDirect = 1_000
/** Under a post strangers read along and one reply is all; a direct message is between two. */
export function roomsOf(links: boolean) {
  const open: Room = {
    public: true,
    direct: true,
    proactive: false,
    rings: false,
    joined: true,
    fits: (text) => weightOf(text) <= maxWeight && (links || !hasLink(text)),
  }
  const direct: Room = {
    public: false,
    proactive: true,
    rings: false,
    fits: (text) => text.length <= longestDirect,
  }
  return {
    open,
    roomOf: (answering: OutboundReply['answering']): Room =>
      answeredOf(answering)?.via === 'direct' ? direct : open,
  }
}

const Created = z.looseObject({ data: z.looseObject({ id: z.string().min(1) }) })
const SentDirect = z.looseObject({ data: z.looseObject({ dm_event_id: z.string().min(1) }) })
const Timeline = z.looseObject({
  data: z
    .array(
      z.looseObject({
        id: z.string(),
        referenced_tweets: z.array(z.looseObject({ type: z.string(), id: z.string() })).default([]),
      }),
    )
    .default([]),
})
const Directs = z.looseObject({
  data: z
    .array(
      z.looseObject({
        id: z.string(),
        sender_id: z.string().default(''),
        text: z.string().default(''),
        created_at: z.string().default(''),
      }),
    )
    .default([]),
})
const clockSlackMs = 2_000
const receiptOf = (providerId: string): Receipt => ({ providerId, status: 'sent', rank: 1 })

/** Throws AppError by `errors.ts`; `unreachable` where there is nothing to answer, or a rule of ours forbids it. */
export function sendX(config: ReplyConfig): (reply: OutboundReply) => Promise<Receipt> {
  const { api, userId, spend, limits } = config
  const { prices } = spend

  /** One reply to one post: any of ours under it is the one. */
  async function repliedTo(post: string): Promise<Receipt | null> {
    const paid = await reserved(spend, 100 * prices.mention, 'urgent')
    let used = 100 * prices.mention
    try {
      const { body } = await api.read(`users/${userId}/tweets`, {
        since_id: post,
        max_results: 100,
        'tweet.fields': 'referenced_tweets',
      })
      const { data } = Timeline.parse(body)
      used = data.length * prices.mention
      const found = data.find((own) =>
        own.referenced_tweets.some(({ type, id }) => type === 'replied_to' && id === post),
      )
      return found === undefined ? null : receiptOf(found.id)
    } finally {
      await paid.settle(used)
    }
  }
  async function wrote(participant: string, text: string, sinceMs: number): Promise<Receipt | null> {
    const paid = await reserved(spend, 20 * prices.directRead, 'urgent')
    let used = 20 * prices.directRead
    try {
      const { body } = await api.read(
        `dm_conversations/with/${participant}/dm_events`,
        { max_results: 20, 'dm_event.fields': 'id,text,sender_id,created_at', event_types: 'MessageCreate' },
        'user',
      )
      const { data } = Directs.parse(body)
      used = data.length * prices.directRead
      const found = data.find(
        (one) =>
          one.sender_id === userId &&
          one.text === text &&
          Date.parse(one.created_at) >= sinceMs - clockSlackMs,
      )
      return found === undefined ? null : receiptOf(`dm-${found.id}`)
    } finally {
      await paid.settle(used)
    }
  }

  return async (reply) => {
    const answered = answeredOf(reply.answering)
    if (answered === null) throw new AppError('unreachable', 'there is no post to answer')
    const isDirect = answered.via === 'direct'
    const text = reply.text.toWellFormed()
    if (reply.maybeSentSince !== null) {
      const before = isDirect
        ? await wrote(reply.to, text, reply.maybeSentSince)
        : await repliedTo(answered.id)
      if (before !== null) return before
    }
    const thread = isDirect ? null : (answered.conversation_id ?? answered.id)
    const isUrgent = reply.say === 'emergency' || reply.say === 'crisis'
    if (!isDirect && hasLink(text) && !config.links)
      throw new AppError('provider-refused', 'a link would stand in a public reply')
    const price = isDirect ? prices.direct : hasLink(text) ? prices.replyWithLink : prices.reply
    const paid = await reserved(spend, price, isUrgent ? 'urgent' : 'reply')
    let used = 0
    let counted = false
    try {
      counted = await limits.allows(reply.to, thread)
      if (!counted) throw new AppError('unreachable', 'too many replies there already')
      const created = isDirect ? await api.direct(reply.to, text) : await api.post(text, answered.id)
      used = price
      const id = isDirect
        ? SentDirect.safeParse(created).data?.data.dm_event_id
        : Created.safeParse(created).data?.data.id
      if (id === undefined) throw new AppError('unknown-outcome', 'X took the reply but named no id')
      return receiptOf(isDirect ? `dm-${id}` : id)
    } catch (thrown) {
      const { code } = asAppError(thrown)
      if (code === 'unknown-outcome' || code === 'provider-slow') used = price
      else if (counted) await limits.undo(reply.to, thread)
      throw thrown
    } finally {
      await paid.settle(used)
    }
  }
}

async function reserved(spend: Spend, usd: number, purpose: Purpose) {
  const paid = await spend.reserve(usd, purpose)
  if (paid !== null) return paid
  throw new AppError('rate-limited', "today's budget is spent", { afterMs: spend.untilTomorrowMs() })
}
