/**
 * Fetches the photo behind a `media_url`: any public https address, and nothing that is not public. A stranger names
 * the address, so it must not lead into our own network, neither at once nor by a redirect nor by a name that
 * changes its mind (DNS rebinding): the addresses a name has are checked, and the connection goes to one of those.
 * @module
 */
import { lookup as dnsLookup } from 'node:dns'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { AppError } from '../../src/core/errors.ts'
import type { FetchedMedia, MediaSource } from '../../src/core/ports.ts'

const prefix = 'public:'
/** How a public file is named among media: nothing else is fetched from here. */
export const publicFileUrl = (url: string): string => `${prefix}${url}`

const maxRedirects = 3

export interface PublicFiles {
  /** Everything together, redirects too. Milliseconds; an app waits for it. */
  readonly timeoutMs?: number
  readonly maxBytes?: number
  /** For tests: other names, other certificates, other ideas of public. */
  readonly lookup?: LookupFunction
  readonly isPublic?: (address: string) => boolean
  readonly ca?: string
  readonly anyPort?: boolean
}

/** Every address that is not on the open Internet (IANA's registries of special-purpose addresses). */
const special = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4')
/** What is global in IPv6 is in 2000::/3; of that, tunnels that carry IPv4 inside and addresses of documents are not. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const special6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is on the open Internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}

const refuse = (message: string): AppError => new AppError('provider-refused', message)

/**
 * Errors: `provider-refused` an address that is not public https, 4xx; `too-large`; `provider-away` and
 * `provider-slow`, which are tried again.
 */
export function publicFiles(options: PublicFiles = {}): MediaSource {
  const { timeoutMs = 6_000, maxBytes = 16 * 1024 * 1024, isPublic = isPublicAddress } = options

  /** Only public addresses come out, so only those can be connected to. */
  const lookup: LookupFunction = (host, how, done) =>
    (options.lookup ?? dnsLookup)(host, { ...how, all: true }, (error, found) => {
      if (error) return done(error, '')
      const all = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const open = all.every(({ address }) => isPublic(address)) ? all : []
      const [first] = open
      if (first === undefined) return done(new NotPublic(), '')
      if (how.all) done(null, open)
      else done(null, first.address, first.family)
    })

  function checked(address: string, from?: URL): URL {
    if (!URL.canParse(address, from?.href)) throw refuse('not an address')
    const url = new URL(address, from)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (url.protocol !== 'https:') throw refuse('not an https address')
    if (url.username !== '' || url.password !== '') throw refuse('an address with a password')
    if (url.port !== '' && options.anyPort !== true) throw refuse('not the port of https')
    // A number is connected to without being looked up.
    if (isIP(host) !== 0 && !isPublic(host)) throw refuse('not a public address')
    return url
  }

  return {
    owns: (url) => url.startsWith(prefix),
    async fetch(named) {
      const until = AbortSignal.timeout(timeoutMs)
      let at = checked(named.slice(prefix.length))
      for (let hop = 0; ; hop += 1) {
        const answer = await get(at, { lookup, maxBytes, signal: until, ca: options.ca })
        if (answer.location === null) return fetched(answer)
        if (hop === maxRedirects) throw refuse('too many redirects')
        at = checked(answer.location, at)
      }
    },
  }
}

class NotPublic extends Error {}

interface Answer {
  readonly status: number
  readonly type: string
  readonly location: string | null
  readonly bytes: Buffer
}

function get(
  url: URL,
  how: {
    readonly lookup: LookupFunction
    readonly maxBytes: number
    readonly signal: AbortSignal
    readonly ca: string | undefined
  },
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const request = https.request(url, {
    // No connection is kept: the next one is checked anew.
    agent: false,
    lookup: how.lookup,
    signal: how.signal,
    ...(how.ca === undefined ? {} : { ca: how.ca }),
    headers: { accept: 'image/*', 'user-agent': 'intake311' },
  })
  const fail = (cause: Error): void => {
    if (cause instanceof AppError) reject(cause)
    else if (cause instanceof NotPublic) reject(refuse('not a public address'))
    else if (how.signal.aborted) reject(new AppError('provider-slow', 'the file did not come in time'))
    else reject(new AppError('provider-away', 'the file could not be fetched', { cause }))
    request.destroy()
  }
  request.on('error', fail)
  request.on('response', (response) => {
    const status = response.statusCode ?? 0
    const location = [301, 302, 303, 307, 308].includes(status) ? (response.headers.location ?? null) : null
    const answered = (bytes: Buffer) =>
      resolve({ status, location, type: response.headers['content-type'] ?? '', bytes })
    if (location !== null) {
      answered(Buffer.alloc(0))
      request.destroy()
      return
    }
    const chunks: Buffer[] = []
    let size = 0
    response.on('error', fail)
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > how.maxBytes) fail(new AppError('too-large', `more than ${how.maxBytes} bytes`))
      else chunks.push(chunk)
    })
    response.on('end', () => answered(Buffer.concat(chunks)))
  })
  request.end()
  return promise
}

function fetched({ status, type, bytes }: Answer): FetchedMedia {
  if (status === 200) return { bytes, announcedType: type || 'application/octet-stream' }
  if (status >= 400 && status < 500 && status !== 429 && status !== 408)
    throw new AppError('provider-refused', `HTTP ${status}`, { providerCode: String(status) })
  throw new AppError('provider-away', `HTTP ${status}`, { providerCode: String(status) })
}
