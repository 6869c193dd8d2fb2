/**
 * Files of residents: where they come from, and where they are kept.
 * @module
 */
import type { MediaId } from '../request.ts'
import type { MediaKind } from '../turn.ts'

export interface FetchedMedia {
  readonly bytes: Uint8Array
  /** What the sender's server said it is. */
  readonly announcedType: string
}
/** Where files of a channel come from. Throws AppError; `provider-refused` means it will never come. */
export interface MediaSource {
  owns(url: string): boolean
  fetch(url: string): Promise<FetchedMedia>
}
/** What we know of a file after looking at its bytes. `type` is the true MIME type. Lengths in bytes and pixels. */
export interface KeptMedia {
  readonly kind: MediaKind
  readonly type: string
  readonly bytes: number
  readonly sha256: string
  readonly width: number | null
  readonly height: number | null
  readonly point: { readonly lat: number; readonly lon: number } | null
  /** Whether a public copy (no metadata) and a thumbnail exist. */
  readonly shown: boolean
}
export type MediaVariant = 'original' | 'public' | 'thumbnail'
/** Keeps files. The original is unaltered and never public. */
export interface MediaStore {
  /** Keeps the bytes of a file that came inside a delivery, before anything is known of it. Durable; idempotent. */
  hold(id: MediaId, bytes: Uint8Array): Promise<void>
  /** What was held; null where there is none. */
  held(id: MediaId): Promise<Uint8Array | null>
  /** Looks at the bytes, keeps the original, makes the public copy and the thumbnail where it can. Idempotent. */
  keep(id: MediaId, media: FetchedMedia): Promise<KeptMedia>
  /** Null where there is none. */
  read(
    id: MediaId,
    variant: MediaVariant,
  ): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>
}
