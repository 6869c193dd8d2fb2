/**
 * Files of direct messages. They lie at a private host of X that wants our account's signature (OAuth 1.0a), and the
 * signature goes to no other. https://docs.x.com/x-api/direct-messages/media/migrate
 * @module
 */
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { FetchedMedia, MediaSource } from '../../src/core/ports.ts'
import { callHttp } from '../call-http.ts'
import { type Prepares, type XAccount, xApiUrl } from './api.ts'

const host = 'https://ton.twitter.com'
/** The last three parts name the file, whichever way leads there; the one that takes a signature is `1.1`. */
const path = /^\/(?:1\.1|i)\/ton\/data\/dm\/(\d{1,25}\/\d{1,25}\/[\w-]{1,100}\.\w{1,8})$/
const maxBytes = 16 * 1024 * 1024
const timeoutMs = 25_000

/** Errors: `misconfigured` 401 and 403, `provider-refused` other 4xx and redirects, `rate-limited`, `provider-away`. */
export function directFiles(
  account: Pick<XAccount, 'appKey' | 'appSecret' | 'accessToken' | 'accessSecret' | 'apiUrl'>,
): MediaSource {
  const { appKey, appSecret, accessToken, accessSecret, apiUrl } = account
  const ownRoot = apiUrl === xApiUrl ? null : new URL(apiUrl).origin
  /** Where the bytes are asked for, and the address that is signed for. */
  function asked(address: string): { readonly root: string; readonly signed: string } | null {
    if (!URL.canParse(address)) return null
    const { origin, pathname, username, password } = new URL(address)
    const file = path.exec(pathname)?.[1]
    if (file === undefined || username !== '' || password !== '') return null
    if (origin !== host && origin !== ownRoot) return null
    return { root: origin, signed: `${host}/1.1/ton/data/dm/${file}` }
  }
  const send: (root: string) => ITwitterApiClientPlugin = (root) => ({
    async onBeforeRequestConfig({ client, params }) {
      const { url, headers } = (client as unknown as Prepares).getHttpRequestArgs(params)
      const { status, ...result } = await callHttp({
        vendor: 'X',
        method: 'GET',
        url: `${root}${url.pathname}`,
        headers: { ...headers, accept: '*/*' },
        timeoutMs,
        maxBytes,
      })
      if (status === 200) return { headers: result.headers, data: result.bytes }
      const coded = { providerCode: String(status) }
      if (status === 429) throw new AppError('rate-limited', 'too many requests', coded)
      if (status === 401 || status === 403) throw new AppError('misconfigured', `HTTP ${status}`, coded)
      throw new AppError(status < 500 ? 'provider-refused' : 'provider-away', `HTTP ${status}`, coded)
    },
  })
  return {
    owns: (address) => asked(address) !== null,
    async fetch(address): Promise<FetchedMedia> {
      const at = asked(address)
      if (at === null) throw new AppError('provider-refused', 'no file of a direct message')
      const client = new TwitterApi(
        { appKey, appSecret, accessToken, accessSecret },
        { plugins: [send(at.root)] },
      )
      const { data, headers } = await client
        .get<Buffer>(at.signed, {}, { fullResponse: true })
        .catch((thrown: unknown) => {
          const error = asAppError(thrown)
          if (error.code !== 'unknown-outcome') throw error
          throw new AppError('provider-away', error.message, { cause: error })
        })
      return { bytes: data, announcedType: textOf(headers['content-type']) ?? 'application/octet-stream' }
    },
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
