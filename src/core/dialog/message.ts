import type { Policy } from '../policy.ts'
import type { Notice } from '../reply.ts'
import type { ConversationState, Draft, MediaKind, Turn } from '../turn.ts'
import type { Language, Problem } from '../understanding.ts'
import { answer } from './answers.ts'
import { askForNews, contactLeft, newsCode } from './contact.ts'
import type { MessageEvent } from './draft.ts'
import { extendDraft, newDraft } from './draft.ts'
import type { TurnIds } from './ids.ts'
import { aboutLastRequest, answerToAgent, joinsRequest, saysWhatIsWrong } from './last-request.ts'
import { linking } from './link.ts'
import type { Outcome } from './outcome.ts'
import { keepForReview, newOutcome, toTurn } from './outcome.ts'
import { onChannel, progress } from './progress.ts'
import { revision } from './revision.ts'
import { emptyLocation, gradeCategory, gradeLocation } from './slots.ts'
import { answersQuestion, consentWish, emergency, numberElsewhere, plainIntent } from './wishes.ts'

const noticeOf: Readonly<Record<MediaKind, Notice | null>> = {
  photo: null,
  video: 'video-kept',
  audio: 'audio-kept',
  contact: 'contact-kept',
  other: 'file-kept',
  broken: 'file-broken',
  missing: 'file-late',
}

/**
 * One message. In this order: the provider's keywords, danger, the wish to stop, an answer to what we asked,
 * a word on the last request, a plain wish (status, agent, thanks …), and else a new report.
 */
export function onMessage(state: ConversationState, event: MessageEvent, policy: Policy, ids: TurnIds): Turn {
  const language = languageOf(state, event)
  const out = newOutcome(ids, event.message.channel, language, state)
  out.keepLanguage = language
  out.notices.push(...new Set(event.media.map((m) => noticeOf[m.kind]).filter((n) => n !== null)))
  const handled =
    event.message.stated === undefined ? talk(out, event, policy) : emergency(out, event, policy)
  if (!handled) report(out, event, policy)
  out.contact = contactLeft(state, event.message)
  askForNews(out, event)
  return toTurn(out)
}

/** What did not come out of a form, and so may be about anything. */
function talk(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  return (
    numberElsewhere(out, event) ||
    joinsRequest(out, event) ||
    linking(out, event) ||
    newsCode(out, event) ||
    (event.message.unsure !== true && consentWish(out, event, policy)) ||
    emergency(out, event, policy) ||
    (event.message.unsure === true && heardBadly(out, event, policy)) ||
    revision(out, event, policy) ||
    answerToAgent(out, event, policy) ||
    saysWhatIsWrong(out, event, policy) ||
    (out.drafts.length > 0
      ? insideDraft(out, event, policy)
      : aboutLastRequest(out, event, policy) || plainIntent(out, event, policy))
  )
}

/** Kept with what is open, or as something new that nobody has to understand yet; what we asked still stands. */
function heardBadly(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const { intent } = event.understanding
  if (intent.value === 'agent' && intent.confidence >= policy.intentAt) return false
  const [first, ...others] = out.drafts
  const nothing = { category: false, location: false }
  out.drafts =
    first === undefined
      ? [newDraft(out.ids.request(), event, null, true)]
      : [extendDraft(first, event, null, nothing), ...others]
  out.question ??= { about: 'both' }
  out.speeches.push({ say: 'not-understood' })
  return true
}

/** The message's own language where it shows one, else the conversation's. */
function languageOf(state: ConversationState, event: MessageEvent): Language {
  const { language } = event.understanding
  const chosen = event.message.language ?? event.message.stated?.language
  if (chosen) return chosen
  if (state.language === null) return language.confidence >= 0.5 ? language.value : 'en'
  return language.confidence >= 0.8 && saysEnough(event) ? language.value : state.language
}

