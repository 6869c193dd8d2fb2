import type { InboundMessage } from '../request.ts'
import type { ConversationState, Turn } from '../turn.ts'
import { newDraft } from './draft.ts'
import { turnIds } from './ids.ts'
import { keepForReview, newOutcome, toTurn } from './outcome.ts'

/**
 * The turn of a message that our own code failed on: kept whole for an agent, and answered. What else is open
 * in the conversation stays as it is. Reads nothing of the message but its ids and its text.
 */
export function unreadable(
  state: ConversationState,
  event: { readonly seed: string; readonly now: number; readonly message: InboundMessage },
): Turn {
  const out = newOutcome(turnIds(event.seed), event.message.channel, state.language ?? 'en', state)
  const draft = newDraft(out.ids.request(), event, null, true)
  keepForReview(out, draft, 'unreadable')
  out.speeches.push({ say: 'in-review', requestId: draft.id, reason: 'unreadable' })
  return toTurn(out)
}
