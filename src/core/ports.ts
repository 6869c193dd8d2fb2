/**
 * The ports. Everything that touches the outside world is an adapter behind one of these; each has a
 * contract suite in test/contract that every adapter must pass.
 * @module
 */
export * from './ports/cases.ts'
export * from './ports/channel.ts'
export * from './ports/desk.ts'
export * from './ports/learning.ts'
export * from './ports/media.ts'
export * from './ports/queue.ts'
export * from './ports/reviews.ts'
export * from './ports/store.ts'

/** Wall clock, Unix milliseconds. */
export interface Clock {
  now(): number
}
