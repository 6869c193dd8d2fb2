/**
 * Open311: GeoReport v2, the side that reads, and the two formats of both.
 * @module
 */
export { asReference } from './filter.ts'
export { write } from './format.ts'
export { type Open311Deps, open311Routes } from './routes.ts'
