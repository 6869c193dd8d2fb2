import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReviewFile } from '../../src/core/ports.ts'
import { signInLink } from '../../src/desk/console/index.ts'
import { consoleApp } from '../desk/console.harness.ts'
import { skipsBrowser, startBrowser } from '../support/chromium.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'
import { until } from '../support/until.ts'

/** Two neighborhoods and a street: enough to draw. */
const map = {
  areas: [
    {
      kind: 'neighborhood' as const,
      name: 'Downtown',
      rings: [Float64Array.of(42.35, -71.07, 42.35, -71.05, 42.37, -71.05, 42.37, -71.07)],
    },
    {
      kind: 'neighborhood' as const,
      name: 'Back Bay',
      rings: [Float64Array.of(42.345, -71.09, 42.345, -71.07, 42.355, -71.07, 42.355, -71.09)],
    },
  ],
  streets: [
    {
      name: 'Tremont St',
      ranges: [],
      systems: [{ low: 1, high: 3, points: Float64Array.of(1, 42.356, -71.0625, 2, 42.3565, -71.062) }],
    },
  ],
}

const original = (id: string, more: Partial<ReviewFile>): ReviewFile => ({
  id: `med_${id}`,
  role: 'file',
  state: 'kept',
  kind: 'other',
  type: null,
  bytes: 1_200,
  error: null,
  shown: false,
  borrowed: false,
  ...more,
})
/** What came with a mail: itself, a document, a video, a program, and what could not be had. */
const originals = [
  original('aaaaaaa1', { role: 'mail', kind: null, type: 'message/rfc822', bytes: null }),
  original('aaaaaaa2', { type: 'application/pdf', bytes: 240_000 }),
  original('aaaaaaa3', { kind: 'video', type: 'video/mp4', bytes: 8_400_000 }),
  original('aaaaaaa4', { type: 'application/x-msdownload' }),
  original('aaaaaaa5', { state: 'failed', kind: null, bytes: null, error: 'too-large' }),
]
const eml = 'Subject: hole\r\nContent-Type: text/html\r\n\r\n<script>document.title = "owned"</script>\r\n'
const sent = {
  held: async () => new TextEncoder().encode(eml),
  read: async () => ({ bytes: new TextEncoder().encode('%PDF-1.7'), type: 'application/pdf' }),
}

