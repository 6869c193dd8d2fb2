/**
 * What a turn decided, put in the order and shape that one statement writes. Pure.
 * @module
 */
import type { InboundMessage, NewServiceRequest, RequestId } from '../core/request.ts'
import type { RequestPatch, RequestWrite, Turn } from '../core/turn.ts'

/** An open or, within one turn, already closed review. */
interface ReviewPlan {
  readonly id: string
  readonly request_id: RequestId
  readonly reason: string
  readonly pinned: boolean
  readonly outcome: string | null
  readonly closed_by: string | null
}
interface HistoryPlan {
  readonly request_id: RequestId | null
  readonly actor: string
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
}
export interface Plan {
  readonly created: readonly NewServiceRequest[]
  readonly changed: ReadonlyMap<RequestId, RequestPatch>
  readonly opened: readonly ReviewPlan[]
  /** `review_id` null: every open one of the request. */
  readonly closed: readonly (Pick<ReviewPlan, 'request_id' | 'outcome' | 'closed_by'> & {
    readonly review_id: string | null
  })[]
  readonly history: readonly HistoryPlan[]
}

/** Several writes to one request become one; a review opened and closed in one turn is written closed. */
export function planWrites(turn: Turn, message: InboundMessage | null): Plan {
  const created = new Map<RequestId, NewServiceRequest>()
  const changed = new Map<RequestId, RequestPatch>()
  let opened: readonly ReviewPlan[] = []
  const closed: Plan['closed'][number][] = []
  for (const write of turn.writes) {
    if (write.do === 'create') created.set(write.request.id, write.request)
    if (write.do === 'change') {
      const fresh = created.get(write.requestId)
      if (fresh !== undefined) created.set(fresh.id, patched(fresh, write.patch))
      else changed.set(write.requestId, both(changed.get(write.requestId) ?? {}, write.patch))
    }
    if (write.do === 'open-review') {
      const { reviewId, requestId, reason, pinned } = write
      const review = { id: reviewId, request_id: requestId, reason, pinned, outcome: null, closed_by: null }
      opened = [...opened, review]
    }
    if (write.do === 'close-review') {
      const end = { outcome: write.outcome, closed_by: write.actor }
      const review_id = write.reviewId ?? null
      opened = opened.map((o) =>
        o.request_id === write.requestId && o.outcome === null && (review_id === null || o.id === review_id)
          ? { ...o, ...end }
          : o,
      )
      closed.push({ request_id: write.requestId, review_id, ...end })
    }
  }
  const history = turn.writes.map((write) => line(write, message))
  if (turn.consent !== null) {
    history.push({ request_id: null, actor: 'resident', what: `opted-${turn.consent}`, detail: {} })
  }
  return { created: [...created.values()], changed, opened, closed, history }
}

function both(a: RequestPatch, b: RequestPatch): RequestPatch {
  const addText = joined(a.addText, b.addText)
  return {
    ...a,
    ...b,
    ...(addText === undefined ? {} : { addText }),
    addMessageIds: [...(a.addMessageIds ?? []), ...(b.addMessageIds ?? [])],
    addMediaIds: [...(a.addMediaIds ?? []), ...(b.addMediaIds ?? [])],
    attributes: { ...a.attributes, ...b.attributes },
  }
}

function patched(request: NewServiceRequest, patch: RequestPatch): NewServiceRequest {
  return {
    ...request,
    state: patch.state ?? request.state,
    service_code: patch.service_code ?? request.service_code,
    category: patch.category ?? request.category,
    place: patch.place ?? request.place,
    location: patch.location ?? request.location,
    description: joined(request.description, patch.addText) ?? '',
    attributes: { ...request.attributes, ...patch.attributes },
    message_ids: [...request.message_ids, ...(patch.addMessageIds ?? [])],
    media_ids: [...request.media_ids, ...(patch.addMediaIds ?? [])],
  }
}

const joined = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || a === '' ? b : b === undefined ? a : `${a}\n${b}`

/** The history can't be corrected later, so it holds codes and ids and never what a resident wrote. */
function line(write: RequestWrite, message: InboundMessage | null): HistoryPlan {
  const from = message === null ? {} : { messageId: message.id }
  if (write.do === 'create') {
    const { id, state, service_code, safety } = write.request
    return {
      request_id: id,
      actor: write.actor,
      what: 'created',
      detail: { ...from, state, service_code, safety },
    }
  }
  const request_id = write.requestId
  if (write.do === 'open-review') {
    const { reviewId, reason, pinned } = write
    return { request_id, actor: 'bot', what: 'review-opened', detail: { ...from, reviewId, reason, pinned } }
  }
  if (write.do === 'close-review') {
    return {
      request_id,
      actor: write.actor,
      what: 'review-closed',
      detail: { ...from, outcome: write.outcome },
    }
  }
  const { state, service_code } = write.patch
  const detail = { ...from, changed: Object.keys(write.patch), state, service_code }
  return { request_id, actor: write.actor, what: write.what, detail }
}
