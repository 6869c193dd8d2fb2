/**
 * The two records everything is about: the message that came in, and the service request it becomes.
 * Field names follow GeoReport v2 where it has one (https://wiki.open311.org/GeoReport_v2/).
 * @module
 */
import { z } from 'zod'
import { Slug } from './catalogue.ts'
import { Language, Place, Safety, Span } from './understanding.ts'

export const channelNames = ['voice', 'sms', 'social', 'email', 'web', 'open311', 'bluesky'] as const
export const ChannelName = z.enum(channelNames)
export type ChannelName = z.infer<typeof ChannelName>

const id = <P extends string>(prefix: P) =>
  z.templateLiteral([`${prefix}_`, z.string().regex(/^[0-9a-z_]{8,64}$/)])
/** Ids carry their kind. Derived from the provider's id (msg, med) or from the message that caused them (req, eff, rev). */
export const MessageId = id('msg')
export type MessageId = z.infer<typeof MessageId>
export const ConversationId = id('cnv')
export type ConversationId = z.infer<typeof ConversationId>
export const RequestId = id('req')
export type RequestId = z.infer<typeof RequestId>
export const EffectId = id('eff')
export type EffectId = z.infer<typeof EffectId>
export const MediaId = id('med')
export type MediaId = z.infer<typeof MediaId>
export const ReviewId = id('rev')
export type ReviewId = z.infer<typeof ReviewId>

