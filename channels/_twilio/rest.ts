/**
 * Twilio's REST API: credentials, and one POST.
 * https://www.twilio.com/docs/usage/requests-to-twilio
 * @module
 */
import { AppError } from '../../src/core/errors.ts'
import { callHttp } from '../call-http.ts'
import { restFailure } from './errors.ts'

export interface TwilioAccount {
  readonly accountSid: string
  /** Several during a rotation; the one Twilio takes is kept. */
  readonly authTokens: readonly string[]
  /** `https://api.twilio.com`, or what stands in its place (sandbox, government proxy). */
  readonly apiUrl: string
}

/** Where Twilio's API lives when nothing else is configured. */
export const twilioApiUrl = 'https://api.twilio.com'

/** An `Authorization` header, Basic. */
export const basicAuth = (accountSid: string, token: string): string =>
  `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`

/**
 * Runs `call` with one token after the other while Twilio answers 401: nothing happened yet, and during a
 * rotation only one of them may be alive.
 */
export function withTokens(account: TwilioAccount) {
  let first = 0
  return async <R extends { readonly status: number }>(call: (auth: string) => Promise<R>): Promise<R> => {
    const start = first
    for (let step = 0; ; step += 1) {
      const index = (start + step) % Math.max(account.authTokens.length, 1)
      const token = account.authTokens[index]
      if (token === undefined) throw new AppError('misconfigured', 'no Twilio auth token is configured')
      const result = await call(basicAuth(account.accountSid, token))
      if (result.status !== 401 || step + 1 >= account.authTokens.length) {
        if (result.status !== 401) first = index
        return result
      }
    }
  }
}

const answerMaxBytes = 1_000_000

/** POSTs a form below the account; the JSON of a 2xx answer. Throws AppError with the verdict of the error table. */
export function twilioPost(account: TwilioAccount) {
  const call = twilioCall(account)
  return (path: string, form: URLSearchParams, timeoutMs: number): Promise<unknown> =>
    call('POST', path, form.toString(), timeoutMs)
}

/** GETs a list or a resource below the account. As `twilioPost`. */
export function twilioGet(account: TwilioAccount) {
  const call = twilioCall(account)
  return (path: string, query: URLSearchParams, timeoutMs: number): Promise<unknown> =>
    call('GET', `${path}?${query}`, null, timeoutMs)
}

function twilioCall(account: TwilioAccount) {
  const root = `${account.apiUrl.replace(/\/+$/, '')}/2010-04-01/Accounts/${encodeURIComponent(account.accountSid)}`
  const authorised = withTokens(account)
  return async (
    method: 'GET' | 'POST',
    path: string,
    body: string | null,
    timeoutMs: number,
  ): Promise<unknown> => {
    const result = await authorised((authorization) =>
      callHttp({
        vendor: 'Twilio',
        method,
        url: `${root}${path}`,
        headers: {
          authorization,
          accept: 'application/json',
          ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(body === null ? {} : { body }),
        timeoutMs,
        maxBytes: answerMaxBytes,
      }),
    )
    const answer = parsed(result.bytes.toString())
    if (result.status >= 200 && result.status < 300) return answer
    throw restFailure(result.status, answer, result.headers['retry-after'])
  }
}

/** Undefined where it is no JSON: a proxy's page is not an answer of Twilio. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
