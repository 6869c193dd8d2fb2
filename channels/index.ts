/**
 * The registry: one line per channel. A folder beside this file that has no line here is not mounted.
 * @module
 */
import type { Channel } from '../src/core/ports.ts'
import type { ChannelName } from '../src/core/request.ts'
import { blueskyChannel } from './bluesky/index.ts'
import { emailChannel } from './email/index.ts'
import { open311Channel } from './open311/index.ts'
import { smsChannel } from './sms/index.ts'
import { socialChannel } from './social/index.ts'
import { voiceChannel } from './voice/index.ts'
import { webChannel } from './web/index.ts'

/** Name to factory. What each factory needs is in its own folder. */
export const channelModules = {
  open311: open311Channel,
  sms: smsChannel,
  web: webChannel,
  email: emailChannel,
  social: socialChannel,
  bluesky: blueskyChannel,
  voice: voiceChannel,
} as const satisfies { readonly [name in ChannelName]?: (config: never) => Channel }
