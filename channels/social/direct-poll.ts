/**
 * Reads direct messages. X has no `since_id` here and charges for each event it shows, so pages are small and end at
 * the first that is known. https://docs.x.com/x-api/direct-messages/lookup
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Clock, Inbox } from '../../src/core/ports.ts'
import type { XApi } from './api.ts'
import { idAt } from './ids.ts'
import { inboundOf } from './inbound.ts'
import { Direct, Page } from './schema.ts'
import type { Spend } from './spend.ts'

export interface DirectConfig {
  readonly api: XApi
  readonly userId: string
  readonly spend: Spend
  readonly clock: Clock
  readonly everyMs: number
}

/** `since`: the newest of all that was read; `newest` and `token`: of the pages being read now. */
const Place = z.object({ since: z.string(), newest: z.string().nullable(), token: z.string().nullable() })
const cursor = 'direct'
const leaseMs = 60_000
const pageSize = 10
/** Reads one page. After how many milliseconds to come again. Throws AppError; then the same page is read again. */
export function directPage(config: DirectConfig): (inbox: Inbox) => Promise<number> {
  const { api, userId, spend, clock, everyMs } = config
  const first = idAt(clock.now())
  return async (inbox) => {
    const held = await inbox.hold(cursor, leaseMs)
    if (held === 'held') return everyMs
    const place =
      held.value === null ? { since: first, newest: null, token: null } : Place.parse(JSON.parse(held.value))
    let next = place
    try {
      const { directRead, media } = spend.prices
      const dearest = pageSize * (directRead + media)
      const paid = await spend.reserve(dearest, 'read')
      if (paid === null) return Math.min(spend.untilTomorrowMs(), 600_000)
      let used = dearest
      try {
        const { body } = await api.read(
          'dm_events',
          {
            max_results: pageSize,
            event_types: 'MessageCreate',
            'dm_event.fields':
              'id,text,event_type,created_at,dm_conversation_id,sender_id,attachments,referenced_tweets',
            expansions: 'attachments.media_keys',
            'media.fields': 'type,url,preview_image_url,variants',
            ...(place.token === null ? {} : { pagination_token: place.token }),
          },
          'user',
        )
        const page = Page.safeParse(body).data
        if (page === undefined) throw new AppError('provider-away', 'X answered with another shape')
        used = page.data.length * directRead + (page.includes.media?.length ?? 0) * media
        const seen = page.data.flatMap((one) => Direct.safeParse(one).data ?? [])
        const fresh = seen.filter(({ id }) => BigInt(id) > BigInt(place.since))
        const inbound = inboundOf(
          { kind: 'direct', messages: fresh.toReversed(), includes: page.includes },
          userId,
        )
        if (inbound.length > 0) await inbox.take(inbound)
        const newest = newestOf([place.newest, ...fresh.map(({ id }) => id)])
        const more = fresh.length === seen.length && seen.length > 0 ? (page.meta.next_token ?? null) : null
        next =
          more === null
            ? { since: newestOf([place.since, newest]) ?? place.since, newest: null, token: null }
            : { ...place, newest, token: more }
        return more === null ? everyMs : 0
      } finally {
        await paid.settle(used)
      }
    } finally {
      await inbox.keep(cursor, JSON.stringify(next))
    }
  }
}

const newestOf = (ids: readonly (string | null)[]): string | null =>
  ids.reduce((best, id) => (best === null || (id !== null && BigInt(id) > BigInt(best)) ? id : best), null)
