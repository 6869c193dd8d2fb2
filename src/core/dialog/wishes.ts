import type { Policy } from '../policy.ts'
import type { ReviewReason } from '../request.ts'
import type { RequestView } from '../turn.ts'
import type { MessageEvent } from './draft.ts'
import { extendDraft, newDraft, wordsOf } from './draft.ts'
import { isPrivate } from './link.ts'
import type { Outcome } from './outcome.ts'
import { keepForReview, openReview } from './outcome.ts'
import { gradeCategory, gradeLocation } from './slots.ts'

/**
 * STOP, START and HELP: the provider's keywords, or the same in plain words. A keyword that the provider
 * answers itself gets no second answer from us. What was begun is kept for an agent, not lost.
 */
export function consentWish(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const { message, understanding } = event
  const { intent } = understanding
  const inPlainWords = (wanted: string): boolean =>
    intent.value === wanted && intent.confidence >= policy.stopAt
  if (message.keyword === 'stop' || inPlainWords('stop')) {
    out.consent = 'out'
    for (const draft of out.drafts) keepForReview(out, draft, 'abandoned')
    out.drafts = []
    out.question = null
    out.notices.length = 0
    if (message.keyword === 'stop' && message.answeredByProvider) return true
    // One confirmation is allowed, and no second (47 CFR 64.1200(a)(12)).
    out.evenIfOptedOut = !event.optedOut
    out.speeches.push({ say: 'opted-out' })
    // Whoever says stop and is in danger hears of 911 first.
    if (isDanger(event, policy)) emergency(out, event, policy)
    return true
  }
  if (message.keyword === 'start' || inPlainWords('start')) {
    out.consent = 'in'
    // More than the keyword was written: whoever comes back in danger hears of 911, not of a welcome.
    if (message.keyword === null && isDanger(event, policy)) return emergency(out, event, policy)
    if (!(message.keyword === 'start' && message.answeredByProvider)) out.speeches.push({ say: 'opted-in' })
    return true
  }
  if (message.keyword === 'help' && message.answeredByProvider) return true
  // Twilio takes YES as START from someone who had stopped.
  if (event.optedOut && intent.value === 'yes') out.consent = 'in'
  if (message.keyword !== 'help' || isDanger(event, policy)) return false
  // Who sends HELP is told how to come back, whatever they wished before.
  out.evenIfOptedOut = true
  out.speeches.push({ say: 'help', ...linksOf(out) })
  return true
}

/** Where LINK is understood. */
const linksOf = ({ channel }: Outcome): { readonly links?: true } =>
  isPrivate(channel) ? { links: true } : {}

const isDanger = (event: MessageEvent, policy: Policy): boolean => {
  const { safety } = event.understanding
  const least = event.message.unsure === true ? policy.heard.unsureEmergencyAt : policy.emergencyAt
  return safety.value !== 'none' && safety.confidence >= least
}

/**
 * Danger: the fixed text first, and a pinned review with all that the conversation holds. A further message
 * within the window joins the same request.
 */
export function emergency(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const { safety, problems } = event.understanding
  if (!isDanger(event, policy) || safety.value === 'none') return false
  out.speeches.push({ say: safety.value })
  const open = event.requests.find(
    (r) => r.state === 'review' && r.safety !== 'none' && event.now - r.changedAt <= policy.emergencyWindowMs,
  )
  if (open !== undefined) {
    out.regarding = open.id
    addTo(out, event, open, 'more on the emergency')
    return true
  }
  const [first, ...others] = out.drafts
  const problem = problems[0] ?? null
  const draft =
    first === undefined
      ? newDraft(out.ids.request(), event, problem, true)
      : extendDraft(first, event, problem, { category: true, location: false })
  out.drafts = others
  out.question = null
  // The words name no number, but whoever shows them on a page or in an app has one to show.
  out.regarding = draft.id
  keepForReview(out, draft, safety.value, safety.value)
  for (const other of out.drafts) keepForReview(out, other, 'abandoned')
  out.drafts = []
  return true
}

/** The message's words and files join a request that exists. */
export function addTo(out: Outcome, event: MessageEvent, request: RequestView, what: string): void {
  const { message } = event
  const text = wordsOf(message)
  out.writes.push({
    do: 'change',
    requestId: request.id,
    actor: 'resident',
    what,
    patch: {
      ...(text === '' ? {} : { addText: text }),
      addMessageIds: [message.id],
      addMediaIds: message.media.map((m) => m.id),
    },
  })
  if (request.state === 'filed' || request.state === 'filing')
    out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId: request.id, change: 'added' })
}

/** The number of the last request, sent to another conversation of the resident's. What is open stays open. */
export function numberElsewhere(out: Outcome, { message, requests }: MessageEvent): boolean {
  const { onward } = message
  if (onward === undefined) return false
  const last = requests.find(({ state }) => state !== 'cancelled' && state !== 'refused')
  if (last === undefined) return say(out, { say: 'status-none' })
  out.effects.push({
    id: out.ids.effect(),
    kind: 'reply',
    requestId: last.id,
    reply: {
      speech: { say: 'number-sent', requestId: last.id },
      language: out.language,
      notices: [],
      evenIfOptedOut: false,
    },
    elsewhere: onward,
  })
  return true
}

