/**
 * A door that asks a network, in the worker.
 * @module
 */

import type { Inbox, Receiver } from '../../src/core/ports.ts'
import type { ChannelName } from '../../src/core/request.ts'
import { loop } from './loop.ts'

/** `step` says after how many milliseconds it wants to be called again. */
export const asking = (
  channel: ChannelName,
  name: string,
  step: (inbox: Inbox) => Promise<number>,
): Receiver => ({
  name,
  runsIn: 'worker',
  start: async (inbox) =>
    loop(
      () => step(inbox),
      ({ code, providerCode }) =>
        inbox.log('warn', 'poll.failed', { channel, receiver: name, code, providerCode }),
    ),
})
