/**
 * Who is at the other end of a connection.
 * @module
 */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/**
 * The IP address. Behind `proxies` proxies of our own it stands so many from the right in X-Forwarded-For: what is
 * left of it, the sender may have written itself. Undefined where nobody can tell.
 */
export function remoteOf(c: Context, proxies: number): string | undefined {
  const bindings = c.env as { readonly incoming?: IncomingMessage } | undefined
  const peer = bindings?.incoming?.socket?.remoteAddress
  if (proxies === 0) return peer
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return chain.at(-proxies) || peer
}
