/**
 * The player on a port of this machine.
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { open311Player } from './player.ts'
import type { Open311Player, PlayerOptions } from './types.ts'

export interface RunningOpen311 extends Open311Player {
  /** What OPEN311_URL has to be. */
  readonly url: string
  /** Takes no connection until `work` is done. */
  whileAway<T>(work: () => Promise<T>): Promise<T>
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}

/** Listens on 127.0.0.1; `port` 0 or none: any free one. */
export async function startOpen311Player(
  options: Omit<PlayerOptions, 'clock'> & { readonly clock?: PlayerOptions['clock']; readonly port?: number },
): Promise<RunningOpen311> {
  const player = open311Player({ clock: { now: () => Date.now() }, ...options })
  let { server, port } = await listen(player, options.port ?? 0)
  return {
    ...player,
    url: `http://127.0.0.1:${port}`,
    async whileAway(work) {
      await close(server)
      try {
        return await work()
      } finally {
        ;({ server, port } = await listen(player, port))
      }
    },
    stop: () => close(server),
  }
}

function listen(
  { app }: Open311Player,
  wanted: number,
): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: wanted }, (info: AddressInfo) =>
      resolve({ server: server as Server, port: info.port }),
    )
    server.once('error', reject)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
