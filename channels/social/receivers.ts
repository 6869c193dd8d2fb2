/**
 * The doors that ask: who named us, and who wrote to us.
 * @module
 */
import type { Clock, Inbox, Receiver } from '../../src/core/ports.ts'
import { loop } from '../_social/loop.ts'
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
    asking('mentions', mentionsPage({ ...config, everyMs: pollSeconds * 1_000 })),
    ...(directPollSeconds === null
      ? []
      : [asking('direct', directPage({ ...config, everyMs: directPollSeconds * 1_000 }))]),
    asking(
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

const asking = (name: string, step: (inbox: Inbox) => Promise<number>): Receiver => ({
  name,
  runsIn: 'worker',
  start: async (inbox) =>
    loop(
      () => step(inbox),
      ({ code, providerCode }) =>
        inbox.log('warn', 'poll.failed', { channel: 'social', receiver: name, code, providerCode }),
    ),
})
