/**
 * The gateway: everything that answers HTTP.
 * @module
 */
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Service } from '../core/catalogue.ts'
import { asAppError, errorTable } from '../core/errors.ts'
import type { MediaStore } from '../core/ports.ts'
import { photoRoutes } from './media.ts'
import { open311Routes } from './open311/index.ts'
import type { Operations } from './operations.ts'
import { operationsRoutes } from './operations.ts'
import type { PhotoLinks } from './photo-links.ts'
import type { Webhooks } from './webhooks.ts'
import { webhookRoutes } from './webhooks.ts'

export interface Gateway extends Webhooks, Operations {
  readonly services: readonly Service[]
  /** `jurisdiction_id` of Open311 that are ours. */
  readonly jurisdictions: readonly string[]
  readonly files: MediaStore
  readonly links: PhotoLinks
  /** Pages and doors of others, and where they are. */
  readonly rooms: readonly (readonly [path: string, routes: Hono])[]
  /** What links to us start with. */
  readonly publicUrl: () => string
  /** The phone in the browser; null where a real provider is configured. */
  readonly sandbox: { routes(): Hono } | null
}

export function gateway(deps: Gateway): Hono {
  const app = new Hono()
  // Providers read no headers; residents' browsers do. What comes before this line goes out without.
  app.route('/', webhookRoutes(deps))
  // Photos may be shown by other sites; that header is theirs.
  app.use('*', secureHeaders({ crossOriginResourcePolicy: false }))
  app.route('/', operationsRoutes(deps))
  app.route('/', photoRoutes(deps))
  app.route('/open311/v2', open311Routes(deps))
  for (const [path, routes] of deps.rooms) app.route(path, routes)
  if (deps.sandbox !== null) app.route('/sandbox', deps.sandbox.routes())
  app.notFound((c) => c.text('Nothing is here.\n', 404))
  app.onError((thrown, c) => {
    const error = asAppError(thrown)
    deps.log('error', 'http.failed', {
      path: c.req.routePath,
      code: error.code,
      reason: error.code === 'bug' ? error.name : error.message,
    })
    return c.text(`${errorTable[error.code].means}\n`, errorTable[error.code].http)
  })
  return app
}
