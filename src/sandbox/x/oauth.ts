/**
 * Whether a caller knows the keys: a bearer token, or OAuth 1.0a (RFC 5849) with HMAC-SHA1.
 * @module
 */
import { createHmac } from 'node:crypto'
import type { XKeys } from './types.ts'

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** `app` for the bearer token, `user` for our own account, null for a stranger. `url` is the one at X. */
export function callerOf(
  authorization: string,
  method: string,
  url: URL,
  keys: XKeys,
): 'app' | 'user' | null {
  if (authorization === `Bearer ${keys.bearerToken}`) return 'app'
  if (!authorization.startsWith('OAuth ')) return null
  const given = new Map(
    [...authorization.slice('OAuth '.length).matchAll(/(\w{1,40})="([^"]{0,400})"/g)].map(
      ([, name = '', value = '']) => [name, decodeURIComponent(value)],
    ),
  )
  const signature = given.get('oauth_signature')
  if (given.get('oauth_consumer_key') !== keys.appKey || given.get('oauth_token') !== keys.accessToken)
    return null
  const fields = [...given, ...url.searchParams]
    .filter(([name]) => name !== 'oauth_signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&')
  const base = [method, `${url.origin}${url.pathname}`, fields].map(encoded).join('&')
  const secret = `${encoded(keys.appSecret)}&${encoded(keys.accessSecret)}`
  return createHmac('sha1', secret).update(base).digest('base64') === signature ? 'user' : null
}
