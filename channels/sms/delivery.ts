/**
 * What became of a reply. Twilio sends status callbacks in any order and more than once.
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 * @module
 */
import type { DeliveryReport } from '../../src/core/request.ts'
import { deliveryFailure } from '../_twilio/errors.ts'
import type { Fields } from '../_twilio/form.ts'
import { cleanField } from './schema.ts'

/**
 * How far a message has come. Ends outrank everything on the way; `delivered` outranks a failure, because a
 * handset's own receipt is the better witness; `read` needs a delivery.
 */
export const statusRanks: Readonly<Record<string, number>> = {
  scheduled: 10,
  accepted: 20,
  queued: 30,
  sending: 40,
  sent: 50,
  partially_delivered: 55,
  canceled: 60,
  failed: 60,
  undelivered: 60,
  delivered: 70,
  read: 80,
}
const failed: ReadonlySet<string> = new Set(['canceled', 'failed', 'undelivered'])

/** A status Twilio may add one day never overwrites one we know. */
export const rankOf = (status: string): number => statusRanks[status] ?? 0

/** The report in one status callback. Pure. */
export function deliveryOf(fields: Fields): DeliveryReport {
  const status = cleanField(fields, 'MessageStatus').toLowerCase()
  const code = cleanField(fields, 'ErrorCode')
  const providerCode = code === '' || code === '0' ? null : code
  return {
    channel: 'sms',
    providerId: cleanField(fields, 'MessageSid'),
    status,
    rank: rankOf(status),
    failure: failed.has(status) ? deliveryFailure(providerCode) : null,
    providerCode,
  }
}
