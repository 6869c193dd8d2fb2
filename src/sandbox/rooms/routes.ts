/**
 * The routes of a room: its page, its lines for the script, its form.
 * @module
 */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { maxUploadBytes } from '../attachments.ts'
import type { Door, RoomFacts } from './page.ts'
import { logHtml, roomHtml } from './page.ts'
import type { Persona, Room, Sent } from './room.ts'

/** The form around the files. */
const formBytes = 64 * 1024

/** Adds the routes of every room to the sandbox's app. */
export function addRooms(app: Hono, rooms: readonly Room[], doors: readonly Door[]): void {
  for (const room of rooms) addRoom(app, room, doors)
}

function addRoom(app: Hono, room: Room, doors: readonly Door[]): void {
  const personOf = (id: string | undefined): Persona | undefined =>
    room.people.find((person) => person.id === id) ?? room.people[0]
  const page = async (
    c: Context,
    as: Persona,
    more: Pick<RoomFacts, 'draft' | 'problem'>,
    status: 200 | 400,
  ) => {
    c.header('Cache-Control', 'no-store')
    return c.html(roomHtml({ room, doors, as, entries: await room.entries(as.id), ...more }), status)
  }
  app.get(`/${room.path}`, (c) => {
    const as = personOf(c.req.query('as'))
    return as === undefined ? c.notFound() : page(c, as, { draft: c.req.query(), problem: null }, 200)
  })
  app.get(`/${room.path}/log`, async (c) => {
    const as = personOf(c.req.query('as'))
    if (as === undefined) return c.notFound()
    c.header('Cache-Control', 'no-store')
    return c.html(logHtml(await room.entries(as.id)))
  })
  app.post(
    `/${room.path}`,
    bodyLimit({
      maxSize: maxUploadBytes + formBytes,
      onError: (c) => c.text('These files are larger than 8 MB.', 413),
    }),
    async (c) => {
      const form = await c.req.formData().catch(() => null)
      const as = personOf(String(form?.get('as') ?? ''))
      if (form === null || as === undefined) return c.text('This is not the form of this page.', 400)
      const sent = await sentIn(form)
      const problem = await room.take(as.id, sent)
      if (problem !== null) return page(c, as, { draft: sent.values, problem }, 400)
      return c.redirect(`${room.path}?as=${encodeURIComponent(as.id)}`, 303)
    },
  )
}

async function sentIn(form: FormData): Promise<Sent> {
  const all = [...form]
  const files = all.flatMap(([, value]) => (typeof value === 'string' || value.size === 0 ? [] : [value]))
  return {
    values: Object.fromEntries(
      all.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ) as Record<string, string>,
    files: await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        type: file.type || 'application/octet-stream',
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
  }
}
