import type { ChannelName } from '../../src/core/request.ts'

/** `buttons`: a resident has seen the usual services as buttons before writing. `free`: they write or speak as they like. */
export type ChannelKind = 'buttons' | 'free'

/** What a resident has seen before writing, by channel. Our own form asks in the resident's words. */
export const kindOf: Readonly<Record<ChannelName, ChannelKind>> = {
  voice: 'free',
  sms: 'free',
  social: 'free',
  bluesky: 'free',
  email: 'free',
  web: 'free',
  open311: 'buttons',
}
