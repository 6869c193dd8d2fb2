/**
 * `/sandbox/slack`: the channel of reviews in the browser, for whoever has no Slack.
 * @module
 */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { localApp } from '../local-app.ts'
import { assets } from './assets.ts'
import type { Option } from './block-kit.ts'
import type { Shown } from './blocks-html.ts'
import { type Persona, pageHtml } from './page.ts'
import type { PlayedView, SlackPlayer } from './types.ts'

/** Everything from here, no script or style in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const people: readonly [Persona, ...Persona[]] = [
  { id: 'U0AGENTA', name: 'Agent A' },
  { id: 'U0AGENTB', name: 'Agent B' },
]
/** More cards are in the channel, but nobody scrolls that far. */
const maxCards = 100
/** Proxies cut a connection that says nothing. */
const beatMs = 15_000

/** Mount it at `/sandbox/slack`, and only where the sandbox plays Slack. */
export function slackRoutes(player: SlackPlayer): Hono {
  const app = localApp(policy)
  app.use(bodyLimit({ maxSize: 64 * 1024 }))

  const personIn = (id: string | undefined): Persona => people.find((p) => p.id === id) ?? people[0]

  app.get('/', async (c) => {
    const as = personIn(c.req.query('as'))
    const agent = player.agent(as.id)
    const modal = agent.modal()
    c.header('Cache-Control', 'no-store')
    return c.html(
      pageHtml({
        people,
        as,
        messages: player.messages().slice(-maxCards),
        whispers: agent.whispers().slice(-10),
        modal,
        menus: modal === null ? {} : await menusOf(modal, as),
        found: await lookedFor(c, as),
      }),
    )
  })

  /** What the visitor looked for in the menu of a card. */
  async function lookedFor(c: Context, as: Persona): Promise<Shown['found']> {
    const { at, action, typed } = c.req.query()
    if (at === undefined || action === undefined || typed === undefined) return null
    const options = await player
      .agent(as.id)
      .options(at, action, typed)
      .catch(() => [])
    return { at, action, typed, options }
  }
  async function menusOf({ view }: PlayedView, as: Persona): Promise<Record<string, readonly Option[]>> {
    const menus: Record<string, readonly Option[]> = {}
    for (const block of view.blocks) {
      if (block.type !== 'input' || block.element.type !== 'external_select') continue
      const { action_id, initial_option } = block.element
      const options = await player.agent(as.id).options('modal', action_id, '')
      const own = initial_option !== undefined && !options.some((o) => o.value === initial_option.value)
      menus[action_id] = own ? [initial_option, ...options] : options
    }
    return menus
  }

  /** Does what a form says and shows the page again. What is not there any more is shown as it is now. */
  const doing = (act: (form: ReadonlyMap<string, string>, as: Persona) => Promise<unknown>) => {
    return async (c: Context): Promise<Response> => {
      const form = new Map(
        [...(await c.req.formData())].flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])),
      ) as ReadonlyMap<string, string>
      const as = personIn(form.get('as'))
      await act(form, as).catch(() => undefined)
      return c.redirect(`../slack?as=${as.id}`, 303)
    }
  }
  app.post(
    '/press',
    doing((form, as) => player.agent(as.id).press(form.get('at') ?? '', form.get('action') ?? '')),
  )
  app.post(
    '/choose',
    doing((form, as) =>
      player.agent(as.id).choose(form.get('at') ?? '', form.get('action') ?? '', form.get('value') ?? ''),
    ),
  )
  app.post(
    '/submit',
    doing((form, as) => {
      const values = [...form].filter(([name, value]) => name !== 'as' && value !== '')
      return player.agent(as.id).submit(Object.fromEntries(values))
    }),
  )
  app.post(
    '/cancel',
    doing((_, as) => player.agent(as.id).cancel()),
  )

  app.get('/events', (c) => {
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      let wake = () => {}
      let changed = false
      const stop = player.watch(() => {
        changed = true
        wake()
      })
      stream.onAbort(() => {
        stop()
        wake()
      })
      while (!stream.aborted && !stream.closed) {
        if (changed) {
          changed = false
          await stream.writeSSE({ event: 'changed', data: '' })
          continue
        }
        await stream.write(': still here\n\n')
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, beatMs)
          timer.unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      stop()
    })
  })

  for (const [name, { body, type }] of Object.entries(assets)) {
    app.get(`/${name}`, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }))
  }
  return app
}
