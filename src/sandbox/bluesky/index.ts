/**
 * A server that behaves as the AT Protocol's documentation says. The sandbox and the tests talk to it.
 * @module
 */
export { blueskyPlayer } from './player.ts'
export { type RunningBluesky, startBlueskyPlayer } from './server.ts'
export type {
  Answered,
  BlueskyPlayer,
  Fault,
  PlayedDirect,
  PlayedFile,
  PlayedPost,
  PlayerOptions,
} from './types.ts'
