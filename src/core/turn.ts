/**
 * What goes into the dialog and what comes out of it. `step` is a pure function between the two.
 * @module
 */
import { z } from 'zod'
import { Slug } from './catalogue.ts'
import type { Reading } from './reading.ts'
import { Reply } from './reply.ts'
import type { InboundMessage, NewServiceRequest, Settled } from './request.ts'
import {
  Contact,
  EffectId,
  Elsewhere,
  MediaId,
  MessageId,
  type Reference,
  RequestId,
  type RequestState,
  ReviewId,
  type ReviewReason,
} from './request.ts'
import type { Understanding } from './understanding.ts'
import { Language, Place, Safety, Span } from './understanding.ts'

/** A slot of a draft: the best suggestion so far, and who settled it (null: nobody yet). */
const slot = <V extends z.ZodType>(value: V) =>
  z.object({
    value: value.nullable(),
    confidence: z.number(),
    alternatives: z.array(z.object({ value, confidence: z.number() })),
    evidence: z.array(Span),
    messageId: MessageId.nullable(),
    by: z.enum(['resident', 'classifier', 'photo']).nullable(),
  })
export const CategorySlot = slot(Slug)
export type CategorySlot = z.infer<typeof CategorySlot>
export const LocationSlot = slot(Place).extend({ needs: z.enum(['neighborhood', 'number']).nullable() })
export type LocationSlot = z.infer<typeof LocationSlot>

/** A service request in the making. Times are Unix milliseconds. */
export const Draft = z.object({
  id: RequestId,
  openedAt: z.number(),
  lastAt: z.number(),
  text: z.string(),
  messageIds: z.array(MessageId),
  mediaIds: z.array(MediaId),
  category: CategorySlot,
  location: LocationSlot,
  attributes: z.record(z.string(), z.string()),
  safety: Safety,
  /** The town next door that the resident named, where we said that it is not ours. */
  outside: z.string().nullable(),
  /** Questions asked so far, by slot. */
  asked: z.object({ category: z.int(), location: z.int(), details: z.int(), total: z.int() }),
})
export type Draft = z.infer<typeof Draft>

/** What we asked last about the first draft; the next message is read as its answer where it can be one. */
export const Question = z.discriminatedUnion('about', [
  z.object({ about: z.literal('category') }),
  z.object({ about: z.literal('category-choice'), codes: z.array(Slug) }),
  z.object({ about: z.literal('location') }),
  z.object({ about: z.literal('number') }),
  z.object({ about: z.literal('both') }),
  z.object({ about: z.literal('place-choice'), places: z.array(Place) }),
  z.object({ about: z.literal('confirmation'), category: z.boolean(), location: z.boolean() }),
  z.object({ about: z.literal('detail'), code: z.string() }),
  /** A bare "no" to a filed request: what is wrong with it. An agent looks at it meanwhile. */
  z.object({ about: z.literal('correction'), requestId: RequestId }),
  /** An agent asked about a request in review; the draft is no more. */
  z.object({ about: z.literal('review'), requestId: RequestId, slot: z.enum(['category', 'location']) }),
])
export type Question = z.infer<typeof Question>

/** All that a conversation remembers between turns. Stored as JSON, parsed at the door. */
export const ConversationState = z.object({
  version: z.literal(1),
  language: Language.nullable(),
  drafts: z.array(Draft),
  question: Question.nullable(),
  /** What a form's fields said of who reports, while something of it is open. */
  contact: Contact.optional(),
})
export type ConversationState = z.infer<typeof ConversationState>
export const emptyState: ConversationState = { version: 1, language: null, drafts: [], question: null }

export const mediaKinds = ['photo', 'video', 'audio', 'contact', 'other', 'broken', 'missing'] as const
export type MediaKind = (typeof mediaKinds)[number]
/** A file of the message as the fetcher found it. `photo` is one we can show (JPEG, PNG, GIF, WebP); HEIC is `other`. */
export interface MediaView {
  readonly id: MediaId
  readonly kind: MediaKind
  /** From EXIF; checked against nothing yet. */
  readonly point: { readonly lat: number; readonly lon: number } | null
}

/** A request of this conversation as the ledger has it now. */
export interface RequestView {
  readonly id: RequestId
  readonly reference: Reference
  readonly state: RequestState
  readonly code: string | null
  readonly place: Place | null
  readonly safety: Safety
  readonly reason: ReviewReason | null
  /** Strangers may not see it. Absent: they may. */
  readonly withheld?: boolean
  /** The City's last words on it. */
  readonly notes: string | null
  /** Unix milliseconds. */
  readonly at: number
  readonly changedAt: number
  /** The messages it was made of, where they are known. */
  readonly messageIds?: readonly MessageId[] | undefined
}

/** An agent's decision on a review. */
export const Decision = z.object({
  requestId: RequestId,
  reviewId: ReviewId,
  action: z.enum(['accept', 'change', 'refuse', 'ask']),
  code: Slug.optional(),
  place: Place.optional(),
  /** Refuse: the reason the resident reads. Ask: which slot. */
  note: z.string().max(300).optional(),
  /** When the request that the agent saw had been changed last, Unix milliseconds. */
  seen: z.number().optional(),
  /** Decides although someone else holds the review. */
  takeOver: z.boolean().optional(),
  /** Who decided; an id of the agent's sign-in, for the history. */
  agent: z.string().min(1).max(80),
})
export type Decision = z.infer<typeof Decision>

/** `undone`: the link was taken back. */
export type Proof = 'proven' | 'wrong' | 'undone'

/** What came of the digits that the owner of a stated contact was asked for: news of these requests is wanted here. */
export type Agreed = { readonly requestIds: readonly RequestId[]; readonly language: Language } | 'wrong'

