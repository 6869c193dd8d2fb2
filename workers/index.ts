/**
 * The workers of one process: every queue has one.
 * @module
 */
import type { EffectOutcome, JobVerdict, Queue } from '../src/core/ports.ts'
import type { EffectKind } from '../src/core/turn.ts'
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
    /** Kinds whose carrying out touches nothing but the ledger: done right after the turn, without a job. */
    readonly inLedger: ReadonlySet<EffectKind>
    readonly sweepEveryMs: number
    readonly forgottenAfterMs: number
  }

/** Starts all of them. The returned function stops the sweeper; the queue's own `close` stops the rest. */
export function startWorkers(deps: Workers, queue: Queue): () => Promise<void> {
  const { concurrency } = deps
  const file = (id: string): Promise<JobVerdict> =>
    carryOut(deps, id, (claimed) => fileRequest(deps, claimed))
  // Agents find reviews in the ledger; nothing has to be carried anywhere.
  const review = (id: string): Promise<JobVerdict> =>
    carryOut(deps, id, async (): Promise<EffectOutcome> => ({ kind: 'posted' }))
  const all = new Map<EffectKind, (id: string) => Promise<JobVerdict>>([
    ['file', file],
    ['amend', file],
    ['review', review],
  ])
  const intake: Intake = { ...deps, atOnce: new Map([...all].filter(([kind]) => deps.inLedger.has(kind))) }
  queue.work('intake', concurrency, (id) => takeTurns(intake, id))
  queue.work('media', Math.min(4, concurrency), (id) => fetchMedia(deps, id))
  queue.work('file', concurrency, file)
  queue.work('reply', concurrency, (id) => carryOut(deps, id, (claimed) => sendReply(deps, claimed)))
  queue.work('review', 2, review)
  return sweepEvery({ ...intake, everyMs: deps.sweepEveryMs, olderThanMs: deps.forgottenAfterMs })
}
