import { describe, expect, it } from 'vitest'
import type { MediaStore } from '../../src/core/ports.ts'
import { photoRoutes } from '../../src/gateway/media.ts'
import { photoLinks } from '../../src/gateway/photo-links.ts'
import { aRequest, fakePublicStore } from '../support/fake-store.ts'

const files: Pick<MediaStore, 'read'> = {
  read: async (id, variant) =>
    id === 'med_00000003' ? null : { bytes: Buffer.from(`${variant} of ${id}`), type: 'image/jpeg' },
}
let now = Date.UTC(2026, 10, 20, 12)
const links = photoLinks('a secret of the ledger', { now: () => now })
const app = photoRoutes({
  store: fakePublicStore([{ request: aRequest(), photoIds: ['med_00000001', 'med_00000003'] }]),
  files,
  links,
})

describe('a public photo', () => {
  it.each([
    ['/media/med_00000001.jpg', 'public of med_00000001'],
    ['/media/med_00000001', 'public of med_00000001'],
    ['/media/med_00000001/thumbnail.jpg', 'thumbnail of med_00000001'],
    ['/media/med_00000001/thumbnail', 'thumbnail of med_00000001'],
  ])('is shown at %s', async (path, body) => {
    const answer = await app.request(path)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(body)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('cache-control')).toContain('public, max-age=')
  })

  it('is not sent again to a client that has it', async () => {
    const etag = (await app.request('/media/med_00000001.jpg')).headers.get('etag') ?? ''
    const again = await app.request('/media/med_00000001.jpg', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it.each([
    ['nobody may see', '/media/med_00000009.jpg'],
    ['has no copy', '/media/med_00000003.jpg'],
    ['has an id that is none', '/media/..%2F..%2Fetc.jpg'],
    ['is asked for as the original', '/media/med_00000001/original.jpg'],
    ['is asked for as another file', '/media/med_00000001.png'],
  ])('that %s is not there', async (_why, path) => {
    const answer = await app.request(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control') ?? 'no-store').toBe('no-store')
  })

  it('is not there for a client that still has a copy once it may not be seen', async () => {
    const answer = await app.request('/media/med_00000009.jpg', {
      headers: { 'if-none-match': '"med_00000009-public"' },
    })
    expect(answer.status).toBe(404)
  })
})

describe('a photo that strangers may not see', () => {
  const dayMs = 86_400_000

  it('is shown to whoever has a signed link, the same one all day', async () => {
    const path = links.pathOf('med_00000009')
    const answer = await app.request(path)
    expect(await answer.text()).toBe('public of med_00000009')
    expect(answer.headers.get('cache-control')).toContain('private')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    now += dayMs / 4
    expect(links.pathOf('med_00000009')).toBe(path)
    now -= dayMs / 4
  })

  it('is gone a week and a day later', async () => {
    const path = links.pathOf('med_00000009')
    now += 7 * dayMs - 1
    expect((await app.request(path)).status).toBe(200)
    now += dayMs + 1
    expect((await app.request(path)).status).toBe(404)
    now -= 8 * dayMs
  })

  it.each([
    ['another photo', (path: string) => path.replace('med_00000009', 'med_00000008')],
    ['a later end', (path: string) => path.replace(/until=\d/, 'until=9')],
    ['another signature', (path: string) => path.replace(/sig=./, 'sig=~')],
    ['no signature', (path: string) => path.replace(/&sig=.*/, '')],
    ['an end that is no number', (path: string) => path.replace(/until=\d+/, 'until=never')],
  ])('is not shown for %s', async (_what, forged) => {
    expect((await app.request(forged(links.pathOf('med_00000009')))).status).toBe(404)
  })

  it('is not shown by a link that another secret signed', async () => {
    const other = photoLinks('another secret', { now: () => now })
    expect((await app.request(other.pathOf('med_00000009'))).status).toBe(404)
  })
})
