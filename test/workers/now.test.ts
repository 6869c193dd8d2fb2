import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { MediaStore, Queue } from '../../src/core/ports.ts'
import { inlineUrl } from '../../src/core/ports.ts'
import type { InboundMessage, MessageId } from '../../src/core/request.ts'
import { fileMedia, inlineMedia } from '../../src/media/index.ts'
import { type OpenStore, openStore } from '../../src/store/index.ts'
import type { Now } from '../../workers/now.ts'
import { turnNow } from '../../workers/now.ts'
import { at, elm, message, policy, problem, understood } from '../support/dialog.ts'
import { photo } from '../support/photos.ts'
import { testDatabase } from '../support/postgres.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let store: OpenStore
let files: MediaStore
let dir = ''
const queued: string[] = []
const queue = {
  add: async (name: string, ids: readonly string[]) => void queued.push(...ids.map((id) => `${name} ${id}`)),
} as unknown as Queue

beforeAll(async () => {
  database = await testDatabase()
  store = await openStore({ url: database.url, maxConnections: 4, clock: { now: () => Date.now() } })
  await store.migrate()
  dir = await mkdtemp(join(tmpdir(), 'now-'))
  files = fileMedia({ dir })
})
afterAll(async () => {
  await store.close()
  await database.drop()
  await rm(dir, { recursive: true, force: true })
})

let count = 0
const next = (more: Partial<InboundMessage> = {}): InboundMessage => {
  count += 1
  const id = `msg_now${String(count).padStart(8, '0')}` as MessageId
  return message('hole at 45 Elm St', {
    id,
    channel: 'web',
    providerId: id,
    from: `visitor-${count}`,
    ...more,
  })
}
const now = (more: Partial<Now> = {}): Now => ({
  store,
  queue,
  policy,
  understand: () => understood({ problems: [problem('pothole', at(elm))] }),
  clock: { now: () => Date.now() },
  log: () => undefined,
  render: (reply) => `[${reply.speech.say}]`,
  sources: [inlineMedia(files)],
  files,
  withinMs: 5_000,
  ...more,
})
const accepted = async (sent: InboundMessage): Promise<InboundMessage> => {
  await store.accept([sent], Date.now())
  return sent
}

describe('a turn taken in the request', () => {
  it('gives what it says, with the number, and leaves nothing for the reply queue', async () => {
    const sent = await accepted(next())
    queued.length = 0
    const said = await turnNow(now(), sent)
    expect(said.map(({ text }) => text)).toEqual(['[filed]'])
    expect([...(said[0]?.facts.values() ?? [])][0]?.reference).toMatch(/^BOS-/)
    expect(queued.filter((one) => one.startsWith('reply'))).toEqual([])
    expect(queued.filter((one) => one.startsWith('file'))).toHaveLength(1)
    const due = await store.due(Date.now() + 3_600_000, 0, 100)
    expect(due.filter((one) => one.queue === 'reply')).toEqual([])
  })
  it('gives the same again for a redelivery, and files nothing twice', async () => {
    const sent = await accepted(next())
    const first = await turnNow(now(), sent)
    queued.length = 0
    expect(await turnNow(now(), sent)).toEqual(first)
    expect(queued).toEqual([])
  })
  it('is the same for two who ask at once', async () => {
    const sent = await accepted(next())
    const [one, other] = await Promise.all([turnNow(now(), sent), turnNow(now(), sent)])
    expect(one.map(({ text }) => text)).toEqual(['[filed]'])
    expect(other).toEqual(one)
  })
  it('takes what came before it first', async () => {
    const before = await accepted(next({ text: 'first' }))
    const sent = await accepted(next({ from: before.from }))
    await turnNow(now(), sent)
    expect(await store.said(before.id)).toHaveLength(1)
  })
  it('waits for the files that came with it', async () => {
    const id = 'med_now00000001'
    const url = inlineUrl(id)
    const sent = next({ media: [{ id, url, announcedType: 'image/jpeg' }] })
    await files.hold(id, await photo({ width: 30, height: 20, position: { lat: 42.3, lon: -71.1 } }))
    await accepted(sent)
    const seen: unknown[] = []
    await turnNow(
      now({
        understand: (_text, hints) => {
          seen.push(hints.point)
          return understood({ problems: [problem('pothole', at(elm))] })
        },
      }),
      sent,
    )
    expect(seen[0]).toMatchObject({ from: 'photo' })
  })
  it('that does not come up in time is left to the workers, and may be asked for again', async () => {
    const id = 'med_now00000002'
    // A file that is not there yet holds the turn up for a while.
    const sent = await accepted(
      next({ media: [{ id, url: 'https://elsewhere.example/x', announcedType: 'image/jpeg' }] }),
    )
    queued.length = 0
    const away = { owns: () => true, fetch: () => Promise.reject(new AppError('provider-away', 'not yet')) }
    await expect(turnNow(now({ withinMs: 0, sources: [away] }), sent)).rejects.toMatchObject({
      code: 'provider-slow',
    })
    expect(queued).toContain(`intake ${sent.id}`)
    await store.mediaFailed(id, 'provider-refused', true, Date.now())
    expect((await turnNow(now(), sent)).map(({ text }) => text)).toEqual(['[filed]'])
  })
})

describe('a file that came inside a delivery', () => {
  it('is read where it is held, and nowhere else', async () => {
    const source = inlineMedia(files)
    await files.hold('med_now00000003', Buffer.from('bytes'))
    expect(source.owns(inlineUrl('med_now00000003'))).toBe(true)
    expect(source.owns('https://api.twilio.com/x')).toBe(false)
    expect(Buffer.from((await source.fetch(inlineUrl('med_now00000003'))).bytes).toString()).toBe('bytes')
    for (const url of [inlineUrl('med_now00000009'), 'inline:../../etc/passwd', 'inline:'])
      await expect(source.fetch(url)).rejects.toMatchObject({ code: 'provider-refused' })
  })
})
