import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exifr from 'exifr'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MediaStore } from '../../src/core/ports.ts'
import type { MediaId } from '../../src/core/request.ts'
import { fileMedia } from '../../src/media/index.ts'
import { positionOf } from '../../src/media/position.ts'
import { sortMedia } from '../../src/media/sort.ts'
import { brokenPhoto, otherFiles, photo, pixelBomb } from '../support/photos.ts'

let dir = ''
let store: MediaStore
let count = 0
const nextId = (): MediaId => `med_test${String(count++).padStart(22, '0')}`
const keep = async (bytes: Uint8Array, announcedType = 'image/jpeg') => {
  const id = nextId()
  return { id, kept: await store.keep(id, { bytes, announcedType }) }
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'media-'))
  store = fileMedia({ dir })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('a photo', () => {
  it('is kept unaltered, with its size and its position', async () => {
    const bytes = await photo({ width: 300, height: 200, position: { lat: 42.3601, lon: -71.0589 } })
    const { id, kept } = await keep(bytes)
    expect(kept).toMatchObject({
      kind: 'photo',
      type: 'image/jpeg',
      bytes: bytes.length,
      shown: true,
      width: 300,
      height: 200,
    })
    expect(kept.point?.lat).toBeCloseTo(42.3601, 5)
    expect(kept.point?.lon).toBeCloseTo(-71.0589, 5)
    const original = await store.read(id, 'original')
    expect(Buffer.compare(Buffer.from(original?.bytes ?? []), bytes)).toBe(0)
  })

  it('is shown without any metadata', async () => {
    const bytes = await photo({ position: { lat: 42.3, lon: -71.1 } })
    expect(await exifr.parse(bytes, true)).toMatchObject({ Make: 'Test camera' })
    const { id } = await keep(bytes)
    for (const variant of ['public', 'thumbnail'] as const) {
      const copy = await store.read(id, variant)
      expect(copy?.type).toBe('image/jpeg')
      const metadata = await sharp(copy?.bytes).metadata()
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(await exifr.gps(Buffer.from(copy?.bytes ?? []))).toBeUndefined()
    }
  })

  it('is shown upright and at most 2048 pixels long, its thumbnail at most 320', async () => {
    const { id, kept } = await keep(await photo({ width: 3000, height: 1500, orientation: 6 }))
    expect(kept).toMatchObject({ width: 1500, height: 3000 })
    expect(await sharp((await store.read(id, 'public'))?.bytes).metadata()).toMatchObject({
      width: 1024,
      height: 2048,
    })
    expect(await sharp((await store.read(id, 'thumbnail'))?.bytes).metadata()).toMatchObject({
      width: 160,
      height: 320,
    })
  })

  it.each(['png', 'webp', 'gif', 'avif'] as const)('may be a %s', async (format) => {
    const { kept } = await keep(await photo({ format, width: 64, height: 48 }), 'application/octet-stream')
    expect(kept).toMatchObject({ kind: 'photo', type: `image/${format}`, shown: true, width: 64, height: 48 })
  })

  it('at 0,0 has no position', async () => {
    expect((await keep(await photo({ position: { lat: 0, lon: 0 } }))).kept.point).toBeNull()
  })

  it('with a position outside the globe has none', async () => {
    expect((await keep(await photo({ position: { lat: 191, lon: 12 } }))).kept).toMatchObject({
      kind: 'photo',
      point: null,
    })
  })
})

