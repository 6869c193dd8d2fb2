/**
 * The ledger.
 * @module
 */
import type { ErrorCode } from '../errors.ts'
import type { RequestFacts } from '../reply.ts'
import type {
  ChannelName,
  Contact,
  ConversationId,
  DeliveryReport,
  EffectId,
  InboundMessage,
  MediaId,
  MessageId,
  RequestId,
  ServiceRequest,
} from '../request.ts'
import type {
  Agreed,
  ConversationState,
  Decision,
  Effect,
  EffectKind,
  MediaView,
  OtherAddress,
  Proof,
  RequestView,
  Turn,
} from '../turn.ts'
import type { Language } from '../understanding.ts'
import type { Company } from '../updates.ts'
import type { CaseRef } from './cases.ts'
import type { Inbox, KeptMessage, OutboundReply, Receipt, Said, Tally, Withdrawn } from './channel.ts'
import type { LearningStore } from './learning.ts'
import type { KeptMedia } from './media.ts'
import type { QueueName } from './queue.ts'
import type { CaseStore, CaseUpdate, OpenReview, ReviewStore, SessionStore } from './reviews.ts'

export interface Accepted {
  readonly id: MessageId
  /** False for a redelivery. */
  readonly fresh: boolean
}
/** The subject of a turn. */
export type TurnSubject =
  | { readonly kind: 'message'; readonly messageId: MessageId }
  | { readonly kind: 'decision'; readonly decision: Decision; readonly key: string; readonly surface: string }
  | { readonly kind: 'update'; readonly update: CaseUpdate }
  | { readonly kind: 'idle'; readonly conversationId: ConversationId }
  /** The resident has gone: as idle, at once. */
  | {
      readonly kind: 'left'
      readonly channel: ChannelName
      readonly resident: string
      readonly ours: string
    }
export interface TurnInput {
  readonly conversationId: ConversationId
  readonly channel: ChannelName
  readonly state: ConversationState
  /** The oldest message of the conversation that has had no turn; null for decisions and idle. */
  readonly message: InboundMessage | null
  readonly receivedAt: number
  readonly media: readonly MediaView[]
  readonly requests: readonly RequestView[]
  /** The request that a decision or an update is about. */
  readonly request: RequestView | null
  /** The review that a decision is about, while it is open. */
  readonly review: OpenReview | null
  /** A decision with this key was taken before: this one, or another one. */
  readonly repeated: 'same' | 'other' | null
  readonly optedOut: boolean
  /** Of the resident's other conversations, which they linked; newest first, at most ten. */
  readonly linked: readonly RequestView[]
  /** Holds eight digits against the code that is out, or undoes a link; with the turn. Null: there is none. */
  prove(code: string | 'unlink'): Promise<Proof | null>
  /**
   * Holds six digits against those that the owner of this address was asked for; with the turn. Null: nobody asked here
   * in the last thirty days.
   */
  agree(code: string): Promise<Agreed | null>
  /** The valid code that this conversation asked the owner of an address for. Null: it did not. */
  asked(to: OtherAddress): Promise<{ readonly code: string; readonly proven: boolean } | null>
  /** Requests by reference or case number, whoever wrote them. Only lookups of this kind may be awaited in a turn. */
  find(numbers: readonly string[]): Promise<readonly RequestView[]>
  /** What went back and forth before the message at hand, since then (Unix milliseconds). */
  lately(since: number): Promise<Lately>
}
export interface Lately {
  /** Replies of ours that turns decided on. */
  readonly replies: number
  /** Messages with the very same text. */
  readonly sameText: number
}
/** `waiting`: files of the oldest message are still on their way. `nothing`: no message waits. */
export type TurnOutcome =
  | {
      readonly outcome: 'taken'
      readonly effects: readonly { readonly id: EffectId; readonly kind: EffectKind }[]
      readonly more: MessageId | null
    }
  | { readonly outcome: 'waiting' }
  | { readonly outcome: 'nothing' }

