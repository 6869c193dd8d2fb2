import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webApi } from '@slack/bolt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifySignature } from '../../src/desk/slack/signature.ts'
import { silent } from '../../src/desk/slack/silent.ts'
import { type RunningSlackPlayer, startSlackPlayer } from '../../src/sandbox/slack/index.ts'
import { until } from '../support/until.ts'

const [botToken, signingSecret, channel] = [
  'xoxb-of-the-player-test',
  'secret of the player test',
  'C0PLAYER',
]
const user = 'U0AGENTA'
let now = Date.UTC(2026, 10, 2, 15)
let player: RunningSlackPlayer
let seen: { readonly payload: Record<string, unknown>; readonly headers: Record<string, string> }[] = []
/** What the gateway of a few lines answers next. */
let answer: { status: number; body?: object } = { status: 200 }
const gateway = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const headers = request.headers as Record<string, string>
    try {
      verifySignature(
        signingSecret,
        { signature: headers['x-slack-signature'], timestamp: headers['x-slack-request-timestamp'] },
        body,
        now,
      )
    } catch {
      return void response.writeHead(403).end()
    }
    const isForm = headers['content-type']?.includes('form') === true
    seen.push({
      headers,
      payload: JSON.parse(isForm ? (new URLSearchParams(body).get('payload') ?? '') : body),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body))
  })
})
let gatewayUrl = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  gatewayUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
})
afterAll(() => {
  gateway.close()
  gateway.closeAllConnections()
})
beforeEach(async () => {
  seen = []
  answer = { status: 200 }
  player = await startSlackPlayer({
    botToken,
    signingSecret,
    channels: [channel],
    clock: { now: () => now },
    gatewayUrl: () => gatewayUrl,
  })
  return () => player.stop()
})

