/**
 * What residents sent, as it came, for agents alone: mails, documents, videos. Who opens it is written down first.
 * @module
 */
import type { Context } from 'hono'
import type { ReviewFile, ReviewRow } from '../../core/ports.ts'
import { MediaId } from '../../core/request.ts'
import { handed } from '../files.ts'
import type { SurfaceDeps } from './deps.ts'
import { reviewCalled } from './find.ts'
import { isFirst, ranged } from './range.ts'

/** Who opens it, and where. */
export interface Reader {
  readonly agent: string
  readonly surface: 'console' | 'api'
}
/** So much of a mail is read as text: more than that are its attachments. Bytes. */
const mostText = 300_000

/** Whatever comes back is data of a stranger: a file to keep or to play, never a page, never a script. */
export function inert(c: Context): void {
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox")
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Cache-Control', 'private, no-store')
}

/**
 * Only what came with the messages of the review named, as an attachment under a name of ours. `?as=text` reads the
 * source of a mail as plain text. 404 no such file; 403 it is there and not handed out, with the reason.
 */
export async function openOriginal(
  { desk, files }: Pick<SurfaceDeps, 'desk' | 'files'>,
  c: Context,
  name: string,
  { agent, surface }: Reader,
): Promise<Response> {
  inert(c)
  const id = MediaId.safeParse(name)
  const review = id.success ? await reviewCalled(desk, c.req.query('review')) : null
  const all = review === null ? [] : await desk.files(review)
  const file = all.find((one) => id.success && one.id === id.data)
  if (review === null || file === undefined) return missing(c)
  const how = handed(file)
  if (!how.ok) return c.text(how.why, 403)
  const bytes = await bytesOf(files, file)
  if (bytes === null) return missing(c)
  if (isFirst(c)) await desk.opened(review, file.id, agent, surface)
  if (file.role === 'mail' && c.req.query('as') === 'text')
    return c.body(asText(bytes), 200, { 'Content-Type': 'text/plain; charset=utf-8' })
  const { reference } = review.request
  c.header('Content-Disposition', `attachment; filename="${fileName(reference, all, file, how.ending)}"`)
  return ranged(c, Uint8Array.from(bytes), how.type)
}

/** `BOS-7K3M-Q2XA-2.pdf`: the resident's own name for it is not ours to trust. */
const fileName = (
  reference: ReviewRow['request']['reference'],
  all: readonly ReviewFile[],
  file: ReviewFile,
  ending: string,
): string => `${reference}-${all.indexOf(file) + 1}.${ending}`

/** A mail is held as it came and was never looked at as a file. */
async function bytesOf(files: SurfaceDeps['files'], { id, role }: ReviewFile): Promise<Uint8Array | null> {
  if (role === 'mail') return files.held(id)
  return (await files.read(id, 'original'))?.bytes ?? null
}

/** Bytes that are no UTF-8 are shown as such; the end of a long one is left out. */
function asText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, mostText))
  if (bytes.length <= mostText) return text
  return `${text}\n\n[The rest is left out here: ${bytes.length - mostText} bytes. The download has all.]\n`
}

const missing = (c: Context): Response => c.text('There is no such file.', 404)
