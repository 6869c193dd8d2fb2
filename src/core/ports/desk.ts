/**
 * The desk: where reviews are claimed and decided, whichever surface shows them.
 * @module
 */
import type { Service } from '../catalogue.ts'
import type { MediaId, ReviewId } from '../request.ts'
import type { Decision } from '../turn.ts'
import type { Place } from '../understanding.ts'
import type { ReviewFile, ReviewRow, ThreadLine } from './reviews.ts'
import type { HistoryLine } from './store.ts'

/** What an agent wants done. The same `key` twice is one decision and gets one answer. */
export interface DeskCommand extends Omit<Decision, 'requestId'> {
  /** Idempotency key, at most 200 characters; a surface puts its own name before it. */
  readonly key: string
  /** Where it was decided: `console`, `api`, `slack`, `shell`. */
  readonly surface: string
}
/**
 * Why a decision was not taken. `decided`: someone was faster. `held`: someone else works on it. `changed`: the
 * resident or an agent changed it since it was shown. `impossible`: accepted without a service, refused without a
 * reason, a service that is none.
 */
export type DeskRefusal = 'unknown' | 'decided' | 'held' | 'changed' | 'impossible'
export type DeskAnswer =
  | { readonly outcome: 'done'; readonly review: ReviewRow }
  | { readonly outcome: 'refused'; readonly why: DeskRefusal; readonly review: ReviewRow | null }
export interface PlaceSuggestion {
  readonly place: Place
  readonly confidence: number
}

/** One desk for every surface. Throws AppError `storage-away`. Claims and closings are as of now. */
export interface Desk {
  /** Open reviews: danger first, then what is pinned, those that wait for the resident last, then the oldest. */
  reviews(limit: number): Promise<readonly ReviewRow[]>
  /** Open or closed, by review id, request id or reference; the newest where there are several. */
  review(idOrReference: string): Promise<ReviewRow | null>
  /** What was said, oldest first. */
  thread(review: ReviewRow): Promise<readonly ThreadLine[]>
  history(review: ReviewRow): Promise<readonly HistoryLine[]>
  /** All that came with its messages, oldest first. */
  files(review: ReviewRow): Promise<readonly ReviewFile[]>
  /** Writes down who opens a file, before they get it. */
  opened(review: ReviewRow, id: MediaId, agent: string, surface: string): Promise<void>
  /** Takes a review for a few minutes, again to keep it. `takeOver`: even from someone else. */
  claim(id: ReviewId, agent: string, takeOver: boolean): Promise<DeskAnswer>
  release(id: ReviewId, agent: string): Promise<void>
  /** Decides once, whoever is first; the resident hears of it. */
  decide(command: DeskCommand): Promise<DeskAnswer>
  /** The catalogue by name, keyword or code; best first. An empty query: the review's suggestions, then by name. */
  services(query: string, review: ReviewRow | null): readonly Service[]
  /** Places of the city by what is typed; best first. */
  places(query: string): readonly PlaceSuggestion[]
  /** What is at a point of the map (WGS 84); null outside the city. */
  placeAt(lat: number, lon: number): Place | null
  /** Another string whenever something an agent could see has changed. Cheap: surfaces ask every second. */
  mark(): Promise<string>
}

/**
 * A surface whose cards live outside (Slack). The worker keeps every card true: it calls `show` whenever a review
 * has changed since, until it succeeds. May be called again with the same review.
 */
export interface Board {
  readonly name: string
  /**
   * Posts or updates the card of a review and answers what it is called there. `card` null: none is known yet;
   * `maybePostedSince` then says since when one may be there all the same (Unix milliseconds). Throws AppError;
   * `not-found`: the card is gone.
   */
  show(review: ReviewRow, card: string | null, maybePostedSince: number | null): Promise<string>
}
