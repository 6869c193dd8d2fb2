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
import { costOf, dearest, postFields } from './fields.ts'
import { idAt, timeOf } from './ids.ts'
import { Page } from './schema.ts'
import type { Spend } from './spend.ts'
import { nameIn, store } from './store-page.ts'
import { Unseen, unseenAfter, unseenPage } from './unseen.ts'

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
  /** Posts on the pages being read now, and when the first of these was read, Unix milliseconds. */
  shown: z.number().default(0),
  began: z.number().nullable().default(null),
  /** What X calls us. */
  name: z.string().nullable().default(null),
  unseen: Unseen.nullable().default(null),
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
/** Reads one page. After how many milliseconds to come again. Throws AppError; then the same page is read again. */
export function mentionsPage(config: MentionsConfig): (inbox: Inbox) => Promise<number> {
  const { api, userId, spend, clock, everyMs } = config
  const { prices } = spend
  const first = new Date(clock.now()).toISOString()
  return async (inbox) => {
    const held = await inbox.hold(cursor, leaseMs)
    if (held === 'held') return everyMs
    const place = placeOf(held.value) ?? Place.parse({ since: null, from: first, newest: null, until: null })
    let next = place
    try {
      const paid = await pageWeCanPay(spend, dearest(prices.mention, prices))
      if (paid === null) return Math.min(spend.untilTomorrowMs(), 600_000)
      let used = 0
      try {
        const answer = await api.read(`users/${userId}/mentions`, {
          max_results: paid.size,
          ...postFields,
          ...(place.since === null
            ? { start_time: place.from }
            : { since_id: withOverlap(place.since, clock.now()) }),
          ...(place.until === null ? {} : { until_id: place.until }),
        })
        const page = pageOf(answer)
        used = costOf(page, prices.mention, prices)
        await store(page, userId, inbox)
        next = moved(
          { ...place, began: place.began ?? clock.now(), name: nameIn(page, userId) ?? place.name },
          page,
          clock.now(),
          inbox,
        )
        if (next.until !== null) return pauseOf(answer, clock)
      } catch (thrown) {
        // X has read, and counts it, whatever became of the answer.
        const { code } = asAppError(thrown)
        if (used === 0 && !['rate-limited', 'misconfigured', 'provider-refused'].includes(code))
          used = paid.size * prices.mention
        throw thrown
      } finally {
        await paid.settle(used)
      }
      if (next.unseen === null || next.unseen.notBefore > clock.now()) return everyMs
      next = { ...next, unseen: await unseenPage(config, next.unseen, next.name, inbox) }
      return next.unseen === null || next.unseen.notBefore > clock.now() ? everyMs : 0
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

function moved(before: Place, page: Page, now: number, inbox: Inbox): Place {
  const { next_token: more, newest_id: newestId, oldest_id: oldest = null } = page.meta
  const newest = later(before.newest, newestId ?? null)
  const shown = before.shown + page.data.length
  if (more !== undefined && oldest !== null && oldest !== before.until)
    return { ...before, newest, until: oldest, shown }
  const read = { ...before, shown, tookMs: now - (before.began ?? now), oldest: oldest ?? before.until }
  return {
    ...before,
    since: later(before.since, newest),
    newest: null,
    until: null,
    shown: 0,
    began: null,
    unseen: joined(unseenAfter(read, inbox), before.unseen),
  }
}

/** One gap at a time: what is missed while the first is still looked for becomes part of it. */
function joined(now: Unseen | null, before: Unseen | null): Unseen | null {
  if (now === null || before === null) return now ?? before
  return { ...now, after: before.after, found: before.found }
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
