/**
 * The workers of one process: every queue has one.
 * @module
 */
import type { EffectOutcome, Queue } from '../src/core/ports.ts'
import type { Effects } from './effects.ts'
import { carryOut } from './effects.ts'
import type { Filings } from './file.ts'
import { fileRequest } from './file.ts'
import type { Intake } from './intake.ts'
import { takeTurns } from './intake.ts'
import type { MediaWork } from './media.ts'
import { fetchMedia } from './media.ts'
import type { Replies } from './reply.ts'
import { sendReply } from './reply.ts'
import { sweepEvery } from './sweep.ts'

export type Workers = Intake &
  Effects &
  Filings &
  Replies &
  MediaWork & {
    readonly concurrency: number
    readonly sweepEveryMs: number
    readonly forgottenAfterMs: number
  }

/** Starts all of them. The returned function stops the sweeper; the queue's own `close` stops the rest. */
export function startWorkers(deps: Workers, queue: Queue): () => Promise<void> {
  const { concurrency } = deps
  queue.work('intake', concurrency, (id) => takeTurns(deps, id))
  queue.work('media', Math.min(4, concurrency), (id) => fetchMedia(deps, id))
  queue.work('file', concurrency, (id) => carryOut(deps, id, (claimed) => fileRequest(deps, claimed)))
  queue.work('reply', concurrency, (id) => carryOut(deps, id, (claimed) => sendReply(deps, claimed)))
  // Agents find reviews in the ledger; nothing has to be carried anywhere yet.
  queue.work('review', 2, (id) =>
    carryOut(deps, id, async (): Promise<EffectOutcome> => ({ kind: 'posted' })),
  )
  return sweepEvery({ ...deps, everyMs: deps.sweepEveryMs, olderThanMs: deps.forgottenAfterMs })
}
