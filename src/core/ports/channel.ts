/**
 * Ways in: a channel verifies, reads and answers what a provider delivers.
 * @module
 */
import type { AppError } from '../errors.ts'
import type { Log } from '../events.ts'
import type { Reply, RequestFacts, Shown } from '../reply.ts'
import type {
  ChannelName,
  DeliveryReport,
  EffectId,
  Elsewhere,
  InboundMessage,
  MediaId,
  MessageId,
  RequestId,
} from '../request.ts'
import type { Language } from '../understanding.ts'

/** An HTTP request as it came. `url` is absolute, as the server saw it; header names are lower case. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** As UTF-8. Empty where the route takes bytes. */
  readonly body: string
  /** The body as it came, where the route takes bytes (`Route.bytes`). */
  readonly bytes?: Uint8Array
  /** The IP address at the other end, as far as we can tell it behind proxies. */
  readonly remote?: string
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

/** A file that came inside a delivery. Its `MediaRef` has the address `inlineUrl(id)`. */
export interface InlineFile {
  readonly id: MediaId
  readonly bytes: Uint8Array
}
/** The address of a file that came inside a delivery and is kept with us. */
export const inlineUrl = (id: MediaId): string => `inline:${id}`

/** What one delivery of a provider contains. `files` are durable before the message is. */
export type Inbound =
  | {
      readonly kind: 'message'
      readonly message: InboundMessage
      readonly files?: readonly InlineFile[]
      /** A synchronous channel's answer does not wait for the turn of this one: nobody is there to hear it. */
      readonly unhurried?: true
    }
  | { readonly kind: 'delivery'; readonly report: DeliveryReport }
  /** The resident has gone (hung up): nobody hears a question any more, so what is open goes to a person. */
  | { readonly kind: 'left'; readonly resident: string; readonly ours: string }
  | { readonly kind: 'withdrawn'; readonly messageId: MessageId; readonly why: Withdrawn }

/**
 * Why what we keep of a message is emptied. `deleted`: its author took it away, and nobody is answered any more;
 * `aged`: we may not, or need not, keep it longer; `source-deleted`: the post that it leans on is gone, and with it what
 * was taken from there, but the author's own words stay. What was filed stays: it is the City's own record.
 */
export type Withdrawn = 'deleted' | 'aged' | 'source-deleted'

/** A path below the gateway's root that a channel answers. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The body is handed over as bytes: files come in it, or its charset is its own business. */
  readonly bytes?: true
  /** Largest body, bytes. Absent: what a text needs. */
  readonly largestBody?: number
}

/** Where a reply is read. */
export interface Room extends Shown {
  /** Strangers read our replies. */
  readonly public: boolean
  /** We may write first (updates). Where not, a reply that nobody waits for is suppressed as `unreachable`. */
  readonly proactive: boolean
  /**
   * A reply makes a phone ring: what nobody waits for is not sent at night (21:00 to 8:00 in Boston), and after an
   * opt-out nothing is (47 CFR 64.1200). Where not, whoever opted out still gets the answers to what they write.
   */
  readonly rings: boolean
  /** One reply to each message: all that a turn has to say goes out as one. */
  readonly joined?: boolean
  /** Whether a text can go out as one reply; counted as the channel counts (segments, weighted characters). */
  fits(text: string): boolean
}

export interface Capabilities extends Room {
  /** The turn is taken, and its answer given, in the same HTTP response (voice, forms). */
  readonly synchronous: boolean
  /** Residents can send files. */
  readonly media: boolean
  /** The room where this is answered, where a channel has several: open posts and direct messages. */
  roomOf?(answering: OutboundReply['answering']): Room
}

