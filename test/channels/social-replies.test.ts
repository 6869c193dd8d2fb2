import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { breaker, limits } from '../../channels/_social/breaker.ts'
import { pauseAfter } from '../../channels/_social/loop.ts'
import { recordKeyOf } from '../../channels/bluesky/reply.ts'
import { socialChannel, type XSettings } from '../../channels/social/index.ts'
import { prices, pricesFrom } from '../../channels/social/spend.ts'
import { AppError, asAppError } from '../../src/core/errors.ts'
import { type RunningX, startXPlayer } from '../../src/sandbox/x/index.ts'
import { outbound } from './outbound.ts'
import { keys, memoryTally, ourName, settings, silent, us } from './social.harness.ts'

let now = Date.parse('2026-11-20T12:00:00Z')
const clock = { now: () => now }
let player: RunningX
beforeEach(async () => {
  now = Date.parse('2026-11-20T12:00:00Z')
  player = await startXPlayer({ userId: us, username: ourName, keys, clock })
})
afterEach(() => player.stop())

const open = (more: Partial<XSettings> = {}, tally = memoryTally()) =>
  socialChannel({ ...settings(player.url), ...more, tally, clock, log: silent })
let count = 0
/** A post of somebody's, and our reply to it. */
function replyTo(author: string, text: string, thread?: string) {
  const id = player.post(author, `@${ourName} hello`, [], thread ?? null)
  const post = player.posts().find((one) => one.id === id)
  count += 1
  const raw = { id, via: 'post', author_id: post?.authorId, conversation_id: post?.conversationId }
  return outbound({
    key: `eff_reply${count}`,
    to: post?.authorId ?? '',
    from: us,
    text,
    answering: { providerId: id, raw },
  })
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'sent',
    (thrown: unknown) => asAppError(thrown).code,
  )

describe('a public reply at X', () => {
  it('has no link, unless it may', async () => {
    expect(await codeOf(open().reply(replyTo('ann', 'see boston.gov/311')))).toBe('provider-refused')
    expect(await codeOf(open({ links: true }).reply(replyTo('ann', 'see boston.gov/311')))).toBe('sent')
    expect(player.replies()).toHaveLength(1)
  })
  it('with a link is paid for as one', async () => {
    const tally = memoryTally()
    await open({ links: true }, tally).reply(replyTo('ann', 'see boston.gov/311'))
    expect([...tally.totals].find(([name]) => name.startsWith('social:usd'))?.[1]).toBe(200_000)
  })
  it('waits for tomorrow where the money is spent, and danger is told with the last of it', async () => {
    const channel = open({ dailyBudgetUsd: 0.02 })
    expect(await codeOf(channel.reply(replyTo('ann', 'one')))).toBe('sent')
    const second = replyTo('bea', 'two')
    const error = await channel.reply(second).catch(asAppError)
    expect(error).toMatchObject({ code: 'rate-limited', afterMs: 12 * 3_600_000 })
    expect(await codeOf(channel.reply({ ...replyTo('cyd', 'call 911'), say: 'emergency' }))).toBe('sent')
    expect(await codeOf(channel.reply({ ...replyTo('dot', 'call 911 too'), say: 'emergency' }))).toBe(
      'rate-limited',
    )
    now += 12 * 3_600_000
    expect(await codeOf(channel.reply(second))).toBe('sent')
  })
  it('is not written under a post that is gone, nor where the post was emptied', async () => {
    const reply = replyTo('ann', 'hello')
    player.remove(reply.answering?.providerId ?? '')
    expect(await codeOf(open().reply(reply))).toBe('unreachable')
    const answering = { providerId: '1', raw: { emptied: 'deleted' } }
    expect(await codeOf(open().reply({ ...replyTo('ann', 'hi'), answering }))).toBe('unreachable')
    expect(await codeOf(open().reply({ ...replyTo('ann', 'hi'), answering: null }))).toBe('unreachable')
  })
  it('ends where two programs answer each other', async () => {
    const tally = memoryTally()
    let sent = 0
    let thread: string | undefined
    for (let turn = 0; turn < 40; turn += 1) {
      // Whichever process has the turn.
      const reply = replyTo(`bot${turn % 3}`, `answer ${turn}`, thread)
      if ((await codeOf(open({}, tally).reply(reply))) !== 'sent') break
      sent += 1
      thread = player.replies().at(-1)?.id
    }
    expect(sent).toBe(limits.inThreadADay)
  })
  it('that X did not take is not counted against anybody', async () => {
    const channel = open()
    for (let turn = 0; turn < 2 * limits.toAuthorAnHour; turn += 1) {
      player.fault({ kind: 'error', status: 503 })
      expect(await codeOf(channel.reply(replyTo('ann', 'hello')))).toBe('provider-away')
    }
    expect(await codeOf(channel.reply(replyTo('ann', 'hello')))).toBe('sent')
    expect(player.spent()).toBeCloseTo(prices.reply)
  })
})

