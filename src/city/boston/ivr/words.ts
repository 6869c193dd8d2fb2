/**
 * The shape of one language's table: every sentence that a caller hears.
 * @module
 */
import type { PlainPrompt, Voice } from '../../../core/ivr.ts'
import type { RequestFacts } from '../../../core/reply.ts'

/**
 * Sentences with facts in braces: `{what}` a service, `{where}` a place, `{number}` a reference or case number spelled
 * out, `{key}` a key, `{date}` a day, `{state}` how it stands, `{street}`, `{town}`, `{phone}`. Every language uses
 * the same ones.
 */
export const filledPrompts = [
  'offer',
  'filed',
  'filedWhat',
  'number',
  'target',
  'confirm',
  'confirmWhere',
  'confirmWhat',
  'confirmAny',
  'yesOrNo',
  'askWhat',
  'askWhere',
  'askNumber',
  'askBoth',
  'askMore',
  'chooseWhat',
  'choosePlace',
  'choiceWhat',
  'choiceWhere',
  'personLooks',
  'corrected',
  'askCorrection',
  'added',
  'cancelled',
  'dropped',
  'nothingToCancel',
  'status',
  'statusWhat',
  'statusUnknown',
  'statusNone',
  'agentCalled',
  'notFixed',
  'questionKept',
  'commentKept',
  'outside',
  'outsideCall',
  'outsideElse',
  'help',
  'thanks',
  'report',
  'menu',
  'menuMore',
  'menuOther',
  'menuStatus',
  'queuePosition',
] as const
export type FilledPrompt = (typeof filledPrompts)[number]
export type PromptName = PlainPrompt | FilledPrompt

export type State = RequestFacts['state']

export interface IvrWords {
  /** Who has read it: a person at the City, or nobody yet (a machine's draft). */
  readonly reviewedBy: string
  readonly voice: Voice
  /** Names of this language that callers say, in small letters. */
  readonly names: readonly string[]
  readonly says: Readonly<Record<PromptName, string>>
  readonly states: Readonly<Record<State, string>>
  /** A simple word per letter, where the language has them: "K as in kite" (`{letter}`, `{word}`). */
  readonly spelling: { readonly as: string; readonly words: Readonly<Record<string, string>> } | null
}

/**
 * What a language without a machine voice has: sentences to be recorded by a person, one file each,
 * `<language>/<name>.mp3` below IVR_RECORDINGS_URL, and figures and letters, `<language>/characters/<one>.mp3`. The text
 * is the script for whoever reads it.
 */
export interface RecordedWords {
  readonly reviewedBy: string
  readonly voice: null
  readonly names: readonly string[]
  readonly scripts: Readonly<Record<RecordedPrompt, string>>
  /** Figures as words; a letter is read as the alphabet of the language names it. */
  readonly figures: readonly [string, string, string, string, string, string, string, string, string, string]
}
export const recordedPrompts = [
  'hello',
  'notice',
  'menu-1',
  'menu-2',
  'silence',
  'notUnderstood',
  'connecting',
  'nobody',
  'record',
  'recorded',
  'nothingHeard',
  'goodbye',
  /** Keys 1, 2 and, for a recorded message instead, 3. */
  'where',
  'houseKeys',
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
  /** Before names that an English voice reads, each followed by one of the next. */
  'choose',
  'choice-1',
  'choice-2',
  'choice-3',
  'choice-4',
  'choice-5',
  'choice-6',
  'choice-7',
  /** Before a place that an English voice reads, and after it. */
  'heard',
  'yesOrNo',
  /** Keys 1, 2 and 3. */
  'correction',
  'corrected',
  'filed',
  'personLooks',
  'dropped',
  /** Before a number that is spelt. */
  'number',
  'again',
  'textOffer',
  'textSent',
  'textNotSent',
  'wrong',
  'queueNext',
  'queueStay',
  'queueLeave',
  'technical',
] as const
export type RecordedPrompt = (typeof recordedPrompts)[number]
