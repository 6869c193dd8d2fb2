import { describe, expect, it } from 'vitest'
import { isWork, workFor } from '../../channels/web/work.ts'
import { services } from '../../src/city/boston/services/index.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { browserPost, issuedAt, token, web } from './web.harness.ts'

/** One whose resident must be reachable. */
const reachable = services.find(({ contact }) => contact)?.code ?? ''

async function read(request: HttpRequest, channel = web()) {
  const raw = await channel.receive(await channel.verify(request))
  if (raw.step === 'photo') throw new Error('not a report')
  const [first] = channel.normalise(raw)
  return {
    raw,
    message: first?.kind === 'message' ? first.message : null,
    answer: () => channel.respond(raw, []),
  }
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: { code?: string }) => error.code,
  )
describe('a form as a message', () => {
  it('states what its fields say', async () => {
    const { message } = await read(
      browserPost({
        words: 'the sidewalk is broken',
        service: 'sidewalk-repair',
        'q-injury': 'yes',
        'q-nothing-of-ours': 'x',
        address: 'near the park',
        lat: '42.3563',
        lon: '-71.0623',
        accuracy: '12',
        name: 'Ada Example',
        phone: '(617) 555-0123',
        email: 'resident@example.org',
        lang: 'es',
      }),
    )
    expect(message).toMatchObject({
      channel: 'web',
      to: 'web',
      text: 'the sidewalk is broken',
      point: { lat: 42.3563, lon: -71.0623, accuracyM: 12 },
      stated: {
        service_code: 'sidewalk-repair',
        address: 'near the park',
        attributes: { injury: 'yes' },
        contact: { name: 'Ada Example', phone: '+16175550123', email: 'resident@example.org' },
        language: 'es',
        final: false,
      },
    })
    expect(JSON.stringify(message)).not.toContain(token)
  })
  it('says nothing of a language where the page is in English: who writes in another is answered in it', async () => {
    expect((await read(browserPost({ words: 'un bache' }))).message?.stated?.language).toBeNull()
  })
  it('an answer is of the same conversation, and states nothing', async () => {
    const first = await read(browserPost({ words: 'a hole' }))
    const answer = await read(browserPost({ step: 'answer', choice: '2', answer: '' }))
    const typed = await read(browserPost({ step: 'answer', answer: '45 Elm St' }))
    expect(answer.message).toMatchObject({ text: '2', from: first.message?.from })
    expect(answer.message?.stated).toBeUndefined()
    expect(typed.message?.text).toBe('45 Elm St')
    // The dialog asks again.
    expect((await read(browserPost({ step: 'answer', answer: '' }))).message?.text).toBe('')
  })
  it('a number of no country stays as it was written', async () => {
    const phoneOf = async (phone: string) =>
      (await read(browserPost({ words: 'a', phone }))).message?.stated?.contact?.phone
    expect(await phoneOf('+44 20 7946 0000')).toBe('+442079460000')
    expect(await phoneOf('1-617-555-0123')).toBe('+16175550123')
    expect(await phoneOf('ask at the desk')).toBe('ask at the desk')
  })
})

describe('the same form again', () => {
  it('is the same message, and edited it is another', async () => {
    const [first, second, edited] = await Promise.all(
      ['a hole', 'a hole', 'a big hole'].map(
        async (words) => (await read(browserPost({ words }))).message?.id,
      ),
    )
    expect(second).toBe(first)
    expect(edited).not.toBe(first)
  })
  it('another photo makes it another message', async () => {
    const withPhoto = async (byte: number) =>
      (await read(browserPost({ words: 'a' }, [{ name: 'photos', bytes: Buffer.from([byte]) }]))).message?.id
    expect(await withPhoto(1)).toBe(await withPhoto(1))
    expect(await withPhoto(1)).not.toBe(await withPhoto(2))
  })
  it('with work or without, now or later, it is the same', async () => {
    const worked = await read(
      browserPost({ words: 'a', work: '17' }),
      web({ now: () => issuedAt + 86_400_000 }),
    )
    expect(worked.message?.id).toBe((await read(browserPost({ words: 'a' }))).message?.id)
  })
})

