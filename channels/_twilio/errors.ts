/**
 * What Twilio's numbers mean for us, as data. Two lists of Twilio's share one numbering: errors of the REST
 * API (the POST fails) and errors of a message (a status callback says so later).
 * https://www.twilio.com/docs/api/errors
 * @module
 */
import { z } from 'zod'
import { AppError, type ErrorCode } from '../../src/core/errors.ts'
import type { DeliveryReport } from '../../src/core/request.ts'

type Row = readonly [code: ErrorCode, means: string]

/**
 * Our verdict and Twilio's meaning. `misconfigured` is never tried again by itself: a person has to mend the
 * account, and replies sent hours later would only confuse; dead effects can be replayed once it is mended.
 */
export const twilioErrors: Readonly<Record<number, Row>> = {
  // Account and API
  10001: ['misconfigured', 'the account is not active'],
  14107: ['rate-limited', 'too many messages a second'],
  20003: ['misconfigured', 'the credentials were refused'],
  20005: ['misconfigured', 'the account is not active'],
  20008: ['misconfigured', 'these are test credentials'],
  20404: ['misconfigured', 'the account has no such resource'],
  20429: ['rate-limited', 'too many requests'],
  20500: ['provider-away', 'internal error'],
  20503: ['provider-away', 'service unavailable'],
  // Sender
  21212: ['misconfigured', 'the sender is not a number'],
  21601: ['misconfigured', 'the sender cannot send text messages'],
  21603: ['misconfigured', 'a sender is required'],
  21606: ['misconfigured', 'the sender is not ours or cannot send text messages'],
  21608: ['misconfigured', 'a trial account may write to verified numbers only'],
  21609: ['misconfigured', 'the status callback URL is not valid'],
  21611: ['rate-limited', 'the queue of the sender is full'],
  21659: ['misconfigured', 'the sender is not a number of ours'],
  21660: ['misconfigured', 'the sender belongs to another account'],
  21701: ['misconfigured', 'the messaging service does not exist'],
  21703: ['misconfigured', 'the messaging service has no number to send with'],
  21704: ['misconfigured', 'the messaging service has no numbers'],
  21705: ['misconfigured', 'the messaging service is not valid'],
  21730: ['provider-away', 'maintenance'],
  21910: ['misconfigured', 'sender and receiver are on different channels'],
  // Receiver
  21211: ['bad-address', 'the receiver is not a number'],
  21265: ['bad-address', 'the receiver is a short code'],
  21266: ['bad-address', 'sender and receiver are the same'],
  21268: ['bad-address', 'the receiver is a premium number'],
  21408: ['bad-address', 'the account does not write to this region'],
  21604: ['bad-address', 'a receiver is required'],
  21610: ['opted-out', 'the receiver asked for no more messages'],
  21612: ['bad-address', 'there is no way from this sender to this receiver'],
  21614: ['bad-address', 'the receiver is not a mobile number'],
  21635: ['bad-address', 'the receiver is a landline'],
  // Content
  21602: ['provider-refused', 'the message is empty'],
  21617: ['provider-refused', 'the message is longer than 1600 characters'],
  21619: ['provider-refused', 'the message has no text, file or template'],
  21620: ['provider-refused', 'the URL of a file is not valid'],
  // On the way
  30001: ['rate-limited', 'the queue overflowed'],
  30002: ['misconfigured', 'the account is suspended'],
  30003: ['provider-away', 'the phone cannot be reached'],
  30004: ['provider-refused', 'the message was blocked'],
  30005: ['bad-address', 'the phone is unknown'],
  30006: ['bad-address', 'a landline, or a carrier that cannot be reached'],
  30007: ['provider-refused', 'the carrier filtered the message'],
  30008: ['provider-away', 'the carrier gave no reason'],
  30010: ['misconfigured', 'the price is above the limit'],
  30011: ['bad-address', 'no MMS at this number'],
  30017: ['provider-away', 'the network of the carrier is congested'],
  30018: ['misconfigured', 'the carrier requires a registered sender'],
  30019: ['provider-refused', 'the content is larger than the carrier takes'],
  30022: ['rate-limited', 'the campaign reached its rate'],
  30023: ['rate-limited', 'the brand reached its messages of the day'],
  30024: ['misconfigured', 'the sender is not provisioned at the carrier'],
  30027: ['rate-limited', 'the brand reached its messages of the day at one carrier'],
  30032: ['misconfigured', 'the toll-free number is not verified'],
  30034: ['misconfigured', 'the number is not registered for A2P 10DLC'],
  30036: ['provider-away', 'the message was not sent in its time'],
  30410: ['provider-away', 'a provider on the way did not answer in time'],
  // Files and rich channels
  11751: ['provider-refused', 'the files are too large'],
  63003: ['bad-address', 'the channel does not know the receiver'],
  63007: ['misconfigured', 'the channel does not know the sender'],
  63016: ['provider-refused', 'outside the window in which this channel allows free text'],
  63018: ['rate-limited', 'the channel reached its rate'],
  63024: ['bad-address', 'the receiver is not valid on this channel'],
  63032: ['provider-refused', 'the channel does not deliver to this receiver'],
  63034: ['provider-refused', 'the file is too large for the channel'],
}

/** What an HTTP status alone says, where Twilio gave no number we know. */
function byStatus(status: number): Row {
  if (status === 429) return ['rate-limited', 'too many requests']
  if (status === 401 || status === 403) return ['misconfigured', 'the credentials were refused']
  // Our own path or account, or a proxy that is not Twilio: a person has to look.
  if (status === 404 || (status >= 300 && status < 400))
    return ['misconfigured', 'nothing is at this address']
  if (status === 408) return ['provider-slow', 'the request timed out']
  if (status >= 500) return ['provider-away', 'the server is in trouble']
  return ['provider-refused', 'refused']
}

/** Twilio's error body. https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
const ErrorBody = z.looseObject({ code: z.number() })

/**
 * The error of a failed REST call. Twilio's own message is left out: it quotes phone numbers. A 5xx or 429
 * outranks the number in the body. `Retry-After` is read in seconds.
 */
export function restFailure(status: number, body: unknown, retryAfter?: string): AppError {
  const known = ErrorBody.safeParse(body)
  const number = known.success ? known.data.code : null
  const row = number === null ? undefined : twilioErrors[number]
  const [code, means] = status >= 500 || status === 429 ? byStatus(status) : (row ?? byStatus(status))
  const seconds = Number(retryAfter)
  return new AppError(code, `Twilio: ${row?.[1] ?? means} (HTTP ${status})`, {
    ...(number !== null && { providerCode: String(number) }),
    ...(retryAfter !== undefined && seconds >= 0 && { afterMs: Math.ceil(seconds * 1000) }),
  })
}

/** Why a message finally failed, in the words of a delivery report. No number, or a new one: refused. */
export function deliveryFailure(providerCode: string | null): NonNullable<DeliveryReport['failure']> {
  const code = twilioErrors[Number(providerCode ?? Number.NaN)]?.[0]
  if (code === 'opted-out' || code === 'bad-address') return code
  return code === 'provider-away' || code === 'rate-limited' ? 'provider-away' : 'provider-refused'
}
