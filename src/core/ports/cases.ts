/**
 * Where requests become cases.
 * @module
 */
import type { RequestId, ServiceRequest } from '../request.ts'

/** What a case system gets to file. */
export interface Filing {
  readonly request: ServiceRequest
  /** Public URLs of photos without metadata. */
  readonly mediaUrls: readonly string[]
}
/** `number` is what a resident may quote; null while the system still thinks (token). */
export interface CaseRef {
  readonly system: string
  readonly id: string
  readonly number: string | null
}
export interface CaseStatus {
  readonly ref: CaseRef
  readonly status: 'open' | 'closed'
  readonly notes: string | null
  /** Unix milliseconds. */
  readonly changedAt: number
}
/** Where requests become cases. Every call may be repeated; `file` is idempotent on the request's id. */
export interface CaseSystem {
  readonly name: string
  readonly can: { readonly find: boolean; readonly amend: boolean }
  /** Throws AppError; `unknown-outcome` or `provider-slow` mean: `find` before the next try. */
  file(filing: Filing): Promise<CaseRef>
  /** By our request id. A system with `can.find` false answers null and is never filed to twice. */
  find(requestId: RequestId): Promise<CaseRef | null>
  read(ref: CaseRef): Promise<CaseStatus>
  /** `not-offered`: this system can't; an agent does it by hand. */
  amend(
    ref: CaseRef,
    filing: Filing,
    change: 'corrected' | 'withdrawn' | 'added',
  ): Promise<'done' | 'not-offered'>
}
