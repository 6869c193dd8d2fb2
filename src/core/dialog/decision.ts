import type { Policy } from '../policy.ts'
import type { Speech } from '../reply.ts'
import type { Settled } from '../request.ts'
import type { ConversationState, DialogEvent, RequestView, Turn } from '../turn.ts'
import type { Outcome } from './outcome.ts'
import { toTurn } from './outcome.ts'

const byAgent: Settled = { by: 'agent', confidence: null, alternatives: [], evidence: [], messageId: null }

/** Why a decision is not taken; see DeskRefusal. */
export type Objection = 'decided' | 'held' | 'changed' | 'impossible'

/** What stands against a decision, or null. Pure: the desk asks it of the same facts as the dialog. */
export function objectionTo(
  { decision, request, review, now }: Pick<DecisionEvent, 'decision' | 'request' | 'review' | 'now'>,
  policy: Policy,
): Objection | null {
  if (review === null || review.id !== decision.reviewId) return 'decided'
  const held = review.claim !== null && review.claim.agent !== decision.agent && review.claim.until > now
  if (held && decision.takeOver !== true) return 'held'
  if (decision.seen !== undefined && request.changedAt > decision.seen) return 'changed'
  const { action, code, note = '' } = decision
  if (action === 'refuse') return note.trim() === '' ? 'impossible' : null
  if (action === 'ask') return request.state === 'review' ? null : 'impossible'
  if (code !== undefined && !policy.services.has(code)) return 'impossible'
  const needsService = request.state === 'review' || review.reason === 'not-filed'
  return needsService && !policy.services.has(code ?? request.code ?? '') ? 'impossible' : null
}

type DecisionEvent = Extract<DialogEvent, { type: 'decision' }>

/** An agent's word: final, heard once by the resident. A review that is no longer open changes nothing. */
export function onDecision(
  state: ConversationState,
  event: DecisionEvent,
  policy: Policy,
  out: Outcome,
): Turn {
  const { decision, request } = event
  const nothing: Turn = { state, writes: [], effects: [], consent: null }
  if (objectionTo(event, policy) !== null) return nothing
  if (request.state !== 'review') return onFiled(event, out)
  const actor = `agent:${decision.agent}`
  if (decision.action === 'refuse') {
    const note = decision.note ?? ''
    const [state, what] = isTalk(event)
      ? (['closed', 'answered'] as const)
      : (['refused', 'refused'] as const)
    out.writes.push(
      { do: 'change', requestId: request.id, patch: { state, status_notes: note }, what, actor },
      { do: 'close-review', requestId: request.id, outcome: what, actor },
    )
    tell(out, request, { say: what, requestId: request.id, note })
    return toTurn(out)
  }
  if (decision.action === 'ask') {
    const slot = decision.note === 'category' ? 'category' : 'location'
    out.regarding = request.id
    out.writes.push({ do: 'change', requestId: request.id, patch: {}, what: `asked for ${slot}`, actor })
    out.speeches.push(
      slot === 'category'
        ? { say: 'ask-category', hasPhoto: false, place: request.place }
        : { say: 'ask-location', code: request.code },
    )
    // An open draft of the resident's own keeps its question; the answer is then read in its light.
    if (out.drafts.length === 0) out.question = { about: 'review', requestId: request.id, slot }
    return toTurn(out)
  }
  const code = decision.code ?? request.code
  if (code === null) return nothing
  const changed = decision.code !== undefined || decision.place !== undefined
  out.writes.push(
    {
      do: 'change',
      requestId: request.id,
      patch: {
        state: 'filing',
        service_code: code,
        category: byAgent,
        ...(decision.place === undefined ? {} : { place: decision.place, location: byAgent }),
      },
      what: changed ? 'changed and accepted' : 'accepted',
      actor,
    },
    { do: 'close-review', requestId: request.id, outcome: changed ? 'changed' : 'accepted', actor },
  )
  out.effects.push({ id: out.ids.effect(), kind: 'file', requestId: request.id })
  tell(out, request, { say: 'decided', requestId: request.id })
  return toTurn(out)
}

