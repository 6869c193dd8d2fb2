/**
 * The doors that ask: who named us, and who wrote to us.
 * @module
 */
import type { Clock, Receiver } from '../../src/core/ports.ts'
import { asking } from '../_social/asking.ts'
import { recheck } from '../_social/recheck.ts'
import type { XApi } from './api.ts'
import { directPage } from './direct-poll.ts'
import { goneFrom } from './gone.ts'
import { mentionsPage } from './mentions.ts'
import type { Spend } from './spend.ts'

export interface ReceiversConfig {
  /** How long words and raw fields of a post are kept at most. Days. */
  readonly keepDays: number
  readonly api: XApi
  readonly userId: string
  readonly spend: Spend
  readonly clock: Clock
  readonly pollSeconds: number
  readonly directPollSeconds: number | null
}

export function receiversOf(config: ReceiversConfig): readonly Receiver[] {
  const { pollSeconds, directPollSeconds } = config
  return [
    asking('social', 'mentions', mentionsPage({ ...config, everyMs: pollSeconds * 1_000 })),
    ...(directPollSeconds === null
      ? []
      : [asking('social', 'direct', directPage({ ...config, everyMs: directPollSeconds * 1_000 }))]),
    asking(
      'social',
      'recheck',
      recheck({
        clock: config.clock,
        keepMs: config.keepDays * 86_400_000,
        atOnce: 100,
        canAsk: ({ providerId }) => /^\d+$/.test(providerId),
        gone: goneFrom(config.api, config.spend),
      }),
    ),
  ]
}
