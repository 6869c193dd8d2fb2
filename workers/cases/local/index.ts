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
  read(id: string): Promise<(LocalCase & Pick<CaseStatus, 'status' | 'notes' | 'changedAt'>) | null>
  /** False where there is no such case. */
  amend(id: string, snapshot: unknown, change: string): Promise<boolean>
}
export interface LocalCase {
  readonly id: string
  readonly number: string
}

const system = 'local'

export function localCaseSystem(cases: LocalCases): CaseSystem {
  const refOf = ({ id, number }: LocalCase): CaseRef => ({ system, id, number })
  return {
    name: system,
    can: { find: true, amend: true },
    async file(filing) {
      return refOf(await cases.open(filing.request.id, snapshotOf(filing)))
    },
    async find(requestId) {
      const found = await cases.find(requestId)
      return found === null ? null : refOf(found)
    },
    async read(ref): Promise<CaseStatus> {
      const found = await cases.read(ref.id)
      if (found === null) throw new AppError('not-found', `no local case ${ref.id}`)
      return { ref: refOf(found), status: found.status, notes: found.notes, changedAt: found.changedAt }
    },
    async amend(ref, filing, change) {
      if (!(await cases.amend(ref.id, snapshotOf(filing), change)))
        throw new AppError('not-found', `no local case ${ref.id}`)
      return 'done'
    },
  }
}

/** What the case says of its request: what a crew needs, nothing of who wrote it. */
function snapshotOf({ request, mediaUrls }: Filing): Readonly<Record<string, unknown>> {
  const { reference, service_code, description, place, attributes, safety } = request
  return { reference, service_code, description, place, attributes, safety, media_urls: mediaUrls }
}
