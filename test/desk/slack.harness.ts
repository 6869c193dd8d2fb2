/**
 * Slack under the contract of surfaces: the real board and door against a server that plays Slack.
 * @module
 */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { services } from '../../src/city/boston/services/index.ts'
import type { Log } from '../../src/core/events.ts'
import type { ReviewRow } from '../../src/core/ports.ts'
import type { ReviewId } from '../../src/core/request.ts'
import { slackSurface } from '../../src/desk/slack/index.ts'
import { type Block, type PlayedView, startSlackPlayer } from '../../src/sandbox/slack/index.ts'
import type { Person, Shown, Stage, SurfaceHarness, Told, Wish } from '../contract/desk-surface.contract.ts'

export const channel = 'C0REVIEWS'
export const secrets = {
  botToken: 'xoxb-of-the-tests',
  signingSecret: 'signing secret of the tests',
} as const

export interface Logged {
  readonly event: string
  readonly fields: object
}

/** The surface on a stage, with a gateway of its own. `patienceMs`: see HandlerDeps. */
export async function openSlack(
  stage: Pick<Stage, 'desk' | 'clock'>,
  more: { readonly patienceMs?: number; readonly photoUrl?: (id: string) => string | null } = {},
) {
  const logged: Logged[] = []
  const log: Log = (_level, event, fields) => void logged.push({ event, fields })
  const gateway = { url: '' }
  const { clock } = stage
  const player = await startSlackPlayer({
    ...secrets,
    channels: [channel],
    clock,
    gatewayUrl: () => gateway.url,
  })
  const surface = slackSurface({
    ...secrets,
    appToken: null,
    channel,
    apiUrl: player.url,
    desk: stage.desk,
    clock,
    linkTo: ({ id }) => `https://311.example.org/desk/${id}`,
    photoUrl: more.photoUrl ?? (() => null),
    services,
    log,
    ...(more.patienceMs !== undefined && { patienceMs: more.patienceMs }),
  })
  const routes = surface.routes()
  if (routes === null) throw new Error('no routes over HTTP')
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: routes.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => {
      gateway.url = `http://127.0.0.1:${info.port}`
      resolve(starting)
    })
  })
  await surface.start()
  return {
    player,
    surface,
    logged,
    gatewayUrl: () => gateway.url,
    async close() {
      await surface.stop()
      await player.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
export type OpenSlack = Awaited<ReturnType<typeof openSlack>>

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }
const decoded = (text: string) => text.replace(/&(amp|lt|gt);/g, (_, name: string) => entities[name] ?? '')

/** Markup as Slack's client reads it: what is seen, and what would act. */
export function readMrkdwn(text: string): Shown {
  const acts: string[] = []
  const seen = text.replace(/<([^<>]*)>/g, (_, token: string) => {
    const date = /^!date\^\d+\^[^|]*\|(.*)$/.exec(token)
    if (date !== null) return date[1] ?? ''
    acts.push(token)
    const [to = '', words] = token.split('|')
    return words ?? to
  })
  return { text: decoded(seen.replace(/(^|\s)\*([^*\n]+)\*/g, '$1$2')), acts }
}

/** What a person reads of blocks. Plain text is what it is. */
export function readBlocks(blocks: readonly Block[]): Shown {
  const lines: string[] = []
  const acts: string[] = []
  const add = (text: { readonly type: string; readonly text: string } | undefined) => {
    if (text === undefined) return
    const read = text.type === 'mrkdwn' ? readMrkdwn(text.text) : { text: text.text, acts: [] }
    lines.push(read.text)
    acts.push(...read.acts)
  }
  for (const block of blocks) {
    if (block.type === 'header') add(block.text)
    if (block.type === 'section') for (const text of [block.text, ...(block.fields ?? [])]) add(text)
    if (block.type === 'context') for (const text of block.elements) add(text)
    if (block.type === 'image') acts.push(block.image_url)
    if (block.type === 'input') for (const text of [block.label, block.hint]) add(text)
    if (block.type !== 'actions') continue
    for (const element of block.elements) {
      add(element.type === 'button' ? element.text : element.placeholder)
      if (element.type === 'button' && element.url !== undefined) acts.push(element.url)
    }
  }
  return { text: lines.join('\n'), acts }
}

const wordsOfModal = ({ view, errors }: PlayedView) =>
  [...Object.values(errors), readBlocks(view.blocks).text].join('\n')
const people: readonly [Person, Person] = [
  { agent: 'slack:U0AGENTA', calledBy: '@U0AGENTA' },
  { agent: 'slack:U0AGENTB', calledBy: '@U0AGENTB' },
]
const userOf = ({ agent }: Person) => agent.replace('slack:', '')

export const harness: SurfaceHarness = {
  name: 'slack',
  sorts: false,
  async open(stage) {
    const slack = await openSlack(stage)
    const { player, surface } = slack
    const cards = new Map<string, string>()

    async function show(review: ReviewRow): Promise<string> {
      const card = await surface.board.show(review, cards.get(review.id) ?? null, null)
      cards.set(review.id, card)
      return tsOf(card)
    }
    const tsOf = (card: string) => card.split(':')[1] ?? ''
    const cardAt = (ts: string) => player.messages().find((m) => m.ts === ts)
    function read(ts: string): Shown {
      const card = cardAt(ts)
      if (card === undefined) throw new Error(`no card ${ts}`)
      const [body, fallback] = [readBlocks(card.blocks), readMrkdwn(card.text)]
      return { text: body.text, acts: [...body.acts, ...fallback.acts] }
    }
    async function cardOf(id: ReviewId): Promise<string | null> {
      const known = cards.get(id)
      if (known !== undefined) return tsOf(known)
      const review = await stage.desk.review(id)
      return review === null ? null : show(review)
    }

    /** What the person reads next: in the open modal, or whispered. */
    async function told(who: Person, act: () => Promise<unknown>): Promise<Told> {
      const agent = player.agent(userOf(who))
      const heard = agent.whispers().length
      await act()
      await surface.idle()
      const modal = agent.modal()
      const whisper = agent.whispers().slice(heard).at(-1)
      if (modal !== null) {
        const text = wordsOfModal(modal)
        if (whisper === undefined) await agent.cancel()
        return { outcome: 'refused', text }
      }
      const text = whisper === undefined ? '' : readBlocks(whisper.blocks).text
      return { outcome: text.startsWith('Nothing was done') ? 'refused' : 'done', text }
    }

    /** A signed click on a button that the card may not have: for stale clients, and for what is not there. */
    function click(ts: string | null, action_id: string, id: ReviewId, who: Person) {
      const value = /"value":"(\{[^}]*\})"/.exec(JSON.stringify(cardAt(ts ?? '')?.blocks ?? []))?.[1]
      const { seen = 0 } = value === undefined ? {} : JSON.parse(value.replaceAll('\\', ''))
      const stamp = `${Math.floor(stage.clock.now() / 1000)}.${String(cards.size).padStart(6, '0')}`
      return player.deliver({
        kind: 'interactive',
        payload: {
          type: 'block_actions',
          user: { id: userOf(who) },
          team: { id: player.team },
          channel: { id: channel },
          container: { type: 'message', message_ts: ts ?? '1700000000.000001', channel_id: channel },
          actions: [
            {
              action_id,
              block_id: 'b',
              type: 'button',
              action_ts: stamp,
              value: JSON.stringify({ review: id, seen }),
            },
          ],
        },
      })
    }

    async function inModal(
      who: Person,
      ts: string,
      action: 'refuse' | 'place',
      steps: readonly Record<string, string>[],
    ) {
      const agent = player.agent(userOf(who))
      await agent.press(ts, action)
      await surface.idle()
      for (const step of steps) {
        if (agent.modal()?.view.submit === undefined) return
        await agent.submit(step)
      }
    }

    let again: { readonly who: Person } | null = null
    async function decide(id: ReviewId, wish: Wish, who: Person): Promise<Told> {
      again = { who }
      const agent = player.agent(userOf(who))
      const ts = await cardOf(id)
      if (ts === null) return told(who, () => click(null, 'accept', id, who))
      if (wish.takeOver === true) {
        await agent.press(ts, 'take-over')
        await surface.idle()
      }
      const { action, code, note = '', place } = wish
      if (action === 'refuse') return told(who, () => inModal(who, ts, 'refuse', [{ reason: note }]))
      if (action === 'ask')
        return told(who, () => agent.press(ts, note === 'category' ? 'ask-what' : 'ask-where'))
      if (place !== undefined) {
        const chosen = { typed: place, choice: '0', ...(code !== undefined && { service: code }) }
        return told(who, () => inModal(who, ts, 'place', [{ typed: place }, chosen]))
      }
      if (code !== undefined) return told(who, () => agent.choose(ts, 'service', code))
      const button = JSON.stringify(cardAt(ts)?.blocks).includes('"action_id":"accept"')
      return told(who, () => (button ? agent.press(ts, 'accept') : click(ts, 'accept', id, who)))
    }

    return {
      people,
      async list() {
        for (const review of await stage.desk.reviews(100)) await show(review)
        for (const id of cards.keys()) {
          const review = await stage.desk.review(id)
          if (review !== null) await show(review)
        }
        const all = player.messages(channel).map(({ ts }) => read(ts))
        return { text: all.map((s) => s.text).join('\n\n'), acts: all.flatMap((s) => s.acts) }
      },
      async open(id) {
        const review = await stage.desk.review(id)
        return review === null ? null : read(await show(review))
      },
      decide,
      redeliver() {
        if (again === null) throw new Error('nothing was decided yet')
        return told(again.who, () => player.redeliver())
      },
      async claim(id, who, takeOver) {
        const ts = await cardOf(id)
        return told(who, () => click(ts, takeOver ? 'take-over' : 'claim', id, who))
      },
      close: slack.close,
    }
  },
}
