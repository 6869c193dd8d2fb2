/**
 * Cards of reviews outside, kept true. The ledger says which are not; whoever claims one shows the review as it is
 * by then, so it does not matter how many changes were missed, or while who was away.
 * @module
 */
import type { AppError } from '../src/core/errors.ts'
import { asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Board, Clock, Store } from '../src/core/ports.ts'
import type { ReviewId } from '../src/core/request.ts'
import { every } from './every.ts'
import { isUncertain } from './retry.ts'

export interface Boards {
  readonly store: Pick<Store, 'cardsDue' | 'claimCard' | 'cardShown' | 'cardFailed'>
  readonly clock: Clock
  readonly log: Log
  /** 0…1, for jitter. */
  readonly random: () => number
}

/** Agents wait for cards. */
const everyMs = 1_000
const atOnce = 50
const leaseMs = 30_000
/** A card is tried for as long as it is wrong: the first pause, doubling to the longest. */
const pause = { firstMs: 2_000, longestMs: 60_000, jitter: 0.2 } as const

export const keepTrue = (deps: Boards, board: Board): (() => Promise<void>) =>
  every(
    everyMs,
    (signal) => showDue(deps, board, signal),
    (error) => deps.log('warn', 'card.failed', { reviewId: null, board: board.name, code: error.code }),
  )

/** Shows every card that is due, one after the other, the urgent ones first. Ends early where the board asks for rest. */
export async function showDue(deps: Boards, board: Board, signal?: AbortSignal): Promise<number> {
  let shown = 0
  for (const id of await deps.store.cardsDue(board.name, deps.clock.now(), atOnce)) {
    if (signal?.aborted === true) break
    const error = await showOne(deps, board, id)
    if (error === null) shown += 1
    // It does not answer or wants rest: the others would fare no better.
    else if (error.retry === 'later' && error.code !== 'unknown-outcome') break
  }
  return shown
}

async function showOne(deps: Boards, board: Board, id: ReviewId): Promise<AppError | null> {
  const claimed = await deps.store.claimCard(id, board.name, leaseMs)
  if (claimed === null) return null
  try {
    const card = await board.show(claimed.review, claimed.card, claimed.maybePostedSince)
    await deps.store.cardShown(claimed, board.name, card)
    deps.log('info', 'card.shown', { reviewId: id, board: board.name })
    return null
  } catch (thrown) {
    const error = asAppError(thrown)
    const gone = error.code === 'not-found' && claimed.card !== null
    await deps.store.cardFailed(claimed, board.name, {
      code: error.code,
      retryAt: deps.clock.now() + (gone ? 0 : pauseOf(error, claimed.attempts, deps.random())),
      uncertain: isUncertain(error),
      card: gone ? null : claimed.card,
    })
    deps.log('warn', 'card.failed', { reviewId: id, board: board.name, code: error.code })
    return error
  }
}

function pauseOf(error: AppError, attempts: number, random: number): number {
  // So many cards at once is no trouble of this one's.
  if (error.code === 'rate-limited' && error.afterMs !== null) return error.afterMs
  const base = Math.min(pause.longestMs, pause.firstMs * 2 ** Math.min(attempts - 1, 10))
  return Math.round(Math.max(error.afterMs ?? 0, base * (1 + pause.jitter * random)))
}
