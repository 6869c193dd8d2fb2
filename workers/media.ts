import { AppError, asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { Clock, JobVerdict, MediaSource, MediaStore, Queue, Store } from '../src/core/ports.ts'
import { MediaId } from '../src/core/request.ts'

export interface MediaWork {
  readonly store: Store
  readonly queue: Queue
  readonly sources: readonly MediaSource[]
  readonly files: MediaStore
  readonly clock: Clock
  readonly log: Log
}

/** Pauses between tries. The last repeats for about a day; then the file is given up and its name kept. */
const pausesMs = [1_000, 2_000, 4_000, 8_000, 30_000, 120_000, 600_000] as const
const tries = 150

/** A job of the queue `media`: fetches one file, keeps it, and wakes the message that waits for it. */
export async function fetchMedia(deps: MediaWork, id: string): Promise<JobVerdict> {
  const mediaId = MediaId.safeParse(id)
  const row = mediaId.success ? await deps.store.media(mediaId.data) : null
  if (row === null) return { verdict: 'done' }
  try {
    const source = deps.sources.find((s) => s.owns(row.url))
    if (source === undefined)
      throw new AppError('provider-refused', 'the file is not on a host of its provider')
    const kept = await deps.files.keep(row.id, await source.fetch(row.url))
    await deps.store.mediaKept(row.id, kept)
    deps.log('info', 'media.kept', { mediaId: row.id, kind: kept.kind, bytes: kept.bytes })
  } catch (thrown) {
    const error = asAppError(thrown)
    if (error.code === 'storage-away') throw error
    const final = error.retry === 'never' || row.attempts + 1 >= tries
    const afterMs = error.afterMs ?? pausesMs[Math.min(row.attempts, pausesMs.length - 1)] ?? 1_000
    deps.log('warn', 'media.failed', { mediaId: row.id, code: error.code, final })
    await deps.store.mediaFailed(row.id, error.code, final, deps.clock.now() + afterMs)
    if (!final) return { verdict: 'later', afterMs }
  }
  await deps.queue.add('intake', [row.messageId]).catch(() => undefined)
  return { verdict: 'done' }
}
