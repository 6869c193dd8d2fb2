/**
 * Photos that come with little else: those of the post that a summons stands under or quotes, and those of direct
 * messages, which are for our account alone.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recheck } from '../../channels/_social/recheck.ts'
import { blueskyApi } from '../../channels/bluesky/api.ts'
import { blueskyChannel } from '../../channels/bluesky/index.ts'
import { notificationsPage } from '../../channels/bluesky/notifications.ts'
import { xApi } from '../../channels/social/api.ts'
import { directPage } from '../../channels/social/direct-poll.ts'
import { xMedia } from '../../channels/social/files.ts'
import { goneFrom } from '../../channels/social/gone.ts'
import { inboundOf } from '../../channels/social/inbound.ts'
import { mentionsPage } from '../../channels/social/mentions.ts'
import { readX } from '../../channels/social/schema.ts'
import { prices, spending } from '../../channels/social/spend.ts'
import { asAppError } from '../../src/core/errors.ts'
import { asVerified } from '../../src/core/ports.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { startBlueskyPlayer } from '../../src/sandbox/bluesky/index.ts'
import { type RunningX, startXPlayer } from '../../src/sandbox/x/index.ts'
import { appPassword, handle } from './bluesky.harness.ts'
import { memoryInbox } from './memory-inbox.ts'
import { eventPost, keys, memoryTally, ourName, settings, silent, us } from './social.harness.ts'

let now = 0
const clock = { now: () => now }
const jpeg = (name: string) => ({ bytes: new TextEncoder().encode(name), type: 'image/jpeg' })
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('at X', () => {
  let player: RunningX
  beforeEach(async () => {
    now = Date.parse('2026-11-20T12:00:00Z')
    player = await startXPlayer({ userId: us, username: ourName, keys, clock })
  })
  afterEach(() => player.stop())

  function reading() {
    const { inbox, messages, gone } = memoryInbox(clock, () => false)
    const api = xApi(settings(player.url), clock)
    const tally = memoryTally()
    const spend = spending({ tally, clock, log: silent, dailyUsd: 100, prices })
    const config = { api, userId: us, spend, clock, everyMs: 60_000 }
    const counted = () => [...tally.totals.values()].reduce((sum, one) => sum + one, 0) / 1e6
    return {
      ...{ inbox, messages, gone, api, spend, counted },
      mentions: mentionsPage(config),
      direct: directPage(config),
    }
  }
  /** What the posts that `write` writes become. */
  async function heard(write: () => void): Promise<readonly InboundMessage[]> {
    const { inbox, messages, mentions } = reading()
    await mentions(inbox)
    write()
    now += 60_000
    await mentions(inbox)
    return [...messages.values()]
  }

  it('the photo above "please fix this" is looked at, and raw says whose it is', async () => {
    let above = ''
    const [message] = await heard(() => {
      above = player.post('neighbor', 'Look at the corner of Beacon St', [jpeg('theirs')])
      player.post('ann', `@${ourName} please fix this`, [], above)
    })
    expect(message?.text).toBe('please fix this\nLook at the corner of Beacon St')
    const [file] = message?.media ?? []
    expect(message?.media).toHaveLength(1)
    expect(text((await xMedia(settings(player.url)).fetch(file?.url ?? '')).bytes)).toBe('theirs')
    expect(message?.raw).toMatchObject({
      borrowed: { post: above, author: player.accountId('neighbor'), files: 1 },
      own: 'please fix this',
    })
  })
  it('also where the post above has no words, and where it is quoted', async () => {
    const messages = await heard(() => {
      player.post('ann', `@${ourName} fix this`, [], player.post('neighbor', '', [jpeg('one')]))
      player.post('bea', `@${ourName} this again`, [], null, {
        quotes: player.post('neighbor', 'pothole', [jpeg('two'), jpeg('three')]),
      })
    })
    expect(messages.map(({ text: words, media }) => [words, media.length])).toEqual([
      ['fix this', 1],
      ['this again\npothole', 2],
    ])
  })
  it.each([
    ['who has a photo of their own', 'please fix this', [jpeg('own')], 1],
    [
      'who says enough',
      'there is a very deep pothole right in front of 12 Elm St, it grows every day',
      [],
      0,
    ],
    ['who says stop', 'stop', [], 0],
  ] as const)('%s needs no other', async (_, words, files, wanted) => {
    const [message] = await heard(() => {
      player.post('ann', `@${ourName} ${words}`, files, player.post('neighbor', 'ours too', [jpeg('theirs')]))
    })
    expect(message?.media).toHaveLength(wanted)
    const borrowed = (message?.raw.borrowed ?? { files: 0 }) as { readonly files: number }
    expect(borrowed.files).toBe(0)
  })
  it('a post above that is gone leaves the own words', async () => {
    const [message] = await heard(() => {
      const above = player.post('neighbor', 'a pothole', [jpeg('theirs')])
      player.post('ann', `@${ourName} please fix this`, [], above)
      player.remove(above)
    })
    expect(message).toMatchObject({ text: 'please fix this', media: [] })
  })
  it('costs what X charges for what it shows, and no more', async () => {
    const { inbox, mentions, counted } = reading()
    await mentions(inbox)
    player.post('ann', `@${ourName} fix this`, [], player.post('neighbor', 'x', [jpeg('1'), jpeg('2')]))
    now += 60_000
    await mentions(inbox)
    expect(player.spent()).toBeCloseTo(prices.mention + prices.post + 2 * prices.media)
    expect(counted()).toBeCloseTo(player.spent())
  })
  it('what was taken from a post that is deleted later goes within a day; the rest stays', async () => {
    const { inbox, messages, gone, mentions, api, spend } = reading()
    await mentions(inbox)
    const above = player.post('neighbor', 'a pothole', [jpeg('theirs')])
    player.post('ann', `@${ourName} please fix this`, [], above)
    player.post('bea', `@${ourName} pothole at 12 Elm St`)
    now += 60_000
    await mentions(inbox)
    const step = recheck({
      ...{ clock, keepMs: 30 * 86_400_000, atOnce: 2, canAsk: () => true },
      gone: goneFrom(api, spend),
    })
    const round = async () => {
      for (let steps = 0; steps < 9 && (await step(inbox)) === 0; steps += 1);
    }
    await round()
    expect(gone.size).toBe(0)
    player.remove(above)
    now += 86_400_000
    await round()
    const leaning = [...messages.values()].find(({ raw }) => raw.borrowed !== undefined)
    expect([...gone]).toEqual([[leaning?.id, 'source-deleted']])
  })

  it('a photo of a direct message comes with our signature, by poll and by webhook', async () => {
    const { inbox, messages, direct, counted } = reading()
    await direct(inbox)
    const id = player.direct('ann', 'it is here', jpeg('private'))
    now += 60_000
    await direct(inbox)
    const [polled] = [...messages.values()]
    expect(polled).toMatchObject({ text: 'it is here', media: [{ announcedType: 'image/jpeg' }] })
    expect(counted()).toBeCloseTo(prices.directRead + prices.media)
    const pushed = inboundOf(readX(asVerified(eventPost(player.event(id).body))), us)
    expect(pushed).toMatchObject([
      { message: { id: polled?.id, text: 'it is here', media: [{ url: polled?.media[0]?.url }] } },
    ])
    const url = polled?.media[0]?.url ?? ''
    const { bytes, announcedType } = await xMedia(settings(player.url)).fetch(url)
    expect([text(bytes), announcedType]).toEqual(['private', 'image/jpeg'])
  })
  it('and with no other: strangers, a revoked token and a file that is gone get none', async () => {
    const { inbox, messages, direct } = reading()
    await direct(inbox)
    player.direct('ann', '', jpeg('private'))
    now += 60_000
    await direct(inbox)
    const url = [...messages.values()][0]?.media[0]?.url ?? ''
    expect((await fetch(url)).status).toBe(401)
    const codeOf = (address: string, more = {}) =>
      xMedia({ ...settings(player.url), ...more })
        .fetch(address)
        .then(
          () => 'fetched',
          (thrown: unknown) => asAppError(thrown).code,
        )
    expect(await codeOf(url, { accessSecret: 'revoked' })).toBe('misconfigured')
    expect(await codeOf(url.replace(/dm\/\d+/, 'dm/1'))).toBe('provider-refused')
    player.fault({ kind: 'error', status: 503, path: /ton/ })
    expect(await codeOf(url)).toBe('provider-away')
    player.fault({ kind: 'error', status: 429, path: /ton/ })
    expect(await codeOf(url)).toBe('rate-limited')
    expect(await codeOf(url)).toBe('fetched')
  })
})

