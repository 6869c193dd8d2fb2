/**
 * The tables that Kysely puts statements together for. The rest is reached by prepared statements only.
 * @module
 */

/** Columns as the driver returns them. */
export interface ServiceRequestRow {
  readonly id: string
  readonly reference: string
  readonly conversation_id: string
  readonly channel: string
  readonly language: string
  readonly state: string
  readonly service_code: string | null
  readonly category: unknown
  readonly description: string
  readonly place: unknown
  readonly location: unknown
  readonly attributes: unknown
  readonly safety: string
  readonly message_ids: string[]
  readonly media_ids: string[]
  readonly private: boolean
  readonly agency_responsible: string | null
  readonly status_notes: string | null
  readonly requested_at: Date
  readonly updated_at: Date
  readonly expected_at: Date | null
}

export interface Tables {
  service_requests: ServiceRequestRow
  cases: { request_id: string; system: string; system_id: string; number: string | null }
  media: { id: string; request_id: string | null; shown: boolean; state: string; n: number }
}
