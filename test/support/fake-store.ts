/**
 * The public side of a ledger in memory: enough for the routes that only read.
 * @module
 */
import type { PublicRequest, RequestFilter, Store } from '../../src/core/ports.ts'
import type { MediaId, ServiceRequest } from '../../src/core/request.ts'

export type PublicStore = Pick<Store, 'requests' | 'request' | 'publicPhoto'>

/** Filters and pages as the port says; newest first. `asked` collects the filters it was asked with. */
export function fakePublicStore(rows: readonly PublicRequest[]): PublicStore & {
  readonly asked: readonly RequestFilter[]
} {
  const asked: RequestFilter[] = []
  const within = (at: string, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY) =>
    Date.parse(at) >= from && Date.parse(at) <= to
  return {
    asked,
    async requests(filter) {
      asked.push(filter)
      const { ids, codes, status, from, to, updatedFrom, updatedTo, page, pageSize } = filter
      return rows
        .filter(({ request }) => ids === undefined || ids.includes(request.reference))
        .filter(({ request }) => codes === undefined || codes.includes(request.service_code ?? ''))
        .filter(({ request }) => status === undefined || status.includes(request.status))
        .filter(({ request }) => within(request.requested_datetime, from, to))
        .filter(({ request }) => within(request.updated_datetime, updatedFrom, updatedTo))
        .toSorted((a, b) => b.request.requested_datetime.localeCompare(a.request.requested_datetime))
        .slice((page - 1) * pageSize, page * pageSize)
    },
    async request(idOrNumber) {
      return rows.find(({ request }) => [request.id, request.reference].includes(idOrNumber)) ?? null
    },
    async publicPhoto(id: MediaId) {
      const owner = rows.find(({ photoIds }) => photoIds.includes(id))
      return owner === undefined ? null : { requestId: owner.request.id }
    },
  }
}

/** A made-up request: a pothole that is on its way to being fixed. */
export function aRequest(change: Partial<ServiceRequest> = {}): ServiceRequest {
  return {
    id: 'req_00000001_0',
    reference: 'BOS-7K3M-Q2XA',
    conversation_id: 'cnv_00000001',
    channel: 'sms',
    language: 'en',
    state: 'filed',
    service_code: 'pothole',
    category: null,
    description: 'huge pothole in front of 123 Tremont St',
    place: {
      kind: 'address',
      address: '123 Tremont St',
      neighborhood: 'Downtown',
      zip: '02108',
      lat: 42.3563,
      lon: -71.0623,
      accuracyM: 25,
    },
    location: null,
    attributes: {},
    safety: 'none',
    message_ids: ['msg_00000001'],
    media_ids: ['med_00000001'],
    status: 'open',
    status_notes: null,
    agency_responsible: 'Public Works',
    requested_datetime: '2026-11-02T13:14:15.678Z',
    updated_datetime: '2026-11-02T13:14:16.999Z',
    expected_datetime: '2026-11-03T22:00:00.000Z',
    ...change,
  }
}
