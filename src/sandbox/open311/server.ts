/**
 * The player on a port of this machine.
 * @module
 */
import { openPort, type Port } from '../port.ts'
import { open311Player } from './player.ts'
import type { Open311Player, PlayerOptions } from './types.ts'

/** `url` is what OPEN311_URL has to be. */
export interface RunningOpen311 extends Open311Player, Port {}

/** Listens on 127.0.0.1; `port` 0 or none: any free one. */
export async function startOpen311Player(
  options: Omit<PlayerOptions, 'clock'> & { readonly clock?: PlayerOptions['clock']; readonly port?: number },
): Promise<RunningOpen311> {
  const player = open311Player({ clock: { now: () => Date.now() }, ...options })
  return { ...player, ...(await openPort(player, options.port ?? 0)) }
}
