/**
 * Requests as strangers may see them, with GeoReport's filters (https://wiki.open311.org/GeoReport_v2/#get-service-requests).
 * @module
 */
import type { Kysely, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { PublicRequest, RequestFilter, Store } from '../core/ports.ts'
import { redacted } from '../core/privacy.ts'
import { MediaId, requestStates } from '../core/request.ts'
import { asStorageError } from './failures.ts'
import { openStates, parsed, toServiceRequest } from './rows.ts'
import type { ServiceRequestRow, Tables } from './tables.ts'
import { isWithheld } from './withheld.ts'

/** `requests` and `request` of the Store. Cancelled and refused requests show as closed, without their content. */
export const makeRequests = (db: Kysely<Tables>): Pick<Store, 'requests' | 'request'> => ({
  requests: (filter) => select(db, filter),
  async request(idOrNumber) {
    return (await select(db, { ids: [idOrNumber], page: 1, pageSize: 1 }))[0] ?? null
  },
})

async function select(db: Kysely<Tables>, filter: RequestFilter): Promise<readonly PublicRequest[]> {
  let query = db.selectFrom('service_requests').selectAll()
  if (filter.ids !== undefined) query = query.where(named(filter.ids))
  if (filter.codes !== undefined) query = query.where('service_code', 'in', some(filter.codes))
  if (filter.status !== undefined) query = query.where('state', 'in', some(statesOf(filter.status)))
  if (filter.from !== undefined) query = query.where('requested_at', '>=', new Date(filter.from))
  if (filter.to !== undefined) query = query.where('requested_at', '<=', new Date(filter.to))
  if (filter.updatedFrom !== undefined) query = query.where('updated_at', '>=', new Date(filter.updatedFrom))
  if (filter.updatedTo !== undefined) query = query.where('updated_at', '<=', new Date(filter.updatedTo))
  try {
    const rows = await query
      .orderBy('requested_at', 'desc')
      .orderBy('id')
      .limit(filter.pageSize)
      .offset((Math.max(filter.page, 1) - 1) * filter.pageSize)
      .execute()
    const photos = await photosOf(db, rows)
    return rows.map((row) => toPublic(row, photos.get(row.id) ?? []))
  } catch (error) {
    throw asStorageError(error)
  }
}

/** By our id, our reference or a case's number. */
function named(ids: readonly string[]) {
  const wanted = [...new Set(ids.flatMap((id) => [id, id.toUpperCase()]))]
  return sql<SqlBool>`id IN (
    SELECT id FROM service_requests WHERE id = ANY (${wanted}::text[]) OR reference = ANY (${wanted}::text[])
    UNION SELECT request_id FROM cases WHERE number = ANY (${wanted}::text[]))`
}

const statesOf = (status: readonly string[]): readonly string[] =>
  requestStates.filter((state) => status.includes(openStates.has(state) ? 'open' : 'closed'))

/** SQL knows no empty list; no state and no service has an empty name. */
const some = (values: readonly string[]): readonly string[] => (values.length === 0 ? [''] : values)

async function photosOf(
  db: Kysely<Tables>,
  rows: readonly ServiceRequestRow[],
): Promise<ReadonlyMap<string, readonly MediaId[]>> {
  const photos = new Map<string, MediaId[]>()
  const shown = rows.filter((row) => row.media_ids.length > 0 && !isWithheld(row))
  if (shown.length === 0) return photos
  const found = await db
    .selectFrom('media')
    .select(['id', 'request_id'])
    .where(
      'request_id',
      'in',
      shown.map((row) => row.id),
    )
    .where('shown', '=', true)
    .where('state', '=', 'kept')
    .execute()
  const known = new Set(found.map((photo) => photo.id))
  for (const row of shown) {
    const ids = row.media_ids.filter((id) => known.has(id))
    photos.set(
      row.id,
      ids.map((id) => parsed(MediaId, id, 'a file')),
    )
  }
  return photos
}

function toPublic(row: ServiceRequestRow, photoIds: readonly MediaId[]): PublicRequest {
  const request = toServiceRequest(row)
  if (isWithheld(row)) {
    return {
      request: {
        ...request,
        description: '',
        place: null,
        category: null,
        location: null,
        attributes: {},
        status_notes: null,
        media_ids: [],
      },
      photoIds: [],
    }
  }
  const attributes = Object.fromEntries(
    Object.entries(request.attributes).map(([code, answer]) => [code, redacted(answer)]),
  )
  return {
    request: {
      ...request,
      description: redacted(request.description),
      status_notes: request.status_notes === null ? null : redacted(request.status_notes),
      attributes,
    },
    photoIds,
  }
}
