/**
 * Slack's Web API, as much of it as cards and modals need. https://docs.slack.dev/reference/methods
 * @module
 */
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { type Args, methods } from './methods.ts'
import { rates } from './rates.ts'
import type { SlackState } from './state.ts'
import type { Fault, SlackPlayerOptions } from './types.ts'

export interface ApiState {
  readonly options: SlackPlayerOptions
  readonly state: SlackState
  readonly faults: Fault[]
  readonly calls: string[]
  readonly team: string
  away: boolean
  limited: boolean
}
const maxCalls = 20_000

export function webApi(api: ApiState): Hono {
  const { options, state } = api
  const rate = rates(options.clock)
  const table = methods(api)
  const app = new Hono()

  app.post('/api/:method', async (c) => {
    const method = c.req.param('method')
    if (api.calls.push(method) > maxCalls) api.calls.shift()
    if (api.away) return cut(c)
    const run = table[method]
    if (run === undefined) return c.json({ ok: false, error: 'unknown_method' })
    const fault = nextFault(api.faults, method)
    const early = await meet(c, fault)
    if (early !== null) return early
    const args = await argsOf(c)
    if (args === null) return c.json({ ok: false, error: 'invalid_form_data' })
    const token = c.req.header('authorization')?.replace(/^Bearer /i, '') ?? args.token ?? ''
    const wanted = method === 'apps.connections.open' ? options.appToken : options.botToken
    if (token === '') return c.json({ ok: false, error: 'not_authed' })
    if (token !== wanted) return c.json({ ok: false, error: 'invalid_auth' })
    if (api.limited) {
      const seconds = rate.take(method, args.channel ?? '')
      if (seconds !== null) return limited(c, seconds)
    }
    const answer = run(args)
    if (fault?.kind === 'lost-answer') return cut(c)
    c.header('x-oauth-scopes', (options.scopes ?? granted).join(','))
    return c.json(answer)
  })

  // https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
  app.post('/response/:ts', async (c) => {
    const body: unknown = await c.req.json().catch(() => null)
    if (body === null || typeof body !== 'object') return c.text('invalid_payload', 400)
    if ('delete_original' in body && body.delete_original === true) state.unwhisper(c.req.param('ts'))
    return c.text('ok')
  })
  app.notFound((c) => c.json({ ok: false, error: 'unknown_method' }, 404))
  return app
}

/** What an app as docs/operations.md sets it up may do. */
const granted = ['chat:write', 'channels:history', 'groups:history'] as const

/** A form or JSON; values of a form that hold JSON stay text. Null where it is neither. */
async function argsOf(c: Context): Promise<Args | null> {
  const type = c.req.header('content-type') ?? ''
  const body = await c.req.text()
  if (!type.includes('json')) return Object.fromEntries(new URLSearchParams(body))
  try {
    const given = JSON.parse(body) as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    )
  } catch {
    return null
  }
}

function nextFault(faults: Fault[], method: string): Fault | null {
  const at = faults.findIndex((f) => f.method === undefined || f.method === method)
  return at < 0 ? null : (faults.splice(at, 1)[0] ?? null)
}

/** What a fault answers before anything happens, or null. */
async function meet(c: Context, fault: Fault | null): Promise<Response | null> {
  switch (fault?.kind) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms))
      return null
    case 'error':
      return c.text('upstream trouble', fault.status)
    case 'platform':
      return c.json({
        ok: false,
        error: fault.error,
        ...(fault.messages && { response_metadata: { messages: fault.messages } }),
      })
    case 'rate-limited':
      return limited(c, fault.retryAfterS)
    case 'cut':
      return cut(c)
    case 'nonsense':
      return c.html('<p>Sign in to the network first</p>')
    default:
      return null
  }
}

function limited(c: Context, seconds: number | null): Response {
  if (seconds !== null) c.header('Retry-After', String(seconds))
  return c.json({ ok: false, error: 'ratelimited' }, 429)
}

/** Ends the connection in place of an answer. Without a real connection (app.request) it throws. */
function cut(c: Context): Response {
  const { outgoing } = c.env as HttpBindings
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}
