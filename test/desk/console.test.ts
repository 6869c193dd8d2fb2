import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import { knownPlace, typedPlace } from '../../src/desk/api/places.ts'
import { marked, marksOf } from '../../src/desk/console/highlight.ts'
import { signInLink } from '../../src/desk/console/index.ts'
import { age, contactLink, firstWords } from '../../src/desk/console/words.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'
import { until } from '../support/until.ts'
import {
  type ConsoleParts,
  consoleApp,
  decoded,
  fieldOf,
  formOf,
  origin,
  signInAs,
  textOf,
  visitor,
} from './console.harness.ts'

const never = (): never => {
  throw new Error('it is there')
}

let stage: FakeDesk
beforeEach(() => {
  stage = fakeDesk()
})
const app = (parts: ConsoleParts = {}) => consoleApp(stage, parts)
const linkTo = async (base = origin) =>
  (await signInLink(stage.sessions, stage.clock, randomBytes, base)).slice(base.length)
const aPothole = (words = 'a hole') =>
  stage.put({ words, service: { code: 'pothole', confidence: 0.62 }, place: knownPlaces[0] ?? null })

describe('signing in', () => {
  it('takes a link once, gives a cookie that scripts and other sites do not get, and leads to the list', async () => {
    const console_ = app()
    const link = await linkTo()
    const browser = visitor(console_)
    const answer = await browser.get(link)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/agent')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^intake311=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await browser.get('/agent')).status).toBe(200)

    const again = await visitor(console_).get(link)
    expect(again.status).toBe(403)
    expect(textOf(await again.text())).toContain('npm run reviews -- link')
  })

  it('is Secure and bound to the host where the console is reached by TLS', async () => {
    const publicUrl = 'https://311.example.org'
    const answer = await app({ publicUrl }).request(`${origin}${await linkTo(publicUrl)}`)
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-intake311=[^;]+; .*Secure/)
  })

  it('refuses a link that is too old, made up or empty', async () => {
    const link = await linkTo()
    stage.pass(31 * 60_000)
    for (const path of [link, '/agent/sign-in?token=made-up', '/agent/sign-in?token='])
      expect((await visitor(app()).get(path)).status).toBe(403)
  })

  it('is not used up by whoever only looks: a mail scanner, a browser that looks ahead', async () => {
    const console_ = app()
    const link = await linkTo()
    expect((await console_.request(`${origin}${link}`, { method: 'HEAD' })).status).toBe(204)
    expect((await visitor(console_).get(link, { 'sec-purpose': 'prefetch;prerender' })).status).toBe(204)
    expect((await visitor(console_).get(link)).status).toBe(303)
  })

  it('ends after twelve hours, and by signing out', async () => {
    const console_ = app()
    const browser = await signInAs(console_, stage, 'ana')
    const csrf = fieldOf(await (await browser.get('/agent')).text(), 'csrf')
    const cookie = browser.cookie()
    expect((await browser.post('/agent/sign-out', { csrf })).status).toBe(303)
    expect((await visitor(console_).get('/agent', { cookie })).status).toBe(302)

    const other = await signInAs(console_, stage, 'ben')
    stage.pass(12 * 3_600_000)
    expect((await other.get('/agent')).status).toBe(302)
  })

  it('shows nothing without: the list leads to how to sign in, everything else says 401', async () => {
    const { id } = await aPothole('a secret hole')
    const browser = visitor(app())
    const list = await browser.get('/agent')
    expect([list.status, list.headers.get('location')]).toEqual([302, '/agent/sign-in'])
    expect(textOf(await (await browser.get('/agent/sign-in')).text())).toContain('npm run reviews -- link')
    for (const path of [
      `reviews/${id}`,
      'list',
      'events',
      'services?q=a',
      'places?q=a',
      'places/at?lat=42.35&lon=-71.06',
      'outlines.json',
      'media/med_00000001.jpg',
      'nowhere',
    ]) {
      const answer = await browser.get(`/agent/${path}`)
      expect([path, answer.status]).toEqual([path, 401])
      expect(await answer.text()).not.toContain('secret')
    }
    expect((await browser.post(`/agent/reviews/${id}/decision`, { action: 'accept' })).status).toBe(401)
  })

  it('lets an agent take a name, which frees what was held under the old one', async () => {
    const console_ = app()
    const { id } = await aPothole()
    const browser = await signInAs(console_, stage, 'ana')
    await stage.desk.claim(id, 'ana', false)
    const csrf = fieldOf(await (await browser.get('/agent')).text(), 'csrf')
    await browser.post('/agent/name', { csrf, agent: '  Ana María ' })
    expect(textOf(await (await browser.get('/agent')).text())).toContain('You are Ana María')
    expect((await stage.desk.review(id))?.claim).toBeNull()
    for (const agent of ['', '<b>', 'x'.repeat(81), '\u202Eevil', 'Resident', 'slack', 'agent:ben', 'bot']) {
      const answer = await browser.post('/agent/name', { csrf, agent })
      expect([agent, answer.status]).toEqual([agent, 422])
      expect(textOf(await answer.text())).toContain('You are still called Ana María')
    }
    expect(textOf(await (await browser.get('/agent')).text())).toContain('You are Ana María')
  })
})

