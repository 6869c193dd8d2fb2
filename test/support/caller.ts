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

/** Half a second of silence, as a file that players open: 8 kHz, one channel, 8 bits. */
export function aRecording(): Uint8Array {
  const samples = 4_000
  const file = Buffer.alloc(44 + samples, 0x80)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8_000, 24)
  file.writeUInt32LE(8_000, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples, 40)
  return file
}
