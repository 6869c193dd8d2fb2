import type { Policy } from '../src/core/policy.ts'
import type { Queue, QueueName } from '../src/core/ports.ts'
import { every } from './every.ts'
import type { Intake } from './intake.ts'
import { takeTurn } from './intake.ts'

export interface Sweep extends Intake {
  /** How long something must lie untouched before it counts as forgotten. */
  readonly olderThanMs: number
}

const atOnce = 2_000
/** So many jobs are a backlog: what lies untouched then is waiting for its turn, not forgotten. */
const backlog = 100
/** How much longer something may lie while there is one. */
const patience = 6

/** One sweep: whatever is in the ledger, due and untouched, goes into the queue again; silent drafts go to agents. */
export async function sweepOnce(deps: Sweep): Promise<{ readonly added: number; readonly idle: number }> {
  const now = deps.clock.now()
  const due = await deps.store.due(now, deps.olderThanMs * (await patienceOf(deps.queue)), atOnce)
  const byQueue = Map.groupBy(due, (d): QueueName => d.queue)
  for (const [name, rows] of byQueue)
    await deps.queue.add(
      name,
      rows.map((r) => r.id),
    )
  const idle = await handOverIdle(deps, deps.policy)
  if (due.length > 0 || idle > 0) deps.log('info', 'sweep.done', { added: due.length, idle })
  return { added: due.length, idle }
}

/** A queue that was wiped is empty, and one that does not answer counts as such: then nobody is patient. */
async function patienceOf(queue: Queue): Promise<number> {
  const depths = await queue.depths().catch(() => null)
  return Object.values(depths ?? {}).some((jobs) => jobs >= backlog) ? patience : 1
}

async function handOverIdle(deps: Sweep, policy: Policy): Promise<number> {
  const conversations = await deps.store.idle(deps.clock.now() - policy.draftIdleMs, 100)
  for (const conversationId of conversations) await takeTurn(deps, { kind: 'idle', conversationId })
  return conversations.length
}

/** Sweeps every `everyMs` until the returned function is called; that resolves when no sweep runs any more. */
export const sweepEvery = (deps: { readonly everyMs: number } & Sweep): (() => Promise<void>) =>
  every(
    deps.everyMs,
    () => sweepOnce(deps),
    (error) => deps.log('warn', 'queue.failed', { queue: 'all', reason: error.code }),
  )
