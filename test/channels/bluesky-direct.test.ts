/** Direct messages on Bluesky: read from the log, answered where they were written, and nowhere else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blueskyApi } from '../../channels/bluesky/api.ts'
import { directPage } from '../../channels/bluesky/direct-poll.ts'
import { blueskyChannel } from '../../channels/bluesky/index.ts'
import { asAppError } from '../../src/core/errors.ts'
import { type RunningBluesky, startBlueskyPlayer } from '../../src/sandbox/bluesky/index.ts'
import { appPassword, handle } from './bluesky.harness.ts'
import { chance, memoryInbox } from './memory-inbox.ts'
import { outbound } from './outbound.ts'
import { memoryTally } from './social.harness.ts'

let now = 0
const clock = { now: () => now }
let player: RunningBluesky
beforeEach(async () => {
  now = Date.parse('2026-11-20T12:00:00Z')
  player = await startBlueskyPlayer({ handle, appPassword, clock })
})
afterEach(() => player.stop())

const account = () => ({ handle, appPassword, apiUrl: player.url })
const opened = (tally = memoryTally()) =>
  blueskyChannel({ ...account(), pollSeconds: 30, directPollSeconds: 30, keepDays: 30, tally, clock })
const reader = (falls: () => boolean = () => false) => {
  const { inbox, messages, gone } = memoryInbox(clock, falls)
  const fresh = () => directPage({ api: blueskyApi(account(), clock), clock, everyMs: 30_000 })
  return { inbox, messages, gone, fresh, step: fresh() }
}
/** A message of somebody's as it was stored. */
async function heard(author: string, text: string) {
  const { inbox, messages, step } = reader()
  await step(inbox)
  now += 1_000
  player.direct(author, text)
  await step(inbox)
  const [message] = messages.values()
  if (message === undefined) throw new Error('nothing was heard')
  return message
}
let count = 0
const answerTo = (message: Awaited<ReturnType<typeof heard>>, text: string, more = {}) => {
  count += 1
  const answering = { providerId: message.providerId, raw: message.raw }
  return outbound({ key: `eff_direct${count}`, to: message.from, from: message.to, text, answering, ...more })
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'sent',
    (thrown: unknown) => asAppError(thrown).code,
  )
const ours = () => player.directs().filter(({ authorDid }) => authorDid === player.did(handle))

describe('direct messages', () => {
  it('are off where nothing says that the password may read them', () => {
    const names = (seconds: number | null) =>
      blueskyChannel({
        ...account(),
        ...{ pollSeconds: 30, directPollSeconds: seconds, keepDays: 30, tally: memoryTally(), clock },
      })
    expect(names(null).receivers?.map(({ name }) => name)).toEqual(['notifications', 'recheck'])
    expect(names(null).can.direct).toBe(false)
    expect(names(30).receivers?.map(({ name }) => name)).toEqual(['notifications', 'direct', 'recheck'])
    expect(names(30).can.direct).toBe(true)
  })
  it('become messages of the conversation that their author’s posts are in', async () => {
    const message = await heard('ann.example', 'it is at 12 Newbury St')
    expect(message).toMatchObject({
      ...{ channel: 'bluesky', from: player.did('ann.example'), to: player.did(handle) },
      ...{ text: 'it is at 12 Newbury St', media: [], keyword: null },
    })
    expect(message.raw.via).toBe('direct')
  })
  it('from before our first look are not ours to answer', async () => {
    player.direct('ann.example', 'long ago')
    now += 1_000
    const { inbox, messages, step } = reader()
    await step(inbox)
    await step(inbox)
    expect(messages.size).toBe(0)
  })
  it('in a group, of a bot, and our own are left alone', async () => {
    const { inbox, messages, step } = reader()
    await step(inbox)
    player.direct('ann.example', 'hello all', { group: true })
    player.direct('bot.example', 'buy this', { isBot: true })
    await step(inbox)
    expect(messages.size).toBe(0)
  })
  it('bring the post that is shared in them, with its photo', async () => {
    const { inbox, messages, step } = reader()
    await step(inbox)
    const photo = { bytes: new Uint8Array([1]), type: 'image/jpeg' }
    const shared = player.post('neighbor.example', 'pothole on Elm St', [photo])
    player.direct('ann.example', 'this one', { quotes: shared })
    await step(inbox)
    const [message] = messages.values()
    expect(message).toMatchObject({ text: 'this one\npothole on Elm St', media: [{}] })
    expect(message?.raw.borrowed).toEqual({ post: shared, author: player.did('neighbor.example'), files: 1 })
  })
  it('that are deleted are emptied, and never read where that was before us', async () => {
    const { inbox, messages, gone, step } = reader()
    await step(inbox)
    const id = player.direct('ann.example', 'one')
    await step(inbox)
    player.removeDirect(id)
    player.removeDirect(player.direct('bea.example', 'two'))
    await step(inbox)
    expect(messages.size).toBe(1)
    expect([...gone]).toContainEqual([[...messages.keys()][0], 'deleted'])
  })
  it('are lost nowhere: pages, faults, expired sessions, and a process that falls at any point', async () => {
    const random = chance(11)
    const { inbox, messages, fresh } = reader(() => random() < 0.08)
    let step = fresh()
    while ((await step(inbox).catch(() => 0)) === 0) now += 60_000
    const wrote: string[] = []
    for (let minute = 0; minute < 60; minute += 1) {
      const burst = minute === 20 ? 90 : random() < 0.5 ? 1 : 0
      for (let n = 0; n < burst; n += 1) wrote.push(player.direct(`r${minute % 7}.example`, `${minute} ${n}`))
      if (random() < 0.1) player.expire()
      if (random() < 0.1) player.fault({ kind: 'error', status: 502 })
      if (random() < 0.05) step = fresh()
      for (let pages = 0; pages < 12; pages += 1) {
        const rest = await step(inbox).catch((thrown: unknown) => asAppError(thrown).afterMs ?? 60_000)
        if (rest > 0) break
      }
      now += 60_000
    }
    for (let n = 0; n < 9; n += 1) {
      await step(inbox).catch(() => 0)
      now += 60_000
    }
    expect(wrote.length).toBeGreaterThan(100)
    const words = [...messages.values()].map(({ text }) => text)
    expect(words.toSorted()).toEqual(
      player
        .directs()
        .map(({ text }) => text)
        .toSorted(),
    )
  })
  it('are told apart where the password may not read them', async () => {
    await player.stop()
    player = await startBlueskyPlayer({ handle, appPassword, clock, closed: true })
    const { inbox, step } = reader()
    await expect(step(inbox)).rejects.toMatchObject({ code: 'misconfigured', providerCode: 'InvalidToken' })
  })
})

