import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { AppError, asAppError, errorTable } from '../core/errors.ts'
import type { Log } from '../core/events.ts'
import type { Channel, HttpAnswer, HttpRequest, Inbound, Route, Said } from '../core/ports.ts'
import type { ChannelName, InboundMessage } from '../core/request.ts'
import type { TakeIn } from './inbox.ts'

export interface Webhooks {
  readonly channels: Iterable<Channel>
  readonly takeIn: TakeIn
  /** The turn of a message that is durable, now: what it decided to say. For synchronous channels. */
  readonly turnNow: (message: InboundMessage) => Promise<readonly Said[]>
  /** What a resident who has left had begun goes to a person. Throws AppError `storage-away`. */
  readonly goneFrom: (channel: ChannelName, resident: string, ours: string) => Promise<void>
  /** Who is at the other end; absent: nobody can tell. */
  readonly remoteOf?: (c: Context) => string | undefined
  readonly log: Log
}

/** Largest body a provider may send where its route says nothing else. Bytes. */
export const largestBody = 1_000_000

/** One route per channel door: verify, receive, normalise, make durable, answer. The queue hears of it afterwards. */
export function webhookRoutes(deps: Webhooks): Hono {
  const app = new Hono()
  for (const channel of deps.channels) {
    for (const route of channel.routes) {
      app.on(route.method, route.path, async (c) => {
        const answer = await answerTo(deps, channel, route, c)
        return new Response(answer.body === '' ? null : answer.body, {
          status: answer.status,
          headers: answer.headers,
        })
      })
    }
  }
  return app
}

async function answerTo(deps: Webhooks, channel: Channel, route: Route, c: Context): Promise<HttpAnswer> {
  const { remoteOf, log } = deps
  const remote = remoteOf?.(c)
  let request: HttpRequest = {
    method: c.req.method,
    url: c.req.url,
    headers: headersOf(c),
    body: '',
    ...(remote === undefined ? {} : { remote }),
  }
  let raw: unknown = null
  try {
    request = { ...request, ...(await bodyOf(c, route)) }
    raw = await channel.receive(await channel.verify(request))
    const said = await taken(deps, channel, channel.normalise(raw))
    return channel.respond(raw, said)
  } catch (thrown) {
    const error = asAppError(thrown)
    log(error.code === 'bug' ? 'error' : 'warn', 'delivery.refused', {
      channel: channel.name,
      code: error.code,
      reason: error.message,
    })
    return channel.refuse?.(error, request, raw) ?? plainly(error)
  }
}

/** Makes durable what came, and takes the turns that somebody waits for. */
async function taken(
  { takeIn, turnNow, goneFrom }: Webhooks,
  channel: Channel,
  inbound: readonly Inbound[],
): Promise<readonly Said[]> {
  const isNow = (one: Inbound): boolean =>
    channel.can.synchronous && one.kind === 'message' && one.unhurried !== true
  const said: Said[] = []
  const now = inbound.filter(isNow)
  const messages = now.length === 0 ? [] : await takeIn(channel.name, now, false)
  for (const message of messages) said.push(...(await turnNow(message)))
  if (now.length === 0 || now.length < inbound.length)
    await takeIn(
      channel.name,
      inbound.filter((one) => !isNow(one)),
    )
  for (const one of inbound) if (one.kind === 'left') await goneFrom(channel.name, one.resident, one.ours)
  return said
}

function plainly({ code }: AppError): HttpAnswer {
  const { http: status, means } = errorTable[code]
  const headers = { 'content-type': 'text/plain', ...(status === 503 ? { 'retry-after': '5' } : {}) }
  return { status, headers, body: `${means}\n` }
}

async function bodyOf(c: Context, route: Route): Promise<Pick<HttpRequest, 'body' | 'bytes'>> {
  const most = route.largestBody ?? largestBody
  return route.bytes === true
    ? { body: '', bytes: await readBytes(c, most) }
    : { body: await readBody(c, most) }
}

/** The body as text. Throws AppError `too-large` as soon as it is, whatever Content-Length said. */
async function readBody(c: Context, most: number): Promise<string> {
  const announced = c.req.header('content-length')
  if (Number(announced ?? 0) > most) throw new AppError('too-large', `announced ${announced} bytes`)
  return announced === undefined ? Buffer.from(await readBytes(c, most)).toString('utf8') : c.req.text()
}

/** The body as it comes. Throws as `readBody` does. */
async function readBytes(c: Context, most: number): Promise<Uint8Array> {
  const announced = c.req.header('content-length')
  if (Number(announced ?? 0) > most) throw new AppError('too-large', `announced ${announced} bytes`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw new AppError('too-large', 'the body does not end')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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
