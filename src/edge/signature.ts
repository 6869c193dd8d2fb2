/**
 * Who sent this: X-Twilio-Signature with WebCrypto. Takes exactly what the gateway takes (channels/_twilio),
 * which takes what Twilio's own library takes; a property test holds the three together.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 * @module
 */
import type { Fields } from './form.ts'
import { formFields } from './form.ts'

export interface SignedRequest {
  /** As it came in: only its port and what follows the host count. */
  readonly url: string
  /** Empty where the header is missing. */
  readonly signature: string
  readonly body: string
}
export interface Signer {
  readonly publicUrl: string
  /** Several during a rotation; each is tried. */
  readonly authTokens: readonly string[]
}

/** Base64 of 20 bytes. Anything else is refused before any hashing. */
const signatureShape = /^[A-Za-z0-9+/]{27}=$/
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/**
 * True where one of the tokens made the signature. A form is covered field by field; a JSON body only by the
 * hash in the query (`bodySHA256`), so a body without that hash is read as a form, whatever its type says.
 */
export async function isSigned(request: SignedRequest, { publicUrl, authTokens }: Signer): Promise<boolean> {
  const signature = signatureBytes(request.signature)
  if (signature === null) return false
  const hashed = /[?&]bodySHA256=/.test(request.url)
  const fields = hashed ? '' : signedFields(formFields(request.body))
  const keys = await Promise.all(authTokens.map(hmacKey))
  for (const url of configuredUrls(request.url, publicUrl)) {
    if (!URL.canParse(url)) continue
    if (hashed && new URL(url).searchParams.get('bodySHA256') !== (await sha256(request.body))) continue
    // Compares in constant time.
    for (const spelled of spellings(url))
      for (const key of keys)
        if (await crypto.subtle.verify('HMAC', key, signature, bytesOf(spelled + fields))) return true
  }
  return false
}

/** Null where it is no signature, or base64 that another spelling of the same bytes would be. */
function signatureBytes(text: string): Uint8Array<ArrayBuffer> | null {
  if (!signatureShape.test(text)) return null
  const binary = atob(text)
  return btoa(binary) === text ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : null
}

const hmacKey = (token: string) =>
  crypto.subtle.importKey('raw', bytesOf(token), { name: 'HMAC', hash: 'SHA-1' }, false, ['verify'])

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Names in the order of code units, each with each of its different values, with nothing in between. */
function signedFields(fields: Fields): string {
  const names = [...fields.keys()].sort()
  return names
    .flatMap((name) => [...new Set(fields.get(name))].sort().map((value) => `${name}${value}`))
    .join('')
}

/** `scheme://authority rest`, without the fragment; null where it is no absolute URL. */
function partsOf(url: string) {
  const [whole, scheme = '', authority = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/i.exec(url) ?? []
  return whole === undefined ? null : { scheme, authority, rest }
}

/**
 * The URL below our configured root, and the same with the port of the request where the root names none and
 * the request came to that very host. No forwarded header ever counts.
 */
function configuredUrls(seen: string, publicUrl: string): readonly string[] {
  const root = publicUrl.replace(/\/+$/, '')
  const [came, ours] = [partsOf(seen), partsOf(root)]
  if (came === null || ours === null) return []
  const rest = pathBelow(came.rest, ours.rest)
  const urls = [`${root}${rest}`]
  const port = /:\d+$/.exec(came.authority)?.[0]
  const host = came.authority.replace(/:\d+$/, '')
  if (port !== undefined && host.toLowerCase() === ours.authority.toLowerCase())
    urls.push(`${ours.scheme}://${ours.authority}${port}${ours.rest}${rest}`)
  return urls
}

/** The Worker sees the path before ours that a proxy takes off for the gateway. */
export const pathBelow = (path: string, prefix: string): string =>
  prefix !== '' && (path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}?`))
    ? path.slice(prefix.length)
    : path

/**
 * Ways in which Twilio may have spelled the URL when it signed: as configured or as `new URL` writes it, the
 * latter also with its query quoted anew; each without a port and with one.
 */
function spellings(url: string): ReadonlySet<string> {
  const written = new URL(url).toString()
  const both = [withoutPort(written), withPort(written)]
  return new Set([withoutPort(url), withPort(url), ...both, ...both.map(requoted)])
}

/** `user@host:port` apart. A colon inside of an IPv6 literal starts no port. */
function authorityOf(url: string) {
  const [head = '', scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)/i.exec(url) ?? []
  const [, user = '', host = '', port = ''] = /^(.*@)?(\[.*\][^:]*|[^:]*)(:.*)?$/s.exec(authority) ?? []
  return { scheme, user, host, port, rest: url.slice(head.length) }
}

function withoutPort(url: string): string {
  const { scheme, user, host, rest } = authorityOf(url)
  return `${scheme}${user}${host}${rest}`
}

function withPort(url: string): string {
  const { scheme, user, host, port, rest } = authorityOf(url)
  if (port !== '') return url
  return `${scheme}${user}${host}${scheme.toLowerCase() === 'https://' ? ':443' : ':80'}${rest}`
}

/** Node's `querystring` reads this many pairs and no more. */
const mostPairs = 1_000

/** The query parsed and written again the way Node's `querystring` does: grouped by name, quoted for a URI. */
function requoted(url: string): string {
  const start = url.indexOf('?')
  if (start === -1 || start === url.length - 1) return url
  // Names that look like array indexes come first there, as in any object.
  const groups: Record<string, string[]> = Object.create(null)
  const pairs = url
    .slice(start + 1)
    .split('&')
    .filter((pair) => pair !== '')
  for (const pair of pairs.slice(0, mostPairs)) {
    // Without the `&`, a question mark in front would be taken off.
    const [[name, value] = ['', '']] = new URLSearchParams(`&${pair}`)
    const values = groups[name] ?? []
    groups[name] = [...values, value]
  }
  const query = Object.entries(groups).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  )
  return `${url.slice(0, start)}?${query.join('&')}`
}
