/**
 * An ArcGIS GeocodeServer to try a geocoder with.
 * @module
 */
export { arcgisPlayer, locatorPath } from './player.ts'
export { type RunningArcgis, startArcgisPlayer } from './server.ts'
export type { ArcgisPlayer, Fault, PlayedLocator, PlayedPlace } from './types.ts'
