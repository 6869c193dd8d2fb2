import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned } from '../../channels/_twilio/signature.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { account, inboundFields, root, signedPost } from './sms.harness.ts'

const path = '/webhooks/twilio/sms'
const config = { authTokens: [account.authToken], publicUrl: root as string | null }
const form = inboundFields()

describe('a signature', () => {
  it('covers every field, those nobody announced and those that come twice', () => {
    const fields = [
      ...form,
      ['Later', 'x'],
      ['Twice', 'b'],
      ['Twice', 'a'],
      ['Twice', 'a'],
      ['__proto__', 'y'],
    ] as const
    const request = signedPost(path, fields)
    expect(isSigned(request, config)).toBe(true)
    for (const name of ['Later', 'Twice', '__proto__']) {
      const body = request.body.replace(new RegExp(`&${name}=[^&]*`), '')
      expect(isSigned({ ...request, body }, config)).toBe(false)
    }
    expect(isSigned({ ...request, body: `${request.body}&Added=1` }, config)).toBe(false)
  })

  it('keeps spaces and line breaks of the text', () => {
    const request = signedPost(path, inboundFields({ Body: '  two\r\nlines  ' }))
    expect(isSigned(request, config)).toBe(true)
  })

  it('is checked with each of several tokens', () => {
    const rotating = { ...config, authTokens: ['old', account.authToken] }
    expect(isSigned(signedPost(path, form), rotating)).toBe(true)
    expect(isSigned(signedPost(path, form, { token: 'old' }), rotating)).toBe(true)
    expect(isSigned(signedPost(path, form, { token: 'older' }), rotating)).toBe(false)
    expect(isSigned(signedPost(path, form), { ...config, authTokens: [] })).toBe(false)
  })

  it.each(['', 'x', '=', 'A'.repeat(28), `${'A'.repeat(27)}=`, 'é'.repeat(28)])(
    'that is %j is refused',
    (signature) => {
      const request = signedPost(path, form)
      expect(isSigned({ ...request, headers: { 'x-twilio-signature': signature } }, config)).toBe(false)
    },
  )

  it('of a request whose URL is none is refused', () => {
    expect(isSigned({ ...signedPost(path, form), url: 'nonsense' }, config)).toBe(false)
    expect(isSigned({ ...signedPost(path, form), url: 'http://[' }, { ...config, publicUrl: null })).toBe(
      false,
    )
  })
})

describe('behind a proxy', () => {
  const inside = `http://10.0.0.7:3110${path}`
  const seenInside = (signedUrl: string) => signedPost(path, form, { url: inside, signedUrl })

  it('the configured URL counts, not the one the server saw', () => {
    expect(isSigned(seenInside(`${root}${path}`), config)).toBe(true)
    expect(isSigned(seenInside(inside), config)).toBe(false)
  })
  it('a forwarded header counts for nothing', () => {
    const request = seenInside(`https://elsewhere.example${path}`)
    const headers = {
      ...request.headers,
      'x-forwarded-host': 'elsewhere.example',
      'x-forwarded-proto': 'https',
    }
    expect(isSigned({ ...request, headers }, config)).toBe(false)
    expect(isSigned({ ...request, headers }, { ...config, publicUrl: null })).toBe(false)
  })
  it('a path before ours and a query are part of the URL', () => {
    const prefixed = { ...config, publicUrl: `${root}/311/` }
    expect(isSigned(seenInside(`${root}/311${path}`), prefixed)).toBe(true)
    const asked = signedPost(path, form, {
      url: `${inside}?city=it's&x=%2F`,
      signedUrl: `${root}${path}?city=it's&x=%2F`,
    })
    expect(isSigned(asked, config)).toBe(true)
  })
  it.each([
    ['https://311.example.org', 'https://311.example.org:443'],
    ['https://311.example.org:8443', 'https://311.example.org:8443'],
    ['https://311.example.org:8443', 'https://311.example.org'],
    ['http://311.example.org', 'http://311.example.org:80'],
  ])('with %s configured, a signature for %s is taken', (publicUrl, signedRoot) => {
    expect(isSigned(seenInside(`${signedRoot}${path}`), { ...config, publicUrl })).toBe(true)
  })
  it('a port that is not configured is taken where the request came to that host with it', () => {
    const url = `http://311.example.org:8443${path}`
    const request = signedPost(path, form, { url, signedUrl: `https://311.example.org:8443${path}` })
    expect(isSigned(request, config)).toBe(true)
    expect(isSigned({ ...request, url: `http://other.example.org:8443${path}` }, config)).toBe(false)
  })
})

describe('without a configured URL', () => {
  it('the URL as the server saw it counts', () => {
    const url = `http://127.0.0.1:3110${path}`
    expect(isSigned(signedPost(path, form, { url }), { ...config, publicUrl: null })).toBe(true)
    const other = signedPost(path, form, { url, signedUrl: `${root}${path}` })
    expect(isSigned(other, { ...config, publicUrl: null })).toBe(false)
  })
})

describe('a JSON body', () => {
  const jsonPost = (body: string, hashed: string): HttpRequest => {
    const url = `${root}${path}?bodySHA256=${createHash('sha256').update(hashed).digest('hex')}`
    const signature = createHmac('sha1', account.authToken).update(url).digest('base64')
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature }
    return { method: 'POST', url, headers, body }
  }
  it('is covered by its hash in the query', () => {
    expect(isSigned(jsonPost('{"a":1}', '{"a":1}'), config)).toBe(true)
    expect(isSigned(jsonPost('{"a":2}', '{"a":1}'), config)).toBe(false)
  })
  it('without a hash is not covered by a signature over the URL alone', () => {
    const url = `${root}${path}`
    const signature = createHmac('sha1', account.authToken).update(url).digest('base64')
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature }
    expect(isSigned({ method: 'POST', url, headers, body: '{"a":1}' }, config)).toBe(false)
  })
})
