/**
 * Ways in: a channel verifies, reads and answers what a provider delivers.
 * @module
 */
import type { ChannelName, DeliveryReport, EffectId, InboundMessage } from '../request.ts'

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
  /** Since when it may be out already, Unix milliseconds: a channel that can look does so first. Null: it is not. */
  readonly maybeSentSince: number | null
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
