/**
 * Open311: GeoReport v2, the side that reads.
 * @module
 */
export { type Open311Deps, open311Routes } from './routes.ts'
