import type { Policy } from '../policy.ts'
import type { Settled } from '../request.ts'
import type { ConversationState, DialogEvent, Turn } from '../turn.ts'
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
  if (review === null || review.id !== decision.reviewId || request.reason === null) return 'decided'
  const held = review.claim !== null && review.claim.agent !== decision.agent && review.claim.until > now
  if (held && decision.takeOver !== true) return 'held'
  if (decision.seen !== undefined && request.changedAt > decision.seen) return 'changed'
  const { action, code, note = '' } = decision
  if (action === 'refuse') return note.trim() === '' ? 'impossible' : null
  if (action === 'ask') return request.state === 'review' ? null : 'impossible'
  if (code !== undefined && !policy.services.has(code)) return 'impossible'
  const needsService = request.state === 'review' || request.reason === 'not-filed'
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
    out.writes.push(
      {
        do: 'change',
        requestId: request.id,
        patch: { state: 'refused', status_notes: note },
        what: 'refused',
        actor,
      },
      { do: 'close-review', requestId: request.id, outcome: 'refused', actor },
    )
    out.speeches.push({ say: 'refused', requestId: request.id, note })
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
  out.speeches.push({ say: 'decided', requestId: request.id })
  return toTurn(out)
}

/**
 * The review of a request that is on its way to a case or has one: a person was wanted, it is not fixed, or no case
 * system took it. Accepted, it stays as it is and is filed again where it was not; changed or refused, the case
 * system hears of it.
 */
function onFiled({ decision, request }: DecisionEvent, out: Outcome): Turn {
  const actor = `agent:${decision.agent}`
  const { id: requestId } = request
  const { action, code, place, note = '' } = decision
  const unfiled = request.reason === 'not-filed'
  const outcome = action === 'accept' ? 'accepted' : action === 'change' ? 'changed' : 'refused'
  if (action === 'refuse') {
    const patch = { state: 'refused', status_notes: note } as const
    out.writes.push({ do: 'change', requestId, patch, what: 'refused', actor })
    if (!unfiled) out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId, change: 'withdrawn' })
    out.speeches.push({ say: 'refused', requestId, note })
  } else {
    const changed = code !== undefined || place !== undefined
    const patch = {
      ...(code === undefined ? {} : { service_code: code, category: byAgent }),
      ...(place === undefined ? {} : { place, location: byAgent }),
    }
    if (changed) out.writes.push({ do: 'change', requestId, patch, what: 'changed', actor })
    if (unfiled) out.effects.push({ id: out.ids.effect(), kind: 'file', requestId })
    else if (changed)
      out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId, change: 'corrected' })
    // Of a second filing the resident heard when it was first promised.
    if (changed) out.speeches.push({ say: 'corrected', requestId })
    else if (!unfiled) out.speeches.push({ say: 'status', requestIds: [requestId] })
  }
  out.writes.push({ do: 'close-review', requestId, outcome, actor })
  return toTurn(out)
}
