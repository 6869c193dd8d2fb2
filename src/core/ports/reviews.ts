/**
 * The desk's part of the ledger: reviews, cards, watched cases, sign-ins.
 * @module
 */
import type { ErrorCode } from '../errors.ts'
import type {
  ChannelName,
  Contact,
  MediaId,
  MessageId,
  RequestId,
  ReviewId,
  ReviewReason,
  ServiceRequest,
} from '../request.ts'
import type { Decision, MediaKind } from '../turn.ts'
import type { CaseRef, CaseStatus } from './cases.ts'

/** An agent's lease on a review. `until`: Unix milliseconds. */
export interface Claim {
  readonly agent: string
  readonly until: number
}
/** An open review as the turn that locked its conversation sees it. */
export interface OpenReview {
  readonly id: ReviewId
  readonly reason: ReviewReason
  readonly claim: Claim | null
}
/** What the resident left in a form's or an app's fields to be reached at. */
export interface StatedContact extends Contact {
  /**
   * Whether its owner said that the report is theirs, by answering on the channel where they were asked: then news goes
   * there, and before nothing does. `unasked`: it can't be, or may not be asked.
   */
  readonly owner: 'unasked' | 'asked' | 'proven'
  readonly askedOn: 'sms' | 'email' | null
}
/** A review as an agent sees it. Times are Unix milliseconds. */
export interface ReviewRow {
  readonly id: ReviewId
  readonly reason: ReviewReason
  readonly pinned: boolean
  readonly openedAt: number
  /** Grows with everything an agent could see of it. */
  readonly version: number
  /** Who works on it, while the lease lasts. */
  readonly claim: Claim | null
  /** When an agent asked the resident, who has not answered since; null otherwise. */
  readonly askedAt: number | null
  /** `surface`: where an agent decided it; null where none did. */
  readonly closed: {
    readonly at: number
    readonly outcome: string
    readonly by: string
    readonly surface: string | null
  } | null
  readonly request: ServiceRequest
  /** The resident's address on the channel. Mask it wherever it leaves the City's own pages. */
  readonly resident: string
  /** Null where they left nothing, and on channels that are written to. Mask it as `resident`. */
  readonly contact: StatedContact | null
  /** The resident stopped our messages: whatever is decided, nothing is sent. */
  readonly optedOut: boolean
  /** Files that can be shown, oldest first. */
  readonly photoIds: readonly MediaId[]
  /** Recorded messages, oldest first. */
  readonly recordingIds: readonly MediaId[]
  readonly caseRef: CaseRef | null
}
/** A file that came with the messages of a request, as agents see it. */
export interface ReviewFile {
  readonly id: MediaId
  /** `mail`: a whole mail as it came. */
  readonly role: 'file' | 'mail'
  readonly state: 'waiting' | 'kept' | 'failed'
  /** Null until somebody looked at its bytes. */
  readonly kind: MediaKind | null
  /** The true MIME type; null where it is not known. */
  readonly type: string | null
  readonly bytes: number | null
  /** Why it could not be had. */
  readonly error: ErrorCode | null
  /** A copy without metadata exists. */
  readonly shown: boolean
  /** It is of somebody else's post, that the resident pointed at. */
  readonly borrowed: boolean
}
/** One message or reply about a request. */
export interface ThreadLine {
  /** Unix milliseconds. */
  readonly at: number
  readonly who: 'resident' | 'bot'
  readonly text: string
  /** Null for replies. */
  readonly messageId: MessageId | null
}
/** A decision as a labelled example: what was suggested, and what an agent made of it. */
export interface DecidedExample {
  readonly requestId: RequestId
  /** Unix milliseconds. */
  readonly at: number
  readonly agent: string
  readonly surface: string
  readonly action: Decision['action']
  readonly channel: ChannelName
  readonly language: string
  /** The resident's words, redacted. */
  readonly text: string
  readonly suggested: {
    readonly code: string | null
    readonly confidence: number | null
    readonly place: unknown
  }
  readonly decided: { readonly code: string | null; readonly place: unknown }
}
/** A card of a board that is not true, claimed by this process. */
export interface StaleCard {
  readonly review: ReviewRow
  readonly card: string | null
  /** Which of its changes this one is. */
  readonly wanted: number
  /** Start of this claim, Unix milliseconds: a claim that lapsed has nothing to say any more. */
  readonly claimedAt: number
  readonly attempts: number
  /** Since when a first post may be there although we know of none; null where it can't. Unix milliseconds. */
  readonly maybePostedSince: number | null
}

