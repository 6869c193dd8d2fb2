/**
 * What the phones need of whoever plays the carrier, and how its news gets on their screens.
 * @module
 */
import type { KeptFile } from './attachments.ts'
import type { Phones, Progress } from './phones.ts'

/** A text on its way from us to a phone, or news on it. Numbers are E.164; `at` is Unix milliseconds. */
export type CarrierNews =
  | {
      readonly kind: 'reply'
      readonly id: string
      readonly to: string
      readonly text: string
      readonly at: number
    }
  | {
      readonly kind: 'status'
      readonly id: string
      /** Twilio's word. */
      readonly status: string
      readonly errorCode: string | null
    }

export interface Carrier {
  /** Sends one signed webhook. Answers the HTTP status of the gateway; throws where there is none. */
  deliver(message: {
    readonly from: string
    readonly to: string
    readonly text: string
    readonly files: readonly KeptFile[]
  }): Promise<{ readonly status: number }>
  /** Tells of replies and what becomes of them, in order. Answers the way to stop. */
  watch(listener: (news: CarrierNews) => void): () => void
}

/** Puts replies on the screens. Answers the way to stop. */
export function followCarrier(carrier: Carrier, phones: Phones): () => void {
  return carrier.watch((news) => {
    const id = `in-${news.id}`
    if (news.kind === 'status') {
      phones.move(id, progressOf(news.status, news.errorCode))
      return
    }
    phones.put({
      id,
      phone: news.to,
      side: 'city',
      text: news.text,
      attachments: [],
      at: news.at,
      progress: progressOf('queued', null),
    })
  })
}

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks */
function progressOf(status: string, errorCode: string | null): Progress {
  if (status === 'delivered' || status === 'read') return { state: 'delivered', why: null }
  if (status === 'sent') return { state: 'sent', why: null }
  if (status === 'failed' || status === 'undelivered' || status === 'canceled')
    return { state: 'failed', why: errorCode === null ? null : `error ${errorCode}` }
  return { state: 'sending', why: null }
}
