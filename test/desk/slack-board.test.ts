import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '../../src/core/errors.ts'
import type { Desk, ReviewRow } from '../../src/core/ports.ts'
import type { MediaId, ReviewId } from '../../src/core/request.ts'
import { slackApi } from '../../src/desk/slack/api.ts'
import type { Seed } from '../contract/desk-surface.contract.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'
import { channel, type OpenSlack, openSlack, readBlocks } from './slack.harness.ts'

const seed: Seed = {
  words: 'huge hole by the library',
  service: { code: 'pothole', confidence: 0.62 },
  place: knownPlaces[0] ?? null,
}
let stage: FakeDesk
let slack: OpenSlack
const photoUrl = (id: string) => `https://311.example.org/photos/${id}`
beforeEach(async () => {
  stage = fakeDesk()
  slack = await openSlack(stage, { photoUrl })
})
afterEach(() => slack.close())

const board = () => slack.surface.board
const cards = () => slack.player.messages(channel).filter((m) => m.blocks.length > 0)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: AppError) => error.code,
  )

describe('the board of cards in Slack', () => {
  it('posts a card once and changes that one from then on', async () => {
    const review = await stage.put(seed)
    const name = await board().show(review, null, null)
    expect(name).toMatch(/^C0REVIEWS:\d+\.\d{6}$/)
    await stage.addWords(review.id, 'and it grows')
    const changed = await stage.desk.review(review.id)
    expect(await board().show(changed ?? review, name, null)).toBe(name)
    const [card, ...others] = cards()
    expect(others).toEqual([])
    expect(card).toMatchObject({
      edits: 1,
      metadata: { event_type: 'intake311_review', event_payload: { review: review.id } },
    })
    expect(readBlocks(card?.blocks ?? []).text).toContain('and it grows')
  })

  it('says that a card is gone that someone deleted, or whose name is none', async () => {
    const review = await stage.put(seed)
    const name = await board().show(review, null, null)
    slack.player.remove(name.split(':')[1] ?? '')
    expect(await codeOf(board().show(review, name, null))).toBe('not-found')
    expect(await codeOf(board().show(review, 'no card', null))).toBe('not-found')
  })

  it('tells a channel that is wrong now from one of the past', async () => {
    const review = await stage.put(seed)
    slack.player.fault({ kind: 'platform', error: 'channel_not_found' })
    expect(await codeOf(board().show(review, null, null))).toBe('misconfigured')
    slack.player.fault({ kind: 'platform', error: 'is_inactive' })
    expect(await codeOf(board().show(review, `${channel}:1700000000.000001`, null))).toBe('misconfigured')
    expect(await codeOf(board().show(review, 'C0OLD:1700000000.000001', null))).toBe('not-found')
  })

  it('after a lost answer finds the card it posted, and posts no second one', async () => {
    const review = await stage.put(seed)
    slack.player.fault({ kind: 'lost-answer' })
    const since = stage.clock.now()
    expect(await codeOf(board().show(review, null, null))).toBe('unknown-outcome')
    for (let n = 0; n < 450; n += 1) slack.player.say(channel, `chatter ${n}`)
    const name = await board().show(review, null, since)
    expect(cards().map((c) => `${c.channel}:${c.ts}`)).toEqual([name])
    expect(cards()[0]?.edits).toBe(1)
  })

  it('finds its card where Slack keeps the metadata from it', async () => {
    const review = await stage.put(seed)
    const other = await stage.put(seed)
    for (const one of [review, other]) await board().show(one, null, null)
    const messages = cards().map(({ ts, blocks }) => ({ ts, blocks }))
    const server = createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, messages: [{ ts: '1.1', text: 'chatter' }, ...messages] })),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const api = slackApi({ botToken: 'xoxb', apiUrl, clock: stage.clock, timeoutMs: 1_000 })
    expect(await api.find(channel, other.id, 0)).toBe(messages[1]?.ts)
    expect(await api.find(channel, 'rev_neverwas00', 0)).toBeNull()
    server.closeAllConnections()
    server.close()
  })

  it('after a cut before anything happened posts it', async () => {
    const review = await stage.put(seed)
    slack.player.fault({ kind: 'cut' })
    expect(await codeOf(board().show(review, null, null))).toBe('unknown-outcome')
    await board().show(review, null, stage.clock.now())
    expect(cards()).toHaveLength(1)
  })

  it('keeps the pause that Slack wants, without asking again', async () => {
    const review = await stage.put(seed)
    slack.player.fault({ method: 'chat.postMessage', kind: 'rate-limited', retryAfterS: 30 })
    const asked = () => slack.player.calls().filter((m) => m === 'chat.postMessage').length
    for (const afterMs of [30_000, 30_000]) {
      await expect(board().show(review, null, null)).rejects.toMatchObject({ code: 'rate-limited', afterMs })
    }
    expect(asked()).toBe(1)
    stage.pass(30_000)
    await board().show(review, null, null)
    expect(asked()).toBe(2)
    slack.player.fault({ kind: 'rate-limited', retryAfterS: null })
    expect(await codeOf(board().show(review, null, null))).toBe('rate-limited')
  })

  it('shows a card without its photo where Slack cannot fetch that', async () => {
    const review = await stage.putRow(seed, { photoIds: ['med_00000001' as MediaId] })
    slack.player.fault({
      method: 'chat.postMessage',
      kind: 'platform',
      error: 'invalid_blocks',
      messages: ['[ERROR] downloading image failed [json-pointer:/blocks/2/image_url]'],
    })
    const name = await board().show(review, null, null)
    expect(JSON.stringify(cards()[0])).not.toContain('image_url')
    expect(readBlocks(cards()[0]?.blocks ?? []).text).toContain('1 photo in the console')
    await board().show(review, name, null)
    expect(JSON.stringify(cards()[0])).toContain('image_url')
  })

  it('blames itself for blocks that are wrong without a photo', async () => {
    slack.player.fault({ kind: 'platform', error: 'invalid_blocks' })
    expect(await codeOf(board().show(await stage.put(seed), null, null))).toBe('bug')
  })

  it('takes a page that is no answer of Slack for a wrong address', async () => {
    slack.player.fault({ kind: 'nonsense' })
    expect(await codeOf(board().show(await stage.put(seed), null, null))).toBe('misconfigured')
  })

  it('says that Slack is away where nobody listens', async () => {
    const review = await stage.put(seed)
    await slack.player.shut()
    expect(await codeOf(board().show(review, null, null))).toBe('provider-away')
    await slack.player.open()
    await board().show(review, null, null)
    expect(cards()).toHaveLength(1)
  })
})

