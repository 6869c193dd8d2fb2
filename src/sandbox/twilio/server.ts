/**
 * The player on two ports of this machine: Twilio's API, and the other origin its files come from.
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { twilioPlayer } from './player.ts'
import type { PlayerOptions, TwilioPlayer } from './types.ts'

export interface RunningPlayer extends TwilioPlayer {
  /** What TWILIO_API_URL has to be. */
  readonly url: string
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}
/** `port` 0 or none: any free one. */
export type RunningOptions = Omit<PlayerOptions, 'apiUrl' | 'cdnUrl' | 'clock'> & {
  readonly port?: number
  readonly clock?: PlayerOptions['clock']
}

/** Listens on 127.0.0.1. */
export async function startTwilioPlayer(options: RunningOptions): Promise<RunningPlayer> {
  const urls = { api: '', cdn: '' }
  const player = twilioPlayer({
    clock: { now: () => Date.now() },
    ...options,
    apiUrl: () => urls.api,
    cdnUrl: () => urls.cdn,
  })
  const api = await listen(player, options.port ?? 0)
  const cdn = await listen(player, 0)
  urls.api = api.url
  urls.cdn = cdn.url
  return {
    ...player,
    url: api.url,
    async stop() {
      await Promise.all([close(api.server), close(cdn.server)])
    },
  }
}

function listen(
  { app }: TwilioPlayer,
  port: number,
): Promise<{ readonly server: Server; readonly url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) =>
      resolve({ server: server as Server, url: `http://127.0.0.1:${info.port}` }),
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
