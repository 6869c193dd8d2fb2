import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { twilioMedia } from '../../channels/_twilio/media.ts'
import { smsChannel } from '../../channels/sms/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { open311Routes } from '../../src/gateway/open311/index.ts'
import { fileMedia } from '../../src/media/index.ts'
import { sandboxRoutes } from '../../src/sandbox/index.ts'
import { type RunningPlayer, startTwilioPlayer } from '../../src/sandbox/twilio/index.ts'
import { outbound } from '../channels/outbound.ts'
import { skipsBrowser, startBrowser } from '../support/chromium.ts'
import { aRequest, fakePublicStore } from '../support/fake-store.ts'
import { temporaryFolder } from '../support/folder.ts'
import { contrasts, nameless } from '../support/page-checks/index.ts'

const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'made-up-token' }
const ours = '+16175550100'
const answer = 'Got it: Pothole at 123 Tremont St. Your number is BOS-7K3M-Q2XA.'

/** The real SMS channel behind a real socket, in place of the whole gateway: it answers every text. */
async function startGateway() {
  const got: InboundMessage[] = []
  let away = false
  let url = ''
  const player = await startTwilioPlayer({ ...account, gatewayUrl: () => url })
  const twilio = { accountSid: account.accountSid, authTokens: [account.authToken], apiUrl: player.url }
  const app = new Hono()
  app.post('/webhooks/twilio/*', async (c) => {
    if (away) return c.text('', 503)
    const channel = smsChannel({
      ...twilio,
      from: ours,
      messagingServiceSid: null,
      publicUrl: url,
      statusCallback: true,
    })
    const headers = Object.fromEntries(c.req.raw.headers)
    const request = { method: 'POST', url: c.req.url, headers, body: await c.req.text() }
    const raw = channel.receive(await channel.verify(request))
    for (const inbound of channel.normalise(raw)) {
      if (inbound.kind !== 'message') continue
      got.push(inbound.message)
      if (inbound.message.keyword === null)
        await channel.reply(
          outbound({
            key: 'eff_00000001_0',
            to: inbound.message.from,
            from: inbound.message.to,
            text: answer,
          }),
        )
    }
    const { status, headers: out, body } = channel.respond(raw, [])
    return new Response(body || null, { status, headers: out })
  })
  app.route('/sandbox', sandboxRoutes({ player, ours }))
  const store = fakePublicStore([{ request: aRequest(), photoIds: [] }])
  app.route('/open311/v2', open311Routes({ store, services, publicUrl: () => url }))
  const server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => {
      url = `http://127.0.0.1:${info.port}`
      resolve(listening)
    })
  })
  return {
    url,
    got,
    player: player as RunningPlayer,
    media: twilioMedia(twilio),
    goAway: (gone: boolean) => {
      away = gone
    },
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await player.stop()
    },
  }
}

