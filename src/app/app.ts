/**
 * One running intake311: gateway, worker, or both, with its own PostgreSQL and sandbox where nothing else is
 * configured. `npm start`, the demo and the tests all start it here.
 * @module
 */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerType } from '@hono/node-server'
import { serve } from '@hono/node-server'
import { AppError } from '../core/errors.ts'
import { gateway } from '../gateway/app.ts'
import type { RunningPlayer } from '../sandbox/twilio/index.ts'
import { bostonServices } from './city.ts'
import type { Core, Parts } from './compose.ts'
import { openCore, startWorker } from './compose.ts'
import type { Config, Role, Twilio } from './config.ts'
import { startPostgres } from './postgres/index.ts'
import type { Sandbox } from './sandbox.ts'
import { startSandbox } from './sandbox.ts'
import type { Telemetry } from './telemetry.ts'

export interface App {
  /** Where the gateway listens; null for a worker alone. */
  readonly url: string | null
  /** What stands in for Twilio; null where a real account is configured. */
  readonly player: RunningPlayer | null
  /** The Twilio account in use, real or of the sandbox. */
  readonly twilio: Twilio | null
  /** Takes no more, finishes what is under way, lets go of everything. */
  stop(): Promise<void>
}

type Stop = () => Promise<unknown>

/** Starts it. What was already up is taken down again when a later part fails. Throws AppError. */
export async function startApp(config: Config, role: Role, telemetry: Telemetry): Promise<App> {
  const { log } = telemetry
  const stops: Stop[] = []
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    let databaseUrl = config.DATABASE_URL
    if (databaseUrl === undefined) {
      const postgres = await startPostgres({ dataDir: join(config.DATA_DIR, 'postgres'), log })
      stops.push(() => postgres.stop())
      databaseUrl = postgres.url
    }
    const listening = role === 'worker' ? null : listener(config)
    const sandbox =
      config.twilio === null && role === 'all'
        ? await startSandbox(config.DATA_DIR, () => listening?.url() ?? '', config.PUBLIC_URL ?? null)
        : null
    if (sandbox !== null) {
      stops.push(() => sandbox.stop())
      log('info', 'sandbox.started', { what: 'twilio' })
    }
    const linkUrl = (): string =>
      config.PUBLIC_URL ?? listening?.url() ?? `http://${config.HOST}:${config.PORT}`
    const parts: Parts = {
      databaseUrl,
      redisUrl: config.REDIS_URL ?? null,
      mediaDir:
        config.MEDIA_URL === undefined ? resolve(config.DATA_DIR, 'media') : fileURLToPath(config.MEDIA_URL),
      publicUrl: config.PUBLIC_URL ?? null,
      linkUrl,
      twilio: sandbox?.twilio ?? config.twilio,
      log,
    }
    const core = await openCore(parts)
    stops.push(() => core.close())
    telemetry.watch(core.queue)
    if (role !== 'gateway') {
      const stopSweeping = startWorker(core, parts)
      stops.push(stopSweeping)
    }
    if (listening !== null) {
      await listening.open(gatewayOf(core, parts, telemetry, sandbox))
      stops.push(() => listening.close())
    }
    log('info', 'process.started', { role, node: process.version })
    return { url: listening?.url() ?? null, player: sandbox?.player ?? null, twilio: parts.twilio, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function gatewayOf(core: Core, parts: Parts, telemetry: Telemetry, sandbox: Sandbox | null) {
  return gateway({
    ...core,
    channels: core.channels.values(),
    services: bostonServices,
    publicUrl: parts.linkUrl,
    metrics: () => telemetry.metrics(),
    sandbox,
    log: parts.log,
  })
}

/** The HTTP server: its address is known once it listens. */
function listener(config: Config): {
  url(): string
  open(app: { fetch: Parameters<typeof serve>[0]['fetch'] }): Promise<void>
  close(): Promise<void>
} {
  let server: ServerType | null = null
  let port = config.PORT
  return {
    url: () => `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`,
    open: (app) =>
      new Promise((opened, failed) => {
        const starting = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, (info) => {
          port = info.port
          opened()
        })
        server = starting
        starting.once('error', (error: NodeJS.ErrnoException) =>
          failed(
            new AppError(
              'misconfigured',
              error.code === 'EADDRINUSE' ? `port ${config.PORT} is in use; set PORT` : error.message,
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
