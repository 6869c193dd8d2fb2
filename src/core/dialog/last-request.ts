import { metresBetween } from '../geo.ts'
import type { Policy } from '../policy.ts'
import { hasEnded, type Settled } from '../request.ts'
import type { RequestPatch, RequestView } from '../turn.ts'
import type { Place, Problem } from '../understanding.ts'
import type { MessageEvent } from './draft.ts'
import { wordsOf } from './draft.ts'
import type { Outcome } from './outcome.ts'
import { openReview } from './outcome.ts'
import { exactEnough } from './slots.ts'
import { addTo } from './wishes.ts'

/** The answer to what an agent asked about a request in review: kept with it, the agent decides. */
export function answerToAgent(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const question = out.question
  if (question?.about !== 'review' || out.drafts.length > 0) return false
  out.question = null
  const request = event.requests.find((r) => r.id === question.requestId && r.state === 'review')
  const problem = event.understanding.problems[0]
  if (
    request === undefined ||
    ['status', 'agent', 'cancel', 'help'].includes(event.understanding.intent.value)
  )
    return false
  const place = problem?.location.value ?? null
  const patch: RequestPatch =
    question.slot === 'location' &&
    place !== null &&
    problem !== undefined &&
    problem.location.confidence >= policy.locationConfirm
      ? { place, location: said(event) }
      : {}
  change(out, event, request, 'answered the agent', patch)
  heard(out, request)
  return true
}

/** What is wrong with a filed request, after a bare "no": corrected at once, or kept with it for the agent who looks. */
export function saysWhatIsWrong(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const question = out.question
  if (question?.about !== 'correction' || out.drafts.length > 0) return false
  out.question = null
  const { intent, problems, thanks } = event.understanding
  const request = event.requests.find((r) => r.id === question.requestId)
  if (request === undefined || !['filed', 'filing', 'review'].includes(request.state)) return false
  if (thanks || !['report', 'other', 'no', 'comment'].includes(intent.value)) return false
  const problem = problems[0]
  const place = problem === undefined ? null : surePlace(problem, policy)
  // A place alone names no service: beside one only sure words change it.
  const least = place === null ? policy.categoryConfirm : policy.categoryAccept
  const category = problem === undefined ? null : sureCategory(problem, least)
  const service = policy.services.get(category ?? request.code ?? '')
  const settled =
    (place !== null || category !== null) && (place === null || exactEnough(place, service, policy))
  if (!settled) {
    addTo(out, event, request, 'said what is wrong')
    heard(out, request)
    return true
  }
  // The agent's own review of this "no" is settled with it; any other reason to look stays.
  if (request.reason === 'change-after-filing')
    out.writes.push({
      do: 'close-review',
      requestId: request.id,
      outcome: 'resident-settled',
      actor: 'resident',
    })
  return correct(out, event, request, policy, place, category)
}

/** Files for the request that the sender has a link to; to one that has ended nothing is added, and they are told so. */
export function joinsRequest(out: Outcome, event: MessageEvent): boolean {
  const { joins } = event.message
  if (joins === undefined) return false
  const request = event.named.find(({ reference }) => reference === joins)
  if (request === undefined) out.speeches.push({ say: 'status-unknown', reference: joins })
  else if (hasEnded(request.state)) out.speeches.push({ say: 'status', requestIds: [request.id] })
  else {
    addTo(out, event, request, 'sent a file')
    heard(out, request)
  }
  return true
}

/**
 * A word on the request just made: a correction, a withdrawal, a photo or more words for it, the place that
 * was missing. False: the message has nothing to do with it.
 */
