/**
 * Photos of a review for those who may see it: copies without metadata, never the original.
 * @module
 */
import type { Context } from 'hono'
import type { MediaVariant } from '../../core/ports.ts'
import { MediaId } from '../../core/request.ts'
import type { SurfaceDeps } from './deps.ts'
import { reviewCalled } from './find.ts'

/** Only files that belong to the review named: an id alone opens nothing. */
export async function showPhoto(
  { desk, files }: { readonly desk: SurfaceDeps['desk']; readonly files: Pick<SurfaceDeps['files'], 'read'> },
  c: Context,
  name: string,
  variant: Exclude<MediaVariant, 'original'>,
): Promise<Response> {
  // Whatever comes back is data of a stranger: never a page, never a script.
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  const id = MediaId.safeParse(name.replace(/\.jpg$/, ''))
  const review = id.success ? await reviewCalled(desk, c.req.query('review')) : null
  if (!id.success || review === null || !review.photoIds.includes(id.data)) return missing(c)
  const file = await files.read(id.data, variant)
  if (file === null) return missing(c)
  c.header('Cache-Control', 'private, max-age=3600')
  return c.body(Uint8Array.from(file.bytes), 200, { 'Content-Type': file.type })
}

function missing(c: Context): Response {
  c.header('Cache-Control', 'no-store')
  return c.text('There is no such photo.', 404)
}
