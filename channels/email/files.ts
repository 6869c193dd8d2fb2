/**
 * Which parts of a mail are a resident's files: photos and documents, not the furniture of mail programs.
 * @module
 */
import type { Mail, Part } from './mail.ts'

/** As many as other channels take. */
export const mostFiles = 10
/** Smaller pictures are pixels that count readers, bullets and icons. Bytes. */
const leastPicture = 4 * 1024
/** Drawn pictures between the words are logos up to this size; a photo of a phone is larger. Bytes. */
const largestLogo = 30 * 1024

/** Parts that machines write for machines. */
const furniture =
  /^(?:message\/(?:global-)?(?:delivery-status|disposition-notification|feedback-report|headers)|application\/(?:pgp-(?:signature|encrypted|keys)|(?:x-)?pkcs7-signature|ms-tnef|vnd\.ms-tnef)|text\/(?:rfc822-headers|x-amp-html|html|x-moz-deleted)|multipart\/)/

/** The files, in order. `pictures`: Content-IDs among the new words, null where nothing says so. */
export function filesOf(mail: Mail, pictures: ReadonlySet<string> | null): readonly Part[] {
  return mail.parts.filter((part) => isFile(part, pictures)).slice(0, mostFiles)
}

function isFile(part: Part, pictures: ReadonlySet<string> | null): boolean {
  const { type, disposition, contentId, bytes, name } = part
  if (bytes.length === 0 || furniture.test(type)) return false
  if (type === 'message/rfc822') return disposition === 'attachment'
  if (!type.startsWith('image/')) return true
  if (bytes.length < leastPicture) return false
  const isInline = contentId !== null && disposition !== 'attachment'
  // Shown only in what is quoted or in a signature: not of this mail.
  if (isInline && pictures !== null && !pictures.has(contentId) && pictures.size > 0) return false
  const isDrawn = /^image\/(?:png|gif|bmp|x-icon|svg\+xml)$/.test(type)
  return !(
    isInline &&
    bytes.length <= largestLogo &&
    (isDrawn || /logo|icon|banner|signature|outlook-/i.test(name))
  )
}
