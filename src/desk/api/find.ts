/**
 * Reviews by what an address calls them.
 * @module
 */
import type { Desk, ReviewRow } from '../../core/ports.ts'

/** Ids and references, and nothing that a ledger could stumble over. */
const name = /^[\w-]{1,80}$/

/** Null where there is none, or where no review is ever called like this: the ledger is not asked then. */
export const reviewCalled = async (
  desk: Pick<Desk, 'review'>,
  called: string | undefined,
): Promise<ReviewRow | null> => (called !== undefined && name.test(called) ? desk.review(called) : null)