/** `BOS-XXXX-XXXX`, Crockford base 32 (no I L O U). Speakable, and the same on every channel. */
export const Reference = z.string().regex(/^BOS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
export type Reference = z.infer<typeof Reference>

/** A file that came with a message, as the provider announced it. Fetched later; nothing here is trusted. */
export const MediaRef = z.object({
  id: MediaId,
  url: z.string(),
  /** What the provider says it is; the truth is in the bytes. */
  announcedType: z.string(),
})
export type MediaRef = z.infer<typeof MediaRef>

/** How the City reaches a resident, as they said it themselves. */
export const Contact = z.object({
  name: z.string().nullable(),
  /** E.164 where it is a number we can tell, else as written. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
})
export type Contact = z.infer<typeof Contact>

/**
 * What a resident put into fields of a form or an app of their own, and need not be guessed. The message is then a
 * report whatever its words look like. A pin is the message's `point`.
 */
export const Stated = z.object({
  service_code: Slug.nullable(),
  /** Words of a field that asks for the place. */
  address: z.string().nullable(),
  /** Answers to the service's own questions, by detail code. */
  attributes: z.record(z.string(), z.string()),
  contact: Contact.nullable(),
  language: Language.nullable(),
  /** Nobody reads a question of ours: what is not sure goes to a person. */
  final: z.boolean(),
})
export type Stated = z.infer<typeof Stated>

/** A conversation of the same resident on another channel. */
export const Elsewhere = z.object({
  channel: ChannelName,
  resident: z.string().min(1),
  ours: z.string().min(1),
})
export type Elsewhere = z.infer<typeof Elsewhere>

/**
 * Who wrote a message, on a channel where a machine may have, or somebody in another's name. Absent from a message:
 * neither can be.
 */
export const Origin = z.object({
  /** `machine`: it is kept and nothing follows from it. `unreadable`: it is kept for a person, and nobody is answered. */
  writer: z.enum(['person', 'machine', 'unreadable']),
  /** Whether we know that `from` is whose it says. Where not, nothing that exists is changed by it. */
  proven: z.boolean(),
  /** Numbers of requests that the sender has had a reply of ours about: `BOS-XXXX-XXXX`. */
  about: z.array(z.string()).readonly(),
})
export type Origin = z.infer<typeof Origin>

/**
 * One inbound thing from one resident, verified and normalised. `text` is as written, well-formed UTF-16
 * without NUL. `keyword` is set where the provider acts on the text itself (STOP, START, HELP).
 */
export const InboundMessage = z.object({
  id: MessageId,
  channel: ChannelName,
  /** The provider's id of this message: unique for ever within the channel. */
  providerId: z.string().min(1),
  /** The resident's address on this channel: E.164 phone, e-mail, account id. */
  from: z.string().min(1),
  /** Ours. */
  to: z.string().min(1),
  text: z.string(),
  media: z.array(MediaRef).readonly(),
  /** A position the resident shared. WGS 84, metres. */
  point: z.object({ lat: z.number(), lon: z.number(), accuracyM: z.number().positive() }).nullable(),
  keyword: z.enum(['stop', 'start', 'help']).nullable(),
  /** True where the provider itself answers this keyword, so that we don't answer a second time. */
  answeredByProvider: z.boolean(),
  stated: Stated.optional(),
  origin: Origin.optional(),
  /** Earlier versions of it: this one takes their place. */
  revises: z.array(MessageId).optional(),
  /** Their own earlier message that it goes on with: in a thread of theirs, or under our reply to it. */
  continues: MessageId.optional(),
  /** The language that the resident chose (a key, a setting), whatever the words look like. */
  language: Language.optional(),
  /** A machine heard it badly: only danger and the wish for a person are acted on, the words are kept. */
  unsure: z.literal(true).optional(),
  /** An answer by one key of a telephone ("yes", "2"): understood like words, but none that anybody said. */
  pressed: z.literal(true).optional(),
  /** A case number entered on a telephone, where letters share keys: eight figures or more. */
  keyed: z
    .string()
    .regex(/^\d{8,20}$/)
    .optional(),
  /** The resident wants the number of their last request on another channel of theirs; the addresses there. */
  onward: Elsewhere.optional(),
  /** Its files are for this request, whatever they show: the sender has a link of ours that says so. */
  joins: Reference.optional(),
  /** Nobody is asked at the contact that is left in it: too many came from one place. */
  silent: z.literal(true).optional(),
  /** Every field the provider sent, as it came. */
  raw: z.record(z.string(), z.unknown()),
})
export type InboundMessage = z.infer<typeof InboundMessage>

/** News on a reply of ours. Later ranks win; a lower rank never overwrites a higher one. */
export const DeliveryReport = z.object({
  channel: ChannelName,
  /** The provider's id of our reply. */
  providerId: z.string().min(1),
  status: z.string().min(1),
  rank: z.int().nonnegative(),
  /** Final failure in our words, or null. */
  failure: z.enum(['opted-out', 'bad-address', 'provider-refused', 'provider-away']).nullable(),
  providerCode: z.string().nullable(),
})
export type DeliveryReport = z.infer<typeof DeliveryReport>

/** Who settled a slot, and how sure they were. `confidence` is null where a person said it. */
export const Settled = z.object({
  by: z.enum(['resident', 'classifier', 'agent', 'photo']),
  confidence: z.number().min(0).max(1).nullable(),
  alternatives: z.array(z.object({ value: z.string(), confidence: z.number() })),
  /** Words that decided, as spans of the text of `messageId`. */
  evidence: z.array(Span),
  messageId: MessageId.nullable(),
})
export type Settled = z.infer<typeof Settled>

export const requestStates = ['review', 'filing', 'filed', 'closed', 'cancelled', 'refused'] as const
export const RequestState = z.enum(requestStates)
/** `review` waits for an agent; `filing` is on its way to a case system; `filed` has a case; the rest are ends. */
export type RequestState = z.infer<typeof RequestState>

/** Nothing is done about it any more. */
export const hasEnded = (state: RequestState): boolean =>
  state === 'closed' || state === 'cancelled' || state === 'refused'

/** What a turn decides on: the service request before the ledger gives it its reference and dates. */
export const NewServiceRequest = z.object({
  id: RequestId,
  channel: ChannelName,
  language: Language,
  state: RequestState,
  service_code: Slug.nullable(),
  category: Settled.nullable(),
  /** The resident's own words, messages joined by a line break. */
  description: z.string(),
  place: Place.nullable(),
  location: Settled.nullable(),
  /** Answers to the service's own questions, by detail code. */
  attributes: z.record(z.string(), z.string()),
  safety: Safety,
  message_ids: z.array(MessageId),
  media_ids: z.array(MediaId),
})
export type NewServiceRequest = z.infer<typeof NewServiceRequest>

/** THE normalised record that every channel produces. Dates are ISO 8601 in UTC. */
export const ServiceRequest = NewServiceRequest.extend({
  reference: Reference,
  conversation_id: ConversationId,
  /** GeoReport's `open` or `closed`. */
  status: z.enum(['open', 'closed']),
  status_notes: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  requested_datetime: z.iso.datetime(),
  updated_datetime: z.iso.datetime(),
  /** The target, never a guarantee. */
  expected_datetime: z.iso.datetime().nullable(),
})
export type ServiceRequest = z.infer<typeof ServiceRequest>

/** Why a request waits for an agent. Pinned reasons come first in every list. */
export const reviewReasons = [
  'emergency',
  'crisis',
  'agent-wanted',
  'not-fixed',
  'service-unclear',
  'place-unclear',
  'service-needs-person',
  'outside-city',
  'question',
  'change-after-filing',
  'abandoned',
  'unreadable',
  /** No case system took it. */
  'not-filed',
] as const
export const ReviewReason = z.enum(reviewReasons)
export type ReviewReason = z.infer<typeof ReviewReason>
export const pinnedReasons: ReadonlySet<ReviewReason> = new Set([
  'emergency',
  'crisis',
  'agent-wanted',
  // Nobody knows yet what it says.
  'unreadable',
])
