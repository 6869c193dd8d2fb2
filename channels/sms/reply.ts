/**
 * Sends one reply. https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { OutboundReply, Receipt } from '../../src/core/ports.ts'
import { type TwilioAccount, twilioGet, twilioPost } from '../_twilio/rest.ts'
import { rankOf } from './delivery.ts'
import { smsStatusPath } from './schema.ts'

/** Senders in order: the messaging service, the number the resident wrote to, `from`. */
export interface ReplyConfig extends TwilioAccount {
  readonly from: string | null
  readonly messagingServiceSid: string | null
  /** Our root as Twilio reaches it; null: no status callbacks. */
  readonly publicUrl: string | null
  readonly statusCallback: boolean
}

const timeoutMs = 10_000
/** E.164, a short code, or the address of a rich channel (`whatsapp:+1…`). */
const senderShape = /^(?:\+[1-9]\d{6,14}|\d{5,6}|[a-z]+:.+)$/
const Created = z.looseObject({ sid: z.string().min(1), status: z.string().min(1).default('queued') })
const Listed = z.looseObject({
  messages: z.array(
    Created.extend({ body: z.string(), direction: z.string().default(''), date_created: z.string() }),
  ),
})
/** Twilio's dates are whole seconds, and its clock is not ours. */
const clockSlackMs = 2_000

/**
 * A function that sends. Twilio has no idempotency key, so a reply that may be out already is looked for among
 * the latest to this resident; where the look-up fails, twice is better than never.
 */
export function sendSms(config: ReplyConfig): (reply: OutboundReply) => Promise<Receipt> {
  const post = twilioPost(config)
  const get = twilioGet(config)
  const sentBefore = async (reply: OutboundReply, sinceMs: number): Promise<Receipt | null> => {
    const query = new URLSearchParams({ To: reply.to, PageSize: '20' })
    const listed = Listed.safeParse(await get('/Messages.json', query, timeoutMs).catch(() => null))
    const found = listed.data?.messages.find(
      (message) =>
        message.body === reply.text.toWellFormed() &&
        message.direction.startsWith('outbound') &&
        Date.parse(message.date_created) >= sinceMs - clockSlackMs,
    )
    return found === undefined ? null : receiptOf(found)
  }
  return async (reply) => {
    const before = reply.maybeSentSince === null ? null : await sentBefore(reply, reply.maybeSentSince)
    if (before !== null) return before
    const form = new URLSearchParams({
      To: reply.to,
      Body: reply.text.toWellFormed(),
      ...senderOf(config, reply.from),
    })
    if (config.statusCallback && config.publicUrl !== null) {
      form.set('StatusCallback', `${config.publicUrl.replace(/\/+$/, '')}${smsStatusPath}`)
    }
    const created = Created.safeParse(await post('/Messages.json', form, timeoutMs))
    if (!created.success) throw new AppError('unknown-outcome', 'Twilio took the reply but named no id')
    return receiptOf(created.data)
  }
}

const receiptOf = ({ sid, status }: z.infer<typeof Created>): Receipt => ({
  providerId: sid,
  status,
  rank: rankOf(status),
})

function senderOf(config: ReplyConfig, writtenTo: string): Record<string, string> {
  if (config.messagingServiceSid !== null) return { MessagingServiceSid: config.messagingServiceSid }
  const from = senderShape.test(writtenTo) ? writtenTo : config.from
  if (from === null) throw new AppError('misconfigured', 'no number to send text messages from')
  return { From: from }
}
