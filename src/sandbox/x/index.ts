/**
 * A server that behaves as X's documentation says. The sandbox and the tests talk to it.
 * @module
 */
export { eventSignature, xPlayer } from './player.ts'
export { type RunningX, startXPlayer } from './server.ts'
export type { Answered, Fault, PlayedFile, PlayedPost, PlayerOptions, XKeys, XPlayer } from './types.ts'
