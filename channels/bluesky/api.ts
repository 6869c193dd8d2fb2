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
  /** The JSON of a query as text. Reading twice harms nobody: what broke is asked again. */
  query(method: string, query: Query): Promise<string>
  /** Throws `unknown-outcome` or `provider-slow` where it may have happened. */
  procedure(method: string, body: unknown): Promise<unknown>
  readonly urlOf: (method: string) => string
}

const Session = z.looseObject({ did: z.string().startsWith('did:'), accessJwt: z.string().min(1) })
type Session = z.infer<typeof Session>
const timeoutMs = 8_000
const maxBytes = 4_000_000

/** Errors as in `errors.ts`. One session serves until the server says that it has expired. */
export function blueskyApi(account: BlueskyAccount, clock: Clock): BlueskyApi {
  const urlOf = (method: string): string => `${account.apiUrl.replace(/\/+$/, '')}/xrpc/${method}`
  let session: Promise<Session> | null = null

  const call = (method: 'GET' | 'POST', url: string, token: string | null, body?: unknown) =>
    callHttp({
      vendor: 'Bluesky',
      method,
      url,
      headers: {
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
  async function authorised(send: (token: string) => Promise<HttpResult>): Promise<HttpResult> {
    const opened = current()
    const result = await send((await opened).accessJwt)
    if (!isExpired(result)) return result
    if (session === opened) session = null
    return send((await current()).accessJwt)
  }
  return {
    urlOf,
    did: async () => (await current()).did,
    async query(method, query) {
      const url = new URL(urlOf(method))
      for (const [name, value] of Object.entries(query))
        for (const one of typeof value === 'object' ? value : [value])
          url.searchParams.append(name, String(one))
      const result = await authorised((token) => again(call('GET', url.href, token)))
      if (result.status !== 200) throw failureOf(result, clock.now())
      return result.bytes.toString()
    },
    async procedure(method, body) {
      const result = await authorised((token) => call('POST', urlOf(method), token, body))
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
