/**
 * The dialog. One function, `step`, takes a conversation's state and one event and says what follows.
 * @module
 */
export { step } from './dialog/step.ts'
export { unreadable } from './dialog/unreadable.ts'
