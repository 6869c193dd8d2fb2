/**
 * Fetches files that came with messages. https://www.twilio.com/docs/messaging/api/media-resource
 * @module
 */
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { FetchedMedia, MediaSource } from '../../src/core/ports.ts'
import { callHttp, type HttpResult } from '../call-http.ts'
import { isRedirectTarget, isSource } from './hosts.ts'
import { type TwilioAccount, twilioApiUrl, withTokens } from './rest.ts'

/** Twilio takes up to 16 MB on its rich channels, 5 MB on MMS. */
const defaultMaxBytes = 16 * 1024 * 1024
const defaultTimeoutMs = 20_000
const maxRedirects = 3

/** Limits are for tests; what they are otherwise stands above. */
export interface TwilioMediaConfig extends TwilioAccount {
  readonly maxBytes?: number
  readonly timeoutMs?: number
}

/**
 * The first request carries our credentials, a redirect to another origin does not. Errors: `provider-away` also
 * for 404, because a file may appear after its message; `misconfigured` 401 and 403; `provider-refused` a host
 * that is not on the list, 410 and other 4xx; `too-large`.
 */
export function twilioMedia(config: TwilioMediaConfig): MediaSource {
  const api = new URL(config.apiUrl)
  const authorised = withTokens(config)
  const maxBytes = config.maxBytes ?? defaultMaxBytes
  const timeoutMs = config.timeoutMs ?? defaultTimeoutMs

  const get = (url: URL, headers: Readonly<Record<string, string>>) =>
    callHttp({
      vendor: 'Twilio',
      method: 'GET',
      url: url.href,
      headers: { accept: '*/*', ...headers },
      timeoutMs,
      maxBytes,
    })

  const owns = (url: string) => URL.canParse(url) && isSource(new URL(url), api)
  return {
    owns,
    async fetch(address) {
      if (!owns(address)) throw new AppError('provider-refused', 'the file is not at Twilio')
      const start = atConfiguredApi(new URL(address), config.apiUrl)
      try {
        let result = await authorised((authorization) => get(start, { authorization }))
        let at = start
        for (let hop = 0; isRedirect(result); hop += 1) {
          if (hop === maxRedirects) throw new AppError('provider-refused', 'too many redirects')
          at = target(result, at)
          if (!isRedirectTarget(at, api))
            throw new AppError('provider-refused', 'redirected to a foreign host')
          const next = at
          result =
            next.origin === start.origin
              ? await authorised((authorization) => get(next, { authorization }))
              : await get(next, {})
        }
        return fetched(result)
      } catch (thrown) {
        const error = asAppError(thrown)
        // Reading twice harms nobody: a broken answer is just one that has to be asked for again.
        if (error.code !== 'unknown-outcome') throw error
        throw new AppError('provider-away', error.message, { cause: error })
      }
    },
  }
}

/** Where another address stands in for Twilio's API, its files are asked for there too. */
function atConfiguredApi(url: URL, apiUrl: string): URL {
  if (url.hostname !== new URL(twilioApiUrl).hostname || apiUrl === twilioApiUrl) return url
  return new URL(`${apiUrl.replace(/\/+$/, '')}${url.pathname}${url.search}`)
}

const isRedirect = (result: HttpResult) =>
  [301, 302, 303, 307, 308].includes(result.status) && result.headers.location !== undefined

function target(result: HttpResult, from: URL): URL {
  const location = result.headers.location ?? ''
  if (!URL.canParse(location, from.href)) throw new AppError('provider-refused', 'redirected to no address')
  return new URL(location, from)
}

function fetched(result: HttpResult): FetchedMedia {
  const { status } = result
  const coded = { providerCode: String(status) }
  if (status === 200) {
    return {
      bytes: result.bytes,
      announcedType: result.headers['content-type'] ?? 'application/octet-stream',
    }
  }
  if (status === 404) throw new AppError('provider-away', 'Twilio does not have the file yet', coded)
  if (status === 401 || status === 403)
    throw new AppError('misconfigured', 'Twilio refused our credentials', coded)
  if (status === 429) throw new AppError('rate-limited', 'too many requests', coded)
  if (status >= 400 && status < 500) throw new AppError('provider-refused', `HTTP ${status}`, coded)
  throw new AppError('provider-away', `HTTP ${status}`, coded)
}
