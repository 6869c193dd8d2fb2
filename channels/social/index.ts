/**
 * X (Twitter): posts that name us, and direct messages of those who wrote first.
 * @module
 */
import { AppError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/events.ts'
import { asVerified, type Channel, type Clock, type HttpAnswer, type Tally } from '../../src/core/ports.ts'
import { breaker } from '../_social/breaker.ts'
import { type XAccount, xApi } from './api.ts'
import { inboundOf } from './inbound.ts'
import { receiversOf } from './receivers.ts'
import { roomsOf, sendX } from './reply.ts'
import { readX, type XRaw, xPath } from './schema.ts'
import { hmacOf, isChallenge, isSigned } from './signature.ts'
import { type Prices, spending } from './spend.ts'

/** What comes from the environment; see README.md for the variables. */
export interface XSettings extends XAccount {
  readonly pollSeconds: number
  /** Null: direct messages come by webhook, or not at all. */
  readonly directPollSeconds: number | null
  readonly keepDays: number
  readonly dailyBudgetUsd: number
  readonly prices: Prices
  readonly links: boolean
}
export interface XConfig extends XSettings {
  readonly tally: Tally
  readonly clock: Clock
  readonly log: Log
}

/** Opens the channel. */
export function socialChannel(config: XConfig): Channel<XRaw> {
  const { userId, clock } = config
  const api = xApi(config, clock)
  const spend = spending({ ...config, dailyUsd: config.dailyBudgetUsd })
  const rooms = roomsOf(config.links)
  const limits = breaker({ tally: config.tally, clock, channel: 'social' })
  return {
    name: 'social',
    can: { ...rooms.open, synchronous: false, media: true, roomOf: rooms.roomOf },
    routes: [
      { method: 'GET', path: xPath },
      { method: 'POST', path: xPath },
    ],
    receivers: receiversOf({ ...config, api, spend }),
    async verify(request) {
      if (isChallenge(request)) return asVerified(request)
      if (request.method === 'GET' || !isSigned(request, config.appSecret))
        throw new AppError('bad-signature', "not signed with the application's secret")
      // X charges for an event when it sends it: all we can do is count.
      const price = /"dm\.[a-z_]{1,20}"/.test(request.body) ? spend.prices.directEvent : spend.prices.event
      await spend.note(price).catch(() => undefined)
      return asVerified(request)
    },
    receive: readX,
    normalise: (raw) => inboundOf(raw, userId),
    respond: (raw) => (raw.kind === 'crc' ? challenge(config.appSecret, raw.token) : taken),
    reply: sendX({ api, userId, spend, limits, clock, links: config.links }),
  }
}

const taken: HttpAnswer = { status: 200, headers: {}, body: '' }
const challenge = (secret: string, token: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ response_token: hmacOf(secret, token) }),
})
