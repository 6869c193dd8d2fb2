/**
 * What the classifiers say of one message. Every figure is a calibrated probability of being right,
 * and `null` is an answer: "I can't tell" (see docs/accuracy.md).
 * @module
 */
import { z } from 'zod'
import type { ChannelName } from './request.ts'

/** Languages a resident can be answered in. BCP 47; `kea` is Cabo Verdean Creole. Source: Boston LCA list. */
export const languages = [
  'en',
  'es',
  'ht',
  'zh-Hant',
  'zh-Hans',
  'vi',
  'kea',
  'ru',
  'ar',
  'pt',
  'fr',
  'so',
] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** `emergency`: life or property in danger now (911). `crisis`: self-harm or overdose (988 and 911). */
export const Safety = z.enum(['none', 'emergency', 'crisis'])
export type Safety = z.infer<typeof Safety>

export const intents = [
  'report',
  'question',
  'status',
  'comment',
  'greeting',
  'yes',
  'no',
  'stop',
  'start',
  'help',
  'cancel',
  'agent',
  'reopen',
  'spam',
  'other',
] as const
/** What the resident wants of us with this message. */
export const Intent = z.enum(intents)
export type Intent = z.infer<typeof Intent>

/** Half-open range `[start, end)` of UTF-16 offsets into the message text. */
export const Span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly()
export type Span = z.infer<typeof Span>

/** One calibrated answer, best first. `confidence` and those of `alternatives` sum to at most 1. */
export interface Suggestion<T> {
  readonly value: T
  /** Probability that `value` is right, 0…1. For an abstention (`null`): that abstaining is right. */
  readonly confidence: number
  readonly alternatives: readonly Alternative<T>[]
  /** The words that decided, as spans of the message text. */
  readonly evidence: readonly Span[]
}

export interface Alternative<T> {
  readonly value: NonNullable<T>
  readonly confidence: number
}

export const placeKinds = ['address', 'intersection', 'street', 'place', 'neighborhood'] as const

/** A place in the city. WGS 84 degrees; `accuracyM` is the radius in metres that holds the true point 9 times in 10. */
export const Place = z.object({
  kind: z.enum(placeKinds),
  /** As the city writes it: `123 Tremont St`, `Centre St & South St`, `Franklin Park`. */
  address: z.string().min(1),
  neighborhood: z.string().nullable(),
  zip: z.string().nullable(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  accuracyM: z.number().positive(),
})
export type Place = z.infer<typeof Place>

/** A municipality next door; `phone` is E.164-free display text or null where it is not known. */
export interface Town {
  readonly name: string
  readonly phone: string | null
}

export interface LocationSuggestion extends Suggestion<Place | null> {
  /** The resident's words for the place, or null where the place came from a photo or pin. */
  readonly mention: string | null
  /**
   * What one answer would settle: `neighborhood` where the street stands in several (then `alternatives`
   * hold one candidate each), `number` where a street alone is too long to find the problem on.
   */
  readonly needs: 'neighborhood' | 'number' | null
  /** Set where the place named lies outside the city; then `value` is null. */
  readonly outside: Town | null
}

/** One problem named in a message, with the words it stands in. A message has one or more, never none. */
export interface Problem {
  readonly span: Span
  /** A slug of the service catalogue, or null. */
  readonly category: Suggestion<string | null>
  readonly location: LocationSuggestion
}

export interface Understanding {
  readonly language: Suggestion<Language>
  readonly safety: Suggestion<Safety>
  readonly intent: Suggestion<Intent>
  /** In reading order; the first is the main one. */
  readonly problems: readonly Problem[]
  /** Case or reference numbers named in the text, normalised (`BOS-7K3M-Q2XA`, `101004113747`, `BCS-00256693`). */
  readonly references: readonly string[]
  /** The approved answer to what was asked; null where nothing was asked or none fits. */
  readonly answer: Suggestion<string | null>
  /** Thanks and nothing else. */
  readonly thanks: boolean
}

/** What the conversation knows that helps to read the next message. */
export interface Hints {
  /** How it came in: what a resident has seen before writing differs. */
  readonly channel?: ChannelName
  /** The conversation's language so far. */
  readonly language?: Language
  /** Device or photo position, WGS 84. */
  readonly point?: {
    readonly lat: number
    readonly lon: number
    readonly accuracyM: number
    readonly from: 'photo' | 'pin' | 'device'
  }
  /** What we asked for last, so that "45" is a house number and "dorchester" picks a candidate. */
  readonly expecting?: 'category' | 'location' | 'neighborhood' | 'number' | 'confirmation' | 'details'
  /** The place on the table: of the open draft or of the request just filed. Completes "no, it's 45 not 54". */
  readonly place?: Place
  /** The candidates the resident was offered. */
  readonly candidates?: readonly Place[]
}

/** Any classifier: pure, synchronous, never throws on text. Empty text gives its abstention. */
export type Classify<R> = (text: string, hints: Hints) => R