/** What is to be known before the owner of a stated contact can be asked. */
export interface Asks {
  readonly to: OtherAddress
  /** Six digits that nobody could know before; those of the earlier question where one was asked. */
  readonly code: string
  /** The same device stated the same contact before, and its owner was asked or has agreed; null: neither. */
  readonly before: 'asked' | 'proven' | null
}

/** Everything that can happen to a conversation. `now` is Unix milliseconds; `seed` makes the ids of what comes of it. */
export type DialogEvent =
  | {
      readonly type: 'message'
      readonly seed: string
      readonly now: number
      readonly message: InboundMessage
      readonly media: readonly MediaView[]
      readonly understanding: Understanding
      /** Newest first, at most ten. */
      readonly requests: readonly RequestView[]
      /** Requests of any conversation whose number the message names. */
      readonly named: readonly RequestView[]
      readonly optedOut: boolean
      /** Of the resident's other conversations, which they linked; newest first, at most ten. */
      readonly linked?: readonly RequestView[]
      /** What came of the digits in the message, or of UNLINK; null: it is about something else. */
      readonly proof?: Proof | null
      /** Four digits that nobody could know before. Absent: nothing can be linked here. */
      readonly half?: string
      /** What came of six digits in the message; null: it is about something else. */
      readonly agreed?: Agreed | null
      /** Absent: the resident left no contact whose owner can be asked. */
      readonly asks?: Asks
    }
  | {
      readonly type: 'decision'
      readonly seed: string
      readonly now: number
      readonly decision: Decision
      readonly request: RequestView
      /** What the decision is about, while it is open. */
      readonly review: {
        readonly id: ReviewId
        readonly reason: ReviewReason
        readonly claim: { readonly agent: string; readonly until: number } | null
      } | null
    }
  | {
      readonly type: 'update'
      readonly seed: string
      readonly now: number
      readonly request: RequestView
      /** What the case system says now. */
      readonly status: 'open' | 'closed'
      readonly notes: string | null
      readonly system: string
    }
  | { readonly type: 'idle'; readonly seed: string; readonly now: number }

/** What a change may set on a request that exists. Absent: unchanged. */
export interface RequestPatch {
  readonly state?: RequestState
  readonly service_code?: string
  readonly category?: Settled
  readonly place?: Place
  readonly location?: Settled
  /** Added to the description, after a line break. */
  readonly addText?: string
  readonly addMessageIds?: readonly MessageId[]
  readonly addMediaIds?: readonly MediaId[]
  readonly attributes?: Readonly<Record<string, string>>
  readonly status_notes?: string
}

/** Something done to a request; each becomes one line of its history. `actor`: `resident`, `bot` or `agent:<id>`. */
export type RequestWrite =
  | { readonly do: 'create'; readonly request: NewServiceRequest; readonly actor: string }
  | {
      readonly do: 'change'
      readonly requestId: RequestId
      readonly patch: RequestPatch
      readonly what: string
      readonly actor: string
    }
  | {
      readonly do: 'open-review'
      readonly requestId: RequestId
      readonly reviewId: ReviewId
      readonly reason: ReviewReason
      readonly pinned: boolean
    }
  | {
      readonly do: 'close-review'
      readonly requestId: RequestId
      /** Only this one; absent: every open review of the request. */
      readonly reviewId?: ReviewId
      readonly outcome:
        | 'accepted'
        | 'changed'
        | 'refused'
        | 'answered'
        | 'resident-settled'
        | 'withdrawn'
        | 'asked'
      readonly actor: string
    }

/** An address on a private channel: E.164, or an e-mail address in small letters. */
export const OtherAddress = z.object({
  channel: z.enum(['sms', 'email']),
  address: z.string().min(3).max(120),
})
export type OtherAddress = z.infer<typeof OtherAddress>

/** What a worker has to carry out. Written in the turn's transaction, carried out after it. */
export const Effect = z.discriminatedUnion('kind', [
  z.object({
    id: EffectId,
    kind: z.literal('reply'),
    requestId: RequestId.nullable(),
    reply: Reply,
    /** Another conversation of the same resident that hears it, and may speak of its request from then on. */
    elsewhere: Elsewhere.optional(),
  }),
  z.object({ id: EffectId, kind: z.literal('file'), requestId: RequestId }),
  /** Tells the case system of a correction or a withdrawal after filing. */
  z.object({
    id: EffectId,
    kind: z.literal('amend'),
    requestId: RequestId,
    change: z.enum(['corrected', 'withdrawn', 'added']),
  }),
  /** Sends half of a code to another address that the resident says is theirs. `half`: the other four digits. */
  z.object({
    id: EffectId,
    kind: z.literal('prove'),
    requestId: z.null(),
    to: OtherAddress,
    half: z.string().regex(/^\d{4}$/),
  }),
  /** Asks the owner of a stated contact whether news of these requests may go there. Says nothing of them. */
  z.object({
    id: EffectId,
    kind: z.literal('ask'),
    requestId: RequestId,
    requestIds: z.array(RequestId).min(1),
    to: OtherAddress,
    /** What the resident was shown, and the answer has to say. */
    code: z.string().regex(/^\d{6}$/),
    language: Language,
    /** The same device was asked for the same contact before: what its owner said then counts. */
    known: z.boolean(),
  }),
])
export type Effect = z.infer<typeof Effect>
export type EffectKind = Effect['kind']

export interface Turn {
  readonly state: ConversationState
  readonly writes: readonly RequestWrite[]
  readonly effects: readonly Effect[]
  /** The resident's wish about messages from us, where this turn changed it. */
  readonly consent: 'out' | 'in' | null
  /** What was understood of the message; absent where there was none, or it could not be read. */
  readonly reading?: Reading
}
