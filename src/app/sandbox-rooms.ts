/**
 * The rooms of the sandbox: one for each way in that is played on this machine.
 * @module
 */
import type { RunningBluesky } from '../sandbox/bluesky/index.ts'
import type { SandboxDeps } from '../sandbox/index.ts'
import { blueskyRoom, callRoom, mailRoom, xRoom } from '../sandbox/rooms/index.ts'
import type { RunningSmtpPlayer } from '../sandbox/smtp/index.ts'
import type { RunningPlayer } from '../sandbox/twilio/index.ts'
import { callBooth } from '../sandbox/twilio-voice/index.ts'
import type { RunningX } from '../sandbox/x/index.ts'
import type { Twilio } from './config.ts'

/** What is played; null where the real thing is configured. */
export interface Played {
  readonly phone: { readonly player: RunningPlayer; readonly twilio: Twilio } | null
  readonly x: RunningX | null
  readonly bluesky: { readonly player: RunningBluesky; readonly handle: string } | null
  readonly mail: RunningSmtpPlayer | null
  readonly slack: boolean
}

export function roomsOf(played: Played): Pick<SandboxDeps, 'rooms' | 'elsewhere'> {
  const { phone, x, bluesky, mail, slack } = played
  const { accountSid = '', from = null } = phone?.twilio ?? {}
  return {
    rooms: [
      ...(phone === null || from === null
        ? []
        : [callRoom(callBooth(phone.player, { accountSid, to: from }))]),
      ...(mail === null ? [] : [mailRoom(mail)]),
      ...(x === null ? [] : [xRoom(x)]),
      ...(bluesky === null ? [] : [blueskyRoom(bluesky.player, bluesky.handle)]),
    ],
    elsewhere: [
      { path: '/report', label: 'Web form' },
      ...(slack ? [{ path: '/sandbox/slack', label: 'Slack (agents)' }] : []),
    ],
  }
}
