/**
 * Bluesky: posts that name us, and direct messages of those who wrote first. Nothing is delivered to us; we ask.
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import { asVerified, type Channel, type Clock, type Tally } from '../../src/core/ports.ts'
import { asking } from '../_social/asking.ts'
import { breaker } from '../_social/breaker.ts'
import { recheck } from '../_social/recheck.ts'
import { type BlueskyAccount, blueskyApi } from './api.ts'
import { directPage } from './direct-poll.ts'
import { inboundOf } from './message.ts'
import { listMethod, notificationsPage, postsAtOnce, postsOf } from './notifications.ts'
import { roomsOf, sendBluesky } from './reply.ts'
import { type BlueskyRaw, readBluesky } from './schema.ts'

/** What comes from the environment; see README.md for the variables. */
export interface BlueskySettings extends BlueskyAccount {
  readonly pollSeconds: number
  /** Null: direct messages are not read. They need an app password that may. */
  readonly directPollSeconds: number | null
  /** How long words and raw fields of a post are kept at most. Days. */
  readonly keepDays: number
}
export interface BlueskyConfig extends BlueskySettings {
  readonly tally: Tally
  readonly clock: Clock
}

/** Opens the channel. */
export function blueskyChannel(config: BlueskyConfig): Channel<BlueskyRaw> {
  const { clock, tally } = config
  const api = blueskyApi(config, clock)
  const verbs: Pick<Channel<BlueskyRaw>, 'verify' | 'receive'> = {
    /** No path of ours leads here: what we fetched ourselves, from our own server, needs no signature. */
    async verify(request) {
      if (request.url !== api.urlOf(listMethod))
        throw new AppError('bad-signature', 'not from our own server')
      return asVerified(request)
    },
    receive: readBluesky,
  }
  const page = notificationsPage({ api, clock, verbs, everyMs: config.pollSeconds * 1_000 })
  const kept = recheck({
    clock,
    keepMs: config.keepDays * 86_400_000,
    atOnce: postsAtOnce,
    canAsk: ({ providerId }) => providerId.startsWith('at://'),
    async gone(uris) {
      const there = z.array(z.looseObject({ uri: z.string() })).parse(await postsOf(api, uris))
      return new Set(uris.filter((uri) => !there.some((post) => post.uri === uri)))
    },
  })
  const { directPollSeconds } = config
  const direct =
    directPollSeconds === null ? null : directPage({ api, clock, everyMs: directPollSeconds * 1_000 })
  const rooms = roomsOf(directPollSeconds !== null)
  return {
    name: 'bluesky',
    can: { ...rooms.open, synchronous: false, media: true, roomOf: rooms.roomOf },
    routes: [],
    receivers: [
      asking('bluesky', 'notifications', page),
      ...(direct === null ? [] : [asking('bluesky', 'direct', direct)]),
      asking('bluesky', 'recheck', kept),
    ],
    ...verbs,
    normalise: (raw) => inboundOf(raw),
    respond: () => ({ status: 200, headers: {}, body: '' }),
    reply: sendBluesky({ api, clock, limits: breaker({ tally, clock, channel: 'bluesky' }) }),
  }
}
