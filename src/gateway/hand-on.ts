import { asAppError } from '../core/errors.ts'
import type { Log } from '../core/events.ts'
import type { Queue } from '../core/ports.ts'
import type { InboundMessage, MessageId } from '../core/request.ts'

/** Nobody notices. */
const lingerMs = 20
/** In a burst: a fifth of a second later, and one call of the queue for hundreds of messages. */
const burstLingerMs = 200
/** So many at once are a burst. */
const burst = 20

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
  let pauseMs = lingerMs
  const send = (): void => {
    pauseMs = messageIds.length >= burst ? burstLingerMs : lingerMs
    const added = [queue.add('intake', messageIds), queue.add('media', fileIds)]
    messageIds = []
    fileIds = []
    Promise.all(added).catch((error: unknown) =>
      log('warn', 'queue.failed', { queue: 'intake', reason: asAppError(error).code }),
    )
  }
  return (messages, fresh) => {
    if (fresh.length === 0) return
    if (messageIds.length === 0) setTimeout(send, pauseMs)
    messageIds.push(...fresh)
    for (const message of messages)
      if (fresh.includes(message.id)) fileIds.push(...message.media.map((file) => file.id))
  }
}
