/**
 * The AT Protocol over HTTP (XRPC), as our account on its server. https://docs.bsky.app/docs/api/at-protocol-xrpc-api
 * @module
 */
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock } from '../../src/core/ports.ts'
import { callHttp, type HttpResult } from '../call-http.ts'
import { failureOf, isExpired } from './errors.ts'

export interface BlueskyAccount {
  /** `boston311.example.org`, without `@`. */
  readonly handle: string
  /** An app password, not the account's own. */
  readonly appPassword: string
  /** The server that our account lives on. */
  readonly apiUrl: string
}
export const blueskyApiUrl = 'https://bsky.social'

type Query = Readonly<Record<string, string | number | readonly string[]>>
export interface BlueskyApi {
  /** Our account's identifier (DID); signs in where nobody has. */
  did(): Promise<string>
  /**
   * The JSON of a query as text; methods of `chat.bsky` go on to the service that has the direct messages. Reading twice
   * harms nobody: what broke is asked again.
   */
  query(method: string, query: Query): Promise<string>
  /** Throws `unknown-outcome` or `provider-slow` where it may have happened. */
  procedure(method: string, body: unknown): Promise<unknown>
  readonly urlOf: (method: string) => string
}

const Service = z.looseObject({ id: z.string(), serviceEndpoint: z.unknown() })
const Session = z.looseObject({
  did: z.string().startsWith('did:'),
  accessJwt: z.string().min(1),
  didDoc: z.looseObject({ service: z.array(Service).default([]) }).optional(),
})
type Session = z.infer<typeof Session>
const timeoutMs = 8_000
const maxBytes = 4_000_000

/** Whose direct messages the account's own server hands on. https://docs.bsky.app/docs/advanced-guides/api-directory */
const chatHeader = { 'atproto-proxy': 'did:web:api.bsky.chat#bsky_chat' } as const
const isChat = (method: string): boolean => method.startsWith('chat.bsky.')

/** Errors as in `errors.ts`. One session serves until the server says that it has expired. */
export function blueskyApi(account: BlueskyAccount, clock: Clock): BlueskyApi {
  const urlOf = (method: string, root = account.apiUrl): string =>
    `${root.replace(/\/+$/, '')}/xrpc/${method}`
  /** What everybody signs in at hands nothing on: that is for the server where the account lives. */
  function rootFor(method: string, { didDoc }: Session): string {
    if (!isChat(method) || account.apiUrl !== blueskyApiUrl) return account.apiUrl
    const home = didDoc?.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint
    return typeof home === 'string' && /^https:\/\/[\w.-]{1,200}\/?$/.test(home) ? home : account.apiUrl
  }
  let session: Promise<Session> | null = null

  const call = (
    method: 'GET' | 'POST',
    url: string,
    token: string | null,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ) =>
    callHttp({
      vendor: 'Bluesky',
      method,
      url,
      headers: {
        ...more,
        accept: 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs,
      maxBytes,
    })
  async function signIn(): Promise<Session> {
    const body = { identifier: account.handle, password: account.appPassword }
    const result = await again(call('POST', urlOf('com.atproto.server.createSession'), null, body))
    if (result.status !== 200) throw failureOf(result, clock.now())
    const made = Session.safeParse(jsonOf(result))
    if (!made.success) throw new AppError('provider-away', 'Bluesky opened no session')
    return made.data
  }
  /** Who signs in waits for whoever does so already; a failure is nobody else's. */
  function current(): Promise<Session> {
    session ??= signIn().catch((error: unknown) => {
      session = null
      throw error
    })
    return session
  }
  async function authorised(send: (session: Session) => Promise<HttpResult>): Promise<HttpResult> {
    const opened = current()
    const result = await send(await opened)
    if (!isExpired(result)) return result
    if (session === opened) session = null
    return send(await current())
  }
  return {
    urlOf,
    did: async () => (await current()).did,
    async query(method, query) {
      const asked = new URLSearchParams()
      for (const [name, value] of Object.entries(query))
        for (const one of typeof value === 'object' ? value : [value]) asked.append(name, String(one))
      const result = await authorised((opened) => {
        const url = `${urlOf(method, rootFor(method, opened))}?${asked}`
        return again(call('GET', url, opened.accessJwt, undefined, isChat(method) ? chatHeader : {}))
      })
      if (result.status !== 200) throw failureOf(result, clock.now())
      return result.bytes.toString()
    },
    async procedure(method, body) {
      const result = await authorised((opened) => {
        const url = urlOf(method, rootFor(method, opened))
        return call('POST', url, opened.accessJwt, body, isChat(method) ? chatHeader : {})
      })
      if (result.status !== 200) throw failureOf(result, clock.now())
      return jsonOf(result)
    },
  }
}

/** What can be asked again harmlessly was just away. */
async function again(work: Promise<HttpResult>): Promise<HttpResult> {
  try {
    return await work
  } catch (thrown) {
    const error = asAppError(thrown)
    if (error.code !== 'unknown-outcome' && error.code !== 'provider-slow') throw error
    throw new AppError('provider-away', error.message, { cause: error })
  }
}

function jsonOf({ bytes }: HttpResult): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
