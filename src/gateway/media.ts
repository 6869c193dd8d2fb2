/**
 * Public photos: copies without metadata, shown only while their request may be seen.
 * @module
 */
import { type Context, Hono } from 'hono'
import type { MediaStore, MediaVariant, Store } from '../core/ports.ts'
import { MediaId } from '../core/request.ts'
import type { PhotoLinks } from './photo-links.ts'

export interface PhotoDeps {
  readonly store: Pick<Store, 'publicPhoto'>
  readonly files: Pick<MediaStore, 'read'>
  readonly links: Pick<PhotoLinks, 'allows'>
}

/** A copy never changes, but it may have to disappear: a day, not for ever. */
const keepFor = 'public, max-age=86400, immutable'

/**
 * `GET /media/:id.jpg` is the public copy, `/media/:id/thumbnail.jpg` the small one; `.jpg` may be left out.
 * `/media/:id/agents.jpg` shows the same copy of any photo to whoever has a signed link.
 */
export function photoRoutes({ store, files, links }: PhotoDeps): Hono {
  async function show(
    c: Context,
    name: string,
    variant: Exclude<MediaVariant, 'original'>,
  ): Promise<Response> {
    inert(c)
    const id = MediaId.safeParse(name)
    if (!id.success || (await store.publicPhoto(id.data)) === null) return missing(c)
    const etag = `"${id.data}-${variant}"`
    if (knows(c, etag)) return kept(c, etag).body(null, 304)
    const file = await files.read(id.data, variant)
    if (file === null) return missing(c)
    return kept(c, etag).body(Uint8Array.from(file.bytes), 200, { 'Content-Type': file.type })
  }

  async function showAgents(c: Context, name: string): Promise<Response> {
    inert(c)
    const id = MediaId.safeParse(name)
    const { until = '', sig = '' } = c.req.query()
    if (!id.success || !links.allows(id.data, until, sig)) return missing(c)
    const file = await files.read(id.data, 'public')
    if (file === null) return missing(c)
    c.header('Cache-Control', 'private, max-age=3600')
    return c.body(Uint8Array.from(file.bytes), 200, { 'Content-Type': file.type })
  }

  return new Hono()
    .get('/media/:id/agents.jpg', (c) => showAgents(c, c.req.param('id')))
    .get('/media/:id', (c) => show(c, withoutSuffix(c.req.param('id')), 'public'))
    .get('/media/:id/:variant{thumbnail(\\.jpg)?}', (c) => show(c, c.req.param('id'), 'thumbnail'))
}

/** Whatever comes back is data of a stranger: never a page, never a script. */
function inert(c: Context): void {
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

const withoutSuffix = (name: string) => name.replace(/\.jpg$/, '')

const knows = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)

function kept(c: Context, etag: string): Context {
  c.header('Cache-Control', keepFor)
  c.header('ETag', etag)
  return c
}

function missing(c: Context): Response {
  c.header('Cache-Control', 'no-store')
  return c.text('There is no such photo.', 404)
}
