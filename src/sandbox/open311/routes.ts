/**
 * The endpoints. https://wiki.open311.org/GeoReport_v2/
 * @module
 */
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { listed } from './list.ts'
import type { PlayerState } from './player.ts'
import { type Problem, say } from './problem.ts'
import { definitionOf, idValue, requestEntry, serviceEntry } from './records.ts'
import { refusal } from './rules.ts'
import type { Fault, PlayedRequest } from './types.ts'
import { contentTypes, type Format, type Value, write } from './write.ts'

export function routes(state: PlayerState): Hono {
  const { options } = state
  const { clock, services, lagMs = 0, tokenMs = 0 } = options
  const app = new Hono()

  function problem(format: Format, what: Problem): Response {
    const { status, type, body } = say(what, format, options.dialect ?? 'spec')
    return new Response(body, { status, headers: { 'content-type': type } })
  }
  const send = (format: Format, root: string, value: Value): Response =>
    new Response(write(format, root, value), { headers: { 'content-type': contentTypes[format] } })
  const shows = (request: PlayedRequest): boolean => clock.now() >= request.at + lagMs
  const entries = (format: Format, found: readonly PlayedRequest[]): Response =>
    send(
      format,
      'service_requests',
      found.map((request) => requestEntry(request, format, options)),
    )

  /** Refuses unknown formats and jurisdictions, and meets the faults of a read. */
  async function read(c: Context, answer: (format: Format, name: string) => Response): Promise<Response> {
    const url = new URL(c.req.url)
    state.calls.push(`GET ${decodeURIComponent(url.pathname)}${url.search}`)
    const file = c.req.param('file') ?? url.pathname.slice(1)
    const dot = file.lastIndexOf('.')
    const format = file.slice(dot + 1) as Format
    const early = await meet(c, format, state.meets('read'))
    if (early !== null) return early
    if (!(options.formats ?? ['json', 'xml']).includes(format)) return c.text('not acceptable', 406)
    if (options.jurisdictionId != null && c.req.query('jurisdiction_id') !== options.jurisdictionId)
      return problem(format, { status: 404, description: 'jurisdiction_id was not found' })
    const named = (c.req.query('service_request_id') ?? file.slice(0, dot)).split(',')
    const [spoiled] = named.flatMap((id) => state.spoiled.get(id) ?? [])
    if (spoiled !== undefined) return problem(format, { status: spoiled, description: 'this one fails' })
    return answer(format, file.slice(0, dot))
  }
  /** What a fault answers before anything is done, or null. */
  async function meet(c: Context, format: Format, fault: Fault | null): Promise<Response | null> {
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms))
    if (fault?.kind === 'cut-before') return cut(c)
    if (fault?.kind === 'moved') return c.redirect(fault.to, fault.status)
    if (fault?.kind !== 'fails-before' && fault?.kind !== 'rate-limited') return null
    const status = fault.kind === 'rate-limited' ? 429 : fault.status
    const answer = problem(format, { status, description: 'not now' })
    if (fault.retryAfter !== undefined) answer.headers.set('retry-after', fault.retryAfter)
    return answer
  }

  async function create(c: Context, format: Format): Promise<Response> {
    state.calls.push(`POST /requests.${format}`)
    const fault = state.meets('create')
    const early = await meet(c, format, fault)
    if (early !== null) return early
    const form = new URLSearchParams(await c.req.text())
    if (options.jurisdictionId != null && form.get('jurisdiction_id') !== options.jurisdictionId)
      return problem(format, { status: 404, description: 'jurisdiction_id was not found' })
    const refused = refusal(form, options)
    if (refused !== null) return problem(format, refused)
    const code = form.get('service_code') ?? ''
    const request = state.add(
      code,
      [...form].filter(([name]) => name !== 'api_key'),
    )
    if (fault?.kind === 'lost-answer') return cut(c)
    if (fault?.kind === 'fails-after')
      return problem(format, { status: fault.status, description: 'something went wrong' })
    if (fault?.kind === 'garbled') return c.body(fault.body)
    const type = services.find((one) => one.code === code)?.type ?? 'realtime'
    const rest = { service_notice: null, account_id: null }
    if (type === 'batch') return send(format, 'service_requests', [{ token: request.token, ...rest }])
    if (type === 'blackbox') return send(format, 'service_requests', [rest])
    return send(format, 'service_requests', [
      { service_request_id: idValue(request.id, format, options), ...rest },
    ])
  }

  for (const format of ['json', 'xml'] as const) {
    app.get(`/services.${format}`, (c) =>
      read(c, () =>
        send(format, 'services', services.filter((one) => one.listed !== false).map(serviceEntry)),
      ),
    )
    app.post(`/requests.${format}`, (c) => create(c, format))
    app.get(`/requests.${format}`, (c) =>
      read(c, () => {
        const ids = c.req.query('service_request_id') ?? ''
        if (options.lists === false) return problem(format, { status: 404, description: 'no such resource' })
        if (ids.includes(',') && options.idLists === 'refused')
          return problem(format, { status: 400, description: 'service_request_id is not valid' })
        return entries(
          format,
          listed(state.all().filter(shows), (name) => c.req.query(name) ?? null, options),
        )
      }),
    )
  }
  app.get('/services/:file', (c) =>
    read(c, (format, code) => {
      const service = services.find(
        (one) => one.code === code && one.listed !== false && one.defined !== false,
      )
      if (service === undefined)
        return problem(format, { status: 404, description: 'service_code was not found' })
      return send(format, 'service_definition', definitionOf(service))
    }),
  )
  app.get('/requests/:file', (c) =>
    read(c, (format, id) => {
      const found = state.all().filter((request) => request.id === id && shows(request))
      if (found.length === 0)
        return problem(format, { status: 404, description: 'service_request_id was not found' })
      return entries(format, found)
    }),
  )
  app.get('/tokens/:file', (c) =>
    read(c, (format, token) => {
      const request = state.all().find((one) => one.token === token)
      if (request === undefined) return problem(format, { status: 404, description: 'token was not found' })
      const ready = clock.now() >= request.at + tokenMs
      return send(format, 'service_requests', [
        { service_request_id: ready ? idValue(request.id, format, options) : null, token },
      ])
    }),
  )
  app.notFound(() => problem('json', { status: 404, description: 'no such resource' }))
  return app
}

/** Ends the connection in place of an answer. */
function cut(c: Context): Response {
  const { outgoing } = c.env as HttpBindings
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}
