/**
 * Recorded messages of a review for those who may see it, as they came.
 * @module
 */
import type { Context } from 'hono'
import { MediaId } from '../../core/request.ts'
import type { SurfaceDeps } from './deps.ts'
import { reviewCalled } from './find.ts'

/** Only files that belong to the review named. Whole, or the one range that a player asks for (RFC 9110, section 14). */
export async function playRecording(
  { desk, files }: Pick<SurfaceDeps, 'desk' | 'files'>,
  c: Context,
  name: string,
): Promise<Response> {
  // Whatever comes back is data of a stranger: sound, never a page.
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Cache-Control', 'private, no-store')
  const id = MediaId.safeParse(name)
  const review = id.success ? await reviewCalled(desk, c.req.query('review')) : null
  if (!id.success || review === null || !review.recordingIds.includes(id.data))
    return c.text('There is no such recording.', 404)
  const file = await files.read(id.data, 'original')
  if (file === null) return c.text('There is no such recording.', 404)
  const type = file.type.startsWith('audio/') ? file.type : 'application/octet-stream'
  const bytes = Uint8Array.from(file.bytes)
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' }
  const range = rangeOf(c.req.header('range'), bytes.length)
  if (range === null) return c.body(bytes, 200, headers)
  const [from, to] = range
  return c.body(bytes.slice(from, to + 1), 206, {
    ...headers,
    'Content-Range': `bytes ${from}-${to}/${bytes.length}`,
  })
}

/** First and last byte; null: all of it. */
function rangeOf(header: string | undefined, length: number): readonly [number, number] | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from <= to ? [from, to] : null
}
