/** The form at /report without a script, against the whole of it: what a browser with none sends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workFor as prove } from '../../channels/web/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { photo } from '../support/photos.ts'

/** A form of a page as its fields stand there. */
function fieldsOf(page: string): Record<string, string> {
  const form = /<form [^>]*method="post"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  return Object.fromEntries(
    [
      ...form.matchAll(/<input(?=[^>]*type="hidden")(?=[^>]*name="([^"]+)")(?=[^>]*value="([^"]*)")[^>]*>/g),
    ].map(([, name = '', value = '']) => [name, value]),
  )
}
const workFor = ({ token = '', id = '' }: Record<string, string>): string => prove(token, id)
const numberIn = (page: string): string | null => /<strong>(BOS-[^<]+)<\/strong>/.exec(page)?.[1] ?? null
/** The next step's form, with work. */
const answerTo = (page: string): Record<string, string> => {
  const form = fieldsOf(page)
  return { ...form, work: workFor(form) }
}
const textOf = (page: string): string =>
  page
    .replace(/<head>[\s\S]*?<\/head>|<nav[\s\S]*?<\/nav>|<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

describe('the form at /report, without a script', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp({ environment: { TRUSTED_PROXIES: '1' } })
  })
  afterAll(() => app?.close())

  let residents = 0
  /** A browser at an address of its own. */
  function browser(language = 'en') {
    residents += 1
    const headers = { 'x-forwarded-for': `198.51.100.${residents}`, 'accept-language': language }
    const get = async (path: string) => (await fetch(`${app.url}${path}`, { headers })).text()
    async function send(fields: Record<string, string>, photos: readonly Uint8Array[] = []) {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      for (const bytes of photos)
        body.append('photos', new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }), 'a.jpg')
      const answer = await fetch(`${app.url}/report`, { method: 'POST', headers, body })
      return { status: answer.status, page: await answer.text(), headers: answer.headers }
    }
    return {
      get,
      send,
      /** Opens the form and sends it; with work instead of the seconds that a hand needs, so that nobody waits. */
      async report(fields: Record<string, string>, photos: readonly Uint8Array[] = []) {
        const form = fieldsOf(await get('/report'))
        return { form, ...(await send({ ...form, work: workFor(form), ...fields }, photos)) }
      },
    }
  }
  const row = async (reference: string | null) =>
    (
      await app.sql<Record<string, unknown>>(
        'SELECT channel, state, service_code, language, description, place, attributes FROM service_requests WHERE reference = $1',
        [reference],
      )
    )[0]

  it('files what was written, and shows its number, its target and what comes next', async () => {
    const { status, page, headers } = await browser().report({
      words: 'Huge pothole in the right lane',
      address: '123 Tremont St',
    })
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(await row(numberIn(page))).toMatchObject({
      channel: 'web',
      service_code: 'pothole',
      language: 'en',
    })
    expect(textOf(page)).toMatch(/Pothole.*123 Tremont St.*Target: 1 business day/)
    expect(textOf(page)).not.toMatch(/Text NO|Reply/)
  })

  it('asks what is not clear as the next step of the same conversation', async () => {
    const one = browser()
    const asked = await one.report({ words: 'Huge pothole', address: 'Washington St' })
    expect(numberIn(asked.page)).toBeNull()
    expect(textOf(asked.page)).toContain('Which Washington St?')
    const value = /value="(\d)">Washington St, Roslindale|value="(\d)">Washington St, Dorchester/.exec(
      asked.page,
    )
    const answered = await one.send({
      ...fieldsOf(asked.page),
      choice: value?.[1] ?? value?.[2] ?? '1',
      answer: '',
    })
    const next =
      numberIn(answered.page) === null
        ? await one.send({ ...answerTo(answered.page), address: '400 Washington St, Dorchester' })
        : answered
    expect(textOf(next.page)).toContain('Washington St')
    expect(await row(numberIn(next.page))).toMatchObject({ channel: 'web', service_code: 'pothole' })
    const [{ count } = { count: 0 }] = await app.sql<{ count: number }>(
      'SELECT count(DISTINCT resident)::int AS count FROM messages WHERE resident = $1',
      [fieldsOf(asked.page).token?.split('.')[0]],
    )
    expect(count).toBe(1)
  })

  it('the same form twice is one request with the same page', async () => {
    const one = browser()
    const first = await one.report({ words: 'Graffiti on the wall', address: '123 Tremont St' })
    const second = await one.send({
      ...first.form,
      work: workFor(first.form),
      words: 'Graffiti on the wall',
      address: '123 Tremont St',
    })
    expect(numberIn(first.page)).not.toBeNull()
    // Its state may be newer by then.
    const bare = (page: string) => page.replace(/<dt>Status<\/dt><dd>[^<]+/, '')
    expect(bare(second.page)).toBe(bare(first.page))
    const edited = await one.send({
      ...first.form,
      words: 'Graffiti on the wall and the door',
      address: '123 Tremont St',
    })
    expect(numberIn(edited.page)).not.toBe(numberIn(first.page))
  })

  it('danger hears of 911 before anything else, and of a person', async () => {
    const { page } = await browser().report({ words: 'There is a house on fire', address: '123 Tremont St' })
    const text = textOf(page.slice(page.indexOf('<main')))
    expect(text.trim()).toMatch(/^If anyone is in danger, call 911 now/)
    expect(text).toContain('A person at 311 will look at it.')
    expect(text).not.toContain('It goes to the team')
    expect(await row(numberIn(page))).toMatchObject({ state: 'review' })
  })

  it('a crisis hears of 988, and nothing of numbers', async () => {
    const { page } = await browser().report({ words: 'I want to kill myself', address: '' })
    const main = textOf(page.slice(page.indexOf('<main')))
    expect(main).toContain('988')
    expect(main).not.toContain('BOS-')
  })

  it('is in the language of the browser, and answers in it', async () => {
    const one = browser('ht;q=0.9, fr;q=0.1')
    expect(await one.get('/report')).toContain('<html lang="ht" dir="ltr">')
    const { page } = await one.report({ words: 'gwo twou nan lari a', address: '123 Tremont St' })
    expect(page).toContain('<html lang="ht"')
    expect(await row(numberIn(page))).toMatchObject({ language: 'ht', service_code: 'pothole' })
  })

  it('written in another language on the English page, it is answered in that', async () => {
    const { page } = await browser().report({
      words: 'hay un bache enorme en la calle frente a la escuela',
      address: '123 Tremont St',
    })
    expect(page).toContain('<html lang="es"')
  })

  it('photos come with it, and a position in one is the place where none was given', async () => {
    const here = await photo({ position: { lat: 42.3563, lon: -71.0623 } })
    const { page } = await browser().report({ words: 'Huge pothole in the road', address: '' }, [here])
    await app.settled()
    const filed = numberIn(page)
    // The dialog may ask whether the photo's place is right.
    if (filed === null) expect(textOf(page)).toContain('Tremont St')
    else expect(await row(filed)).toMatchObject({ place: { address: expect.stringContaining('Tremont St') } })
  })

  it('a chosen service, a point of the map and answers stand as they were given', async () => {
    const { page } = await browser().report({
      words: 'the bricks are loose',
      service: 'sidewalk-repair',
      'q-injury': 'yes',
      lat: '42.3563',
      lon: '-71.0623',
      accuracy: '10',
    })
    expect(await row(numberIn(page))).toMatchObject({
      service_code: 'sidewalk-repair',
      attributes: { injury: 'yes' },
    })
  })

  it('shows the questions of a service without losing what was written', async () => {
    const { status, page } = await browser().report({
      words: 'the bricks are <loose>',
      service: 'sidewalk-repair',
      show: 'questions',
    })
    expect(status).toBe(200)
    expect(page).toContain('name="q-injury"')
    expect(page).toContain('the bricks are &lt;loose&gt;')
    expect(await app.sql("SELECT id FROM messages WHERE normalised ->> 'text' LIKE '%<loose>%'")).toEqual([])
  })

  it('what is missing is said beside the form, and nothing is taken', async () => {
    const { status, page } = await browser().report({ words: ' ', address: '' })
    expect(status).toBe(422)
    expect(page).toContain('href="#words"')
    expect(textOf(page)).toContain('Tell us what is wrong, or add a photo.')
  })

  it('a robot is asked once more, and sent away when it does not stop', async () => {
    const robot = browser()
    const form = fieldsOf(await robot.get('/report'))
    const statuses = []
    for (let n = 0; n < 8; n += 1)
      statuses.push((await robot.send({ ...form, words: 'buy now', website: 'https://spam.example' })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429, 429])
  })

  it('what is taken is counted in the ledger, without an address', async () => {
    await browser().report({ words: 'Graffiti on the fence', address: '123 Tremont St' })
    const rows = await app.sql<{ name: string; period: string }>(
      "SELECT name, period FROM tallies WHERE name LIKE 'web forms%'",
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { name, period } of rows)
      expect(`${name} ${period}`).toMatch(/^web forms(?: without work)? [0-9a-f]{6} [\d-]{10}T\d\d:\d$/)
  })

  it('/status says where a report stands, and nothing of whoever sent it', async () => {
    const one = browser()
    const { page } = await one.report({
      words: 'Huge pothole, call me at 617-555-0123',
      address: '123 Tremont St',
      name: 'Ada Lovelock',
      phone: '617-555-0199',
      email: 'resident@example.org',
    })
    await app.settled()
    const number = numberIn(page) ?? ''
    for (const asked of [number, number.toLowerCase()]) {
      const text = textOf(await one.get(`/status/${asked}`))
      expect(text).toMatch(/Pothole/)
      expect(text).toMatch(/123 Tremont St/)
      expect(text).not.toMatch(/0123|0199|Lovelock|resident@/)
    }
    expect(textOf(await one.get(`/status/${number}?lang=es`))).toContain('enviado')
  })

  const secret = services.find((one) => one.private)?.code ?? ''
  it('/status of a private matter says that it is there, and no more', async () => {
    const one = browser()
    const { page } = await one.report({
      words: 'There are bed bugs in my apartment',
      address: '123 Tremont St',
      service: secret,
      phone: '617-555-0199',
    })
    const number = numberIn(page) ?? ''
    expect(number).not.toBe('')
    const text = textOf((await one.get(`/status/${number}`)).replace(/[\s\S]*<main/, ''))
    expect(text).toContain(number)
    expect(text).not.toMatch(/Tremont|bug|Bed/i)
  })

  it('/status of a number that is not there says so, whatever it looks like', async () => {
    const one = browser()
    const unknown = await fetch(`${app.url}/status/BOS-0000-0000`)
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).toContain('BOS-0000-0000')
    expect(await one.get(`/status/${encodeURIComponent('<script>alert(1)</script>')}`)).not.toContain(
      '<script>alert',
    )
    const found = await fetch(`${app.url}/status?number=bos-0000-0000&lang=fr`, { redirect: 'manual' })
    expect(found.headers.get('location')).toBe('/status/BOS-0000-0000?lang=fr')
  })

  it('suggests services with the words that decided, and says when it is dangerous', async () => {
    const ask = async (text: string) =>
      (
        await fetch(`${app.url}/report/suggest`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.250' },
          body: JSON.stringify({ text, lang: 'es' }),
        })
      ).json()
    expect(await ask('a pothole on my street')).toMatchObject({
      danger: null,
      services: [{ code: 'pothole', name: 'Bache', reason: expect.stringContaining('pothole') }],
    })
    expect(await ask('my house is on fire')).toMatchObject({ danger: expect.stringContaining('911') })
    expect(await ask('')).toMatchObject({ danger: null, services: [] })
  })

  it('look-ups are limited for each address', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 60 },
        async () =>
          (
            await fetch(`${app.url}/report/places`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.251' },
              body: JSON.stringify({ text: 'Trem', lang: 'en' }),
            })
          ).status,
      ),
    )
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
  })

  it('later news of a web report waits on its page, and is sent nowhere', async () => {
    const { page } = await browser().report({
      words: 'Graffiti on the bridge',
      address: '123 Tremont St',
      email: 'resident@example.org',
    })
    expect(numberIn(page)).not.toBeNull()
    await app.settled()
    const dead = await app.sql(`SELECT id FROM effects WHERE state = 'dead'`)
    expect(dead).toEqual([])
  })
})