describe('our signature goes to the host of private files alone', () => {
  const { owns } = xMedia(settings('https://api.x.com'))
  const file = '/1.1/ton/data/dm/103/104/oP5p359h.jpg'
  it.each([
    [`https://ton.twitter.com${file}`, true],
    ['https://ton.twitter.com/i/ton/data/dm/103/104/oP5p359h.jpg', true],
    [`http://ton.twitter.com${file}`, false],
    [`https://ton.twitter.com:444${file}`, false],
    [`https://ton.twitter.com.example.org${file}`, false],
    [`https://user@ton.twitter.com${file}`, false],
    [`https://api.x.com${file}`, false],
    ['https://ton.twitter.com/1.1/account/settings.json', false],
    ['https://ton.twitter.com/1.1/ton/data/dm/103/104/../../../../account/settings.json', false],
  ])('%s: %s', (url, wanted) => expect(owns(url)).toBe(wanted))

  it('an open file, also at the address of the API, is asked for without it, and no redirect is followed', async () => {
    const seen: (string | undefined)[] = []
    const server: Server = createServer((request, response) => {
      seen.push(request.headers.authorization)
      if (request.url?.startsWith('/1.1/') === true) response.writeHead(302, { location: '/elsewhere' }).end()
      else response.writeHead(200, { 'content-type': 'image/jpeg' }).end('x')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    try {
      const media = xMedia(settings(root))
      await media.fetch(`${root}/media/a.jpg`)
      await expect(media.fetch(`${root}${file}`)).rejects.toMatchObject({ code: 'provider-refused' })
      expect(seen).toEqual([undefined, expect.stringMatching(/^OAuth oauth_consumer_key="a-key"/)])
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})

describe('at Bluesky', () => {
  it('the photo above, or of the quoted post, is looked at', async () => {
    now = Date.parse('2026-11-20T12:00:00Z')
    const player = await startBlueskyPlayer({ handle, appPassword, clock })
    try {
      const account = { handle, appPassword, apiUrl: player.url }
      const verbs = blueskyChannel({
        ...account,
        pollSeconds: 30,
        directPollSeconds: null,
        keepDays: 30,
        tally: memoryTally(),
        clock,
      })
      const { inbox, messages } = memoryInbox(clock, () => false)
      const step = notificationsPage({ api: blueskyApi(account, clock), clock, verbs, everyMs: 30_000 })
      await step(inbox)
      now += 1_000
      const above = player.post('neighbor.example', 'Look at this', [jpeg('theirs')])
      player.post('ann.example', `@${handle} please fix this`, [], above)
      player.post('bea.example', `@${handle} again`, [], null, { quotes: above })
      player.post('cyd.example', `@${handle} mine is better`, [jpeg('own')], above)
      await step(inbox)
      const all = [...messages.values()]
      expect(all.map(({ media, raw }) => [media.length, raw.borrowed])).toEqual([
        [1, { post: above, author: player.did('neighbor.example'), files: 1 }],
        [1, { post: above, author: player.did('neighbor.example'), files: 1 }],
        [1, { post: above, author: player.did('neighbor.example'), files: 0 }],
      ])
      expect(all[0]?.media[0]?.url).toBe(all[1]?.media[0]?.url)
      expect(all[2]?.media[0]?.url).not.toBe(all[0]?.media[0]?.url)
    } finally {
      await player.stop()
    }
  })
})