export function aboutLastRequest(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const { understanding, message, now } = event
  const { intent } = understanding
  const { continues } = message
  const continued =
    continues === undefined
      ? undefined
      : event.requests.find((r) => r.messageIds?.includes(continues) === true)
  const own = event.named.find((n) => event.requests.some((r) => r.id === n.id)) ?? continued
  const last = own ?? event.requests.find((r) => r.state !== 'cancelled' && r.state !== 'refused')
  if (last === undefined) return false
  const within = (windowMs: number): boolean => own !== undefined || now - last.changedAt <= windowMs
  if (intent.value === 'cancel' && intent.confidence >= policy.intentAt && within(policy.correctionMs))
    return withdraw(out, event, last)
  const problem = understanding.problems[0]
  if (joinsTheCard(event, last, problem, policy) && within(policy.additionMs)) {
    addTo(out, event, last, 'added words')
    heard(out, last)
    return true
  }
  const place = problem === undefined ? null : surePlace(problem, policy)
  const category = problem === undefined ? null : sureCategory(problem, policy.categoryConfirm)
  if (last.state === 'closed') return false
  if (intent.value === 'no' && within(policy.correctionMs)) {
    // "no, it's 54 not 45" names no service: beside a corrected place only sure words change it too.
    const other =
      problem === undefined || place === null ? category : sureCategory(problem, policy.categoryAccept)
    // "No, thank you" reads as a comment: that makes none of a report.
    const isAside = policy.services.get(other ?? '')?.place === 'none'
    return correct(out, event, last, policy, place, isAside && place === null ? null : other)
  }
  // Whoever answers a mail about it, or goes on in its thread, says more of it, unless they surely say something else.
  const answersIt = message.origin?.about.includes(last.reference) === true || last === continued
  const another =
    problem === undefined || last !== continued ? category : sureCategory(problem, policy.categoryAccept)
  const bare =
    another === null &&
    (answersIt || !hintsAtAnother(last, problem, policy)) &&
    (intent.value === 'report' || intent.value === 'other' || intent.value === 'yes')
  if (!bare || understanding.references.length > 0) return false
  if (place !== null && problem !== undefined && problem.location.mention !== null) {
    const lacking = last.state === 'review' && last.place === null && within(policy.correctionMs)
    const nothingElse = wordsBeside(message.text, problem.location.evidence) <= 2
    if (lacking || (nothingElse && within(policy.additionMs))) {
      return correct(out, event, last, policy, place, null)
    }
    return false
  }
  if (takenElsewhere(last, problem)) return false
  const isYes = intent.value === 'yes' && !(answersIt && intent.confidence < policy.intentAt)
  const hasMore = message.media.length > 0 || (message.text.trim() !== '' && !isYes)
  if (hasMore && within(policy.additionMs)) {
    addTo(out, event, last, message.media.length > 0 ? 'sent a file' : 'added words')
    heard(out, last)
    return true
  }
  return false
}

/** Whoever asked for a person goes on telling them; only a whole report of its own is one. */
function joinsTheCard(
  { understanding }: MessageEvent,
  last: RequestView,
  problem: Problem | undefined,
  policy: Policy,
): boolean {
  if (last.state !== 'review' || last.reason !== 'agent-wanted') return false
  if (!['report', 'other', 'comment', 'question'].includes(understanding.intent.value)) return false
  return (
    problem === undefined ||
    sureCategory(problem, policy.categoryAccept) === null ||
    surePlace(problem, policy) === null
  )
}

/** Some sign of another service, too weak to name it: then it is asked about, not put with the last request. */
function hintsAtAnother(last: RequestView, problem: Problem | undefined, policy: Policy): boolean {
  const category = problem?.category
  if (category === undefined || category.value === null || category.value === last.code) return false
  return category.confidence >= policy.categoryHint
}

/** Words of three letters and more that are no part of the place: an address says nothing else. */
function wordsBeside(text: string, evidence: Problem['location']['evidence']): number {
  const rest = evidence.reduce(
    (left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
  return rest.match(/\p{L}{3,}/gu)?.length ?? 0
}

/** A photo whose own position lies far from the last request is the start of another one. */
function takenElsewhere(last: RequestView, problem: Problem | undefined): boolean {
  const place = problem?.location.mention === null ? problem.location.value : null
  return place !== null && last.place !== null && metresBetween(place, last.place) > 250
}

/** What a resident hears when their words were kept. Where there is danger, a receipt would read as if help came. */
function heard(out: Outcome, { id, safety }: RequestView): void {
  out.speeches.push(safety === 'none' ? { say: 'added', requestId: id } : { say: safety })
}

function withdraw(out: Outcome, event: MessageEvent, last: RequestView): boolean {
  if (last.state === 'closed') return false
  change(out, event, last, 'withdrew it', { state: 'cancelled' })
  // Danger is looked at whatever the resident says of it afterwards.
  if (last.reason !== null && last.safety === 'none')
    out.writes.push({ do: 'close-review', requestId: last.id, outcome: 'withdrawn', actor: 'resident' })
  if (last.state !== 'review')
    out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId: last.id, change: 'withdrawn' })
  out.speeches.push({ say: 'cancelled', requestId: last.id })
  return true
}

