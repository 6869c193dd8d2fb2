/**
 * `/api`: reviews for programs, and for scripts in the browser of an agent who is signed in.
 * @module
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { AppError, asAppError, errorTable } from '../../core/errors.ts'
import { ReviewId } from '../../core/request.ts'
import { type Caller, callerOf } from './auth.ts'
import { type Answering, decide, keyOf, refused, unknown } from './decide.ts'
import type { SurfaceDeps } from './deps.ts'
import { reviewCalled } from './find.ts'
import { openOriginal, type Reader } from './original.ts'
import { showPhoto } from './photo.ts'
import { placeWords } from './places.ts'
import { playRecording } from './recording.ts'
import { AgentName, ClaimBody, DecisionBody } from './schema.ts'
import { filesJson, historyJson, reviewJson, threadJson } from './view.ts'
import { type WrongTokens, wrongTokens } from './wrong-tokens.ts'

const bodyBytes = 64 * 1024
const mostReviews = 200
const fewReviews = 50
const mostServices = 20

const refusalCodes = { 401: 'unauthorized', 403: 'forbidden', 429: 'rate-limited' } as const

type Env = { Variables: { caller: Caller } }

/** Mount it at `/api`. Everything needs a bearer token or a session. */
export function apiRoutes(given: SurfaceDeps): Hono<Env> {
  const deps: Answering & { readonly wrongTokens: WrongTokens } = {
    ...given,
    byCode: new Map(given.services.map((service) => [service.code, service])),
    mediaUrl: () => `${given.publicUrl()}/api/media`,
    wrongTokens: wrongTokens(given),
  }
  const { desk } = deps
  const shown = (review: Parameters<typeof reviewJson>[0]) => reviewJson(review, deps.byCode, deps.mediaUrl())

  const app = new Hono<Env>()
  app.onError((thrown, c) => {
    if (thrown instanceof HTTPException) return thrown.getResponse()
    const error = asAppError(thrown)
    const { http, means } = errorTable[error.code]
    if (http >= 500)
      deps.log('error', 'http.failed', {
        path: c.req.routePath,
        code: error.code,
        reason: error.code === 'bug' ? error.name : error.message,
      })
    return c.json({ error: error.code, message: http < 500 ? error.message : means }, http)
  })
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    const caller = await callerOf(deps, c)
    if ('problem' in caller) {
      if (caller.status === 401) c.header('WWW-Authenticate', 'Bearer realm="intake311"')
      if (caller.status === 429) c.header('Retry-After', String(caller.waitS))
      return c.json({ error: refusalCodes[caller.status], message: caller.problem }, caller.status)
    }
    c.set('caller', caller)
    return next()
  })
  app.use(
    bodyLimit({
      maxSize: bodyBytes,
      onError: (c) => c.json({ error: 'too-large', message: 'The body is larger than 64 KB.' }, 413),
    }),
  )

  app.get('/reviews', async (c) => {
    const limit = z.coerce.number().int().min(1).max(mostReviews).default(fewReviews)
    const parsed = limit.safeParse(c.req.query('limit'))
    if (!parsed.success) return malformed(c, parsed.error)
    return c.json({ reviews: (await desk.reviews(parsed.data)).map(shown) })
  })
  app.get('/reviews/:id', async (c) => {
    const review = await reviewCalled(desk, c.req.param('id'))
    if (review === null) return unknown(c)
    const [thread, history, files] = await Promise.all([
      desk.thread(review),
      desk.history(review),
      desk.files(review),
    ])
    return c.json({
      review: shown(review),
      thread: threadJson(thread),
      history: historyJson(history),
      files: filesJson(files, review, `${given.publicUrl()}/api/files`),
    })
  })
  app.post('/reviews/:id/claim', async (c) => {
    const body = ClaimBody.safeParse(await bodyOf(c, true))
    if (!body.success) return malformed(c, body.error)
    const agent = agentOf(c, body.data.agent)
    const review = await knownReview(deps, c.req.param('id'))
    if (review === null) return unknown(c)
    const answer = await desk.claim(review, agent, body.data.takeOver)
    return answer.outcome === 'done'
      ? c.json({ outcome: 'claimed', review: shown(answer.review) })
      : refused(deps, c, answer, { action: 'accept' })
  })
  app.post('/reviews/:id/decision', async (c) => {
    const json = await bodyOf(c, false)
    const body = DecisionBody.safeParse(json)
    if (!body.success) return malformed(c, body.error)
    if (body.data.action === 'ask' && !['category', 'location', undefined].includes(body.data.note))
      throw new AppError('malformed', 'ask: note is "location" or "category"')
    const key = z
      .string()
      .min(1)
      .max(200)
      .optional()
      .safeParse(c.req.header('idempotency-key') ?? body.data.key)
    if (!key.success) return malformed(c, key.error)
    const agent = agentOf(c, body.data.agent)
    const review = await reviewCalled(desk, c.req.param('id'))
    if (review === null) return unknown(c)
    return decide(
      deps,
      c,
      review,
      agent,
      body.data,
      keyOf(review.id, agent, key.data ?? { body: json, now: deps.clock.now() }),
    )
  })

  app.get('/services', async (c) => {
    const review = await reviewCalled(desk, c.req.query('review'))
    const services = desk.services(c.req.query('q') ?? '', review).slice(0, mostServices)
    return c.json({
      services: services.map(({ code, name, description, group, department }) => ({
        service_code: code,
        name,
        description,
        group,
        department,
      })),
    })
  })
  app.get('/places', (c) =>
    c.json({
      places: desk
        .places(c.req.query('q') ?? '')
        .map(({ place, confidence }) => ({ text: placeWords(place), confidence, place })),
    }),
  )
  app.get('/media/:file', (c) => showPhoto(deps, c, c.req.param('file'), 'public'))
  app.get('/recordings/:id', (c) => playRecording(deps, c, c.req.param('id'), readerOf(c)))
  app.get('/files/:id', (c) => openOriginal(deps, c, c.req.param('id'), readerOf(c)))
  app.get('/media/:id/thumbnail.jpg', (c) => showPhoto(deps, c, c.req.param('id'), 'thumbnail'))
  app.all('*', (c) => c.json({ error: 'not-found', message: 'Nothing is here.' }, 404))
  return app
}

/** In whose name: a session speaks for its agent alone, a program for whom it says. */
function agentOf(c: Context<Env>, said: string | undefined): string {
  const { agent } = c.get('caller')
  if (agent === null) {
    const header = AgentName.optional().safeParse(c.req.header('x-agent'))
    if (!header.success) throw new AppError('malformed', "X-Agent: letters, digits, spaces and ._@'- only")
    return said ?? header.data ?? 'api'
  }
  if (said !== undefined && said !== agent)
    throw new AppError('forbidden', 'a session decides in the name of its own agent only')
  return agent
}

const readerOf = (c: Context<Env>): Reader => ({ agent: agentOf(c, undefined), surface: 'api' })

/** The id of an open or closed review by any of its names. */
async function knownReview({ desk }: Answering, name: string): Promise<ReviewId | null> {
  const id = ReviewId.safeParse(name)
  return id.success ? id.data : ((await reviewCalled(desk, name))?.id ?? null)
}

async function bodyOf(c: Context, mayBeEmpty: boolean): Promise<unknown> {
  const text = await c.req.text()
  if (text === '' && mayBeEmpty) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('malformed', 'the body is not JSON')
  }
}

const malformed = (c: Context, error: z.ZodError): Response =>
  c.json(
    {
      error: 'malformed',
      message: z.prettifyError(error),
      problems: error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
    },
    400,
  )
