/**
 * What a played call takes and gives.
 * @module
 */
import type { Delivered, Form } from '../twilio/index.ts'

/** Who signs and posts for us: the player of Twilio. */
export interface Line {
  post(
    path: string,
    form: Form,
  ): Promise<Pick<Delivered, 'status' | 'body'> & { readonly problem: number | null }>
  /** Where the file of a recorded message is fetched. */
  keepRecording(bytes: Uint8Array): { readonly sid: string; readonly url: string }
}

export interface CallOptions {
  readonly accountSid: string
  /** E.164, `anonymous`, `client:…`, `sip:…`. */
  readonly from: string
  readonly to: string
  readonly sid?: string
  /** Root as configured at Twilio; none: paths count. */
  readonly publicUrl?: string | null
  /** Who picks up where the call is transferred to; nobody by default. */
  readonly answers?: (number: string) => 'completed' | 'no-answer' | 'busy' | 'failed'
  /** What becomes of who waits in a queue; somebody takes them at once by default. */
  readonly queue?: (name: string) => Queued
  /** More fields of every webhook. */
  readonly fields?: Readonly<Record<string, string>>
}

/** https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action */
export interface Queued {
  /** After so many documents of the waiting were heard to the end; 0: at once. */
  readonly after: number
  readonly result:
    | 'bridged'
    | 'bridging-in-process'
    | 'redirected'
    | 'redirected-from-bridged'
    | 'queue-full'
    | 'error'
    | 'system-error'
  /** Where they stand first; one place less each time they hear of it. */
  readonly position?: number
  /** Of each document of the waiting; 20 by default. */
  readonly seconds?: number
}

/** One thing that happened. Seconds are reckoned by words. */
export type CallEvent =
  | {
      readonly who: '311'
      readonly did: 'say'
      readonly text: string
      readonly voice: string
      readonly language: string
      readonly seconds: number
    }
  | { readonly who: '311'; readonly did: 'play'; readonly url: string; readonly seconds: number }
  /** A document, with all that is wrong with it. */
  | {
      readonly who: '311'
      readonly did: 'answer'
      readonly path: string
      readonly body: string
      readonly problems: readonly string[]
      readonly ms: number
      readonly status: number
    }
  | { readonly who: 'caller'; readonly did: 'speak'; readonly text: string }
  | { readonly who: 'caller'; readonly did: 'press'; readonly keys: string }
  | { readonly who: 'caller'; readonly did: 'silence' | 'hang-up' }
  | { readonly who: 'caller'; readonly did: 'record'; readonly seconds: number }
  | { readonly who: 'twilio'; readonly did: 'dial'; readonly number: string; readonly outcome: string }
  | { readonly who: 'twilio'; readonly did: 'enqueue'; readonly queue: string }
  /** Out of the queue again. */
  | { readonly who: 'twilio'; readonly did: 'dequeue'; readonly result: string }
  | { readonly who: 'twilio'; readonly did: 'end' }
  /** No document could be had: the caller hears that an application error has occurred. */
  | { readonly who: 'twilio'; readonly did: 'drop'; readonly code: string }

/** `afterS`: so long after the prompts began; without it they are heard to the end. */
export interface Timing {
  readonly afterS?: number
}

/** A call under way. Each verb resolves once the call waits for the caller again, or has ended. */
export interface PlayedCall {
  readonly sid: string
  readonly events: readonly CallEvent[]
  readonly state: 'gather' | 'record' | 'ended'
  /** What is being said while the call waits for an answer; it joins `events` as far as it was heard. */
  readonly saying: string
  press(keys: string, timing?: Timing): Promise<void>
  speak(text: string, how?: Timing & { readonly confidence?: number }): Promise<void>
  /** Says and presses nothing until Twilio gives up waiting. */
  silence(): Promise<void>
  /** After the tone of a recording. */
  leaveMessage(
    bytes: Uint8Array,
    how?: { readonly seconds?: number; readonly endsWith?: 'hangup' | '#' },
  ): Promise<void>
  hangUp(timing?: Timing): Promise<void>
}
