import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { slackRoutes } from '../../src/sandbox/slack/index.ts'
import { type OpenSlack, openSlack } from '../desk/slack.harness.ts'
import { skipsBrowser, startBrowser } from '../support/chromium.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'

describe.skipIf(skipsBrowser())('the channel of reviews in a browser', () => {
  let stage: FakeDesk
  let slack: OpenSlack
  let server: ServerType
  let browser: Browser
  let page: Page
  const problems: string[] = []
  const cards = new Map<string, string>()

  /** What a worker does: every card as the desk has it. */
  async function showAll(): Promise<void> {
    for (const id of cards.keys()) {
      const review = await stage.desk.review(id)
      if (review !== null) cards.set(id, await slack.surface.board.show(review, cards.get(id) || null, null))
    }
  }
  async function put(words: string): Promise<string> {
    const service = { code: 'pothole', confidence: 0.62 }
    const { id } = await stage.put({ words, service, place: knownPlaces[0] ?? null })
    cards.set(id, '')
    await showAll()
    return id
  }
  const card = (words: string) => page.locator('article.card', { hasText: words })
  const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)

  beforeAll(async () => {
    stage = fakeDesk()
    slack = await openSlack(stage)
    const app = new Hono().route('/sandbox/slack', slackRoutes(slack.player))
    app.get('/sandbox/icon.svg', (c) => c.body(null, 200, { 'content-type': 'image/svg+xml' }))
    const port = await new Promise<number>((resolve) => {
      server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(info.port),
      )
    })
    browser = await startBrowser()
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(`http://127.0.0.1:${port}/sandbox/slack`)
    await page.waitForSelector('html[data-ready]')
  })
  afterAll(async () => {
    await browser.close()
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await slack.close()
  })

  it('shows a card as soon as it is posted, and what came of a click', async () => {
    const id = await put('a hole in the road')
    await card('a hole in the road').getByRole('button', { name: 'Pothole' }).click()
    await page.getByText('Accepted: ').waitFor()
    await showAll()
    await page.getByText('Closed: Service unclear').waitFor()
    expect((await stage.desk.review(id))?.closed?.by).toBe('agent:slack:U0AGENTA')
  })

  it('finds a service for it without leaving the page', async () => {
    const id = await put('the wall is painted')
    await card('the wall is painted').locator('summary').click()
    await page.getByLabel('Find by name or keyword').locator('visible=true').fill('graffiti')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Graffiti' }).first().click()
    await page.getByText('Changed and accepted: ').waitFor()
    expect((await stage.desk.review(id))?.request.service_code).toBe('graffiti')
  })

  it('fills in a modal by keyboard, keeps what is typed while the channel changes, and closes by Escape', async () => {
    const id = await put('somewhere around here')
    await card('somewhere around here').getByRole('button', { name: 'Set place…' }).click()
    await page.waitForSelector('dialog:modal')
    expect(await violations()).toEqual([])
    await page.getByLabel('Where is').fill('Boyls')
    await put('another one meanwhile')
    await card('another one meanwhile').waitFor({ state: 'attached' })
    expect(await page.getByLabel('Where is').inputValue()).toBe('Boyls')
    await page.keyboard.type('ton')
    await page.keyboard.press('Enter')
    await page.getByLabel('701 Boylston St').check()
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await slack.surface.idle()
    expect(await stage.desk.review(id)).toMatchObject({ claim: null, closed: null })
  })

  it('is accessible, and complained of nothing', async () => {
    expect(await violations()).toEqual([])
    await page.setViewportSize({ width: 340, height: 700 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(340)
    expect(problems).toEqual([])
  })
})
