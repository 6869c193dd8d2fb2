import type { DialogEvent, Turn } from '../turn.ts'
import type { Outcome } from './outcome.ts'
import { toTurn } from './outcome.ts'

/**
 * What a case system says of a request, passed on once: its end, its reopening, its words. A request that the
 * resident or an agent withdrew hears nothing more.
 */
export function onUpdate(event: Extract<DialogEvent, { type: 'update' }>, out: Outcome): Turn {
  const { request, status, system: actor } = event
  const requestId = request.id
  const notes = event.notes?.trim() ?? ''
  const words = notes === '' ? {} : { status_notes: notes }
  const open = request.state === 'filing' || request.state === 'filed'
  if (open && status === 'closed') {
    out.writes.push({ do: 'change', requestId, patch: { state: 'closed', ...words }, what: 'closed', actor })
    out.speeches.push({ say: 'closed', requestId })
  } else if (request.state === 'closed' && status === 'open') {
    out.writes.push({ do: 'change', requestId, patch: { state: 'filed', ...words }, what: 'reopened', actor })
    out.speeches.push({ say: 'status', requestIds: [requestId] })
  } else if ((open || request.state === 'closed') && notes !== '' && notes !== request.notes) {
    out.writes.push({ do: 'change', requestId, patch: words, what: 'noted', actor })
    out.speeches.push({ say: 'news', requestId })
  }
  return toTurn(out)
}
