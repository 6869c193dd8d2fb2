/**
 * The player on a port of this machine.
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { slackPlayer } from './player.ts'
import type { SlackPlayer, SlackPlayerOptions } from './types.ts'

export interface RunningSlackPlayer extends SlackPlayer {
  /** What SLACK_API_URL has to be. */
  readonly url: string
  /** Takes no connection any more, until `open`. */
  shut(): Promise<void>
  /** Listens again, on the same port. */
  open(): Promise<void>
  /** Ends at once, with what is under way. */
  stop(): Promise<void>
}
/** `port` 0 or none: any free one. */
export type RunningSlackOptions = Omit<SlackPlayerOptions, 'apiUrl' | 'clock'> & {
  readonly port?: number
  readonly clock?: SlackPlayerOptions['clock']
}

/** Listens on 127.0.0.1. */
export async function startSlackPlayer(options: RunningSlackOptions): Promise<RunningSlackPlayer> {
  let root = ''
  const player = slackPlayer({ clock: { now: () => Date.now() }, ...options, apiUrl: () => root })
  let server: Server | null = null
  let port = options.port ?? 0

  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const starting = serve(
        { fetch: player.app.fetch, hostname: '127.0.0.1', port },
        (info: AddressInfo) => {
          server = starting as Server
          port = info.port
          root = `http://127.0.0.1:${port}`
          resolve()
        },
      )
      starting.once('error', reject)
    })
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      if (server === null) return resolve()
      server.close(() => resolve())
      server.closeAllConnections()
      server = null
    })

  await open()
  return { ...player, url: `${root}/api`, shut, open, stop: shut }
}
