/**
 * The dialog. One function, `step`, takes a conversation's state and one event and says what follows.
 * @module
 */

export { addressIn, contactLeft, isOneDevice, newsCodeIn } from './dialog/contact.ts'
export { type Objection, objectionTo } from './dialog/decision.ts'
export { codeIn, isPrivate } from './dialog/link.ts'
export { step } from './dialog/step.ts'
export { unreadable } from './dialog/unreadable.ts'
