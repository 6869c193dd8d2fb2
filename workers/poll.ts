/**
 * News of cases, by asking. Each tick looks at the cases that were looked at longest ago, as many as the case system
 * allows; what has changed becomes a turn of its conversation, and the resident hears of it.
 * @module
 */
import { asAppError } from '../src/core/errors.ts'
import type { CaseRef, CaseStatus, CaseSystem, WatchedCase } from '../src/core/ports.ts'
import { every } from './every.ts'
import type { Intake } from './intake.ts'
import { takeTurn } from './intake.ts'

/** How often a resident hears of new words on one case at most. Its end is told at once. */
const notesEveryMs = 3_600_000

export const watchCases = (deps: Intake, system: CaseSystem): (() => Promise<void>) =>
  every(
    system.news.everyMs,
    (signal) => lookOnce(deps, system, signal),
    (error) => deps.log('warn', 'cases.unread', { system: system.name, code: error.code }),
  )

/** One look. Returns how many cases were looked at. Throws AppError where the system does not answer. */
export async function lookOnce(deps: Intake, system: CaseSystem, signal?: AbortSignal): Promise<number> {
  const { everyMs, atOnce } = system.news
  const watched = await deps.store.watched(system.name, deps.clock.now() - everyMs, atOnce)
  if (watched.length === 0) return 0
  const news = await system.read(watched.map((w) => w.ref))
  for (const one of watched) {
    if (signal?.aborted === true) break
    // One that can't be written down must not keep the others from their news.
    await tell(deps, system, one, news.get(one.ref.id)).catch((thrown: unknown) =>
      deps.log('warn', 'cases.unread', { system: system.name, code: asAppError(thrown).code }),
    )
  }
  return watched.length
}

async function tell(
  deps: Intake,
  system: CaseSystem,
  { requestId, ref, known }: WatchedCase,
  found: CaseStatus | undefined,
): Promise<void> {
  if (found === undefined) return
  if (!same(ref, found.ref)) await deps.store.caseNamed(requestId, ref, found.ref)
  const notes = found.notes === null ? '' : storableText(found.notes).trim()
  const closed = known.open && found.status === 'closed'
  // Words that change all the time are told once in a while, the last ones.
  const quiet = known.notedAt !== null && deps.clock.now() - known.notedAt < notesEveryMs
  const noted = notes !== '' && notes !== known.notes && !quiet
  if (!closed && !noted) return
  const update = { ...found, notes: notes === '' ? null : notes, requestId }
  await takeTurn(deps, { kind: 'update', update })
  deps.log('info', 'case.updated', { requestId, system: system.name, what: closed ? 'closed' : 'noted' })
}

/** As the ledger keeps it: else the same words would be news at every look. */
const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const same = (a: CaseRef, b: CaseRef): boolean => a.id === b.id && a.number === b.number
