import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { AppError, asAppError, errorTable } from '../core/errors.ts'
import type { Log } from '../core/events.ts'
import type { Channel, Clock, HttpRequest, Queue, Store } from '../core/ports.ts'
import { handOn } from './hand-on.ts'

export interface Webhooks {
  readonly channels: Iterable<Channel>
  readonly store: Store
  readonly queue: Queue
  readonly clock: Clock
  readonly log: Log
}

/** Largest body a provider may send. Bytes. Files never come in the body. */
export const largestBody = 1_000_000

/** One route per channel door: verify, receive, normalise, make durable, answer. The queue hears of it afterwards. */
export function webhookRoutes(deps: Webhooks): Hono {
  const app = new Hono()
  const tell = handOn(deps.queue, deps.log)
  for (const channel of deps.channels) {
    for (const route of channel.routes) {
      app.on(route.method, route.path, async (c) => {
        try {
          const body = await readBody(c)
          const answer = await takeIn(deps, tell, channel, {
            method: c.req.method,
            url: c.req.url,
            headers: headersOf(c),
            body,
          })
          return new Response(answer.body === '' ? null : answer.body, {
            status: answer.status,
            headers: answer.headers,
          })
        } catch (thrown) {
          const error = asAppError(thrown)
          deps.log(error.code === 'bug' ? 'error' : 'warn', 'delivery.refused', {
            channel: channel.name,
            code: error.code,
            reason: error.message,
          })
          const status = errorTable[error.code].http
          return new Response(`${errorTable[error.code].means}\n`, {
            status,
            headers: { 'content-type': 'text/plain', ...(status === 503 ? { 'retry-after': '5' } : {}) },
          })
        }
      })
    }
  }
  return app
}

async function takeIn(
  deps: Webhooks,
  tell: ReturnType<typeof handOn>,
  channel: Channel,
  request: HttpRequest,
) {
  const raw = channel.receive(await channel.verify(request))
  const inbound = channel.normalise(raw)
  const messages = inbound.filter((i) => i.kind === 'message').map((i) => i.message)
  const reports = inbound.filter((i) => i.kind === 'delivery').map((i) => i.report)
  const accepted = messages.length === 0 ? [] : await deps.store.accept(messages, deps.clock.now())
  for (const report of reports) {
    const applied = await deps.store.deliver(report)
    deps.log('debug', 'reply.delivered', { channel: channel.name, status: report.status, applied })
  }
  const fresh = accepted.filter((a) => a.fresh).map((a) => a.id)
  deps.log('info', 'delivery.accepted', {
    channel: channel.name,
    messages: accepted.length,
    fresh: fresh.length,
    reports: reports.length,
  })
  tell(messages, fresh)
  return channel.respond(raw)
}

/** The body as text. Throws AppError `too-large` as soon as it is, whatever Content-Length said. */
async function readBody(c: Context): Promise<string> {
  const announced = c.req.header('content-length')
  if (Number(announced ?? 0) > largestBody) throw new AppError('too-large', `announced ${announced} bytes`)
  if (announced !== undefined) return c.req.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > largestBody) throw new AppError('too-large', 'the body does not end')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** On Node the headers are there already; making a `Headers` of them costs more than the signature check. */
function headersOf(c: Context): Readonly<Record<string, string>> {
  const bindings = c.env as { readonly incoming?: { readonly headers: IncomingHttpHeaders } } | undefined
  const given = bindings?.incoming?.headers
  if (given === undefined) return c.req.header()
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}
