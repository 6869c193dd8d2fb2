/**
 * The local case system: cases in our own PostgreSQL, for a city that has no other yet, for trying everything
 * out, and for the time that a case system is being moved. Its number is our own reference.
 * @module
 */
import { AppError } from '../../../src/core/errors.ts'
import type { CaseRef, CaseStatus, CaseSystem, Filing } from '../../../src/core/ports.ts'
import type { RequestId } from '../../../src/core/request.ts'

/** The rows behind it. Every call may be repeated; throws AppError `storage-away`. */
export interface LocalCases {
  /** The same request always gets the same case; its number is the `reference` in the snapshot. */
  open(requestId: RequestId, snapshot: unknown): Promise<LocalCase>
  find(requestId: RequestId): Promise<LocalCase | null>
  /** Those that are there, in any order. */
  read(ids: readonly string[]): Promise<readonly LocalCaseNews[]>
  /** False where there is no such case. */
  amend(id: string, snapshot: unknown, change: string): Promise<boolean>
}
export interface LocalCase {
  readonly id: string
  readonly number: string
}
export type LocalCaseNews = LocalCase & Pick<CaseStatus, 'status' | 'notes' | 'changedAt'>

const system = 'local'

export function localCaseSystem(cases: LocalCases): CaseSystem {
  const refOf = ({ id, number }: LocalCase): CaseRef => ({ system, id, number })
  const statusOf = ({ status, notes, changedAt, ...found }: LocalCaseNews): CaseStatus => ({
    ref: refOf(found),
    status,
    notes,
    changedAt,
  })
  return {
    name: system,
    can: { find: true, amend: true },
    // One statement: it is there or it is not.
    settlesWithinMs: 0,
    news: { everyMs: 5_000, atOnce: 100 },
    async file(filing) {
      return refOf(await cases.open(filing.request.id, snapshotOf(filing)))
    },
    async find(request) {
      const found = await cases.find(request.id)
      return found === null ? null : refOf(found)
    },
    async read(refs) {
      const found = await cases.read(refs.map(({ id }) => id))
      return new Map(found.map((one) => [one.id, statusOf(one)]))
    },
    async amend(ref, filing, change) {
      if (!(await cases.amend(ref.id, snapshotOf(filing), change)))
        throw new AppError('not-found', `no local case ${ref.id}`)
      return 'done'
    },
  }
}

/** What the case says of its request: what a crew needs, and who wrote it only where somebody calls back. */
function snapshotOf({ request, mediaUrls, contact }: Filing): Readonly<Record<string, unknown>> {
  const { reference, service_code, description, place, attributes, safety } = request
  const what = { reference, service_code, description, place, attributes, safety, media_urls: mediaUrls }
  return contact === null ? what : { ...what, contact }
}
