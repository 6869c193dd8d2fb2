/** The embedded PostgreSQL of a machine without a DATABASE_URL. @module */

export { borrowPostgres } from './borrow.ts'
export { type EmbeddedPostgres, startPostgres } from './start.ts'
