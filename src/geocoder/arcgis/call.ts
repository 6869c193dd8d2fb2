/**
 * One call to a GeocodeServer: JSON, or an AppError that says who acts next. Never a word of what was sent.
 * @module
 */
import { AppError } from '../../core/errors.ts'
import { Failure } from './schema.ts'

/** Six candidates with every column are some 20 kB. */
const maxBytes = 1_000_000
/** Where it says 429 and not for how long. */
const usualPauseMs = 60_000

/** Null: nothing was found. */
export async function callArcgis(
  base: string,
  operation: 'findAddressCandidates' | 'reverseGeocode',
  fields: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<{ readonly body: unknown } | null> {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${operation}`
  // What stands in the setting (a token of a proxy) stays.
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  const signal = AbortSignal.timeout(timeoutMs)
  const { status, retryAfter, text } = await answerOf(url, signal)
  if (status === 429 || (status === 503 && retryAfter !== null))
    throw new AppError('rate-limited', 'ArcGIS asks us to wait', {
      afterMs: pauseOf(retryAfter),
      providerCode: String(status),
    })
  if (status === 200) return bodyOf(text)
  if (status === 400) return null
  throw verdict(status)
}

async function answerOf(url: URL, signal: AbortSignal) {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      // The server's word must not send us, and what we ask, to other hosts.
      redirect: 'manual',
      signal,
    })
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > maxBytes) throw new AppError('malformed', `ArcGIS: an answer of more than ${maxBytes} bytes`)
      chunks.push(chunk)
    }
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      text: Buffer.concat(chunks).toString('utf8'),
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    if (signal.aborted) throw new AppError('provider-slow', 'ArcGIS did not answer in time')
    // Without its cause: fetch names the address it could not reach.
    throw new AppError('provider-away', 'no answer from ArcGIS', { providerCode: networkCode(thrown) })
  }
}

function networkCode(thrown: unknown): string {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { code } = error as NodeJS.ErrnoException
    if (typeof code === 'string') return code
  }
  return 'connection-lost'
}

function bodyOf(text: string): { readonly body: unknown } | null {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new AppError('malformed', 'ArcGIS answered with something else than JSON', {
      providerCode: /^\s*</.test(text) ? 'html' : 'no-json',
    })
  }
  const failure = Failure.safeParse(body)
  if (!failure.success) return { body }
  const { code } = failure.data.error
  if (code === 400) return null
  throw verdict(code)
}

/** Codes of an answer's status or of its `error`. 498 and 499: a token is wrong or missing. */
function verdict(code: number): AppError {
  const providerCode = String(code)
  if (code === 429)
    return new AppError('rate-limited', 'ArcGIS asks us to wait', { afterMs: usualPauseMs, providerCode })
  if ([401, 403, 498, 499].includes(code))
    return new AppError('misconfigured', 'ArcGIS wants a token, or another one', { providerCode })
  if ((code >= 300 && code < 400) || code === 404 || code === 405)
    return new AppError('misconfigured', 'there is no GeocodeServer at this address', { providerCode })
  if (code >= 500 || code === 408 || code === 0)
    return new AppError('provider-away', 'ArcGIS is in trouble', { providerCode })
  return new AppError('provider-refused', 'ArcGIS refused the query', { providerCode })
}

/** `Retry-After` in seconds; a date is not worth reading for an answer we can do without. */
function pauseOf(header: string | null): number {
  const seconds = Number(header ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : usualPauseMs
}
