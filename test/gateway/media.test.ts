import { describe, expect, it } from 'vitest'
import type { MediaStore } from '../../src/core/ports.ts'
import { photoRoutes } from '../../src/gateway/media.ts'
import { aRequest, fakePublicStore } from '../support/fake-store.ts'

const files: Pick<MediaStore, 'read'> = {
  read: async (id, variant) =>
    id === 'med_00000003' ? null : { bytes: Buffer.from(`${variant} of ${id}`), type: 'image/jpeg' },
}
const app = photoRoutes({
  store: fakePublicStore([{ request: aRequest(), photoIds: ['med_00000001', 'med_00000003'] }]),
  files,
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
