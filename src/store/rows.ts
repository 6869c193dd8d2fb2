/**
 * Rows become records. What comes off the disk is parsed like everything else; `bug` where it is not of the
 * shape that we wrote.
 * @module
 */
import { z } from 'zod'
import { AppError } from '../core/errors.ts'
import {
  MessageId,
  NewServiceRequest,
  Reference,
  RequestId,
  RequestState,
  ReviewReason,
  ServiceRequest,
} from '../core/request.ts'
import type { RequestView } from '../core/turn.ts'
import { Place, Safety } from '../core/understanding.ts'
import { withheldSql } from './withheld.ts'

/** Throws AppError `bug` naming the place in the record, never its content. */
export function parsed<S extends z.ZodType>(shape: S, value: unknown, what: string): z.infer<S> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const at = result.error.issues[0]?.path.join('.') ?? ''
  throw new AppError('bug', `the ledger holds ${what} that cannot be read (${at})`, { cause: result.error })
}

const Row = NewServiceRequest.extend({
  reference: Reference,
  conversation_id: ServiceRequest.shape.conversation_id,
  status_notes: z.string().nullable(),
  agency_responsible: z.string().nullable(),
  requested_at: z.coerce.date(),
  updated_at: z.coerce.date(),
  expected_at: z.coerce.date().nullable(),
})

/** States that GeoReport calls open. */
export const openStates: ReadonlySet<string> = new Set(['review', 'filing', 'filed'])

/** A row of service_requests, from the driver or as JSON. */
export function toServiceRequest(row: unknown): ServiceRequest {
  const { requested_at, updated_at, expected_at, ...rest } = parsed(Row, row, 'a service request')
  return {
    ...rest,
    status: openStates.has(rest.state) ? 'open' : 'closed',
    requested_datetime: requested_at.toISOString(),
    updated_datetime: updated_at.toISOString(),
    expected_datetime: expected_at?.toISOString() ?? null,
  }
}

const View = z.object({
  id: RequestId,
  reference: Reference,
  state: RequestState,
  code: z.string().nullable(),
  place: Place.nullable(),
  safety: Safety,
  reason: ReviewReason.nullable(),
  withheld: z.boolean(),
  notes: z.string().nullable(),
  at: z.number(),
  changedAt: z.number(),
  messageIds: z.array(MessageId).optional(),
})
/** What `viewSql` selects. */
export const toViews = (value: unknown): readonly RequestView[] =>
  parsed(z.array(View), value ?? [], 'a service request')

/** A RequestView as JSON, of service_requests `r`. */
export const viewSql = `json_build_object(
  'id', r.id, 'reference', r.reference, 'state', r.state, 'code', r.service_code, 'place', r.place,
  'safety', r.safety,
  'reason', (SELECT v.reason FROM reviews v WHERE v.request_id = r.id AND v.closed_at IS NULL
             ORDER BY v.pinned DESC, v.opened_at DESC LIMIT 1),
  'withheld', ${withheldSql('r')}, 'notes', r.status_notes, 'at', ${ms('r.requested_at')},
  'changedAt', ${ms('r.updated_at')}, 'messageIds', to_json(r.message_ids))`

/** Who works on review `v`, as JSON or null. */
export const claimSql = `CASE WHEN v.claimed_by IS NOT NULL THEN
  json_build_object('agent', v.claimed_by, 'until', ${ms('v.claimed_until')}) END`

/** Unix milliseconds of a timestamptz, as a number for JavaScript. */
export function ms(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::double precision`
}

/** Unix milliseconds as PostgreSQL takes a time. */
export const at = (unixMs: number): string => new Date(unixMs).toISOString()