const client = (token = botToken) =>
  new webApi.WebClient(token, {
    slackApiUrl: `${player.url}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
    timeout: 500,
  })
const call = (method: string, args: Record<string, unknown> = {}, token?: string) =>
  client(token)
    .apiCall(method, args)
    .then(
      (result) => ({ ...result, error: null }),
      (error) => ({
        ok: false,
        error: error.data?.error ?? error.retryAfter ?? error.statusCode ?? 'broken',
      }),
    ) as Promise<unknown> as Promise<Record<string, never>>
const plain = (text: string) => ({ type: 'plain_text', text })
const button = (action_id: string, value = '{}') => ({
  type: 'actions',
  elements: [{ type: 'button', action_id, value, text: plain('Press') }],
})
const post = async (blocks: object[]) =>
  (await call('chat.postMessage', { channel, text: 'a card', blocks })).ts as unknown as string
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Refuse'),
  submit: plain('Refuse'),
  callback_id: 'refuse',
  private_metadata: 'kept',
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'reason',
      label: plain('Why?'),
      element: { type: 'plain_text_input', action_id: 'reason' },
    },
  ],
  ...more,
})

describe('the player of Slack: Web API', () => {
  it('knows its token, and says whose it is and what it may do', async () => {
    const me = (await client().auth.test()) as { team_id?: string; response_metadata?: { scopes?: string[] } }
    expect(me.team_id).toBe(player.team)
    expect(me.response_metadata?.scopes).toContain('chat:write')
    expect((await call('auth.test', {}, 'xoxb-other')).error).toBe('invalid_auth')
    expect((await call('no.such')).error).toBe('unknown_method')
    const without = await fetch(`${player.url}/auth.test`, { method: 'POST' })
    expect(await without.json()).toMatchObject({ error: 'not_authed' })
  })

  it('takes forms and JSON', async () => {
    await call('chat.postMessage', { channel, text: 'a form', blocks: [button('a')] })
    await fetch(`${player.url}/chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${botToken}` },
      body: JSON.stringify({ channel, text: 'JSON', blocks: [button('a')] }),
    })
    expect(player.messages(channel).map((m) => [m.text, m.blocks.length])).toEqual([
      ['a form', 1],
      ['JSON', 1],
    ])
  })

  it('changes what was posted, and keeps its metadata', async () => {
    const metadata = { event_type: 'x', event_payload: { id: '1' } }
    const { ts } = await call('chat.postMessage', { channel, text: 'one', blocks: [button('a')], metadata })
    await call('chat.update', { channel, ts, text: 'two', blocks: [button('b')] })
    expect(player.messages()).toMatchObject([{ text: 'two', edits: 1, metadata }])
    const about = async (more: object) => {
      const { messages } = await call('conversations.history', { channel, ...more })
      return (messages as unknown as { metadata?: unknown }[])[0]?.metadata
    }
    expect(await about({ include_all_metadata: true })).toEqual(metadata)
    expect(await about({})).toEqual({ event_type: 'x', event_payload: {} })
  })

  const said = { channel, text: 'x' }
  it.each([
    ['a channel it is not in', 'chat.postMessage', { channel: 'C0OTHER', text: 'x' }, 'channel_not_found'],
    ['a message without text', 'chat.postMessage', { channel, text: '' }, 'no_text'],
    ['an empty section', 'chat.postMessage', { ...said, blocks: [{ type: 'section' }] }, 'invalid_blocks'],
    [
      'an action id that is too long',
      'chat.postMessage',
      { ...said, blocks: [button('a'.repeat(256))] },
      'invalid_blocks',
    ],
    [
      'a value that is too long',
      'chat.postMessage',
      { ...said, blocks: [button('a', 'v'.repeat(2001))] },
      'invalid_blocks',
    ],
    [
      'a header that is too long',
      'chat.postMessage',
      { ...said, blocks: [{ type: 'header', text: plain('x'.repeat(151)) }] },
      'invalid_blocks',
    ],
    [
      'a section that is too long as entities',
      'chat.postMessage',
      { ...said, blocks: [{ type: 'section', text: plain('&'.repeat(700)) }] },
      'invalid_blocks',
    ],
    [
      '51 blocks',
      'chat.postMessage',
      { ...said, blocks: Array(51).fill({ type: 'divider' }) },
      'invalid_blocks',
    ],
    [
      'blocks that are too long together',
      'chat.postMessage',
      { ...said, blocks: Array(5).fill({ type: 'section', text: plain('x'.repeat(2900)) }) },
      'msg_blocks_too_long',
    ],
    [
      'metadata without a payload',
      'chat.postMessage',
      { ...said, metadata: { event_type: 'x' } },
      'invalid_metadata_format',
    ],
    ['a message that is none', 'chat.update', { channel, ts: '1.1', text: 'x' }, 'message_not_found'],
    ['a whisper to nobody', 'chat.postEphemeral', { ...said, user: 'nobody' }, 'user_not_in_channel'],
    ['a trigger that is none', 'views.open', { trigger_id: 'made.up', view: modal() }, 'invalid_trigger_id'],
    [
      'a modal with a long title',
      'views.open',
      { trigger_id: 'x', view: modal({ title: plain('x'.repeat(25)) }) },
      'invalid_arguments',
    ],
    ['a modal that is none', 'views.update', { view_id: 'V0', view: modal() }, 'not_found'],
    ['a bot token where an app token belongs', 'apps.connections.open', {}, 'invalid_auth'],
  ])('refuses %s', async (_, method, args, error) => {
    expect((await call(method, args)).error).toBe(error)
  })

  it('refuses an update that is too long, or of a message without an app', async () => {
    const ts = await post([button('a')])
    expect((await call('chat.update', { channel, ts, text: 'x'.repeat(4001) })).error).toBe('msg_too_long')
    const other = player.say(channel, 'hello')
    expect((await call('chat.update', { channel, ts: other, text: 'x' })).error).toBe('cant_update_message')
  })

  it('reads the history backwards, from a time on, page by page', async () => {
    for (let n = 0; n < 5; n += 1) player.say(channel, `m${n}`)
    const third = player.messages()[2]?.ts
    const first = await call('conversations.history', { channel, oldest: third, limit: 2 })
    const texts = (page: Record<string, never>) =>
      (page.messages as unknown as { text: string }[]).map((m) => m.text)
    expect(texts(first)).toEqual(['m4', 'm3'])
    const { next_cursor } = first.response_metadata as unknown as { next_cursor: string }
    expect(
      texts(await call('conversations.history', { channel, oldest: third, limit: 2, cursor: next_cursor })),
    ).toEqual(['m2'])
  })

  it('keeps to its rates while that is on: one post a second and channel', async () => {
    player.limit(true)
    expect((await call('chat.postMessage', { channel, text: 'one' })).error).toBeNull()
    expect((await call('chat.postMessage', { channel, text: 'two' })).error).toBe(1)
    now += 1_001
    expect((await call('chat.postMessage', { channel, text: 'two' })).error).toBeNull()
    const ts = await post([]).catch(() => '')
    expect(ts).toBeUndefined()
    const updates = Array.from({ length: 51 }, () => call('chat.update', { channel, ts: '1.1', text: 'x' }))
    expect((await Promise.all(updates)).at(-1)?.error).toBe(60)
  })

  it('is away, slow, in trouble, forgetful, as it is told', async () => {
    player.fault({ kind: 'error', status: 503 })
    expect((await call('auth.test')).error).toBe(503)
    player.fault({ kind: 'platform', error: 'fatal_error', method: 'chat.postMessage' })
    expect((await call('auth.test')).error).toBeNull()
    expect((await call('chat.postMessage', { channel, text: 'x' })).error).toBe('fatal_error')
    player.fault({ kind: 'lost-answer' })
    expect((await call('chat.postMessage', { channel, text: 'it is there' })).error).toBe('broken')
    player.fault({ kind: 'cut' })
    expect((await call('chat.postMessage', { channel, text: 'it is not' })).error).toBe('broken')
    player.away(true)
    expect((await call('auth.test')).error).toBe('broken')
    player.away(false)
    await player.shut()
    expect((await call('auth.test')).error).toBe('broken')
    await player.open()
    expect((await call('auth.test')).error).toBeNull()
    expect(player.messages().map((m) => m.text)).toEqual(['it is there'])
    player.fault({ kind: 'slow', ms: 700 })
    expect((await call('auth.test')).error).toBe('broken')
    expect(player.calls().filter((m) => m === 'auth.test').length).toBeGreaterThan(3)
  })
})

describe('the player of Slack: people', () => {
  it('delivers a click, signed, and the same again byte for byte', async () => {
    const ts = await post([button('accept', '{"review":"r"}')])
    expect(await player.agent(user).press(ts, 'accept')).toMatchObject({ status: 200, problem: null })
    await player.redeliver()
    const [first, second] = seen
    expect(first?.payload).toMatchObject({
      type: 'block_actions',
      user: { id: user },
      team: { id: player.team },
      channel: { id: channel },
      container: { message_ts: ts, channel_id: channel },
      actions: [{ action_id: 'accept', value: '{"review":"r"}', action_ts: expect.any(String) }],
    })
    expect(second?.payload).toEqual(first?.payload)
    await expect(player.agent(user).press(ts, 'other')).rejects.toThrow('nothing at')
    await expect(player.agent(user).press('1.1', 'accept')).rejects.toThrow('no message')
  })

  it('opens a modal for a click once, and for three seconds', async () => {
    const ts = await post([button('refuse')])
    const trigger = async () => {
      await player.agent(user).press(ts, 'refuse')
      return seen.at(-1)?.payload.trigger_id
    }
    const first = await trigger()
    expect((await call('views.open', { trigger_id: first, view: modal() })).error).toBeNull()
    expect((await call('views.open', { trigger_id: first, view: modal() })).error).toBe(
      'exchanged_trigger_id',
    )
    const second = await trigger()
    now += 3_001
    expect((await call('views.open', { trigger_id: second, view: modal() })).error).toBe('expired_trigger_id')
  })

  async function withModal() {
    const ts = await post([button('refuse')])
    await player.agent(user).press(ts, 'refuse')
    const { view } = await call('views.open', { trigger_id: seen.at(-1)?.payload.trigger_id, view: modal() })
    return view as unknown as { id: string; hash: string }
  }

  it('submits what was typed and does what the answer says', async () => {
    const { id, hash } = await withModal()
    const agent = player.agent(user)
    await agent.submit({})
    expect(seen).toHaveLength(1)
    expect(agent.modal()?.errors).toHaveProperty('reason')
    answer = { status: 200, body: { response_action: 'errors', errors: { reason: 'Write more.' } } }
    await agent.submit({ reason: 'no' })
    expect(seen.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      view: {
        id,
        hash,
        private_metadata: 'kept',
        state: { values: { reason: { reason: { value: 'no' } } } },
      },
    })
    expect(agent.modal()).toMatchObject({ hash, errors: { reason: 'Write more.' } })
    answer = { status: 200, body: { response_action: 'update', view: modal({ title: plain('Again') }) } }
    await agent.submit({ reason: 'no' })
    expect(agent.modal()?.view.title.text).toBe('Again')
    expect(agent.modal()?.hash).not.toBe(hash)
    expect((await call('views.update', { view_id: id, hash, view: modal() })).error).toBe('hash_conflict')
    answer = { status: 500 }
    expect(await agent.submit({ reason: 'no' })).toMatchObject({ problem: 'refused' })
    expect(agent.modal()?.errors).toHaveProperty([''])
    answer = { status: 200 }
    await agent.submit({ reason: 'no' })
    expect(agent.modal()).toBeNull()
  })

  it('tells that a modal was closed where the app wants to know', async () => {
    const { id } = await withModal()
    await player.agent(user).cancel()
    expect(seen.at(-1)?.payload).toMatchObject({ type: 'view_closed', view: { id }, is_cleared: false })
    await expect(player.agent(user).cancel()).rejects.toThrow('no modal')
  })

  it('asks for options and takes no odd ones', async () => {
    const menu = {
      type: 'external_select',
      action_id: 'service',
      placeholder: plain('Service…'),
      min_query_length: 0,
    }
    const ts = await post([{ type: 'actions', block_id: 'more', elements: [menu] }])
    answer = { status: 200, body: { options: [{ text: plain('Pothole'), value: 'pothole' }] } }
    expect(await player.agent(user).options(ts, 'service', 'pot')).toMatchObject([{ value: 'pothole' }])
    expect(seen.at(-1)?.payload).toMatchObject({ type: 'block_suggestion', block_id: 'more', value: 'pot' })
    answer = { status: 200, body: { options: Array(101).fill({ text: plain('x'), value: 'x' }) } }
    await expect(player.agent(user).options(ts, 'service', '')).rejects.toThrow()
  })

  it('shows whispers to one person, who can make them go away', async () => {
    await call('chat.postEphemeral', { channel, user, text: 'for you', blocks: [button('take-over')] })
    const [whisper] = player.agent(user).whispers()
    expect(player.agent('U0OTHER').whispers()).toEqual([])
    expect(player.messages()).toEqual([])
    await player.agent(user).press(whisper?.ts ?? '', 'take-over')
    const response = seen.at(-1)?.payload.response_url as string
    await fetch(response, { method: 'POST', body: '{"delete_original":true}' })
    expect(player.agent(user).whispers()).toEqual([])
  })

  it('sends an event again where it is not acknowledged, and says why', async () => {
    answer = { status: 500 }
    expect(await player.event({ type: 'app_mention' })).toHaveLength(4)
    expect(seen.map((s) => s.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3'])
    expect(new Set(seen.map((s) => s.payload.event_id)).size).toBe(1)
    answer = { status: 200 }
    expect(await player.event({ type: 'app_mention' })).toHaveLength(1)
  })

  it('tells whoever watches', async () => {
    let told = 0
    const stop = player.watch(() => {
      told += 1
    })
    player.say(channel, 'x')
    await until(() => told === 1)
    stop()
    player.say(channel, 'y')
    expect(told).toBe(1)
  })
})
