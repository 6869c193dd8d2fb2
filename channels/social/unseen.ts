/**
 * X shows the latest 800 posts that name us and no more. Where more came while we were away, the search brings those of
 * the last seven days; what is older is lost, and the log says so.
 * https://docs.x.com/x-api/posts/timelines and https://docs.x.com/x-api/posts/search
 * @module
 */
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Inbox } from '../../src/core/ports.ts'
import { costOf, dearest, postFields } from './fields.ts'
import { idAt, timeOf } from './ids.ts'
import type { MentionsConfig } from './mentions.ts'
import { Page } from './schema.ts'
import { store } from './store-page.ts'

/** Between these two ids (neither included) there may be posts that the timeline did not show. */
export const Unseen = z.object({
  after: z.string(),
  until: z.string(),
  /** So many were found. */
  found: z.number(),
  /** Not before this, Unix milliseconds. */
  notBefore: z.number(),
})
export type Unseen = z.infer<typeof Unseen>

/** Fewer than 800 may be shown where some of them were deleted since: from here on it is worth a search. */
const manyAtOnce = 700
/** A timeline that was read for longer than this has moved on meanwhile, and the end of it may be out of sight. */
const longMs = 15 * 60_000
/** Largest page first. The search takes 10 to 100. */
const pageSizes = [100, 25, 10] as const
/** As far back as the search goes, with a minute for clocks that differ. */
const reachMs = 7 * 86_400_000 - 60_000
const pauseMs = 60_000
/** Another try would get the same answer. */
const final: ReadonlySet<string> = new Set(['misconfigured', 'provider-refused', 'unreachable'])
const iso = (ms: number): string => new Date(ms).toISOString()

/** What was read: so many posts down to `oldest`, in so long. `since`, or else `from`, is what was known before. */
interface Read {
  readonly shown: number
  readonly tookMs: number
  readonly since: string | null
  readonly from: string
  readonly oldest: string | null
}

/** What to look for after all that the timeline shows was read; null where nothing can be missing. */
export function unseenAfter(read: Read, { log }: Pick<Inbox, 'log'>): Unseen | null {
  const { shown, tookMs, since, from, oldest } = read
  if (oldest === null || (shown < manyAtOnce && tookMs < longMs)) return null
  const after = since ?? idAt(Date.parse(from))
  if (BigInt(oldest) <= BigInt(after)) return null
  if (shown >= manyAtOnce)
    log('warn', 'mentions.cut', {
      channel: 'social',
      shown,
      from: iso(timeOf(after)),
      to: iso(timeOf(oldest)),
    })
  return { after, until: oldest, found: 0, notBefore: 0 }
}

/** Reads one page of the search. What is still to look for; null: nothing any more. `name`: ours, without `@`. */
export async function unseenPage(
  { api, userId, spend, clock }: MentionsConfig,
  unseen: Unseen,
  name: string | null,
  inbox: Inbox,
): Promise<Unseen | null> {
  const { prices } = spend
  const now = clock.now()
  const reach = now - reachMs
  const lost = (why: 'too-old' | 'refused' | 'no-name', to: number): null => {
    inbox.log('error', 'mentions.lost', {
      channel: 'social',
      why,
      from: iso(timeOf(unseen.after)),
      to: iso(to),
    })
    return null
  }
  if (name === null || !/^\w{1,20}$/.test(name)) return lost('no-name', timeOf(unseen.until))
  if (timeOf(unseen.until) <= reach) return lost('too-old', timeOf(unseen.until))
  const paid = await payable(spend, dearest(prices.post, prices))
  if (paid === null) return { ...unseen, notBefore: now + Math.min(spend.untilTomorrowMs(), 600_000) }
  let used = 0
  try {
    const { body } = await api.read('tweets/search/recent', {
      query: `@${name} -is:retweet`,
      max_results: paid.size,
      ...postFields,
      until_id: unseen.until,
      ...(timeOf(unseen.after) > reach ? { since_id: unseen.after } : { start_time: iso(reach) }),
    })
    const page = Page.safeParse(body).data
    if (page === undefined) throw new AppError('provider-away', 'X answered with another shape')
    used = costOf(page, prices.post, prices)
    await store(page, userId, inbox)
    const found = unseen.found + page.data.length
    const { next_token: more, oldest_id: oldest } = page.meta
    if (more !== undefined && oldest !== undefined && oldest !== unseen.until)
      return { ...unseen, until: oldest, found }
    if (found > 0) inbox.log('warn', 'mentions.filled', { channel: 'social', posts: found })
    return timeOf(unseen.after) > reach ? null : lost('too-old', reach)
  } catch (thrown) {
    const error = asAppError(thrown)
    // What was read and could not be stored is read again.
    if (error.code === 'storage-away') throw error
    if (final.has(error.code)) return lost('refused', timeOf(unseen.until))
    return { ...unseen, notBefore: now + (error.afterMs ?? pauseMs) }
  } finally {
    await paid.settle(used)
  }
}

async function payable(spend: MentionsConfig['spend'], each: number) {
  for (const size of pageSizes) {
    const reserved = await spend.reserve(size * each, 'read', size === pageSizes.at(-1))
    if (reserved !== null) return { size, ...reserved }
  }
  return null
}
