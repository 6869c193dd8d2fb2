/**
 * A turn inside the request that brought its message, for channels whose answer goes into the same response. The same
 * turn in the same transaction as everywhere; only its replies are handed back instead of being sent.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../src/core/errors.ts'
import type { Said } from '../src/core/ports.ts'
import type { Render } from '../src/core/reply.ts'
import type { InboundMessage } from '../src/core/request.ts'
import { leaseMs } from './effects.ts'
import type { Intake } from './intake.ts'
import { takeTurn } from './intake.ts'
import type { MediaWork } from './media.ts'
import { fetchMedia } from './media.ts'

export interface Now extends Intake, MediaWork {
  readonly render: Render
  /** Longest that somebody waits for the answer. Milliseconds. */
  readonly withinMs: number
}

const pauseMs = 50

/**
 * Takes the turn of a message that is durable, and marks what it says as said. A redelivery gets the same again.
 * Throws AppError `storage-away`, or `provider-slow` where the turn does not come up in time: then it is taken
 * later, by whoever has it, and the same message may be asked for again.
 */
export async function turnNow(deps: Now, message: InboundMessage): Promise<readonly Said[]> {
  const { store, clock } = deps
  const until = clock.now() + deps.withinMs
  // What is said here goes out with the answer; were we to fall before that, the sweeper finds it.
  const intake: Intake = {
    ...deps,
    atOnce: new Map([...(deps.atOnce ?? []), ['reply', async () => ({ verdict: 'done' as const })]]),
  }
  let said = await store.said(message.id)
  if (said === null) await Promise.all(message.media.map((file) => fetchMedia(deps, file.id)))
  while (said === null) {
    const { outcome } = await takeTurn(intake, { kind: 'message', messageId: message.id })
    said = await store.said(message.id)
    if (said !== null) break
    if (clock.now() >= until || outcome === 'nothing') {
      await deps.queue.add('intake', [message.id]).catch(() => undefined)
      throw new AppError('provider-slow', 'the turn has not come up yet')
    }
    if (outcome === 'waiting') await sleep(pauseMs)
  }
  const replies: Said[] = []
  for (const { id, reply, facts, elsewhere } of said) {
    const text = deps.render(reply, facts, { fits: () => true, public: false })
    replies.push({ reply, facts, text, ...(elsewhere !== undefined && { elsewhere }) })
    if (elsewhere !== undefined) {
      // Once more for a redelivery does no harm: what is done is not taken up again.
      await deps.queue.add('reply', [id]).catch(() => undefined)
      continue
    }
    const claimed = await store.claim(id, leaseMs)
    if (claimed === null || claimed === 'later') continue
    await store.finish(id, { kind: 'replied', text, receipt: { providerId: id, status: 'said', rank: 0 } })
  }
  return replies
}
