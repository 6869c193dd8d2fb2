import { Hono } from 'hono'
import type { Store } from '../core/ports.ts'

export interface Operations {
  readonly store: Store
  metrics(): Promise<string>
}

/** `/healthz`: the process lives. `/readyz`: it can take messages, so the ledger answers. `/metrics`: Prometheus. */
export function operationsRoutes(deps: Operations): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    try {
      await deps.store.ping()
      return c.json({ status: 'ready' })
    } catch {
      return c.json({ status: 'not ready', ledger: 'away' }, 503)
    }
  })
  app.get('/metrics', async (c) =>
    c.text(await deps.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  return app
}
