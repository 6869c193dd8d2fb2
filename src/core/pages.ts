/**
 * What residents read on pages and in apps, beside replies: words per language, and what was said as parts of a page.
 * The city folder has the words, whoever shows them has the markup.
 * @module
 */
import type { Said } from './ports/channel.ts'
import type { RequestFacts } from './reply.ts'
import type { Language } from './understanding.ts'

/** A request as a page shows it. Null: nothing is known, or a stranger may not know it. */
export interface RequestCard {
  readonly reference: string
  readonly caseNumber: string | null
  readonly what: string
  readonly where: string | null
  /** "waiting for a person at 311", "sent to Public Works". */
  readonly state: string
  /** A sentence: an aim, never a promise. */
  readonly target: string | null
  /** A sentence, where someone else than the City owns it. */
  readonly handledBy: string | null
  /** The City's last words on it, in a sentence. */
  readonly note: string | null
}

/** A question of the dialog as the next step of a form. */
export interface NextStep {
  readonly question: string
  /** `place`: a place is asked for. `words`: anything. Choices are beside words of one's own. */
  readonly as: 'yes-no' | 'choice' | 'place' | 'words'
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** What one turn said, for a page. */
export interface Told {
  /** 911 or 988, before everything else. */
  readonly danger: string | null
  readonly cards: readonly RequestCard[]
  readonly sentences: readonly string[]
  readonly next: NextStep | null
}

export interface CityPages<Words> {
  /** Languages with what they call themselves, in the order they are offered. */
  readonly languages: readonly { readonly code: Language; readonly name: string }[]
  words(language: Language): Words
  danger(language: Language, safety: 'emergency' | 'crisis'): string
  serviceName(language: Language, code: string): string | null
  card(language: Language, facts: RequestFacts): RequestCard
  told(said: readonly Said[]): Told
  /** For an app: one text, danger first. */
  notice(said: readonly Said[]): string
  /** "We can't find BOS-…." */
  unknown(language: Language, number: string): string
  /** An instant as a day in Boston. */
  day(language: Language, iso: string): string
}
