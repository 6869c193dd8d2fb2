/**
 * Residents who call and have only the keys, or no language that is recognised. Streets are real.
 * @module
 */
import type { ScriptedCaller } from './script.ts'

export const keypadCallers: readonly ScriptedCaller[] = [
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
    title: 'keypad only, asks how it stands',
    steps: [{ press: '1' }, { press: '7' }, { press: '00000000#' }, { hangUp: true }],
  },
]
