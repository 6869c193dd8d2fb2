/**
 * Files of posts lie on a network's own hosts, for everybody: nothing of ours is sent along.
 * @module
 */
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { MediaSource } from '../../src/core/ports.ts'
import { callHttp } from '../call-http.ts'

export interface PostFilesConfig {
  /** As errors name the network. */
  readonly vendor: string
  /** Asked over https, at its own port. */
  readonly hosts: readonly string[]
  /** Where another address stands in for the network's API, that one may be asked too. */
  readonly api: { readonly usual: string; readonly configured: string }
  readonly maxBytes: number
  readonly timeoutMs: number
}

/** No other hosts than these are asked. Errors: `provider-refused` 4xx, `rate-limited`, `provider-away`, `too-large`. */
export function postFiles({ vendor, hosts, api, maxBytes, timeoutMs }: PostFilesConfig): MediaSource {
  const owns = (address: string): boolean => {
    if (!URL.canParse(address)) return false
    const url = new URL(address)
    if (url.username !== '' || url.password !== '') return false
    if (hosts.some((host) => url.origin === `https://${host}`)) return true
    return api.configured !== api.usual && url.origin === new URL(api.configured).origin
  }
  return {
    owns,
    async fetch(address) {
      if (!owns(address)) throw new AppError('provider-refused', `the file is not at ${vendor}`)
      const headers = { accept: '*/*' }
      const call = { vendor, method: 'GET', url: address, headers, timeoutMs, maxBytes } as const
      const result = await callHttp(call).catch((thrown: unknown) => {
        const error = asAppError(thrown)
        // Reading twice harms nobody: a broken answer is just one that has to be asked for again.
        if (error.code !== 'unknown-outcome') throw error
        throw new AppError('provider-away', error.message, { cause: error })
      })
      const { status, bytes } = result
      const coded = { providerCode: String(status) }
      if (status === 200)
        return { bytes, announcedType: result.headers['content-type'] ?? 'application/octet-stream' }
      if (status === 429) throw new AppError('rate-limited', 'too many requests', coded)
      if (status < 500) throw new AppError('provider-refused', `HTTP ${status}`, coded)
      throw new AppError('provider-away', `HTTP ${status}`, coded)
    },
  }
}
