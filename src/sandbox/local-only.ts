/**
 * The sandbox is for browsers of this machine. A page of elsewhere whose name is made to lead here (DNS rebinding)
 * is of our origin for the browser, but still sends its own name as Host.
 * @module
 */
import type { MiddlewareHandler } from 'hono'

const ofThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/** Answers 403 unless the Host is a name of this machine, whatever the port. */
export const localOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!ofThisMachine.test(host))
    return c.text('The sandbox answers on this machine only: open it as localhost or 127.0.0.1.', 403)
  return next()
}
