/**
 * One delivery of Twilio's as it is kept until the gateway has it, and the names it goes by.
 * @module
 */
import type { Fields } from './form.ts'
import { fieldOf } from './form.ts'

export interface Delivery {
  /** What a redelivery has in common with it. Holds no phone number. */
  readonly id: string
  /** Path and query as they came, below our root. */
  readonly path: string
  /** Those the gateway reads. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Unix milliseconds. */
  readonly takenAt: number
}

/** The signature goes along: the gateway checks it again. */
const headersKept = ['content-type', 'x-twilio-signature', 'i-twilio-idempotency-token']

export const keptHeaders = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    headersKept.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )

const sidShape = /^[A-Z]{2}[0-9A-Za-z]{8,64}$/
const wordShape = /^[a-z-]{1,32}$/

/**
 * `sms.SM….received`, `sms-status.SM….delivered`: the door, Twilio's own id, and what is said of it. Twilio
 * keeps these for every try; its idempotency token belongs to one request only. What has no id of Twilio's
 * goes by the hash of its body.
 */
export async function deliveryId(path: string, fields: Fields, body: Uint8Array): Promise<string> {
  const door = (path.split('?')[0] ?? '').replace('/webhooks/twilio/', '').replaceAll('/', '-')
  const sid = ['MessageSid', 'RecordingSid', 'CallSid']
    .map((name) => fieldOf(fields, name))
    .find((value) => sidShape.test(value))
  if (sid === undefined) return `${door}.${await sha256([new TextDecoder().decode(body)])}`
  const said = ['MessageStatus', 'RecordingStatus', 'CallStatus', 'SmsStatus']
    .map((name) => fieldOf(fields, name))
    .find((value) => wordShape.test(value))
  return `${door}.${sid}.${said ?? 'received'}`
}

/**
 * Which line a delivery stands in: one for each pair of a resident and a number of ours, whichever of the two
 * wrote. Without both addresses (news of a recording) it is the call's own. A hash of the addresses, which may
 * stand in no log: what names the line there is the id that Cloudflare makes of it.
 */
export function lineName(fields: Fields): Promise<string> {
  const ends = [fieldOf(fields, 'From'), fieldOf(fields, 'To')].filter((end) => end !== '').sort()
  const pair = ends.length === 2 ? ends : [fieldOf(fields, 'CallSid')]
  return sha256([fieldOf(fields, 'AccountSid'), ...pair])
}

/** Hexadecimal. */
async function sha256(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
