/**
 * Who sent this: X-Twilio-Signature, over the URL as configured at Twilio and every field received.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 * @module
 */
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js'
import type { HttpRequest } from '../../src/core/ports.ts'
import { formFields, hasBodyHash } from './form.ts'

/** `publicUrl` is our root as Twilio knows it (a path prefix is allowed); null: the URL as the server saw it. */
export interface SignatureConfig {
  /** Several during a rotation; each is tried. */
  readonly authTokens: readonly string[]
  readonly publicUrl: string | null
}

/** Base64 of 20 bytes of HMAC-SHA1. Anything else is refused before any hashing. */
const signatureShape = /^[A-Za-z0-9+/]{27}=$/
const urlShape = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/i

/**
 * URLs Twilio may have signed. Behind a proxy only the configured root counts, never a forwarded header.
 * Where that root names no port and the request came to the same host with one, Twilio may have signed the port.
 */
export function signedUrls(request: HttpRequest, publicUrl: string | null): readonly string[] {
  const [whole, , authority = '', rest = ''] = urlShape.exec(request.url) ?? []
  if (whole === undefined) return []
  if (publicUrl === null) return [whole]
  const root = publicUrl.replace(/\/+$/, '')
  const [, scheme, ours = ''] = urlShape.exec(root) ?? []
  if (scheme === undefined) return []
  const port = /:(\d+)$/.exec(authority)?.[1]
  const sameHost = authority.replace(/:\d+$/, '').toLowerCase() === ours.toLowerCase()
  const withPort =
    port !== undefined && sameHost
      ? [`${scheme}://${ours}:${port}${root.slice(scheme.length + 3 + ours.length)}${rest}`]
      : []
  return [`${root}${rest}`, ...withPort]
}

/**
 * True where one of our tokens made the signature. A form is covered field by field; a JSON body only by the
 * hash in the query, so a body without that hash is always read as a form, whatever its type says.
 */
export function isSigned(request: HttpRequest, config: SignatureConfig): boolean {
  const signature = request.headers['x-twilio-signature'] ?? ''
  if (!signatureShape.test(signature)) return false
  const hashed = hasBodyHash(request.url)
  const fields = hashed ? {} : formFields(request.body)
  return signedUrls(request, config.publicUrl).some((url) => {
    // The validator ends in `new URL`, which throws on what is no URL.
    if (!URL.canParse(url)) return false
    return config.authTokens.some((token) =>
      hashed
        ? validateRequestWithBody(token, signature, url, request.body)
        : validateRequest(token, signature, url, fields),
    )
  })
}
