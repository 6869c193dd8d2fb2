/**
 * Thresholds and budgets, with units. Thresholds are probabilities; they follow from the precision wanted
 * (docs/accuracy.md), not from taste.
 * @module
 */
import { type AnswerLanguages, type ApprovedAnswer, languagesOf } from './answers.ts'
import type { Service } from './catalogue.ts'
import type { ChannelName } from './request.ts'

export interface Policy {
  /** At or above: settled without asking (wanted: 95 % right). */
  readonly categoryAccept: number
  /** At or above, below accept: asked as yes or no. Below: an open question. */
  readonly categoryConfirm: number
  /** At or above: the words may be about this service, so they are not taken as more on another one. */
  readonly categoryHint: number
  readonly locationAccept: number
  readonly locationConfirm: number
  /** Recall before precision. */
  readonly emergencyAt: number
  readonly stopAt: number
  readonly intentAt: number
  /** At or above, an approved answer is given; below, a person answers. */
  readonly answerAccept: number
  /** A place this vague (metres) does not do where a service needs a precise one. */
  readonly preciseWithinM: number
  /** Questions per request, all slots together. */
  readonly questionsPerRequest: number
  /** Questions per slot. */
  readonly questionsPerSlot: number
  /**
   * Channels whose words a machine heard: there every place is read back before anything is filed, and talking is
   * quick enough for more questions.
   */
  readonly heard: {
    readonly channels: ReadonlySet<ChannelName>
    readonly questionsPerRequest: number
    readonly questionsPerSlot: number
    /** As `emergencyAt`, for words that were heard badly: noise sounds like anything. */
    readonly unsureEmergencyAt: number
  }
  /** Silence after which an open draft goes to review with what it has. Milliseconds. */
  readonly draftIdleMs: number
  /** Within this a message is read as the answer to what we asked, even where it could stand alone. Milliseconds. */
  readonly draftFreshMs: number
  /** How long "no, it's 45" and "cancel" mean the last request. Milliseconds. */
  readonly correctionMs: number
  /** How long a photo or a few words without a problem of their own belong to the last request. Milliseconds. */
  readonly additionMs: number
  /** How long a second emergency text belongs to the first. Milliseconds. */
  readonly emergencyWindowMs: number
  /** So long after a resident wrote, they are there: whatever is decided is said at once. Milliseconds. */
  readonly liveMs: number
  /** How long a reply that nobody asked for waits for others to go with it. Milliseconds. */
  readonly joinMs: number
  /** Such replies to one resident on one channel in one day; what is more goes with the next day's. */
  readonly updatesPerDay: number
  /** Requests that one of them names. */
  readonly updatesPerReply: number
  /** An answer later than this rings no phone at night. Milliseconds. */
  readonly lateAnswerMs: number
  /** How many drafts one conversation may have open; more go to review at once. */
  readonly openDrafts: number
  readonly services: ReadonlyMap<string, Service>
  readonly answers: AnswerLanguages
}

const minuteMs = 60_000
/** The figures in force. Only the catalogue is the city's. */
export function policyFor(services: Iterable<Service>, answers: readonly ApprovedAnswer[] = []): Policy {
  return {
    categoryAccept: 0.8345,
    categoryConfirm: 0.4,
    categoryHint: 0.25,
    locationAccept: 0.8,
    locationConfirm: 0.45,
    emergencyAt: 0.3,
    stopAt: 0.7,
    intentAt: 0.6,
    answerAccept: 0.83,
    preciseWithinM: 250,
    questionsPerRequest: 2,
    questionsPerSlot: 2,
    heard: {
      channels: new Set(['voice']),
      questionsPerRequest: 8,
      questionsPerSlot: 4,
      unsureEmergencyAt: 0.6,
    },
    draftIdleMs: 12 * 60 * minuteMs,
    draftFreshMs: 2 * 60 * minuteMs,
    correctionMs: 24 * 60 * minuteMs,
    additionMs: 30 * minuteMs,
    emergencyWindowMs: 30 * minuteMs,
    liveMs: 10 * minuteMs,
    joinMs: 10 * minuteMs,
    updatesPerDay: 3,
    updatesPerReply: 3,
    lateAnswerMs: 60 * minuteMs,
    openDrafts: 4,
    services: new Map([...services].map((s) => [s.code, s])),
    answers: languagesOf(answers),
  }
}
