/**
 * What we say, before it has words: a kind and its facts. The city folder holds the words per language;
 * whoever sends a reply renders it then, from the ledger as it stands.
 * @module
 */
import { z } from 'zod'
import { AnswerId } from './answers.ts'
import { Slug } from './catalogue.ts'
import { type Reference, RequestId, ReviewReason } from './request.ts'
import { Language, Place } from './understanding.ts'

/** A file we keep but can't read for the resident. */
export const Notice = z.enum([
  'photo-kept',
  'video-kept',
  'audio-kept',
  'contact-kept',
  'file-kept',
  'file-broken',
  'file-late',
])
export type Notice = z.infer<typeof Notice>

const requestId = RequestId
/** Every kind of reply there is. */
export const Speech = z.discriminatedUnion('say', [
  /** 911 first and nothing else. */
  z.object({ say: z.literal('emergency') }),
  /** 988 and 911 and nothing else. */
  z.object({ say: z.literal('crisis') }),
  /** Filed: number, service, place, target, and how to correct it. One or two requests of one message. */
  z.object({ say: z.literal('filed'), requestIds: z.array(requestId).min(1) }),
  /** "Is it X at Y?" yes or no. `place` null: only the service is in doubt or the service needs none. */
  z.object({
    say: z.literal('confirm'),
    code: Slug.nullable(),
    place: Place.nullable(),
    /** The place is sure, and only what it is is asked about. */
    doubts: z.literal('category').optional(),
  }),
  z.object({ say: z.literal('ask-category'), hasPhoto: z.boolean(), place: Place.nullable() }),
  /** Two or three services to choose from by number. */
  z.object({ say: z.literal('choose-category'), codes: z.array(Slug).min(2).max(3) }),
  z.object({ say: z.literal('ask-location'), code: Slug.nullable() }),
  /** Both are missing: a photo alone, "it's happening again". */
  z.object({ say: z.literal('ask-both'), hasPhoto: z.boolean() }),
  z.object({
    say: z.literal('choose-place'),
    street: z.string(),
    places: z.array(Place).min(2).max(7),
    /** It is about somebody's home or health. */
    home: z.literal(true).optional(),
  }),
  z.object({ say: z.literal('ask-number'), street: z.string(), code: Slug.nullable() }),
  z.object({ say: z.literal('ask-detail'), code: Slug, detail: z.string(), question: z.string() }),
  /** Kept for a person, with our number. */
  z.object({ say: z.literal('in-review'), requestId, reason: ReviewReason }),
  z.object({ say: z.literal('corrected'), requestId }),
  /** "No" and nothing else: what is wrong with what was filed. */
  z.object({ say: z.literal('ask-correction'), requestId }),
  /** More words or a photo were added to a request that exists. */
  z.object({ say: z.literal('added'), requestId }),
  /** The number they were told on the phone, in writing; answered with a photo, it joins the request. */
  z.object({ say: z.literal('number-sent'), requestId }),
  z.object({ say: z.literal('cancelled'), requestId: requestId.nullable() }),
  z.object({ say: z.literal('nothing-to-cancel') }),
  z.object({ say: z.literal('status'), requestIds: z.array(requestId).min(1) }),
  z.object({ say: z.literal('status-unknown'), reference: z.string() }),
  /** `links`: reports from another address of theirs can be linked to this one. */
  z.object({ say: z.literal('status-none'), links: z.literal(true).optional() }),
  z.object({ say: z.literal('agent-called'), requestId }),
  z.object({ say: z.literal('not-fixed'), requestId }),
  z.object({ say: z.literal('question-kept'), requestId }),
  /** An approved answer, word for word. */
  z.object({ say: z.literal('answer'), answer: AnswerId }),
  z.object({ say: z.literal('comment-kept'), requestId }),
  z.object({ say: z.literal('outside-city'), town: z.string(), phone: z.string().nullable() }),
  z.object({ say: z.literal('welcome') }),
  z.object({ say: z.literal('help'), links: z.literal(true).optional() }),
  z.object({ say: z.literal('thanks') }),
  z.object({ say: z.literal('not-understood') }),
  /** The one confirmation that a plain-language opt-out gets (47 CFR 64.1200(a)(12)). */
  z.object({ say: z.literal('opted-out') }),
  z.object({ say: z.literal('opted-in') }),
  /** To whoever asked for a link: their four digits. */
  z.object({ say: z.literal('code-sent'), half: z.string() }),
  /** To the other address: its four. */
  z.object({ say: z.literal('code'), half: z.string() }),
  z.object({ say: z.literal('code-wrong') }),
  z.object({ say: z.literal('linked') }),
  z.object({ say: z.literal('unlinked') }),
  /** On a page or in an app: how to get news at the contact that was left. */
  z.object({ say: z.literal('news-asked'), by: z.enum(['sms', 'email']), code: z.string() }),
  /** Its owner has agreed before. */
  z.object({ say: z.literal('news-known') }),
  /** To that contact, which may be a stranger's: says nothing of what was reported, and not the code. */
  z.object({ say: z.literal('news-offered') }),
  z.object({ say: z.literal('news-code-wrong') }),
  /** The right code: news comes here from now on, and this is where the requests stand. */
  z.object({ say: z.literal('news-here'), requestIds: z.array(requestId).min(1) }),
  /** An agent decided: filed as it was or changed. */
  z.object({ say: z.literal('decided'), requestId }),
  z.object({ say: z.literal('refused'), requestId, note: z.string() }),
  /** An agent's own words: nothing is filed, or nothing changes. */
  z.object({ say: z.literal('answered'), requestId, note: z.string() }),
  /** The case system closed it, or has news. What it says is in the facts. */
  z.object({ say: z.literal('closed'), requestId }),
  z.object({ say: z.literal('news'), requestId }),
  /** Several of the last six and of `status` in one, a line each. `note`: an agent's own words to the resident. */
  z.object({
    say: z.literal('updates'),
    items: z.array(z.object({ requestId, note: z.string().nullable() })).min(1),
  }),
])
export type Speech = z.infer<typeof Speech>

/** One reply that a turn decided on. */
export const Reply = z.object({
  speech: Speech,
  language: Language,
  notices: z.array(Notice),
  /** Sent even to a resident who opted out: the opt-out's own confirmation, and nothing else. */
  evenIfOptedOut: z.boolean(),
})
export type Reply = z.infer<typeof Reply>

/** What a rendering may say of a request. No personal data beyond the resident's own. */
export interface RequestFacts {
  readonly id: RequestId
  readonly reference: Reference
  /** The case system's own number, once there is one and it is not ours. */
  readonly caseNumber: string | null
  readonly state: 'review' | 'filing' | 'filed' | 'closed' | 'cancelled' | 'refused'
  readonly code: string | null
  readonly place: Place | null
  readonly statusNotes: string | null
  /** ISO 8601 UTC. */
  readonly requestedAt: string
  readonly expectedAt: string | null
}

/** Where a reply is read: all that its words depend on beside what is said. */
export interface Shown {
  /** Whether a candidate text fits; a renderer offers its fullest text first and drops what matters least. */
  fits(text: string): boolean
  /** Strangers read it: no place, no name, no words of the resident, the City or an agent. */
  readonly public: boolean
  /** Where it is public: residents can write to us unseen on the same network. */
  readonly direct?: boolean
}
/** Words for a reply. */
export type Render = (reply: Reply, facts: ReadonlyMap<RequestId, RequestFacts>, shown: Shown) => string
