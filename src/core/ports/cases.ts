/**
 * Where requests become cases.
 * @module
 */
import type { Contact, ServiceRequest } from '../request.ts'

/** What a case system gets to file. */
export interface Filing {
  readonly request: ServiceRequest
  /** Public URLs of photos without metadata. */
  readonly mediaUrls: readonly string[]
  /** Null unless the service says that somebody calls back. */
  readonly contact: Contact | null
}
/** `number` is what a resident may quote; null while the system still thinks (token). */
export interface CaseRef {
  readonly system: string
  readonly id: string
  readonly number: string | null
}
export interface CaseStatus {
  /** As the system calls it now: a token may have become a case. */
  readonly ref: CaseRef
  readonly status: 'open' | 'closed'
  /** The City's own words, or null. */
  readonly notes: string | null
  /** Unix milliseconds. */
  readonly changedAt: number
}
/**
 * Where requests become cases. Every call may be repeated. `file` is idempotent on the request within one process;
 * whoever does not know what became of another's try looks first (`find`).
 */
export interface CaseSystem {
  readonly name: string
  readonly can: { readonly find: boolean; readonly amend: boolean }
  /** So long after a try whose outcome is unknown, a case that `find` does not show was not made. Milliseconds. */
  readonly settlesWithinMs: number
  /** How often it is asked for news of how many cases at most: its rate limit decides. */
  readonly news: { readonly everyMs: number; readonly atOnce: number }
  /** Throws AppError; `unknown-outcome` or `provider-slow` mean: `find` before the next try. */
  file(filing: Filing): Promise<CaseRef>
  /** The case of a request, whoever made it. A system with `can.find` false answers null and is never filed to twice. */
  find(request: ServiceRequest): Promise<CaseRef | null>
  /** News, by the id asked for. Absent: the system knows no such case. */
  read(refs: readonly CaseRef[]): Promise<ReadonlyMap<string, CaseStatus>>
  /** `not-offered`: this system can't; an agent does it by hand. */
  amend(
    ref: CaseRef,
    filing: Filing,
    change: 'corrected' | 'withdrawn' | 'added',
  ): Promise<'done' | 'not-offered'>
}
