/**
 * Several problems in one message.
 * @module
 */
export { splitProblems } from './split.ts'
export { type Offer, offerCuts } from './offers.ts'
