/**
 * What Twilio posts to us, as it came. https://www.twilio.com/docs/messaging/guides/webhook-request
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Verified } from '../../src/core/ports.ts'
import { type Fields, fieldText, formFields, hasBodyHash } from '../_twilio/form.ts'

export const smsPath = '/webhooks/twilio/sms'
export const smsStatusPath = '/webhooks/twilio/sms/status'

/** A text, or the texts of a field that came several times; the first one must say something. */
const Said = z.union([z.string(), z.array(z.string()).min(1)]).refine((value) => clean(value).length > 0)

/** Only what we cannot do without. Twilio adds fields without notice, so all others pass as they are. */
const InboundFields = z.looseObject({ MessageSid: Said, From: Said, To: Said })
const StatusFields = z.looseObject({ MessageSid: Said, MessageStatus: Said })

/** One delivery of Twilio's: a resident's message, or news on a reply of ours. `fields` is everything it sent. */
export type SmsRaw =
  | { readonly kind: 'message'; readonly fields: Fields }
  | { readonly kind: 'status'; readonly fields: Fields }

/** Well-formed, without NUL and outer space: PostgreSQL stores neither lone surrogates nor NUL. */
function clean(value: string | readonly string[]): string {
  const first = typeof value === 'string' ? value : (value[0] ?? '')
  return first.toWellFormed().replaceAll('\0', '').trim()
}

/** An address or id out of the fields, cleaned as above. */
export const cleanField = (fields: Fields, name: string): string => clean(fieldText(fields, name))

/**
 * Reads one verified delivery. A status that was sent to the message's URL is still a status: read as a message
 * it would look as if we had written to ourselves. Throws AppError `malformed`.
 */
export function readSms(verified: Verified): SmsRaw {
  const fields = bodyFields(verified)
  const path = new URL(verified.url).pathname
  const kind = path.endsWith('/status') || isOutboundStatus(fields) ? 'status' : 'message'
  const parsed = (kind === 'status' ? StatusFields : InboundFields).safeParse(fields)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new AppError('malformed', `Twilio's ${kind} webhook lacks ${names}`)
  }
  return { kind, fields }
}

/** Inbound webhooks say `SmsStatus=received` and have no `MessageStatus`. */
const isOutboundStatus = (fields: Fields) =>
  !['', 'received', 'receiving'].includes(fieldText(fields, 'MessageStatus'))

function bodyFields(verified: Verified): Fields {
  const type = verified.headers['content-type'] ?? ''
  // Only where the hash in the query covers the body may its type decide how to read it.
  if (!hasBodyHash(verified.url) || !type.includes('json')) return formFields(verified.body)
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOf(verified.body))
  if (!parsed.success) throw new AppError('malformed', 'the body is no JSON object')
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
