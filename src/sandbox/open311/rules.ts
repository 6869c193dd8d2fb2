/**
 * What a POST has to have. https://wiki.open311.org/GeoReport_v2/#post-service-request
 * @module
 */
import type { Problem } from './problem.ts'
import type { PlayedService, PlayerOptions } from './types.ts'

const maxDescription = 4_000

/** Null: it is taken. */
export function refusal(form: URLSearchParams, options: PlayerOptions): Problem | null {
  const key = options.apiKey ?? null
  if (key !== null && form.get('api_key') !== key)
    return { status: 403, description: 'api_key is missing or wrong' }
  const code = form.get('service_code') ?? ''
  if (code === '') return { status: 400, description: 'service_code was not provided' }
  const service = options.services.find((one) => one.code === code)
  if (service === undefined) return { status: 404, description: 'service_code was not found' }
  const point = isDegrees(form.get('lat'), 90) && isDegrees(form.get('long'), 180)
  const place = point || (form.get('address_string') ?? '') !== '' || (form.get('address_id') ?? '') !== ''
  if (options.wantsPlace !== false && !place)
    return { status: 400, description: 'lat and long, address_string or address_id must be provided' }
  const description = form.get('description') ?? ''
  if ([...description].length > maxDescription)
    return { status: 400, description: `description '${description.slice(0, 40)}' is too long` }
  return missingAttribute(form, service)
}

const isDegrees = (text: string | null, most: number): boolean =>
  text !== null && text !== '' && Math.abs(Number(text)) <= most

function missingAttribute(form: URLSearchParams, { attributes = [] }: PlayedService): Problem | null {
  for (const { code, required, datatype, values = [], variable = true } of attributes) {
    const given = [...form.getAll(`attribute[${code}]`), ...form.getAll(`attribute[${code}][]`)]
    if (variable && required && given.length === 0)
      return { status: 400, description: `attribute ${code} is required` }
    const known = new Set(values.map((value) => value.key))
    if (datatype.endsWith('valuelist') && given.some((key) => !known.has(key)))
      return { status: 400, description: `attribute ${code} has a value that is not in its list` }
    if (datatype === 'number' && given.some((text) => Number.isNaN(Number(text))))
      return { status: 400, description: `attribute ${code} is not a number` }
  }
  return null
}
