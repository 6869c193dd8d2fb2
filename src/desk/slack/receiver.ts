/**
 * Slack over HTTP: one route that verifies, parses and hands over to Bolt. Bolt's `ack` is the HTTP answer.
 * @module
 */
import type { App, Receiver } from '@slack/bolt'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError, asAppError, errorTable } from '../../core/errors.ts'
import type { Log } from '../../core/events.ts'
import type { Clock } from '../../core/ports.ts'
import { Delivery } from './payloads.ts'
import { verifySignature } from './signature.ts'
import { json } from './value.ts'

export interface ReceiverDeps {
  readonly signingSecret: string
  readonly clock: Clock
  readonly log: Log
}

/** Largest body. Bytes; Slack's own payloads stay far below. */
const largestBody = 1_000_000
export const slackPath = '/webhooks/slack'

export function httpReceiver({ signingSecret, clock, log }: ReceiverDeps): Receiver & { routes(): Hono } {
  let app: App | null = null

  function refuse(c: Context, error: AppError): Response {
    const { code, message } = error
    log(code === 'bug' ? 'error' : 'warn', 'surface.refused', {
      surface: 'slack',
      code,
      reason: code === 'bug' ? error.name : message,
    })
    return c.text(`${errorTable[code].means}\n`, errorTable[code].http)
  }

  async function take(c: Context): Promise<Response> {
    const body = await c.req.text()
    const headers = {
      signature: c.req.header('x-slack-signature'),
      timestamp: c.req.header('x-slack-request-timestamp'),
    }
    verifySignature(signingSecret, headers, body, clock.now())
    const delivery = Delivery.safeParse(unwrapped(body, c.req.header('content-type') ?? ''))
    if (!delivery.success) throw new AppError('malformed', 'neither JSON nor a form of Slack')
    if (delivery.data.ssl_check === '1') return c.body(null, 200)
    if (delivery.data.type === 'url_verification') return c.json({ challenge: delivery.data.challenge ?? '' })
    return handOver(c, delivery.data)
  }

  async function handOver(c: Context, body: Delivery): Promise<Response> {
    if (app === null) throw new AppError('bug', 'the receiver is not started')
    const { promise, resolve } = Promise.withResolvers<Response>()
    let acknowledged = false
    const ack = async (answer?: unknown): Promise<void> => {
      acknowledged = true
      resolve(
        answer === undefined || answer === ''
          ? c.body(null, 200)
          : typeof answer === 'string'
            ? c.text(answer)
            : c.json(answer as object),
      )
    }
    const retryNum = Number(c.req.header('x-slack-retry-num') ?? Number.NaN)
    const retryReason = c.req.header('x-slack-retry-reason')
    app
      .processEvent({
        body,
        ack,
        ...(Number.isInteger(retryNum) && { retryNum }),
        ...(retryReason !== undefined && { retryReason }),
      })
      .then(() => {
        if (acknowledged) return
        // Nobody takes this kind; not acknowledged, Slack would only send it again.
        log('warn', 'surface.ignored', { surface: 'slack', what: (body.type ?? 'unknown').slice(0, 60) })
        resolve(c.body(null, 200))
      })
      .catch((thrown: unknown) => resolve(refuse(c, asAppError(thrown))))
    return promise
  }

  return {
    init(to) {
      app = to
    },
    start: async () => undefined,
    stop: async () => undefined,
    routes: () =>
      new Hono().post(
        slackPath,
        bodyLimit({
          maxSize: largestBody,
          onError: (c) => refuse(c, new AppError('too-large', 'the body is too large')),
        }),
        (c) => take(c).catch((thrown: unknown) => refuse(c, asAppError(thrown))),
      ),
  }
}

/** Events are JSON, interactions JSON in a form field, commands and `ssl_check` plain forms. */
function unwrapped(body: string, type: string): unknown {
  if (type.includes('application/json')) return json(body)
  const form = new URLSearchParams(body)
  const payload = form.get('payload')
  if (payload !== null) return json(payload)
  return [...form.keys()].length === 0 ? undefined : Object.fromEntries(form)
}
