/**
 * The forms Twilio posts. https://www.twilio.com/docs/messaging/guides/webhook-request
 * @module
 */
import type { Form } from './signature.ts'
import type { PlayedMessage, ResidentMessage } from './types.ts'

/** A resident's message. `files` are already kept at Twilio. */
export function inboundForm(
  message: ResidentMessage,
  sid: string,
  files: PlayedMessage['files'],
  account: {
    readonly accountSid: string
    readonly messagingServiceSid?: string | null
    readonly optOutType: string | null
  },
): Form {
  return Object.entries({
    ToCountry: 'US',
    SmsMessageSid: sid,
    NumMedia: String(files.length),
    SmsSid: sid,
    SmsStatus: 'received',
    FromCountry: 'US',
    Body: message.text,
    To: message.to,
    NumSegments: '1',
    MessageSid: sid,
    AccountSid: account.accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
    ...(account.messagingServiceSid && { MessagingServiceSid: account.messagingServiceSid }),
    ...(account.optOutType !== null && { OptOutType: account.optOutType }),
    ...Object.fromEntries(
      files.flatMap(({ type, url }, index) => [
        [`MediaContentType${index}`, type],
        [`MediaUrl${index}`, url],
      ]),
    ),
    ...message.fields,
  })
}

/** News on a message we sent. */
export function statusForm(message: PlayedMessage, accountSid: string): Form {
  return Object.entries({
    MessageSid: message.sid,
    MessageStatus: message.status,
    SmsSid: message.sid,
    SmsStatus: message.status,
    ...(message.errorCode !== null && { ErrorCode: message.errorCode }),
    To: message.to,
    From: message.from,
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
  })
}
