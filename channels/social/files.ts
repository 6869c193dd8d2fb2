/**
 * Files of a post, and who may be asked for them. https://docs.x.com/x-api/fundamentals/data-dictionary#media
 * @module
 */
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { MediaSource } from '../../src/core/ports.ts'
import type { MediaRef } from '../../src/core/request.ts'
import { callHttp } from '../call-http.ts'
import { storableText } from '../storable.ts'
import { xApiUrl } from './api.ts'
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

const hosts = new Set(['pbs.twimg.com', 'video.twimg.com'])
const maxBytes = 64 * 1024 * 1024
const timeoutMs = 25_000

/**
 * X's file hosts over https, and where another address stands in for X, that one; no others. Nothing of ours is sent
 * along. Errors: `provider-refused` 4xx, `rate-limited`, `provider-away`, `too-large`.
 */
export function xMedia({ apiUrl }: { readonly apiUrl: string }): MediaSource {
  const owns = (address: string): boolean => {
    if (!URL.canParse(address)) return false
    const url = new URL(address)
    if (url.username !== '' || url.password !== '') return false
    if (url.protocol === 'https:' && hosts.has(url.hostname) && url.port === '') return true
    return apiUrl !== xApiUrl && url.origin === new URL(apiUrl).origin
  }
  return {
    owns,
    async fetch(address) {
      if (!owns(address)) throw new AppError('provider-refused', 'the file is not at X')
      const call = {
        vendor: 'X',
        method: 'GET',
        url: address,
        headers: { accept: '*/*' },
        timeoutMs,
        maxBytes,
      } as const
      const { status, headers, bytes } = await callHttp(call).catch((thrown: unknown) => {
        const error = asAppError(thrown)
        if (error.code !== 'unknown-outcome') throw error
        throw new AppError('provider-away', error.message, { cause: error })
      })
      const coded = { providerCode: String(status) }
      if (status === 200)
        return { bytes, announcedType: headers['content-type'] ?? 'application/octet-stream' }
      if (status === 429) throw new AppError('rate-limited', 'too many requests', coded)
      if (status < 500) throw new AppError('provider-refused', `HTTP ${status}`, coded)
      throw new AppError('provider-away', `HTTP ${status}`, coded)
    },
  }
}
