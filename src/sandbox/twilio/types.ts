/**
 * What the player of Twilio takes and gives.
 * @module
 */
import type { Hono } from 'hono'
import type { Carrier } from '../carrier.ts'
import type { Form } from './signature.ts'

/** One message as Twilio's log has it. `url` is where a file is fetched. `at` is Unix milliseconds. */
export interface PlayedMessage {
  readonly sid: string
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  readonly from: string
  readonly to: string
  readonly body: string
  readonly files: readonly { readonly url: string; readonly type: string }[]
  readonly status: string
  readonly errorCode: string | null
  readonly at: number
  /** True where Twilio answered STOP, START or HELP by itself. */
  readonly byTwilio: boolean
}

/** What a resident sends. `sid` and `fields` (added or put in place of the usual ones) are for tests. */
export interface ResidentMessage {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly files?: readonly { readonly type: string; readonly bytes: Uint8Array }[]
  readonly sid?: string
  readonly fields?: Readonly<Record<string, string>>
}

/** How the gateway answered. `problem` is the error Twilio's debugger would show: 11200, 12300, or null. */
export interface Delivered {
  readonly sid: string
  readonly status: number
  readonly body: string
  readonly problem: 11200 | 12300 | null
}

/** What goes wrong with the next POST of a message. `lost-answer`: the message is sent, the answer never comes. */
export type Fault =
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'error'; readonly status: 500 | 502 | 503 | 504 }
  | { readonly kind: 'rate-limited'; readonly retryAfterS: number }
  | { readonly kind: 'lost-answer' }

export interface PlayerOptions {
  readonly accountSid: string
  readonly authToken: string
  /** Root of the gateway; webhooks go there. */
  readonly gatewayUrl: () => string
  /** Root as configured at Twilio, which is what is signed. None: the gateway's. */
  readonly publicUrl?: string | null
  /** Root of this server, and of the host that files are redirected to. */
  readonly apiUrl: () => string
  readonly cdnUrl: () => string
  readonly clock: { now(): number }
  /** With it webhooks carry MessagingServiceSid. */
  readonly messagingServiceSid?: string | null
  /** Advanced Opt-Out: keywords are told as OptOutType. */
  readonly advancedOptOut?: boolean
  /** 32 hexadecimal digits, never the same twice, not even after a restart. */
  readonly random?: () => string
}

/** Twilio, as far as text messages go. Everything is kept in memory, the latest 10,000 messages. */
export interface TwilioPlayer extends Carrier {
  readonly app: Hono
  /** Sends a signed webhook. Throws where the gateway takes no connection, after one more try. */
  deliver(message: ResidentMessage): Promise<Delivered>
  /** The same webhook again, byte for byte, as after a retry of Twilio's. Throws for an unknown sid. */
  redeliver(sid: string): Promise<Delivered>
  /** Signs and posts any form to a path of the gateway. */
  post(path: string, form: Form): Promise<Delivered>
  /** Keeps what was recorded in a call; where it is fetched. */
  keepRecording(bytes: Uint8Array): { readonly sid: string; readonly url: string }
  /** In the order of sending. */
  messages(): readonly PlayedMessage[]
  /** Told of every message and every change of its status. Answers the way to stop. */
  subscribe(listener: (message: PlayedMessage) => void): () => void
  /** The next `times` messages posted to us meet this. */
  fault(fault: Fault, times?: number): void
  /** What becomes of messages to a number, in place of `delivered`. */
  outcome(to: string, status: 'undelivered' | 'failed', errorCode: string): void
  /** Resolves once every status callback is answered. */
  idle(): Promise<void>
  /** Forgets messages, opt-outs, faults and outcomes. */
  reset(): void
}
