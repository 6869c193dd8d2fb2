import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../src/core/ports.ts'
import { formPost, key, multipartPost, open311 } from './open311.harness.ts'

const least = {
  api_key: key,
  service_code: 'pothole',
  lat: '42.3563',
  long: '-71.0623',
  description: 'a hole',
}

async function messageOf(request: HttpRequest, channel = open311()) {
  const [first] = channel.normalise(channel.receive(await channel.verify(request)))
  if (first?.kind !== 'message') throw new Error('one message was expected')
  return first
}

describe('a filing as a message', () => {
  it('states all that its fields say, and waits for no answer', async () => {
    const { message } = await messageOf(
      formPost({
        ...least,
        service_code: 'sidewalk-repair',
        address_string: '123 Tremont St',
        first_name: 'Ada',
        last_name: 'Example',
        email: 'resident@example.org',
        phone: '+16175550123',
        device_id: 'device-0001',
        account_id: 'account-0001',
        'attribute[injury]': 'yes',
        'attribute[unasked]': 'kept in raw alone',
        media_url: 'https://photos.example.org/1.jpg',
      }),
    )
    expect(message).toMatchObject({
      channel: 'open311',
      from: 'device_id:device-0001',
      to: 'open311',
      text: 'a hole',
      point: { lat: 42.3563, lon: -71.0623 },
      stated: {
        service_code: 'sidewalk-repair',
        address: '123 Tremont St',
        attributes: { injury: 'yes' },
        contact: { name: 'Ada Example', email: 'resident@example.org', phone: '+16175550123' },
        final: true,
      },
      raw: { 'attribute[unasked]': 'kept in raw alone' },
    })
    expect(message.media.map(({ url }) => url)).toEqual(['public:https://photos.example.org/1.jpg'])
  })
  it('has the photos that came with it, byte for byte, whatever their field is called', async () => {
    const bytes = Buffer.from('\r\n--a-boundary\r\n\0\xff', 'latin1')
    const { message, files } = await messageOf(multipartPost(least, [{ name: 'media', bytes }]))
    expect(message.media).toHaveLength(1)
    expect(files?.map((file) => Buffer.from(file.bytes))).toEqual([bytes])
  })
  it('a multipart body that is cut off is malformed', async () => {
    const { bytes = Buffer.alloc(0), ...rest } = multipartPost(least, [
      { name: 'a', bytes: Buffer.from('abc') },
    ])
    for (const length of [0, 1, 40, bytes.length - 10])
      await expect(messageOf({ ...rest, bytes: bytes.slice(0, length) })).rejects.toMatchObject({
        code: 'malformed',
      })
  })
  it('a list of values is one answer', async () => {
    const request = formPost({ ...least, service_code: 'missed-pickup', 'attribute[material][]': 'trash' })
    const bytes = Buffer.from(`${request.bytes}&${encodeURIComponent('attribute[material][]')}=yard`)
    const { message } = await messageOf({ ...request, bytes })
    expect(message.stated?.attributes).toEqual({ material: 'trash, yard' })
  })
  it('a position of nowhere is none', async () => {
    const { message } = await messageOf(
      formPost({ ...least, lat: '0', long: '0', address_string: 'Tremont St' }),
    )
    expect(message.point).toBeNull()
  })
})

describe('the same filing again', () => {
  const minute = 60_000
  async function ids(...requests: readonly (readonly [at: number, HttpRequest])[]) {
    let now = 0
    const channel = open311({ now: () => now })
    const found: string[] = []
    for (const [at, request] of requests) {
      now = at
      found.push((await messageOf(request, channel)).message.id)
    }
    return found
  }
  const device = (fields = {}) => formPost({ ...least, device_id: 'device-0001', ...fields })

  it('of one device within ten minutes is one, also over an edge of the clock', async () => {
    const [first, second, third] = await ids(
      [9.9 * minute, device()],
      [10.1 * minute, device()],
      [19 * minute, device()],
    )
    expect(second).toBe(first)
    expect(third).toBe(first)
  })
  it('after ten minutes it is another', async () => {
    const [first, second] = await ids([1 * minute, device()], [11.5 * minute, device()])
    expect(second).not.toBe(first)
  })
  it('with other words, or of another device, it is another', async () => {
    const found = await ids(
      [0, device()],
      [1, device({ description: 'a hole!' })],
      [2, device({ device_id: 'two' })],
    )
    expect(new Set(found).size).toBe(3)
  })
  it('from somebody who says nothing of themselves it is another: two may say the same', async () => {
    const [first, second] = await ids([0, formPost(least)], [0, formPost(least)])
    expect(second).not.toBe(first)
  })
  it('with the same Idempotency-Key it is one for ever', async () => {
    const again = { 'idempotency-key': 'from-the-app' }
    const [first, second] = await ids([0, formPost(least, again)], [1e9, formPost({ ...least }, again)])
    expect(second).toBe(first)
  })
})
