/**
 * The media store on files. One folder per file, below two characters of its id:
 * `k3/med_k3…/{original,public.jpg,thumbnail.jpg,facts.json}`.
 * @module
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../core/errors.ts'
import type { FetchedMedia, KeptMedia, MediaStore } from '../core/ports.ts'
import { MediaId } from '../core/request.ts'
import { mediaKinds } from '../core/turn.ts'
import { readWhole, writeWhole } from './files.ts'
import { type Sorted, sortMedia } from './sort.ts'

const files = {
  original: 'original',
  public: 'public.jpg',
  thumbnail: 'thumbnail.jpg',
  facts: 'facts.json',
} as const

const Kept = z.object({
  kind: z.enum(mediaKinds),
  type: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  shown: z.boolean(),
})

/**
 * Keeps files below `dir`. `facts.json` is written last: with it the rest is there, without it `keep` starts
 * over. What was kept once stays as it was. Throws AppError `storage-away`.
 */
export function fileMedia({ dir }: { readonly dir: string }): MediaStore {
  const pathOf = (id: MediaId, name: keyof typeof files) => {
    if (!MediaId.safeParse(id).success) throw new AppError('malformed', 'not the id of a file')
    return join(dir, id.slice('med_'.length).slice(0, 2), id, files[name])
  }
  const factsOf = async (id: MediaId): Promise<KeptMedia | null> => {
    const text = await readWhole(pathOf(id, 'facts'))
    if (text === null) return null
    const parsed = Kept.safeParse(JSON.parse(Buffer.from(text).toString()))
    return parsed.success ? parsed.data : null
  }

  return {
    hold: (id, bytes) => guarded(() => writeWhole(pathOf(id, 'original'), bytes)),
    held: (id) => guarded(() => readWhole(pathOf(id, 'original'))),
    keep: (id, media) =>
      guarded(async () => {
        const before = await factsOf(id)
        if (before !== null) return before
        await writeWhole(pathOf(id, 'original'), media.bytes)
        const { kept, copies } = await look(media)
        if (copies !== null) {
          await writeWhole(pathOf(id, 'public'), copies.public)
          await writeWhole(pathOf(id, 'thumbnail'), copies.thumbnail)
        }
        await writeWhole(pathOf(id, 'facts'), Buffer.from(JSON.stringify(kept)))
        return kept
      }),
    read: (id, variant) =>
      guarded(async () => {
        const facts = await factsOf(id)
        if (facts === null || (variant !== 'original' && !facts.shown)) return null
        const bytes = await readWhole(pathOf(id, variant))
        return bytes === null ? null : { bytes, type: variant === 'original' ? facts.type : 'image/jpeg' }
      }),
  }
}

/** A disk that is full or away is storage that is away: the file is tried again. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('storage-away', 'the media folder does not take or give files', { cause })
  }
}

type Look = {
  readonly kept: KeptMedia
  readonly copies: { readonly public: Uint8Array; readonly thumbnail: Uint8Array } | null
}

async function look(media: FetchedMedia): Promise<Look> {
  const sorted = await sortMedia(media.bytes, media.announcedType)
  const facts = {
    type: sorted.type,
    bytes: media.bytes.length,
    sha256: createHash('sha256').update(media.bytes).digest('hex'),
  }
  if (sorted.sort !== 'picture') {
    const nothing = { width: null, height: null, point: null, shown: false }
    return { kept: { kind: sorted.sort, ...facts, ...nothing }, copies: null }
  }
  // Loaded with the first picture: processes that never see one save the memory.
  const [{ showable }, { positionOf }] = await Promise.all([import('./picture.ts'), import('./position.ts')])
  const point = await positionOf(media.bytes)
  try {
    const { width, height, copies } = await showable(media.bytes)
    return { kept: { kind: 'photo', ...facts, width, height, point, shown: true }, copies }
  } catch (error) {
    const kind = undecodable(sorted, error)
    return { kept: { kind, ...facts, width: null, height: null, point, shown: false }, copies: null }
  }
}

/** HEIC needs a patented decoder that is not on board, and too many pixels are no damage: both are whole files. */
function undecodable(sorted: Sorted, error: unknown): 'other' | 'broken' {
  const tooManyPixels = error instanceof Error && /pixel limit/i.test(error.message)
  return /\/hei[cf]/.test(sorted.type) || tooManyPixels ? 'other' : 'broken'
}
