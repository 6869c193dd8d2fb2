/**
 * Pictures of posts, and who may be asked for them.
 * @module
 */
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { MediaSource } from '../../src/core/ports.ts'
import { callHttp } from '../call-http.ts'
import { blueskyApiUrl } from './api.ts'

const host = 'cdn.bsky.app'
const maxBytes = 16 * 1024 * 1024
const timeoutMs = 20_000

/**
 * Bluesky's file host over https, and where another address stands in for Bluesky, that one; no others. Errors:
 * `provider-refused` 4xx, `rate-limited`, `provider-away`, `too-large`.
 */
export function blueskyMedia({ apiUrl }: { readonly apiUrl: string }): MediaSource {
  const owns = (address: string): boolean => {
    if (!URL.canParse(address)) return false
    const url = new URL(address)
    if (url.username !== '' || url.password !== '') return false
    if (url.origin === `https://${host}`) return true
    return apiUrl !== blueskyApiUrl && url.origin === new URL(apiUrl).origin
  }
  return {
    owns,
    async fetch(address) {
      if (!owns(address)) throw new AppError('provider-refused', 'the file is not at Bluesky')
      const call = {
        vendor: 'Bluesky',
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
