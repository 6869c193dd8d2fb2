/**
 * One HTTP call to a vendor over kept connections. `node:http` and not `fetch`: see the README of channels/sms.
 * @module
 */
import http from 'node:http'
import https from 'node:https'
import { AppError } from '../src/core/errors.ts'

export interface HttpCall {
  /** Who is called, for the words of errors: `Twilio`. */
  readonly vendor: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** For everything, from connecting to the last byte. */
  readonly timeoutMs: number
  readonly maxBytes: number
}
export interface HttpResult {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly bytes: Buffer
}

/** Idle connections end before servers (Node: 5 s) end them, so that a reply rarely meets a closing one. */
const agentOptions = { keepAlive: true, maxSockets: 64, timeout: 4000, scheduling: 'lifo' } as const
const agents = { 'http:': new http.Agent(agentOptions), 'https:': new https.Agent(agentOptions) }

/**
 * Never follows a redirect. Throws AppError: `provider-away` (it never got the request), `provider-slow`
 * (in time it did not answer), `unknown-outcome` (the connection broke after it had the request), `too-large`.
 */
export function callHttp(call: HttpCall): Promise<HttpResult> {
  const { vendor } = call
  const url = new URL(call.url)
  const secure = url.protocol === 'https:'
  const { promise, resolve, reject } = Promise.withResolvers<HttpResult>()
  const body = call.body === undefined ? undefined : Buffer.from(call.body)
  const request = (secure ? https : http).request(url, {
    method: call.method,
    agent: agents[secure ? 'https:' : 'http:'],
    headers: { ...call.headers, ...(body && { 'content-length': String(body.length) }) },
  })

  let connected = false
  request.on('socket', (socket) => {
    if (!socket.connecting) connected = true
    else
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true
      })
  })
  const fail = (error: AppError) => {
    clearTimeout(deadline)
    reject(error)
    request.destroy()
  }
  const deadline = setTimeout(() => {
    if (connected) fail(new AppError('provider-slow', `${vendor} did not answer in time`))
    else fail(new AppError('provider-away', `${vendor} did not take the connection in time`))
  }, call.timeoutMs)
  const broken = (cause: unknown) => {
    if (connected) fail(new AppError('unknown-outcome', `the connection to ${vendor} broke`, { cause }))
    else fail(new AppError('provider-away', `no connection to ${vendor}`, { cause }))
  }

  request.on('error', broken)
  request.on('response', (response) => {
    const chunks: Buffer[] = []
    let length = 0
    const tooLarge = () => fail(new AppError('too-large', `more than ${call.maxBytes} bytes`))
    if (Number(response.headers['content-length'] ?? 0) > call.maxBytes) return tooLarge()
    response.on('error', broken)
    response.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > call.maxBytes) tooLarge()
      else chunks.push(chunk)
    })
    response.on('end', () => {
      clearTimeout(deadline)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) })
    })
  })
  request.end(body)
  return promise
}
