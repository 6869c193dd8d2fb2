/** Residents' pages in a real browser, against the whole of it: phone and desk, with a script and without, offline. */
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newPhotoLink } from '../../channels/web/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { skipsBrowser, startBrowser } from '../support/chromium.ts'
import { photo } from '../support/photos.ts'
import { until } from '../support/until.ts'

const widths = [360, 1280] as const
/** One whose resident must be reachable. */
const reachable = services.find(({ contact }) => contact)?.code ?? ''

describe.skipIf(skipsBrowser())('the pages for residents in the browser', () => {
  let app: TestApp
  let browser: Browser
  const opened: Page[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    ;[app, browser] = await Promise.all([testApp({ environment: { TRUSTED_PROXIES: '1' } }), startBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close()
    expect(complaints.splice(0)).toEqual([])
  })

  let residents = 0
  interface How {
    readonly width?: number
    readonly script?: boolean
    readonly withMap?: boolean
  }
  async function open(path: string, how: How = {}): Promise<Page> {
    const { width = 360, script = true, withMap = false } = how
    residents += 1
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: script,
      reducedMotion: 'reduce',
      geolocation: { latitude: 42.3563, longitude: -71.0623 },
      permissions: ['geolocation'],
      // An address of one's own for each test.
      extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${residents}` },
    })
    if (!withMap)
      await context.addInitScript(
        'const of = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith("webgl") ? null : of.call(this, kind, ...more) }',
      )
    const page = await context.newPage()
    opened.push(page)
    page.on('console', (said) => {
      if (
        ['error', 'warning'].includes(said.type()) &&
        !/GPU stall|404|422|ERR_INTERNET_DISCONNECTED/.test(said.text())
      )
        complaints.push(said.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${app.url}${path}`)
    if (script && path.startsWith('/report')) await page.waitForSelector('html[data-ready]')
    return page
  }
  /** Without a script of the page's, axe still needs one: it looks at the same HTML in a page that may run it. */
  async function isAccessible(page: Page, what: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(
        ({ id, nodes }) => `${what}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      ),
    ).toEqual([])
  }
  const fitsIn = async (page: Page): Promise<void> =>
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      'nobody scrolls sideways',
    ).toBeLessThanOrEqual(0)
  const numberIn = async (page: Page) => (await page.textContent('.number strong')) ?? ''
  const send = async (page: Page): Promise<void> => {
    await page.click('#send')
    await page.waitForSelector('#done')
  }

  /** What the page says of a report that waits. Asked from outside: its policy lets no condition be evaluated in it. */
  const says = (page: Page, what: string): Promise<unknown> =>
    until(async () => (await page.textContent('#saved'))?.includes(what) === true)

  describe.each(widths)('at %i px', (width) => {
    it.each(
      width === 360 ? ['/', '/report', '/status/BOS-0000-0000', '/report?lang=ar'] : ['/report', '/status'],
    )('%s has no barrier and fits', async (path) => {
      const page = await open(path, { width })
      await isAccessible(page, path)
      await fitsIn(page)
      if (width !== 360 || path !== '/report') return
      await page.emulateMedia({ colorScheme: 'dark' })
      await isAccessible(page, 'in the dark')
    })

    it('a report is written, sent and looked at', async () => {
      const page = await open('/report', { width })
      await page.fill('#words', 'huge pothole in front of the school')
      await page.check('#suggested input[value=pothole]')
      expect(await page.textContent('#suggested label:first-child')).toMatch(
        /Pothole.*because you wrote “.*pothole.*”/,
      )
      await page.fill('#address', '123 Tremont St')
      await isAccessible(page, 'the form, filled in')
      await send(page)
      await isAccessible(page, 'what came of it')
      await fitsIn(page)
      expect(await page.evaluate('document.activeElement?.id')).toBe('done')
      const number = await numberIn(page)
      await page.click(`a[href^="/status/${number}"]`)
      expect(await page.textContent('main')).toMatch(/Pothole[\s\S]*123 Tremont St/)
      await isAccessible(page, 'its status')
      await fitsIn(page)
    })

    it('without a script it is written, asked about and filed', async () => {
      const page = await open('/report', { width, script: false })
      expect(await page.isVisible('#place-tools')).toBe(false)
      // As quick as a hand types: a form that comes back at once is a robot's.
      await page.locator('#words').pressSequentially('huge pothole', { delay: 180 })
      await page.fill('#address', 'Washington St')
      await page.click('#send')
      await page.click('text=Washington St, Dorchester')
      await page.fill('#address', '400 Washington St, Dorchester')
      await page.click('button.primary')
      expect(await numberIn(page)).toMatch(/^BOS-/)
      await fitsIn(page)
      const withScript = await open('/', { width })
      await withScript.setContent(await page.content())
      await isAccessible(withScript, 'the answer without a script')
    })
  })

  describe('the page behind a link to add a photo', () => {
    let made: ReturnType<typeof report> | undefined
    const linked = () => {
      made ??= report()
      return made
    }
    /** A request, and a link to it as a text message would bring it. */
    async function report(): Promise<{ path: string; number: string }> {
      const page = await open('/report')
      await page.fill('#words', 'huge pothole at 123 Tremont St')
      await send(page)
      const number = await numberIn(page)
      const [row] = await app.sql<{ value: string }>("SELECT value FROM secrets WHERE name = 'web-forms'")
      return { path: `/photo/${newPhotoLink(row?.value ?? '', number, Date.now())}`, number }
    }
    const filesOf = async (number: string) =>
      (
        await app.sql<{ files: number }>(
          'SELECT coalesce(array_length(media_ids, 1), 0) AS files FROM service_requests WHERE reference = $1',
          [number],
        )
      )[0]?.files ?? 0

    it.each([
      [360, 'en'],
      [360, 'ar'],
      [1280, 'ht'],
    ] as const)('at %i px, in %s, has no barrier and fits, to the end', async (width, language) => {
      const { path, number } = await linked()
      const before = await filesOf(number)
      const page = await open(`${path}?lang=${language}`, { width, script: false })
      const looked = await open('/', { width })
      const look = async (what: string) => {
        await fitsIn(page)
        await looked.setContent(await page.content())
        await isAccessible(looked, what)
      }
      await look('the form')
      expect(await numberIn(page)).toBe(number)
      await page.setInputFiles('#photos', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo() })
      await page.click('button.primary')
      await page.waitForSelector('#done')
      await look('what came of it')
      expect(await filesOf(number)).toBe(before + 1)
      expect(await page.getAttribute('html', 'lang')).toBe(language)
      await page.click(`a[href^="/status/${number}"]`)
      await page.waitForSelector('.photo')
    })

    it('by keyboard alone a photo is sent; a link that is not whole says so', async () => {
      const { path, number } = await linked()
      const before = await filesOf(number)
      const page = await open(path)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.focus('#photos')
      await page.setInputFiles('#photos', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo() })
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#done')
      expect(await filesOf(number)).toBe(before + 1)
      await page.goto(`${app.url}${path.slice(0, -1)}`)
      expect(await page.textContent('[role=alert]')).toContain('This link does not work.')
      await isAccessible(page, 'a link that is not whole')
      await fitsIn(page)
    })
  })

  it('says 911 while one still types', async () => {
    const page = await open('/report')
    await page.fill('#words', 'the house next door is on fire')
    await page.waitForSelector('#alarm .alarm')
    expect(await page.textContent('#alarm')).toContain('call 911 now')
    await page.fill('#words', 'the house next door has an ugly door')
    await page.waitForSelector('#alarm .alarm', { state: 'detached' })
  })

  it('a service that needs contact asks for it before it is sent', async () => {
    const page = await open('/report')
    await page.click('#all-services summary')
    await page.selectOption('#service', reachable)
    await page.waitForSelector('#contact-needed:not([hidden])')
    expect(await page.isVisible('#contact-hint')).toBe(false)
    await page.selectOption('#service', 'sidewalk-repair')
    await page.waitForSelector('#questions input[name=q-injury]')
    await isAccessible(page, 'with questions')
  })

  it.each([
    ['ar', 'ما نوع الضوضاء؟', 'شيء آخر'],
    ['ht', 'Ki kalite bri li ye?', 'Yon lòt bagay'],
  ])('%s: the questions are in the language of the page', async (language, question, other) => {
    const page = await open(`/report?lang=${language}`)
    await page.click('#all-services summary')
    await page.selectOption('#service', 'noise')
    await page.check('#questions input[value=other]')
    const text = await page.textContent('#questions')
    expect(text).toContain(question)
    expect(text).toContain(other)
    expect(await page.locator('#questions [lang]').count()).toBe(0)
    await fitsIn(page)
    await isAccessible(page, `questions in ${language}`)
  })

  it('where I am, and where the photo was taken, are places', async () => {
    const page = await open('/report')
    await page.click('#use-here')
    await until(
      async () =>
        (await page.evaluate("document.getElementById('chosen').textContent.includes('Tremont')")) === true,
    )
    expect(await page.inputValue('#lat')).toBe('42.356300')
    await page.click('#remove-place')
    expect(await page.inputValue('#lat')).toBe('')
    const bytes = await photo({ position: { lat: 42.3563, lon: -71.0623 } })
    await page.setInputFiles('#photos', { name: 'hole.jpg', mimeType: 'image/jpeg', buffer: bytes })
    await page.click('#photo-place button')
    await until(async () => (await page.evaluate("document.getElementById('lat').value !== ''")) === true)
    expect(await page.textContent('#chosen')).toContain('Tremont')
    await page.fill('#words', 'huge pothole')
    await send(page)
    expect(await page.textContent('main')).toMatch(/Tremont St/)
  })

  it('the map sets the place by click and by key', async () => {
    const page = await open('/report', { width: 1280, withMap: true })
    await page.locator('#map').scrollIntoViewIfNeeded()
    await page.waitForSelector('#map[data-ready]', { timeout: 20_000 })
    await isAccessible(page, 'with the map')
    // Somewhere in Dorchester; the marker stands in the middle of the city before.
    await page.locator('#map').click({ position: { x: 350, y: 190 } })
    await until(async () => (await page.evaluate("document.getElementById('lat').value !== ''")) === true)
    const before = await page.inputValue('#lat')
    await page.focus('.pin')
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Enter')
    await until(
      async () => (await page.evaluate(`document.getElementById('lat').value !== '${before}'`)) === true,
    )
    expect(Number(await page.inputValue('#lat'))).toBeGreaterThan(Number(before))
  })

  it('by keyboard alone it is written and sent', async () => {
    const page = await open('/report')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.id')).toBe('words')
    await page.keyboard.type('huge pothole')
    await page.focus('#address')
    await page.keyboard.type('123 Tremont St')
    await page.focus('#email')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#done')
    expect(await numberIn(page)).toMatch(/^BOS-/)
  })

  it('what is missing is said, and the focus is there', async () => {
    const page = await open('/report')
    await page.click('#send')
    await page.waitForSelector('#problems')
    await isAccessible(page, 'with a problem')
    expect(await page.evaluate('document.activeElement?.id')).toBe('problems')
    await page.click('#problems a')
    expect(await page.evaluate('document.activeElement?.id')).toBe('words')
    await page.fill('#words', 'huge pothole at 123 Tremont St')
    await send(page)
    expect(await numberIn(page)).toMatch(/^BOS-/)
  })

  it('without a connection it is kept, with its photo, and sent once when there is one', async () => {
    const page = await open('/report')
    await page.fill('#words', 'huge pothole, written in the subway')
    await page.fill('#address', '123 Tremont St')
    await page.setInputFiles('#photos', { name: 'hole.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await page.context().setOffline(true)
    await page.click('#send')
    await says(page, 'saved on this device')
    await isAccessible(page, 'kept')
    await page.context().setOffline(false)
    await page.waitForSelector('.number')
    expect(await page.textContent('main')).toContain('has been sent')
    const rows = await app.sql<{ files: number }>(
      `SELECT jsonb_array_length(normalised -> 'media') AS files FROM messages WHERE normalised ->> 'text' LIKE '%in the subway'`,
    )
    expect(rows).toEqual([{ files: 1 }])
  })

  it('kept before the page was closed, it is sent when the page is opened again', async () => {
    const page = await open('/report')
    await page.fill('#words', 'huge pothole, written by candle light')
    await page.fill('#address', '123 Tremont St')
    await page.context().setOffline(true)
    await page.click('#send')
    await says(page, 'saved on this device')
    const again = await page.context().newPage()
    await page.close()
    await page.context().setOffline(false)
    await again.goto(`${app.url}/report`)
    await again.waitForSelector('.number')
    const rows = await app.sql(`SELECT id FROM messages WHERE normalised ->> 'text' LIKE '%by candle light'`)
    expect(rows).toHaveLength(1)
    await again.reload()
    await again.waitForSelector('html[data-ready]')
    expect(
      await app.sql(`SELECT id FROM messages WHERE normalised ->> 'text' LIKE '%by candle light'`),
    ).toHaveLength(1)
  })

  /** What the browser keeps for when there is no connection, as paths. */
  const keptPaths = (page: Page): Promise<readonly string[]> =>
    page.evaluate(
      `(async () => {
        const all = []
        for (const name of await caches.keys())
          for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname + new URL(url).search)
        return all.sort()
      })()`,
    )
  /** Opened, and kept for later. */
  async function visit(path: string): Promise<Page> {
    const page = await open(path)
    await page.waitForSelector('html[data-kept]')
    return page
  }
  async function openOffline(page: Page, path: string): Promise<void> {
    await page.context().setOffline(true)
    await page.goto(`${app.url}${path}`)
    await page.waitForSelector('html[data-ready]')
  }
  const messagesWith = (words: string) =>
    app.sql<{ id: string; files: number; resident: string }>(
      `SELECT id, resident, jsonb_array_length(normalised -> 'media') AS files FROM messages
       WHERE normalised ->> 'text' LIKE $1`,
      [`%${words}`],
    )

  it('opened once, it opens without a connection; what is written then is sent once there is one', async () => {
    const page = await visit('/report?lang=ht')
    await openOffline(page, '/report?lang=ht')
    expect(await page.getAttribute('html', 'lang')).toBe('ht')
    expect(await page.textContent('#saved')).toContain('Pa gen koneksyon')
    expect(await page.inputValue('[name=token]'), 'nobody else has its token').toBe('')
    expect(await page.evaluate("getComputedStyle(document.querySelector('.report')).display")).toBe('grid')
    await isAccessible(page, 'opened without a connection')
    await fitsIn(page)
    await page.fill('#words', 'gwo twou nan lari a, anba tè')
    await page.fill('#address', '123 Tremont St')
    await page.setInputFiles('#photos', { name: 'hole.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await page.click('#send')
    await says(page, 'sou aparèy sa a')
    await page.context().setOffline(false)
    await page.waitForSelector('.number')
    expect(await page.getAttribute('html', 'lang')).toBe('ht')
    const [message, ...more] = await messagesWith('anba tè')
    expect([message?.files, more]).toEqual([1, []])
    expect(message?.resident).toMatch(/^[\w-]{22}$/)
  })

  it('opened without a connection, it is sent at once where there is one by then', async () => {
    const page = await visit('/report')
    await openOffline(page, '/report')
    await page.fill('#words', 'huge pothole, back in the light')
    await page.fill('#address', '123 Tremont St')
    await page.context().setOffline(false)
    await until(async () => (await page.textContent('#saved')) === '')
    await send(page)
    expect(await numberIn(page)).toMatch(/^BOS-/)
    expect(await messagesWith('back in the light')).toHaveLength(1)
  })

  it('opens where the server is away, and a form from last week is sent as if it were new', async () => {
    const page = await visit('/report?lang=es')
    await page
      .context()
      .route('**/report?lang=es', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }))
    await page.goto(`${app.url}/report?lang=es`)
    await page.waitForSelector('html[data-ready]')
    expect(await page.getAttribute('html', 'lang')).toBe('es')
    const lastWeek = `AAAAAAAAAAAAAAAAAAAAAA.${(Date.now() - 8 * 86_400_000).toString(36)}.${'A'.repeat(32)}`
    await page.evaluate(`document.querySelector('[name=token]').value = '${lastWeek}'`)
    await page.fill('#words', 'un bache enorme en la calle')
    await page.fill('#address', '123 Tremont St')
    await send(page)
    expect(await numberIn(page)).toMatch(/^BOS-/)
  })

  it('keeps forms in the languages that were opened, and nothing of anybody', async () => {
    const page = await visit('/report?lang=en')
    await page.fill('#words', 'huge pothole at 123 Tremont St')
    await page.fill('#email', 'resident@example.org')
    await send(page)
    await page.click('a[href^="/status/BOS-"]')
    await page.waitForSelector('.card')
    await page.goto(`${app.url}/report?lang=ar`)
    await page.waitForSelector('html[data-kept]')
    const paths = await keptPaths(page)
    expect(paths.filter((path) => !path.startsWith('/report/assets/'))).toEqual([
      '/report/offline',
      '/report/offline?lang=ar',
      '/report/offline?lang=en',
    ])
    const kept: string = await page.evaluate(
      `(async () => {
        const texts = []
        for (const name of await caches.keys()) {
          const cache = await caches.open(name)
          for (const one of await cache.keys()) texts.push(await (await cache.match(one)).text())
        }
        return texts.join('')
      })()`,
    )
    expect(kept).toContain('id="report"')
    expect(kept).not.toMatch(/BOS-(?!1234-5678)[0-9A-Z]{4}-|resident@|name="token" value="\w/)
    await openOffline(page, '/report')
    // That of the last visit, in its direction.
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    expect(await page.textContent('#saved')).toContain('لا يوجد اتصال')
    await page.goto(`${app.url}/report?lang=en`)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await expect(page.goto(`${app.url}/status`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  })

  it('a form that comes back has its photos still in it', async () => {
    const page = await open('/report')
    await page.fill('#words', 'huge pothole at 123 Tremont St')
    await page.setInputFiles('#photos', { name: 'hole.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    // The server looks closer than the browser does.
    await page.fill('#email', 'resident@example')
    await page.click('#send')
    await page.waitForSelector('#problems')
    expect(await page.evaluate("document.getElementById('photos').files.length")).toBe(1)
    await page.waitForSelector('#previews img')
    await page.fill('#email', 'resident@example.org')
    await send(page)
    const [message] = await messagesWith('huge pothole at 123 Tremont St')
    expect(message).toBeDefined()
    const rows = await app.sql<{ files: number }>(
      `SELECT coalesce(array_length(media_ids, 1), 0) AS files FROM service_requests WHERE reference = $1`,
      [await numberIn(page)],
    )
    expect(rows).toEqual([{ files: 1 }])
  })

  it('on the page in Haitian Creole everything is, to the end', async () => {
    const page = await open('/report?lang=ht')
    await page.fill('#words', 'gwo twou nan lari a')
    await page.fill('#address', '123 Tremont St')
    await send(page)
    expect(await page.getAttribute('html', 'lang')).toBe('ht')
    expect(await page.textContent('h1')).toBe('Mèsi. Nou resevwa rapò w la.')
  })
})
