/**
 * Signs as Twilio signs. Written from its documentation and not with its library, so that the gateway's check
 * is not checked against itself. https://www.twilio.com/docs/usage/webhooks/webhooks-security
 * @module
 */
import { createHmac } from 'node:crypto'

/** A form in the order it is sent. Names may come twice. */
export type Form = readonly (readonly [name: string, value: string])[]

/** X-Twilio-Signature of a form POST: the URL, then each name with its value, sorted by name. */
export function signature(authToken: string, url: string, form: Form): string {
  const values = new Map<string, Set<string>>()
  for (const [name, value] of form) values.set(name, (values.get(name) ?? new Set()).add(value))
  const names = [...values.keys()].sort()
  const data = names.flatMap((name) => [...(values.get(name) ?? [])].sort().map((value) => name + value))
  return createHmac('sha1', authToken)
    .update(url + data.join(''))
    .digest('base64')
}
