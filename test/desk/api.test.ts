import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'
import { apiApp, program, token } from './api.harness.ts'
import { consoleApp, fieldOf, origin, signInAs } from './console.harness.ts'

let stage: FakeDesk
let call: ReturnType<typeof program>
beforeEach(() => {
  stage = fakeDesk()
  call = program(apiApp(stage))
})
const aPothole = (words = 'a hole') =>
  stage.put({
    words,
    service: { code: 'pothole', confidence: 0.62 },
    others: [{ code: 'sidewalk-repair', confidence: 0.21 }],
    place: knownPlaces[0] ?? null,
  })
const json = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as Record<string, never> & {
    readonly error: string
    readonly message: string
  }

describe('who may call', () => {
  it('is whoever has the token, compared as a whole', async () => {
    expect((await call('/api/reviews')).status).toBe(200)
    for (const authorization of [
      '',
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
      'Bearer ',
      `Basic ${token}`,
      token,
    ]) {
      const answer = await call('/api/reviews', undefined, { authorization })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
    expect((await apiApp(stage).request(`${origin}/api/reviews`)).status).toBe(401)
  })

  it('is nobody by token where none is set', async () => {
    const closed = program(apiApp(stage, { agentToken: null }))
    expect((await closed('/api/reviews')).status).toBe(401)
    expect((await closed('/api/reviews', undefined, { authorization: 'Bearer null' })).status).toBe(401)
  })

  it('is an agent who is signed in, who changes things with the token of the session only', async () => {
    const { id } = await aPothole()
    const browser = await signInAs(consoleApp(stage), stage, 'ana')
    const csrf = fieldOf(await (await browser.get('/agent')).text(), 'csrf')
    const asAgent = (path: string, body?: unknown, more: Record<string, string> = {}) =>
      apiApp(stage).request(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { cookie: browser.cookie(), 'content-type': 'application/json', ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    expect((await asAgent('/api/reviews')).status).toBe(200)
    expect((await asAgent(`/api/reviews/${id}/decision`, { action: 'accept' })).status).toBe(403)
    const wrong = { 'x-csrf-token': 'of-another-session' }
    expect((await asAgent(`/api/reviews/${id}/decision`, { action: 'accept' }, wrong)).status).toBe(403)
    const other = await asAgent(
      `/api/reviews/${id}/decision`,
      { action: 'accept', agent: 'ben' },
      { 'x-csrf-token': csrf },
    )
    expect(other.status).toBe(403)
    expect(stage.commands).toEqual([])
    const taken = await asAgent(`/api/reviews/${id}/decision`, { action: 'accept' }, { 'x-csrf-token': csrf })
    expect(taken.status).toBe(200)
    expect(stage.commands).toMatchObject([{ agent: 'ana', surface: 'api' }])
  })
})

describe('a wrong token', () => {
  const guess = (at: typeof call, authorization = 'Bearer wrong') =>
    at('/api/reviews', undefined, { authorization })

  it('leaves a trace, without the token', async () => {
    const logged: string[] = []
    const at = program(apiApp(stage, { logged }))
    await at('/api/reviews')
    expect(logged).toEqual([])
    await guess(at, 'Bearer secret-of-somebody')
    expect(logged).toEqual(['surface.refused {"surface":"api","code":"forbidden","reason":"wrong token"}'])
  })

  it('has to wait after twenty within a minute, and the right one never', async () => {
    const logged: string[] = []
    const at = program(apiApp(stage, { logged }))
    for (let n = 0; n < 20; n++) {
      expect((await guess(at)).status).toBe(401)
      stage.pass(1_000)
    }
    for (let n = 0; n < 5; n++) {
      const answer = await guess(at)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '40'])
      expect(await json(answer)).toMatchObject({ error: 'rate-limited' })
    }
    expect(logged).toHaveLength(21)
    expect((await at('/api/reviews')).status).toBe(200)
    stage.pass(40_000)
    expect((await guess(at)).status).toBe(401)
    expect((await guess(at)).status).toBe(429)
  })
})

describe('GET /api/reviews', () => {
  it('lists what an agent needs, and masks who wrote', async () => {
    const { id, request } = await aPothole()
    const { reviews } = await json(call('/api/reviews'))
    expect(reviews).toMatchObject([
      {
        id,
        reference: request.reference,
        request_id: request.id,
        reason: 'service-unclear',
        pinned: false,
        opened_at: '2026-11-02T15:00:00.000Z',
        updated_at: '2026-11-02T15:00:00.000Z',
        version: 1,
        claim: null,
        description: 'a hole',
        service_code: 'pothole',
        suggestions: [
          { service_code: 'pothole', name: 'Pothole', confidence: 0.62 },
          { service_code: 'sidewalk-repair', confidence: 0.21 },
        ],
        place: { address: '123 Tremont St' },
        channel: 'sms',
        language: 'en',
        resident: '…0123',
        photos: [],
        recordings: [],
      },
    ])
  })

  it('takes a limit up to 200', async () => {
    for (let n = 0; n < 3; n++) await aPothole()
    expect((await json(call('/api/reviews?limit=2'))).reviews).toHaveLength(2)
    for (const limit of ['0', '201', 'many', '1.5', '-1'])
      expect((await call(`/api/reviews?limit=${limit}`)).status).toBe(400)
  })
})

describe('GET /api/reviews/{id}', () => {
  it('adds what was said and done, by any of its names', async () => {
    const { id, request } = await aPothole()
    stage.say(id, 'Where is it?')
    for (const name of [id, request.id, request.reference, request.reference.toLowerCase()]) {
      const { thread, history } = await json(call(`/api/reviews/${name}`))
      expect(thread).toMatchObject([
        { who: 'resident', text: 'a hole', message_id: request.message_ids[0] },
        { who: 'bot', text: 'Where is it?', message_id: null },
      ])
      expect(history).toMatchObject([{ actor: 'bot', what: 'created' }])
    }
    expect((await call('/api/reviews/rev_nobody000')).status).toBe(404)
  })

  it.each(['%00', '%01rev', 'rev_1%27', '%E2%80%AE', '..%2F..', 'x'.repeat(81), '%FF'])(
    'is not there under a name like %s, which no ledger is asked for',
    async (name) => {
      const asked: string[] = []
      const review = async (called: string) => {
        asked.push(called)
        throw new AppError('bug', 'invalid byte sequence')
      }
      const at = program(apiApp(stage, { desk: { review } }))
      expect((await at(`/api/reviews/${name}`)).status).toBe(404)
      expect((await at(`/api/reviews/${name}/decision`, { action: 'accept' })).status).toBe(404)
      expect((await at(`/api/reviews/${name}/claim`, {})).status).toBe(404)
      expect((await at(`/api/media/med_00000001.jpg?review=${name}`)).status).toBe(404)
      expect((await at(`/api/services?review=${name}`)).status).toBe(200)
      expect(asked).toEqual([])
    },
  )

  it('links to photos that the same token opens, and only with their review', async () => {
    const files = { read: async () => ({ bytes: new Uint8Array([1]), type: 'image/jpeg' }) }
    const withFiles = program(apiApp(stage, { files }))
    const row = await stage.putRow({ words: 'a hole' }, { photoIds: ['med_00000001'] })
    const { review } = await json(withFiles(`/api/reviews/${row.id}`))
    const [photo = ''] = (review as unknown as { photos: string[] }).photos
    expect(photo).toBe(`${origin}/api/media/med_00000001.jpg?review=${row.id}`)
    const shown = await withFiles(photo.slice(origin.length))
    expect(shown.status).toBe(200)
    expect(shown.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect((await withFiles('/api/media/med_00000001.jpg')).status).toBe(404)
    expect((await apiApp(stage, { files }).request(photo)).status).toBe(401)
  })
})

describe('a recorded message', () => {
  const sound = Uint8Array.from({ length: 10 }, (_, n) => n)
  const files = { read: async () => ({ bytes: sound, type: 'audio/mpeg' }) }
  const open = async () => {
    const withFiles = program(apiApp(stage, { files }))
    const row = await stage.putRow({ words: '' }, { recordingIds: ['med_00000001'] })
    const { review } = await json(withFiles(`/api/reviews/${row.id}`))
    const [address = ''] = (review as unknown as { recordings: string[] }).recordings
    return { withFiles, address, path: address.slice(origin.length) }
  }
  it('is played to the same token, and only with its review', async () => {
    const { withFiles, address, path } = await open()
    const whole = await withFiles(path)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
    expect(whole.headers.get('cache-control')).toBe('private, no-store')
    expect((await withFiles('/api/recordings/med_00000001')).status).toBe(404)
    expect((await withFiles(path.replace('00001', '00002'))).status).toBe(404)
    expect((await apiApp(stage, { files }).request(address)).status).toBe(401)
  })
  it.each([
    ['bytes=2-4', 206, [2, 3, 4], 'bytes 2-4/10'],
    ['bytes=8-', 206, [8, 9], 'bytes 8-9/10'],
    ['bytes=-3', 206, [7, 8, 9], 'bytes 7-9/10'],
    ['bytes=4-99', 206, [4, 5, 6, 7, 8, 9], 'bytes 4-9/10'],
    ['bytes=99-', 200, [...sound], null],
    ['lines=1-2', 200, [...sound], null],
  ])('comes in the range %s', async (range, status, bytes, says) => {
    const { withFiles, path } = await open()
    const answer = await withFiles(path, undefined, { range })
    expect(answer.status).toBe(status)
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual(bytes)
    expect(answer.headers.get('content-range')).toBe(says)
  })
})

describe('POST /api/reviews/{id}/decision', () => {
  it('speaks for whom the body or the header names, or for the API', async () => {
    const decide = async (body: object, headers: Record<string, string> = {}) =>
      call(`/api/reviews/${(await aPothole()).id}/decision`, { action: 'accept', ...body }, headers)
    await decide({ agent: 'ana' }, { 'x-agent': 'ben' })
    await decide({}, { 'x-agent': 'ben' })
    await decide({})
    expect(stage.commands.map(({ agent }) => agent)).toEqual(['ana', 'ben', 'api'])
    expect((await decide({}, { 'x-agent': '<b>' })).status).toBe(400)
    expect((await decide({ agent: 'x'.repeat(81) })).status).toBe(400)
  })

  it.each([
    'resident',
    'Bot',
    'API',
    'console',
    'slack',
    'shell',
    'System',
    ' system ',
    'ｒｅｓｉｄｅｎｔ',
    'agent:ana',
    'Slack:U0AGENTA',
  ])('is not taken in the name of %s', async (agent) => {
    const { id } = await aPothole()
    expect((await call(`/api/reviews/${id}/decision`, { action: 'accept', agent })).status).toBe(400)
    expect((await call(`/api/reviews/${id}/claim`, { agent })).status).toBe(400)
    expect(stage.commands).toEqual([])
  })

  it('needs a reason that can be read to refuse', async () => {
    const { id } = await aPothole()
    const refuse = (note: string) => call(`/api/reviews/${id}/decision`, { action: 'refuse', note })
    for (const note of ['\u0000', '\u0007\u001b\u009f', ' \r\n\t', '\u200b\u202e'])
      expect([note, (await refuse(note)).status]).toEqual([note, 422])
    expect((await refuse('Not\u0000 ours:\r\nask the state.\u0007')).status).toBe(200)
    expect(stage.commands.at(-1)).toMatchObject({ note: 'Not ours:\nask the state.' })
  })

  it('says the same again later: a resident who answered can be asked again', async () => {
    const { id } = await aPothole()
    const ask = () => call(`/api/reviews/${id}/decision`, { action: 'ask', note: 'location', agent: 'ana' })
    await ask()
    stage.pass(60_000)
    await ask()
    expect(new Set(stage.commands.map(({ key }) => key)).size).toBe(1)
    await stage.addWords(id, 'by the school')
    stage.pass(120_000)
    expect((await ask()).status).toBe(200)
    expect(new Set(stage.commands.map(({ key }) => key)).size).toBe(2)
    expect((await stage.desk.review(id))?.askedAt).not.toBeNull()
  })

  it('takes the words of a place from the city, never from whoever sends it', async () => {
    const lie = { ...knownPlaces[0], address: 'Call +1 900 555 0199', neighborhood: 'now', zip: '!' }
    const change = async (place: unknown) =>
      call(`/api/reviews/${(await aPothole()).id}/decision`, { action: 'change', place })
    expect((await change(lie)).status).toBe(200)
    expect((await change({ ...lie, address: '123 Tremont St' })).status).toBe(200)
    expect(stage.commands.map(({ place }) => [place?.address, place?.neighborhood, place?.zip])).toEqual([
      ['123 Tremont St', 'Downtown', '02108'],
      ['123 Tremont St', 'Downtown', '02108'],
    ])
  })

  it('is taken once for a key, and once for the same words where there is none', async () => {
    const { id } = await aPothole()
    const ask = (headers: Record<string, string> = {}, more = {}) =>
      call(`/api/reviews/${id}/decision`, { action: 'ask', agent: 'ana', ...more }, headers)
    for (const n of ['first', 'first', 'second'])
      expect((await ask({ 'idempotency-key': n })).status).toBe(200)
    for (let n = 0; n < 3; n++) expect((await ask()).status).toBe(200)
    expect((await ask({}, { key: 'first' })).status).toBe(200)
    expect(new Set(stage.commands.map(({ key }) => key)).size).toBe(3)
    const asked = (await stage.desk.history((await stage.desk.review(id)) ?? never())).filter(({ what }) =>
      what.startsWith('asked'),
    )
    expect(asked).toHaveLength(3)
    expect(stage.commands.every(({ key }) => key.startsWith('api:') && key.length <= 200)).toBe(true)
    expect((await ask({ 'idempotency-key': 'x'.repeat(201) })).status).toBe(400)
  })

  it("does not answer one agent with another's decision of the same key", async () => {
    const { id } = await aPothole()
    const decide = (agent: string) =>
      call(`/api/reviews/${id}/decision`, { action: 'accept', agent }, { 'idempotency-key': '1' })
    expect((await decide('ana')).status).toBe(200)
    const second = await decide('ben')
    expect(second.status).toBe(409)
    expect(await json(second)).toMatchObject({
      error: 'decided',
      by: 'ana',
      review: { closed: { outcome: 'accepted' } },
    })
  })

  it('finds a place by its words, and says which there are where several could be meant', async () => {
    const { id } = await aPothole()
    const change = (place: unknown) => call(`/api/reviews/${id}/decision`, { action: 'change', place })
    const several = await change('boylston')
    expect(several.status).toBe(422)
    expect(await json(several)).toMatchObject({
      error: 'impossible',
      places: [{ text: '700 Boylston St, Back Bay 02116' }, { text: '701 Boylston St, Back Bay 02116' }],
    })
    expect((await change('the end of the world')).status).toBe(422)
    expect((await change({ ...knownPlaces[0], lat: 10 })).status).toBe(422)
    expect((await change({ lat: 10 })).status).toBe(400)
    expect((await change(knownPlaces[1])).status).toBe(200)
    expect(stage.commands).toMatchObject([{ place: { address: '700 Boylston St' } }])
  })

  it('tells who holds it, and that it changed', async () => {
    const { id } = await aPothole()
    const old = (await json(call(`/api/reviews/${id}`))) as unknown as { review: { updated_at: string } }
    await call(`/api/reviews/${id}/claim`, { agent: 'ben' })
    const held = await call(`/api/reviews/${id}/decision`, { action: 'accept' })
    expect([held.status, await json(held)]).toMatchObject([409, { error: 'held', holder: 'ben' }])
    await stage.addWords(id, 'more')
    for (const seen of [old.review.updated_at, Date.parse(old.review.updated_at)]) {
      const changed = await call(`/api/reviews/${id}/decision`, { action: 'accept', agent: 'ben', seen })
      expect([changed.status, await json(changed)]).toMatchObject([409, { error: 'changed' }])
    }
  })

  it.each([
    [{ action: 'fly' }, 400],
    [{}, 400],
    ['not json', 400],
    ['', 400],
    [{ action: 'accept', takeover: true }, 400],
    [{ action: 'accept', code: 'NOT A SLUG' }, 400],
    [{ action: 'ask', note: 'why' }, 400],
    [{ action: 'refuse', note: 'x'.repeat(301) }, 400],
    [{ action: 'change' }, 422],
    [{ action: 'change', code: 'no-such-service' }, 422],
    [{ action: 'refuse' }, 422],
  ])('with %j answers %i and why', async (body, status) => {
    const { id } = await aPothole()
    const answer = await call(`/api/reviews/${id}/decision`, body)
    expect(answer.status).toBe(status)
    expect((await json(answer)).message).not.toBe('')
    expect((await stage.desk.review(id))?.closed).toBeNull()
  })

  it('names every field that is wrong', async () => {
    const { id } = await aPothole()
    const { problems } = await json(call(`/api/reviews/${id}/decision`, { action: 'fly', seen: 'soon' }))
    expect(problems).toMatchObject([{ field: 'action' }, { field: 'seen' }])
  })

  it('may be larger than any honest one, and is not read then', async () => {
    const { id } = await aPothole()
    const answer = await call(`/api/reviews/${id}/decision`, `{"note":"${'x'.repeat(70_000)}"}`)
    expect([answer.status, (await json(answer)).error]).toEqual([413, 'too-large'])
  })
})

describe('the rest of the API', () => {
  it('finds services and places', async () => {
    const { services } = await json(call('/api/services?q=pothole'))
    expect((services as unknown as unknown[])[0]).toMatchObject({ service_code: 'pothole', name: 'Pothole' })
    const { places } = await json(call('/api/places?q=700%20boylston%20st'))
    expect(places).toMatchObject([{ text: '700 Boylston St, Back Bay 02116', place: { zip: '02116' } }])
  })

  it('says 404 of what is not there and 503 while the ledger is away, in JSON, without a word of a resident', async () => {
    const logged: string[] = []
    const logging = program(apiApp(stage, { logged }))
    expect((await logging('/api/nowhere')).status).toBe(404)
    stage.failWith(new AppError('storage-away', 'no connection'))
    const away = await logging('/api/reviews')
    expect([away.status, (await json(away)).error]).toEqual([503, 'storage-away'])
    stage.failWith(new TypeError('secret words'))
    const bug = await logging('/api/reviews')
    expect([bug.status, await bug.text()]).toMatchObject([500, expect.not.stringContaining('secret')])
    expect(logged.join()).not.toContain('secret')
    expect(logged).toHaveLength(2)
  })
})

const never = (): never => {
  throw new Error('it is there')
}