describe.skipIf(skipsBrowser())('the phone in the browser', () => {
  let browser: Browser
  let gateway: Awaited<ReturnType<typeof startGateway>>
  let complaints: string[]
  const pages: Page[] = []

  beforeAll(async () => {
    browser = await startBrowser()
    gateway = await startGateway()
  })
  afterAll(async () => {
    await browser?.close()
    await gateway?.stop()
  })
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close()
  })

  async function open(phone: number, width = 1280, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 760 }, colorScheme: scheme })
    pages.push(page)
    complaints = []
    page.on('console', (said) => {
      if (['error', 'warning'].includes(said.type())) complaints.push(said.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${gateway.url}/sandbox?phone=%2B1617555012${phone}`)
    await page.waitForSelector('html[data-ready]')
    return page
  }
  const lastOf = (page: Page, side: 'mine' | 'theirs') => page.locator(`.bubble.${side}`).last()

  it('sends a text and a photo with the keyboard alone and shows both sides and how they went', async () => {
    const page = await open(1)
    await page.locator('#text').focus()
    await page.keyboard.type('huge pothole in front of 123 Tremont St')
    await page.locator('input[value=pothole]').focus()
    await page.keyboard.press('Space')
    await page.locator('#text').focus()
    await page.keyboard.press('Enter')

    await lastOf(page, 'theirs').getByText('Delivered').waitFor()
    await lastOf(page, 'mine').getByText('Delivered').waitFor()
    expect(await lastOf(page, 'theirs').textContent()).toContain('Your number is BOS-7K3M-Q2XA')
    const image = lastOf(page, 'mine').locator('img')
    expect(await image.getAttribute('alt')).toBe('Drawn sample: a pothole in a street')
    expect(await page.evaluate("document.querySelector('.mine img').naturalWidth")).toBe(960)
    expect(await page.locator('#text').inputValue()).toBe('')
    expect(await page.locator('input[name=sample]:checked').count()).toBe(0)
    expect(complaints).toEqual([])

    const message = gateway.got.at(-1)
    expect(message).toMatchObject({
      from: '+16175550121',
      to: ours,
      text: 'huge pothole in front of 123 Tremont St',
      media: [{ announcedType: 'image/jpeg' }],
    })
    await using folder = await temporaryFolder()
    const fetched = await gateway.media.fetch(message?.media[0]?.url ?? '')
    const kept = await fileMedia({ dir: folder.path }).keep('med_00000001', fetched)
    expect(kept).toMatchObject({ kind: 'photo', shown: true, point: { lat: 42.31052, lon: -71.11451 } })
  })

  it('leads from the number in a reply to the record of the request', async () => {
    const page = await open(1)
    const record = page.context().waitForEvent('page')
    await lastOf(page, 'theirs')
      .getByRole('link', { name: /^BOS-7K3M-Q2XA/ })
      .click()
    const opened = await record
    pages.push(opened)
    await opened.waitForLoadState()
    expect(new URL(opened.url()).pathname).toBe('/open311/v2/requests/BOS-7K3M-Q2XA.json')
    expect(await opened.textContent('body')).toContain('"service_code":"pothole"')
  })

  it('keeps the phones apart, counts what arrives on another one and adds one more', async () => {
    const page = await open(2)
    expect(await page.locator('.bubble').count()).toBe(0)
    await gateway.player.deliver({ from: '+16175550123', to: ours, text: 'rats in the alley' })
    const tab = page.getByRole('link', { name: /^Phone 3/ })
    await tab.locator('[data-unread]').waitFor()
    expect(await page.title()).toMatch(/^\(1\)/)
    await tab.click()
    await lastOf(page, 'theirs').getByText('Delivered').waitFor()

    await page.getByRole('button', { name: 'Add a phone' }).click()
    await page.getByRole('link', { name: /^Phone 4/ }).waitFor()
    expect(await page.locator('.phones [aria-current]').textContent()).toContain('Phone 4')
  })

  it('puts a text to try into the message box and sends nothing by itself', async () => {
    const page = await open(2)
    await page.getByRole('link', { name: /Kreyòl/ }).click()
    expect(await page.locator('#text').inputValue()).toContain('twou')
    expect(await page.locator('.bubble').count()).toBe(0)
  })

  it("shows Twilio's own answer to STOP", async () => {
    const page = await open(3)
    await page.fill('#text', 'STOP')
    await page.getByRole('button', { name: 'Send' }).click()
    // Not just any answer: one to an earlier text may still be on its way.
    await lastOf(page, 'theirs').getByText('unsubscribed').waitFor()
    expect(gateway.got.at(-1)).toMatchObject({ keyword: 'stop' })
  })

  it('shows when a text was not delivered', async () => {
    const page = await open(2)
    gateway.goAway(true)
    await page.fill('#text', 'is anybody there')
    await page.keyboard.press('Enter')
    await lastOf(page, 'mine').getByText('Not delivered: the gateway answered 503').waitFor()
    gateway.goAway(false)
  })

  it('shows a photo of the device before it is sent, lets it be removed, and refuses what is too large', async () => {
    const page = await open(2)
    const before = await page.locator('.bubble').count()
    await using folder = await temporaryFolder()
    const files = [join(folder.path, 'tree.png'), join(folder.path, 'large.jpg')] as const
    await writeFile(files[0], 'not really')
    await writeFile(files[1], Buffer.alloc(9 * 1024 * 1024))
    await page.setInputFiles('#photo', files)
    expect(await page.locator('#attached li').count()).toBe(2)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('alert').getByText('These files are larger than 8 MB.').waitFor()
    await page.getByRole('button', { name: 'Remove large.jpg' }).click()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('.bubble').nth(before).waitFor()
    expect(await page.locator('#attached li').count()).toBe(0)
  })

  it.each([
    [320, 'light'],
    [360, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('can be read and used at %i pixels in %s', async (width, scheme) => {
    const page = await open(2, width, scheme)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(await nameless(page)).toEqual([])
    const poor = (await contrasts(page)).filter(({ ratio }) => ratio < 4.5)
    expect(poor).toEqual([])
    const log = page.getByRole('log')
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await page.evaluate('log.scrollHeight - log.scrollTop - log.clientHeight')).toBeLessThan(2)
    expect(await page.locator('.send').isVisible()).toBe(true)
    expect(complaints).toEqual([])
  })
})
