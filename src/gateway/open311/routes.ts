/**
 * The read side of GeoReport v2: services, their definitions, tokens and the requests, as JSON and XML. What is filed
 * comes in by the channel (channels/open311).
 * https://wiki.open311.org/GeoReport_v2/
 * @module
 */
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Service } from '../../core/catalogue.ts'
import type { Clock, Store } from '../../core/ports.ts'
import { MessageId } from '../../core/request.ts'
import { asReference, requestFilter } from './filter.ts'
import { contentTypes, type Format, formatOf, splitFormat, write } from './format.ts'
import { GeoReportError, problem } from './problem.ts'
import { type Naming, requestEntry, serviceDefinition, serviceEntry } from './records.ts'
import type { Answer } from './xml.ts'

export interface Open311Deps {
  readonly store: Pick<Store, 'requests' | 'request'> & Partial<Pick<Store, 'said'>>
  readonly services: readonly Service[]
  /** Our root as the public sees it; asked at every request because a free port is known late. */
  readonly publicUrl: () => string
  /** What a service is called here; the catalogue's own name where it answers null or is absent. */
  readonly names?: (code: string) => string | null
  readonly clock?: Clock
  /** `jurisdiction_id` that are ours; absent: nobody is asked. */
  readonly jurisdictions?: readonly string[]
}

/** What a service is changes with the city folder only, so clients may keep it for five minutes. */
const keepServices = 'public, max-age=300'
/**
 * The catalogue goes out in English whoever asks. GeoReport v2 has no language, apps send Accept-Language without
 * meaning it for us, and one address has one body that anybody may keep.
 */
const ofServices = { 'Cache-Control': keepServices, 'Content-Language': 'en' }

/** Mount it at `/open311/v2`. Answers GET only; every error has the shape of the specification. */
export function open311Routes(deps: Open311Deps): Hono {
  const clock = deps.clock ?? { now: () => Date.now() }
  const byCode = new Map(deps.services.map((service) => [service.code, service]))
  const naming = (): Naming => ({
    nameOf: (code) => deps.names?.(code) ?? byCode.get(code)?.name ?? null,
    publicUrl: root(deps),
  })
  const kept = new Map<string, string>()
  const keep = (key: string, make: () => string): string => {
    const body = kept.get(key) ?? make()
    kept.set(key, body)
    return body
  }

  function services(c: Context, format: Format): Response {
    for (const [name, value] of Object.entries(ofServices)) c.header(name, value)
    const body = keep(`services.${format}`, () => write(format, 'services', deps.services.map(serviceEntry)))
    return send(c, format, body)
  }

  function definition(c: Context, code: string, format: Format): Response {
    const service = byCode.get(code)
    if (service === undefined) throw new GeoReportError(404, 'No service has this service_code.')
    for (const [name, value] of Object.entries(ofServices)) c.header(name, value)
    const body = keep(`services/${code}.${format}`, () =>
      write(format, 'service_definition', serviceDefinition(service)),
    )
    return send(c, format, body)
  }

  async function requests(c: Context, format: Format): Promise<Response> {
    const found = await deps.store.requests(requestFilter((name) => c.req.queries(name), clock.now()))
    return sendRequests(c, format, found)
  }

  async function request(c: Context, id: string, format: Format): Promise<Response> {
    const found = await deps.store.request(asReference(id))
    if (found === null) throw new GeoReportError(404, 'No request has this service_request_id.')
    return sendRequests(c, format, [found])
  }

  function sendRequests(
    c: Context,
    format: Format,
    found: readonly Parameters<typeof requestEntry>[0][],
  ): Response {
    c.header('Cache-Control', 'no-cache')
    const named = naming()
    return send(
      c,
      format,
      write(
        format,
        'service_requests',
        found.map((one) => requestEntry(one, named)),
      ),
    )
  }

  /** Of a filing whose turn had not come up when it was answered. Null until it has. */
  async function token(c: Context, id: string, format: Format): Promise<Response> {
    const message = MessageId.safeParse(id)
    if (!message.success) throw new GeoReportError(404, 'No request has this token.')
    const said = (await deps.store.said?.(message.data)) ?? null
    const [first] = (said ?? []).flatMap(({ facts }) => [...facts.values()])
    c.header('Cache-Control', 'no-store')
    const found = { service_request_id: first?.reference ?? null, token: message.data }
    return send(c, format, write(format, 'service_requests', [found]))
  }

  const app = new Hono()
  app.onError((thrown, c) => {
    const { status, errors } = problem(thrown)
    const format = formatOf(c.req.path)
    c.header('Cache-Control', 'no-store')
    return send(c, format, write(format, 'errors', errors), status)
  })
  // Public data: a page of anybody may read it.
  app.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }))
  app.use(etag())
  app.use((c, next) => {
    const asked = c.req.query('jurisdiction_id')?.trim() ?? ''
    if (asked !== '' && deps.jurisdictions?.includes(asked) === false)
      throw new GeoReportError(404, 'jurisdiction_id is not one of this server.')
    return next()
  })
  app.get('/:file', (c) => {
    const { name, format } = splitFormat(c.req.param('file'))
    if (name === 'services') return services(c, format)
    if (name === 'requests') return requests(c, format)
    if (name === 'discovery') return send(c, format, write(format, 'discovery', discovery(root(deps))))
    throw new GeoReportError(404, 'There is nothing at this address.')
  })
  app.get('/services/:file', (c) => {
    const { name, format } = splitFormat(c.req.param('file'))
    return definition(c, name, format)
  })
  app.get('/requests/:file', (c) => {
    const { name, format } = splitFormat(c.req.param('file'))
    return request(c, name, format)
  })
  app.get('/tokens/:file', (c) => {
    const { name, format } = splitFormat(c.req.param('file'))
    return token(c, name, format)
  })
  app.all('*', (c) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD')
      throw new GeoReportError(404, 'There is nothing at this address.')
    c.header('Allow', 'GET, HEAD')
    throw new GeoReportError(405, 'This address can only be read.')
  })
  return app
}

const root = (deps: Open311Deps): string => deps.publicUrl().replace(/\/+$/, '')

function send(c: Context, format: Format, body: string, status = 200): Response {
  c.header('Content-Type', contentTypes[format])
  c.header('X-Content-Type-Options', 'nosniff')
  return c.body(body, status as ContentfulStatusCode)
}

/** https://wiki.open311.org/Service_Discovery/. `changeset` says when this description last changed. */
function discovery(publicUrl: string): Answer {
  const changeset = '2026-11-20T00:00:00Z'
  return {
    changeset,
    contact: 'Call 311 or write to us the way this site says.',
    key_service: 'Reading needs no key. The City gives keys for filing: ask where you found this.',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${publicUrl}/open311/v2`,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
}
