import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slackRoutes } from '../../src/sandbox/slack/index.ts'
import type { Seed } from '../contract/desk-surface.contract.ts'
import { type OpenSlack, openSlack } from '../desk/slack.harness.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'

const seed: Seed = {
  words: 'a hole & a wire <b>bold</b> <!channel>',
  service: { code: 'pothole', confidence: 0.62 },
  others: [{ code: 'sidewalk-repair', confidence: 0.21 }],
  place: knownPlaces[0] ?? null,
}
let stage: FakeDesk
let slack: OpenSlack
let app: Hono
beforeEach(async () => {
  stage = fakeDesk()
  slack = await openSlack(stage)
  app = new Hono().route('/sandbox/slack', slackRoutes(slack.player))
})
afterEach(() => slack.close())

const get = async (query = '') => (await app.request(`/sandbox/slack${query}`)).text()
async function send(path: string, form: Record<string, string>) {
  const answer = await app.request(`/sandbox/slack/${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  })
  await slack.surface.idle()
  return answer
}
async function card() {
  const review = await stage.put(seed)
  const name = await slack.surface.board.show(review, null, null)
  return { review, at: name.split(':')[1] ?? '' }
}
const as = 'U0AGENTA'

describe('the page that stands in for Slack', () => {
  it('is strict, and says so when there is nothing yet', async () => {
    const answer = await app.request('/sandbox/slack')
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    const page = await answer.text()
    expect(page).toContain('No reviews yet')
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|style=/)
    for (const file of ['slack.css', 'slack.js'])
      expect((await app.request(`/sandbox/slack/${file}`)).status).toBe(200)
  })

  it('shows cards with their words as words', async () => {
    await card()
    const page = await get()
    expect(page).toContain('a hole &amp; a wire &lt;b&gt;bold&lt;/b&gt; &lt;!channel&gt;')
    expect(page).toContain('Pothole · 62 %')
    expect(page).toMatch(/<time datetime="2026-11-02T15:00:00.000Z"/)
  })

  it('presses a button for whom the visitor is, and shows only them what came of it', async () => {
    const { review, at } = await card()
    const answer = await send('press', { as, at, action: 'accept' })
    expect(answer.status).toBe(303)
    expect(new URL(answer.headers.get('location') ?? '', 'http://x/sandbox/slack/press').href).toBe(
      `http://x/sandbox/slack?as=${as}`,
    )
    expect((await stage.desk.review(review.id))?.closed?.by).toBe(`agent:slack:${as}`)
    expect(await get(`?as=${as}`)).toContain(`Accepted: ${review.request.reference}`)
    expect(await get('?as=U0AGENTB')).not.toContain(`Accepted: ${review.request.reference}`)
  })

  it('finds a service in the menu and decides for it', async () => {
    const { review, at } = await card()
    const found = await get(`?as=${as}&at=${at}&action=service&typed=graffiti`)
    expect(found).toContain('value="graffiti"')
    expect(found).toContain('the resident hears of it')
    await send('choose', { as, at, action: 'service', value: 'graffiti' })
    expect((await stage.desk.review(review.id))?.request.service_code).toBe('graffiti')
  })

  it('fills in modals, with their errors, and closes them', async () => {
    const { review, at } = await card()
    await send('press', { as, at, action: 'place' })
    const page = await get(`?as=${as}`)
    expect(page).toContain('<dialog open aria-labelledby="modal-title"')
    expect(page).toContain('value="pothole" selected')
    await send('submit', { as })
    expect(await get(`?as=${as}`)).toMatch(/aria-invalid="true"/)
    await send('submit', { as, typed: 'Boylston' })
    expect(await get(`?as=${as}`)).toContain('701 Boylston St')
    await send('submit', { as, typed: 'Boylston', choice: '1' })
    expect((await stage.desk.review(review.id))?.request.place?.address).toBe('701 Boylston St')
    const second = await card()
    await send('press', { as, at: second.at, action: 'refuse' })
    await send('cancel', { as })
    expect(await get(`?as=${as}`)).not.toContain('<dialog')
    expect((await stage.desk.review(second.review.id))?.claim).toBeNull()
  })

  it('shows the page as it is where something is not there any more', async () => {
    expect((await send('press', { as, at: '1.1', action: 'accept' })).status).toBe(303)
    expect((await send('submit', { as: 'nobody' })).status).toBe(303)
    expect(await get('?at=1.1&action=service&typed=x')).toContain('No reviews yet')
  })

  it('takes no form of another site', async () => {
    const { at } = await card()
    const answer = await app.request('/sandbox/slack/press', {
      method: 'POST',
      body: new URLSearchParams({ as, at, action: 'accept' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(403)
    expect(stage.commands).toEqual([])
  })

  it.each(['evil.example', 'evil.example:3110', 'localhost.evil.example', ''])(
    'answers nothing under the name %j',
    async (host) => {
      const { review, at } = await card()
      for (const path of ['', '/events', '/slack.js'])
        expect((await app.request(`/sandbox/slack${path}`, { headers: { host } })).status).toBe(403)
      const press = await app.request('/sandbox/slack/press', {
        method: 'POST',
        body: new URLSearchParams({ as, at, action: 'accept' }),
        headers: { host, 'sec-fetch-site': 'same-origin' },
      })
      expect(press.status).toBe(403)
      await slack.surface.idle()
      expect((await stage.desk.review(review.id))?.closed).toBeNull()
    },
  )

  it.each(['localhost:3110', '127.0.0.1:3110', '[::1]:3110'])('answers as %s', async (host) => {
    expect((await app.request('/sandbox/slack', { headers: { host } })).status).toBe(200)
  })

  it('tells open pages that something changed', async () => {
    const answer = await app.request('/sandbox/slack/events')
    const reader = answer.body?.getReader()
    const read = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await read()).toContain(': still here')
    await card()
    expect(await read()).toContain('event: changed')
    await reader?.cancel()
  })
})
