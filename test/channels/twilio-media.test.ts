import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isRedirectTarget } from '../../channels/_twilio/hosts.ts'
import { twilioMedia } from '../../channels/_twilio/media.ts'
import { account } from './sms.harness.ts'

interface Seen {
  readonly url: string
  readonly authorization: string | undefined
}
/** Two origins of this machine: what stands for Twilio's API and what stands for its CDN. */
let seen: { api: Seen[]; cdn: Seen[] }
let serveApi: (request: IncomingMessage, response: ServerResponse) => void
let serveCdn: typeof serveApi
const keep = (list: 'api' | 'cdn') => (request: IncomingMessage, response: ServerResponse) => {
  seen[list].push({ url: request.url ?? '', authorization: request.headers.authorization })
  ;(list === 'api' ? serveApi : serveCdn)(request, response)
}
const servers = { api: createServer(keep('api')), cdn: createServer(keep('cdn')) }
const urlOf = (server: keyof typeof servers) =>
  `http://127.0.0.1:${(servers[server].address() as AddressInfo).port}`

beforeAll(async () => {
  for (const server of Object.values(servers)) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  }
})
afterAll(() => {
  for (const server of Object.values(servers)) {
    server.close()
    server.closeAllConnections()
  }
})
beforeEach(() => {
  seen = { api: [], cdn: [] }
  serveApi = (_, response) => response.writeHead(307, { location: `${urlOf('cdn')}/file` }).end()
  serveCdn = (_, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end('bytes')
})
const source = (more = {}) =>
  twilioMedia({
    accountSid: account.accountSid,
    authTokens: [account.authToken],
    apiUrl: urlOf('api'),
    ...more,
  })
const address = () => `${urlOf('api')}/2010-04-01/Accounts/AC/Messages/MM/Media/ME`
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: { code: string }) => error.code,
  )

describe('a file', () => {
  it('is fetched with our credentials, which do not follow it to another origin', async () => {
    const file = await source().fetch(address())
    expect(Buffer.from(file.bytes).toString()).toBe('bytes')
    expect(file.announcedType).toBe('image/jpeg')
    const basic = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`
    expect(seen.api).toEqual([{ url: '/2010-04-01/Accounts/AC/Messages/MM/Media/ME', authorization: basic }])
    expect(seen.cdn).toEqual([{ url: '/file', authorization: undefined }])
  })
  it('of api.twilio.com is asked for at the configured address', async () => {
    await source().fetch('https://api.twilio.com/2010-04-01/Accounts/AC/Media/ME?x=1')
    expect(seen.api[0]?.url).toBe('/2010-04-01/Accounts/AC/Media/ME?x=1')
  })
  it('is fetched with the second token where the first is dead', async () => {
    serveApi = (request, response) => {
      const good = request.headers.authorization?.endsWith(
        Buffer.from(`${account.accountSid}:good`).toString('base64'),
      )
      response.writeHead(good ? 200 : 401, { 'content-type': 'image/png' }).end('x')
    }
    expect(await source({ authTokens: ['dead', 'good'] }).fetch(address())).toMatchObject({
      announcedType: 'image/png',
    })
  })
  it.each([
    [404, 'provider-away'],
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [410, 'provider-refused'],
    [429, 'rate-limited'],
    [500, 'provider-away'],
  ] as const)('answered with %i is %s', async (status, code) => {
    serveApi = (_, response) => response.writeHead(status).end()
    expect(await codeOf(source().fetch(address()))).toBe(code)
  })
  it('that is too large is not read to its end, announced or not', async () => {
    serveCdn = (_, response) => response.writeHead(200, { 'content-length': '2000' }).end(Buffer.alloc(2000))
    expect(await codeOf(source({ maxBytes: 1000 }).fetch(address()))).toBe('too-large')
    serveCdn = (_, response) => {
      response.writeHead(200)
      response.write(Buffer.alloc(600))
      setImmediate(() => response.end(Buffer.alloc(600)))
    }
    expect(await codeOf(source({ maxBytes: 1000 }).fetch(address()))).toBe('too-large')
    expect(await codeOf(source({ maxBytes: 1200 }).fetch(address()))).toBe('no error')
  })
  it('that does not come in time is provider-slow', async () => {
    serveCdn = (_, response) => response.writeHead(200).write('a')
    expect(await codeOf(source({ timeoutMs: 200 }).fetch(address()))).toBe('provider-slow')
  })
  it('whose connection breaks is asked for again later', async () => {
    serveCdn = (_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('a')
      setImmediate(() => response.destroy())
    }
    expect(await codeOf(source().fetch(address()))).toBe('provider-away')
  })
  it('redirected in a circle is refused', async () => {
    serveApi = (request, response) => response.writeHead(302, { location: request.url ?? '' }).end()
    expect(await codeOf(source().fetch(address()))).toBe('provider-refused')
    expect(seen.api).toHaveLength(4)
  })
  it.each([
    'http://169.254.169.254/latest',
    'https://evil.example/x',
    'file:///etc/passwd',
    'http://10.0.0.1/',
    '::',
  ])('redirected to %s is refused', async (location) => {
    serveApi = (_, response) => response.writeHead(307, { location }).end()
    expect(await codeOf(source().fetch(address()))).toBe('provider-refused')
  })
})

describe('addresses', () => {
  const real = twilioMedia({ accountSid: 'AC', authTokens: ['t'], apiUrl: 'https://api.twilio.com' })
  it.each([
    ['https://api.twilio.com/x', true],
    ['https://mcs.us1.twilio.com/x', true],
    ['http://api.twilio.com/x', false],
    ['https://api.twilio.com.evil.example/x', false],
    ['https://eviltwilio.com/x', false],
    ['https://api.twilio.com@evil.example/x', false],
    ['https://user:pass@api.twilio.com/x', false],
    ['http://127.0.0.1/x', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s is ours to fetch with credentials: %s', async (url, owned) => {
    expect(real.owns(url)).toBe(owned)
    if (!owned) expect(await codeOf(real.fetch(url))).toBe('provider-refused')
  })
  it('of the configured host are ours, on any port, and of this machine by any name', () => {
    const proxied = twilioMedia({
      accountSid: 'AC',
      authTokens: ['t'],
      apiUrl: 'https://proxy.example.gov/twilio',
    })
    expect(proxied.owns('https://proxy.example.gov:8443/x')).toBe(true)
    expect(proxied.owns('http://proxy.example.gov/x')).toBe(false)
    expect(proxied.owns('https://127.0.0.1/x')).toBe(false)
    expect(source().owns('http://localhost:1/x')).toBe(true)
    expect(source().owns('http://192.168.0.1/x')).toBe(false)
  })
  it.each([
    ['https://mms.twiliocdn.com/x', true],
    ['https://s3-external-1.amazonaws.com/x', true],
    ['https://media.s3.us-east-1.amazonaws.com/x', true],
    ['https://s3.amazonaws.com/x', true],
    ['http://mms.twiliocdn.com/x', false],
    ['https://ec2-1-2-3-4.compute-1.amazonaws.com/x', false],
    ['https://s3.amazonaws.com.evil.example/x', false],
    ['https://evils3.amazonaws.com/x', false],
    ['http://127.0.0.1/x', false],
  ])('%s may be a redirect of Twilio: %s', (url, allowed) => {
    expect(isRedirectTarget(new URL(url), new URL('https://api.twilio.com'))).toBe(allowed)
  })
})
