/**
 * What all of our forms have: an id of the browser's, a language, photos.
 * @module
 */
import { createHash } from 'node:crypto'
import { AppError } from '../../src/core/errors.ts'
import { Language } from '../../src/core/understanding.ts'
import { type Form, type FormFile, fieldOf } from '../form.ts'

const maxPhotos = 5
const maxPhotoBytes = 10 * 1024 * 1024
const formId = /^[\w-]{16,64}$/
/** Fields that are ours and not the resident's. */
const ours: ReadonlySet<string> = new Set(['token', 'id', 'lang', 'work', 'website', 'step', 'show'])

/** The same when a browser sends the same again. Throws AppError `malformed` where it is none. */
export function formIdOf(form: Form): string {
  const id = fieldOf(form, 'id') ?? ''
  if (!formId.test(id)) throw new AppError('malformed', 'id is missing')
  return id
}

export const languageOf = (form: Form): Language =>
  Language.safeParse(fieldOf(form, 'lang') ?? '').data ?? 'en'

/** As many as are taken at once, and whether there were more, or larger ones. */
export function photosOf(form: Form): { readonly photos: readonly FormFile[]; readonly tooMuch: boolean } {
  const all = form.files.filter(({ name }) => name === 'photos')
  const tooMuch = all.length > maxPhotos || all.some(({ bytes }) => bytes.length > maxPhotoBytes)
  return { photos: all.slice(0, maxPhotos), tooMuch }
}

/** Edited and sent again it is another message, unchanged it is the same. */
export function contentHash({ fields, files }: Form): string {
  const hash = createHash('sha256')
  for (const [name, value] of fields) if (!ours.has(name)) hash.update(`${name}\0${value}\0`)
  for (const { name, bytes } of files) hash.update(`${name}\0`).update(bytes)
  return hash.digest('hex').slice(0, 16)
}
