import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress, publicFiles, publicFileUrl } from '../../channels/open311/public-file.ts'

describe('an address on the open Internet', () => {
  it.each([
    ['93.184.215.14', true],
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['example.org', false],
    ['', false],
  ])('%s: %s', (address, is) => {
    expect(isPublicAddress(address)).toBe(is)
  })
})

describe('a file behind a public address', () => {
  let server: Server
  let ca = ''
  let port = 0
  const asked: string[] = []
  const dir = mkdtempSync(join(tmpdir(), 'intake311-tls-'))

  beforeAll(async () => {
    const [keyFile, certFile] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=photos.example.org',
        '-addext',
        'subjectAltName=DNS:photos.example.org,DNS:moved.example.org',
        '-keyout',
        keyFile,
        '-out',
        certFile,
      ],
      { stdio: 'ignore' },
    )
    ca = readFileSync(certFile, 'utf8')
    server = createServer({ key: readFileSync(keyFile), cert: ca }, (request, response) => {
      const path = request.url ?? ''
      asked.push(`${request.headers.host?.split(':')[0]}${path}`)
      const to = new URL(path, 'https://x').searchParams.get('to')
      if (to !== null) return response.writeHead(302, { location: to }).end()
      if (path === '/gone') return response.writeHead(404).end()
      if (path === '/away') return response.writeHead(503).end()
      if (path === '/never') return
      if (path === '/large') return response.writeHead(200).end(Buffer.alloc(2_000))
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end('a photo')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve))
    rmSync(dir, { recursive: true, force: true })
  })

  /** Names as the test says, on this machine; `open` addresses count as public. */
  const files = (
    names: Readonly<Record<string, readonly string[]>>,
    open: readonly string[] = ['127.0.0.1'],
    timeoutMs = 5_000,
  ) => {
    const turn = new Map<string, number>()
    const lookup: LookupFunction = (host, _, done) => {
      const n = turn.get(host) ?? 0
      turn.set(host, n + 1)
      const list = names[host] ?? []
      const address = list[Math.min(n, list.length - 1)]
      if (address === undefined)
        return done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '')
      done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
    }
    return publicFiles({
      lookup,
      ca,
      timeoutMs,
      maxBytes: 1_000,
      anyPort: true,
      isPublic: (address) => open.includes(address),
    })
  }
  const names = {
    'photos.example.org': ['127.0.0.1'],
    'moved.example.org': ['127.0.0.1'],
    'inside.example.org': ['10.0.0.7'],
  }
  const at = (host: string, path = '/1.jpg') => publicFileUrl(`https://${host}:${port}${path}`)
  const codeOf = async (work: Promise<unknown>) =>
    work.then(
      () => 'no error',
      (error: { code: string }) => error.code,
    )

  it('is fetched, also by a redirect to another public address', async () => {
    const { bytes, announcedType } = await files(names).fetch(at('photos.example.org'))
    expect([Buffer.from(bytes).toString(), announcedType]).toEqual(['a photo', 'image/jpeg'])
    const to = encodeURIComponent(`https://moved.example.org:${port}/2.jpg`)
    expect((await files(names).fetch(at('photos.example.org', `/?to=${to}`))).bytes.length).toBe(7)
    expect(asked).toContain('moved.example.org/2.jpg')
  })
  it.each([
    ['a name of our own network', 'https://inside.example.org/1.jpg'],
    ['this machine', 'https://127.0.0.2/1.jpg'],
    ['this machine in another notation', 'https://2130706434/1.jpg'],
    ['this machine in IPv6', 'https://[::1]/1.jpg'],
    ['http', 'http://photos.example.org/1.jpg'],
    ['a file', 'file:///etc/passwd'],
    ['a password', 'https://a:b@photos.example.org/1.jpg'],
    ['no address', 'photo 1'],
  ])('%s is not asked', async (_, url) => {
    const before = asked.length
    expect(await codeOf(files(names).fetch(publicFileUrl(url)))).toBe('provider-refused')
    expect(asked).toHaveLength(before)
  })
  it('another port than that of https is not asked', async () => {
    const strict = publicFiles({ lookup: () => expect.unreachable(), isPublic: () => true })
    expect(await codeOf(strict.fetch(publicFileUrl('https://photos.example.org:8443/1.jpg')))).toBe(
      'provider-refused',
    )
  })
  it.each([`https://inside.example.org/x`, 'https://10.0.0.7/x', 'http://photos.example.org/x'])(
    'a redirect to %s is not followed',
    async (to) => {
      const before = asked.length
      expect(
        await codeOf(files(names).fetch(at('photos.example.org', `/?to=${encodeURIComponent(to)}`))),
      ).toBe('provider-refused')
      expect(asked).toHaveLength(before + 1)
    },
  )
  it('a name that has one address of our own network among its own is not asked', async () => {
    const mixed: LookupFunction = (_, __, done) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ])
    const source = publicFiles({
      lookup: mixed,
      ca,
      anyPort: true,
      isPublic: (address) => address === '127.0.0.1',
    })
    expect(await codeOf(source.fetch(at('photos.example.org')))).toBe('provider-refused')
  })
  it('a name that changes its mind leads nowhere: what is connected to is what was checked', async () => {
    const source = files({ 'photos.example.org': ['127.0.0.1', '10.0.0.7'] })
    // One look-up a connection, and the redirect is another connection.
    expect(
      await codeOf(
        source.fetch(
          at('photos.example.org', `/?to=${encodeURIComponent(`https://photos.example.org:${port}/x`)}`),
        ),
      ),
    ).toBe('provider-refused')
  })
  it('a circle of redirects ends', async () => {
    expect(
      await codeOf(
        files(names).fetch(
          at(
            'photos.example.org',
            `/?to=${encodeURIComponent(`https://photos.example.org:${port}/?to=/?to=/?to=/`)}`,
          ),
        ),
      ),
    ).not.toBe('bug')
    const again = encodeURIComponent('/?to=%2F%3Fto%3D%252F%253Fto%253D%25252F%25253Fto%25253D%2525252F')
    expect(await codeOf(files(names).fetch(at('photos.example.org', `/?to=${again}`)))).toBe(
      'provider-refused',
    )
  })
  it('what is too large, gone, away or slow says so', async () => {
    const code = (path: string, timeoutMs?: number) =>
      codeOf(files(names, undefined, timeoutMs).fetch(at('photos.example.org', path)))
    expect(await code('/large')).toBe('too-large')
    expect(await code('/gone')).toBe('provider-refused')
    expect(await code('/away')).toBe('provider-away')
    expect(await code('/never', 50)).toBe('provider-slow')
    expect(await codeOf(files({}).fetch(at('photos.example.org')))).toBe('provider-away')
  })
  it('owns what it was given, and no other channel’s files', () => {
    expect(publicFiles().owns(publicFileUrl('https://a.example.org'))).toBe(true)
    expect(publicFiles().owns('https://a.example.org')).toBe(false)
  })
})