/** What the ledger knows of a card. */
interface Kept {
  card: string | null
  shown: number
  attempts: number
  retryAt: number
  maybeSince: number | null
}

/** As a worker keeps cards true: the newest version, until it is shown, with pauses that grow. */
function cardWorker(desk: Desk, ids: readonly ReviewId[]) {
  const ledger = new Map<ReviewId, Kept>(
    ids.map((id) => [id, { card: null, shown: 0, attempts: 0, retryAt: 0, maybeSince: null }]),
  )
  async function show(review: ReviewRow, kept: Kept): Promise<void> {
    const { now } = stage.clock
    const began = now()
    try {
      kept.card = await board().show(review, kept.card, kept.maybeSince)
      Object.assign(kept, { shown: review.version, attempts: 0, maybeSince: null })
    } catch (thrown) {
      const { code, afterMs } = thrown as AppError
      if (code === 'not-found') kept.card = null
      if (kept.card === null && (code === 'unknown-outcome' || code === 'provider-slow'))
        kept.maybeSince ??= began
      kept.attempts += 1
      const pause = code === 'rate-limited' ? 1_000 : Math.min(60_000, 1_000 * 2 ** kept.attempts)
      kept.retryAt = now() + Math.max(afterMs ?? 0, pause)
    }
  }
  return {
    /** Everything that is due now. Answers whether something is left for later. */
    async round(): Promise<boolean> {
      let left = false
      for (const [id, kept] of ledger) {
        const review = await desk.review(id)
        if (review === null || kept.shown >= review.version) continue
        left = true
        if (kept.retryAt <= stage.clock.now()) await show(review, kept)
      }
      return left
    },
  }
}

