/**
 * The registry: one line per channel. A folder beside this file that has no line here is not mounted.
 * @module
 */
import type { Channel } from '../src/core/ports.ts'
import type { ChannelName } from '../src/core/request.ts'
import { blueskyChannel } from './bluesky/index.ts'
import { emailChannel } from './email/index.ts'
import { smsChannel } from './sms/index.ts'
import { socialChannel } from './social/index.ts'
import { voiceChannel } from './voice/index.ts'

/** Name to factory. What each factory needs is in its own folder. */
export const channelModules = {
  sms: smsChannel,
  email: emailChannel,
  social: socialChannel,
  bluesky: blueskyChannel,
  voice: voiceChannel,
} as const satisfies { readonly [name in ChannelName]?: (config: never) => Channel }
