/**
 * The ports. Everything that touches the outside world is an adapter behind one of these; each has a
 * contract suite in test/contract that every adapter must pass.
 * @module
 */
import type { ErrorCode } from './errors.ts'
import type { RequestFacts } from './reply.ts'
import type {
  ChannelName,
  ConversationId,
  DeliveryReport,
  EffectId,
  InboundMessage,
  MediaId,
  MessageId,
  RequestId,
  ReviewId,
  ReviewReason,
  ServiceRequest,
} from './request.ts'
import type {
  ConversationState,
  Decision,
  Effect,
  EffectKind,
  MediaKind,
  MediaView,
  RequestView,
  Turn,
} from './turn.ts'

/** Wall clock, Unix milliseconds. */
export interface Clock {
  now(): number
}

// ---------------------------------------------------------------- channel

/** An HTTP request as it came. `url` is absolute, as the server saw it; header names are lower case. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

declare const verifiedBrand: unique symbol
/** A request whose sender was verified. Only a channel's `verify` makes one (by `asVerified`). */
export type Verified = HttpRequest & { readonly [verifiedBrand]: true }
/** For `verify` alone: a boundary test holds every other caller off. */
export const asVerified = (request: HttpRequest): Verified => request as Verified

/** What one delivery of a provider contains. */
export type Inbound =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'delivery'; readonly report: DeliveryReport }

export interface Capabilities {
  /** The answer goes into the same HTTP response (voice). */
  readonly synchronous: boolean
  /** Strangers read our replies. */
  readonly public: boolean
  /** Residents can send files. */
  readonly media: boolean
  /** We may write first (updates). */
  readonly proactive: boolean
  /** Whether a text can go out as one reply; counted as the channel counts (segments, weighted characters). */
  fits(text: string): boolean
}

/** A reply ready to send. `key` is ours and the same on every try. */
export interface OutboundReply {
  readonly key: EffectId
  readonly to: string
  readonly from: string
  readonly text: string
}
/** `providerId` is what later delivery reports name. */
export interface Receipt {
  readonly providerId: string
  readonly status: string
  readonly rank: number
}

/** One door per way in. Five verbs; `Raw` is the vendor's own shape after zod. */
export interface Channel<Raw = unknown> {
  readonly name: ChannelName
  readonly can: Capabilities
  /** Paths below the gateway's root that this channel answers, with the method. */
  readonly routes: readonly { readonly method: 'GET' | 'POST'; readonly path: string }[]
  /** Bytes and headers only. Throws AppError `bad-signature`. */
  verify(request: HttpRequest): Promise<Verified>
  /** The vendor's shape. Throws AppError `malformed`. */
  receive(verified: Verified): Raw
  /** Pure: same raw, same messages, same ids. */
  normalise(raw: Raw): readonly Inbound[]
  /** What the provider gets to hear once everything is durable. The same for a redelivery. */
  respond(raw: Raw): HttpAnswer
  /** Sends one reply. Throws AppError with the verdict of the vendor's error table. */
  reply(reply: OutboundReply): Promise<Receipt>
}

// ---------------------------------------------------------------- media

