/**
 * What an app sends to POST /requests. https://wiki.open311.org/GeoReport_v2/#post-service-request
 * An empty parameter is the same as none.
 * @module
 */
import { createHash, randomUUID } from 'node:crypto'
import type { Service } from '../../src/core/catalogue.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { type Form, type FormFile, fieldOf, readForm, wordsOf } from '../form.ts'
import type { slotOf } from './window.ts'

/** The specification's limit for a description. */
export const maxDescription = 4000
const maxPhotos = 5

export interface Open311Raw {
  readonly format: 'json' | 'xml'
  /** All parameters but the key. */
  readonly fields: Form['fields']
  readonly service: Service
  readonly description: string
  readonly point: { readonly lat: number; readonly lon: number } | null
  readonly addressString: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly mediaUrl: string | null
  readonly photos: readonly FormFile[]
  /** The sender's id of this request, or one made of what is in it: see `identity`. */
  readonly id: string
}

/** One error in the list that the specification wants. */
export interface Problem {
  readonly code: 400 | 403 | 404
  readonly description: string
}
/** All that is wrong, as the cause of the AppError. */
export class Problems extends Error {
  readonly list: readonly Problem[]
  constructor(list: readonly Problem[]) {
    super(list.map(({ description }) => description).join(' '))
    this.name = 'Problems'
    this.list = list
  }
}

export interface Reading {
  readonly serviceOf: (code: string) => Service | undefined
  /** `jurisdiction_id` that are ours. */
  readonly jurisdictions: readonly string[]
  /** Unix milliseconds. */
  readonly now: () => number
  /** Where a second sending of the same falls into. */
  readonly slotOf: ReturnType<typeof slotOf>
}

export const formatOf = (url: string): 'json' | 'xml' => (/\.xml(?:\?|$)/i.test(url) ? 'xml' : 'json')

/** Some clients put what is not theirs to say (`jurisdiction_id`, `api_key`) into the query. */
export function formOf(request: HttpRequest): Form {
  const form = readForm(request.headers['content-type'] ?? '', request.bytes ?? Buffer.from(request.body))
  return { ...form, fields: [...form.fields, ...new URL(request.url).searchParams] }
}

/** Throws AppError `malformed` or `not-found` with `Problems` as its cause. */
export function readRequest(request: HttpRequest, reading: Reading): Open311Raw {
  const form = formOf(request)
  const of = (name: string) => fieldOf(form, name)
  const problems: Problem[] = []
  const wrong = (code: Problem['code'], description: string): null => {
    problems.push({ code, description })
    return null
  }

  const jurisdiction = of('jurisdiction_id')
  if (jurisdiction !== null && !reading.jurisdictions.includes(jurisdiction))
    wrong(404, 'jurisdiction_id is not one of this server.')
  const code = of('service_code')
  const service =
    code === null
      ? wrong(400, 'service_code is missing.')
      : (reading.serviceOf(code) ?? wrong(404, 'No service has this service_code.'))
  const point = pointOf(of('lat'), of('long'), wrong)
  const addressString = of('address_string')
  // We keep no addresses by number, so an address_id says nothing to us by itself.
  if (service !== null && service.place !== 'none' && of('lat') === null && of('long') === null)
    if (addressString === null)
      wrong(400, 'A location is missing: lat and long, or address_string (this server knows no address_id).')
  const description = wordsOf(form, 'description')
  if (description.length > maxDescription)
    wrong(400, `description is longer than ${maxDescription} characters.`)
  const photos = form.files.slice(0, maxPhotos)
  const attributes = service === null ? {} : attributesOf(form, service, wrong)
  if (problems.length > 0 || service === null) {
    const code = problems.every((one) => one.code === 404) ? 'not-found' : 'malformed'
    const cause = new Problems(problems)
    throw new AppError(code, cause.message, { cause })
  }
  const fields = form.fields.filter(([name]) => name !== 'api_key')
  return {
    format: formatOf(request.url),
    fields,
    service,
    description,
    point,
    addressString,
    attributes,
    mediaUrl: of('media_url'),
    photos,
    id: identity(request, of('api_key') ?? '', { fields, photos }, reading),
  }
}

function pointOf(
  lat: string | null,
  long: string | null,
  wrong: (code: 400, description: string) => null,
): Open311Raw['point'] {
  if (lat === null && long === null) return null
  if (lat === null || long === null) return wrong(400, 'lat and long only say something together.')
  const [north, east] = [Number(lat), Number(long)]
  if (!(Math.abs(north) <= 90) || !(Math.abs(east) <= 180))
    return wrong(400, 'lat and long are degrees (WGS 84), such as 42.3601 and -71.0589.')
  // What software sends where it has no position.
  return north === 0 && east === 0 ? null : { lat: north, lon: east }
}

const attribute = /^attribute\[([^\]]{1,80})\](?:\[\])?$/
/** Answers to the service's own questions; what it does not ask stays among the fields alone. */
function attributesOf(
  form: Form,
  service: Service,
  wrong: (code: 400, description: string) => null,
): Readonly<Record<string, string>> {
  const given = new Map<string, string[]>()
  for (const [name, value] of form.fields) {
    const code = attribute.exec(name)?.[1]
    if (code === undefined || value.trim() === '') continue
    given.set(code, [...(given.get(code) ?? []), value.trim().slice(0, 500)])
  }
  const answers: Record<string, string> = {}
  for (const { code, required, values } of service.details) {
    const answer = given.get(code)
    if (answer === undefined) {
      if (required) wrong(400, `attribute[${code}] is missing.`)
      continue
    }
    const keys = new Set(values.map(({ key }) => key))
    if (keys.size > 0 && answer.some((one) => !keys.has(one)))
      wrong(400, `attribute[${code}] is none of the values in the definition of the service.`)
    answers[code] = answer.join(', ')
  }
  return answers
}

const sha = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const one of parts) hash.update(one).update('\0')
  return hash.digest('hex')
}

/**
 * What makes it the same request when it comes again. A key of the sender's (`Idempotency-Key`, the IETF's draft of
 * that name) says so itself. Else the same parameters and files of the same sender within some minutes do: phones
 * send again what they got no answer to. Who says nothing of themselves is never taken for somebody else: two
 * residents may say the same.
 */
function identity(
  request: HttpRequest,
  key: string,
  { fields, photos }: { readonly fields: Form['fields']; readonly photos: readonly FormFile[] },
  reading: Reading,
): string {
  const own = request.headers['idempotency-key']?.trim()
  if (own) return `k-${sha([key, own])}`
  if (senderOf(fields) === null) return `a-${randomUUID()}`
  const sorted = fields.map(([name, value]) => `${name}=${value}`).toSorted()
  const body = sha([...sorted, ...photos.flatMap(({ name, bytes }) => [name, bytes])])
  return `b-${body}-${reading.slotOf(body, reading.now())}`
}

/** `device:…`, or what else says who it is; null where nothing does. */
export function senderOf(fields: Form['fields']): string | null {
  for (const name of ['device_id', 'account_id', 'email', 'phone']) {
    const value = fieldOf({ fields, files: [] }, name)?.trim()
    if (value) return `${name}:${value.slice(0, 200)}`
  }
  return null
}
