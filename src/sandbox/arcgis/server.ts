/**
 * The player on a port of this machine.
 * @module
 */
import { openPort, type Port } from '../port.ts'
import { arcgisPlayer, locatorPath } from './player.ts'
import type { ArcgisPlayer, PlayedLocator } from './types.ts'

/** `url` is what GEOCODER_URL has to be. */
export interface RunningArcgis extends ArcgisPlayer, Port {}

/** Listens on 127.0.0.1; `wanted` 0 or none: any free port. */
export async function startArcgisPlayer(locator: PlayedLocator, wanted = 0): Promise<RunningArcgis> {
  const player = arcgisPlayer(locator)
  const port = await openPort(player, wanted)
  return { ...player, ...port, url: `${port.url}${locatorPath}` }
}