/** Nothing was to be filed: a question, the wish for a person, a crisis. The agent's reason is the answer. */
const isTalk = ({ review }: DecisionEvent): boolean =>
  review?.reason === 'question' || review?.reason === 'agent-wanted' || review?.reason === 'crisis'

/**
 * What an agent made of it, in words. Who was in danger hears first that help comes from elsewhere, and who was in a
 * crisis hears nothing of requests and cases.
 */
function tell(out: Outcome, { safety }: RequestView, speech: Speech): void {
  if (safety !== 'none') out.speeches.push({ say: safety })
  if (safety !== 'crisis') out.speeches.push(speech)
}

/**
 * The review of a request that is on its way to a case, has one, or has ended. Only this review is settled: others of
 * the request are other people's questions. Where no case system took it, it is filed again; what changes, the case
 * system hears of; what has ended stays as it is, and a note is an answer.
 */
function onFiled(event: DecisionEvent, out: Outcome): Turn {
  const { decision, request, review } = event
  const actor = `agent:${decision.agent}`
  const { id: requestId } = request
  const { action, note = '' } = decision
  const outcome = action === 'accept' ? 'accepted' : action === 'change' ? 'changed' : 'refused'
  const ended = request.state !== 'filing' && request.state !== 'filed'
  const answers = action === 'refuse' && (ended || review?.reason === 'change-after-filing')
  const ends = action === 'refuse' && !answers
  if (ends) refuse(event, out)
  else if (answers) answer(event, out, note)
  else if (ended) {
    if (request.state === 'closed') out.speeches.push({ say: 'status', requestIds: [requestId] })
  } else keep(event, out)
  const which = ends || review === null ? {} : { reviewId: review.id }
  out.writes.push({ do: 'close-review', requestId, ...which, outcome, actor })
  return toTurn(out)
}

function refuse({ decision, request }: DecisionEvent, out: Outcome): void {
  const { agent, note = '' } = decision
  const { id: requestId } = request
  const patch = { state: 'refused', status_notes: note } as const
  out.writes.push({ do: 'change', requestId, patch, what: 'refused', actor: `agent:${agent}` })
  // Also where no case system took it, as far as we know: if one has, it has to hear of this.
  out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId, change: 'withdrawn' })
  tell(out, request, { say: 'refused', requestId, note })
}

/** Nothing changes but what the resident is told; who withdrew it is told nothing. */
function answer({ decision, request }: DecisionEvent, out: Outcome, note: string): void {
  if (request.state === 'cancelled' || request.state === 'refused') return
  const actor = `agent:${decision.agent}`
  const patch = { status_notes: note }
  out.writes.push({ do: 'change', requestId: request.id, patch, what: 'answered', actor })
  out.speeches.push({ say: 'answered', requestId: request.id, note })
}

/** Accepted as it is or with changes. */
function keep({ decision, request: { id: requestId }, review }: DecisionEvent, out: Outcome): void {
  const { code, place, agent } = decision
  const unfiled = review?.reason === 'not-filed'
  const changed = code !== undefined || place !== undefined
  const patch = {
    ...(code === undefined ? {} : { service_code: code, category: byAgent }),
    ...(place === undefined ? {} : { place, location: byAgent }),
  }
  if (changed) out.writes.push({ do: 'change', requestId, patch, what: 'changed', actor: `agent:${agent}` })
  if (unfiled) out.effects.push({ id: out.ids.effect(), kind: 'file', requestId })
  else if (changed) out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId, change: 'corrected' })
  // Of a second filing the resident heard when it was first promised.
  if (changed) out.speeches.push({ say: 'corrected', requestId })
  else if (!unfiled) out.speeches.push({ say: 'status', requestIds: [requestId] })
}