describe('any other file', () => {
  it.each([
    ['heic', 'image/heic', 'other', 'image/heic'],
    ['mp4', 'video/mp4', 'video', 'video/mp4'],
    ['threeGp', 'video/3gpp', 'video', 'video/3gpp'],
    ['amr', 'audio/amr', 'audio', 'audio/amr'],
    ['vcard', 'text/x-vcard', 'contact', 'text/vcard'],
    ['pdf', 'application/pdf', 'other', 'application/pdf'],
    ['svg', 'image/svg+xml', 'other', 'application/xml'],
    ['noise', 'image/jpeg', 'broken', 'application/octet-stream'],
    ['noise', 'application/zip', 'other', 'application/octet-stream'],
    ['empty', 'image/jpeg', 'broken', 'application/octet-stream'],
    ['pdf', 'image/jpeg', 'other', 'application/pdf'],
  ] as const)('is kept and named: %s announced as %s is %s', async (name, announced, kind, type) => {
    const bytes = otherFiles[name]()
    const { id, kept } = await keep(bytes, announced)
    expect(kept).toMatchObject({ kind, type, shown: false, point: null, bytes: bytes.length })
    expect(Buffer.from((await store.read(id, 'original'))?.bytes ?? [1])).toEqual(bytes)
    expect(await store.read(id, 'public')).toBeNull()
  })

  it('tells its position where it is a picture we cannot show', async () => {
    const jpeg = await photo({ position: { lat: 42.35, lon: -71.06 } })
    const heic = Buffer.concat([otherFiles.heic(), jpeg.subarray(jpeg.indexOf('Exif'))])
    const { kept } = await keep(heic, 'image/heic')
    expect(kept).toMatchObject({ kind: 'other', type: 'image/heic', shown: false })
    expect(kept.point?.lat).toBeCloseTo(42.35, 5)
  })

  it('is broken where a photo stops in the middle', async () => {
    expect((await keep(await brokenPhoto())).kept).toMatchObject({
      kind: 'broken',
      type: 'image/jpeg',
      shown: false,
    })
  })

  it('is not decoded where it claims too many pixels', async () => {
    expect((await keep(pixelBomb(9000), 'image/png')).kept).toMatchObject({
      kind: 'other',
      type: 'image/png',
      shown: false,
    })
  })
})

describe('a file somebody made to hurt', () => {
  it('is never read for ever: any bytes changed in any file', async () => {
    const files = [
      await photo({ width: 64, height: 48, position: { lat: 42, lon: -71 } }),
      await photo({ width: 64, height: 48, position: { lat: 42, lon: -71 }, format: 'avif' }),
      ...Object.values(otherFiles).map((make) => make()),
    ]
    const change = fc.record({
      at: fc.nat(4096),
      byte: fc.oneof(fc.constant(0), fc.constant(255), fc.nat(255)),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 12 }),
        async (file, changes) => {
          const bytes = Buffer.from(file)
          for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte
          await sortMedia(bytes, 'image/jpeg')
          await positionOf(bytes)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the folder', () => {
  it('keeps what came first under an id', async () => {
    const id = nextId()
    const first = await store.keep(id, { bytes: otherFiles.pdf(), announcedType: '' })
    expect(await store.keep(id, { bytes: otherFiles.vcard(), announcedType: '' })).toEqual(first)
    expect(Buffer.from((await store.read(id, 'original'))?.bytes ?? [])).toEqual(otherFiles.pdf())
  })

  it('takes the same file twice at once', async () => {
    const [id, bytes] = [nextId(), await photo()]
    const media = { bytes, announcedType: 'image/jpeg' }
    const [one, two] = await Promise.all([store.keep(id, media), store.keep(id, media)])
    expect(one).toEqual(two)
  })

  it('is read again by another process', async () => {
    const { id, kept } = await keep(await photo())
    const other = fileMedia({ dir })
    expect(await other.keep(id, { bytes: otherFiles.pdf(), announcedType: '' })).toEqual(kept)
  })

  it('is readable by its owner alone and holds no drafts', async () => {
    await keep(await photo())
    const entries = await readdir(dir, { recursive: true, withFileTypes: true })
    expect(entries.filter((entry) => entry.name.endsWith('.tmp'))).toEqual([])
    for (const entry of entries) {
      const { mode } = await stat(join(entry.parentPath, entry.name))
      expect(mode & 0o077).toBe(0)
    }
  })

  it('knows nothing of unknown ids and refuses what is no id', async () => {
    expect(await store.read(nextId(), 'original')).toBeNull()
    await expect(store.read('med_../../etc/passwd' as MediaId, 'original')).rejects.toMatchObject({
      code: 'malformed',
    })
  })

  it('that cannot be written is storage that is away', async () => {
    const file = join(dir, 'a-file')
    await writeFile(file, '', { mode: 0o600 })
    const away = fileMedia({ dir: file })
    await expect(away.keep(nextId(), { bytes: otherFiles.pdf(), announcedType: '' })).rejects.toMatchObject({
      code: 'storage-away',
    })
  })
})
