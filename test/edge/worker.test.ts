import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import worker, { relay } from '../../src/edge/worker.ts'

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}
type Answer = (response: ServerResponse) => void

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** A gateway that notes what it gets. */
async function gateway(answer: Answer = (response) => response.end('ok')) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks) })
      answer(response)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  servers.push(server)
  const { port } = server.address() as AddressInfo
  return { seen, env: { ORIGIN: `http://127.0.0.1:${port}` } }
}

const edge = 'https://311.example.org'
const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer> = 'Body=a',
  headers: Record<string, string> = {},
) => new Request(`${edge}${path}`, { method: 'POST', body, headers })

describe('the edge', () => {
  it('relays method, path, query, headers and raw body unchanged', async () => {
    const { seen, env } = await gateway()
    const bytes = Uint8Array.from([66, 61, 0, 255, 37, 50, 66, 43, 13, 10])
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': 'abc=' }
    const answer = await worker.fetch(post('/webhooks/twilio/sms?a=1&b=%20x+y', bytes, headers), env)
    expect(answer.status).toBe(200)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/webhooks/twilio/sms?a=1&b=%20x+y', headers })
    expect([...(seen[0]?.body ?? [])]).toEqual([...bytes])
  })

  it('passes on a GET, as the CRC of X is one', async () => {
    const { seen, env } = await gateway()
    const answer = await worker.fetch(new Request(`${edge}/webhooks/x?crc_token=1`), env)
    expect([answer.status, seen[0]?.method, seen[0]?.url]).toEqual([200, 'GET', '/webhooks/x?crc_token=1'])
  })

  it.each([200, 204, 303, 400, 403, 413, 500, 503])(
    'passes on the answer %i of the gateway',
    async (status) => {
      const { env } = await gateway((response) => {
        response.writeHead(status, {
          'x-from': 'gateway',
          ...(status === 303 ? { location: '/elsewhere' } : {}),
        })
        response.end(status === 204 ? undefined : 'said')
      })
      const answer = await worker.fetch(post('/webhooks/twilio/sms'), env)
      expect([answer.status, answer.headers.get('x-from')]).toEqual([status, 'gateway'])
      expect(await answer.text()).toBe(status === 204 ? '' : 'said')
    },
  )

  it.each([
    '/',
    '/metrics',
    '/open311/v2/requests.json',
    '/webhooksecret',
    '/webhooks/../metrics',
    '/webhooks/%2e%2e/metrics',
  ])('keeps %s to itself', async (path) => {
    const { seen, env } = await gateway()
    expect((await worker.fetch(post(path), env)).status).toBe(404)
    expect(seen).toEqual([])
  })

  it('refuses other methods', async () => {
    const { seen, env } = await gateway()
    const answer = await worker.fetch(new Request(`${edge}/webhooks/x`, { method: 'DELETE' }), env)
    expect([answer.status, seen.length]).toEqual([405, 0])
  })

  it('says 503 and when to come back where no gateway listens', async () => {
    const { env } = await gateway()
    const closing = servers.splice(0)
    for (const server of closing) await new Promise((closed) => server.close(closed))
    const answer = await worker.fetch(post('/webhooks/twilio/sms'), env)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it.each([502, 504, 521, 530])('says 503 where a proxy says %i for the gateway', async (status) => {
    const { env } = await gateway((response) => {
      response.writeHead(status)
      response.end()
    })
    const answer = await worker.fetch(post('/webhooks/twilio/sms'), env)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it('says 503 where the gateway does not answer in time', async () => {
    const { env } = await gateway(() => undefined)
    const answer = await relay(post('/webhooks/twilio/sms'), env, 50)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it('refuses a body that is too large, announced or not', async () => {
    const { seen, env } = await gateway()
    const large = 'x'.repeat(1_000_001)
    const announced = post('/webhooks/twilio/sms', large, { 'content-length': String(large.length) })
    expect((await worker.fetch(announced, env)).status).toBe(413)
    expect((await worker.fetch(post('/webhooks/twilio/sms', large), env)).status).toBe(413)
    expect((await worker.fetch(post('/webhooks/twilio/sms', 'x'.repeat(1_000_000)), env)).status).toBe(200)
    expect(seen).toHaveLength(1)
  })
})
