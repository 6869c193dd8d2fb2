/**
 * What Twilio posts to us about a call, as it came. https://www.twilio.com/docs/voice/twiml#request-parameters
 * @module
 */
import { z } from 'zod'
import { AppError } from '../../src/core/errors.ts'
import type { Verified } from '../../src/core/ports.ts'
import { type Fields, fieldText, formFields } from '../_twilio/form.ts'
import { storableText } from '../storable.ts'
import { type Call, callIn, startOfCall } from './call.ts'

export const voicePath = '/webhooks/twilio/voice'
export const paths = {
  /** A call begins: "A call comes in" at Twilio. */
  start: voicePath,
  /** What the caller said or pressed. */
  heard: `${voicePath}/heard`,
  /** The transfer to a person has ended. */
  dialled: `${voicePath}/dialled`,
  /** The caller has left the line of those who wait for a person. */
  queued: `${voicePath}/queued`,
  /** What they hear while they wait in it. */
  waiting: `${voicePath}/waiting`,
  /** The caller left a message. */
  recorded: `${voicePath}/recorded`,
  /** The file of a message is there: the second witness of `recorded`. */
  recording: `${voicePath}/recording`,
  /** What the porch recorded while we were away (src/edge/voice.ts). */
  away: `${voicePath}/away/recording`,
  /** "Call status changes" at Twilio. */
  status: `${voicePath}/status`,
  /** "Primary handler fails" at Twilio. */
  fallback: `${voicePath}/fallback`,
} as const
export type Door = keyof typeof paths

const Said = z
  .union([z.string(), z.array(z.string()).min(1)])
  .refine((value) => storableText(typeof value === 'string' ? value : (value[0] ?? ''), '').trim() !== '')
/** Only what we cannot do without. News of a recording names the call and not who is in it. */
const InCall = z.looseObject({ CallSid: Said, From: Said, To: Said })
const Shapes: Readonly<Record<Door, z.ZodType>> = {
  start: InCall,
  heard: InCall,
  dialled: InCall,
  queued: InCall,
  waiting: InCall,
  recorded: InCall,
  recording: z.looseObject({ CallSid: Said, RecordingSid: Said }),
  away: z.looseObject({ CallSid: Said }),
  status: InCall.extend({ CallStatus: Said }),
  fallback: z.looseObject({ CallSid: Said }),
}

/** One delivery of Twilio's. `call` is what its URL, which we gave it and it signed, says of the call so far. */
export interface VoiceRaw {
  readonly door: Door
  readonly fields: Fields
  readonly call: Call
}

/** A field without NUL, lone surrogates and outer space. */
export const cleanField = (fields: Fields, name: string): string =>
  storableText(fieldText(fields, name), '').trim()

/** Reads one verified delivery. Throws AppError `malformed`. */
export function readVoice(verified: Verified): VoiceRaw {
  const fields = formFields(verified.body)
  const { pathname, searchParams } = new URL(verified.url)
  const door = (Object.keys(paths) as Door[])
    .filter((name) => pathname.endsWith(paths[name]))
    .reduce<Door>((best, name) => (paths[name].length > paths[best].length ? name : best), 'start')
  const parsed = Shapes[door].safeParse(fields)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    throw new AppError('malformed', `Twilio's ${door} webhook lacks ${names}`)
  }
  const call = door === 'start' || door === 'status' ? startOfCall : callIn(searchParams)
  if (call === null)
    throw new AppError('malformed', `the address of Twilio's ${door} webhook is not one of ours`)
  return { door, fields, call }
}
