/**
 * Carrying out effects: claim, act, write down what came of it. The ledger decides when and whether; a job
 * that comes twice finds nothing to claim.
 * @module
 */
import { asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { ClaimedEffect, EffectOutcome, JobVerdict, Queue, QueueName, Store } from '../src/core/ports.ts'
import { EffectId } from '../src/core/request.ts'
import type { EffectKind } from '../src/core/turn.ts'
import { isUncertain, verdictOf } from './retry.ts'

export interface Effects {
  readonly store: Store
  readonly queue: Queue
  readonly log: Log
  /** 0…1, for jitter. */
  readonly random: () => number
  readonly now: () => number
}

/** How long one try may take before another worker may have the effect. Longer than any vendor timeout. */
export const leaseMs = 30_000
/** Pause before asking again whether what comes first is done. */
const inOrderMs = 250

const queueOf: Readonly<Record<EffectKind, QueueName>> = {
  reply: 'reply',
  file: 'file',
  amend: 'file',
  prove: 'reply',
  ask: 'reply',
}

/** Puts effects into the queues of their kinds. */
export async function addEffects(
  queue: Queue,
  effects: readonly { readonly id: EffectId; readonly kind: EffectKind }[],
): Promise<void> {
  const byQueue = Map.groupBy(effects, (e) => queueOf[e.kind])
  await Promise.all(
    [...byQueue].map(([name, list]) =>
      queue.add(
        name,
        list.map((e) => e.id),
      ),
    ),
  )
}

/** One job: `act` carries out the claimed effect and says what came of it; what it throws is judged by the error table. */
export async function carryOut(
  deps: Effects,
  id: string,
  act: (claimed: ClaimedEffect) => Promise<EffectOutcome>,
  withinMs = leaseMs,
): Promise<JobVerdict> {
  const effectId = EffectId.safeParse(id)
  if (!effectId.success) return { verdict: 'done' }
  const claimed = await deps.store.claim(effectId.data, withinMs)
  if (claimed === null) return { verdict: 'done' }
  if (claimed === 'later') return { verdict: 'later', afterMs: inOrderMs }
  try {
    const outcome = await act(claimed)
    await deps.store.finish(effectId.data, outcome)
    return { verdict: 'done' }
  } catch (thrown) {
    const error = asAppError(thrown)
    // The ledger itself is away: the claim lapses and the sweeper brings the effect back.
    if (error.code === 'storage-away') throw error
    const verdict = verdictOf(error, claimed.attempts, deps.random())
    deps.log(verdict.again ? 'warn' : 'error', 'effect.failed', {
      effectId: effectId.data,
      kind: claimed.effect.kind,
      code: error.code,
      providerCode: error.providerCode,
      attempts: claimed.attempts,
      dead: !verdict.again,
    })
    await deps.store.fail(
      effectId.data,
      error.code,
      error.providerCode,
      verdict.again ? deps.now() + verdict.afterMs : null,
      isUncertain(error),
    )
    return verdict.again ? { verdict: 'later', afterMs: verdict.afterMs } : { verdict: 'done' }
  }
}
