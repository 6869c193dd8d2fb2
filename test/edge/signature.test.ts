import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { formFields as gatewayFields } from '../../channels/_twilio/form.ts'
import { isSigned as gatewayTakes } from '../../channels/_twilio/signature.ts'
import { isSigned } from '../../src/edge/signature.ts'
import { signature } from '../../src/sandbox/twilio/index.ts'

const token = 'a-token-of-the-test'
const root = 'https://311.example.org'
const sms = '/webhooks/twilio/sms'
const fixtures = join(import.meta.dirname, '../../fixtures/sms')

const Fixture = z.object({ path: z.string(), form: z.record(z.string(), z.string()) })
const recorded = readdirSync(fixtures)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...Fixture.parse(JSON.parse(readFileSync(join(fixtures, name), 'utf8'))) }))

describe('the signature at the edge', () => {
  it.each(recorded)('is known on $name, and on nothing that was changed', async ({ path, form }) => {
    const fields = Object.entries(form)
    const request = {
      url: `${root}${path}`,
      signature: signature(token, `${root}${path}`, fields),
      body: new URLSearchParams(form).toString(),
    }
    const signer = { publicUrl: root, authTokens: [token] }
    expect(await isSigned(request, signer)).toBe(true)
    expect(await isSigned(request, { ...signer, authTokens: ['retired', token] })).toBe(true)
    expect(await isSigned(request, { ...signer, authTokens: ['another'] })).toBe(false)
    expect(await isSigned({ ...request, body: `${request.body}&More=1` }, signer)).toBe(false)
    expect(await isSigned({ ...request, url: `${request.url}?more=1` }, signer)).toBe(false)
    expect(await isSigned({ ...request, signature: '' }, signer)).toBe(false)
  })

  it('refuses another spelling of the same base64', async () => {
    const url = `${root}${sms}`
    const right = signature(token, url, [])
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const last = alphabet.indexOf(right[26] ?? '')
    const loose = `${right.slice(0, 26)}${alphabet[last ^ 1]}=`
    expect(atob(loose)).toBe(atob(right))
    const signer = { publicUrl: root, authTokens: [token] }
    expect(await isSigned({ url, signature: right, body: '' }, signer)).toBe(true)
    expect(await isSigned({ url, signature: loose, body: '' }, signer)).toBe(false)
  })

  it('covers a JSON body by its hash in the query', async () => {
    const hash = createHash('sha256').update('{"a":1}').digest('hex')
    const url = `${root}${sms}?bodySHA256=${hash}`
    const made = createHmac('sha1', token).update(url).digest('base64')
    const signer = { publicUrl: root, authTokens: [token] }
    expect(await isSigned({ url, signature: made, body: '{"a":1}' }, signer)).toBe(true)
    expect(await isSigned({ url, signature: made, body: '{"a":2}' }, signer)).toBe(false)
    expect(await isSigned({ url: `${root}${sms}`, signature: made, body: '{"a":1}' }, signer)).toBe(false)
  })

  it('sees below a path of its own what the gateway behind it sees without', async () => {
    const signed = `${root}/311${sms}?a=1`
    const request = { url: signed, signature: signature(token, signed, [['Body', 'a']]), body: 'Body=a' }
    const config = { publicUrl: `${root}/311`, authTokens: [token] }
    expect(await isSigned(request, config)).toBe(true)
    const inside = { method: 'POST', url: `http://10.0.0.1${sms}?a=1`, body: 'Body=a' }
    expect(gatewayTakes({ ...inside, headers: { 'x-twilio-signature': request.signature } }, config)).toBe(
      true,
    )
  })
})

const char = fc.constantFrom(..."abzAZ09 -_.~!*'()+%&=?/:@,;é漢🚧")
const text = fc.string({ unit: char, maxLength: 8 })
const pairs = fc.array(fc.tuple(fc.oneof(text, fc.constantFrom('Body', '__proto__', '10', '9')), text), {
  maxLength: 6,
})
const query = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom(...'ab10\'%2Fé&=?+~("|'), maxLength: 14 }).map((q) => `?${q}`),
)
const host = fc.constantFrom('311.example.org', '311.Example.org', '[2001:db8::1]', 'a:b@311.example.org')
const port = fc.constantFrom('', '', ':443', ':80', ':8443')
const scheme = fc.constantFrom('https', 'http')

describe('as the gateway', () => {
  /** How the signer may have spelled the URL, from right to wrong. */
  const spelled = fc.constantFrom<(url: string) => string>(
    (url) => url,
    (url) => url.replace(/^(https?:\/\/[^/?]*?)(?::\d+)?(?=[/?])/, '$1'),
    (url) => url.replace(/^(https:\/\/[^/?]*?)(?::\d+)?(?=[/?])/, '$1:443'),
    (url) => url.replace(/^(http:\/\/[^/?]*?)(?::\d+)?(?=[/?])/, '$1:80'),
    (url) => url.replace(/^(https?:\/\/[^/?]*?)(?::\d+)?(?=[/?])/, '$1:8443'),
    (url) => (URL.canParse(url) ? new URL(url).toString() : url),
    (url) => {
      if (!URL.canParse(url) || !url.includes('?')) return url
      const [head, ...rest] = new URL(url).toString().split('?')
      const params = [...new URLSearchParams(`&${rest.join('?')}`)]
      return `${head}?${params.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`
    },
    (url) => `${url}x`,
  )

  it('takes what the gateway takes and nothing else, however URL and form are spelled', async () => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(
        scheme,
        host,
        port,
        scheme,
        host,
        port,
        query,
        pairs,
        spelled,
        fc.boolean(),
        async (ourScheme, ourHost, ourPort, cameBy, cameTo, cameAt, asked, form, spell, rotated) => {
          const publicUrl = `${ourScheme}://${ourHost}${ourPort}`
          const url = `${cameBy}://${cameTo}${cameAt}${sms}${asked}`
          const body = new URLSearchParams(form).toString()
          const made = signature(token, spell(`${publicUrl}${sms}${asked}`), form)
          const config = { publicUrl, authTokens: rotated ? ['retired', token] : [token] }
          const headers = { 'x-twilio-signature': made }
          const there = gatewayTakes({ method: 'POST', url, headers, body }, config)
          if (there) taken += 1
          expect(await isSigned({ url, signature: made, body }, config)).toBe(there)
        },
      ),
      { numRuns: 1_500 },
    )
    // Neither always yes nor always no.
    expect(taken).toBeGreaterThan(100)
    expect(taken).toBeLessThan(1_400)
  })

  it("signs as Twilio's own library signs", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, query, async (form, asked) => {
        const url = `${root}${sms}${asked}`
        const body = new URLSearchParams(form).toString()
        const made = getExpectedTwilioSignature(token, url, gatewayFields(body))
        expect(validateRequest(token, made, url, gatewayFields(body))).toBe(true)
        expect(await isSigned({ url, signature: made, body }, { publicUrl: root, authTokens: [token] })).toBe(
          gatewayTakes(
            { method: 'POST', url, headers: { 'x-twilio-signature': made }, body },
            { publicUrl: root, authTokens: [token] },
          ),
        )
      }),
      { numRuns: 300 },
    )
  })
})
