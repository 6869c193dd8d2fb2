import { expect, test } from 'vitest'
import type { KeptMedia } from '../../src/core/ports.ts'
import type { MediaId } from '../../src/core/request.ts'
import type { Bench } from './store.contract.ts'
import { create, fresh, fromSomeone, recorder, request, turnOf } from './store-records.ts'

const photo: KeptMedia = {
  kind: 'photo',
  type: 'image/jpeg',
  bytes: 1234,
  sha256: 'ab'.repeat(32),
  width: 640,
  height: 480,
  point: { lat: 42.3, lon: -71.1 },
  shown: true,
}

export const mediaSuite = {
  title: 'media',
  tests(bench: Bench): void {
    const withFiles = async (count: number) => {
      const ids = Array.from({ length: count }, (): MediaId => `med_${fresh()}`)
      const media = ids.map((id) => ({ id, url: `https://example.test/${id}`, announcedType: 'image/jpeg' }))
      const message = fromSomeone({ media })
      await bench.store.accept([message, message], bench.clock.now())
      return { message, ids, subject: { kind: 'message', messageId: message.id } as const }
    }
    const one = async () => {
      const { ids, ...rest } = await withFiles(1)
      const [id] = ids
      if (id === undefined) throw new Error('no file')
      return { id, ...rest }
    }

    test('lists the files of a message that are on their way, in order', async () => {
      const { message, ids } = await withFiles(3)
      const rows = await bench.store.mediaOf(message.id)
      expect(rows.map((row) => row.id)).toEqual(ids)
      expect(rows[0]).toEqual({
        id: ids[0],
        messageId: message.id,
        url: `https://example.test/${ids[0]}`,
        announcedType: 'image/jpeg',
        attempts: 0,
      })
      expect(await bench.store.media('med_unknown00')).toBeNull()
    })

    test('lets a turn wait until every file is settled', async () => {
      const { ids, subject } = await withFiles(2)
      const turns = recorder()
      expect(await bench.store.turn(subject, turns.decide)).toEqual({ outcome: 'waiting' })
      const [a, b] = ids
      if (a === undefined || b === undefined) throw new Error('no files')
      await bench.store.mediaKept(a, photo)
      expect(await bench.store.turn(subject, turns.decide)).toEqual({ outcome: 'waiting' })
      await bench.store.mediaFailed(b, 'provider-refused', true, bench.clock.now())
      expect(await bench.store.turn(subject, turns.decide)).toMatchObject({ outcome: 'taken' })
      expect(turns.seen).toHaveLength(1)
      expect(turns.seen[0]?.media).toEqual([
        { id: a, kind: 'photo', point: { lat: 42.3, lon: -71.1 } },
        { id: b, kind: 'missing', point: null },
      ])
    })

    test('waits for files no longer than the deadline', async () => {
      const { id, subject } = await one()
      bench.clock.move(19_999)
      expect(await bench.store.turn(subject, recorder().decide)).toEqual({ outcome: 'waiting' })
      bench.clock.move(1)
      const turns = recorder()
      expect(await bench.store.turn(subject, turns.decide)).toMatchObject({ outcome: 'taken' })
      expect(turns.seen[0]?.media).toEqual([{ id, kind: 'missing', point: null }])
    })

    test('counts tries and says when the next is due', async () => {
      const { id } = await one()
      await bench.store.mediaFailed(id, 'provider-away', false, bench.clock.now() + 5000)
      expect((await bench.store.media(id))?.attempts).toBe(1)
      const due = async () => (await bench.store.due(bench.clock.now(), 0, 1000)).filter((d) => d.id === id)
      expect(await due()).toEqual([])
      bench.clock.move(5001)
      expect(await due()).toEqual([{ queue: 'media', id }])
      await bench.store.mediaKept(id, photo)
      expect(await bench.store.media(id)).toBeNull()
      expect(await due()).toEqual([])
    })

    test('keeps what was kept when a late failure comes', async () => {
      const { id, subject } = await one()
      await bench.store.mediaKept(id, photo)
      await bench.store.mediaFailed(id, 'provider-away', true, bench.clock.now())
      const turns = recorder()
      await bench.store.turn(subject, turns.decide)
      expect(turns.seen[0]?.media[0]?.kind).toBe('photo')
    })

    test('shows a photo only where its request is public and it has a public copy', async () => {
      const publish = async (code: string, kept: KeptMedia) => {
        const { id, subject } = await one()
        await bench.store.mediaKept(id, kept)
        const record = request({ service_code: code, media_ids: [id] })
        expect(await bench.store.publicPhoto(id)).toBeNull()
        await bench.store.turn(subject, async () => turnOf({ writes: [create(record)] }))
        const seen = await bench.store.request(record.id)
        return { id, record, owner: await bench.store.publicPhoto(id), photoIds: seen?.photoIds }
      }
      const shown = await publish('pothole', photo)
      expect(shown.owner).toEqual({ requestId: shown.record.id })
      expect(shown.photoIds).toEqual([shown.id])
      expect(await publish('heat', photo)).toMatchObject({ owner: null, photoIds: [] })
      expect(await publish('pothole', { ...photo, kind: 'video', shown: false })).toMatchObject({
        owner: null,
        photoIds: [],
      })
      expect(await bench.store.publicPhoto('med_unknown00')).toBeNull()
    })
  },
}
