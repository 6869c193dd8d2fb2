import type { Notice, Speech } from '../reply.ts'
import type { ChannelName, Contact, RequestId, ReviewReason } from '../request.ts'
import { pinnedReasons } from '../request.ts'
import type { ConversationState, Draft, Effect, Question, RequestWrite, Turn } from '../turn.ts'
import type { Language, Safety } from '../understanding.ts'
import { toRequest } from './draft.ts'
import type { TurnIds } from './ids.ts'

/** What a turn has gathered so far. Mutable within one call of `step` and nowhere else. */
export interface Outcome {
  readonly ids: TurnIds
  readonly channel: ChannelName
  readonly language: Language
  drafts: Draft[]
  question: Question | null
  /** The conversation's language from now on. */
  keepLanguage: Language | null
  consent: 'in' | 'out' | null
  /** The request that replies are about which name none. */
  regarding: RequestId | null
  readonly filed: RequestId[]
  readonly speeches: Speech[]
  readonly notices: Notice[]
  readonly writes: RequestWrite[]
  readonly effects: Effect[]
  evenIfOptedOut: boolean
  /** What a form said of who reports; kept while something of it is open. */
  contact: Contact | null
}

export function newOutcome(
  ids: TurnIds,
  channel: ChannelName,
  language: Language,
  state: ConversationState,
): Outcome {
  return {
    ids,
    channel,
    language,
    drafts: [...state.drafts],
    question: state.question,
    keepLanguage: state.language,
    consent: null,
    regarding: null,
    filed: [],
    speeches: [],
    notices: [],
    writes: [],
    effects: [],
    evenIfOptedOut: false,
    contact: state.contact ?? null,
  }
}

/** Files a draft: the request is written, a worker carries it to its case system. */
export function file(out: Outcome, draft: Draft): void {
  out.writes.push({
    do: 'create',
    actor: 'bot',
    request: toRequest(draft, out.channel, out.language, 'filing'),
  })
  out.effects.push({ id: out.ids.effect(), kind: 'file', requestId: draft.id })
  out.filed.push(draft.id)
}

/** Keeps a draft for an agent. */
export function keepForReview(
  out: Outcome,
  draft: Draft,
  reason: ReviewReason,
  safety: Safety = draft.safety,
): void {
  out.writes.push({
    do: 'create',
    actor: 'bot',
    request: toRequest(draft, out.channel, out.language, 'review', safety),
  })
  openReview(out, draft.id, reason)
}

/** Puts a request that exists before an agent. */
export function openReview(out: Outcome, requestId: RequestId, reason: ReviewReason): void {
  const reviewId = out.ids.review()
  out.writes.push({ do: 'open-review', requestId, reviewId, reason, pinned: pinnedReasons.has(reason) })
}

/** The turn: state, writes and effects; what was filed is said in one reply, a question after it in another. */
export function toTurn(out: Outcome): Turn {
  const filedSpeech: Speech[] = out.filed.length > 0 ? [{ say: 'filed', requestIds: out.filed }] : []
  const urgent = out.speeches.filter(isUrgent).slice(0, 1)
  const speeches = [...urgent, ...filedSpeech, ...out.speeches.filter((s) => !isUrgent(s))]
  const firstPlain = speeches.findIndex((s) => !isUrgent(s))
  const replies = speeches.map(
    (speech, i): Effect => ({
      id: out.ids.effect(),
      kind: 'reply',
      requestId: requestOf(speech) ?? out.regarding,
      reply: {
        speech,
        language: out.language,
        notices: i === firstPlain ? out.notices : [],
        evenIfOptedOut: out.evenIfOptedOut || isUrgent(speech),
      },
    }),
  )
  return {
    state: {
      version: 1,
      language: out.keepLanguage,
      drafts: out.drafts,
      question: out.drafts.length > 0 || standsAlone(out.question) ? out.question : null,
      ...(out.drafts.length > 0 && out.contact !== null && { contact: out.contact }),
    },
    writes: out.writes,
    effects: [...out.effects, ...replies],
    consent: out.consent,
  }
}

/** Asked about a request that exists, so it needs no draft. */
const standsAlone = (question: Question | null): boolean =>
  question?.about === 'review' || question?.about === 'correction'

/** Said alone, before anything else, and to everyone. */
const isUrgent = (speech: Speech): boolean => speech.say === 'emergency' || speech.say === 'crisis'

function requestOf(speech: Speech): RequestId | null {
  if ('requestId' in speech) return speech.requestId
  if ('requestIds' in speech) return speech.requestIds[0] ?? null
  return null
}
