/**
 * The words of the phone: what a city's folder gives to a channel that speaks. IVR is the field's word for it,
 * interactive voice response.
 * @module
 */
import type { RequestFacts, Speech } from './reply.ts'
import type { RequestId } from './request.ts'
import type { Language, Place } from './understanding.ts'

/** A voice, the tag of the language it reads, the tag that speech is recognised in, and its speed in percent. */
export interface Voice {
  readonly name: string
  readonly language: string
  readonly listens: string
  readonly rate: number
}

/** One thing a caller hears. A file is a path below the folder of recordings, `ht/menu.mp3`. */
export type Utterance =
  | { readonly kind: 'words'; readonly voice: Voice; readonly text: string }
  /** Character by character, with a longer pause between groups. */
  | { readonly kind: 'spelled'; readonly voice: Voice; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'recording'; readonly file: string }

/** Sentences that need no facts. Sentences with facts are made by the functions of `Ivr`. */
export const plainPrompts = [
  /** Who answers, and 911 first. */
  'hello',
  /** Said before anything is listened to. */
  'notice',
  'ask',
  'person',
  'otherLanguages',
  'silence',
  'unclear',
  'notUnderstood',
  'anythingElse',
  'goodbye',
  'connecting',
  'nobody',
  /** A recorded message follows the tone. */
  'record',
  'recorded',
  'nothingHeard',
  'textSent',
  'textNotSent',
  'dangerOffer',
  'again',
  'textOffer',
  'wrong',
  'technical',
  /** The problem by key instead of by voice. */
  'menuOffer',
  /** The place by keys: an address, a corner. */
  'whereKeys',
  'houseKeys',
  /** Letters by their keys: the street of a house number, the first of a corner, the one that crosses it. */
  'streetKeys',
  'cornerKeys',
  'crossKeys',
  'noHouse',
  'noStreet',
  'moreLetters',
  'moreStreets',
  'spellAgain',
  'zipOffer',
  'zipKeys',
  /** What is wrong by key, beside the place: the problem. */
  'problemKey',
  /** While a caller waits for a person. */
  'queueNext',
  'queueStay',
  'queueLeave',
] as const
export type PlainPrompt = (typeof plainPrompts)[number]

/** What the caller may answer with: shapes the listening, and says which keys mean what. */
export type Expected =
  /** What is wrong, or anything else: free speech. */
  | { readonly about: 'open' }
  | { readonly about: 'where' }
  | { readonly about: 'yes-no' }
  /** A key from 1 to `count`, or words. */
  | { readonly about: 'choice'; readonly count: number }
  /** The same of places on streets of one name; a ZIP code tells them apart as well. */
  | { readonly about: 'place-choice'; readonly count: number }
  /** A house number by key, or words. */
  | { readonly about: 'number'; readonly street: string }
  /** What is wrong with a request that was filed: words, or the place or the problem by key. */
  | { readonly about: 'correction' }
  /** The number of a case by key, or words. */
  | { readonly about: 'case' }
  /** All is said: repeat, a text, a correction, another matter. */
  | { readonly about: 'after' }
  /** Keys do no more here, and nobody understands the words: a recorded message. */
  | { readonly about: 'message' }

/** Streets that keys spell, the likeliest first, as the gazetteer writes them (`Centre St`). */
export interface Spelt {
  readonly names: readonly string[]
  /** False: none fits as it was spelt or numbered, these are nearly so. */
  readonly exact: boolean
  /** All letters of the first one were pressed: `Elm`, and not the beginning of `Elmdale`. */
  readonly whole: boolean
}

/** A reply as it is spoken, and what may be answered to it. `reference`: a number was told. */
export interface Spoken {
  readonly says: readonly Utterance[]
  readonly expects: Expected
  /** A fixed text on danger. */
  readonly urgent: boolean
  readonly reference: boolean
  /** What it is about, for hints. */
  readonly near: Place | null
}

export interface Ivr {
  /** Null: no machine reads this language; it has recordings, keys and a person. */
  voiceOf(language: Language): Voice | null
  /** Languages by key: those offered at once, and those behind one more key. */
  readonly keys: {
    readonly first: readonly (readonly [key: string, language: Language])[]
    readonly more: string
    readonly others: readonly (readonly [key: string, language: Language])[]
  }
  /** "Para español, oprima el dos", each in its own language where a machine reads it, else in English. */
  offer(language: Language, key: string): readonly Utterance[]
  /** The language that a caller names in a few words, in any language. */
  named(words: string): Language | null
  /** Whether these words, in any language, ask to hear it again and nothing else. */
  asksAgain(words: string): boolean
  /** Whether they say that this is all, or only "no"; null: something else. */
  saysDone(words: string): 'done' | 'no' | null
  plain(language: Language, prompt: PlainPrompt): readonly Utterance[]
  /** One reply of the dialog. `text` is its written form, for what has no spoken one. */
  speak(
    reply: { readonly speech: Speech; readonly text: string },
    language: Language,
    facts: ReadonlyMap<RequestId, RequestFacts>,
    /** The caller asked to hear it again: letters get a word each. */
    again: boolean,
  ): Spoken
  /** The most frequent services, by key, page by page. */
  readonly menu: readonly (readonly string[])[]
  /** One page of the menu as it is spoken; key 6 leads on. */
  menuPage(language: Language, page: number): readonly Utterance[]
  /** What to say to the dialog for a service of the menu. */
  wordsFor(code: string): string
  /**
   * Streets whose names begin with letters on these keys (2 is ABC). `house`: those that have this number. `meets`: those
   * that cross this street.
   */
  streets(keys: string, known: { readonly house: number | null; readonly meets: string | null }): Spelt
  /** "For Centre Street, press 1", key by key from 1. */
  streetChoices(language: Language, names: readonly string[]): readonly Utterance[]
  /** Where a caller stands in line: 1 is next. */
  inLine(language: Language, position: number): readonly Utterance[]
  /** Phrases that are likely now: at most 500, at most 100 characters each. */
  hints(language: Language, expects: Expected, near: Place | null): readonly string[]
}
