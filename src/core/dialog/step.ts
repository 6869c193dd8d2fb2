import type { Policy } from '../policy.ts'
import type { ChannelName } from '../request.ts'
import type { ConversationState, DialogEvent, Turn } from '../turn.ts'
import { onDecision } from './decision.ts'
import { turnIds } from './ids.ts'
import { onMessage } from './message.ts'
import type { Outcome } from './outcome.ts'
import { keepForReview, newOutcome, toTurn } from './outcome.ts'
import { onUpdate } from './update.ts'

/**
 * The dialog: what one event does to a conversation. Pure and total: the same state, event and policy give
 * the same turn, and every message gets an answer, except a keyword that the provider answers itself.
 */
export function step(
  state: ConversationState,
  event: DialogEvent,
  policy: Policy,
  channel: ChannelName,
): Turn {
  const ids = turnIds(event.seed)
  switch (event.type) {
    case 'message':
      return onMessage(state, event, policy, ids)
    case 'decision':
      return onDecision(state, event, policy, newOutcome(ids, channel, state.language ?? 'en', state))
    case 'update':
      return onUpdate(event, newOutcome(ids, channel, state.language ?? 'en', state))
    case 'idle': {
      const out = newOutcome(ids, channel, state.language ?? 'en', state)
      handOver(out)
      return toTurn(out)
    }
  }
}

/** Silence: what was begun goes to an agent, and the resident hears so once. */
function handOver(out: Outcome): void {
  const [first, ...rest] = out.drafts.filter((d) => d.outside === null || d.location.value !== null)
  if (first !== undefined) {
    for (const draft of [first, ...rest]) keepForReview(out, draft, 'abandoned')
    out.speeches.push({ say: 'in-review', requestId: first.id, reason: 'abandoned' })
  }
  out.drafts = []
  out.question = null
}