export interface FetchedMedia {
  readonly bytes: Uint8Array
  /** What the sender's server said it is. */
  readonly announcedType: string
}
/** Where files of a channel come from. Throws AppError; `provider-refused` means it will never come. */
export interface MediaSource {
  owns(url: string): boolean
  fetch(url: string): Promise<FetchedMedia>
}
/** What we know of a file after looking at its bytes. `type` is the true MIME type. Lengths in bytes and pixels. */
export interface KeptMedia {
  readonly kind: MediaKind
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  readonly width: number | null
  readonly height: number | null
  readonly point: { readonly lat: number; readonly lon: number } | null
  /** Whether a public copy (no metadata) and a thumbnail exist. */
  readonly shown: boolean
}
export type MediaVariant = 'original' | 'public' | 'thumbnail'
/** Keeps files. The original is unaltered and never public. */
export interface MediaStore {
  /** Looks at the bytes, keeps the original, makes the public copy and the thumbnail where it can. Idempotent. */
  keep(id: MediaId, media: FetchedMedia): Promise<KeptMedia>
  /** Null where there is none. */
  read(
    id: MediaId,
    variant: MediaVariant,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>
}

// ---------------------------------------------------------------- case system

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

// ---------------------------------------------------------------- queue

export const queueNames = ['intake', 'media', 'file', 'reply', 'review'] as const
export type QueueName = (typeof queueNames)[number]
/** `later`: the queue tries again after its backoff. `done`: it never comes back. */
export type JobVerdict =
  | { readonly verdict: 'done' }
  | { readonly verdict: 'later'; readonly afterMs: number }
/** Carries ids, nothing else. At least once; a lost queue loses nothing, the sweeper refills it. */
export interface Queue {
  /** Adding an id that is already waiting does nothing. Throws AppError `queue-away` within 2 s, never hangs. */
  add(queue: QueueName, ids: readonly string[]): Promise<void>
  /** Starts working. `work` gets one id; what it throws counts as `later`. */
  work(queue: QueueName, concurrency: number, work: (id: string) => Promise<JobVerdict>): void
  /** Jobs waiting or delayed, by queue. */
  depths(): Promise<Readonly<Record<QueueName, number>>>
  /** Stops taking jobs, waits for those under way at most `withinMs`, then lets go. */
  close(withinMs: number): Promise<void>
}

// ---------------------------------------------------------------- store

export interface Accepted {
  readonly id: MessageId
  /** False for a redelivery. */
  readonly fresh: boolean
}
/** The subject of a turn. */
export type TurnSubject =
  | { readonly kind: 'message'; readonly messageId: MessageId }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'idle'; readonly conversationId: ConversationId }
export interface TurnInput {
  readonly conversationId: ConversationId
  readonly channel: ChannelName
  readonly state: ConversationState
  /** The oldest message of the conversation that has had no turn; null for decisions and idle. */
  readonly message: InboundMessage | null
  readonly receivedAt: number
  readonly media: readonly MediaView[]
  readonly requests: readonly RequestView[]
  /** The decided request. */
  readonly request: RequestView | null
  readonly optedOut: boolean
  /** Requests by reference or case number, whoever wrote them. Only lookups of this kind may be awaited in a turn. */
  find(numbers: readonly string[]): Promise<readonly RequestView[]>
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
  readonly conversation: {
    readonly id: ConversationId
    readonly channel: ChannelName
    readonly resident: string
    readonly ours: string
    readonly optedOut: boolean
  }
  readonly request: ServiceRequest | null
  readonly caseRef: CaseRef | null
  /** Facts of every request its reply names. */
  readonly facts: ReadonlyMap<RequestId, RequestFacts>
}
export type EffectOutcome =
  | { readonly kind: 'replied'; readonly text: string; readonly receipt: Receipt }
  | { readonly kind: 'suppressed'; readonly why: 'opted-out' | 'superseded' }
  | { readonly kind: 'filed'; readonly ref: CaseRef }
  | { readonly kind: 'amended' }
  | { readonly kind: 'posted' }
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
export interface ReviewRow {
  readonly id: ReviewId
  readonly reason: ReviewReason
  readonly pinned: boolean
  /** Unix milliseconds. */
  readonly openedAt: number
  readonly request: ServiceRequest
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
export interface Store {
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
  finish(id: EffectId, outcome: EffectOutcome): Promise<void>
  /** `retryAt` null: dead. `uncertain`: it may have happened. */
  fail(
    id: EffectId,
    code: ErrorCode,
    providerCode: string | null,
    retryAt: number | null,
    uncertain: boolean,
  ): Promise<void>
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
  reviews(limit: number): Promise<readonly ReviewRow[]>
  review(idOrReference: string): Promise<ReviewRow | null>
  history(requestId: RequestId): Promise<readonly HistoryLine[]>

  requests(filter: RequestFilter): Promise<readonly PublicRequest[]>
  request(idOrNumber: string): Promise<PublicRequest | null>

  /** For health: throws `storage-away`. */
  ping(): Promise<void>
  close(): Promise<void>
}