describe('every answer of the console', () => {
  it('comes with a policy that allows nothing from elsewhere and nothing inline', async () => {
    const { id } = await aPothole()
    const browser = await signInAs(app(), stage, 'ana')
    for (const path of ['/agent', `/agent/reviews/${id}`, '/agent/sign-in', '/agent/nowhere']) {
      const answer = await browser.get(path)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|blob:|data:|https?:/)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const page = await answer.text()
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/)
    }
  })

  it('loads htmx and its extension before the page is read: deferred, the page was sometimes never live', async () => {
    const browser = await signInAs(app(), stage, 'ana')
    const page = await (await browser.get('/agent')).text()
    const scripts = [...page.matchAll(/<script ([^>]*)src="[^"]*\/([\w.-]+)"/g)].map(
      ([, how, name]) => `${how}${name}`,
    )
    expect(scripts).toEqual(['htmx.js', 'hx-sse.js', 'type="module" console.js'])
  })

  it('has one address: with a slash at the end it leads to the one without', async () => {
    const answer = await app().request(`${origin}/agent/?after=rev_00000001`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/agent?after=rev_00000001'])
  })

  it('has files that may be kept for ever, under an address that changes with them', async () => {
    const console_ = app()
    const page = await (await visitor(console_).get('/agent/sign-in')).text()
    const css = /href="(\/agent\/assets\/\w+\/console\.css)"/.exec(page)?.[1] ?? ''
    for (const name of [
      'console.css',
      'console.js',
      'choose.js',
      'keys.js',
      'map.js',
      'icon.svg',
      'htmx.js',
      'hx-sse.js',
      'maplibre-gl.mjs',
      'maplibre-gl-worker.mjs',
    ]) {
      const answer = await console_.request(`${origin}${css.replace('console.css', name)}`)
      expect([name, answer.status]).toEqual([name, 200])
      expect(answer.headers.get('cache-control')).toContain('immutable')
    }
    for (const path of [
      css.replace(/assets\/\w+/, 'assets/old'),
      css.replace('console.css', '..%2Froutes.ts'),
      css.replace('console.css', 'constructor'),
    ])
      expect((await console_.request(`${origin}${path}`)).status).toBe(404)
  })

  it('says so in words where the ledger is away, and logs no word of a resident', async () => {
    const logged: string[] = []
    const { id } = await aPothole('my secret words')
    const browser = await signInAs(app({ logged }), stage, 'ana')
    stage.failWith(new AppError('storage-away', 'no connection'))
    const answer = await browser.get(`/agent/reviews/${id}`)
    expect(answer.status).toBe(503)
    expect(textOf(await answer.text())).toContain('Nothing was decided by this')
    stage.failWith(new TypeError('my secret words'))
    expect((await browser.get('/agent')).status).toBe(500)
    expect(logged).toHaveLength(2)
    expect(logged.join()).not.toContain('secret')
  })
})

describe('what a resident answered', () => {
  it('stands beside the English question, in English where it was chosen from a list', async () => {
    const { id } = await stage.putRow(
      { words: 'بقي كل شيء', language: 'ar', service: { code: 'missed-pickup', confidence: 0.9 } },
      { request: { attributes: { material: 'trash, bulk', gone: 'أمس' } } },
    )
    const page = await (await (await signInAs(app(), stage, 'ana')).get(`/agent/reviews/${id}`)).text()
    expect(page).toContain('<dt>What was missed?</dt><dd dir="auto">Trash, Bulk item</dd>')
    expect(page).toContain('<dt>gone</dt><dd dir="auto">أمس</dd>')
  })
})

