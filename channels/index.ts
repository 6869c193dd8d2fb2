/**
 * The registry: one line per channel. A folder beside this file that has no line here is not mounted.
 * @module
 */
import { smsChannel } from './sms/index.ts'

/** Name to factory. What each factory needs is in its own folder. */
export const channelModules = {
  sms: smsChannel,
} as const
