/**
 * What agents may open of what residents sent, under which name and type, and the words where they may not.
 * @module
 */
import type { ErrorCode } from '../core/errors.ts'
import type { ReviewFile } from '../core/ports.ts'

/** Types that a file is handed out as; all others go as bytes that no program knows. */
const endings: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/tiff': 'tif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/3gpp': '3gp',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'text/plain': 'txt',
  'text/vcard': 'vcf',
}
/** What browsers play in the page; the rest is downloaded. */
const played: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'video/webm'])
/** Programs, and what starts them. Nobody needs them to decide about a pothole. */
const programs =
  /^application\/(?:x-msdownload|x-dosexec|x-msi|x-elf|x-mach-binary|x\.ms\.shortcut|x\.apple\.alias|x-apple-diskimage|x-iso9660-image|java-vm|java-archive|wasm|vnd\.android\.package-archive|vnd\.ms-cab-compressed|vnd\.debian\.binary-package|x-rpm|x-deb)$/

export type Handed =
  | {
      readonly ok: true
      /** As `Content-Type` has it. */
      readonly type: string
      /** Behind the dot. */
      readonly ending: string
      readonly plays: boolean
    }
  /** A sentence for agents. */
  | { readonly ok: false; readonly why: string }

const reasons: Partial<Readonly<Record<ErrorCode, string>>> = {
  'provider-refused': 'It could not be fetched: its provider does not have it or does not give it out.',
  'too-large': 'It is larger than 311 takes, so it was not kept.',
  unreachable: 'Its author deleted it before it could be fetched.',
  misconfigured: 'It could not be fetched: our own credentials were refused.',
  malformed: 'Its address is none that 311 may fetch from.',
}

/** Whether an agent gets it, and as what. Pure. */
export function handed({ state, role, kind, type, error }: ReviewFile): Handed {
  if (state === 'waiting')
    return { ok: false, why: 'It is still being fetched. Look again in a few minutes.' }
  if (state === 'failed')
    return { ok: false, why: reasons[error ?? 'bug'] ?? 'It could not be fetched, and is not tried again.' }
  if (role === 'mail') return { ok: true, type: 'message/rfc822', ending: 'eml', plays: false }
  if (type !== null && programs.test(type))
    return { ok: false, why: 'It is a program. It is kept, but not handed out here.' }
  const ending = endings[type ?? '']
  if (kind === 'broken' || type === null || ending === undefined)
    return { ok: true, type: 'application/octet-stream', ending: 'bin', plays: false }
  return { ok: true, type, ending, plays: played.has(type) }
}

const names: Readonly<Record<string, string>> = {
  eml: 'The mail as it came',
  pdf: 'PDF document',
  zip: 'ZIP archive',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  txt: 'Text',
  vcf: 'Contact card',
}
/** What it is, in a few words. */
export function fileWords(file: ReviewFile): string {
  const { role, kind, type } = file
  if (role === 'mail') return 'The mail as it came'
  if (kind === 'broken') return 'Damaged file'
  if (programs.test(type ?? '')) return 'Program'
  const named = names[endings[type ?? ''] ?? '']
  if (named !== undefined) return named
  if (type?.startsWith('video/') === true) return 'Video'
  if (type?.startsWith('audio/') === true) return 'Recording'
  if (type?.startsWith('image/') === true) return 'Picture that browsers do not show'
  return 'File'
}

/** `820 KB`, as people say sizes. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Photos and recordings that are there have a place of their own on the page. */
export const isListed = ({ state, kind, shown }: ReviewFile): boolean =>
  state !== 'kept' || !(shown || kind === 'audio')
