/**
 * Plays callers: a small interpreter of TwiML on top of the player of Twilio.
 * @module
 */
export { type Booth, type CallerAct, type CallView, callBooth, silentRecording } from './booth.ts'
export { startCall } from './call.ts'
export { callers } from './callers.ts'
export { problemsIn } from './rules.ts'
export { playSteps, type ScriptedCaller, type Step } from './script.ts'
export { spokenBy, spokenSeconds } from './transcript.ts'
export type { CallEvent, CallOptions, Line, PlayedCall, Timing } from './types.ts'