describe('a form with something wrong', () => {
  const problems = async (
    fields: Record<string, string>,
    files: { name: string; bytes: Uint8Array }[] = [],
  ) => {
    const { raw, message, answer } = await read(browserPost(fields, files))
    expect(message, 'nothing is taken').toBeNull()
    expect(answer().status).toBe(422)
    expect(JSON.parse(answer().body)).toMatchObject({
      problems: raw.problems,
      words: fields.words ?? '',
    })
    return raw.problems
  }
  it('comes back with what was in it', async () => {
    expect(await problems({ words: '' })).toEqual(['empty'])
    expect(await problems({ words: 'a', email: 'nobody' })).toEqual(['email'])
    expect(await problems({ words: 'a', website: 'https://spam.example' })).toEqual(['again'])
    expect(await problems({ words: 'a', token: `${token.slice(0, -1)}x` })).toEqual(['again'])
    const six = Array.from({ length: 6 }, () => ({ name: 'photos', bytes: Buffer.from('x') }))
    expect(await problems({ words: 'a' }, six)).toEqual(['photos'])
  })
  it('a service that needs contact says so, and is content with either', async () => {
    expect(await problems({ words: 'a', service: reachable })).toEqual(['contact'])
    expect(
      (await read(browserPost({ words: 'a', service: reachable, phone: '617-555-0123' }))).message,
    ).not.toBeNull()
  })
  it('a photo or a service alone is enough', async () => {
    expect(
      (await read(browserPost({ words: '' }, [{ name: 'photos', bytes: Buffer.from('x') }]))).message,
    ).not.toBeNull()
    expect((await read(browserPost({ words: '', service: 'pothole' }))).message).not.toBeNull()
  })
  it('asked for its questions it comes back too, and nothing is taken', async () => {
    const { message, answer } = await read(browserPost({ words: 'a', service: 'pothole', show: 'questions' }))
    expect(message).toBeNull()
    expect([answer().status, JSON.parse(answer().body).service]).toEqual([200, 'pothole'])
  })
  it('a token is ours, and not over', async () => {
    const at = async (ms: number) =>
      (await read(browserPost({ words: 'a' }), web({ now: () => issuedAt + ms }))).raw.problems
    expect(await at(10_000)).toEqual([])
    expect(await at(6 * 86_400_000)).toEqual([])
    expect(await at(8 * 86_400_000)).toEqual(['again'])
    expect(await at(500), 'too quick for a hand').toEqual(['again'])
    expect(await at(-3_600_000)).toEqual(['again'])
  })
})

describe('against robots', () => {
  const from = (remote: string, fields: Record<string, string> = {}): HttpRequest => ({
    ...browserPost({ words: 'a', ...fields }),
    remote,
  })
  it('work is checked for this token and this id', () => {
    const id = 'an-id-of-a-browser'
    const work = workFor(token, id)
    expect(isWork(token, id, work)).toBe(true)
    expect(isWork(token, `${id}x`, work)).toBe(false)
    expect(isWork(token, id, `${work} `)).toBe(false)
    expect(isWork(token, id, '')).toBe(false)
  })
  it('after six contacts from one address the next are kept, and their owners are left alone', async () => {
    let now = issuedAt
    const channel = web({ now: () => now })
    const silent = async (fields: Record<string, string>, remote = '192.0.2.9') => {
      now += 5 * 60_000
      return (await read(from(remote, fields), channel)).message?.silent
    }
    for (let n = 0; n < 7; n += 1) expect(await silent({})).toBeUndefined()
    for (let n = 0; n < 3; n += 1) expect(await silent({ phone: '617-555-0123' })).toBeUndefined()
    for (let n = 0; n < 3; n += 1)
      expect(await silent({ step: 'answer', answer: '617-555-0123' })).toBeUndefined()
    const kept = await read(from('192.0.2.9', { email: 'resident@example.org' }), channel)
    expect(kept.message?.silent ?? (await silent({ phone: '617-555-0123' }))).toBe(true)
    expect(await silent({ step: 'answer', answer: 'resident@example.org' }, '192.0.2.10')).toBeUndefined()
    expect(await silent({ words: 'no contact' })).toBeUndefined()
  })
  it('who proves work may be quick, and send more', async () => {
    const id = 'an-id-of-a-browser'
    const channel = web({ now: () => issuedAt + 100 })
    const work = workFor(token, id)
    expect((await read(from('192.0.2.1', { id, work }), channel)).raw.problems).toEqual([])
    const codes = await Promise.all(
      Array.from({ length: 25 }, () => codeOf(read(from('192.0.2.1', { id, work }), channel))),
    )
    expect(codes.filter((code) => code === 'no error')).toHaveLength(19)
  })
  it('without work six at once, then one a minute, for each address', async () => {
    let now = issuedAt + 10_000
    const channel = web({ now: () => now })
    const one = (remote: string) => codeOf(read(from(remote), channel))
    for (let n = 0; n < 6; n += 1) expect(await one('192.0.2.1')).toBe('no error')
    expect(await one('192.0.2.1')).toBe('rate-limited')
    expect(await one('192.0.2.2')).toBe('no error')
    now += 60_000
    expect(await one('192.0.2.1')).toBe('no error')
  })
  it('says so on a page, with 429', async () => {
    const channel = web()
    const refused = channel.refuse?.(
      { code: 'rate-limited' } as never,
      browserPost({}, [], { 'accept-language': 'fr' }),
      null,
    )
    expect([refused?.status, JSON.parse(refused?.body ?? '')]).toEqual([
      429,
      { code: 'rate-limited', accepts: 'fr', back: '/report' },
    ])
  })
})
