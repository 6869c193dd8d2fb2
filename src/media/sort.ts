/**
 * What a file is, by its bytes and never by its name.
 * @module
 */
import { fileTypeFromBuffer } from 'file-type'
import type { MediaKind } from '../core/turn.ts'

export interface Sorted {
  /** The true MIME type, or `application/octet-stream`. */
  readonly type: string
  /** `picture`: worth trying to decode. Otherwise final. */
  readonly sort: 'picture' | Exclude<MediaKind, 'photo' | 'missing'>
}

/** Formats the decoder may see. SVG is not among them: it is a program that may ask for other files. */
const pictures: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'image/tiff',
])
const contacts: ReadonlySet<string> = new Set(['text/vcard', 'text/x-vcard'])

/** `announcedType` only tells apart a broken file from one of a kind we don't know. */
export async function sortMedia(bytes: Uint8Array, announcedType: string): Promise<Sorted> {
  if (bytes.length === 0) return { type: 'application/octet-stream', sort: 'broken' }
  const type = await typeOf(bytes)
  if (type === null) {
    const promised = /^(image|video|audio)\//i.test(announcedType)
    return { type: 'application/octet-stream', sort: promised ? 'broken' : 'other' }
  }
  if (pictures.has(type)) return { type, sort: 'picture' }
  if (contacts.has(type)) return { type: 'text/vcard', sort: 'contact' }
  if (type.startsWith('video/')) return { type, sort: 'video' }
  if (type.startsWith('audio/')) return { type, sort: 'audio' }
  return { type, sort: 'other' }
}

async function typeOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const found = await fileTypeFromBuffer(bytes)
    if (found) return found.mime
  } catch {
    // A header that promises more than there is. What is left to try is text.
  }
  return textType(bytes)
}

function textType(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 65_536)
  // Control characters do not occur in text, but for tab, line feed, form feed and the like (9 to 13).
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return /^\s*BEGIN:VCARD/i.test(text) ? 'text/vcard' : 'text/plain'
  } catch {
    return null
  }
}
