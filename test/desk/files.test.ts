/** Originals for agents: mails, documents, videos, and the words where there is nothing to open. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { ReviewFile } from '../../src/core/ports.ts'
import { fileWords, handed, isListed, sizeWords } from '../../src/desk/files.ts'
import { fakeDesk } from '../support/fake-desk.ts'
import { apiApp, token } from './api.harness.ts'
import { consoleApp, decoded, origin, signInAs, textOf, visitor } from './console.harness.ts'

const file = (id: string, more: Partial<ReviewFile> = {}): ReviewFile => ({
  id: `med_${id.padStart(8, '0')}`,
  role: 'file',
  state: 'kept',
  kind: 'other',
  type: 'application/pdf',
  bytes: 1_200,
  error: null,
  shown: false,
  borrowed: false,
  ...more,
})
const mail = file('1', { role: 'mail', kind: null, type: 'message/rfc822', bytes: null })
const pdf = file('2')
const video = file('3', { kind: 'video', type: 'video/mp4', bytes: 3_400_000 })
const page = file('4', { type: 'text/html' })
const program = file('5', { type: 'application/x-msdownload' })
const large = file('6', { state: 'failed', kind: null, type: null, bytes: null, error: 'too-large' })
const coming = file('7', { state: 'waiting', kind: null, type: null, bytes: null })
const photo = file('8', { kind: 'photo', type: 'image/jpeg', shown: true })
const eml = 'From: <a@b.example>\r\nSubject: <script>alert(1)</script>\r\n\r\nHol\u00e9 & hole\r\n'
const store = {
  held: async (id: string) => (id === mail.id ? new TextEncoder().encode(eml) : null),
  read: async (id: string) =>
    id === video.id
      ? { bytes: Uint8Array.from({ length: 10 }, (_, n) => n), type: 'video/mp4' }
      : { bytes: new TextEncoder().encode(`<script>${id}</script>`), type: 'text/html' },
}

async function opened() {
  const stage = fakeDesk()
  const row = await stage.putRow(
    { words: 'a hole' },
    { files: [mail, pdf, video, page, program, large, coming, photo], photoIds: [photo.id] },
  )
  const logged: string[] = []
  const app = consoleApp(stage, { files: store, logged })
  const browser = await signInAs(app, stage, 'ana')
  const get = (of: ReviewFile, more = '', headers = {}) =>
    browser.get(`/agent/files/${of.id}?review=${row.id}${more}`, headers)
  return { stage, row, app, browser, get, logged }
}
const historyOf = async ({ stage, row }: Awaited<ReturnType<typeof opened>>) =>
  (await stage.desk.history(row)).filter(({ what }) => what === 'file-opened')

describe('a file of a review', () => {
  it('comes as an attachment under our own name and its right type, and can be no page', async () => {
    const { get, row } = await opened()
    for (const [of, type, ending] of [
      [mail, 'message/rfc822', 'eml'],
      [pdf, 'application/pdf', 'pdf'],
      [video, 'video/mp4', 'mp4'],
      [page, 'application/octet-stream', 'bin'],
    ] as const) {
      const answer = await get(of)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="${row.request.reference}-\\d\\.${ending}"$`),
      )
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
    }
    expect(await (await get(mail)).text()).toBe(eml)
  })
  it('is written down with who opened it, by ids, before it is handed out', async () => {
    const all = await opened()
    await all.get(mail)
    await all.get(video, '', { range: 'bytes=0-' })
    await all.get(video, '', { range: 'bytes=4-6' })
    expect(await historyOf(all)).toMatchObject([
      { actor: 'agent:ana', detail: { mediaId: mail.id, surface: 'console' } },
      { actor: 'agent:ana', detail: { mediaId: video.id, surface: 'console' } },
    ])
    const away = async () => {
      throw new AppError('storage-away', 'the ledger is away')
    }
    const browser = await signInAs(
      consoleApp(all.stage, { files: store, desk: { opened: away } }),
      all.stage,
      'ben',
    )
    const refused = await browser.get(`/agent/files/${mail.id}?review=${all.row.id}`)
    expect(refused.status).toBe(503)
    expect(await refused.text()).not.toContain('a@b.example')
  })
  it('is read as text where it is a mail, and nothing else is', async () => {
    const { get } = await opened()
    const source = await get(mail, '&as=text')
    expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(source.headers.get('content-disposition')).toBeNull()
    expect(source.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(await source.text()).toBe(eml)
    expect((await get(page, '&as=text')).headers.get('content-disposition')).toContain('attachment')
  })
  it('a video comes in ranges', async () => {
    const { get } = await opened()
    const part = await get(video, '', { range: 'bytes=2-4' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10'])
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([2, 3, 4])
  })
  it('is for agents alone, and only with its review', async () => {
    const { app, browser, row, stage } = await opened()
    const other = await stage.putRow({ words: 'another' })
    const path = `/agent/files/${mail.id}`
    expect((await visitor(app).get(`${path}?review=${row.id}`)).status).toBe(401)
    for (const query of ['', '?review=', `?review=${other.id}`, '?review=rev_nobody000'])
      expect((await browser.get(`${path}${query}`)).status).toBe(404)
    for (const id of ['med_99999999', '..%2f..%2fetc%2fpasswd', 'x'])
      expect((await browser.get(`/agent/files/${id}?review=${row.id}`)).status).toBe(404)
  })
  it.each([
    ['a program', program, 'It is a program'],
    ['one that was too large', large, 'larger than 311 takes'],
    ['one that is on its way', coming, 'still being fetched'],
  ])('%s is not handed out, and the page says why', async (_, of, why) => {
    const all = await opened()
    const answer = await all.get(of)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain(why)
    expect(await historyOf(all)).toEqual([])
    const html = await (await all.browser.get(`/agent/reviews/${all.row.id}`)).text()
    expect(textOf(html)).toContain(why)
    expect(html).not.toContain(`/agent/files/${of.id}`)
  })
  it('stands on the page of its review; photos and recordings stand elsewhere', async () => {
    const { browser, row } = await opened()
    const html = decoded(await (await browser.get(`/agent/reviews/${row.id}`)).text())
    expect(html).toContain(`href="/agent/files/${mail.id}?review=${row.id}" download`)
    expect(html).toContain(`href="/agent/files/${mail.id}?review=${row.id}&as=text"`)
    expect(html).toContain(`<video controls preload="none" src="/agent/files/${video.id}?review=${row.id}"`)
    expect(html).not.toContain(`/agent/files/${photo.id}`)
    const bare = await browser.get(`/agent/reviews/${(await fakeDesk().put({ words: 'x' })).id}`)
    expect(await bare.text()).not.toContain('files-title')
  })
  it('says where a photo is of somebody else’s post', async () => {
    const stage = fakeDesk()
    const row = await stage.putRow(
      { words: 'fix this' },
      { files: [{ ...photo, borrowed: true }], photoIds: [photo.id] },
    )
    const browser = await signInAs(consoleApp(stage), stage, 'ana')
    const html = await (await browser.get(`/agent/reviews/${row.id}`)).text()
    expect(html).toContain('Photo 1 of 1 from somebody else’s post')
  })
  it('is named and handed out by the API as well, in the name of who asks', async () => {
    const { stage, row } = await opened()
    const api = apiApp(stage, { files: store })
    const call = (path: string, headers = {}) =>
      api.request(`${origin}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } })
    const { files } = (await (await call(`/api/reviews/${row.id}`)).json()) as {
      files: { id: string; url: string | null; problem: string | null }[]
    }
    expect(files.map(({ id, url }) => [id, url === null])).toEqual([
      [mail.id, false],
      [pdf.id, false],
      [video.id, false],
      [page.id, false],
      [program.id, true],
      [large.id, true],
      [coming.id, true],
      [photo.id, false],
    ])
    expect(files[5]?.problem).toContain('larger than')
    const path = (files[0]?.url ?? '').slice(origin.length)
    expect(await (await call(path, { 'x-agent': 'ben' })).text()).toBe(eml)
    expect((await api.request(`${origin}${path}`)).status).toBe(401)
    const lines = (await stage.desk.history(row)).filter(({ what }) => what === 'file-opened')
    expect(lines).toMatchObject([{ actor: 'agent:ben', detail: { mediaId: mail.id, surface: 'api' } }])
  })
})

describe('in words', () => {
  it.each([
    [mail, 'The mail as it came'],
    [pdf, 'PDF document'],
    [video, 'Video'],
    [page, 'File'],
    [file('9', { kind: 'broken', type: 'application/octet-stream' }), 'Damaged file'],
    [file('9', { type: 'image/heic' }), 'Picture that browsers do not show'],
  ])('%#: %s', (of, words) => expect(fileWords(of)).toBe(words))
  it('sizes are as people say them', () =>
    expect([10, 1_200, 999_499, 3_400_000].map(sizeWords)).toEqual(['1 KB', '1 KB', '999 KB', '3.4 MB']))
  it('what is shown or played elsewhere is not listed, unless it could not be had', () => {
    expect([photo, file('9', { kind: 'audio' })].map(isListed)).toEqual([false, false])
    expect([mail, { ...photo, state: 'failed' as const, shown: false }].map(isListed)).toEqual([true, true])
  })
  it('every code of a failure has a sentence', () => {
    for (const error of ['provider-refused', 'unreachable', 'misconfigured', 'bug', null] as const) {
      const how = handed({ ...large, error })
      expect(how.ok ? '' : how.why).toMatch(/^[A-Z].*\.$/)
    }
  })
})
