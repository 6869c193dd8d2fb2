/**
 * The list, whole and as the piece that is swapped; and the agent's name.
 * @module
 */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { reviewCalled } from '../api/find.ts'
import { AgentName } from '../api/schema.ts'
import type { SignedIn } from '../api/session.ts'
import { closedWords } from '../api/summary.ts'
import type { Env, Kit } from './deps.ts'
import type { Html } from './layout.ts'
import { listHtml, nameHtml } from './list.ts'
import { messageHtml } from './plain-pages.ts'

const most = 200

export function listRoutes(kit: Kit): Hono<Env> {
  const { desk, sessions, clock } = kit
  const list = async (session: SignedIn) => {
    const reviews = await desk.reviews(most)
    return {
      reviews,
      piece: listHtml({ reviews, most, session, services: kit.byCode, now: clock.now() }),
    }
  }

  const app = new Hono<Env>()
  app.get('/', async (c) => {
    const session = c.get('session')
    // Before the list: whatever comes in between makes the page ask again.
    const mark = await desk.mark()
    const { reviews, piece } = await list(session)
    return kit.page(c, session, {
      title: `${reviews.length === 0 ? '' : `(${reviews.length}) `}Reviews · 311`,
      mark,
      page: 'list',
      status: await afterwards(kit, c.req.query('after'), c.req.query('did')),
      body: html`<h1 class="hidden">Reviews that wait for an agent</h1>
        ${nameHtml(session)}
        ${piece}`,
    })
  })
  app.get('/list', async (c) => c.html((await list(c.get('session'))).piece))
  app.post('/name', async (c) => {
    const session = c.get('session')
    const form = await c.req.parseBody()
    const name = AgentName.safeParse(form.agent)
    if (!name.success) {
      const words = `${name.error.issues[0]?.message ?? ''}. You are still called ${session.agent}.`
      const body = messageHtml('You can’t be called so', words.charAt(0).toUpperCase() + words.slice(1))
      return kit.page(c, session, { title: 'Another name · 311', body }, 422)
    }
    if (name.data !== session.agent) {
      // What is held stays held by a name that nobody answers to, unless it is let go.
      const held = (await desk.reviews(most)).filter(({ claim }) => claim?.agent === session.agent)
      for (const { id } of held) await desk.release(id, session.agent)
      await sessions.renameAgent(session.hash, name.data)
    }
    return c.redirect('/agent', 303)
  })
  return app
}

/** What has just been done, from the ledger and not from the address: nobody can be told a lie by a link. */
export async function afterwards(
  { desk }: Pick<Kit, 'desk'>,
  id: string | undefined,
  did: string | undefined,
): Promise<Html | null> {
  const review = await reviewCalled(desk, id)
  if (review === null) return null
  const { request, reason } = review
  const words = closedWords(review)
  if (words !== null) {
    const heard =
      reason === 'not-filed' && review.closed?.outcome === 'accepted'
        ? 'It is filed again.'
        : 'The resident has been told; this can’t be taken back.'
    return html`<p><b>${words}.</b> ${heard}</p>`
  }
  return did === 'ask'
    ? html`<p><b>${request.reference}: the resident was asked.</b> The review stays open until the answer is in.</p>`
    : null
}