describe.skipIf(skipsBrowser())('the console in the browser', () => {
  let browser: Browser
  let stage: FakeDesk
  let server: ServerType
  let url = ''
  let stopping: AbortController
  let complaints: string[]
  const opened: Page[] = []

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    stage = fakeDesk(Date.now())
    stopping = new AbortController()
    complaints = []
    const app = consoleApp(stage, {
      files: sent,
      stopping: stopping.signal,
      map: { outlines: { areas: map.areas }, streets: { streets: map.streets, crossings: [] } },
    })
    server = await new Promise<ServerType>((resolve) => {
      const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => {
        url = `http://127.0.0.1:${info.port}`
        resolve(listening)
      })
    })
  })
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close()
    stopping.abort()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  })

  /** Without WebGL the map stays away and nothing else is missing; drawing it costs a second. */
  async function newPage(width = 1280, scheme: 'light' | 'dark' = 'light', withMap = false): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    })
    if (!withMap)
      await context.addInitScript(
        'const of = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith("webgl") ? null : of.call(this, kind, ...more) }',
      )
    const page = await context.newPage()
    opened.push(page)
    page.on('console', (said) => {
      // A page that is answered with 409 is a page all the same.
      if (['error', 'warning'].includes(said.type()) && !/409 \(Conflict\)|GPU stall/.test(said.text()))
        complaints.push(said.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    return page
  }
  const ready = (page: Page) => page.waitForSelector('html[data-ready]')
  async function signedIn(...how: Parameters<typeof newPage>): Promise<Page> {
    const page = await newPage(...how)
    await page.goto(await signInLink(stage.sessions, stage.clock, randomBytes, url))
    await ready(page)
    return page
  }
  const pothole = (words: string) =>
    stage.put({
      words,
      service: { code: 'pothole', confidence: 0.62 },
      others: [{ code: 'sidewalk-repair', confidence: 0.21 }],
      place: knownPlaces[0] ?? null,
    })
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const faults = async (page: Page, scheme: 'light' | 'dark' = 'light') => {
    const all = new AxeBuilder({ page }).setLegacyMode(true)
    // In the dark only the colors differ.
    const axe = scheme === 'light' ? all : all.withRules(['color-contrast'])
    const { violations } = await axe.analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  const row = async (id: string) => {
    const found = await stage.desk.review(id)
    if (found === null) throw new Error('no such review')
    return found
  }
  const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.id')
  const agentName = (page: Page) => page.locator('.agent b').textContent()

  it('signs in by link, takes a name, opens, chooses, accepts and goes on to the next', async () => {
    await pothole('hole by the library')
    await pothole('hole by the school')
    const page = await signedIn()
    await page.getByLabel('Your name').fill('Ana')
    await page.getByRole('button', { name: 'Save' }).click()
    await ready(page)
    expect(await agentName(page)).toBe('Ana')
    expect(await page.title()).toBe('(2) Reviews · 311')

    await page.getByRole('link', { name: 'hole by the library' }).click()
    await page.getByLabel('Broken sidewalk').check()
    await page.getByText('Broken sidewalk, at 123 Tremont St, Downtown 02108.').waitFor()
    await page.getByRole('button', { name: 'Accept and file' }).click()
    await page.getByRole('status').getByText('was changed and accepted by Ana').waitFor()
    await ready(page)
    expect(await focused(page)).toBe('status')
    expect(await page.locator('.words').textContent()).toBe('hole by the school')
    expect(stage.commands).toMatchObject([{ action: 'change', code: 'sidewalk-repair', agent: 'Ana' }])
    expect(complaints).toEqual([])
  })

  it('takes every decision by keyboard alone', async () => {
    for (const words of ['first of all', 'a second one', 'a third one']) await pothole(words)
    const page = await signedIn()
    await press(page, 'j', 'j', 'k', 'Enter')
    await page.waitForURL(/\/reviews\/rev_/)
    await ready(page)
    expect(await page.locator('.words').textContent()).toBe('first of all')

    // Choose by number, then search for another one; a place by its name.
    await press(page, '2', 's')
    await page.keyboard.type('graffiti')
    await page.locator('#service-options [role=option]').first().waitFor()
    await press(page, 'ArrowDown', 'Enter')
    const chosen = await page.locator('[name=code]:checked').inputValue()
    expect(chosen).toMatch(/graffiti/)
    await press(page, 'Escape', 'p')
    await page.keyboard.type('boylston')
    await page.locator('#place-options [role=option]').nth(1).waitFor()
    await press(page, 'ArrowDown', 'ArrowDown')
    // A later answer with the same places leaves one where one stands, and Enter takes that.
    await page.evaluate(
      "new Promise((done) => { const field = document.getElementById('place-search'); field.addEventListener('htmx:after:swap', done, { once: true }); field.dispatchEvent(new CustomEvent('look-now')) })",
    )
    const option = page.locator('#place-options [aria-selected=true]')
    expect(await page.locator('#place-search').getAttribute('aria-activedescendant')).toBe(
      await option.getAttribute('id'),
    )
    await press(page, 'Enter', 'Escape', 'a')
    expect(await focused(page)).toBe('accept')
    expect(stage.commands).toEqual([])
    await press(page, 'a')
    await page.getByText('was changed and accepted').waitFor()
    await ready(page)

    await press(page, 'm', 'Enter')
    await page.getByText('the resident was asked').waitFor()
    await ready(page)
    expect(await page.locator('.words').textContent()).toBe('a third one')

    await press(page, 'r')
    expect(await focused(page)).toBe('note')
    await page.keyboard.type('a private road, sorry')
    await press(page, 'Tab', 'Enter')
    await page.getByText('was refused by').waitFor()
    expect(stage.commands).toMatchObject([
      { action: 'change', code: chosen, place: { address: '701 Boylston St' } },
      { action: 'ask', note: 'location' },
      { action: 'refuse', note: 'a private road, sorry' },
    ])
    expect(complaints).toEqual([])
  })

  it('leaves keys alone while one types, and where they are switched off', async () => {
    const { id } = await pothole('hole')
    const page = await signedIn()
    await page.goto(`${url}/agent/reviews/${id}`)
    await ready(page)
    await page.locator('#place-search').fill('')
    await page.keyboard.type('a?r2')
    expect(await page.locator('#place-search').inputValue()).toBe('a?r2')
    expect(await page.locator('#keys').isVisible()).toBe(false)
    await press(page, 'Escape', 'Escape', 'Escape')
    await page.waitForURL(`${url}/agent`)
    await ready(page)
    await press(page, '?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.getByLabel('Single keys do things').uncheck()
    await press(page, 'Escape', 'j')
    expect(await page.evaluate("document.activeElement.matches('[data-review]')")).toBe(false)
    expect(await page.locator('#keys').isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })

  it('shows, says and counts a new urgent review by itself, and keeps the place of whoever reads', async () => {
    const quiet = await pothole('a quiet one')
    await pothole('another quiet one')
    const page = await signedIn()
    await press(page, 'j', 'j')
    const at = () => page.evaluate('document.activeElement.textContent')
    expect(await at()).toBe('another quiet one')
    await stage.put({ words: 'sparks from a wire', reason: 'emergency' })
    await page.locator('#announce').getByText('New, urgent: Emergency. sparks from a wire').waitFor()
    expect(await page.locator('#reviews li').first().textContent()).toContain('sparks from a wire')
    expect(await page.title()).toBe('(3) Reviews · 311')
    expect(await at()).toBe('another quiet one')

    await stage.desk.claim(quiet.id, 'Ben', false)
    await page.locator(`#${quiet.id}`).getByText('Ben').waitFor()
    await stage.desk.decide({
      key: 'k1',
      surface: 'slack',
      agent: 'Ben',
      reviewId: quiet.id,
      action: 'accept',
    })
    await page.locator(`#${quiet.id}`).waitFor({ state: 'detached' })
    expect(await at()).toBe('another quiet one')
    expect(complaints).toEqual([])
  })

  it('goes on by itself once the server is back', async () => {
    const page = await signedIn()
    const { port } = server.address() as AddressInfo
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await page.getByText('No connection').waitFor()
    await stage.put({ words: 'while nobody listened' })
    const again = consoleApp(stage, { stopping: stopping.signal })
    server = serve({ fetch: again.fetch, hostname: '127.0.0.1', port })
    await page.getByText('while nobody listened').waitFor()
    await page.locator('#lost').waitFor({ state: 'hidden' })
  })

  it('holds a review for whoever begins to edit, lets it go again, and says when another decides', async () => {
    const { id } = await pothole('hole')
    const page = await signedIn()
    const me = await agentName(page)
    await page.goto(`${url}/agent/reviews/${id}`)
    await ready(page)
    expect((await stage.desk.review(id))?.claim).toBeNull()
    await press(page, 's')
    await page.getByText('You hold this review').waitFor()
    expect((await stage.desk.review(id))?.claim?.agent).toBe(me)
    await page.getByRole('link', { name: 'All reviews' }).click()
    await until(async () => (await stage.desk.review(id))?.claim === null)

    await page.goto(`${url}/agent/reviews/${id}`)
    await ready(page)
    await stage.desk.decide({ key: 'k2', surface: 'slack', agent: 'Ben', reviewId: id, action: 'accept' })
    await page.getByText('by Ben, a moment ago').waitFor()
    expect(await page.locator('#accept').isDisabled()).toBe(true)
    expect(complaints).toEqual([])
  })

  it('sets the place by the marker of the map, with the keyboard', async () => {
    const { id } = await pothole('hole')
    const page = await signedIn(1280, 'light', true)
    await page.goto(`${url}/agent/reviews/${id}`)
    await page.waitForSelector('#map[data-ready]')
    await page.locator('.pin').focus()
    await press(page, 'Shift+ArrowUp', 'Enter')
    await page.locator('#place-said').getByText('The place is set to').waitFor()
    expect(await page.locator('#place-choices input').count()).toBe(2)
    await page.locator('#accept').click()
    await page.getByText('was changed and accepted').waitFor()
    const { place } = stage.commands[0] ?? {}
    // A hundred metres north.
    expect(place?.lat).toBeCloseTo(42.3572, 3)
    expect(complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has no fault that axe knows of in %s', async (scheme) => {
    const mine = await pothole('hole by the library')
    const theirs = await stage.put({ words: 'Hay un bache', reason: 'emergency', language: 'es' })
    await stage.desk.claim(theirs.id, 'Ben', false)
    const stranger = await newPage(1280, scheme)
    await stranger.goto(`${url}/agent`)
    expect(await faults(stranger, scheme)).toEqual([])
    const page = await signedIn(1280, scheme, scheme === 'light')
    expect(await faults(page, scheme)).toEqual([])
    await press(page, '?')
    expect(await faults(page, scheme)).toEqual([])
    await page.goto(`${url}/agent/reviews/${mine.id}`)
    if (scheme === 'light') await page.waitForSelector('#map[data-ready]')
    await press(page, 'r', 'Escape', 's')
    await page.keyboard.type('tree')
    await page.locator('#service-options [role=option]').first().waitFor()
    expect(await faults(page, scheme)).toEqual([])
    await page.goto(`${url}/agent/reviews/${theirs.id}`)
    await ready(page)
    await page.getByRole('button', { name: 'Ask where it is' }).click()
    await page.getByRole('alert').getByText('Ben works on this review').waitFor()
    await ready(page)
    expect(await focused(page)).toBe('problem')
    expect(await faults(page, scheme)).toEqual([])
    expect(complaints).toEqual([])
  })

  it.each([320, 360])(
    'needs no sideways scrolling at %i pixels, and its buttons are big enough',
    async (width) => {
      const { id } = await pothole(`a word that is ${'very'.repeat(40)} long`)
      const page = await signedIn(width)
      for (const path of ['/agent', `/agent/reviews/${id}`]) {
        await page.goto(`${url}${path}`)
        await ready(page)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        const small = await page.evaluate(
          "[...document.querySelectorAll('button, .button, select, .choice, summary')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)",
        )
        expect(small).toEqual([])
      }
      expect(complaints).toEqual([])
    },
  )

  it('opens what a mail brought, on a phone: as downloads and as text, and runs nothing of it', async () => {
    const { id, request } = await stage.putRow({ words: 'see attached' }, { files: originals })
    const page = await signedIn(360)
    await page.goto(`${url}/agent/reviews/${id}`)
    await ready(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await faults(page)).toEqual([])
    const files = page.getByRole('region', { name: 'Files' })
    expect(await files.getByRole('listitem').count()).toBe(5)
    await files.getByText('It is a program.').waitFor()
    await files.getByText('larger than 311 takes').waitFor()
    expect(await files.locator('video').count()).toBe(1)
    for (const [n, name] of [
      [0, `${request.reference}-1.eml`],
      [1, `${request.reference}-2.pdf`],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        files.getByRole('link', { name: 'Download' }).nth(n).click(),
      ])
      expect(download.suggestedFilename()).toBe(name)
    }
    const [source] = await Promise.all([
      page.waitForEvent('popup'),
      files.getByRole('link', { name: 'Read its source' }).click(),
    ])
    await source.waitForLoadState()
    expect(await source.evaluate('document.body.innerText')).toContain('<script>document.title')
    expect(await source.title()).not.toBe('owned')
    expect(
      (await stage.desk.history(await row(id))).filter(({ what }) => what === 'file-opened'),
    ).toHaveLength(3)
    expect(complaints).toEqual([])
  })

  it('works without scripts', async () => {
    const { id } = await stage.put({ words: 'a hole', service: null })
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    opened.push(page)
    await page.goto(await signInLink(stage.sessions, stage.clock, randomBytes, url))
    await page.getByRole('link', { name: 'a hole' }).click()
    await page.getByLabel('Another service').selectOption('pothole')
    await page.getByLabel('Address').fill('boylston')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Several places could be meant').waitFor()
    await page.getByLabel('700 Boylston St').check()
    await page.getByLabel('Address').fill('')
    await page.getByRole('button', { name: 'Accept and file' }).click()
    await page.getByText('was changed and accepted').waitFor()
    expect((await stage.desk.review(id))?.request).toMatchObject({
      service_code: 'pothole',
      place: { address: '700 Boylston St' },
    })
  })
})
