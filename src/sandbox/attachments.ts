/**
 * Files that a phone of the sandbox sends. A carrier hands on what it gets, broken or not, so a file is only
 * checked for its size and for the type it claims: what it really is, is for the gateway to find out.
 * @module
 */
import { randomUUID } from 'node:crypto'
import type { Attachment } from './phones.ts'

/** Everything a message may weigh. */
export const maxUploadBytes = 8 * 1024 * 1024
export const maxAttachments = 10

/** https://www.twilio.com/docs/messaging/guides/accepted-mime-types, those that phones send. By file name suffix. */
const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heif',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
  mov: 'video/quicktime',
  amr: 'audio/amr',
  mp3: 'audio/mpeg',
  vcf: 'text/vcard',
  pdf: 'application/pdf',
}
const known: ReadonlySet<string> = new Set([...Object.values(types), 'text/x-vcard'])

/** For the `accept` of a file input. */
export const acceptedTypes: string = [...known, ...Object.keys(types).map((suffix) => `.${suffix}`)].join(',')

export interface KeptFile extends Attachment {
  readonly bytes: Uint8Array
}

/** What a browser says of a file it does not know. */
const unsaid: ReadonlySet<string> = new Set(['', 'application/octet-stream'])

/** The type a file claims, by its own word or else by its name; null where a phone would not send it. */
export function claimedType(file: { readonly name: string; readonly type: string }): string | null {
  const said = file.type.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!unsaid.has(said)) return known.has(said) ? said : null
  return types[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? null
}

/** Pictures that a browser can be trusted to show. */
export const isPicture = (type: string): boolean => /^image\/(jpeg|png|gif|webp)$/.test(type)

/** Keeps the latest files for the screens, oldest out first. */
export function attachmentStore(maxBytes = 64 * 1024 * 1024) {
  const files = new Map<string, KeptFile>()
  let bytes = 0
  return {
    keep(label: string, type: string, content: Uint8Array): KeptFile {
      const file = { id: randomUUID(), label, type, bytes: content }
      files.set(file.id, file)
      bytes += content.length
      for (const [id, old] of files) {
        if (bytes <= maxBytes || id === file.id) break
        files.delete(id)
        bytes -= old.bytes.length
      }
      return file
    },
    read: (id: string): KeptFile | null => files.get(id) ?? null,
  }
}
