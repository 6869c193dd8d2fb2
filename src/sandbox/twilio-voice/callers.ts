/**
 * Residents who call: what each says and presses. Words are our own; streets are real.
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
  readonly steps: readonly Step[]
}

export const callers: readonly ScriptedCaller[] = [
  {
    title: 'a simple pothole',
    steps: [
      { say: "there's a pothole at 746 Centre Street in Jamaica Plain" },
      { say: 'yes' },
      { hangUp: true },
    ],
  },
  {
    title: 'fast: knows the way and breaks in',
    steps: [
      { say: 'pothole at 1100 Blue Hill Avenue', afterS: 2 },
      { press: '1', afterS: 3 },
      { hangUp: true, afterS: 10 },
    ],
  },
  {
    title: 'silent',
    steps: [{ wait: true }, { wait: true }, { wait: true }, { wait: true }, { wait: true }, { wait: true }],
  },
  {
    title: 'Spanish by key',
    steps: [
      { press: '2' },
      { say: 'hay un bache grande en 746 Centre Street en Jamaica Plain' },
      { say: 'sí' },
      { hangUp: true },
    ],
  },
  {
    title: 'Spanish by its name',
    steps: [
      { say: 'español' },
      { say: 'no recogieron la basura en 40 Westville Street, Dorchester' },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'keypad only: menu, then a message',
    steps: [{ wait: true }, { wait: true }, { wait: true }, { press: '5' }, { press: '0' }, { leave: 14 }],
  },
  {
    title: 'changes their mind about the place',
    steps: [
      { say: 'street light is out at 54 Beacon Street' },
      { say: "no, it's 45 Beacon Street, Beacon Hill" },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'changes their mind and cancels',
    steps: [
      { say: 'there is graffiti at 12 Green Street in Jamaica Plain' },
      { say: 'never mind, cancel it' },
      { hangUp: true },
    ],
  },
  {
    title: 'hangs up in the middle',
    steps: [{ say: 'there is a broken sidewalk right in front of my house' }, { hangUp: true, afterS: 1 }],
  },
  {
    title: 'hangs up at the greeting',
    steps: [{ hangUp: true, afterS: 4 }],
  },
  {
    title: 'two problems in one breath',
    steps: [
      {
        say: 'rats in the alley by 76 Warren Street Roxbury. also a dead raccoon in the road at 15 Mora Street',
      },
      { press: '1' },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'a street that stands in several neighborhoods, and a wrong number',
    steps: [
      { say: 'there is a pothole at 100 Washington Street' },
      { press: '2' },
      { press: '1' },
      { press: '2' },
      { say: 'it is 102 Washington Street in Brighton' },
      { hangUp: true },
    ],
  },
  {
    title: 'a street without a number, keyed in',
    steps: [
      { say: 'huge pothole on Blue Hill Avenue' },
      { press: '1100#' },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'emergency',
    steps: [
      { say: 'the house next door is on fire, people are screaming' },
      { press: '0' },
      { hangUp: true },
    ],
  },
  {
    title: 'emergency that the recogniser hardly hears',
    steps: [{ say: 'help there is a fire in the building', confidence: 0.2 }, { wait: true }],
  },
  {
    title: 'anonymous',
    from: '+266696687',
    steps: [
      { say: 'they did not pick up the trash at 40 Westville Street Dorchester' },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'a SIP phone',
    from: 'sip:desk@example.org',
    steps: [
      { say: 'a traffic signal is dark at Columbia Road and Dudley Street' },
      { say: 'yes' },
      { hangUp: true },
    ],
  },
  {
    title: 'mumbles, then speaks up',
    steps: [
      { say: 'uh the uh hole', confidence: 0.2 },
      { say: 'mm street', confidence: 0.3 },
      { say: 'a pothole at 746 Centre Street, Jamaica Plain' },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'mumbles to the end',
    steps: [
      { say: 'mhm uh', confidence: 0.1 },
      { say: 'the uh', confidence: 0.15 },
      { say: 'hm', confidence: 0.2 },
      { press: '6' },
      { press: '6' },
      { leave: 9 },
    ],
  },
  {
    title: 'wants a person at once',
    steps: [{ press: '0', afterS: 1 }],
  },
  {
    title: 'asks how it stands, and hears the number twice',
    steps: [
      { say: 'a pothole at 746 Centre Street, Jamaica Plain' },
      { press: '1' },
      { press: '*' },
      { say: 'what is the status of my report' },
      { hangUp: true },
    ],
  },
  {
    title: 'wants the number as a text message',
    steps: [
      { say: 'a pothole at 746 Centre Street, Jamaica Plain' },
      { press: '1' },
      { press: '1' },
      { wait: true },
    ],
  },
  {
    title: 'Haitian Creole by key',
    steps: [{ press: '3' }, { press: '1' }, { press: '5' }, { leave: 11 }],
  },
]

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