/** An effect claimed by this process, with all it needs. */
export interface ClaimedEffect {
  readonly effect: Effect
  readonly attempts: number
  /** True where an earlier try may have happened: look before repeating. */
  readonly uncertain: boolean
  /** When the first of the tries that may have happened began, Unix milliseconds; null where there is none. */
  readonly uncertainSince: number | null
  readonly conversation: {
    readonly id: ConversationId
    readonly channel: ChannelName
    readonly resident: string
    readonly ours: string
    readonly optedOut: boolean
  }
  readonly request: ServiceRequest | null
  readonly caseRef: CaseRef | null
  /** What the resident left in a form's fields with the request's messages; null where there is none. */
  readonly contact: Contact | null
  readonly answering: OutboundReply['answering']
  /** The message whose turn decided it came then, Unix milliseconds; null: no message asked for it. */
  readonly askedAt: number | null
  /** The message whose turn decided it; null where no message did (an agent, news of a case, silence). */
  readonly messageId: MessageId | null
  /** Facts of every request its reply names. */
  readonly facts: ReadonlyMap<RequestId, RequestFacts>
}
/** A reply that a turn decided on, whatever became of it. */
export interface DecidedReply extends Omit<Said, 'text'> {
  readonly id: EffectId
}
/** `enough`: this address, this sender or the day had as many questions as we allow. */
export type Suppressed = 'opted-out' | 'superseded' | 'unreachable' | 'enough'
export type EffectOutcome =
  | {
      readonly kind: 'replied'
      readonly text: string
      readonly receipt: Receipt
      /** Nobody had asked for it: it counts against the resident's day, and what was joined to it is said too. */
      readonly update?: { readonly unasked: boolean }
    }
  /** To be said then, Unix milliseconds. No try, and no failure. */
  | { readonly kind: 'put-off'; readonly until: number; readonly why: 'night' | 'joins' | 'enough' }
  | { readonly kind: 'suppressed'; readonly why: Suppressed }
  | { readonly kind: 'filed'; readonly ref: CaseRef }
  | { readonly kind: 'amended' }
  | { readonly kind: 'proof-sent' }
  | { readonly kind: 'asked' }
  /** The case system offers no changes: an agent makes this one by hand. */
  | { readonly kind: 'by-hand' }
