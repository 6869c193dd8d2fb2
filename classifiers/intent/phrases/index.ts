/**
 * Phrases that speak for an intent.
 * @module
 */
export { abuse } from './abuse.ts'
export { agent } from './agent.ts'
export { agreement } from './agreement.ts'
export { asking } from './asking.ts'
export { cancel } from './cancel.ts'
export { comment } from './comment.ts'
export { correction } from './correction.ts'
export { help, wrongNumber } from './help.ts'
export { plea } from './plea.ts'
export { question } from './question.ts'
export { reopen } from './reopen.ts'
export { start } from './start.ts'
export { status } from './status.ts'
export { stop } from './stop.ts'
