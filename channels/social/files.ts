/**
 * Files of a post, and who may be asked for them. https://docs.x.com/x-api/fundamentals/data-dictionary#media
 * @module
 */
import type { MediaSource } from '../../src/core/ports.ts'
import type { MediaRef } from '../../src/core/request.ts'
import { postFiles } from '../_social/files.ts'
import { storableText } from '../storable.ts'
import { type XAccount, xApiUrl } from './api.ts'
import { directFiles } from './direct-files.ts'
import type { Includes, Media } from './schema.ts'

/** The photo itself; of a video the best copy that a phone would load, of anything else its picture. */
function addressOf(media: Media): readonly [url: string, type: string] | null {
  if (media.type === 'photo' && media.url !== undefined) return [media.url, 'image/jpeg']
  const videos = (media.variants ?? [])
    .filter(({ content_type: type, bit_rate: rate }) => type === 'video/mp4' && (rate ?? 0) <= bestBitRate)
    .toSorted((a, b) => (b.bit_rate ?? 0) - (a.bit_rate ?? 0))
  const [best] = videos
  if (best !== undefined) return [best.url, 'video/mp4']
  return media.preview_image_url === undefined ? null : [media.preview_image_url, 'image/jpeg']
}
const bestBitRate = 2_500_000

/** In the order of the post. */
export const mediaRefsOf = (keys: readonly string[], includes: Includes): readonly Omit<MediaRef, 'id'>[] =>
  keys.flatMap((key) => {
    const media = (includes.media ?? []).find((one) => one.media_key === key)
    const found = media === undefined ? null : addressOf(media)
    return found === null ? [] : [{ url: storableText(found[0], ''), announcedType: found[1] }]
  })

/** X's file hosts: those of posts are for everybody, that of direct messages is for our account. */
export function xMedia(account: XAccount): MediaSource {
  const open = postFiles({
    vendor: 'X',
    hosts: ['pbs.twimg.com', 'video.twimg.com'],
    api: { usual: xApiUrl, configured: account.apiUrl },
    maxBytes: 64 * 1024 * 1024,
    timeoutMs: 25_000,
  })
  const direct = directFiles(account)
  return {
    owns: (url) => direct.owns(url) || open.owns(url),
    fetch: (url) => (direct.owns(url) ? direct : open).fetch(url),
  }
}