/** A reply ready to send. `key` is ours and the same on every try. */
export interface OutboundReply {
  readonly key: EffectId
  readonly to: string
  readonly from: string
  readonly text: string
  readonly language: Language
  /** What kind of reply it is. */
  readonly say: Reply['speech']['say']
  /** Numbers of the requests it is about: `BOS-XXXX-XXXX`. */
  readonly references: readonly string[]
  /** The message that it answers, or the last one of its request: what threads hang on. Null: there is none. */
  readonly answering: { readonly providerId: string; readonly raw: Readonly<Record<string, unknown>> } | null
  /** Since when it may be out already, Unix milliseconds: a channel that can look does so first. Null: it is not. */
  readonly maybeSentSince: number | null
}
/** `providerId` is what later delivery reports name. */
export interface Receipt {
  readonly providerId: string
  readonly status: string
  readonly rank: number
}

/** One reply of a turn that was taken in the request: what it says, the facts it speaks of, and the city's words. */
export interface Said {
  readonly reply: Reply
  readonly facts: ReadonlyMap<RequestId, RequestFacts>
  readonly text: string
  /** It goes to another conversation of the resident's, and is not for this answer; not where they opted out there. */
  readonly elsewhere?: Elsewhere & { readonly optedOut: boolean }
}

/** Counts in the ledger, so that all processes count together. Old counts are forgotten after 40 days. */
export interface Tally {
  /** Adds where the sum stays at or below `most` (null: always), and says what it is now. Throws `storage-away`. */
  add(
    name: string,
    period: string,
    amount: number,
    most: number | null,
  ): Promise<{ readonly added: boolean; readonly total: number }>
}

/** A message whose words and raw fields are still here. */
export interface KeptMessage {
  readonly id: MessageId
  readonly providerId: string
  /** Unix milliseconds. */
  readonly receivedAt: number
  readonly at: string
  /** The provider's id of another's message that words or files were taken from; null: none were. */
  readonly source: string | null
}

/** Where a receiver puts what it got; the same door as a webhook's. */
export interface Inbox {
  /** Durable when it returns; what came before is known and vanishes. Throws AppError `storage-away`. */
  take(inbound: readonly Inbound[]): Promise<void>
  /**
   * Where reading goes on, for one process at a time: `held` while another has it. Ends with `keep`, or when
   * `leaseMs` are over.
   */
  hold(cursor: string, leaseMs: number): Promise<{ readonly value: string | null } | 'held'>
  /** Writes it down and lets go. */
  keep(cursor: string, value: string | null): Promise<void>
  /** What we still keep of this channel's messages, oldest first; `after` is the `at` of the last one seen. */
  kept(after: string, most: number): Promise<readonly KeptMessage[]>
  readonly log: Log
}
/** What comes in by another door than HTTP: a poll, a mail server. */
export interface Receiver {
  readonly name: string
  /** `gateway`: it listens, so it runs where residents arrive. `worker`: it asks, by the clock. */
  readonly runsIn: 'gateway' | 'worker'
  /** The returned function takes no more, finishes what is under way and lets go. */
  start(inbox: Inbox): Promise<() => Promise<void>>
}

/** One door per way in. Five verbs; `Raw` is the vendor's own shape after zod, `Received` that or a promise of it. */
export interface Channel<Raw = unknown, Received = Raw> {
  readonly name: ChannelName
  readonly can: Capabilities
  readonly routes: readonly Route[]
  /** Other doors than HTTP. */
  readonly receivers?: readonly Receiver[]
  /** Bytes and headers only. Throws AppError `bad-signature`. */
  verify(request: HttpRequest): Promise<Verified>
  /** The vendor's shape. Throws AppError `malformed`. */
  receive(verified: Verified): Received
  /** Pure: same raw, same messages, same ids. */
  normalise(raw: Raw): readonly Inbound[]
  /**
   * What the provider gets to hear once everything is durable. The same for a redelivery. `said` is what the turn
   * decided to say, in order; empty where the channel is not synchronous.
   */
  respond(raw: Raw, said: readonly Said[]): HttpAnswer
  /**
   * How a request that was not taken is answered, where the protocol has words of its own. `raw` null: it was not
   * read so far. With `raw` and `provider-slow` the message is durable and its turn comes later.
   */
  refuse?(error: AppError, request: HttpRequest, raw: Raw | null): HttpAnswer
  /** Sends one reply. Throws AppError with the verdict of the vendor's error table. */
  reply(reply: OutboundReply): Promise<Receipt>
}
