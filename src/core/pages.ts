/**
 * What residents read on pages and in apps, beside replies: words per language, and what was said as parts of a page.
 * The city folder has the words, whoever shows them has the markup.
 * @module
 */
import type { ErrorCode } from './errors.ts'
import type { HttpAnswer, Said } from './ports/channel.ts'
import type { RequestFacts } from './reply.ts'
import type { Reference } from './request.ts'
import type { Language } from './understanding.ts'

/** A request as a page shows it. Null: nothing is known, or a stranger may not know it. */
export interface RequestCard {
  readonly reference: string
  readonly caseNumber: string | null
  readonly what: string
  readonly where: string | null
  /** On its way to whoever takes care of it; else a person looks first, or it has ended. */
  readonly isFiled: boolean
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
  /** How to get news at the contact that was left; the code in it is for the eye to find. */
  readonly news: { readonly text: string; readonly code: string } | null
}

/** Every sentence of the pages for residents, but for those that replies have. */
export interface PageWords {
  /** A machine drafted them; or a person of an office read every sentence on that day, `YYYY-MM-DD`. */
  readonly wordsBy:
    | { readonly by: 'machine' }
    | { readonly by: 'person'; readonly office: string; readonly on: string }
  readonly direction: 'ltr' | 'rtl'

  readonly site: string
  readonly skip: string
  readonly language: string
  readonly reportTitle: string
  readonly intro: string

  readonly what: string
  readonly whatHint: string
  /** Over the services that fit what was typed. */
  readonly oneOfThese: string
  /** Why a service is offered: the resident's own words. */
  readonly because: (words: string) => string
  readonly noneOfThese: string
  readonly service: string
  readonly weChoose: string
  readonly questions: string
  readonly showQuestions: string
  readonly optional: string

  readonly where: string
  readonly whereHint: string
  readonly useHere: string
  readonly finding: string
  readonly hereUnknown: string
  readonly map: string
  readonly mapHint: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly marker: string
  readonly chosen: (where: string) => string
  readonly removePlace: string
  readonly outside: string

  readonly photos: string
  readonly photosHint: string
  readonly photoPlace: (where: string) => string
  readonly usePhotoPlace: string

  readonly contact: string
  readonly contactOptional: string
  readonly contactNeeded: string
  readonly name: string
  readonly phone: string
  readonly email: string

  readonly send: string
  readonly sendAnswer: string
  readonly sending: string
  /** No connection: one may write. */
  readonly offline: string
  /** No connection: kept on this device. */
  readonly kept: string
  readonly keptSent: string

  readonly problems: string
  readonly emptyProblem: string
  readonly emailProblem: string
  readonly photosProblem: string
  /** The form is too old, or something is wrong with it. */
  readonly againProblem: string
  readonly tooMany: string

  readonly done: string
  readonly number: string
  readonly keepNumber: string
  readonly place: string
  readonly state: string
  readonly reported: string
  readonly changed: string
  readonly next: string
  readonly nextFiled: string
  readonly nextNews: string
  readonly seeStatus: string
  readonly another: string

  readonly question: string
  readonly yes: string
  readonly no: string
  readonly answer: string
  readonly otherWords: string

  /** The page behind the link that a caller got by text. */
  readonly photoTitle: string
  readonly photoIntro: string
  readonly photoMissing: string
  readonly photoDone: string
  readonly photoMore: string
  /** Of one report, by such a link. */
  readonly photoEnough: string
  readonly photoOver: string
  readonly photoUnknown: string
  readonly photoEnded: string

  readonly statusTitle: string
  readonly statusIntro: string
  readonly numberAsked: string
  readonly numberHint: string
  readonly lookUp: string
}

/** What is wrong with a form that was sent. `again`: it is too old, too quick, or not one of ours. */
export type FormProblem = 'empty' | 'contact' | 'email' | 'photos' | 'again'

/** A service's own question as it is read. `values`: what can be chosen; empty where anything can be said. */
export interface Asked {
  readonly question: string
  readonly values: readonly { readonly key: string; readonly name: string }[]
}

/** The form for reports with what is in it. */
export interface ReportForm {
  readonly language: Language
  /** Says that the form is ours, and which conversation it belongs to. */
  readonly token: string
  /** Of this message; the same when it is sent again. */
  readonly id: string
  readonly words: string
  readonly service: string | null
  readonly address: string
  readonly point: { readonly lat: number; readonly lon: number; readonly accuracyM: number } | null
  /** Answers to the service's questions, by detail code. */
  readonly answers: Readonly<Record<string, string>>
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly problems: readonly FormProblem[]
}

/** Why a photo was not taken. `over`: the link is too old; `unknown`: it is none of ours; `ended`: the request has. */
export type PhotoProblem = 'none' | 'photos' | 'enough' | 'over' | 'unknown' | 'ended'

/** The form behind a link to add a photo. */
export interface PhotoForm {
  readonly language: Language
  /** What the link says, signed: it opens this one request for photos. */
  readonly link: string
  /** Null where the link opens none. */
  readonly reference: Reference | null
  /** Of this message; the same when it is sent again. */
  readonly id: string
  readonly problem: PhotoProblem | null
}
/** What a link to add a photo opens. */
export type PhotoLink = { readonly reference: Reference } | 'over' | 'unknown'

/** What the web's channel shows. */
export interface ReportPages {
  form(form: ReportForm): HttpAnswer
  /** `hasContact` false: the resident left none, and may be asked for one. */
  answer(
    step: Pick<ReportForm, 'language' | 'token' | 'id'> & { readonly hasContact: boolean },
    said: readonly Said[],
  ): HttpAnswer
  photo(form: PhotoForm): HttpAnswer
  photoTaken(form: PhotoForm, said: readonly Said[]): HttpAnswer
  /** `accepts` is the header Accept-Language; `back` the page it was sent from. */
  refused(code: ErrorCode, status: number, accepts: string, back: string): HttpAnswer
}

export interface CityPages {
  /** Languages with what they call themselves, in the order they are offered. */
  readonly languages: readonly { readonly code: Language; readonly name: string }[]
  words(language: Language): PageWords
  danger(language: Language, safety: 'emergency' | 'crisis'): string
  serviceName(language: Language, code: string): string | null
  /** A question of a service, by their codes. Null: there is none in this language. */
  question(language: Language, service: string, code: string): Asked | null
  card(language: Language, facts: RequestFacts): RequestCard
  told(said: readonly Said[]): Told
  /** Of files that we keep and can't read. */
  notices(said: readonly Said[]): readonly string[]
  /** For an app: one text, danger first. */
  notice(said: readonly Said[]): string
  /** "We can't find BOS-…." */
  unknown(language: Language, number: string): string
  /** How to reach a person instead. */
  call(language: Language): string
  /** An instant as a day in Boston. */
  day(language: Language, iso: string): string
}
