/**
 * Fields of a Twilio webhook, as they came.
 * @module
 */

/** Values by name, in order of arrival. */
export type Fields = ReadonlyMap<string, readonly string[]>

/** `application/x-www-form-urlencoded`; nothing is trimmed or dropped: the signature covers all of it. */
export function formFields(body: string): Fields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(body)) {
    const values = fields.get(name)
    if (values === undefined) fields.set(name, [value])
    else values.push(value)
  }
  return fields
}

/** The first value of this name; empty where there is none. */
export const fieldOf = (fields: Fields, name: string): string => fields.get(name)?.[0] ?? ''
