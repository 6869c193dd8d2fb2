/**
 * Several problems in one message.
 * @module
 */
export { splitProblems } from './split.ts'
