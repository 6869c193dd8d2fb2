/**
 * The played mail world.
 * @module
 */
export { startSmtpPlayer } from './server.ts'
export type { Fault, KeptMail, PlayedFile, RunningSmtpPlayer } from './types.ts'
