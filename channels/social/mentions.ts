/**
 * Reads who named us, page by page. What is read is durable before the place in the timeline moves on, so that a fall
 * at any point reads something twice and nothing never.
 * https://docs.x.com/x-api/posts/timelines
 * @module
 */
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock, Inbox } from '../../src/core/ports.ts'
import type { Answer, XApi } from './api.ts'
import { resetMs } from './errors.ts'
import { idAt, timeOf } from './ids.ts'
import { inboundOf } from './inbound.ts'
import { type Includes, Page, Post } from './schema.ts'
import type { Spend } from './spend.ts'

/**
 * Where reading goes on. Newest first is how X answers: `since` is the newest of all that was read before, `newest` of
 * the pages being read now; `until` is the oldest of them. Only with the last page `newest` becomes `since`.
 */
const Place = z.object({
  since: z.string().nullable(),
  /** ISO 8601: what is older than our first look is not ours to answer. */
  from: z.string(),
  newest: z.string().nullable(),
  until: z.string().nullable(),
})
type Place = z.infer<typeof Place>

export interface MentionsConfig {
  readonly api: XApi
  readonly userId: string
  readonly spend: Spend
  readonly clock: Clock
  readonly everyMs: number
}

const cursor = 'mentions'
/** Longer than X may take with a page, and we with storing it. */
const leaseMs = 60_000
/** Largest page first; smaller ones where the budget is near its end. X takes 5 to 100. */
const pageSizes = [100, 25, 5] as const
/** At most so many posts beside one, and files with it. */
const [mostShown, mostFiles] = [2, 4]

const fields = {
  'tweet.fields':
    'created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,attachments,geo,lang,note_tweet,edit_history_tweet_ids,display_text_range,possibly_sensitive',
  expansions: 'attachments.media_keys,geo.place_id,referenced_tweets.id',
  'media.fields': 'type,url,preview_image_url,alt_text,variants,width,height',
  'place.fields': 'full_name,geo,place_type,country_code',
} as const

/** Reads one page. After how many milliseconds to come again. Throws AppError; then the same page is read again. */
export function mentionsPage(config: MentionsConfig): (inbox: Inbox) => Promise<number> {
  const { api, userId, spend, clock, everyMs } = config
  const { prices } = spend
  const dearest = prices.mention + mostShown * prices.post + mostFiles * prices.media
  const first = new Date(clock.now()).toISOString()
  return async (inbox) => {
    const held = await inbox.hold(cursor, leaseMs)
    if (held === 'held') return everyMs
    const place = placeOf(held.value) ?? { since: null, from: first, newest: null, until: null }
    let next = place
    try {
      const paid = await pageWeCanPay(spend, dearest)
      if (paid === null) return Math.min(spend.untilTomorrowMs(), 600_000)
      let used = 0
      try {
        const answer = await api.read(`users/${userId}/mentions`, {
          max_results: paid.size,
          ...fields,
          ...(place.since === null
            ? { start_time: place.from }
            : { since_id: withOverlap(place.since, clock.now()) }),
          ...(place.until === null ? {} : { until_id: place.until }),
        })
        const page = pageOf(answer)
        used = costOf(page, prices)
        await store(page, userId, inbox)
        next = moved(place, page)
        return next.until === null ? everyMs : pauseOf(answer, clock)
      } catch (thrown) {
        // X has read, and counts it, whatever became of the answer.
        const { code } = asAppError(thrown)
        if (used === 0 && !['rate-limited', 'misconfigured', 'provider-refused'].includes(code))
          used = paid.size * prices.mention
        throw thrown
      } finally {
        await paid.settle(used)
      }
    } finally {
      await inbox.keep(cursor, JSON.stringify(next))
    }
  }
}

function placeOf(value: string | null): Place | null {
  if (value === null) return null
  const parsed = Place.safeParse(JSON.parse(value))
  if (!parsed.success) throw new AppError('bug', 'the place in the timeline cannot be read')
  return parsed.data
}

async function pageWeCanPay(spend: Spend, dearest: number) {
  for (const size of pageSizes) {
    const last = size === pageSizes.at(-1)
    const reserved = await spend.reserve(size * dearest, 'read', last)
    if (reserved !== null) return { size, ...reserved }
  }
  return null
}

function pageOf({ body }: Answer): Page {
  const page = Page.safeParse(body)
  if (!page.success) throw new AppError('provider-away', 'X answered with another shape')
  return page.data
}

const costOf = ({ data, includes }: Page, prices: Spend['prices']): number =>
  data.length * prices.mention +
  ((includes.tweets?.length ?? 0) + (includes.posts?.length ?? 0)) * prices.post +
  (includes.media?.length ?? 0) * prices.media

/** A post that is no post stands in nobody's way. */
async function store(page: Page, userId: string, inbox: Inbox): Promise<void> {
  const posts = page.data.flatMap((one) => Post.safeParse(one).data ?? [])
  const ignored = new Map<string, number>()
  if (posts.length < page.data.length) ignored.set('unreadable', page.data.length - posts.length)
  // Oldest first: a thread is told in its order.
  const inbound = inboundOf(
    { kind: 'posts', posts: posts.toReversed(), includes: page.includes as Includes },
    userId,
    (why) => ignored.set(why, (ignored.get(why) ?? 0) + 1),
  )
  if (inbound.length > 0) await inbox.take(inbound)
  for (const [why, count] of ignored)
    inbox.log('info', 'posts.ignored', { channel: 'social', why, posts: count })
}

function moved(place: Place, page: Page): Place {
  const { next_token: more, newest_id: newestId, oldest_id: oldest } = page.meta
  const newest = later(place.newest, newestId ?? null)
  if (more !== undefined && oldest !== undefined && oldest !== place.until)
    return { ...place, newest, until: oldest }
  return { ...place, since: later(place.since, newest), newest: null, until: null }
}

/** A post may show up behind a later one: so long after the newest we look back so far, both in milliseconds. */
const overlap = { withinMs: 120_000, backMs: 30_000 } as const
function withOverlap(since: string, nowMs: number): string {
  const at = timeOf(since)
  return nowMs - at > overlap.withinMs ? since : (later(idAt(at - overlap.backMs), '1') ?? since)
}

/** The later one of two ids: they grow with time. */
function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return BigInt(a) >= BigInt(b) ? a : b
}

/** The next page at once, unless that was the last of the limit. */
const pauseOf = ({ headers }: Answer, clock: Clock): number =>
  headers['x-rate-limit-remaining'] === '0' ? (resetMs(headers, clock.now()) ?? 0) : 0
