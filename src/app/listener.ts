import type { ServerType } from '@hono/node-server'
import { serve } from '@hono/node-server'
import { AppError } from '../core/errors.ts'

export interface Listener {
  url(): string
  open(app: { fetch: Parameters<typeof serve>[0]['fetch'] }): Promise<void>
  close(): Promise<void>
}

/** An HTTP server on `host` and `asked` (0: a free port, known once it listens). `open` throws AppError `misconfigured`. */
export function listener(host: string, asked: number): Listener {
  let server: ServerType | null = null
  let port = asked
  return {
    url: () => `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    open: (app) =>
      new Promise((opened, failed) => {
        const starting = serve({ fetch: app.fetch, port: asked, hostname: host }, (info) => {
          port = info.port
          opened()
        })
        server = starting
        starting.once('error', (error: NodeJS.ErrnoException) =>
          failed(
            new AppError(
              'misconfigured',
              error.code === 'EADDRINUSE' ? `port ${asked} is in use; set another` : error.message,
              { cause: error },
            ),
          ),
        )
      }),
    close: () =>
      new Promise((closed) => {
        if (server === null) return closed()
        server.close(() => closed())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        // Whoever keeps a stream open (the sandbox phone) is cut off after the answers under way.
        setTimeout(
          () => server !== null && 'closeAllConnections' in server && server.closeAllConnections(),
          2_000,
        ).unref()
      }),
  }
}
