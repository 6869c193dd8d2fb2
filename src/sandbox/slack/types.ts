/**
 * What the player of Slack takes and gives.
 * @module
 */
import type { Hono } from 'hono'
import type { Block, Metadata, Option, View } from './block-kit.ts'

/** One message as a channel has it. */
export interface PlayedMessage {
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata | null
  /** How often it was changed since. */
  readonly edits: number
}
/** Seen by one person only. */
export interface Whisper {
  readonly channel: string
  readonly user: string
  readonly ts: string
  readonly text: string
  readonly blocks: readonly Block[]
}
/** A modal that is open in front of someone. */
export interface PlayedView {
  readonly id: string
  readonly hash: string
  readonly user: string
  readonly view: View
  /** What Slack shows at a block after a submission was turned away. */
  readonly errors: Readonly<Record<string, string>>
}

/** How the gateway answered a delivery. `problem`: what Slack would show the person, or null. */
export interface Delivered {
  readonly status: number
  readonly body: string
  readonly problem: 'no-answer' | 'too-slow' | 'refused' | null
}
/** One delivery: `interactive` goes out as a form, `event` as JSON. */
export interface Outgoing {
  readonly kind: 'interactive' | 'event'
  readonly payload: object
  readonly retry?: { readonly num: number; readonly reason: string }
}
/** Carries deliveries in place of signed HTTP: a WebSocket in Socket Mode. */
export interface Transport {
  /** What `apps.connections.open` answers. */
  url(): string
  deliver(outgoing: Outgoing): Promise<Delivered>
}

/**
 * What goes wrong with the next calls. `method`: only of this one. `lost-answer`: it happens, the answer never
 * comes. `cut`: neither. `error`: an HTTP status without a word of Slack's; `platform`: a word of Slack's.
 */
export type Fault = { readonly method?: string } & (
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'error'; readonly status: 500 | 502 | 503 | 504 }
  | { readonly kind: 'platform'; readonly error: string; readonly messages?: readonly string[] }
  | { readonly kind: 'rate-limited'; readonly retryAfterS: number | null }
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'nonsense' }
)

export interface SlackPlayerOptions {
  readonly botToken: string
  readonly signingSecret: string
  readonly appToken?: string | null
  /** Channels the app was invited to; ids. */
  readonly channels: readonly string[]
  /** Root of the gateway; deliveries go to `/webhooks/slack` below it. */
  readonly gatewayUrl: () => string
  /** Root of this server, for `response_url`. */
  readonly apiUrl: () => string
  readonly clock: { now(): number }
  readonly transport?: Transport | null
  /** Scopes granted to the bot token. */
  readonly scopes?: readonly string[]
}

/** What a person does. Each call delivers, and acts on the answer as Slack's client does. Throws where it isn't there. */
export interface Agent {
  /** Presses a button of a card, a whisper or the open modal, by action id. */
  press(at: string | 'modal', actionId: string): Promise<Delivered>
  /** The options of a menu for what was typed. */
  options(at: string | 'modal', actionId: string, typed: string): Promise<readonly Option[]>
  /** Chooses from a menu of a card. */
  choose(at: string, actionId: string, value: string): Promise<Delivered>
  /** Submits the open modal. Values by block id, or the beginning of one; what is left out keeps its initial value. */
  submit(values: Readonly<Record<string, string>>): Promise<Delivered>
  /** Closes the open modal. */
  cancel(): Promise<Delivered>
  modal(): PlayedView | null
  whispers(): readonly Whisper[]
}

/** Slack, as far as an app with cards needs it. Everything is kept in memory. */
export interface SlackPlayer {
  /** The Web API below `/api`, and `response_url`s. */
  readonly app: Hono
  readonly botToken: string
  readonly team: string
  messages(channel?: string): readonly PlayedMessage[]
  /** Somebody's message, or another app's; answers its `ts`. */
  say(channel: string, text: string): string
  /** Somebody deletes it. */
  remove(ts: string): void
  agent(userId: string): Agent
  /** Any payload, signed and delivered. */
  deliver(outgoing: Outgoing): Promise<Delivered>
  /** The last delivery again, byte for byte but for the time of the signature. */
  redeliver(): Promise<Delivered>
  /** An event, with up to three more tries where it is not acknowledged; answers every try. */
  event(event: object): Promise<readonly Delivered[]>
  /** The next `times` calls meet this. */
  fault(fault: Fault, times?: number): void
  /** True: every call ends without an answer and without effect. */
  away(away: boolean): void
  /** True: rates are kept as documented, by the clock. */
  limit(on: boolean): void
  /** Methods called, in order. */
  calls(): readonly string[]
  /** Told of every change of anything. Answers the way to stop. */
  watch(listener: () => void): () => void
}