describe('a form of the console', () => {
  const decide = async (change: Record<string, string>, headers: Record<string, string> = {}) => {
    const { id } = await aPothole()
    const browser = await signInAs(app(), stage, 'ana')
    const page = await (await browser.get(`/agent/reviews/${id}`)).text()
    const form = { ...formOf(page, { action: 'accept' }), ...change }
    return {
      answer: await browser.post(`/agent/reviews/${id}/decision`, form, headers),
      id,
      page,
      browser,
      form,
    }
  }

  it('is not taken without the token of the session, or from another site', async () => {
    expect((await decide({ csrf: '' })).answer.status).toBe(403)
    expect((await decide({ csrf: 'of-another-session' })).answer.status).toBe(403)
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await decide({}, elsewhere)).answer.status).toBe(403)
    expect((await decide({}, { origin: 'null', 'sec-fetch-site': 'cross-site' })).answer.status).toBe(403)
    expect(stage.commands).toEqual([])
  })

  it('is taken from a browser that knows us by our public address only', async () => {
    const publicUrl = 'https://311.example.org'
    const console_ = app({ publicUrl })
    const { id } = await aPothole()
    const browser = visitor(console_)
    await browser.get(await linkTo(publicUrl))
    const page = await (await browser.get(`/agent/reviews/${id}`)).text()
    const answer = await browser.post(`/agent/reviews/${id}/decision`, formOf(page, { action: 'accept' }), {
      origin: publicUrl,
      'sec-fetch-site': '',
    })
    expect(answer.status).toBe(303)
  })

  it('goes on to the most urgent of the others, past what somebody else holds', async () => {
    const held = await stage.put({ words: 'sparks', reason: 'emergency' })
    const next = await aPothole('next')
    await stage.desk.claim(held.id, 'ben', false)
    const { answer, id } = await decide({})
    expect(answer.headers.get('location')).toBe(`/agent/reviews/${next.id}?after=${id}`)
  })

  it('says what it did from the ledger: an address alone tells no lie', async () => {
    const { id } = await aPothole()
    const browser = await signInAs(app(), stage, 'ana')
    expect(textOf(await (await browser.get(`/agent?after=${id}`)).text())).not.toMatch(/accepted/)
    expect(textOf(await (await browser.get('/agent?after=<script>')).text())).not.toMatch(/accepted|script/)
  })

  it.each([
    [{ action: 'fly' }, 'action'],
    [{ key: 'short' }, 'key'],
    [{ seen: 'soon' }, 'seen'],
    [{ code: 'NOT A SLUG' }, 'code'],
    [{ spot: '{"lat":1}' }, 'spot'],
    [{ spot: 'not json' }, 'spot'],
    [{ lat: 'north', lon: '-71' }, 'lat'],
    [{ place: 'the end of the world' }, 'No place in the city'],
    [{ place: 'boylston' }, 'Several places'],
    [{ lat: '10', lon: '10' }, 'outside the city'],
    [{ spot: JSON.stringify({ ...knownPlaces[0], lat: 10 }) }, 'outside the city'],
  ])('with %j is turned away with 422 and what it is about', async (change, words) => {
    const { answer } = await decide(change)
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain(words)
    expect(stage.commands).toEqual([])
  })

  it('takes the words of a place from the city, never from the form', async () => {
    const lie = { ...knownPlaces[0], address: 'Call +1 900 555 0199', neighborhood: 'now', zip: '!' }
    await decide({ spot: JSON.stringify(lie) })
    expect(stage.commands).toMatchObject([
      { place: { address: '123 Tremont St', neighborhood: 'Downtown', zip: '02108' } },
    ])
  })

  it('refuses for a reason that can be read only', async () => {
    const { answer } = await decide({ action: 'refuse', note: '\u0000\u0007\u009f' })
    expect(answer.status).toBe(422)
    expect(stage.commands.every(({ note }) => note === '')).toBe(true)
    await decide({ action: 'refuse', note: 'Not ours:\r\nask\u0000 the state.' })
    expect(stage.commands.at(-1)).toMatchObject({ note: 'Not ours:\nask the state.' })
  })

  it('keeps what was entered when it is turned away', async () => {
    const { answer } = await decide({ code: 'sidewalk-repair', place: 'boylston' })
    const page = await answer.text()
    expect(page).toMatch(/value="sidewalk-repair" checked/)
    expect(fieldOf(page, 'place')).toBe('boylston')
    expect(page).toContain('700 Boylston St')
    expect(page).toContain('701 Boylston St')
  })

  it('takes a point instead of a place, and does not call it a change to choose what was suggested', async () => {
    await decide({ lat: '42.3600', lon: '-71.0600' })
    await decide({ code: 'pothole' })
    expect(stage.commands).toMatchObject([
      { action: 'change', place: { lat: 42.36, lon: -71.06 } },
      { action: 'accept' },
    ])
  })

  it('finds a place without deciding anything', async () => {
    const { answer } = await decide({ action: 'find', place: '700 Boylston St' })
    expect(answer.status).toBe(200)
    expect(stage.commands).toEqual([])
    const spot = /name="spot" value="(\{[^"]*)" checked/.exec(await answer.text())?.[1] ?? ''
    expect(JSON.parse(decoded(spot))).toMatchObject({ address: '700 Boylston St' })
  })

  it('may be larger than any honest one, and is not read then', async () => {
    expect((await decide({ note: 'x'.repeat(70_000) })).answer.status).toBe(413)
  })
})

