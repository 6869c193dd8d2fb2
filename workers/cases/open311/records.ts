/**
 * Answers as records, in every shape servers give them: a bare array, the array below its root, one object instead
 * of an array. zod drops all fields that are not named here.
 * @module
 */
import { z } from 'zod'
import type { Attribute, Created, ListedRequest, ListedService } from './types.ts'

/** The items of a list. `root` and `item` are the names that XML, and JSON made from it, wraps around them. */
export function listOf(value: unknown, root: string, item: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return []
  if (root in value) return listOf(value[root], root, item)
  if (item in value) return blank(value[item]) ? [] : [value[item]].flat()
  const fields = Object.keys(value).filter((key) => key !== '?xml')
  return fields.length === 0 ? [] : [value]
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const blank = (value: unknown): boolean => value === null || value === undefined || value === ''

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim())
/** Text, or null where there is none or something else in its place. */
const Text = Scalar.nullish()
  .catch(null)
  .transform((text) => (text ? text : null))
const Id = Scalar.pipe(z.string().min(1))
/** Part of the ids of cases without a number. */
const ServiceCode = Id.pipe(
  z
    .string()
    .max(300)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u),
)
/** A case's, or null: what no ledger keeps and nobody can quote is as good as not told. */
const CaseId = Text.transform((text) => (text !== null && /^[\x21-\x7e]{1,100}$/.test(text) ? text : null))

/** What a text message and a page can show of them. */
const maxNotes = 1_000
/**
 * The City's words as one line of plain text: nothing that a database refuses, and nothing that turns the order of
 * what stands around it.
 */
const Notes = Text.transform((text) => {
  const line = (text ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // Not half of a character.
  const cut = line
    .slice(0, maxNotes)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
  return cut === '' ? null : cut
})
const Flag = Text.transform((text) => /^(?:true|1|yes)$/i.test(text ?? ''))

const ServiceShape = z
  .object({ service_code: ServiceCode, service_name: Text, metadata: Flag })
  .transform(({ service_code: code, service_name: name, metadata }) => ({ code, name, metadata }))

const ValueShape = z
  .object({ key: Text, name: Text })
  .transform(({ key, name }) => ({ key: key ?? name ?? '', name: name ?? key ?? '' }))

const AttributeShape = z.object({
  variable: Text.transform((text) => text?.toLowerCase() !== 'false'),
  code: Id,
  datatype: Text.transform((text) => (text ?? 'string').toLowerCase()),
  required: Flag,
  description: Text,
  values: z.unknown().transform((value) => readable(ValueShape, listOf(value, 'values', 'value'))),
})

const RequestShape = z
  .object({
    service_request_id: CaseId,
    token: CaseId,
    status: Text,
    status_notes: Notes,
    description: Text,
    requested_datetime: Text,
    updated_datetime: Text,
  })
  .transform(
    (shape): ListedRequest => ({
      id: shape.service_request_id,
      token: shape.token,
      // Whatever else a server says, it does not say that it is done.
      status: /^closed/i.test(shape.status ?? '') ? 'closed' : 'open',
      notes: shape.status_notes,
      description: shape.description,
      requestedAt: shape.requested_datetime,
      updatedAt: shape.updated_datetime,
    }),
  )

/** The items that can be read. */
const readable = <T>(shape: z.ZodType<T>, items: readonly unknown[]): readonly T[] =>
  items.flatMap((item) => {
    const parsed = shape.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })

/** Null where there are items and none is a service: that is another kind of answer. */
export function servicesIn(value: unknown): readonly ListedService[] | null {
  const items = listOf(value, 'services', 'service')
  const services = readable(ServiceShape, items)
  return services.length === 0 && items.length > 0 ? null : services
}

export function attributesIn(value: unknown): readonly Attribute[] {
  const [definition] = listOf(value, 'service_definitions', 'service_definition')
  return isRecord(definition)
    ? readable(AttributeShape, listOf(definition.attributes, 'attributes', 'attribute'))
    : []
}

export const requestsIn = (value: unknown): readonly ListedRequest[] =>
  readable(RequestShape, listOf(value, 'service_requests', 'request'))

/**
 * Null where the answer holds no new request. One without id and token is a request all the same where it stands in
 * a list of requests, or has one that can't be used; any other object says nothing.
 */
export function createdIn(value: unknown): Created | null {
  const [first] = requestsIn(value)
  if (first === undefined) return null
  const isListed = Array.isArray(value) || (isRecord(value) && 'service_requests' in value)
  return isListed || isTold(value) ? { id: first.id, token: first.token } : null
}

const isTold = (value: unknown): boolean =>
  listOf(value, 'service_requests', 'request')
    .slice(0, 1)
    .some((one) => isRecord(one) && !(blank(one.service_request_id) && blank(one.token)))
