/**
 * One HTTP call, and what can be said of it afterwards: answered, never sent, or nobody knows.
 * @module
 */
import type { Form } from './types.ts'

export type Called =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly retryAfter: string | null
      readonly text: string
    }
  /** No server had it: a refused connection, an unknown name, a certificate. */
  | { readonly kind: 'not-sent'; readonly why: string; readonly ours: boolean }
  /** The server may have acted on it. */
  | { readonly kind: 'no-answer'; readonly why: string; readonly slow: boolean }

export interface Call {
  readonly url: string
  /** Null: GET. */
  readonly form: Form | null
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export const encoded = (form: Form): URLSearchParams =>
  new URLSearchParams(form.map(([name, value]): [string, string] => [name, value]))

/** Larger than a page of a hundred requests with 4,000 characters each, in the wordiest XML. */
const maxBytes = 4_000_000

/**
 * Never throws. A redirect is an answer and not followed: the server's word must not send us, and what we ask, to
 * hosts that only we can reach.
 */
export async function call({ url, form, headers, signal }: Call): Promise<Called> {
  try {
    const response = await fetch(url, {
      method: form === null ? 'GET' : 'POST',
      headers,
      redirect: 'manual',
      signal,
      ...(form !== null && { body: encoded(form) }),
    })
    const text = await limited(response)
    if (text === null)
      return { kind: 'no-answer', why: `an answer of more than ${maxBytes} bytes`, slow: false }
    return {
      kind: 'answered',
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      text,
    }
  } catch (thrown) {
    return judged(thrown, signal.aborted)
  }
}

async function limited(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Codes of Node's network under fetch: before these, nothing of the call had left. */
const beforeSending: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** Of a certificate, or of an address that is none: ours to mend. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const ofTheSettings =
  /^(?:ERR_TLS_|ERR_INVALID_URL|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET|VERIFY)_)/

function judged(thrown: unknown, aborted: boolean): Called {
  const code = codeOf(thrown)
  if (aborted) return { kind: 'no-answer', why: 'no answer in time', slow: true }
  if (ofTheSettings.test(code)) return { kind: 'not-sent', why: code, ours: true }
  if (beforeSending.has(code)) return { kind: 'not-sent', why: code, ours: false }
  return { kind: 'no-answer', why: code, slow: false }
}

function codeOf(thrown: unknown): string {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === 'ETIMEDOUT' && syscall === 'connect') return 'UND_ERR_CONNECT_TIMEOUT'
    if (typeof code === 'string') return code
  }
  return 'connection lost'
}