describe('the page of a review', () => {
  it('shows the whole address, as a link, and the photos of this review only', async () => {
    const row = await stage.putRow({ words: 'a hole' }, { photoIds: ['med_00000001'] })
    const other = await aPothole()
    const files = { read: async () => ({ bytes: new Uint8Array([1, 2]), type: 'image/jpeg' }) }
    const browser = await signInAs(app({ files }), stage, 'ana')
    const page = await (await browser.get(`/agent/reviews/${row.id}`)).text()
    expect(page).toContain('href="tel:+16175550123"')
    expect(page).toContain(`/agent/media/med_00000001.jpg?review=${row.id}`)
    const photo = await browser.get(`/agent/media/med_00000001/thumbnail.jpg?review=${row.id}`)
    expect([photo.status, photo.headers.get('cache-control')]).toEqual([200, 'private, max-age=3600'])
    expect(photo.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    for (const query of ['', '?review=', `?review=${other.id}`, '?review=rev_nobody000'])
      expect((await browser.get(`/agent/media/med_00000001.jpg${query}`)).status).toBe(404)
  })

  it('plays the recorded messages of this review only', async () => {
    const row = await stage.putRow({ words: '' }, { recordingIds: ['med_00000001'] })
    const files = { read: async () => ({ bytes: new Uint8Array([1, 2]), type: 'audio/mpeg' }) }
    const web = app({ files })
    const browser = await signInAs(web, stage, 'ana')
    const page = await browser.get(`/agent/reviews/${row.id}`)
    expect(await page.text()).toContain(
      `<audio controls preload="none" src="/agent/recordings/med_00000001?review=${row.id}"`,
    )
    expect(page.headers.get('content-security-policy')).toContain("media-src 'self'")
    expect((await browser.get(`/agent/recordings/med_00000001?review=${row.id}`)).status).toBe(200)
    expect((await browser.get('/agent/recordings/med_00000001')).status).toBe(404)
  })

  it.each([
    ['proven', 'sms', 'Proven to be theirs: news goes there by text message.'],
    [
      'asked',
      'email',
      'its owner was asked by e-mail and has not answered with the code. No news goes there.',
    ],
    ['unasked', null, 'its owner was not asked. No news goes there.'],
  ] as const)('says of a contact in a form whether it is %s', async (owner, askedOn, words) => {
    const stated = { name: 'A <b> C', phone: '+16175550123', email: null }
    const row = await stage.putRow({ words: '' }, { contact: { ...stated, owner, askedOn } })
    const browser = await signInAs(app(), stage, 'ana')
    const page = await (await browser.get(`/agent/reviews/${row.id}`)).text()
    expect(page).toContain('A &lt;b&gt; C')
    expect(page).toContain('<a href="tel:+16175550123">(617) 555-0123</a>')
    expect(page).toContain(words)
  })

  it('marks the words that decided, in the message they stand in', async () => {
    const words = 'a <huge> hole by the library'
    const row = await stage.putRow({ words, service: { code: 'pothole', confidence: 0.6 } })
    const [messageId = 'msg_00000000'] = row.request.message_ids
    const settled = { by: 'classifier' as const, confidence: 0.6, alternatives: [], messageId }
    const review = {
      ...row,
      request: {
        ...row.request,
        category: { ...settled, evidence: [[2, 13]] satisfies [number, number][] },
        location: { ...settled, evidence: [[21, 99]] satisfies [number, number][] },
      },
    }
    const line = { at: 0, who: 'resident', text: words, messageId } as const
    const html = (
      await Promise.all(
        marked(words, marksOf(review, line)).map(async (part) =>
          typeof part === 'string' ? part : String(await part),
        ),
      )
    ).join('')
    expect(html).toBe(
      'a <mark class="service">&lt;huge&gt; hole</mark> by the <mark class="place">library</mark>',
    )
    expect(marksOf(review, { ...line, messageId: 'msg_another00' })).toEqual([])
    expect(marksOf(review, { ...line, messageId: null })).toEqual([])
  })

  it('loses no word to any span whatever', async () => {
    const row = await stage.putRow({ words: 'x' })
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 30 }), spans, spans, async (text, forService, forPlace) => {
        const settled = {
          by: 'classifier' as const,
          confidence: 1,
          alternatives: [],
          messageId: 'msg_00000001' as const,
        }
        const request = {
          ...row.request,
          category: { ...settled, evidence: forService },
          location: { ...settled, evidence: forPlace },
        }
        const marks = marksOf(
          { ...row, request },
          { at: 0, who: 'resident', text, messageId: 'msg_00000001' },
        )
        const html = await Promise.all(
          marked(text, marks).map(async (part) =>
            typeof part === 'string' ? part : decoded(String(await part).replace(/<\/?mark[^>]*>/g, '')),
          ),
        )
        expect(html.join('')).toBe(text)
      }),
      { numRuns: 200 },
    )
  })

  it('does not offer to ask about what was filed already', async () => {
    const row = await stage.putRow(
      { words: 'not fixed', reason: 'not-fixed' },
      { request: { state: 'filed', service_code: 'pothole' } },
    )
    const browser = await signInAs(app(), stage, 'ana')
    const text = textOf(await (await browser.get(`/agent/reviews/${row.id}`)).text())
    expect(text).toContain('Keep as it is')
    expect(text).not.toContain('Ask the resident')
  })

  it("warns where the resident reads another language than the agent's reason", async () => {
    const { id } = await stage.put({ words: 'Hay un bache', language: 'es' })
    const browser = await signInAs(app(), stage, 'ana')
    const page = await (await browser.get(`/agent/reviews/${id}`)).text()
    expect(textOf(page)).toContain('The resident writes Spanish. Your reason is sent as you write it')
    expect(page).toContain('lang="es" dir="auto">Hay un bache')
  })
})

