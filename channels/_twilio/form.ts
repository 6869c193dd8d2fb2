/**
 * Fields of a Twilio webhook, as they came.
 * @module
 */

/** Every field by name; a name that came twice has all its values. Has no prototype: any name is just a name. */
export type Fields = Readonly<Record<string, unknown>>

/** `application/x-www-form-urlencoded`, nothing trimmed or dropped: the signature covers all of it. */
export function formFields(body: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name]
    if (before === undefined) fields[name] = value
    else if (Array.isArray(before)) before.push(value)
    else fields[name] = [before, value]
  }
  return fields
}

/** One field as text: the first of several, empty where it is absent or not a text. */
export function fieldText(fields: Fields, name: string): string {
  const value: unknown = fields[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return first
  return typeof first === 'number' ? String(first) : ''
}

/** Whether the request is of Twilio's JSON kind, whose body is covered by a hash in the query. */
export const hasBodyHash = (url: string): boolean => /[?&]bodySHA256=/.test(url)
