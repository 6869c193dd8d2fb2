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
  /** Recorded prompts have to be configured (IVR_RECORDINGS_URL). */
  readonly needs?: 'recordings'
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
  {
    title: 'keypad only, to a number',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '1' }, { press: '746#' }],
      // C E N T R
      ...[{ press: '23687#' }, { press: '1' }, { press: '1' }, { wait: true } as const],
    ],
  },
  {
    title: 'keypad only, with a wrong first letter',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '1' }, { press: '76#' }],
      // T for W in Warren; then the street of three, then its neighborhood
      ...[{ press: '827736#' }, { press: '1' }, { press: '1' }, { press: '1' }, { hangUp: true } as const],
    ],
  },
  {
    title: 'keypad only, goes back, and corrects the place after no',
    steps: [
      ...[{ press: '1' }, { press: '6' }, { press: '5' }, { press: '1' }, { press: '*' }],
      // B E A C O N, at the wrong number; back from the choice and on again
      ...[{ press: '1' }, { press: '54#' }, { press: '232266#' }, { press: '*' }, { press: '232266#' }],
      ...[{ press: '1' }, { press: '2' }, { press: '1' }, { press: '45#' }, { press: '232266#' }],
      ...[{ press: '1' }, { press: '1' }, { hangUp: true } as const],
    ],
  },
  {
    title: 'keypad only, corrects the place after it was filed',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '1' }, { press: '15#' }],
      // M O R A, and then W E S T V I L L E
      ...[
        { press: '6672#' },
        { press: '1' },
        { press: '1' },
        { press: '2' },
        { press: '1' },
        { press: '40#' },
      ],
      ...[{ press: '937884553#' }, { hangUp: true } as const],
    ],
  },
  {
    title: 'keypad only, at a corner',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '2' }],
      // C O L U M B I A, then D U D L E Y
      ...[
        { press: '26586242#' },
        { press: '1' },
        { press: '383539#' },
        { press: '1' },
        { hangUp: true } as const,
      ],
    ],
  },
  {
    title: 'keypad only, one of many Washington Streets by its ZIP code',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '1' }, { press: '100#' }],
      ...[{ press: '9274464866#' }, { press: '1' }, { press: '9' }, { press: '02121' }, { press: '1' }],
      { hangUp: true },
    ],
  },
  {
    title: 'keypad only, finds no street and gets a person',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '1' }, { press: '10#' }],
      ...[{ press: '99999#' }, { wait: true } as const, { press: '99999#' }, { leave: 8 }],
    ],
  },
  {
    title: 'hangs up while spelling',
    steps: [
      ...[{ press: '1' }, { press: '5' }, { press: '1' }, { press: '746#' }],
      { hangUp: true, afterS: 2 },
    ],
  },
  {
    title: 'Haitian Creole by keys alone',
    needs: 'recordings',
    steps: [
      ...[{ press: '3' }, { press: '1' }, { press: '5' }, { press: '1' }, { press: '746#' }],
      ...[{ press: '23687#' }, { press: '1' }, { press: '*' }, { press: '1' }, { wait: true } as const],
    ],
  },
  {
    title: 'Somali by keys, and then a message after all',
    needs: 'recordings',
    steps: [{ press: '3' }, { press: '*' }, { press: '1' }, { wait: true }, { press: '3' }, { leave: 11 }],
  },
  {
    title: 'asks for Haitian Creole in the middle',
    needs: 'recordings',
    steps: [
      { say: 'there is a big pothole' },
      { say: 'I speak Haitian Creole' },
      ...[
        { press: '1' },
        { press: '40#' },
        { press: '937884553#' },
        { press: '1' },
        { hangUp: true } as const,
      ],
    ],
  },
  {
    title: 'asks for Spanish in the middle',
    steps: [
      { say: 'hi there is a big pothole' },
      { say: 'español por favor' },
      { say: '40 Westville Street en Dorchester' },
      { say: 'sí' },
      { hangUp: true },
    ],
  },
  {
    title: 'says hello and nothing else',
    steps: [{ say: 'hello?' }, { say: 'hello? is anyone there?' }, { hangUp: true }],
  },
  {
    title: 'interrupts the question with 0',
    steps: [{ say: 'there is graffiti on the wall' }, { press: '0', afterS: 1 }, { leave: 6 }],
  },
  {
    title: 'hangs up during the read-back',
    steps: [{ say: 'a dead raccoon in the road at 15 Mora Street' }, { hangUp: true, afterS: 2 }],
  },
  {
    title: 'a long story with two addresses',
    steps: [
      {
        say: "yeah hi so I live at 12 Green Street in Jamaica Plain but that's not where it is, I was driving to my sister's, and there's this enormous pothole right outside 76 Warren Street in Roxbury and I nearly lost a tire",
      },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'uses a wheelchair, and the ramp is broken',
    steps: [
      {
        say: "I use a wheelchair and the curb ramp at the corner of Dudley Street and Columbia Road is broken I can't get onto the sidewalk",
      },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'asks to hear it again in words',
    steps: [
      { say: 'pothole at 15 Mora Street' },
      { say: 'sorry, what did you say?' },
      { say: 'yes' },
      { say: 'can you repeat the number please' },
      { hangUp: true },
    ],
  },
  {
    title: 'a child shouts, then the street light',
    steps: [
      { wait: true },
      { say: 'shh shh', confidence: 0.3 },
      { say: 'sorry, the streetlight outside 54 Beacon Street is out' },
      { say: "yeah that's right" },
      { hangUp: true },
    ],
  },
  {
    title: 'names the town next door',
    steps: [
      { say: 'pothole at 20 Harvard Street in Brookline' },
      { say: 'oh sorry, it is 20 Harvard Avenue in Allston' },
      { press: '1' },
      { hangUp: true },
    ],
  },
  {
    title: 'takes leave politely',
    steps: [
      { say: 'car blocking my driveway' },
      { say: '40 Westville Street Dorchester the plate is one two three A B C' },
      { say: 'yeah' },
      { say: "no that's all thank you" },
    ],
  },
  {
    title: 'keypad only, asks how it stands',
    steps: [{ press: '1' }, { press: '7' }, { press: '00000000#' }, { hangUp: true }],
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
