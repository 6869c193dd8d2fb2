/** Links to add a photo, the form behind them, and limits that several gateways share. */
import { describe, expect, it } from 'vitest'
import { newPhotoLink, readPhotoLink } from '../../channels/web/index.ts'
import { workFor } from '../../channels/web/work.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { multipartPost } from './open311.harness.ts'
import { browserPost, issuedAt, memoryTally, secret, token, web } from './web.harness.ts'

const reference = 'BOS-7K3M-Q2XA'
const dayMs = 86_400_000
const link = newPhotoLink(secret, reference, issuedAt)

describe('a link to add a photo', () => {
  it('is short, in letters and figures that no phone cuts off, and the same all day', () => {
    expect(link).toMatch(/^7k3mq2xa[0-9a-z]{15}$/)
    expect(newPhotoLink(secret, reference, issuedAt + 3_600_000)).toBe(link)
    expect(newPhotoLink(secret, reference, issuedAt + dayMs)).not.toBe(link)
    expect(newPhotoLink('another-secret', reference, issuedAt)).not.toBe(link)
  })
  it('opens this one request for a week, also in capitals', () => {
    for (const text of [link, link.toUpperCase()])
      for (const days of [0, 1, 7])
        expect(readPhotoLink(secret, text, issuedAt + days * dayMs)).toEqual({ reference })
    expect(readPhotoLink(secret, link, issuedAt + 8 * dayMs)).toBe('over')
    expect(readPhotoLink(secret, link, issuedAt + 800 * dayMs)).toBe('over')
  })
  it('opens nothing when a single letter is another', () => {
    for (let at = 0; at < link.length; at += 1)
      for (const letter of '0a') {
        const flipped = `${link.slice(0, at)}${letter}${link.slice(at + 1)}`
        if (flipped !== link) expect(readPhotoLink(secret, flipped, issuedAt), flipped).toBe('unknown')
      }
    for (const other of [
      '',
      'x',
      `${link}0`,
      link.slice(1),
      reference,
      `${link}\n`,
      '\ud800',
      'é'.repeat(23),
    ])
      expect(readPhotoLink(secret, other, issuedAt)).toBe('unknown')
  })
})

const photo = (byte = 1) => ({ name: 'photos', bytes: Buffer.from([byte, 2, 3]) })
const post = (
  files: Parameters<typeof multipartPost>[1],
  more: { readonly link?: string; readonly remote?: string; readonly id?: string } = {},
): HttpRequest => ({
  ...multipartPost({ id: more.id ?? 'an-id-of-a-browser', lang: 'ht' }, files, {}),
  url: `https://311.example.org/photo/${more.link ?? link}`,
  ...(more.remote !== undefined && { remote: more.remote }),
})
async function sent(request: HttpRequest, channel = web()) {
  const raw = await channel.receive(await channel.verify(request))
  const inbound = channel.normalise(raw)
  return {
    inbound,
    answer: () => channel.respond(raw, []),
    problem: raw.step === 'photo' ? raw.problem : '-',
  }
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: { code?: string }) => error.code,
  )

