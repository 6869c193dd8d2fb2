/**
 * The shape of one language's sentences. Everything a resident reads is in a table of this shape, so that a
 * translator can check a language by reading one file.
 * @module
 */
import type { Target } from '../../../core/catalogue.ts'
import type { Notice, RequestFacts } from '../../../core/reply.ts'
import type { ReviewReason } from '../../../core/request.ts'
import type { Place } from '../../../core/understanding.ts'

/** Ways to say one thing, fullest first. The last one must be short: it always fits. */
export type Forms = readonly [string, ...string[]]

/** A count with its unit, by plural category (CLDR); `#` stands for the figure. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** A machine drafted them; or a person of an office read every sentence on that day, `YYYY-MM-DD`. */
export type WordsBy =
  | { readonly by: 'machine' }
  | { readonly by: 'person'; readonly office: string; readonly on: string }

export interface Phrases {
  /** Who answers for the words of this table and its service names. */
  readonly wordsBy: WordsBy
  /** What stands between two sentences. */
  readonly between: ' ' | ''
  /** What ends a sentence. */
  readonly stop: '.' | '。'

  /**
   * Around what may run the other way: addresses, numbers, other people's words. Where the language is written from
   * left to right: nothing, because the characters for it are outside GSM-7 and would cost half of a text.
   */
  readonly isolate: (text: string) => string

  /** Fixed, first and alone: 911. */
  readonly emergency: string
  /** Fixed, first and alone: 988, and 911 where the danger is now. */
  readonly crisis: string

  /** Stands for the service where it is not known: "your report". */
  readonly report: string
  /** "Pothole at 45 Elm St". `what` and `where` are ready to print; `where` is always in English. */
  readonly at: (what: string, where: string, kind: Place['kind']) => string
  /** "Your number: BOS-…." */
  readonly number: (reference: string) => string
  /** The same with the case system's own number. */
  readonly numbers: (reference: string, caseNumber: string) => string
  /** The aim, never a promise. `span` is "1 business day" or null. */
  readonly target: (by: string, span: string | null) => string
  readonly spans: Readonly<Record<Target['unit'], Counted>>

  readonly thanks: string
  readonly filed: (what: string) => string
  /** In front of several requests. */
  readonly filedMany: string
  /** How to correct it. */
  readonly ifWrong: Forms
  /** "No" and nothing else, to what was filed. */
  readonly askCorrection: Forms
  /** Somebody else owns it: who, and their phone or null. */
  readonly handledBy: (owner: string, phone: string | null) => string

  readonly confirm: (what: string) => string
  readonly confirmPlace: (where: string) => string
  readonly confirmAny: string
  readonly yesOrNo: Forms

  readonly gotPhoto: string
  readonly got: (what: string) => string
  readonly askWhat: Forms
  readonly askWhere: Forms
  readonly askBoth: Forms
  readonly chooseWhat: Forms
  readonly otherWords: string
  readonly whichStreet: (street: string) => string
  readonly whichOne: string
  readonly replyNumber: string
  readonly askNumber: (street: string) => string
  readonly askNumberShort: string
  /** In front of a service's own question. */
  readonly oneMore: (what: string) => string
  /** In front of what we have in English only: said, never left to be guessed. */
  readonly inEnglish: string
  readonly tellMore: Forms

  readonly personLooks: string
  /** Why a person looks; empty where nothing is to be said. */
  readonly reasons: Readonly<Record<ReviewReason, string>>
  readonly corrected: (what: string) => string
  readonly added: string
  /** To who called and asked for the number by text. */
  readonly sendPhoto: Forms
  /** In front of a link to a page that takes photos; the link is on a line of its own. */
  readonly photoLink: string
  readonly cancelled: (what: string) => string
  /** Nothing had been filed yet. */
  readonly dropped: string
  readonly nothingToCancel: Forms

  readonly state: Readonly<Record<RequestFacts['state'], string>>
  readonly sentTo: (department: string) => string
  readonly andMore: (count: number) => string
  readonly statusUnknown: (reference: string) => string
  readonly statusUnknownHint: string
  readonly statusNone: Forms

  readonly agentCalled: Forms
  readonly notFixed: Forms
  readonly questionKept: Forms
  readonly commentKept: Forms
  /** "Or call 311 (617-635-4500)." */
  readonly orCall: string

  /** Where strangers read along: the place may come in a direct message. */
  readonly direct: string
  /** Where strangers read along and it is about a person: another way, by direct message or by phone. */
  readonly notHere: { readonly direct: string; readonly call: string }

  readonly outside: (town: string) => string
  readonly onlyBoston: string
  readonly outsideCall: (phone: string | null) => string

  readonly welcome: Forms
  readonly help: Forms
  readonly welcomeBack: Forms
  readonly optedOut: Forms
  readonly thankedBack: string
  readonly notUnderstood: Forms

  /** How to see reports from another address of theirs too; only where a code can be sent. */
  readonly linkOther: string
  /** To whoever says that another address is theirs. Says nothing of whether we know that address. */
  readonly codeSent: (half: string) => string
  /** To that other address, out of nowhere: it may be somebody else's. */
  readonly code: (half: string) => string
  readonly linked: string
  readonly codeWrong: string
  readonly unlinked: string

  /** On a page or in an app: answer our text or mail with this code, to get news there. */
  readonly newsAsked: Readonly<Record<'sms' | 'email', (code: string) => string>>
  readonly newsKnown: string
  /** To the contact that was left, out of nowhere: it may be somebody else's. Says nothing of any report. */
  readonly newsOffered: string
  /** In front of where the requests stand. */
  readonly newsHere: Forms
  readonly newsCodeWrong: string

  readonly decided: (what: string) => string
  readonly refused: (what: string) => string

  /** The case system closed it. Says nothing of whether it is fixed: that we do not know. */
  readonly closed: (what: string) => string
  readonly news: (what: string) => string
  /** In front of several of them, a line each. */
  readonly updates: string
  /** The City's own words, as they are, in quotation marks. */
  readonly theirNote: (note: string) => string
  /** In front of what an agent wrote to the resident. */
  readonly answers: string
  /** What to reply where it is not fixed: words that we understand as such. */
  readonly wordsNotFixed: string
  /** Asks for these words. */
  readonly ifNotFixed: string

  readonly notices: Readonly<Record<Notice, string>>
}
