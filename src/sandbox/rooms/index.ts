/** Ways to reach 311 that are played beside the phone that texts. @module */
export { callRoom } from './call.ts'
export { mailRoom } from './mail.ts'
export { blueskyRoom, xRoom } from './posts.ts'
export type { Room } from './room.ts'
