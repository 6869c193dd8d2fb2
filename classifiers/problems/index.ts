/**
 * Several problems in one message.
 * @module
 */

export { apart, areClauses, isPlainJoint } from './clauses.ts'
export { areUnlike, isPlainlyOne, isSurelyOne, leastOf, type ToldTogether } from './judge.ts'
export { offerCuts } from './offers.ts'
export { splitProblems } from './split.ts'
export { namesProblem } from './words.ts'
