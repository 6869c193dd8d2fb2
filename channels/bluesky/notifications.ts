/**
 * Reads who named us, page by page. What is read is durable before the place moves on, so that a fall at any point reads
 * something twice and nothing never.
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Channel, Clock, Inbox } from '../../src/core/ports.ts'
import type { BlueskyApi } from './api.ts'
import { inboundOf } from './message.ts'
import type { BlueskyRaw } from './schema.ts'

/** `since`: everything up to then was read; `newest` and `cursor`: of the pages being read now. ISO 8601. */
const Place = z.object({ since: z.string(), newest: z.string().nullable(), cursor: z.string().nullable() })
type Place = z.infer<typeof Place>

export interface NotificationsConfig {
  readonly api: BlueskyApi
  readonly clock: Clock
  readonly everyMs: number
  /** The channel's own verbs. */
  readonly verbs: Pick<Channel<BlueskyRaw>, 'verify' | 'receive'>
}
const key = 'notifications'
const leaseMs = 60_000
const pageSize = 100
/** Notifications are not always in order; reading one again costs nothing and does nothing. Milliseconds. */
const overlapMs = 60_000
export const listMethod = 'app.bsky.notification.listNotifications'
/** The server takes as many at once. */
export const postsAtOnce = 25

/** Reads one page. After how many milliseconds to come again. Throws AppError; then the same page is read again. */
export function notificationsPage(config: NotificationsConfig): (inbox: Inbox) => Promise<number> {
  const { clock, everyMs } = config
  const first = new Date(clock.now()).toISOString()
  return async (inbox) => {
    const held = await inbox.hold(key, leaseMs)
    if (held === 'held') return everyMs
    let next: Place = placeOf(held.value) ?? { since: first, newest: null, cursor: null }
    try {
      const raw = await fetched(config, next.cursor)
      const from = new Date(Date.parse(next.since) - overlapMs).toISOString()
      const fresh = raw.notifications.filter(({ indexedAt }) => indexedAt >= from)
      const ignored = new Map<string, number>(raw.unreadable > 0 ? [['unreadable', raw.unreadable]] : [])
      const inbound = inboundOf({ ...raw, notifications: fresh }, (why) =>
        ignored.set(why, (ignored.get(why) ?? 0) + 1),
      )
      if (inbound.length > 0) await inbox.take(inbound)
      for (const [why, posts] of ignored)
        inbox.log('debug', 'posts.ignored', { channel: 'bluesky', why, posts })
      const newest = [next.newest, ...fresh.map(({ indexedAt }) => indexedAt)]
        .filter((at) => at !== null)
        .reduce((best, at) => (at > best ? at : best), next.newest ?? next.since)
      const isLast =
        raw.cursor === null || fresh.length < raw.notifications.length || raw.notifications.length === 0
      next = isLast ? { since: newest, newest: null, cursor: null } : { ...next, newest, cursor: raw.cursor }
      return isLast ? everyMs : 0
    } finally {
      await inbox.keep(key, JSON.stringify(next))
    }
  }
}

function placeOf(value: string | null): Place | null {
  if (value === null) return null
  const parsed = Place.safeParse(JSON.parse(value))
  if (!parsed.success) throw new AppError('bug', 'the place among the notifications cannot be read')
  return parsed.data
}

/** A page, and the posts that it speaks of: themselves, for their pictures, and those they reply to. */
async function fetched({ api, verbs }: NotificationsConfig, cursor: string | null): Promise<BlueskyRaw> {
  const us = await api.did()
  const text = await api.query(listMethod, {
    limit: pageSize,
    reasons: ['mention', 'reply', 'quote'],
    ...(cursor === null ? {} : { cursor }),
  })
  const page: unknown = JSON.parse(text)
  const read = async (posts: readonly unknown[]) =>
    verbs.receive(
      await verbs.verify({
        method: 'GET',
        url: api.urlOf(listMethod),
        headers: {},
        body: JSON.stringify({ us, page, posts }),
      }),
    )
  const alone = await read([])
  const uris = [
    ...new Set(
      alone.notifications.flatMap(({ uri, record }) =>
        [uri, record.reply?.parent.uri].filter((one) => one !== undefined),
      ),
    ),
  ]
  const posts: unknown[] = []
  for (let at = 0; at < uris.length; at += postsAtOnce)
    posts.push(...(await postsOf(api, uris.slice(at, at + postsAtOnce))))
  return read(posts)
}

const Posts = z.looseObject({ posts: z.array(z.unknown()).default([]) })
/** Posts as the server shows them; what is gone is left out. */
export const postsOf = async (api: BlueskyApi, uris: readonly string[]): Promise<readonly unknown[]> => {
  const answer = Posts.safeParse(JSON.parse(await api.query('app.bsky.feed.getPosts', { uris })))
  if (!answer.success) throw new AppError('provider-away', 'Bluesky answered with another shape')
  return answer.data.posts
}
