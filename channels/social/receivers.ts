/**
 * The doors that ask: who named us, and who wrote to us.
 * @module
 */
import type { Clock, Inbox, Receiver } from '../../src/core/ports.ts'
import { loop } from '../_social/loop.ts'
import type { XApi } from './api.ts'
import { directPage } from './direct-poll.ts'
import { mentionsPage } from './mentions.ts'
import type { Spend } from './spend.ts'

export interface ReceiversConfig {
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