describe('a review by an odd name', () => {
  it.each(['%00', '%01rev', '%E2%80%AE', 'x'.repeat(81), '%FF'])(
    'like %s is not there, and no ledger is asked for it',
    async (name) => {
      const asked: string[] = []
      const review = async (called: string) => {
        asked.push(called)
        throw new AppError('bug', 'invalid byte sequence')
      }
      const browser = await signInAs(app({ desk: { review } }), stage, 'ana')
      const csrf = fieldOf(await (await browser.get(`/agent?after=${name}`)).text(), 'csrf')
      const status = async (answer: Promise<Response>) => (await answer).status
      expect(await status(browser.get(`/agent?after=${name}`))).toBe(200)
      expect(await status(browser.get(`/agent/services?q=pothole&review=${name}`))).toBe(200)
      expect(await status(browser.get(`/agent/reviews/${name}`))).toBe(404)
      expect(await status(browser.get(`/agent/reviews/${name}/standing`))).toBe(404)
      expect(await status(browser.get(`/agent/media/med_00000001.jpg?review=${name}`))).toBe(404)
      expect(await status(browser.post(`/agent/reviews/${name}/decision`, { csrf }))).toBe(404)
      expect(await status(browser.post(`/agent/reviews/${name}/claim`, { csrf }))).toBe(404)
      expect(await status(browser.post(`/agent/reviews/${name}/release`, { csrf }))).toBe(204)
      expect(asked).toEqual([])
    },
  )
})

