import type { Policy } from '../policy.ts'
import { extendDraft, type MessageEvent } from './draft.ts'
import type { Outcome } from './outcome.ts'
import { openReview } from './outcome.ts'
import { progress } from './progress.ts'

/**
 * A message that takes the place of earlier ones (a post was edited): its words count. What was begun with the earlier
 * ones begins anew with it; what was filed from them is an agent's to change.
 */
export function revision(out: Outcome, event: MessageEvent, policy: Policy): boolean {
  const earlier = new Set(event.message.revises ?? [])
  if (earlier.size === 0) return false
  const stands = out.drafts.filter((draft) => !draft.messageIds.some((id) => earlier.has(id)))
  if (stands.length < out.drafts.length) {
    const begun = out.drafts.find((draft) => draft.messageIds.every((id) => earlier.has(id)))
    // Words of other messages are in it too: the new ones join them.
    if (begun === undefined) {
      out.drafts = out.drafts.map((draft) =>
        stands.includes(draft)
          ? draft
          : extendDraft(draft, event, event.understanding.problems[0] ?? null, {
              category: true,
              location: true,
            }),
      )
      progress(out, policy)
      return true
    }
    out.drafts = stands
    out.question = null
    return false
  }
  const request = event.requests.find((of) => of.messageIds?.some((id) => earlier.has(id)))
  if (request === undefined) return false
  const text = event.message.text.trim()
  out.writes.push({
    do: 'change',
    requestId: request.id,
    actor: 'resident',
    what: 'post edited',
    patch: { ...(text !== '' && { addText: text }), addMessageIds: [event.message.id] },
  })
  if (request.reason === null) openReview(out, request.id, 'change-after-filing')
  out.speeches.push({ say: 'in-review', requestId: request.id, reason: 'change-after-filing' })
  return true
}
