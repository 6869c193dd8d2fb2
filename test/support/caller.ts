/**
 * A resident with a telephone: dials, listens, speaks and presses keys.
 * @module
 */
import type { CallOptions, PlayedCall } from '../../src/sandbox/twilio-voice/index.ts'
import { spokenBy, startCall } from '../../src/sandbox/twilio-voice/index.ts'
import type { TestApp } from './app.ts'
import { ours } from './app.ts'
import { newPhone } from './resident.ts'

export const dial = (
  app: Pick<TestApp, 'player' | 'account'>,
  options: Partial<CallOptions> = {},
): Promise<PlayedCall> =>
  startCall(app.player, { accountSid: app.account.accountSid, from: newPhone(), to: ours, ...options })

/** What 311 says now, or said last. */
export function lastHeard(call: PlayedCall): string {
  if (call.saying !== '') return call.saying
  const lines = spokenBy(call.events)
  return lines.findLast(({ who }) => who === '311')?.text ?? ''
}

export const transcriptOf = (call: PlayedCall): string =>
  spokenBy(call.events)
    .map(({ who, text }) => `${who === '311' ? '     311' : 'resident'}: ${text}`)
    .join('\n')
