/**
 * In by a link that works once, and out.
 * @module
 */
import { Hono } from 'hono'
import { isSame, signedIn, signIn, signOut } from '../api/session.ts'
import type { Env, Kit } from './deps.ts'
import { signInHtml, usedLinkHtml } from './plain-pages.ts'

export function signInRoutes(kit: Kit): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/sign-in', async (c) => {
    const token = c.req.query('token')
    if (token === undefined) return kit.page(c, null, { title: 'Sign in · 311', body: signInHtml })
    // Mail scanners ask for the head, browsers look ahead: neither is the agent who clicks.
    const looksAhead = /prefetch/.test(
      `${c.req.header('sec-purpose') ?? ''} ${c.req.header('purpose') ?? ''}`,
    )
    if (c.req.method === 'HEAD' || looksAhead) return c.body(null, 204)
    if (await signIn(kit, c, token)) return c.redirect('/agent', 303)
    const already = (await signedIn(kit, c)) !== null
    return kit.page(c, null, { title: 'This link does not work · 311', body: usedLinkHtml(already) }, 403)
  })
  app.post('/sign-out', async (c) => {
    const session = await signedIn(kit, c)
    const form = await c.req.parseBody()
    if (session !== null && isSame(typeof form.csrf === 'string' ? form.csrf : '', session.csrf))
      await signOut(kit, c, session)
    return c.redirect('/agent/sign-in', 303)
  })
  return app
}
