/**
 * The SMS and MMS channel, through Twilio. WhatsApp and RCS senders of the same account arrive here too.
 * @module
 */
import { AppError } from '../../src/core/errors.ts'
import { asVerified, type Channel, type HttpAnswer } from '../../src/core/ports.ts'
import { isSigned } from '../_twilio/signature.ts'
import { deliveryOf } from './delivery.ts'
import { messageOf } from './message.ts'
import { type ReplyConfig, sendSms } from './reply.ts'
import { readSms, type SmsRaw, smsPath, smsStatusPath } from './schema.ts'
import { fitsSms } from './segments.ts'

/** All of it comes from the environment; see README.md for the variables. */
export type SmsConfig = ReplyConfig

/** No TwiML verb: replies go out by REST, once the turn is taken. */
const noReply: HttpAnswer = {
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
}
const noted: HttpAnswer = { status: 204, headers: {}, body: '' }

/** Opens the channel. `authTokens` verify and send; the first is tried first. */
export function smsChannel(config: SmsConfig): Channel<SmsRaw> {
  return {
    name: 'sms',
    can: { synchronous: false, public: false, media: true, proactive: true, rings: true, fits: fitsSms },
    routes: [
      { method: 'POST', path: smsPath },
      { method: 'POST', path: smsStatusPath },
    ],
    async verify(request) {
      if (!isSigned(request, config))
        throw new AppError('bad-signature', "not signed with the account's token")
      return asVerified(request)
    },
    receive: readSms,
    normalise: (raw) =>
      raw.kind === 'message'
        ? [{ kind: 'message', message: messageOf(raw.fields) }]
        : [{ kind: 'delivery', report: deliveryOf(raw.fields) }],
    respond: (raw) => (raw.kind === 'message' ? noReply : noted),
    reply: sendSms(config),
  }
}
