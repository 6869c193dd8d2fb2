import { asAppError } from '../core/errors.ts'
import type { Log } from '../core/events.ts'
import type { Queue } from '../core/ports.ts'
import type { InboundMessage, MessageId } from '../core/request.ts'

/** Short for a resident, and in a burst one call of the queue for a hundred messages. */
const lingerMs = 50

/**
 * Tells the queue of messages that are durable, a moment later and together. Nobody waits for it: what the
 * queue misses, the sweeper brings back.
 */
export function handOn(
  queue: Queue,
  log: Log,
): (messages: readonly InboundMessage[], fresh: readonly MessageId[]) => void {
  let messageIds: string[] = []
  let fileIds: string[] = []
  const send = (): void => {
    const added = [queue.add('intake', messageIds), queue.add('media', fileIds)]
    messageIds = []
    fileIds = []
    Promise.all(added).catch((error: unknown) =>
      log('warn', 'queue.failed', { queue: 'intake', reason: asAppError(error).code }),
    )
  }
  return (messages, fresh) => {
    if (fresh.length === 0) return
    if (messageIds.length === 0) setTimeout(send, lingerMs)
    messageIds.push(...fresh)
    for (const message of messages)
      if (fresh.includes(message.id)) fileIds.push(...message.media.map((file) => file.id))
  }
}