describe('the form behind it', () => {
  it('is a message without words for its request, in the language of the page', async () => {
    const { inbound, answer } = await sent(post([photo(), photo(2)]))
    expect(inbound).toMatchObject([
      {
        kind: 'message',
        files: [{}, {}],
        message: { channel: 'web', text: '', joins: reference, language: 'ht' },
      },
    ])
    expect(JSON.stringify(inbound)).not.toContain(link)
    expect(answer().status).toBe(200)
  })
  it('sent again it is the same message, with another photo another one', async () => {
    const idOf = async (byte: number) => {
      const [one] = (await sent(post([photo(byte)]))).inbound
      return one?.kind === 'message' ? one.message.id : null
    }
    expect(await idOf(1)).toBe(await idOf(1))
    expect(await idOf(1)).not.toBe(await idOf(2))
  })
  it('says what is wrong with it, and takes nothing', async () => {
    const over = newPhotoLink(secret, reference, issuedAt - 9 * dayMs)
    const large = { name: 'photos', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) }
    for (const [request, problem] of [
      [post([]), 'none'],
      [post(Array.from({ length: 6 }, (_, n) => photo(n))), 'photos'],
      [post([large]), 'photos'],
      [post([photo()], { link: over }), 'over'],
      [post([photo()], { link: `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}` }), 'unknown'],
    ] as const) {
      const came = await sent(request)
      expect([came.problem, came.inbound, came.answer().status]).toEqual([problem, [], 422])
    }
  })
  it('a body that is no form of ours is malformed', async () => {
    expect(await codeOf(sent(post([photo()], { id: 'x' })))).toBe('malformed')
  })
  it('takes twenty photos for one request, by whatever process and address', async () => {
    const tally = memoryTally()
    const five = Array.from({ length: 5 }, (_, n) => photo(n))
    const problems = []
    for (let n = 0; n < 5; n += 1)
      problems.push((await sent(post(five, { remote: `192.0.2.${n}` }), web({ tally }))).problem)
    expect(problems).toEqual([null, null, null, null, 'enough'])
  })
})

describe('limits that processes share', () => {
  const id = 'an-id-of-a-browser'
  const from = (remote: string, fields: Record<string, string> = {}): HttpRequest => ({
    ...browserPost({ words: 'a', ...fields }),
    remote,
  })
  it('three gateways let through what one would', async () => {
    const tally = memoryTally()
    const gateways = [0, 1, 2].map(() => web({ tally }))
    const send = async (fields: Record<string, string>) => {
      const codes = []
      for (let n = 0; n < 20; n += 1)
        for (const gateway of gateways) codes.push(await codeOf(sent(from('192.0.2.7', fields), gateway)))
      return codes.filter((code) => code === 'no error').length
    }
    expect(await send({ id, work: workFor(token, id) })).toBe(40)
    const others = memoryTally()
    gateways.splice(0, 3, ...[0, 1, 2].map(() => web({ tally: others })))
    expect(await send({})).toBe(16)
  })
  it('says how long to wait, and begins anew', async () => {
    let now = issuedAt + 10_000
    const tally = memoryTally()
    const fresh = () => web({ tally, now: () => now })
    for (let n = 0; n < 16; n += 1) expect(await codeOf(sent(from('192.0.2.8'), fresh()))).toBe('no error')
    const refused = await sent(from('192.0.2.8'), fresh()).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'rate-limited', afterMs: 590_000 })
    now += 590_000
    expect(await codeOf(sent(from('192.0.2.8'), fresh()))).toBe('no error')
  })
  it('keeps no address, and another name every ten minutes', async () => {
    const tally = memoryTally()
    await sent(from('192.0.2.9'), web({ tally }))
    await sent(from('192.0.2.9'), web({ tally, now: () => issuedAt + 600_000 }))
    const names = tally.names()
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(name).toMatch(/^web forms without work [0-9a-f]{6} 2026-11-20T12:[01]$/)
  })
  it('asks for nothing where nothing is taken', async () => {
    const tally = memoryTally()
    const channel = web({ tally })
    await sent(from('192.0.2.10', { words: '' }), channel)
    await sent(from('192.0.2.10', { show: 'questions' }), channel)
    await sent(post([], { remote: '192.0.2.10' }), channel)
    await sent(post([photo()], { remote: '192.0.2.10', link: 'x' }), channel)
    expect(tally.names()).toEqual([])
  })
  it('while the ledger is away each process counts by itself', async () => {
    const tally = {
      add: async () => {
        throw new AppError('storage-away', 'a test')
      },
    }
    const channel = web({ tally })
    const codes = []
    for (let n = 0; n < 8; n += 1) codes.push(await codeOf(sent(from('192.0.2.11'), channel)))
    expect(codes).toEqual([...Array(6).fill('no error'), 'rate-limited', 'rate-limited'])
  })
})
