import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../../src/core/events.ts'
import { slackDoor } from '../../src/desk/slack/index.ts'
import type { Delivered, Outgoing, RunningSlackPlayer } from '../../src/sandbox/slack/index.ts'
import { startSlackPlayer } from '../../src/sandbox/slack/index.ts'
import { type FakeDesk, fakeDesk } from '../support/fake-desk.ts'
import { until } from '../support/until.ts'
import { channel, type Logged, readBlocks, secrets } from './slack.harness.ts'

/** As much of the package `ws` as is used here. */
interface Socket {
  send(text: string): void
  close(): void
  on(event: 'message', listener: (data: Buffer) => void): void
}
interface SocketServer {
  readonly clients: ReadonlySet<Socket>
  on(event: 'connection', listener: (socket: Socket) => void): void
  close(): void
}
type Ws = { readonly WebSocketServer: new (options: { readonly server: object }) => SocketServer }
// It has no types of its own.
const require = createRequire(import.meta.url)
const ws: Ws = require('ws')

describe('Slack in Socket Mode', () => {
  const appToken = 'xapp-of-the-tests'
  let stage: FakeDesk
  let player: RunningSlackPlayer
  let logged: Logged[]
  let sockets: SocketServer
  let http: ReturnType<typeof createServer>
  let door: ReturnType<typeof slackDoor>
  let envelopes = 0
  const waiting = new Map<string, (answer: Delivered) => void>()

  /** One envelope to the newest connection; the acknowledgement is its answer. */
  function overSocket({ kind, payload }: Outgoing): Promise<Delivered> {
    const socket = [...sockets.clients].at(-1)
    if (socket === undefined) return Promise.resolve({ status: 0, body: '', problem: 'no-answer' })
    envelopes += 1
    const envelope_id = `e${envelopes}`
    const answered = new Promise<Delivered>((resolve) => waiting.set(envelope_id, resolve))
    const type = kind === 'event' ? 'events_api' : 'interactive'
    socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }))
    return answered
  }

  beforeEach(async () => {
    stage = fakeDesk()
    logged = []
    http = createServer()
    sockets = new ws.WebSocketServer({ server: http })
    sockets.on('connection', (socket) => {
      socket.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(data.toString())
        const body = payload === undefined || Object.keys(payload).length === 0 ? '' : JSON.stringify(payload)
        waiting.get(envelope_id)?.({ status: 200, body, problem: null })
      })
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const { port } = http.address() as AddressInfo
    player = await startSlackPlayer({
      ...secrets,
      appToken,
      channels: [channel],
      clock: stage.clock,
      gatewayUrl: () => 'http://127.0.0.1:1',
      transport: { url: () => `ws://127.0.0.1:${port}/link?ticket=${envelopes}`, deliver: overSocket },
    })
    const log: Log = (_level, event, fields) => void logged.push({ event, fields })
    door = slackDoor({
      botToken: secrets.botToken,
      signingSecret: null,
      appToken,
      apiUrl: player.url,
      desk: stage.desk,
      clock: stage.clock,
      log,
      pausesMs: [0, 20],
    })
  })
  afterEach(async () => {
    await door.stop()
    await player.stop()
    sockets.close()
    await new Promise((resolve) => http.close(resolve))
  })
  const connections = () => logged.filter((l) => l.event === 'surface.connected').length
  const claimButton = (review: string) => ({
    type: 'block_actions',
    user: { id: 'U0AGENTA' },
    team: { id: player.team },
    channel: { id: channel },
    container: { message_ts: '1700000000.000001', channel_id: channel },
    actions: [
      { action_id: 'claim', block_id: 'b', action_ts: '1.1', value: JSON.stringify({ review, seen: 0 }) },
    ],
  })

  it('takes clicks without a door of its own, and acknowledges them', async () => {
    await door.start()
    expect(door.routes()).toBeNull()
    const review = await stage.put({ words: 'a hole' })
    const answer = await player.deliver({ kind: 'interactive', payload: claimButton(review.id) })
    expect(answer).toMatchObject({ status: 200, body: '' })
    await door.idle()
    expect((await stage.desk.review(review.id))?.claim?.agent).toBe('slack:U0AGENTA')
    const [whisper] = player.agent('U0AGENTA').whispers()
    expect(readBlocks(whisper?.blocks ?? []).text).toContain('is yours')
  })

  it('sends options and what modals answer along with the acknowledgement', async () => {
    await door.start()
    const payload = {
      type: 'block_suggestion',
      user: { id: 'U0AGENTA' },
      team: { id: player.team },
      action_id: 'service',
      block_id: 'more|x|0|1',
      value: 'pothole',
    }
    const { body } = await player.deliver({ kind: 'interactive', payload })
    expect(JSON.parse(body).options[0]).toMatchObject({ value: 'pothole' })
  })

  it('connects again when Slack ends a connection, and when it breaks', async () => {
    await door.start()
    for (const [n, end] of [
      (socket: Socket) => socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
      (socket: Socket) => socket.close(),
    ].entries()) {
      for (const socket of sockets.clients) end(socket)
      await until(() => connections() === n + 2 && sockets.clients.size === 1)
    }
    const review = await stage.put({ words: 'a hole' })
    await player.deliver({ kind: 'interactive', payload: claimButton(review.id) })
    await door.idle()
    expect((await stage.desk.review(review.id))?.claim).not.toBeNull()
  })

  it('starts although Slack is away, and connects once it is back', async () => {
    player.away(true)
    await door.start()
    expect(logged.map((l) => l.event)).toContain('surface.lost')
    player.away(false)
    await until(() => connections() === 1)
  })

  it('ends where the app token is not good', async () => {
    player.fault({ method: 'apps.connections.open', kind: 'platform', error: 'invalid_auth' })
    await expect(door.start()).rejects.toMatchObject({ code: 'misconfigured' })
  })

  it('survives a token that is withdrawn while it runs', async () => {
    await door.start()
    player.fault({ method: 'apps.connections.open', kind: 'platform', error: 'token_revoked' })
    for (const socket of sockets.clients) socket.close()
    await until(() => connections() === 2)
    expect(logged).toContainEqual(
      expect.objectContaining({
        event: 'surface.lost',
        fields: expect.objectContaining({ code: 'misconfigured' }),
      }),
    )
  })
})

describe('a door to Slack', () => {
  it('needs one of the two ways in', () => {
    const options = { ...secrets, signingSecret: null, appToken: null, apiUrl: 'http://127.0.0.1:1' }
    const { desk, clock } = fakeDesk()
    expect(() => slackDoor({ ...options, desk, clock, log: () => undefined })).toThrow(
      expect.objectContaining({ code: 'misconfigured' }),
    )
  })
})
