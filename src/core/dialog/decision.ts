import type { Policy } from '../policy.ts'
import type { Settled } from '../request.ts'
import type { ConversationState, DialogEvent, Turn } from '../turn.ts'
import type { Outcome } from './outcome.ts'
import { toTurn } from './outcome.ts'

const byAgent: Settled = { by: 'agent', confidence: null, alternatives: [], evidence: [], messageId: null }

/** An agent's word: final, heard once by the resident. A review that is no longer open changes nothing. */
export function onDecision(
  state: ConversationState,
  event: Extract<DialogEvent, { type: 'decision' }>,
  policy: Policy,
  out: Outcome,
): Turn {
  const { decision, request } = event
  const nothing: Turn = { state, writes: [], effects: [], consent: null }
  if (request.state === 'filing' || request.state === 'filed' || request.state === 'closed')
    return request.reason === null ? nothing : onFiled(event, nothing, policy, out)
  if (request.state !== 'review') return nothing
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
  const service = code === null ? undefined : policy.services.get(code)
  if (service === undefined) return nothing
  const changed = decision.code !== undefined || decision.place !== undefined
  out.writes.push(
    {
      do: 'change',
      requestId: request.id,
      patch: {
        state: 'filing',
        service_code: service.code,
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
 * The review of a request that has its case already: a person was wanted, or it is not fixed. Accepted, the case
 * stays as it is; changed or refused, the case system hears of it.
 */
function onFiled(
  { decision, request }: Extract<DialogEvent, { type: 'decision' }>,
  nothing: Turn,
  policy: Policy,
  out: Outcome,
): Turn {
  const actor = `agent:${decision.agent}`
  const { id: requestId } = request
  const { action, code, place, note = '' } = decision
  if (action === 'ask' || (code !== undefined && !policy.services.has(code))) return nothing
  const outcome = action === 'accept' ? 'accepted' : action === 'change' ? 'changed' : 'refused'
  if (action === 'refuse') {
    const patch = { state: 'refused', status_notes: note } as const
    out.writes.push({ do: 'change', requestId, patch, what: 'refused', actor })
    out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId, change: 'withdrawn' })
    out.speeches.push({ say: 'refused', requestId, note })
  } else if (code !== undefined || place !== undefined) {
    const patch = {
      ...(code === undefined ? {} : { service_code: code, category: byAgent }),
      ...(place === undefined ? {} : { place, location: byAgent }),
    }
    out.writes.push({ do: 'change', requestId, patch, what: 'changed', actor })
    out.effects.push({ id: out.ids.effect(), kind: 'amend', requestId, change: 'corrected' })
    out.speeches.push({ say: 'corrected', requestId })
  } else out.speeches.push({ say: 'status', requestIds: [requestId] })
  out.writes.push({ do: 'close-review', requestId, outcome, actor })
  return toTurn(out)
}
