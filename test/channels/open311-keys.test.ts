import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { formPost, key, open311 } from './open311.harness.ts'

const least = { service_code: 'pothole', lat: '42.3563', long: '-71.0623', description: 'a hole' }
const channel = open311()

/** What the app gets to hear, as it would over HTTP. */
async function answer(request: HttpRequest) {
  try {
    return channel.respond(channel.receive(await channel.verify(request)), [])
  } catch (error) {
    const said = channel.refuse?.(error as AppError, request, null)
    if (said === undefined) throw error
    return said
  }
}

describe('keys of the Open311 server', () => {
  it('each of ours opens, in the form, in the query or as a bearer token', async () => {
    expect((await answer(formPost({ ...least, api_key: key }))).status).toBe(200)
    expect((await answer(formPost(least, {}, `requests.json?api_key=${key}`))).status).toBe(200)
    expect((await answer(formPost(least, { authorization: `Bearer ${key}` }))).status).toBe(200)
  })
  it('a wrong one and none are 403, in the format that was asked for', async () => {
    expect(await answer(formPost({ ...least, api_key: 'not ours' }))).toMatchObject({
      status: 403,
      body: JSON.stringify([{ code: 403, description: 'api_key is not one of this server.' }]),
    })
    expect(await answer(formPost(least, {}, 'requests.xml'))).toMatchObject({
      status: 403,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<errors><error><code>403</code><description>api_key is missing.</description></error></errors>\n',
    })
  })
  it('a beginning or a longer one of a key is not the key', async () => {
    for (const api_key of [key.slice(0, -1), `${key}x`, key.toUpperCase()])
      expect((await answer(formPost({ ...least, api_key }))).status).toBe(403)
  })
  it('a key is kept nowhere', async () => {
    const raw = channel.receive(await channel.verify(formPost({ ...least, api_key: key })))
    expect(JSON.stringify([raw, channel.normalise(raw)])).not.toContain(key)
  })
})

describe('a filing whose turn comes later', () => {
  it('is answered with a token, and with the errors of the specification where it was not taken', async () => {
    const request = formPost({ ...least, api_key: key, account_id: 'account-0001' })
    const raw = channel.receive(await channel.verify(request))
    const refused = (code: ErrorCode, so: typeof raw | null) =>
      channel.refuse?.(new AppError(code, 'of the test'), request, so)
    const later = refused('provider-slow', raw)
    expect(later?.status).toBe(200)
    expect(JSON.parse(later?.body ?? '')).toEqual([
      { token: expect.stringMatching(/^msg_/), service_notice: null, account_id: 'account-0001' },
    ])
    expect(refused('provider-slow', null)?.status).toBe(504)
    expect(refused('storage-away', raw)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: '[{"code":503,"description":"The ledger does not answer."}]',
    })
    expect(refused('bug', raw)?.body).not.toContain('of the test')
  })
})

describe('what an app gets wrong', () => {
  const wrong = async (fields: Readonly<Record<string, string>>) => {
    const { status, body } = await answer(formPost({ api_key: key, ...fields }))
    return { status, errors: JSON.parse(body) as { code: number; description: string }[] }
  }
  it('is said at once, all of it', async () => {
    const { status, errors } = await wrong({ lat: '42', description: 'x'.repeat(4001) })
    expect(status).toBe(400)
    expect(errors.map(({ code }) => code)).toEqual([400, 400, 400])
    expect(errors.map(({ description }) => description).join(' ')).toMatch(/service_code.*together.*longer/)
  })
  it.each([
    ['an unknown service', { ...least, service_code: 'no-such-thing' }, 404],
    ['another city', { ...least, jurisdiction_id: 'sfgov.org' }, 404],
    ['no location', { service_code: 'pothole', description: 'a hole' }, 400],
    ['an address_id alone', { service_code: 'pothole', address_id: '12345' }, 400],
    ['a latitude of no globe', { ...least, lat: '420' }, 400],
    ['no number for a latitude', { ...least, lat: 'north' }, 400],
    [
      'a value that the definition does not have',
      { ...least, service_code: 'sidewalk-repair', 'attribute[injury]': 'maybe' },
      400,
    ],
  ])('%s', async (_, fields, status) => {
    expect((await wrong(fields)).status).toBe(status)
  })
  it('an empty parameter is the same as none', async () => {
    const fields = {
      ...least,
      api_key: key,
      lat: '',
      long: '',
      address_string: '123 Tremont St',
      jurisdiction_id: '',
    }
    expect((await answer(formPost(fields))).status).toBe(200)
  })
  it('a body that is no form', async () => {
    const json = formPost({ ...least, api_key: key }, { 'content-type': 'application/json' })
    expect((await answer(json)).status).toBe(400)
  })
})