describe('a server that plays Slack, slow, limited, ten minutes away,', () => {
  it('ends with one card for every review, and every card true', async () => {
    const step = fc.record({
      review: fc.nat(),
      what: fc.constantFrom('accept', 'refuse', 'words', 'claim', 'ask', 'delete-card', 'nothing'),
      fault: fc.option(
        fc.constantFrom(
          { kind: 'lost-answer' } as const,
          { kind: 'cut' } as const,
          { kind: 'error', status: 502 } as const,
          { kind: 'error', status: 503 } as const,
          { kind: 'rate-limited', retryAfterS: 5 } as const,
          { kind: 'platform', error: 'fatal_error' } as const,
          { kind: 'platform', error: 'service_unavailable' } as const,
        ),
        { freq: 2 },
      ),
      passMs: fc.integer({ min: 0, max: 20_000 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.nat(24), async (steps, awayAt) => {
        for (const { ts } of slack.player.messages()) slack.player.remove(ts)
        const reviews: ReviewRow[] = []
        for (let n = 0; n < 8; n += 1) reviews.push(await stage.put({ ...seed, words: `report ${n}` }))
        const worker = cardWorker(
          stage.desk,
          reviews.map((r) => r.id),
        )
        slack.player.limit(true)
        const deleted = new Set<ReviewId>()
        for (const [n, { review, what, fault, passMs }] of steps.entries()) {
          if (fault !== null) slack.player.fault(fault)
          // Ten minutes: decisions go on meanwhile.
          slack.player.away(n >= awayAt && n < awayAt + 3)
          await happens(reviews[review % reviews.length] as ReviewRow, what, n, deleted)
          await worker.round()
          stage.pass(n >= awayAt && n < awayAt + 3 ? 200_000 : passMs)
        }
        slack.player.away(false)
        for (let round = 0; (await worker.round()) && round < 400; round += 1) stage.pass(1_000)
        await everyCardIsTrue(reviews, deleted)
      }),
      { numRuns: 15 },
    )
  }, 30_000)

  async function happens(
    { id, request }: ReviewRow,
    what: string,
    n: number,
    deleted: Set<ReviewId>,
  ): Promise<void> {
    const by = { key: `k${n}-${id}`, surface: 'console', agent: 'somebody-else', reviewId: id }
    if (what === 'accept') await stage.desk.decide({ ...by, action: 'accept' })
    if (what === 'refuse') await stage.desk.decide({ ...by, action: 'refuse', note: 'not ours' })
    if (what === 'ask') await stage.desk.decide({ ...by, action: 'ask', note: 'location' })
    if (what === 'claim') await stage.desk.claim(id, 'somebody-else', true)
    if (what === 'words') await stage.addWords(id, `more ${n}`)
    if (what !== 'delete-card') return
    deleted.add(id)
    for (const { ts, text } of cards()) if (text.includes(request.reference)) slack.player.remove(ts)
  }

  /** Held against the desk, in words: what an agent would see on each card. */
  async function everyCardIsTrue(
    reviews: readonly ReviewRow[],
    deleted: ReadonlySet<ReviewId>,
  ): Promise<void> {
    for (const { id, request } of reviews) {
      const truth = await stage.desk.review(id)
      if (truth === null) throw new Error('it is gone')
      const mine = cards().filter((c) => readBlocks(c.blocks).text.includes(request.reference))
      // Somebody deleted it after the last change; nobody is owed another.
      if (mine.length === 0 && deleted.has(id)) continue
      expect(mine).toHaveLength(1)
      const text = readBlocks(mine[0]?.blocks ?? []).text
      for (const line of truth.request.description.split('\n')) expect(text).toContain(line)
      const buttons = JSON.stringify(mine[0]?.blocks).includes('"action_id":"refuse"')
      expect(buttons).toBe(truth.closed === null)
      if (truth.closed !== null)
        expect(text).toMatch(truth.closed.outcome === 'refused' ? /Refused by/ : /[Aa]ccepted by/)
      else if (truth.claim !== null) expect(text).toContain('somebody-else works on it')
    }
  }
})
