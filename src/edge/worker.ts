/**
 * The porch: a Cloudflare Worker in front of the gateway. It verifies Twilio, takes its deliveries in durably and
 * hands them on in order; a caller hears fixed words while the gateway is away; other webhooks are relayed.
 * Why it is so: docs/adr/0015-the-porch.md.
 * @module
 */
import { consume } from './consume.ts'
import { answer } from './door.ts'
import type { Afterwards, QueueBatch } from './runtime.ts'
import type { Env } from './settings.ts'

export { Line } from './line.ts'

// The runtime asks for a default export.
export default {
  fetch: (request: Request, env: Env, ctx: Afterwards): Promise<Response> => answer(request, env, ctx),
  queue: (batch: QueueBatch, env: Env): Promise<void> => consume(batch, env),
}
