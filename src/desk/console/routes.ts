/**
 * `/agent`: the web console. Every page works without scripts; live lists, the map and keys come on top.
 * @module
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { asAppError, errorTable } from '../../core/errors.ts'
import { openOriginal, type Reader } from '../api/original.ts'
import { showPhoto } from '../api/photo.ts'
import { playRecording } from '../api/recording.ts'
import { isSame, type SignedIn, signedIn } from '../api/session.ts'
import { consoleAssets } from './assets.ts'
import type { ConsoleDeps, Env, Kit } from './deps.ts'
import { framed } from './layout.ts'
import { listRoutes } from './list-routes.ts'
import { liveMarks } from './live.ts'
import { lookUpRoutes } from './look-ups.ts'
import { messageHtml, signInHtml } from './plain-pages.ts'
import { reviewRoutes } from './review-routes.ts'
import { signInRoutes } from './sign-in.ts'

/** Everything from here, nothing in the page itself. MapLibre's worker is a file of ours: no `blob:`. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const formBytes = 64 * 1024
const lookEveryMs = 1_000

/** Mount it at `/agent`. */
export function consoleRoutes(deps: ConsoleDeps): Hono<Env> {
  const assets = consoleAssets()
  const live = liveMarks({
    desk: deps.desk,
    clock: deps.clock,
    everyMs: deps.lookEveryMs ?? lookEveryMs,
    stopping: deps.stopping,
  })
  const kit: Kit = {
    ...deps,
    assets,
    byCode: new Map(deps.services.map((service) => [service.code, service])),
    page: (c, session, facts, status) => {
      c.status(status ?? 200)
      return c.html(framed({ assets, session, mark: null, page: 'plain', now: deps.clock.now(), ...facts }))
    },
  }
  const say = (
    c: Context,
    session: SignedIn | null,
    status: 403 | 404 | 413 | 500 | 503,
    title: string,
    words: string,
  ) => kit.page(c, session, { title: `${title} · 311`, body: messageHtml(title, words) }, status)

  const app = new Hono<Env>()
  app.onError(async (thrown, c) => {
    if (thrown instanceof HTTPException) {
      const status = thrown.status === 413 ? 413 : 403
      return say(
        c,
        null,
        status,
        'Not taken',
        'This did not come from a page of this console. Open it again.',
      )
    }
    const error = asAppError(thrown)
    deps.log('error', 'http.failed', {
      path: c.req.routePath,
      code: error.code,
      reason: error.code === 'bug' ? error.name : error.message,
    })
    return errorTable[error.code].http === 503
      ? say(c, null, 503, 'The ledger is away', 'Nothing was decided by this. Wait a moment, then try again.')
      : say(
          c,
          null,
          500,
          'That failed',
          'It is our own mistake and was written down. Look whether it was decided before you try again.',
        )
  })
  // `/agent/` is `/agent`. Relative: behind a proxy the request's own host is not the one the browser knows.
  app.get('/*', (c, next) =>
    c.req.path.endsWith('/')
      ? c.redirect(`${c.req.path.slice(0, -1)}${new URL(c.req.url).search}`, 301)
      : next(),
  )
  app.use(async (c, next) => {
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  })
  app.get('/assets/:version/:name', (c) => assets.answer(c))
  app.use(
    csrf({
      // Behind a proxy that speaks TLS, our own address is not the one the browser knows.
      origin: (origin, c) =>
        origin === new URL(c.req.url).origin || origin === new URL(deps.publicUrl()).origin,
    }),
  )
  app.use(bodyLimit({ maxSize: formBytes }))
  app.route('/', signInRoutes(kit))

  app.use(async (c, next) => {
    const session = await signedIn(deps, c)
    if (session === null) {
      // A piece of a page, or its stream, is not where a redirect to a page belongs.
      if (c.req.header('hx-request') !== undefined || c.req.path.endsWith('/events'))
        return c.text('Sign in again.', 401)
      if (c.req.method === 'GET' && c.req.path.replace(/\/$/, '').endsWith('/agent'))
        return c.redirect('/agent/sign-in', 302)
      return kit.page(c, null, { title: 'Sign in · 311', body: signInHtml }, 401)
    }
    c.set('session', session)
    if (c.req.method === 'POST') {
      const form = await c.req.parseBody()
      if (!isSame(typeof form.csrf === 'string' ? form.csrf : '', session.csrf))
        return say(
          c,
          session,
          403,
          'Not taken',
          'The page is older than your session. Open the review again.',
        )
    }
    return next()
  })
  app.get('/events', (c) => {
    const { hash } = c.get('session')
    return live.answer(c, hash, async () => (await deps.sessions.session(hash)) !== null)
  })
  app.get('/media/:file', (c) => showPhoto(deps, c, c.req.param('file'), 'public'))
  const readerOf = (c: Context<Env>): Reader => ({ agent: c.get('session').agent, surface: 'console' })
  app.get('/recordings/:id', (c) => playRecording(deps, c, c.req.param('id'), readerOf(c)))
  app.get('/files/:id', (c) => openOriginal(deps, c, c.req.param('id'), readerOf(c)))
  app.get('/media/:id/thumbnail.jpg', (c) => showPhoto(deps, c, c.req.param('id'), 'thumbnail'))
  app.route('/', listRoutes(kit))
  app.route('/', reviewRoutes(kit))
  app.route('/', lookUpRoutes(kit))
  app.all('*', (c) => say(c, c.get('session'), 404, 'Nothing is here', 'This address leads nowhere.'))
  return app
}
