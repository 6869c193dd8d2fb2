/**
 * The played Bluesky on a port of this machine.
 * @module
 */
import { openPort } from '../port.ts'
import { blueskyPlayer } from './player.ts'
import type { BlueskyPlayer, PlayerOptions } from './types.ts'

export interface RunningBluesky extends BlueskyPlayer {
  /** What BLUESKY_API_URL has to be. */
  readonly url: string
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}

/** Listens on 127.0.0.1, on any free port. */
export async function startBlueskyPlayer(
  options: Omit<PlayerOptions, 'url' | 'clock'> & { readonly clock?: PlayerOptions['clock'] },
): Promise<RunningBluesky> {
  let url = ''
  const player = blueskyPlayer({ clock: { now: () => Date.now() }, ...options, url: () => url })
  const port = await openPort(player, 0)
  url = port.url
  return { ...player, url, stop: port.stop }
}