describe('the stream of changes', () => {
  async function listen(parts: ConsoleParts) {
    const browser = await signInAs(app(parts), stage, 'ana')
    const seen = await stage.desk.mark()
    const answer = await browser.get(`/agent/events?seen=${seen}`)
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const reader = (answer.body ?? new ReadableStream()).getReader()
    const read = async (): Promise<string> => {
      const { done, value } = await reader.read()
      return done ? '(end)' : new TextDecoder().decode(value)
    }
    return { read, reader, browser }
  }

  it('says that something has changed, once for each change, and nothing of what', async () => {
    const { read, reader } = await listen({})
    expect(await read()).toBe(': listening\n\n')
    await aPothole('secret words')
    const event = await read()
    expect(event).toMatch(/event: desk\n/)
    expect(event).not.toContain('secret')
    await reader.cancel()
  })

  it('tells a page at once what it missed between being made and listening', async () => {
    const browser = await signInAs(app(), stage, 'ana')
    const answer = await browser.get('/agent/events?seen=older')
    const reader = (answer.body ?? new ReadableStream()).getReader()
    let heard = ''
    while (!heard.includes('event: desk')) heard += new TextDecoder().decode((await reader.read()).value)
    await reader.cancel()
  })

  it('tells whoever comes later as well, even while another listens already', async () => {
    const console_ = app()
    const browser = await signInAs(console_, stage, 'ana')
    const open = async (seen: string) =>
      ((await browser.get(`/agent/events?seen=${seen}`)).body ?? new ReadableStream()).getReader()
    const heard = async (reader: ReadableStreamDefaultReader): Promise<void> => {
      let text = ''
      while (!text.includes('event: desk')) text += new TextDecoder().decode((await reader.read()).value)
    }
    const first = await open('older')
    await heard(first)
    const second = await open('older')
    await heard(second)
    await first.cancel()
    await second.cancel()
  })

  it('survives a ledger that is away for a while', async () => {
    const { read, reader } = await listen({})
    await read()
    stage.failWith(new AppError('storage-away', 'no connection'))
    await aPothole()
    stage.failWith(null)
    expect(await read()).toContain('event: desk')
    await reader.cancel()
  })

  it('ends with its session, however much happens', async () => {
    const { read, browser } = await listen({})
    await read()
    const csrf = fieldOf(await (await browser.get('/agent')).text(), 'csrf')
    await browser.post('/agent/sign-out', { csrf })
    await aPothole()
    expect(await read()).toContain('event: desk')
    stage.pass(15_000)
    await aPothole()
    expect(await read()).toContain('event: signed-out')
    expect(await read()).toBe('(end)')
  })

  it('is open twenty times for a session, and again once one is closed', async () => {
    const console_ = app()
    const browser = await signInAs(console_, stage, 'ana')
    const open = async (who = browser) => {
      const answer = await who.get('/agent/events')
      return { status: answer.status, reader: (answer.body ?? new ReadableStream()).getReader() }
    }
    for (let n = 0; n < 25; n++)
      await console_.request(`${origin}/agent/events`, {
        method: 'HEAD',
        headers: { cookie: browser.cookie() },
      })
    const streams = []
    for (let n = 0; n < 20; n++) streams.push(await open())
    expect(streams.every(({ status }) => status === 200)).toBe(true)
    const refused = await browser.get('/agent/events')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15'])
    const other = await open(await signInAs(console_, stage, 'ben'))
    expect(other.status).toBe(200)
    await streams[0]?.reader.cancel()
    await until(async () => {
      const again = await open()
      streams.push(again)
      return again.status === 200
    })
    for (const { reader } of [...streams, other]) await reader.cancel()
  })

  it('is open five hundred times for all sessions together', async () => {
    const console_ = app()
    const readers: ReadableStreamDefaultReader[] = []
    for (let n = 0; n < 25; n++) {
      const browser = await signInAs(console_, stage, `agent ${n}`)
      for (let m = 0; m < 20; m++)
        readers.push(((await browser.get('/agent/events')).body ?? new ReadableStream()).getReader())
    }
    const late = await signInAs(console_, stage, 'late')
    expect((await late.get('/agent/events')).status).toBe(429)
    for (const reader of readers) await reader.cancel()
  })

  it('ends when the process stops', async () => {
    const stopping = new AbortController()
    const { read } = await listen({ stopping: stopping.signal })
    await read()
    stopping.abort()
    expect(await read()).toBe('(end)')
  })
})

