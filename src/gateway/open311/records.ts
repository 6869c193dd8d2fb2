/**
 * Our records as GeoReport v2 shows them: names and order of the fields as in the specification, nothing added.
 * @module
 */
import type { Service } from '../../core/catalogue.ts'
import type { PublicRequest } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import { type Answer, withoutControls } from './xml.ts'

/** The specification's limit for a description. */
const maxDescription = 4000

export interface Naming {
  /** A service's name by its code; null where there is none. */
  readonly nameOf: (code: string) => string | null
  /** Our root as the public sees it, without a slash at its end. */
  readonly publicUrl: string
}

/** One entry of the service list. Every service files at once, so its type is `realtime`. */
export const serviceEntry = (service: Service): Answer => ({
  service_code: service.code,
  service_name: service.name,
  description: service.description,
  metadata: service.details.length > 0,
  type: 'realtime',
  keywords: service.keywords.join(', '),
  group: service.group,
})

/** A service's own questions as attributes, in the order they are asked. */
export const serviceDefinition = (service: Service): Answer => ({
  service_code: service.code,
  attributes: service.details.map((detail, index) => ({
    variable: true,
    code: detail.code,
    datatype: detail.datatype,
    required: detail.required,
    datatype_description: null,
    order: index + 1,
    description: detail.question,
    values: detail.values.map(({ key, name }) => ({ key, name })),
  })),
})

/** A request as strangers may see it. What the store withheld stays empty. */
export function requestEntry({ request, photoIds }: PublicRequest, { nameOf, publicUrl }: Naming): Answer {
  const { place, service_code: code } = request
  const [photoId] = photoIds
  return {
    service_request_id: request.reference,
    status: request.status,
    status_notes: text(request.status_notes),
    service_name: code === null ? null : nameOf(code),
    service_code: code,
    description: text(request.description),
    agency_responsible: text(request.agency_responsible),
    service_notice: null,
    requested_datetime: wholeSeconds(request.requested_datetime),
    updated_datetime: wholeSeconds(request.updated_datetime),
    expected_datetime: request.expected_datetime === null ? null : wholeSeconds(request.expected_datetime),
    address: place === null ? null : addressLine(place),
    address_id: null,
    zipcode: text(place?.zip ?? null),
    lat: place?.lat ?? null,
    long: place?.lon ?? null,
    media_url: photoId === undefined ? null : `${publicUrl}/media/${photoId}.jpg`,
  }
}

/** Null where nothing is left: an empty element and null are the same thing here. */
function text(value: string | null): string | null {
  const clean = withoutControls(value ?? '').trim()
  return clean === '' ? null : clean.slice(0, maxDescription).toWellFormed()
}

/** From most specific to most general, as the specification asks. */
function addressLine({ address, neighborhood }: Place): string | null {
  const parts = neighborhood === null || address.includes(neighborhood) ? [address] : [address, neighborhood]
  return text(parts.join(', '))
}

/** Clients parse seconds; rounding down keeps "changed since the last one I saw" complete. */
const wholeSeconds = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}Z`