/** Wishes that are not a report: status, an agent, thanks, a greeting, a question, praise. False: it is a report. */
export function plainIntent(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const { understanding, requests, named } = event
  const { intent, problems } = understanding
  if (event.message.media.length > 0 && intent.value !== 'status' && intent.value !== 'agent') return false
  if (intent.confidence < policy.intentAt && !understanding.thanks) return false
  if (understanding.thanks) return say(out, { say: 'thanks' })
  const main = problems[0]
  const reportsSomething =
    main !== undefined &&
    gradeCategory(newDraft('req_00000000', event, main, false).category, policy) === 'sure' &&
    gradeLocation(
      newDraft('req_00000000', event, main, false).location,
      policy.services.get(main.category.value ?? ''),
      policy,
    ) === 'sure'
  switch (intent.value) {
    case 'status':
      return status(out, event)
    case 'agent':
      return callAgent(out, event, policy)
    case 'reopen':
      return notFixed(out, event)
    case 'cancel':
      return say(out, { say: 'nothing-to-cancel' })
    case 'greeting':
      return say(out, { say: 'welcome' })
    case 'help':
      return say(out, { say: 'help', ...linksOf(out) })
    case 'spam':
      return say(out, { say: 'not-understood' })
    case 'yes':
    case 'no':
      // Nothing was asked. A bare word needs no request; with more in it, it is read as a report.
      if (reportsSomething) return false
      return say(out, requests.length > 0 ? { say: 'thanks' } : { say: 'welcome' })
    case 'question':
    case 'comment': {
      // A service that needs no place ("general request") is named by questions too.
      const placed = main !== undefined && main.location.value !== null
      if (intent.value === 'question' && !placed && answersQuestion(out, event, policy)) return true
      if (reportsSomething) return false
      if (answersQuestion(out, event, policy)) return true
      const draft = newDraft(out.ids.request(), event, main ?? null, true)
      keepForReview(out, intent.value === 'comment' ? asComment(draft, policy) : draft, 'question')
      return say(out, {
        say: intent.value === 'comment' ? 'comment-kept' : 'question-kept',
        requestId: draft.id,
      })
    }
    case 'other':
      if (named.length === 0 && answersQuestion(out, event, policy)) return true
      return named.length > 0 ? status(out, event) : false
    case 'report':
    case 'stop':
    case 'start':
      return false
  }
}

/** An approved answer in the resident's language, where there is one that surely fits. What is open stays open. */
export function answersQuestion(out: Outcome, { understanding }: MessageEvent, policy: Policy): boolean {
  const { answer } = understanding
  if (answer.value === null || answer.confidence < policy.answerAccept) return false
  if (policy.answers.get(answer.value)?.has(out.language) !== true) return false
  return say(out, { say: 'answer', answer: answer.value })
}

function asComment<D extends ReturnType<typeof newDraft>>(draft: D, policy: Policy): D {
  return policy.services.has('comment')
    ? { ...draft, category: { ...draft.category, value: 'comment' } }
    : draft
}

function say(out: Outcome, speech: Outcome['speeches'][number]): true {
  out.speeches.push(speech)
  return true
}

function status(out: Outcome, event: MessageEvent): true {
  const { named, requests, understanding } = event
  if (named.length > 0) return say(out, { say: 'status', requestIds: named.slice(0, 3).map((r) => r.id) })
  const reference = understanding.references[0] ?? event.message.keyed
  if (reference !== undefined) return say(out, { say: 'status-unknown', reference })
  const own = [...requests, ...(event.linked ?? [])]
    .filter((r) => r.state !== 'cancelled')
    .sort((a, b) => b.at - a.at)
  return say(
    out,
    own.length > 0
      ? { say: 'status', requestIds: own.slice(0, 3).map((r) => r.id) }
      : { say: 'status-none', ...linksOf(out) },
  )
}

/** A person is wanted: for the request that was just talked about, or for this message alone. */
function callAgent(out: Outcome, event: MessageEvent, policy: Policy): true {
  const last = event.requests[0]
  const recent = last !== undefined && event.now - last.changedAt <= policy.correctionMs
  if (recent && last.state === 'review') {
    addTo(out, event, last, 'asked for a person')
    return say(out, { say: 'agent-called', requestId: last.id })
  }
  if (recent && (last.state === 'filing' || last.state === 'filed')) {
    addTo(out, event, last, 'asked for a person')
    openReview(out, last.id, 'agent-wanted')
    return say(out, { say: 'agent-called', requestId: last.id })
  }
  const draft = newDraft(out.ids.request(), event, event.understanding.problems[0] ?? null, true)
  keepForReview(out, draft, 'agent-wanted')
  return say(out, { say: 'agent-called', requestId: draft.id })
}

/** "It is not fixed": an agent looks at the case again. */
function notFixed(out: Outcome, event: MessageEvent): boolean {
  const reason: ReviewReason = 'not-fixed'
  const about =
    event.named[0] ??
    event.requests.find((r) => r.state === 'filed' || r.state === 'closed' || r.state === 'filing')
  if (about === undefined) return false
  const own = event.requests.some((r) => r.id === about.id)
  if (!own) {
    // Someone else's number: kept as a message of its own, the case is not touched.
    const draft = newDraft(out.ids.request(), event, event.understanding.problems[0] ?? null, true)
    keepForReview(out, draft, reason)
    return say(out, { say: 'not-fixed', requestId: draft.id })
  }
  addTo(out, event, about, 'says it is not fixed')
  openReview(out, about.id, reason)
  return say(out, { say: 'not-fixed', requestId: about.id })
}
