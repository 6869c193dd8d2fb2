/**
 * News of cases, by asking. Each tick looks at the cases that were looked at longest ago, as many as the case system
 * allows; what has changed becomes a turn of its conversation, and the resident hears of it.
 * @module
 */
import type { CaseRef, CaseSystem } from '../src/core/ports.ts'
import { every } from './every.ts'
import type { Intake } from './intake.ts'
import { takeTurn } from './intake.ts'

export const watchCases = (deps: Intake, system: CaseSystem): (() => Promise<void>) =>
  every(
    system.news.everyMs,
    () => lookOnce(deps, system),
    (error) => deps.log('warn', 'cases.unread', { system: system.name, code: error.code }),
  )

/** One look. Returns how many cases were looked at. Throws AppError where the system does not answer. */
export async function lookOnce(deps: Intake, system: CaseSystem): Promise<number> {
  const { everyMs, atOnce } = system.news
  const watched = await deps.store.watched(system.name, deps.clock.now() - everyMs, atOnce)
  if (watched.length === 0) return 0
  const news = await system.read(watched.map((w) => w.ref))
  for (const { requestId, ref, known } of watched) {
    const found = news.get(ref.id)
    if (found === undefined) continue
    if (!same(ref, found.ref)) await deps.store.caseNamed(requestId, ref, found.ref)
    const closed = known.open && found.status === 'closed'
    const noted = found.notes !== null && found.notes.trim() !== '' && found.notes.trim() !== known.notes
    if (!closed && !noted) continue
    await takeTurn(deps, { kind: 'update', update: { ...found, requestId } })
    deps.log('info', 'case.updated', { requestId, system: system.name, what: closed ? 'closed' : 'noted' })
  }
  return watched.length
}

const same = (a: CaseRef, b: CaseRef): boolean => a.id === b.id && a.number === b.number
