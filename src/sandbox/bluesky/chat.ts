/**
 * The service that has the direct messages, behind the account's own server. Lexicons chat.bsky.convo.
 * @module
 */
import { type Context, Hono } from 'hono'
import { authorOf, recordOf, type Stage } from './shapes.ts'
import type { PlayedDirect } from './types.ts'

const proxy = 'did:web:api.bsky.chat#bsky_chat'
const longest = 1_000
/** Lines of the log at once. */
const pageSize = 20
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

interface Conversation {
  readonly id: string
  readonly members: readonly string[]
  isAccepted: boolean
}
interface Line {
  readonly rev: string
  readonly type: 'Begin' | 'Accept' | 'Create' | 'Delete'
  readonly convoId: string
  readonly message: PlayedDirect | null
}
export interface ChatOptions {
  readonly stage: Stage
  readonly us: string
  readonly now: () => number
  readonly closed: boolean
  /** Faults and identity; null: go on. */
  readonly gate: (c: Context, method: string) => Response | 'lost' | null
  readonly cut: (c: Context) => Response
}

export function playedChat({ stage, us, now, closed, gate, cut }: ChatOptions) {
  const conversations = new Map<string, Conversation>()
  const messages: PlayedDirect[] = []
  const lines: Line[] = []
  let sequence = 0

  const tell = (type: Line['type'], convoId: string, message: PlayedDirect | null): void => {
    lines.push({ rev: `3l${String(lines.length).padStart(11, '0')}`, type, convoId, message })
  }
  const conversationOf = (did: string, isGroup: boolean): Conversation => {
    const id = `${isGroup ? 'group' : 'convo'}-${did.slice(-8)}`
    const known = conversations.get(id)
    if (known !== undefined) return known
    const members = isGroup ? [us, did, 'did:plc:somebodyelse'] : [us, did]
    const made = { id, members, isAccepted: false }
    conversations.set(id, made)
    tell('Begin', id, null)
    return made
  }
  function write(convoId: string, authorDid: string, text: string, quotes: string | null): PlayedDirect {
    sequence += 1
    const message = { id: `3l${sequence}`, convoId, authorDid, text, at: now(), quotes, isGone: false }
    messages.push(message)
    tell('Create', convoId, message)
    return message
  }
  const viewOf = (message: PlayedDirect) => {
    const about = {
      id: message.id,
      rev: lines.find((line) => line.message === message)?.rev ?? '',
      sender: { did: message.authorDid },
      sentAt: new Date(message.at).toISOString(),
    }
    if (message.isGone) return { $type: 'chat.bsky.convo.defs#deletedMessageView', ...about }
    const shared = stage.posts.get(message.quotes ?? '')
    return {
      $type: 'chat.bsky.convo.defs#messageView',
      ...about,
      text: message.text,
      ...(shared !== undefined &&
        !shared.isGone && {
          embed: { $type: 'app.bsky.embed.record#view', record: recordOf(stage, shared) },
        }),
    }
  }

  const refused = (c: Context, status: number, error: string, message = 'The server says no') =>
    c.json({ error, message }, status as 400)
  /** What stands in front of every method of the chat. */
  function door(c: Context, method: string): Response | 'lost' | null {
    const stop = gate(c, method)
    if (stop !== null && stop !== 'lost') return stop
    if (c.req.header('atproto-proxy') !== proxy) return refused(c, 501, 'MethodNotImplemented')
    if (closed) return refused(c, 400, 'InvalidToken', 'Bad token method')
    return stop
  }
  const app = new Hono()
  const query = (method: string, answer: (c: Context) => Response) =>
    app.get(`/xrpc/chat.bsky.convo.${method}`, (c) => {
      const stop = door(c, method)
      return stop === null ? answer(c) : stop === 'lost' ? cut(c) : stop
    })
  query('getLog', (c) => {
    const after = c.req.query('cursor')
    const shown = after === undefined ? [] : lines.filter(({ rev }) => rev > after).slice(0, pageSize)
    const last = (after === undefined ? lines.at(-1) : shown.at(-1))?.rev ?? after ?? '3k22222222222'
    return c.json({
      cursor: last,
      logs: shown.map(({ rev, type, convoId, message }) => ({
        $type: `chat.bsky.convo.defs#log${type}${message === null ? 'Convo' : 'Message'}`,
        rev,
        convoId,
        ...(message !== null && { message: viewOf(message) }),
      })),
    })
  })
  query('getConvo', (c) => {
    const found = conversations.get(c.req.query('convoId') ?? '')
    if (found === undefined) return refused(c, 400, 'InvalidConvo')
    const isGroup = found.members.length > 2
    return c.json({
      convo: {
        id: found.id,
        rev: '0',
        members: found.members.map((did) => authorOf(stage, did)),
        muted: false,
        status: found.isAccepted ? 'accepted' : 'request',
        unreadCount: 0,
        kind: { $type: `chat.bsky.convo.defs#${isGroup ? 'group' : 'direct'}Convo` },
      },
    })
  })
  query('getMessages', (c) => {
    const id = c.req.query('convoId') ?? ''
    if (!conversations.has(id)) return refused(c, 400, 'InvalidConvo')
    const shown = messages.filter(({ convoId }) => convoId === id).toReversed()
    return c.json({ messages: shown.slice(0, Number(c.req.query('limit') ?? 50)).map(viewOf) })
  })
  app.post('/xrpc/chat.bsky.convo.acceptConvo', async (c) => {
    const stop = door(c, 'acceptConvo')
    if (stop !== null && stop !== 'lost') return stop
    const { convoId } = (await c.req.json()) as { convoId: string }
    const found = conversations.get(convoId)
    if (found === undefined) return refused(c, 400, 'InvalidConvo')
    const before = found.isAccepted
    found.isAccepted = true
    if (!before) tell('Accept', convoId, null)
    return stop === 'lost' ? cut(c) : c.json(before ? {} : { rev: lines.at(-1)?.rev })
  })
  app.post('/xrpc/chat.bsky.convo.sendMessage', async (c) => {
    const stop = door(c, 'sendMessage')
    if (stop !== null && stop !== 'lost') return stop
    const { convoId, message } = (await c.req.json()) as { convoId: string; message: { text?: string } }
    const found = conversations.get(convoId)
    const text = message.text ?? ''
    if (found === undefined) return refused(c, 400, 'InvalidConvo')
    if (!found.isAccepted || text === '' || [...characters.segment(text)].length > longest)
      return refused(c, 400, 'InvalidRequest')
    const sent = write(convoId, us, text, null)
    return stop === 'lost' ? cut(c) : c.json(viewOf(sent))
  })
  return {
    app,
    direct: (did: string, text: string, isGroup: boolean, quotes: string | null): string =>
      write(conversationOf(did, isGroup).id, did, text, quotes).id,
    remove(id: string): void {
      const message = messages.find((one) => one.id === id)
      if (message === undefined) return
      message.isGone = true
      tell('Delete', message.convoId, message)
    },
    messages: (): readonly PlayedDirect[] => messages,
    conversation: (did: string): Conversation => conversationOf(did, false),
  }
}