/** A new place or service for a request. Without either, an agent finds out what was wrong. */
function correct(
  out: Outcome,
  event: MessageEvent,
  last: RequestView,
  policy: Policy,
  place: Place | null,
  category: string | null,
): boolean {
  const patch: RequestPatch = {
    ...(place === null ? {} : { place, location: said(event) }),
    ...(category === null ? {} : { service_code: category, category: said(event) }),
  }
  const service = policy.services.get(category ?? last.code ?? '')
  const empty = place === null && category === null
  if (last.state === 'review') {
    const ready =
      last.reason === 'place-unclear' &&
      place !== null &&
      service?.review === 'never' &&
      exactEnough(place, service, policy)
    if (!ready) {
      change(out, event, last, empty ? 'said that something is wrong' : 'corrected it', patch)
      if (empty && asksBack(last, out)) {
        out.question = { about: 'correction', requestId: last.id }
        out.speeches.push({ say: 'ask-correction', requestId: last.id })
      } else heard(out, last)
      return true
    }
    change(out, event, last, 'named the place', { ...patch, state: 'filing' })
    out.writes.push({
      do: 'close-review',
      requestId: last.id,
      outcome: 'resident-settled',
      actor: 'resident',
    })
    out.effects.push({ id: out.ids.effect(), kind: 'file', requestId: last.id })
    out.filed.push(last.id)
    return true
  }
  change(out, event, last, empty ? 'said that something is wrong' : 'corrected it', patch)
  if (empty && out.drafts.length === 0) {
    // An agent sees it now already: an answer may never come.
    openReview(out, last.id, 'change-after-filing')
    out.question = { about: 'correction', requestId: last.id }
    out.speeches.push({ say: 'ask-correction', requestId: last.id })
    return true
  }
  if (empty || (place !== null && !exactEnough(place, service, policy))) {
    openReview(out, last.id, 'change-after-filing')
    out.speeches.push({ say: 'in-review', requestId: last.id, reason: 'change-after-filing' })
    return true
  }
  out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId: last.id, change: 'corrected' })
  out.speeches.push({ say: 'corrected', requestId: last.id })
  return true
}

/** Of what waits for an agent: whoever can't see what was understood is asked what is wrong with it, once. */
const asksBack = ({ safety }: RequestView, out: Outcome): boolean =>
  safety === 'none' && out.drafts.length === 0 && out.question === null

function change(
  out: Outcome,
  event: MessageEvent,
  request: RequestView,
  what: string,
  patch: RequestPatch,
): void {
  const text = wordsOf(event.message)
  out.writes.push({
    do: 'change',
    requestId: request.id,
    actor: 'resident',
    what,
    patch: {
      ...patch,
      ...(text === '' ? {} : { addText: text }),
      addMessageIds: [event.message.id],
      addMediaIds: event.message.media.map((m) => m.id),
    },
  })
}

const said = (event: MessageEvent): Settled => ({
  by: 'resident',
  confidence: null,
  alternatives: [],
  evidence: [],
  messageId: event.message.id,
})

const surePlace = (problem: Problem, policy: Policy): Place | null =>
  problem.location.value !== null &&
  problem.location.needs === null &&
  problem.location.confidence >= policy.locationConfirm
    ? problem.location.value
    : null

const sureCategory = (problem: Problem, atLeast: number): string | null =>
  problem.category.value !== null && problem.category.confidence >= atLeast ? problem.category.value : null
