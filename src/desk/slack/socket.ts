/**
 * Slack over a WebSocket that we open: no address of ours has to be reachable from outside.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 * @module
 */
import { type Receiver, SocketModeReceiver } from '@slack/bolt'
import { AppError } from '../../core/errors.ts'
import type { Log } from '../../core/events.ts'
import { slackFailure } from './errors.ts'
import { silent } from './silent.ts'

export interface SocketDeps {
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
  readonly timeoutMs: number
  /** Pauses before connecting again: the first after a connection that held, the others after failures. Milliseconds. */
  readonly pausesMs?: readonly number[]
}
const defaultPausesMs = [0, 1_000, 2_000, 5_000, 10_000, 30_000]

/** How long a new connection may take. Milliseconds. */
const helloMs = 30_000
/** A connection that lasted less counts as a failure, or one that flaps would be made over and over. Milliseconds. */
const steadyMs = 10_000

/**
 * Bolt's receiver; connecting again is done here. Slack ends every connection after a while, and where Bolt's own
 * reconnection fails for good (a token withdrawn) it rejects a promise that nobody holds, which ends the process.
 */
export function socketReceiver(deps: SocketDeps): Receiver {
  const { appToken, apiUrl, log, timeoutMs, pausesMs = defaultPausesMs } = deps
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: silent,
    installerOptions: {
      clientOptions: {
        slackApiUrl: `${apiUrl.replace(/\/+$/, '')}/`,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: timeoutMs,
      },
    },
    // A handler that failed has told the log; not acknowledged, Slack shows the agent that it did not work.
    processEventErrorHandler: async () => false,
  })
  const { client } = receiver
  let stopped = true
  let wake: () => void = () => undefined

  /** One connection, from the first to the last moment. Throws AppError where it can't be made. */
  async function connectOnce(connected: () => void): Promise<void> {
    const ended = Promise.withResolvers<void>()
    const end = () => ended.resolve()
    client.once('disconnected', end)
    // A server that takes the connection and never says hello.
    const silence = setTimeout(() => void client.disconnect(), helloMs)
    try {
      await client.start()
    } catch (thrown) {
      client.removeListener('disconnected', end)
      throw thrown instanceof Error
        ? slackFailure(thrown, 'apps.connections.open', false)
        : new AppError('provider-away', 'Slack, Socket Mode: no connection')
    } finally {
      clearTimeout(silence)
    }
    connected()
    // Stopped while it was being made.
    if (stopped) void client.disconnect()
    await ended.promise
  }

  /** `tried` hears of the first attempt; `misconfigured` then ends it all, and only then. */
  async function keepConnected(tried: (error: AppError | null) => void): Promise<void> {
    let failures = 0
    let first = true
    const firstTried = (error: AppError | null) => {
      if (!first) return
      first = false
      if (error?.code === 'misconfigured') stopped = true
      tried(error)
    }
    while (!stopped) {
      const began = performance.now()
      let wishMs = 0
      try {
        await connectOnce(() => {
          firstTried(null)
          log('info', 'surface.connected', { surface: 'slack', how: 'Socket Mode' })
        })
        failures = performance.now() - began > steadyMs ? 0 : failures + 1
      } catch (thrown) {
        const error = slackFailure(thrown, 'Socket Mode', false)
        failures += 1
        wishMs = error.afterMs ?? 0
        if (!stopped)
          log(error.code === 'misconfigured' ? 'error' : 'warn', 'surface.lost', {
            surface: 'slack',
            code: error.code,
            reason: error.message,
          })
        firstTried(error)
      }
      const pauseMs = pausesMs[Math.min(failures, pausesMs.length - 1)] ?? 0
      if (!stopped) await pause(Math.max(pauseMs, wishMs))
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  let running: Promise<void> = Promise.resolve()
  return {
    init: (app) => receiver.init(app),
    /** Resolves after the first attempt. Throws where the token is not good; anything else is tried again. */
    start() {
      stopped = false
      return new Promise((resolve, reject) => {
        running = keepConnected((error) =>
          error?.code === 'misconfigured' ? reject(error) : resolve(undefined),
        )
      })
    },
    async stop() {
      stopped = true
      wake()
      await client.disconnect()
      await running
    },
  }
}
