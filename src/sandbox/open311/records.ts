import type { PlayedRequest, PlayedService, PlayerOptions } from './types.ts'
import type { Format, Value } from './write.ts'

export const serviceEntry = (service: PlayedService): Value => ({
  service_code: service.code,
  service_name: service.name,
  description: service.name,
  metadata: (service.attributes ?? []).length > 0 || service.defined === false,
  type: service.type ?? 'realtime',
  keywords: null,
  group: service.group ?? null,
})

export const definitionOf = ({ code, attributes = [] }: PlayedService): Value => ({
  service_code: code,
  attributes: attributes.map((attribute, index) => ({
    variable: attribute.variable ?? true,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required,
    datatype_description: null,
    order: index + 1,
    description: attribute.description,
    values: (attribute.values ?? []).map(({ key, name }) => ({ key, name })),
  })),
})

export const idValue = (id: string, format: Format, options: PlayerOptions): Value =>
  options.numericIds === true && format === 'json' ? Number(id) : id

export function requestEntry(request: PlayedRequest, format: Format, options: PlayerOptions): Value {
  const field = (name: string): string | null => request.fields.find(([n]) => n === name)?.[1] ?? null
  const date = (at: number): string =>
    `${new Date(at).toISOString().slice(0, 19)}${options.zoneless === true ? '' : 'Z'}`
  const service = options.services.find((one) => one.code === request.serviceCode)
  return {
    service_request_id: idValue(request.id, format, options),
    status: request.status,
    status_notes: request.notes,
    service_name: service?.name ?? null,
    service_code: request.serviceCode,
    description: shown(field('description'), options),
    agency_responsible: null,
    service_notice: null,
    requested_datetime: date(request.at),
    updated_datetime: date(request.changedAt),
    expected_datetime: null,
    address: field('address_string'),
    address_id: null,
    zipcode: null,
    lat: field('lat'),
    long: field('long'),
    media_url: field('media_url'),
    ...(options.tells === true && {
      extended_attributes: { phone: field('phone'), email: field('email'), channel: 'API' },
    }),
  }
}

function shown(description: string | null, { descriptions }: PlayerOptions): string | null {
  if (description === null || descriptions === 'none') return null
  return descriptions === 'one-line' ? description.replace(/\s+/g, ' ') : description
}
