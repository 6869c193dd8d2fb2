/**
 * A server that behaves as Twilio's documentation says. The sandbox and the tests talk to it.
 * @module
 */
export { twilioPlayer } from './player.ts'
export { type RunningOptions, type RunningPlayer, startTwilioPlayer } from './server.ts'
export { type Form, signature } from './signature.ts'
export type {
  Delivered,
  Fault,
  PlayedMessage,
  PlayerOptions,
  ResidentMessage,
  TwilioPlayer,
} from './types.ts'