describe('a typed place', () => {
  const place = (address: string, neighborhood: string, confidence: number) => ({
    place: { ...(knownPlaces[0] ?? never()), address, neighborhood, zip: null },
    confidence,
  })
  const meant = (typed: string, ...places: ReturnType<typeof place>[]) => {
    const found = typedPlace({ places: () => places }, typed)
    return found.found === 'one' ? found.place.neighborhood : found.found
  }

  it('is the only one that is called so, else the first if it is sure, else for the agent to say', () => {
    const park = place('Franklin Park', 'Roxbury', 0.7)
    const road = place('Franklin Park Rd', 'Dorchester', 0.96)
    expect(meant('franklin park', park, road)).toBe('Roxbury')
    expect(meant('franklin', road, park)).toBe('Dorchester')
    expect(meant('frnklin', park)).toBe('several')
    const streets = [
      place('Washington St', 'Downtown', 0.3),
      place('Washington St', 'Dorchester', 0.2),
    ] as const
    expect(meant('Washington St', ...streets)).toBe('several')
    expect(meant('washington st, dorchester', ...streets)).toBe('Dorchester')
    expect(meant('nowhere')).toBe('none')
  })
})

describe('a place from outside', () => {
  const [tremont, boylston] = [knownPlaces[0] ?? never(), knownPlaces[1] ?? never()]
  const city = (here: typeof tremont | null) => ({
    placeAt: () => here,
    places: (query: string) =>
      [tremont, boylston]
        .filter(({ address }) => address === query)
        .map((place) => ({ place, confidence: 0.9 })),
  })

  it('is what the city calls so there, also where another address is nearer', () => {
    const sent = { ...tremont, neighborhood: 'Call me', zip: '+16175550123', lat: tremont.lat + 0.0003 }
    expect(knownPlace(city(boylston), sent)).toEqual(tremont)
  })

  it('is what lies at its point where the city knows nothing of that name within 50 m', () => {
    expect(knownPlace(city(boylston), { ...tremont, lat: tremont.lat + 0.0006 })).toEqual(boylston)
    expect(knownPlace(city(boylston), { ...tremont, address: 'A lie' })).toEqual(boylston)
  })

  it('keeps the point of the map where it has that name already', () => {
    const here = { ...tremont, lat: tremont.lat + 0.0001, accuracyM: 15 }
    expect(knownPlace(city(here), { ...here, neighborhood: 'Call me' })).toEqual(here)
  })

  it('is none outside the city', () => {
    expect(knownPlace(city(null), tremont)).toBeNull()
  })
})

describe('words', () => {
  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [60_000, '1 min'],
    [3_599_000, '59 min'],
    [2 * 3_600_000, '2 h'],
    [49 * 3_600_000, '2 days'],
    [-5_000, 'now'],
  ])('%i ms ago is %s', (ms, words) => {
    expect(age(0, ms)).toBe(words)
  })

  it('cuts between words and never through a character', () => {
    expect(firstWords('one two three four', 12)).toBe('one two…')
    expect(firstWords(`${'路'.repeat(11)}🚧🚧`, 12)).toBe(`${'路'.repeat(11)}…`)
    expect(firstWords('  short \n text ')).toBe('short text')
  })

  it('links to what can be called or written to, and to nothing else', () => {
    expect(contactLink('+16175550123')).toBe('tel:+16175550123')
    expect(contactLink('a.b@example.org')).toBe('mailto:a.b@example.org')
    expect(contactLink('sip:desk@example.org')).toBe('sip:desk@example.org')
    for (const address of [
      'javascript:alert(1)',
      '123',
      'a@b.c?bcc=evil@example.org',
      '"<x>"@example.org',
      '1234567890123',
    ])
      expect(contactLink(address)).toBeNull()
  })
})
