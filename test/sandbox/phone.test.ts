import { describe, expect, it } from 'vitest'
import type { Carrier, CarrierNews } from '../../src/sandbox/carrier.ts'
import { sandboxRoutes } from '../../src/sandbox/index.ts'

const ours = '+16175550100'
const from = '+16175550121'

function sandbox() {
  const sent: Parameters<Carrier['deliver']>[0][] = []
  let tell: (news: CarrierNews) => void = () => undefined
  const app = sandboxRoutes({
    ours,
    clock: { now: () => 0 },
    player: {
      async deliver(message) {
        sent.push(message)
        return { status: 200 }
      },
      watch(listener) {
        tell = listener
        return () => undefined
      },
    },
  })
  const page = async (phone = from) => (await app.request(`/?phone=${encodeURIComponent(phone)}`)).text()
  const post = (fields: Readonly<Record<string, string | File>>, headers: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return app.request('/messages', {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', accept: 'application/json', ...headers },
    })
  }
  return { app, sent, page, post, tell: (news: CarrierNews) => tell(news) }
}
const file = (name: string, type: string, bytes = 3) => new File([new Uint8Array(bytes)], name, { type })

describe('the page', () => {
  it('takes everything from its own server and nothing inline', async () => {
    const { app, page } = sandbox()
    const policy = (await app.request('/')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(await page()).not.toMatch(/\son\w+=|\sstyle=|<style|<script>|https?:\/\//)
  })

  it('shows what strangers write as text', async () => {
    const { page, tell } = sandbox()
    tell({ kind: 'reply', id: 'SM1', to: from, text: '<script>alert(1)</script> & "quotes"', at: 0 })
    const html = await page()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;')
  })

  it('works without scripts: a form goes back to the page of its phone', async () => {
    const { post, page, sent } = sandbox()
    const answer = await post({ from, text: 'rats' }, { accept: 'text/html' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('../sandbox?phone=%2B16175550121')
    expect(sent).toEqual([{ from, to: ours, text: 'rats', files: [] }])
    expect(await page()).toContain('rats</p>')
  })

  it('ignores news for phones that are not here and news that comes late', async () => {
    const { page, tell } = sandbox()
    tell({ kind: 'reply', id: 'SM1', to: '+16175550199', text: 'for somebody else', at: 0 })
    tell({ kind: 'reply', id: 'SM2', to: from, text: 'for us', at: 0 })
    tell({ kind: 'status', id: 'SM2', status: 'delivered', errorCode: null })
    tell({ kind: 'status', id: 'SM2', status: 'sent', errorCode: null })
    tell({ kind: 'status', id: 'SM3', status: 'failed', errorCode: '30003' })
    const html = await page()
    expect(html).not.toContain('for somebody else')
    expect(html).toContain('data-progress>Delivered</span>')
  })

  it('has ten phones at most, and none with our own number', async () => {
    const { app, page } = sandbox()
    for (let count = 0; count < 12; count += 1)
      expect(
        (await app.request('/phones', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }))
          .status,
      ).toBe(303)
    const html = await page()
    expect(html.match(/data-number=/g)).toHaveLength(10)
    expect(html).toContain('class="add" disabled')
  })
})

describe('sending', () => {
  it.each([
    ['nothing', { from, text: ' ' }, 'Write something or attach a photo.'],
    ['a text over 1,600 characters', { from, text: 'x'.repeat(1601) }, '1,600'],
    ['from a phone that is not here', { from: '+16175550199', text: 'x' }, 'no such phone'],
    ['a program', { from, text: '', photo: file('a.exe', 'application/x-msdownload') }, 'a.exe'],
    ['a page', { from, text: '', photo: file('a.html', 'text/html') }, 'a.html'],
    ['an SVG', { from, text: '', photo: file('a.svg', 'image/svg+xml') }, 'a.svg'],
    ['a file without a type or a name we know', { from, text: '', photo: file('a', '') }, 'does not send'],
  ])('refuses %s with a sentence', async (_what, fields, says) => {
    const { post, sent } = sandbox()
    const answer = await post(fields)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ problem: expect.stringContaining(says) })
    expect(sent).toEqual([])
  })

  it('refuses more than 8 MB', async () => {
    const { post, sent } = sandbox()
    const answer = await post({ from, text: '', photo: file('a.jpg', 'image/jpeg', 9 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(sent).toEqual([])
  })

  it('takes a file by its name where the browser knows no type', async () => {
    const { post, sent } = sandbox()
    expect((await post({ from, text: '', photo: file('IMG_1.HEIC', '') })).status).toBe(202)
    expect(sent[0]?.files).toMatchObject([{ type: 'image/heic' }])
  })

  it('is not for other sites', async () => {
    const { post, sent } = sandbox()
    const answer = await post(
      { from, text: 'x' },
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    )
    expect(answer.status).toBe(403)
    expect(sent).toEqual([])
  })

  it.each([
    'evil.example',
    'evil.example:3110',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.2',
    '',
  ])('answers nothing under the name %j', async (host) => {
    const { app, post, sent } = sandbox()
    for (const path of ['/', '/events', '/phone.js', '/nowhere'])
      expect([path, (await app.request(path, { headers: { host } })).status]).toEqual([path, 403])
    expect((await post({ from, text: 'x' }, { host })).status).toBe(403)
    expect(sent).toEqual([])
  })

  it.each(['localhost', 'LOCALHOST:3110', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:3110'])(
    'answers as %s',
    async (host) => {
      expect((await sandbox().app.request('/', { headers: { host } })).status).toBe(200)
    },
  )

  it('keeps files so that a browser only ever shows pictures', async () => {
    const { app, post, sent } = sandbox()
    await post({ from, text: '', photo: file('card.vcf', 'text/vcard') })
    const answer = await app.request(`/files/${(sent[0]?.files[0] as { id?: string } | undefined)?.id}`)
    expect(answer.headers.get('content-disposition')).toBe('attachment')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the feed', () => {
  it('gives a page what it missed and asks one of an earlier process to load again', async () => {
    const { app, page, tell } = sandbox()
    const seen = /data-seen="([^"]+)"/.exec(await page())?.[1] ?? ''
    tell({ kind: 'reply', id: 'SM1', to: from, text: 'hello', at: 0 })
    const first = async (after: string) => {
      const answer = await app.request(`/events?after=${after}`)
      expect(answer.headers.get('content-type')).toContain('text/event-stream')
      const reader = answer.body?.getReader()
      const { value } = (await reader?.read()) ?? {}
      await reader?.cancel()
      return new TextDecoder().decode(value)
    }
    expect(await first(seen)).toMatch(/^event: bubble\ndata: \{"phone":"\+16175550121".*hello/)
    expect(await first('00000000-0')).toMatch(/^event: reload\n/)
    expect(await first('')).toMatch(/^event: reload\n/)
  })
})
