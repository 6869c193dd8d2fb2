/**
 * The optional edge: a Cloudflare Worker that relays webhooks to the gateway and nothing else. It keeps
 * nothing; while the gateway is away it says 503 so that the provider tries again. It does not verify:
 * signatures are checked once, by the gateway, against PUBLIC_URL.
 * https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/
 * @module
 */

/** Set in wrangler.toml. */
export interface Env {
  /** Root of the gateway as the Worker reaches it. Not PUBLIC_URL: that is the Worker's own root. */
  readonly ORIGIN: string
}

/** As the gateway's own limit. Bytes. */
const largestBody = 1_000_000
/** Below the read timeout that channels/sms/README.md sets at Twilio, so that our 503 arrives before it hangs up. */
const answerWithinMs = 4_000

/** Between two hops only (RFC 9110, section 7.6.1), or made anew for the next one. */
const perHop = [
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
]

/** What a proxy in front of the gateway says while nobody is behind it; 52x and 530 are Cloudflare's own. */
const isAway = (status: number): boolean =>
  status === 502 || status === 504 || (status >= 520 && status <= 530)

const plain = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain', ...headers } })

const away = (): Response => plain(503, 'the gateway does not answer', { 'retry-after': '5' })

/** Relays one webhook: method, path, query, headers and body as they came. Never throws. */
export async function relay(request: Request, env: Env, withinMs = answerWithinMs): Promise<Response> {
  const url = new URL(request.url)
  if (!url.pathname.startsWith('/webhooks/')) return plain(404, 'Nothing is here.')
  if (request.method !== 'POST' && request.method !== 'GET')
    return plain(405, 'Webhooks come by GET or POST.', { allow: 'GET, POST' })
  const body = request.method === 'GET' ? null : await bodyOf(request)
  if (body === 'too-large') return plain(413, 'the body is larger than this door takes')
  const headers = new Headers(request.headers)
  for (const name of perHop) headers.delete(name)
  try {
    const answer = await fetch(`${env.ORIGIN.replace(/\/+$/, '')}${url.pathname}${url.search}`, {
      method: request.method,
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    })
    return isAway(answer.status) ? away() : answer
  } catch {
    return away()
  }
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return 'too-large'
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestBody) return 'too-large'
    chunks.push(chunk)
  }
  const body = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.byteLength
  }
  return body
}

// The runtime asks for a default export.
export default { fetch: (request: Request, env: Env): Promise<Response> => relay(request, env) }
