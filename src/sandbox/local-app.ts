/**
 * What both pages of the sandbox stand on. It is for browsers of this machine: a page of elsewhere whose name is made
 * to lead here (DNS rebinding) is of our origin for the browser, but still sends its own name as Host.
 * @module
 */
import { Hono, type MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { asAppError } from '../core/errors.ts'

const ofThisMachine = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/** Answers 403 unless the Host is a name of this machine, whatever the port. */
const localOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!ofThisMachine.test(host))
    return c.text('The sandbox answers on this machine only: open it as localhost or 127.0.0.1.', 403)
  return next()
}

/** An app without routes. `policy` is the Content-Security-Policy of every answer that does not bring its own. */
export function localApp(policy: string): Hono {
  const app = new Hono()
  app.onError((thrown, c) =>
    thrown instanceof HTTPException
      ? thrown.getResponse()
      : c.text(`The sandbox failed: ${asAppError(thrown).name}`, 500),
  )
  app.use(async (c, next) => {
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
  })
  app.use(localOnly)
  // A page's addresses are relative to a path without the slash.
  app.use(trimTrailingSlash())
  app.use(csrf())
  return app
}
