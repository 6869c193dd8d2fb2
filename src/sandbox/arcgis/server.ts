/**
 * The player on a port of this machine.
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { arcgisPlayer, locatorPath } from './player.ts'
import type { ArcgisPlayer, PlayedLocator } from './types.ts'

export interface RunningArcgis extends ArcgisPlayer {
  /** What GEOCODER_URL has to be. */
  readonly url: string
  /** Takes no connection until `work` is done. */
  whileAway<T>(work: () => Promise<T>): Promise<T>
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}

/** Listens on 127.0.0.1; `wanted` 0 or none: any free port. */
export async function startArcgisPlayer(locator: PlayedLocator, wanted = 0): Promise<RunningArcgis> {
  const player = arcgisPlayer(locator)
  let { server, port } = await listen(player, wanted)
  return {
    ...player,
    url: `http://127.0.0.1:${port}${locatorPath}`,
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
  { app }: ArcgisPlayer,
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
