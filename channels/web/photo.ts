/**
 * Photos for a request that exists, from whoever has its link: the form at `/photo/…`, and its message.
 * @module
 */
import type { PhotoForm, PhotoLink, PhotoProblem } from '../../src/core/pages.ts'
import type { HttpRequest, Inbound } from '../../src/core/ports.ts'
import { type Form, type FormFile, readForm, recordOf } from '../form.ts'
import { messageIdOf } from '../message-id.ts'
import { storable } from '../storable.ts'
import { contentHash, formIdOf, languageOf, photosOf } from './fields.ts'
import type { WebLimits } from './limits.ts'
import { filesOf, ours } from './message.ts'

export interface PhotoRaw extends PhotoForm {
  readonly step: 'photo'
  /** Unique for ever, the same for the same. */
  readonly providerId: string
  readonly fields: Form['fields']
  readonly photos: readonly FormFile[]
}

export interface PhotoReading {
  readonly linkOf: (link: string) => PhotoLink
  readonly limits: WebLimits
}

/** Throws AppError `malformed` where it is no form of ours, `rate-limited`. */
export async function readPhotos(request: HttpRequest, { linkOf, limits }: PhotoReading): Promise<PhotoRaw> {
  limits.formWithoutWork(request.remote)
  const form = readForm(request.headers['content-type'] ?? '', request.bytes ?? Buffer.from(request.body))
  const id = formIdOf(form)
  const link = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const opens = linkOf(link)
  const { photos, tooMuch } = photosOf(form)
  const problem = async (): Promise<PhotoProblem | null> => {
    if (typeof opens === 'string') return opens
    if (tooMuch) return 'photos'
    if (photos.length === 0) return 'none'
    await limits.taken(request.remote, false)
    return (await limits.photos(opens.reference, photos.length)) ? null : 'enough'
  }
  return {
    step: 'photo',
    language: languageOf(form),
    link,
    reference: typeof opens === 'string' ? null : opens.reference,
    id,
    providerId: `${id}-${contentHash(form)}`,
    fields: form.fields,
    photos,
    problem: await problem(),
  }
}

/** A message without words for this one request. All that come by links to it are one conversation. Pure. */
export function photosInbound(raw: PhotoRaw): readonly Inbound[] {
  const { reference, problem, providerId, language, photos } = raw
  if (reference === null || problem !== null) return []
  const id = messageIdOf('web', providerId)
  const { files, media } = filesOf(id, photos)
  return [
    {
      kind: 'message',
      files,
      message: {
        id,
        channel: 'web',
        providerId,
        from: `photos for ${reference}`,
        to: ours,
        text: '',
        media,
        point: null,
        keyword: null,
        answeredByProvider: false,
        joins: reference,
        language,
        raw: storable(recordOf(raw.fields)),
      },
    },
  ]
}
