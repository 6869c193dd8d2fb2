/**
 * The played X on a port of this machine.
 * @module
 */
import { openPort } from '../port.ts'
import { xPlayer } from './player.ts'
import type { PlayerOptions, XPlayer } from './types.ts'

export interface RunningX extends XPlayer {
  /** What X_API_URL has to be. */
  readonly url: string
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}

/** Listens on 127.0.0.1, on any free port. */
export async function startXPlayer(
  options: Omit<PlayerOptions, 'url' | 'clock'> & { readonly clock?: PlayerOptions['clock'] },
): Promise<RunningX> {
  let url = ''
  const player = xPlayer({ clock: { now: () => Date.now() }, ...options, url: () => url })
  const port = await openPort(player, 0)
  url = port.url
  return { ...player, url, stop: port.stop }
}
