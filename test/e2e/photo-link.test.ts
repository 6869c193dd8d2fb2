/** The link to add a photo, from the end of a call to the request: the text, the page, the photo. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../src/core/understanding.ts'
import { callers, playSteps, silentRecording } from '../../src/sandbox/twilio-voice/index.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { dial } from '../support/caller.ts'
import { photo } from '../support/photos.ts'
import { newPhone, resident } from '../support/resident.ts'

const publicUrl = 'https://311.example.org'
const wantsText = callers.find(({ title }) => title === 'wants the number as a text message')?.steps ?? []

interface Row {
  readonly reference: string
  readonly state: string
  readonly files: number
  readonly shown: number
  readonly amended: number
}

describe('a link to add a photo after a call', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp({
      environment: { PUBLIC_URL: publicUrl, TRUSTED_PROXIES: '1' },
      player: { publicUrl },
    })
  })
  afterAll(() => app?.close())

  const row = async (reference: string): Promise<Row | undefined> =>
    (
      await app.sql<Row>(
        `SELECT r.reference, r.state, coalesce(array_length(r.media_ids, 1), 0) AS files,
           (SELECT count(*)::int FROM media m WHERE m.request_id = r.id AND m.shown) AS shown,
           (SELECT count(*)::int FROM effects e WHERE e.request_id = r.id AND e.kind = 'amend'
              AND e.payload ->> 'change' = 'added' AND e.state = 'done') AS amended
         FROM service_requests r WHERE r.reference = $1`,
        [reference],
      )
    )[0]
  /** Calls, reports and asks for a text: what it says, where it leads. */
  async function called(): Promise<{ text: string; link: string; reference: string; phone: string }> {
    const phone = newPhone()
    const call = await dial(app, { from: phone, publicUrl })
    await playSteps(call, wantsText, silentRecording())
    if (call.state !== 'ended') await call.hangUp()
    await app.settled()
    const [text = ''] = resident(app, phone).heard()
    const link = /^https:\/\/311\.example\.org(\/photo\/\S+)$/m.exec(text)?.[1] ?? ''
    return { text, link, reference: /BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '', phone }
  }
  let strangers = 0
  /** Whoever opens it, at an address of their own. */
  function stranger(language = 'en') {
    strangers += 1
    const headers = { 'x-forwarded-for': `198.51.100.${strangers}`, 'accept-language': language }
    const get = async (path: string) => {
      const answer = await fetch(`${app.url}${path}`, { headers })
      return { status: answer.status, page: await answer.text(), headers: answer.headers }
    }
    return {
      get,
      /** Sends the page's own form. */
      async add(link: string, files: readonly Uint8Array[], type = 'image/jpeg') {
        const { page } = await get(link)
        const body = new FormData()
        for (const [, name = '', value = ''] of page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g))
          body.append(name, value)
        if (!body.has('id')) body.append('id', 'no-form-was-there')
        for (const bytes of files)
          body.append('photos', new Blob([Uint8Array.from(bytes)], { type }), 'a.jpg')
        const answer = await fetch(`${app.url}${link}`, { method: 'POST', headers, body })
        return { status: answer.status, page: await answer.text() }
      },
    }
  }
  const flip = (link: string): string => `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`

  it('is in the text, opens, takes photos, and the request and its case have them', async () => {
    const { text, link, reference } = await called()
    expect(text).toMatch(/Add a photo here:\nhttps:/)
    expect(text).toContain('Answer this text with a photo')
    const someone = stranger()
    const opened = await someone.get(link)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('x-robots-tag')).toBe('noindex')
    expect(opened.headers.get('cache-control')).toBe('no-store')
    expect(opened.page).toContain(`<strong>${reference}</strong>`)
    expect(opened.page).toContain(`href="/status/${reference}?lang=en"`)
    // Nothing of what was said on the phone.
    expect(opened.page).not.toMatch(/Centre|pothole|Pothole|Jamaica/)
    const here = await photo({ position: { lat: 42.2866, lon: -71.0643 } })
    const { status, page } = await someone.add(link, [here])
    expect([status, /<h1[^>]*>([^<]+)/.exec(page)?.[1]]).toEqual([200, 'Thank you. We have your photo.'])
    expect(page).not.toMatch(/Centre|Jamaica|Geneva/)
    await app.settled()
    // Taken miles away it is still this request's: the link is for it alone.
    expect(await row(reference)).toEqual({ reference, state: 'filed', files: 1, shown: 1, amended: 1 })
    const made = await app.sql(
      `SELECT r.id FROM service_requests r JOIN messages m ON m.id = ANY (r.message_ids)
      WHERE m.normalised ->> 'joins' = $1 AND r.reference <> $1`,
      [reference],
    )
    expect(made).toEqual([])
    await someone.add(link, [await photo({ width: 600 }), await photo({ width: 500 })])
    await app.settled()
    expect(await row(reference)).toMatchObject({ files: 3, shown: 3 })
  })

  it('shows strangers no original: what is no picture is kept, and said to be', async () => {
    const { link, reference } = await called()
    const { page } = await stranger().add(link, [Buffer.from('%PDF-1.7 not a photo')], 'image/jpeg')
    expect(page).toContain('can&#39;t read it by ourselves')
    await app.settled()
    expect(await row(reference)).toMatchObject({ files: 1, shown: 0 })
    const [file] = await app.sql<{ id: string }>(
      'SELECT m.id FROM media m JOIN service_requests r ON r.id = m.request_id WHERE r.reference = $1',
      [reference],
    )
    expect((await stranger().get(`/media/${file?.id}.jpg`)).status).toBe(404)
  })

  it('the same form twice adds its photo once', async () => {
    const { link, reference } = await called()
    const { page } = await stranger().get(link)
    const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const bytes = Uint8Array.from(await photo())
    for (let n = 0; n < 2; n += 1) {
      const body = new FormData()
      body.append('id', id)
      body.append('photos', new Blob([bytes], { type: 'image/jpeg' }), 'a.jpg')
      const headers = { 'x-forwarded-for': '198.51.100.240' }
      const answer = await fetch(`${app.url}${link}`, { method: 'POST', headers, body })
      expect(await answer.text()).toContain('We have your photo.')
    }
    await app.settled()
    expect(await row(reference)).toMatchObject({ files: 1 })
  })

  it('says plainly that a link is not whole, whoever reads it', async () => {
    const { link, reference } = await called()
    const someone = stranger('es')
    const opened = await someone.get(flip(link))
    expect([opened.status, opened.page.includes(reference)]).toEqual([404, false])
    expect(opened.page).toContain('Este enlace no funciona.')
    const refused = await someone.add(flip(link), [await photo()])
    expect(refused.status).toBe(404)
    await app.settled()
    expect(await row(reference)).toMatchObject({ files: 0 })
  })

  it('a request that has ended takes no more, and says so', async () => {
    const { link, reference, phone } = await called()
    const early = await stranger().get(link)
    const id = /name="id" value="([^"]+)"/.exec(early.page)?.[1] ?? ''
    await resident(app, phone).say('cancel')
    expect(await row(reference)).toMatchObject({ state: 'cancelled' })
    const opened = await stranger().get(link)
    expect([opened.status, opened.page.includes('<form')]).toEqual([409, false])
    expect(opened.page).toContain('This report has ended')
    // Whoever had the page open already.
    const body = new FormData()
    body.append('id', id)
    body.append('photos', new Blob([Uint8Array.from(await photo())]), 'a.jpg')
    const late = await fetch(`${app.url}${link}`, { method: 'POST', body })
    expect([late.status, (await late.text()).includes('This report has ended')]).toEqual([409, true])
    await app.settled()
    expect(await row(reference)).toMatchObject({ files: 0 })
  })

  it('nothing chosen, too many and too often are said on the page, in its language', async () => {
    const { link } = await called()
    const someone = stranger()
    const none = await someone.add(`${link}?lang=fr`, [])
    expect([none.status, none.page.includes('Choisissez d’abord une photo.')]).toEqual([422, true])
    expect(none.page).toContain('aria-invalid="true"')
    const six = await someone.add(link, Array(6).fill(Buffer.from('x')))
    expect([six.status, six.page.includes('at most five photos')]).toEqual([422, true])
    const statuses = []
    for (let n = 0; n < 6; n += 1) statuses.push((await someone.add(link, [])).status)
    expect(statuses).toEqual([422, 422, 422, 422, 429, 429])
    const last = await someone.add(link, [])
    expect(last.page).toContain(`href="${link}?lang=en"`)
  })

  let aLink: ReturnType<typeof called> | undefined
  it.each(languages)('%s: the page is in it, and says everything in it', async (language) => {
    aLink ??= called()
    const { link } = await aLink
    const { page } = await stranger().get(`${link}?lang=${language}`)
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
    if (language !== 'en') expect(page).not.toMatch(/Add a photo|Your photos go/)
  })
  it('goes wrong nowhere', async () => {
    await app.settled()
    expect(app.events.filter(({ level }) => level === 'error')).toEqual([])
  })
})
