/**
 * A GeoReport v2 server to try a case system with.
 * @module
 */
export { open311Player } from './player.ts'
export { type RunningOpen311, startOpen311Player } from './server.ts'
export type { Dialect, Fault, Open311Player, PlayedRequest, PlayedService, PlayerOptions } from './types.ts'
