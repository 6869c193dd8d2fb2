/**
 * X's API v2: the library signs and knows the paths, our own HTTP sends, so that an outcome nobody knows is told from
 * one that is known. https://docs.x.com/x-api
 * @module
 */
import { type ITwitterApiClientPlugin, TwitterApi } from 'twitter-api-v2'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock } from '../../src/core/ports.ts'
import { callHttp } from '../call-http.ts'
import { failureOf } from './errors.ts'

export interface XAccount {
  /** Of our own account, digits. */
  readonly userId: string
  readonly appKey: string
  readonly appSecret: string
  readonly accessToken: string
  readonly accessSecret: string
  /** Reads with the application's own rights where it is set, else with the account's. */
  readonly bearerToken: string | null
  /** `https://api.x.com`, or what stands in its place. */
  readonly apiUrl: string
}
export const xApiUrl = 'https://api.x.com'

/** What is left of a limit, where X says so. */
export interface Answer {
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
}
export type Query = Readonly<Record<string, string | number>>
export interface XApi {
  /** Reading twice harms nobody: what broke is asked again. */
  read(path: string, query: Query, as?: 'app' | 'user'): Promise<Answer>
  /** Throws `unknown-outcome` or `provider-slow` where it may have happened. */
  post(text: string, inReplyTo: string): Promise<unknown>
  direct(participant: string, text: string): Promise<unknown>
}

const timeoutMs = 9_000
const maxBytes = 4_000_000

/** Errors as in `errors.ts`. */
export function xApi(account: XAccount, clock: Clock): XApi {
  const plugins = [sendBy(account.apiUrl, clock)]
  const user = new TwitterApi(
    {
      appKey: account.appKey,
      appSecret: account.appSecret,
      accessToken: account.accessToken,
      accessSecret: account.accessSecret,
    },
    { plugins },
  ).v2
  const app = account.bearerToken === null ? user : new TwitterApi(account.bearerToken, { plugins }).v2
  return {
    async read(path, query, as = 'app') {
      try {
        const client = as === 'app' ? app : user
        const { data, headers } = await client.get(path, { ...query }, { fullResponse: true })
        return { body: data, headers }
      } catch (thrown) {
        const error = asAppError(thrown)
        if (error.code !== 'unknown-outcome' && error.code !== 'provider-slow') throw error
        throw new AppError('provider-away', error.message, { cause: error })
      }
    },
    post: (text, inReplyTo) => user.readWrite.tweet({ text, reply: { in_reply_to_tweet_id: inReplyTo } }),
    direct: (participant, text) => user.readWrite.sendDmToParticipant(participant, { text }),
  }
}

export interface Signed {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}
/** The library's own preparation of a request; it has no door of its own for another address. */
export interface Prepares {
  getHttpRequestArgs(params: unknown): Signed
}

/** Signed for X's own address, sent to the configured one. */
const sendBy = (apiUrl: string, clock: Clock): ITwitterApiClientPlugin => ({
  async onBeforeRequestConfig({ client, params }) {
    const { url, method, headers, body } = (client as unknown as Prepares).getHttpRequestArgs(params)
    const result = await callHttp({
      vendor: 'X',
      method: method === 'POST' ? 'POST' : 'GET',
      url: `${apiUrl.replace(/\/+$/, '')}${url.pathname}${url.search}`,
      headers: { ...headers, accept: 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body).toString() }),
      timeoutMs,
      maxBytes,
    })
    const answer = jsonOf(result.bytes.toString())
    if (result.status < 200 || result.status > 299)
      throw failureOf(result.status, answer, result.headers, clock.now())
    if (answer === undefined)
      throw new AppError(
        method === 'POST' ? 'unknown-outcome' : 'provider-away',
        'X answered what is no JSON',
      )
    return { headers: result.headers, data: answer }
  },
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