export interface DeadEffect {
  readonly id: EffectId
  readonly kind: EffectKind
  readonly requestId: RequestId | null
  readonly code: ErrorCode
  readonly providerCode: string | null
  readonly attempts: number
  /** Unix milliseconds. */
  readonly diedAt: number
}
export interface MediaRow {
  readonly id: MediaId
  readonly messageId: MessageId
  readonly url: string
  readonly announcedType: string
  readonly attempts: number
}
/** GeoReport's filters. Dates are Unix milliseconds. */
export interface RequestFilter {
  readonly ids?: readonly string[]
  readonly codes?: readonly string[]
  readonly status?: readonly ('open' | 'closed')[]
  readonly from?: number
  readonly to?: number
  readonly updatedFrom?: number
  readonly updatedTo?: number
  readonly page: number
  readonly pageSize: number
}
/** A request as strangers may see it, with the ids of its public photos. */
export interface PublicRequest {
  readonly request: ServiceRequest
  readonly photoIds: readonly MediaId[]
}
export interface HistoryLine {
  /** Unix milliseconds. */
  readonly at: number
  readonly actor: string
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** The ledger. Whatever it acknowledged survives the loss of everything else. Throws AppError `storage-away`. */
export interface Store
  extends Pick<Inbox, 'hold' | 'keep'>,
    Tally,
    ReviewStore,
    CaseStore,
    SessionStore,
    LearningStore {
  /** One statement: durable before it returns; duplicates by (channel, providerId) vanish. */
  accept(messages: readonly InboundMessage[], receivedAt: number): Promise<readonly Accepted[]>
  /** Takes the next turn of a conversation in one transaction with its row locked, in order of receipt. */
  turn(subject: TurnSubject, decide: (input: TurnInput) => Promise<Turn>): Promise<TurnOutcome>

  mediaOf(messageId: MessageId): Promise<readonly MediaRow[]>
  media(id: MediaId): Promise<MediaRow | null>
  mediaKept(id: MediaId, kept: KeptMedia): Promise<void>
  /** `final`: it will never come; else it is tried again at `retryAt`. */
  mediaFailed(id: MediaId, code: ErrorCode, final: boolean, retryAt: number): Promise<void>
  /** The public photo's owner, or null where it is not public (private service, no public copy, unknown). */
  publicPhoto(id: MediaId): Promise<{ readonly requestId: RequestId } | null>

  /**
   * Null where it is done, not yet due, waits for its filing, or another process has it. `later`: an earlier
   * reply of its conversation is still under way. The claim lapses after `leaseMs`.
   */
  claim(id: EffectId, leaseMs: number): Promise<ClaimedEffect | 'later' | null>
  /** What a claimed reply that no message asked for is held against; days begin at `dayStart`. Null: unknown. */
  company(id: EffectId, dayStart: number): Promise<Company | null>
  /**
   * These go out with the claimed reply `into` from now on, and no other way; `joined` says which of them, and all
   * that were before. They are said when it is; where it never is, they stand alone again.
   */
  join(
    into: EffectId,
    ids: readonly EffectId[],
  ): Promise<{
    readonly joined: readonly EffectId[]
    readonly facts: ReadonlyMap<RequestId, RequestFacts>
  }>
  /**
   * A code for the claimed effect: where its half goes. Null: no conversation has this address, it has opted out, or
   * there were three codes today. Valid for ten minutes and five tries.
   */
  startProof(
    id: EffectId,
    to: OtherAddress,
    code: string,
  ): Promise<{
    readonly channel: ChannelName
    readonly resident: string
    readonly ours: string
    readonly language: Language
  } | null>
  /**
   * Whether the owner of a stated contact is asked now: not where they opted out, agreed already, or did not answer three
   * times in thirty days; not more than ten a day from one sender, and `perDay` from one channel. Counted once, however
   * often it is tried.
   */
  startAsk(id: EffectId, perDay: number): Promise<'ask' | Exclude<Suppressed, 'unreachable'>>
  /** What the turn of a message decided to say, in order; null while it has had no turn. */
  said(messageId: MessageId): Promise<readonly DecidedReply[] | null>
  finish(id: EffectId, outcome: EffectOutcome): Promise<void>
  /** `retryAt` null: dead. `uncertain`: it may have happened. */
  fail(
    id: EffectId,
    code: ErrorCode,
    providerCode: string | null,
    retryAt: number | null,
    uncertain: boolean,
  ): Promise<void>
  /** Messages of a channel that are not emptied yet, oldest first, after a place in that order (empty: the first). */
  kept(channel: ChannelName, after: string, most: number): Promise<readonly KeptMessage[]>
  /** Empties what is kept of messages. `deleted`: and what would still answer them is suppressed. Idempotent. */
  withdraw(ids: readonly MessageId[], why: Withdrawn): Promise<void>
  deliver(report: DeliveryReport): Promise<'applied' | 'older' | 'unknown'>
  consent(channel: ChannelName, resident: string, ours: string, wish: 'in' | 'out'): Promise<void>

  /** Everything that is due and was not touched for `olderThanMs`: what the sweeper adds again. */
  due(
    now: number,
    olderThanMs: number,
    limit: number,
  ): Promise<readonly { readonly queue: QueueName; readonly id: string }[]>
  /** Conversations with drafts nobody has touched since `before`. */
  idle(before: number, limit: number): Promise<readonly ConversationId[]>

  dead(limit: number): Promise<readonly DeadEffect[]>
  revive(ids: readonly EffectId[]): Promise<readonly { readonly id: EffectId; readonly kind: EffectKind }[]>
  history(requestId: RequestId): Promise<readonly HistoryLine[]>

  requests(filter: RequestFilter): Promise<readonly PublicRequest[]>
  request(idOrNumber: string): Promise<PublicRequest | null>

  /** How many effects gave up, and how many reviews are open. */
  counts(): Promise<{ readonly deadEffects: number; readonly openReviews: number }>

  /** For health: throws `storage-away`. */
  ping(): Promise<void>
  close(): Promise<void>
}
