/**
 * Sends one reply. Its record has a key made from ours, so that one which may be out can be looked for by its address.
 * https://docs.bsky.app/docs/advanced-guides/posts#replies-quote-posts-and-embeds
 * @module
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock, OutboundReply, Receipt } from '../../src/core/ports.ts'
import type { breaker } from '../_social/breaker.ts'
import type { BlueskyApi } from './api.ts'
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
  return async (reply) => {
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
