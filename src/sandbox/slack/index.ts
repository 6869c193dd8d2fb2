/**
 * A server that behaves as Slack's documentation says. The sandbox and the tests talk to it.
 * @module
 */
export { type Block, type Option, View } from './block-kit.ts'
export { slackPlayer } from './player.ts'
export { slackRoutes } from './routes.ts'
export { type RunningSlackOptions, type RunningSlackPlayer, startSlackPlayer } from './server.ts'
export { signature } from './signature.ts'
export type {
  Agent,
  Delivered,
  Fault,
  Outgoing,
  PlayedMessage,
  PlayedView,
  SlackPlayer,
  SlackPlayerOptions,
  Transport,
  Whisper,
} from './types.ts'
