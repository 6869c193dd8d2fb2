/**
 * `/sandbox`: a phone in the browser that texts the gateway through the Twilio player, as a real phone would.
 * @module
 */
import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { assets } from './assets.ts'
import { attachmentStore, isPicture, maxUploadBytes } from './attachments.ts'
import { type Carrier, followCarrier } from './carrier.ts'
import { feed } from './feed.ts'
import { localApp } from './local-app.ts'
import { readForm, sendFrom } from './outbox.ts'
import { pageHtml } from './page.ts'
import { sandboxPhones } from './phones.ts'
import type { Door } from './rooms/page.ts'
import type { Room } from './rooms/room.ts'
import { addRooms } from './rooms/routes.ts'
import { drawSamples } from './samples.ts'

/** Everything from here, no script or style in the page itself. `blob:` shows a photo before it is sent. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The form around the files. */
const formBytes = 64 * 1024
const tooLarge = 'These files are larger than 8 MB.'

export interface SandboxDeps {
  /** Whoever plays Twilio here. */
  readonly player: Carrier
  /** Our number, which the phones write to. */
  readonly ours: string
  readonly clock?: { now(): number }
  /** Other ways to reach 311 that are played here. */
  readonly rooms?: readonly Room[]
  /** Pages elsewhere that belong beside them; absolute paths. */
  readonly elsewhere?: readonly Door[]
}

/** Mount it at `/sandbox`, and only where the sandbox plays Twilio. */
export function sandboxRoutes({ player, ours, clock, rooms = [], elsewhere = [] }: SandboxDeps): Hono {
  const now = () => clock?.now() ?? Date.now()
  const drawing = drawSamples()
  // Whoever asks for them hears of a failure; until then it is nobody's.
  drawing.catch(() => undefined)
  const phones = sandboxPhones({ ours })
  const attachments = attachmentStore()
  const live = feed(phones, randomUUID().slice(0, 8))
  followCarrier(player, phones)

  const app = localApp(policy)
  const doors: readonly Door[] = [
    { path: '', label: 'Text' },
    ...rooms.map(({ path, title }) => ({ path, label: title })),
    ...elsewhere,
  ]

  app.get('/', async (c) => {
    const list = phones.list()
    const phone = list.find(({ number }) => number === c.req.query('phone')) ?? list[0]
    if (phone === undefined) return c.notFound()
    c.header('Cache-Control', 'no-store')
    return c.html(
      pageHtml({
        phone,
        phones: list,
        doors,
        canAdd: phones.canAdd(),
        ours,
        bubbles: phones.screen(phone.number),
        samples: await drawing,
        seen: live.seen(),
        draft: c.req.query('text') ?? '',
      }),
    )
  })
  app.get('/events', live.answer)

  app.post('/phones', (c) => {
    const added = phones.add() ?? phones.list().at(-1)
    return c.redirect(pageOf(added?.number ?? ''), 303)
  })
  app.post(
    '/messages',
    bodyLimit({ maxSize: maxUploadBytes + formBytes, onError: (c) => refuse(c, 413, tooLarge) }),
    async (c) => {
      const form = await c.req.formData().catch(() => null)
      if (form === null) return refuse(c, 400, 'This is not the form of this page.')
      const written = await readForm(form, { phones, samples: await drawing, attachments })
      if (!written.ok) return refuse(c, 400, written.problem)
      // The screen tells how it went; waiting here would only hold the message box.
      void sendFrom(phones, written, (message) => player.deliver({ ...message, to: ours }), now())
      return wantsJson(c) ? c.json({ sent: true }, 202) : c.redirect(pageOf(written.from), 303)
    },
  )

  app.get('/files/:id', (c) => {
    const file = attachments.read(c.req.param('id'))
    if (file === null) return c.text('This file is no longer kept.', 404)
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
    if (!isPicture(file.type)) c.header('Content-Disposition', 'attachment')
    return picture(c, file.bytes, file.type)
  })
  app.get('/samples/:file', async (c) => {
    const sample = (await drawing).find(({ name }) => `${name}.jpg` === c.req.param('file'))
    return sample === undefined ? c.notFound() : picture(c, sample.bytes, 'image/jpeg')
  })
  addRooms(app, rooms, doors)
  for (const [name, { body, type }] of Object.entries(assets)) {
    app.get(`/${name}`, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }))
  }
  return app
}

/** From a path one below the page. */
const pageOf = (number: string): string => `../sandbox?phone=${encodeURIComponent(number)}`

const wantsJson = (c: Context): boolean => c.req.header('accept')?.includes('application/json') ?? false

const refuse = (c: Context, status: 400 | 413, problem: string): Response =>
  wantsJson(c) ? c.json({ problem }, status) : c.text(problem, status)

const picture = (c: Context, bytes: Uint8Array, type: string): Response =>
  c.body(Uint8Array.from(bytes), 200, { 'Content-Type': type, 'Cache-Control': 'private, max-age=3600' })
