/**
 * The desk: one door to reviews for every surface. A decision is a turn of the resident's conversation, taken with
 * its row locked, so the first one wins wherever it was made, and the resident hears of it once.
 * @module
 */
import { objectionTo } from '../core/dialog.ts'
import type { Log } from '../core/events.ts'
import type { Policy } from '../core/policy.ts'
import type {
  Clock,
  Desk,
  DeskAnswer,
  DeskCommand,
  DeskRefusal,
  PlaceSuggestion,
  ReviewRow,
  Store,
  TurnInput,
  TurnSubject,
} from '../core/ports.ts'
import { Decision } from '../core/turn.ts'
import type { Place } from '../core/understanding.ts'
import { searchServices } from './search.ts'

export interface DeskParts {
  readonly store: Store
  /** Takes a turn and sends its effects on their way; `seen` hears what it was decided on. */
  readonly take: (subject: TurnSubject, seen: (input: TurnInput, now: number) => void) => Promise<unknown>
  readonly policy: Policy
  readonly places: (query: string) => readonly PlaceSuggestion[]
  readonly placeAt: (lat: number, lon: number) => Place | null
  readonly clock: Clock
  readonly log: Log
}

/** How long an agent has a review without touching it. Milliseconds. */
export const claimMs = 3 * 60_000

export function makeDesk(parts: DeskParts): Desk {
  const { store, clock, policy } = parts
  const services = [...policy.services.values()]
  /** A lease that is over holds nobody off. */
  const asOfNow = (review: ReviewRow): ReviewRow =>
    review.claim === null || review.claim.until > clock.now() ? review : { ...review, claim: null }
  const find = async (idOrReference: string): Promise<ReviewRow | null> => {
    const found = await store.review(idOrReference)
    return found === null ? null : asOfNow(found)
  }
  const refused = (why: DeskRefusal, review: ReviewRow | null): DeskAnswer => ({
    outcome: 'refused',
    why,
    review,
  })

  return {
    async reviews(limit) {
      return (await store.reviews(limit)).map(asOfNow)
    },
    review: find,
    thread: (review) => store.thread(review.request.id),
    history: (review) => store.history(review.request.id),
    files: (review) => store.filesOf(review.request.id),
    async opened(review, mediaId, agent, surface) {
      await store.fileOpened(review.request.id, mediaId, agent, surface)
      parts.log('info', 'file.opened', { reviewId: review.id, mediaId, surface })
    },
    async claim(id, agent, takeOver) {
      const taken = await store.claimReview(id, agent, clock.now() + claimMs, takeOver)
      const review = await find(id)
      if (review === null) return refused('unknown', null)
      return taken
        ? { outcome: 'done', review }
        : refused(review.closed === null ? 'held' : 'decided', review)
    },
    release: (id, agent) => store.releaseReview(id, agent),
    async decide(command) {
      const before = await find(command.reviewId)
      if (before === null) return refused('unknown', null)
      const why = await decideOnce(parts, before, command)
      const review = (await find(command.reviewId)) ?? before
      const { reviewId, action, surface } = command
      if (why === null) parts.log('info', 'review.decided', { reviewId, action, surface })
      else parts.log('info', 'review.kept', { reviewId, why, surface })
      return why === null ? { outcome: 'done', review } : refused(why, review)
    },
    services: (query, review) => searchServices(services, query, review),
    places: parts.places,
    placeAt: parts.placeAt,
    // A lease that ends changes what is seen as well; the store counts it.
    mark: () => store.reviewsMark(),
  }
}

/** Null: it was taken, now or before under the same key. */
async function decideOnce(
  { take, policy }: DeskParts,
  { request }: ReviewRow,
  command: DeskCommand,
): Promise<DeskRefusal | null> {
  const { key, surface, ...rest } = command
  const parsed = Decision.safeParse({ ...rest, requestId: request.id })
  if (!parsed.success) return 'impossible'
  const decision = parsed.data
  let why: DeskRefusal | null = 'unknown'
  await take({ kind: 'decision', decision, key: key.slice(0, longestKey), surface }, (input, now) => {
    if (input.request === null) return
    const facts = { decision, request: input.request, review: input.review, now }
    // The same key for something else is a mistake of the surface, and nothing is done.
    why =
      input.repeated === 'same'
        ? null
        : input.repeated === 'other'
          ? 'impossible'
          : objectionTo(facts, policy)
  })
  return why
}

const longestKey = 200
