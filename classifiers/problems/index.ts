/**
 * Several problems in one message.
 * @module
 */
export { splitProblems } from './split.ts'
export { namesProblem, problemKinds } from './words.ts'