/** Words enough, beside the place, to tell a language by: street names are English whoever writes them. */
function saysEnough({ message, understanding }: MessageEvent): boolean {
  const evidence = understanding.problems.flatMap((problem) => problem.location.evidence)
  const rest = evidence.reduce(
    (left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    message.text,
  )
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3 || (rest.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4
}

/** While something is open: wishes about it, a second problem beside it, or an answer. */
function insideDraft(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const [first, ...others] = out.drafts
  if (first === undefined) return false
  const { intent, problems } = event.understanding
  const sureOf = (wanted: string): boolean => intent.value === wanted && intent.confidence >= policy.intentAt
  if (sureOf('cancel')) {
    out.drafts = others
    out.speeches.push({ say: 'cancelled', requestId: null })
    progress(out, policy)
    return true
  }
  if (sureOf('status') || sureOf('help')) return plainIntent(out, event, policy)
  // Asked beside the matter: what we asked still stands.
  if (sureOf('question') && answersQuestion(out, event, policy)) return true
  if (sureOf('agent')) {
    out.drafts = others
    const draft = extendDraft(first, event, null, { category: false, location: false })
    keepForReview(out, draft, 'agent-wanted')
    out.speeches.push({ say: 'agent-called', requestId: draft.id })
    progress(out, policy)
    return true
  }
  const main = problems[0]
  if (
    main !== undefined &&
    event.now - first.lastAt > policy.draftFreshMs &&
    isWhole(first, main, event, policy)
  ) {
    for (const draft of out.drafts) keepForReview(out, draft, 'abandoned')
    out.drafts = []
    report(out, event, policy)
    return true
  }
  if (main !== undefined && isAnotherProblem(first, main, event, policy)) {
    report(out, event, policy)
    return true
  }
  const question = out.question ?? { about: 'both' as const }
  const answered = event.understanding.thanks ? first : answer(first, question, event, policy)
  const second = problems
    .slice(1)
    .filter((p) => gradeCategory(newDraft(first.id, event, p, false).category, policy) === 'sure')
  out.drafts = [answered, ...others, ...second.map((p) => newDraft(out.ids.request(), event, p, false))]
  if (outside(out, event, policy)) return true
  progress(out, policy)
  return true
}

/** A whole report of its own while another is open: another service, surely, with a place of its own or a first one. */
function isAnotherProblem(open: Draft, problem: Problem, event: MessageEvent, policy: Policy): boolean {
  if (gradeCategory(open.category, policy) !== 'sure' || problem.category.value === open.category.value)
    return false
  return isWhole(open, problem, event, policy)
}

/** Sure of service and place by itself. */
function isWhole(open: Draft, problem: Problem, event: MessageEvent, policy: Policy): boolean {
  const theirs = newDraft(open.id, event, problem, false)
  if (gradeCategory(theirs.category, policy) !== 'sure') return false
  const service = policy.services.get(theirs.category.value ?? '')
  return (
    gradeLocation(theirs.location, service, policy) === 'sure' && event.understanding.intent.value !== 'no'
  )
}

/** New drafts, one per problem; as many as we can talk about, the others go to an agent as they are. */
function report(out: Outcome, event: MessageEvent, policy: Policy): void {
  const problems = event.understanding.problems
  const drafts =
    problems.length > 0
      ? problems.map((p, i) => newDraft(out.ids.request(), event, p, i === 0))
      : [newDraft(out.ids.request(), event, null, true)]
  // Whoever can't be asked has had all questions.
  if (event.message.stated?.final)
    for (const draft of drafts)
      draft.asked.total = onChannel(policy, event.message.channel).questionsPerRequest
  const shared = drafts.find((d) => d.location.value !== null)?.location ?? emptyLocation
  const placed = drafts.map((d) =>
    d.location.value === null && d.location.alternatives.length === 0 ? { ...d, location: shared } : d,
  )
  const room = Math.max(0, policy.openDrafts - out.drafts.length)
  for (const draft of placed.slice(room)) {
    keepForReview(out, draft, 'service-unclear')
    out.speeches.push({ say: 'in-review', requestId: draft.id, reason: 'service-unclear' })
  }
  out.drafts = [...out.drafts, ...placed.slice(0, room)]
  if (outside(out, event, policy)) return
  progress(out, policy)
}

/** A place next door: its name and number, once; the draft waits in case we misread. */
function outside(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const town = event.understanding.problems.find(
    (p) => p.location.value === null && p.location.outside !== null,
  )?.location.outside
  const [first, ...others] = out.drafts
  if (town === null || town === undefined || first === undefined || first.outside === null) return false
  const { questionsPerSlot, questionsPerRequest } = onChannel(policy, out.channel)
  if (first.asked.location >= questionsPerSlot || first.asked.total >= questionsPerRequest) return false
  out.drafts = [
    { ...first, asked: { ...first.asked, location: first.asked.location + 1, total: first.asked.total + 1 } },
    ...others,
  ]
  out.question = { about: 'location' }
  out.speeches.push({ say: 'outside-city', town: town.name, phone: town.phone })
  return true
}
