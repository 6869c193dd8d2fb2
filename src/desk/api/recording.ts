/**
 * Recorded messages of a review for those who may see it, as they came.
 * @module
 */
import type { Context } from 'hono'
import { MediaId } from '../../core/request.ts'
import type { SurfaceDeps } from './deps.ts'
import { reviewCalled } from './find.ts'
import { inert, type Reader } from './original.ts'
import { isFirst, ranged } from './range.ts'

/** Only files that belong to the review named. */
export async function playRecording(
  { desk, files }: Pick<SurfaceDeps, 'desk' | 'files'>,
  c: Context,
  name: string,
  { agent, surface }: Reader,
): Promise<Response> {
  inert(c)
  const id = MediaId.safeParse(name)
  const review = id.success ? await reviewCalled(desk, c.req.query('review')) : null
  if (!id.success || review === null || !review.recordingIds.includes(id.data))
    return c.text('There is no such recording.', 404)
  const file = await files.read(id.data, 'original')
  if (file === null) return c.text('There is no such recording.', 404)
  if (isFirst(c)) await desk.opened(review, id.data, agent, surface)
  const type = file.type.startsWith('audio/') ? file.type : 'application/octet-stream'
  return ranged(c, Uint8Array.from(file.bytes), type)
}
