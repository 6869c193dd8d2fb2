/**
 * Several problems in one message.
 * @module
 */

export { type Offer, offerCuts } from './offers.ts'
export { splitProblems } from './split.ts'
