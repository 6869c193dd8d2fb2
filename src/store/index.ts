/** The ledger on PostgreSQL: the only place with SQL. @module */
export { createDatabase, dropDatabase } from './databases.ts'
export { type LocalCase, type LocalCaseRef, type LocalCases, localCases } from './local-cases.ts'
export { type OpenStore, openStore } from './open.ts'
export type { ServiceRule, StoreOptions } from './options.ts'