describe('a direct message', () => {
  it('goes to whom wrote one, once, whatever became of the first try', async () => {
    const id = player.direct('ann', 'hello')
    const from = player.accountId('ann')
    const channel = open()
    const answering = { providerId: `dm-${id}`, raw: { id, via: 'direct' } }
    const reply = outbound({ key: 'eff_direct01', to: from, from: us, text: '45 Elm St', answering })
    expect(channel.can.roomOf?.(answering)).toMatchObject({ public: false, proactive: true })
    player.fault({ kind: 'lost-answer' })
    expect(await codeOf(channel.reply(reply))).toBe('unknown-outcome')
    await channel.reply({ ...reply, maybeSentSince: now })
    expect(player.replies()).toMatchObject([{ kind: 'direct', to: 'ann', text: '45 Elm St' }])
  })
  it('is refused by X where nobody wrote first', async () => {
    const answering = { providerId: 'dm-1', raw: { id: '1', via: 'direct' } }
    const to = player.accountId('nobody')
    const reply = outbound({ key: 'eff_direct02', to, from: us, text: 'hello', answering })
    expect(await codeOf(open().reply(reply))).toBe('bad-address')
  })
})

describe('the breaker', () => {
  it('lets one author be answered so often in an hour, over all processes', async () => {
    const tally = memoryTally()
    const here = breaker({ tally, clock, channel: 'social' })
    const there = breaker({ tally, clock, channel: 'social' })
    let allowed = 0
    for (let n = 0; n < 2 * limits.toAuthorAnHour; n += 1)
      if (await (n % 2 === 0 ? here : there).allows('a', `thread${n}`)) allowed += 1
    expect(allowed).toBe(limits.toAuthorAnHour)
    expect(await here.allows('b', 'thread')).toBe(true)
    now += 3_600_000
    expect(await here.allows('a', 'thread')).toBe(true)
  })
})

describe('pauses', () => {
  it('double, to a limit, and give way to what the network wants', () => {
    const away = new AppError('provider-away', 'x')
    expect([1, 2, 3, 10, 1_000].map((n) => pauseAfter(away, n))).toEqual([
      5_000, 10_000, 20_000, 320_000, 320_000,
    ])
    expect(pauseAfter(new AppError('rate-limited', 'x'), 1)).toBe(60_000)
    expect(pauseAfter(new AppError('rate-limited', 'x', { afterMs: 900_000 }), 1)).toBe(900_000)
  })
})

describe('prices', () => {
  it('are those known, and what is said otherwise', () => {
    expect(pricesFrom('reply=0.02, mention=0.5')).toEqual({ ...prices, reply: 0.02, mention: 0.5 })
    expect(pricesFrom('')).toEqual(prices)
    expect(() => pricesFrom('repley=1')).toThrow('no such price')
  })
})

describe('the key of a record at Bluesky', () => {
  it('is that of a post, and the same for the same reply', () => {
    const at = '2026-11-20T15:00:01.000Z'
    expect(recordKeyOf('eff_1', at)).toMatch(/^[234567abcdefghij][234567a-z]{12}$/)
    expect(recordKeyOf('eff_1', at)).toBe(recordKeyOf('eff_1', at))
    expect(recordKeyOf('eff_1', at)).not.toBe(recordKeyOf('eff_2', at))
    expect(recordKeyOf('eff_1', 'no date')).toHaveLength(13)
  })
})
