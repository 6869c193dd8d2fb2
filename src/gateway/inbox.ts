/**
 * The one door: whatever a channel read becomes durable here, whichever way it came.
 * @module
 */
import type { Log } from '../core/events.ts'
import type { Clock, Inbound, Inbox, MediaStore, Queue, Store } from '../core/ports.ts'
import type { ChannelName, InboundMessage } from '../core/request.ts'
import { handOn } from './hand-on.ts'

export interface Door {
  readonly store: Store
  readonly queue: Queue
  readonly files: MediaStore
  readonly clock: Clock
  readonly log: Log
}

/** Messages of a delivery that are durable now. `isHandedOn` false: the caller takes their turns itself. */
export type TakeIn = (
  channel: ChannelName,
  inbound: readonly Inbound[],
  isHandedOn?: boolean,
) => Promise<readonly InboundMessage[]>

/** Opens the door: files, then messages, then reports. The queue hears of it afterwards. Throws `storage-away`. */
export function door({ store, queue, files, clock, log }: Door): TakeIn {
  const tell = handOn(queue, log)
  return async (channel, inbound, isHandedOn = true) => {
    const messages = inbound.flatMap((one) => (one.kind === 'message' ? [one.message] : []))
    const reports = inbound.flatMap((one) => (one.kind === 'delivery' ? [one.report] : []))
    for (const one of inbound)
      if (one.kind === 'message') for (const { id, bytes } of one.files ?? []) await files.hold(id, bytes)
    const accepted = messages.length === 0 ? [] : await store.accept(messages, clock.now())
    for (const report of reports) {
      const applied = await store.deliver(report)
      log('debug', 'reply.delivered', { channel, status: report.status, applied })
    }
    const gone = inbound.filter((one) => one.kind === 'withdrawn')
    for (const why of new Set(gone.map((one) => one.why))) {
      const ids = gone.filter((one) => one.why === why).map(({ messageId }) => messageId)
      await store.withdraw(ids, why)
      log('info', 'messages.emptied', { channel, why, messages: ids.length })
    }
    const fresh = accepted.filter((a) => a.fresh).map((a) => a.id)
    log('info', 'delivery.accepted', {
      channel,
      messages: accepted.length,
      fresh: fresh.length,
      reports: reports.length,
    })
    if (isHandedOn) tell(messages, fresh)
    return messages
  }
}

/** What a receiver of `channel` puts its finds into. */
export function inboxOf(
  takeIn: TakeIn,
  channel: ChannelName,
  { store, log }: Pick<Door, 'store' | 'log'>,
): Inbox {
  return {
    async take(inbound) {
      await takeIn(channel, inbound)
    },
    hold: (cursor, leaseMs) => store.hold(`${channel}:${cursor}`, leaseMs),
    keep: (cursor, value) => store.keep(`${channel}:${cursor}`, value),
    kept: (after, most) => store.kept(channel, after, most),
    log,
  }
}
