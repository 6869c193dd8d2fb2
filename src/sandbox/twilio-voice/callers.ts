/**
 * Residents who call: what each says and presses. Words are our own; streets are real.
 * @module
 */
import { keypadCallers } from './keypad-callers.ts'
import type { ScriptedCaller } from './script.ts'

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
  ...keypadCallers,
]
