/**
 * What Twilio refuses, and the words it acts on by itself.
 * https://www.twilio.com/docs/api/errors · https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 * @module
 */

/** Errors this server can answer with: number to HTTP status and message. */
export const errors = {
  20003: [401, 'Authenticate'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'An internal server error has occurred'],
  21211: [400, "Invalid 'To' Phone Number"],
  21212: [400, "Invalid 'From' Phone Number"],
  21408: [400, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"],
  21602: [400, 'Message body is required.'],
  21603: [400, "A 'From' phone number is required."],
  21604: [400, "A 'To' phone number is required."],
  21606: [400, "The 'From' phone number provided is not a valid message-capable Twilio phone number"],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21611: [429, "This 'From' number has exceeded the maximum number of queued messages"],
  21612: [400, "Message cannot be sent with the current combination of 'To' and 'From' parameters"],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit'],
} as const
export type ErrorNumber = keyof typeof errors

/** Numbers of the test account that always fail. https://www.twilio.com/docs/iam/test-credentials */
const magicTo: Readonly<Record<string, ErrorNumber>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}
const magicFrom: Readonly<Record<string, ErrorNumber>> = {
  '+15005550001': 21212,
  '+15005550007': 21606,
  '+15005550008': 21611,
}
const address = /^(?:\+[1-9]\d{6,14}|[a-z]+:.+)$/
const sender = /^(?:\+[1-9]\d{6,14}|\d{5,6}|[a-z]+:.+)$/

/** The error of a message to be sent, or null. `blocked` are those who opted out. */
export function refusal(
  form: URLSearchParams,
  blocked: (from: string, to: string) => boolean,
): ErrorNumber | null {
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? '']
  if (to === '') return 21604
  if (from === '' && !form.get('MessagingServiceSid')) return 21603
  if (!address.test(to)) return 21211
  if (from !== '' && !sender.test(from)) return 21212
  const magic = magicTo[to] ?? magicFrom[from]
  if (magic !== undefined) return magic
  if (body === '' && form.getAll('MediaUrl').length === 0) return 21602
  if (body.length > 1600) return 21617
  return blocked(from, to) ? 21610 : null
}

const stopWords = new Set(['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'cancel', 'revoke', 'optout'])
const startWords = new Set(['start', 'yes', 'unstop'])
const helpWords = new Set(['help', 'info'])

/** Only a message of exactly one such word counts. */
export function optOutTypeOf(body: string): 'STOP' | 'START' | 'HELP' | null {
  const word = body.trim().toLowerCase()
  if (stopWords.has(word)) return 'STOP'
  if (startWords.has(word)) return 'START'
  return helpWords.has(word) ? 'HELP' : null
}

/** What Twilio answers by default. https://help.twilio.com/articles/223134027 */
export const defaultAnswers = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const
