/**
 * The edge's log: JSON lines, `noun.verb`, ids and figures only. As src/core/events.ts, which is the gateway's.
 * @module
 */

/** Every event and the fields it may have. `line` and `delivery` are ids; neither holds a phone number. */
export interface EdgeEvents {
  /** Settings that a door needs and that are missing or wrong: names, never values. */
  'edge.misconfigured': { readonly missing: readonly string[] }
  /** Somebody was turned away at a door. */
  'delivery.refused': { readonly door: string; readonly status: number; readonly reason: string }
  /** Durable in its line. `fresh` false: it was there already. */
  'delivery.kept': { readonly line: string; readonly delivery: string; readonly fresh: boolean }
  /** It could not be made durable; the provider was told to try again. */
  'delivery.failed': { readonly door: string; readonly reason: string }
  /** The gateway has it. */
  'delivery.relayed': {
    readonly line: string
    readonly delivery: string
    readonly status: number
    readonly afterMs: number
  }
  /** The gateway did not take it now. `status` 0: no answer at all. */
  'delivery.waited': {
    readonly line: string
    readonly delivery: string
    readonly status: number
    readonly tries: number
    readonly pauseMs: number
  }
  /** The gateway refused it for good: it is in the dead-letter queue and its body stays in the line. */
  'delivery.died': { readonly line: string; readonly delivery: string; readonly status: number }
  /** An operator's wish for a dead letter. `found` false: the line has no such dead letter. */
  'delivery.replayed': { readonly line: string; readonly delivery: string; readonly found: boolean }
  'delivery.forgotten': { readonly line: string; readonly delivery: string; readonly found: boolean }
  /** The line itself failed; it looks again in a minute. */
  'line.failed': { readonly line: string; readonly reason: string }
  /** A queue did not take a message; the line's alarm does its work. */
  'queue.failed': { readonly queue: 'relay' | 'dead'; readonly line: string; readonly reason: string }
  /** A message of the queue that is none of ours. */
  'queue.misread': { readonly queue: string; readonly message: string }
  /** A caller heard the fixed words because the gateway was away. */
  'call.answered': { readonly with: 'transfer' | 'record' | 'thanks' | 'end' }
}

const levels: Readonly<Record<keyof EdgeEvents, 'debug' | 'info' | 'warn' | 'error'>> = {
  'edge.misconfigured': 'error',
  'delivery.refused': 'warn',
  'delivery.kept': 'info',
  'delivery.failed': 'error',
  'delivery.relayed': 'info',
  'delivery.waited': 'warn',
  'delivery.died': 'error',
  'delivery.replayed': 'info',
  'delivery.forgotten': 'info',
  'line.failed': 'error',
  'queue.failed': 'warn',
  'queue.misread': 'error',
  'call.answered': 'warn',
}

/** One line on the console, which is where Workers Logs and `wrangler tail` read. */
export function log<E extends keyof EdgeEvents>(event: E, fields: EdgeEvents[E]): void {
  const level = levels[event]
  console[level](JSON.stringify({ level, event, ...fields }))
}

/** Kind of an error. Its message is left out: it may quote what a resident sent. */
export const kindOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown)
