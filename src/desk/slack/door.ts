/**
 * Where Slack comes in: clicks, menus and modals, over HTTP or over Socket Mode, to the same handlers.
 * @module
 */
import { App, LogLevel } from '@slack/bolt'
import type { Hono } from 'hono'
import { AppError, asAppError } from '../../core/errors.ts'
import type { Log } from '../../core/events.ts'
import type { Clock, Desk } from '../../core/ports.ts'
import { slackApi } from './api.ts'
import { deskWork } from './desk-work.ts'
import { type Ack, actionHandlers } from './handlers.ts'
import { httpReceiver } from './receiver.ts'
import { silent } from './silent.ts'
import { socketReceiver } from './socket.ts'
import { viewHandlers } from './views.ts'

export interface DoorOptions {
  readonly botToken: string
  /** For HTTP. One of this and `appToken` is needed; with both, Socket Mode it is. */
  readonly signingSecret: string | null
  readonly appToken: string | null
  readonly apiUrl: string
  readonly desk: Desk
  readonly clock: Clock
  readonly log: Log
  /** See HandlerDeps. */
  readonly patienceMs?: number
  /** See SocketDeps.pausesMs. */
  readonly pausesMs?: readonly number[]
}
export interface Door {
  /** `POST /webhooks/slack`; null in Socket Mode. */
  routes(): Hono | null
  /** Asks Slack who we are and, in Socket Mode, connects. Throws AppError `misconfigured`; Slack being away is none. */
  start(): Promise<void>
  /** Takes nothing new and finishes what is under way. */
  stop(): Promise<void>
  /** Resolves once nothing is under way, whispers included. */
  idle(): Promise<void>
}

const patience = 2_000
/** A click is good for three seconds; waiting longer for an answer about it helps nobody. */
const timeoutMs = 3_000

/** What the app has to be allowed, and one of the two histories: of public or of private channels. */
const scopes = { all: ['chat:write'], either: ['channels:history', 'groups:history'] } as const

export function slackDoor(options: DoorOptions): Door {
  const { botToken, signingSecret, appToken, apiUrl, desk, clock, log, patienceMs = patience } = options
  const api = slackApi({ botToken, apiUrl, clock, timeoutMs })
  const http =
    appToken === null && signingSecret !== null ? httpReceiver({ signingSecret, clock, log }) : null
  const pauses = options.pausesMs === undefined ? {} : { pausesMs: options.pausesMs }
  const socket =
    appToken === null ? null : socketReceiver({ appToken, apiUrl, log, timeoutMs: 10_000, ...pauses })
  const receiver = http ?? socket
  if (receiver === null)
    throw new AppError('misconfigured', 'Slack needs a signing secret or an app token: else no click arrives')

  const app = new App({
    receiver,
    authorize: async () => ({ botToken }),
    logger: silent,
    logLevel: LogLevel.ERROR,
    // Both would keep something of every delivery in memory, and nothing here reads it.
    convoStore: false,
    ignoreSelf: false,
    clientOptions: { slackApiUrl: `${apiUrl}/`, retryConfig: { retries: 0 }, timeout: timeoutMs },
  })
  const work = deskWork({ desk, log })
  const { onAction, onOptions, tell } = actionHandlers({ api, desk, work, log, patienceMs })
  const { onSubmit, onClosed } = viewHandlers({ api, desk, work, log, patienceMs }, tell)
  const underWay = new Set<Promise<void>>()
  const handled = (handler: (body: unknown, ack: Ack) => Promise<void>) => {
    return async ({ body, ack }: { readonly body: unknown; readonly ack: unknown }): Promise<void> => {
      const work = handler(body, ack as Ack)
      underWay.add(work)
      return work.finally(() => underWay.delete(work))
    }
  }
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }
  const anything = /^/
  app.action(anything, handled(onAction))
  app.options(anything, handled(onOptions))
  app.view({ callback_id: anything, type: 'view_submission' }, handled(onSubmit))
  app.view({ callback_id: anything, type: 'view_closed' }, handled(onClosed))
  app.error(async (error) => {
    const { code, providerCode } = asAppError(error.original ?? error)
    log('error', 'surface.failed', { surface: 'slack', what: 'delivery', code, providerCode })
    throw error
  })

  async function checkAccount(): Promise<void> {
    const known = await api.whoAmI().catch((thrown: unknown) => {
      const { code, message } = asAppError(thrown)
      if (code === 'misconfigured') throw thrown
      log('warn', 'surface.lost', { surface: 'slack', code, reason: message })
      return null
    })
    if (known?.scopes == null) return
    const granted = new Set(known.scopes)
    const missing = [
      ...scopes.all.filter((scope) => !granted.has(scope)),
      ...(scopes.either.some((scope) => granted.has(scope)) ? [] : [scopes.either.join(' or ')]),
    ]
    if (missing.length > 0)
      throw new AppError('misconfigured', `the Slack app lacks the scope ${missing.join(', ')}`)
  }

  return {
    routes: () => http?.routes() ?? null,
    async start() {
      await checkAccount()
      await receiver.start()
      if (http !== null) log('info', 'surface.connected', { surface: 'slack', how: 'HTTP' })
    },
    async stop() {
      await receiver.stop()
      await idle()
    },
    idle,
  }
}
