/**
 * What a caller of a script says and presses, and how it is played.
 * @module
 */
import type { PlayedCall } from './types.ts'

export type Step =
  | { readonly say: string; readonly confidence?: number; readonly afterS?: number }
  | { readonly press: string; readonly afterS?: number }
  | { readonly wait: true }
  /** A recorded message of so many seconds. */
  | { readonly leave: number }
  | { readonly hangUp: true; readonly afterS?: number }

export interface ScriptedCaller {
  readonly title: string
  /** Without it a number of the caller's own. */
  readonly from?: string
  /** Recorded prompts have to be configured (IVR_RECORDINGS_URL). */
  readonly needs?: 'recordings'
  readonly steps: readonly Step[]
}

/** Plays the steps, as far as the call goes. `recording`: the bytes of a message that is left. */
export async function playSteps(
  call: PlayedCall,
  steps: readonly Step[],
  recording: Uint8Array,
): Promise<void> {
  for (const step of steps) {
    if (call.state === 'ended') return
    if ('say' in step) await call.speak(step.say, step)
    else if ('press' in step) await call.press(step.press, step)
    else if ('wait' in step) await call.silence()
    else if ('leave' in step) await call.leaveMessage(recording, { seconds: step.leave })
    else await call.hangUp(step)
  }
}
