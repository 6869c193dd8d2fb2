/**
 * One review: shown, held, let go, decided.
 * @module
 */
import { type Context, Hono } from 'hono'
import type { DeskAnswer, DeskCommand, ReviewRow } from '../../core/ports.ts'
import { reviewCalled } from '../api/find.ts'
import type { SignedIn } from '../api/session.ts'
import { closedWords, impossibleWords } from '../api/summary.ts'
import { commandOf, DecisionForm } from './decision.ts'
import type { Env, Kit } from './deps.ts'
import { afterwards } from './list-routes.ts'
import { reviewUrl } from './parts.ts'
import { messageHtml } from './plain-pages.ts'
import { type Entered, type Problem, reviewHtml } from './review-page.ts'
import { standingHtml } from './standing.ts'

const keyBytes = 16
/** How far down the list the next review is looked for. */
const lookAhead = 50
/** Other places of a suggestion that are worth a button. */
const mostOtherPlaces = 3

type Refused = Extract<DeskAnswer, { outcome: 'refused' }>

export function reviewRoutes(kit: Kit): Hono<Env> {
  const { desk, clock } = kit

  async function show(
    c: Context<Env>,
    review: ReviewRow,
    more: { readonly problem?: Problem; readonly entered?: Entered; readonly status?: 200 | 409 | 422 } = {},
  ): Promise<Response> {
    const session = c.get('session')
    const mark = await desk.mark()
    const [thread, history, files] = await Promise.all([
      desk.thread(review),
      desk.history(review),
      desk.files(review),
    ])
    return kit.page(
      c,
      session,
      {
        title: `${review.request.reference} · 311`,
        mark,
        page: 'review',
        status: await afterwards(kit, c.req.query('after'), c.req.query('did')),
        body: reviewHtml({
          review,
          thread,
          history,
          files,
          otherPlaces: otherPlaces(kit, review),
          services: kit.byCode,
          session,
          key: Buffer.from(kit.random(keyBytes)).toString('base64url'),
          mapUrls: {
            script: kit.assets.url('maplibre-gl.mjs'),
            outlines: '/agent/outlines.json',
            streets: '/agent/streets.json',
          },
          now: clock.now(),
          entered: more.entered ?? {},
          problem: more.problem ?? null,
        }),
      },
      more.status ?? 200,
    )
  }
  const missing = (c: Context<Env>) =>
    kit.page(
      c,
      c.get('session'),
      {
        title: 'No such review · 311',
        body: messageHtml('No such review', 'It is not there, or it never was.'),
      },
      404,
    )

  const app = new Hono<Env>()
  app.get('/reviews/:id', async (c) => {
    const review = await reviewCalled(desk, c.req.param('id'))
    return review === null ? missing(c) : show(c, review)
  })
  app.get('/reviews/:id/standing', async (c) => {
    const review = await reviewCalled(desk, c.req.param('id'))
    if (review === null) return c.text('There is no such review.', 404)
    const seen = Number(c.req.query('seen'))
    return c.html(
      standingHtml({
        review,
        session: c.get('session'),
        seen: Number.isFinite(seen) ? seen : clock.now(),
        now: clock.now(),
      }),
    )
  })
  app.post('/reviews/:id/claim', async (c) => {
    const session = c.get('session')
    const review = await reviewCalled(desk, c.req.param('id'))
    if (review === null) return missing(c)
    const takeOver = (await c.req.parseBody()).takeOver === '1'
    const answer = await desk.claim(review.id, session.agent, takeOver)
    // The script only wants to know; the page hears of it like all others.
    if (c.req.header('x-quiet') !== undefined) return c.body(null, answer.outcome === 'done' ? 204 : 409)
    if (answer.outcome === 'done') return c.redirect(reviewUrl(review.id), 303)
    return refusedPage(c, answer, { action: 'accept' })
  })
  app.post('/reviews/:id/release', async (c) => {
    const review = await reviewCalled(desk, c.req.param('id'))
    if (review !== null) await desk.release(review.id, c.get('session').agent)
    return c.body(null, 204)
  })
  app.post('/reviews/:id/decision', async (c) => {
    const session = c.get('session')
    const review = await reviewCalled(desk, c.req.param('id'))
    if (review === null) return missing(c)
    const form = DecisionForm.safeParse(await c.req.parseBody())
    if (!form.success) {
      const [issue] = form.error.issues
      const field = String(issue?.path[0] ?? '')
      const words = `This was not understood: ${field} ${issue?.message ?? ''}`
      return show(c, review, { status: 422, problem: { words, field: field || null } })
    }
    const meant = commandOf(desk, review, form.data)
    if (!meant.ok) {
      const { words, field, entered } = meant
      const status = form.data.action === 'find' && entered.place !== undefined ? 200 : 422
      return show(c, review, { status, entered, problem: { words, field } })
    }
    const command: DeskCommand = {
      ...meant.command,
      agent: session.agent,
      key: `console:${form.data.key}`,
    }
    const answer = await desk.decide(command)
    if (answer.outcome === 'refused') return refusedPage(c, answer, command)
    // Whoever asked waits for the resident: others may take it up.
    if (command.action === 'ask') await desk.release(review.id, session.agent)
    const next = await nextAfter(kit, review, session)
    const did = `after=${encodeURIComponent(review.id)}${command.action === 'ask' ? '&did=ask' : ''}`
    return c.redirect(`${next === null ? '/agent' : reviewUrl(next.id)}?${did}`, 303)
  })

  function refusedPage(
    c: Context<Env>,
    { why, review }: Refused,
    command: Pick<DeskCommand, 'action' | 'code' | 'place' | 'note'>,
  ): Response | Promise<Response> {
    if (why === 'unknown' || review === null) return missing(c)
    const entered: Entered = {
      ...(command.code === undefined ? {} : { code: command.code }),
      ...(command.place === undefined ? {} : { place: command.place }),
      ...(command.action === 'refuse' ? { note: command.note ?? '' } : {}),
    }
    const problem = (words: string, field: string | null = null): Problem => ({ words, field })
    switch (why) {
      case 'decided': {
        const words = `${closedWords(review) ?? 'It was decided'}, before you. Nothing of yours was sent.`
        return show(c, review, { status: 409, problem: problem(words) })
      }
      case 'held': {
        const words = `${review.claim?.agent ?? 'Someone else'} works on this review. Nothing of yours was sent; take over if you want to decide.`
        return show(c, review, {
          status: 409,
          entered,
          problem: problem(words),
        })
      }
      case 'changed':
        return show(c, review, {
          status: 409,
          entered,
          problem: problem('This has changed since you opened it. Look again, then decide.'),
        })
      case 'impossible': {
        const field = command.action === 'refuse' ? 'note' : 'service'
        return show(c, review, {
          status: 422,
          entered,
          problem: problem(impossibleWords(command, review, kit.byCode), field),
        })
      }
    }
  }
  return app
}

/** The most urgent of the others that nobody else holds and no resident was asked about. */
async function nextAfter({ desk }: Kit, { id }: ReviewRow, { agent }: SignedIn): Promise<ReviewRow | null> {
  const reviews = await desk.reviews(lookAhead)
  const free = ({ claim }: ReviewRow): boolean => claim === null || claim.agent === agent
  return reviews.find((one) => one.id !== id && one.askedAt === null && free(one)) ?? null
}

/** The alternatives that the classifier named, where the city knows them by that name. */
const otherPlaces = ({ desk }: Kit, { request }: ReviewRow) =>
  (request.location?.alternatives ?? []).slice(0, mostOtherPlaces).flatMap(({ value, confidence }) => {
    const [found] = desk.places(value)
    return found === undefined ? [] : [{ place: found.place, confidence }]
  })
