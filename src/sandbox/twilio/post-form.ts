/**
 * A signed webhook on its way to the gateway, over kept connections.
 * @module
 */
import http from 'node:http'
import https from 'node:https'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}
/** No connection: Twilio's default retry policy tries once more for this, and for nothing else. */
export class NoConnection extends Error {}

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 64, timeout: 4000 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 64, timeout: 4000 }),
}
/** Twilio waits this long for an answer. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const readTimeoutMs = 15_000

/** Throws NoConnection, or another Error where the connection broke later or the answer took too long. */
export function postForm(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const url = new URL(address)
  const secure = url.protocol === 'https:'
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  let connected = false
  const request = (secure ? https : http).request(url, {
    method: 'POST',
    agent: agents[secure ? 'https:' : 'http:'],
    timeout: readTimeoutMs,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'user-agent': 'TwilioProxy/1.1',
      ...headers,
      'content-length': String(Buffer.byteLength(body)),
    },
  })
  request.on('socket', (socket) => {
    if (socket.connecting) {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    } else connected = true
  })
  request.on('timeout', () => request.destroy(new Error('no answer in time')))
  request.on('error', (cause) => {
    reject(connected ? cause : new NoConnection('the gateway takes no connection', { cause }))
  })
  request.on('response', (response) => {
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (chunk: string) => {
      text += chunk
    })
    response.on('error', reject)
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: text }),
    )
  })
  request.end(body)
  return promise
}