export interface ReviewStore {
  /** Open ones: danger first, then what is pinned, those that wait for the resident last, then the oldest. */
  reviews(limit: number): Promise<readonly ReviewRow[]>
  /** Open or closed, by review id, request id or reference; an open one first, then the newest. */
  review(idOrReference: string): Promise<ReviewRow | null>
  /** Another string whenever an open review came, changed or went. */
  reviewsMark(): Promise<string>
  thread(requestId: RequestId): Promise<readonly ThreadLine[]>
  /** Oldest first. */
  filesOf(requestId: RequestId): Promise<readonly ReviewFile[]>
  /** Writes into the history who opened a file. */
  fileOpened(requestId: RequestId, id: MediaId, agent: string, surface: string): Promise<void>
  /** False where it is closed or someone else's. `takeOver`: even someone else's. */
  claimReview(id: ReviewId, agent: string, until: number, takeOver: boolean): Promise<boolean>
  releaseReview(id: ReviewId, agent: string): Promise<void>
  /** Those whose words were kept, newest last. */
  examples(since: number, limit: number): Promise<readonly DecidedExample[]>

  /** Reviews whose card on this board is not true and is due; open ones that have none get one. */
  cardsDue(board: string, now: number, limit: number): Promise<readonly ReviewId[]>
  /** Null where another process has it or it is true. The claim lapses after `leaseMs`. */
  claimCard(id: ReviewId, board: string, leaseMs: number): Promise<StaleCard | null>
  /** What changed since the claim stays due. */
  cardShown(claimed: StaleCard, board: string, card: string): Promise<void>
  /** `card` null forgets what it was called; `uncertain`: it may have been posted. */
  cardFailed(
    claimed: StaleCard,
    board: string,
    failure: {
      readonly code: ErrorCode
      readonly retryAt: number
      readonly uncertain: boolean
      readonly card: string | null
    },
  ): Promise<void>
}

/** A case that may have news. */
export interface WatchedCase {
  readonly requestId: RequestId
  readonly ref: CaseRef
  /** What the resident knows already. */
  readonly known: {
    readonly open: boolean
    readonly notes: string | null
    /** When they were told of words last, Unix milliseconds; null: never. */
    readonly notedAt: number | null
  }
}
/** News that a case system has on a request. */
export interface CaseUpdate extends CaseStatus {
  readonly requestId: RequestId
}
export interface CaseStore {
  /**
   * Open cases of a system not looked at since `before`, longest ago first; looking marks them. None where another
   * process has looked since `before`.
   */
  watched(system: string, before: number, limit: number): Promise<readonly WatchedCase[]>
  /** A case got its id or its number. */
  caseNamed(requestId: RequestId, was: CaseRef, is: CaseRef): Promise<void>
}

/** An agent who is signed in. */
export interface AgentSession {
  readonly agent: string
  /** Sent along with everything that changes something. */
  readonly csrf: string
}
export interface SessionStore {
  /** A sign-in link by the SHA-256 of its secret, good once until `expiresAt`. */
  addSignIn(hash: string, expiresAt: number): Promise<void>
  /** False where it is unknown, used or too old. Makes the session in the same statement. */
  signIn(
    hash: string,
    session: AgentSession & { readonly hash: string; readonly expiresAt: number },
  ): Promise<boolean>
  session(hash: string): Promise<AgentSession | null>
  renameAgent(hash: string, agent: string): Promise<void>
  endSession(hash: string): Promise<void>
  /** A random secret that all processes share, made at the first call. */
  secret(name: string): Promise<string>
}
