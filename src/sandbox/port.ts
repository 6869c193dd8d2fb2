/**
 * A played provider on a port of this machine, that can be away for a while.
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

/** What listens. */
interface Program {
  readonly app: { readonly fetch: (request: Request) => Response | Promise<Response> }
}

export interface Port {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** Takes no connection until `work` is done. */
  whileAway<T>(work: () => Promise<T>): Promise<T>
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}

/** Listens on 127.0.0.1; `wanted` 0: any free port. */
export async function openPort(program: Program, wanted: number): Promise<Port> {
  let { server, port } = await listen(program, wanted)
  return {
    url: `http://127.0.0.1:${port}`,
    async whileAway(work) {
      await close(server)
      try {
        return await work()
      } finally {
        ;({ server, port } = await listen(program, port))
      }
    },
    stop: () => close(server),
  }
}

function listen(
  { app }: Program,
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