describe('an answer to a direct message', () => {
  it('goes to that conversation and is not public, and its first one accepts it', async () => {
    const channel = opened()
    const message = await heard('ann.example', 'pothole')
    const reply = answerTo(message, 'Where is it?')
    expect(channel.can.roomOf?.(reply.answering)).toMatchObject({ public: false, proactive: true })
    await channel.reply(reply)
    expect(player.conversation('ann.example').isAccepted).toBe(true)
    expect(ours()).toMatchObject([{ text: 'Where is it?', convoId: player.conversation('ann.example').id }])
    expect(player.replies()).toEqual([])
  })
  it('finds its conversation after what was kept is emptied for its age', async () => {
    const message = await heard('ann.example', 'pothole')
    const raw = { emptied: 'aged', via: message.raw.via, id: message.raw.id }
    const answering = { providerId: message.providerId, raw }
    expect(opened().can.roomOf?.(answering)).toMatchObject({ public: false })
    expect(await codeOf(opened().reply(answerTo(message, 'It is fixed.', { answering })))).toBe('sent')
  })
  it('that may be out is looked for first', async () => {
    const channel = opened()
    const message = await heard('ann.example', 'pothole')
    player.fault({ kind: 'lost-answer', method: 'sendMessage' })
    const reply = answerTo(message, 'Thanks.')
    expect(await codeOf(channel.reply(reply))).toBe('unknown-outcome')
    expect(await codeOf(channel.reply({ ...reply, maybeSentSince: now }))).toBe('sent')
    expect(ours()).toHaveLength(1)
    // The same words long ago are another reply.
    now += 3_600_000
    expect(await codeOf(channel.reply({ ...answerTo(message, 'Thanks.'), maybeSentSince: now }))).toBe('sent')
    expect(ours()).toHaveLength(2)
  })
  it.each([
    ['InvalidConvo', 400, 'unreachable'],
    ['ConvoLocked', 400, 'unreachable'],
    ['MessagesDisabled', 400, 'bad-address'],
    ['InvalidRequest', 400, 'provider-refused'],
    ['UpstreamFailure', 502, 'provider-away'],
  ])('%s (%i) is %s, and does not count as one that was sent', async (error, status, code) => {
    const tally = memoryTally()
    const channel = opened(tally)
    const message = await heard('ann.example', 'pothole')
    player.fault({ kind: 'error', status, error, method: 'sendMessage' })
    expect(await codeOf(channel.reply(answerTo(message, 'Thanks.')))).toBe(code)
    expect([...tally.totals.values()]).toEqual([0])
  })
  it('where accepting breaks off is tried again, because nothing was said yet', async () => {
    const message = await heard('ann.example', 'pothole')
    player.fault({ kind: 'lost-answer', method: 'acceptConvo' })
    expect(await codeOf(opened().reply(answerTo(message, 'Thanks.')))).toBe('provider-away')
    expect(await codeOf(opened().reply(answerTo(message, 'Thanks.')))).toBe('sent')
  })
  it('has its own length', () => {
    const room = opened().can.roomOf?.({ providerId: 'x', raw: { via: 'direct', id: 'c' } })
    expect(room?.fits('x'.repeat(1_000))).toBe(true)
    expect(room?.fits('x'.repeat(1_001))).toBe(false)
    expect(room?.fits('👩‍👩‍👧‍👦'.repeat(401))).toBe(false)
  })
})
