import type { Policy } from '../policy.ts'
import type { Settled } from '../request.ts'
import type { ConversationState, DialogEvent, Turn } from '../turn.ts'
import type { Outcome } from './outcome.ts'
import { toTurn } from './outcome.ts'

/** An agent's word: final, heard once by the resident. A review that is no longer open changes nothing. */
export function onDecision(
  state: ConversationState,
  event: Extract<DialogEvent, { type: 'decision' }>,
  policy: Policy,
  out: Outcome,
): Turn {
  const { decision, request } = event
  const nothing: Turn = { state, writes: [], effects: [], consent: null }
  if (request.state !== 'review') return nothing
  const actor = `agent:${decision.agent}`
  const byAgent: Settled = { by: 'agent', confidence: null, alternatives: [], evidence: [], messageId: null }
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
