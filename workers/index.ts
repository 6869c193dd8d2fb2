/**
 * The workers of one process: every queue has one.
 * @module
 */
import type { Board, JobVerdict, Queue } from '../src/core/ports.ts'
import type { EffectKind } from '../src/core/turn.ts'
import { type Asking, sendAsk } from './ask.ts'
import { keepTrue } from './boards.ts'
import { type Drifts, watchDrift } from './drift.ts'
import type { Effects } from './effects.ts'
import { carryOut, leaseMs } from './effects.ts'
import type { Filings } from './file.ts'
import { fileRequest } from './file.ts'
import type { Intake } from './intake.ts'
import { takeTurns } from './intake.ts'
import type { MediaWork } from './media.ts'
import { fetchMedia } from './media.ts'
import { watchCases } from './poll.ts'
import { type Proofs, sendProof } from './prove.ts'
import type { Replies } from './reply.ts'
import { sendReply } from './reply.ts'
import { sweepEvery } from './sweep.ts'

export type Workers = Intake &
  Effects &
  Filings &
  Replies &
  Proofs &
  Asking &
  MediaWork &
  Drifts & {
    readonly concurrency: number
    /** Kinds whose carrying out touches nothing but the ledger: done right after the turn, without a job. */
    readonly inLedger: ReadonlySet<EffectKind>
    /** Where reviews are shown outside. */
    readonly boards: readonly Board[]
    readonly sweepEveryMs: number
    readonly forgottenAfterMs: number
  }

/** How long a provider may take with one filing, with looking up what it needs, at most. Milliseconds. */
const providerMs = 30_000

/** Starts all of them. The returned function stops what runs by the clock; the queue's own `close` stops the rest. */
export function startWorkers(deps: Workers, queue: Queue): () => Promise<void> {
  const { concurrency } = deps
  const systems = [...deps.systems.values()]
  // A claim that lapses is taken up as one whose outcome is unknown: by then a case must have come to light.
  const filingMs = Math.max(leaseMs, ...systems.map((s) => s.settlesWithinMs + providerMs))
  const file = (id: string): Promise<JobVerdict> =>
    carryOut(deps, id, (claimed) => fileRequest(deps, claimed), filingMs)
  const all = new Map<EffectKind, (id: string) => Promise<JobVerdict>>([
    ['file', file],
    ['amend', file],
  ])
  const intake: Intake = { ...deps, atOnce: new Map([...all].filter(([kind]) => deps.inLedger.has(kind))) }
  queue.work('intake', concurrency, (id) => takeTurns(intake, id))
  queue.work('media', Math.min(4, concurrency), (id) => fetchMedia(deps, id))
  queue.work('file', concurrency, file)
  queue.work('reply', concurrency, (id) =>
    carryOut(deps, id, (claimed) =>
      claimed.effect.kind === 'prove'
        ? sendProof(deps, claimed)
        : claimed.effect.kind === 'ask'
          ? sendAsk(deps, claimed)
          : sendReply(deps, claimed),
    ),
  )
  const stops = [
    sweepEvery({ ...intake, everyMs: deps.sweepEveryMs, olderThanMs: deps.forgottenAfterMs }),
    ...deps.boards.map((board) => keepTrue(deps, board)),
    ...systems.map((system) => watchCases(intake, system)),
    watchDrift(deps),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
