/**
 * How an answer is listened for, by what it is about.
 * @module
 */
import type { Expected } from '../../src/core/ivr.ts'
import type { Room } from './call.ts'

/** Seconds of silence after which Twilio gives up waiting. */
const silenceS = 5
/** Letters are looked for on the keys. */
const spellingS = 8
/** After the end of a call's matter, and before a transfer out of danger. */
const lastSilenceS = 4

/** Where an answer to it is understood. */
export function roomOf(about: Exclude<Expected['about'], 'message'>): Room {
  if (about === 'place-choice') return 'which'
  return about === 'correction' ? 'wrong' : about
}

/** How many keys are an answer; null: as many as it takes, up to the pound key. */
export function keysIn(at: Room): number | null {
  if (at === 'zip') return 5
  return at === 'number' || at === 'case' || at === 'house' || at === 'street' ? null : 1
}

export function silenceIn(at: Room): number {
  if (at === 'house' || at === 'street') return spellingS
  return at === 'after' || at === 'danger' ? lastSilenceS : silenceS
}
