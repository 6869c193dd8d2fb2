/**
 * Reads direct messages from the log of our conversations. What is read is durable before the place moves on.
 * Lexicons chat.bsky.convo.getLog, chat.bsky.convo.getConvo.
 * @module
 */
import { z } from 'zod'
import { AppError, asAppError } from '../../src/core/errors.ts'
import type { Clock, Inbound, Inbox } from '../../src/core/ports.ts'
import type { BlueskyApi } from './api.ts'
import { directIdOf, directInbound } from './direct.ts'
import { ChatLog, Conversation, DirectMessage, readLine } from './schema.ts'

export interface DirectConfig {
  readonly api: BlueskyApi
  readonly clock: Clock
  readonly everyMs: number
}
/** `from`: what is older than our first look is not ours to answer (ISO 8601). `rev`: everything up to it was read. */
const Place = z.object({ from: z.string(), rev: z.string().nullable() })
type Place = z.infer<typeof Place>
const cursor = 'direct'
const leaseMs = 60_000
const created = 'chat.bsky.convo.defs#logCreateMessage'
const deleted = 'chat.bsky.convo.defs#logDeleteMessage'

/** Reads one page of the log. After how many milliseconds to come again. Throws AppError; then it is read again. */
export function directPage({ api, clock, everyMs }: DirectConfig): (inbox: Inbox) => Promise<number> {
  const from = new Date(clock.now()).toISOString()
  return async (inbox) => {
    const held = await inbox.hold(cursor, leaseMs)
    if (held === 'held') return everyMs
    const place: Place = held.value === null ? { from, rev: null } : Place.parse(JSON.parse(held.value))
    let next = place
    try {
      const us = await api.did()
      const log = ChatLog.safeParse(
        JSON.parse(
          await api.query('chat.bsky.convo.getLog', place.rev === null ? {} : { cursor: place.rev }),
        ),
      ).data
      if (log === undefined) throw new AppError('provider-away', 'Bluesky answered with another shape')
      const lines = log.logs
        .flatMap((line) => readLine(line) ?? [])
        .filter(({ rev }) => place.rev === null || rev > place.rev)
      const ignored = new Map<string, number>()
      const ignore = (why: string): void => void ignored.set(why, (ignored.get(why) ?? 0) + 1)
      const who = whoIsThere(api, us)
      const inbound: Inbound[] = []
      for (const { $type: type, convoId, message } of lines) {
        const read = DirectMessage.safeParse(message).data
        if (convoId === undefined || read === undefined || read.sender.did === us) continue
        if (type === deleted)
          inbound.push({ kind: 'withdrawn', messageId: directIdOf(convoId, read.id), why: 'deleted' })
        if (type !== created || isDeleted(message) || read.sentAt < place.from) continue
        const stranger = await who(convoId)
        if (stranger === null) inbound.push(directInbound(convoId, read, us))
        else ignore(stranger)
      }
      if (inbound.length > 0) await inbox.take(inbound)
      for (const [why, posts] of ignored)
        inbox.log('debug', 'posts.ignored', { channel: 'bluesky', why, posts })
      // Of a later look the lines alone say how far it went, as in the network's own app.
      const start = place.rev ?? log.cursor ?? null
      const revs = [start, ...lines.map(({ rev }) => rev)]
      next = { ...place, rev: revs.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a)) }
      return lines.length > 0 && place.rev !== null ? 0 : everyMs
    } finally {
      await inbox.keep(cursor, JSON.stringify(next))
    }
  }
}

/** A message may be gone by the time its line is read. */
const isDeleted = (message: unknown): boolean =>
  (message as { readonly $type?: unknown }).$type === 'chat.bsky.convo.defs#deletedMessageView'

/** Why a conversation is left alone; null: one person wrote to us. Each is asked about once. */
function whoIsThere(api: BlueskyApi, us: string): (conversation: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>()
  async function ask(convoId: string): Promise<string | null> {
    try {
      const answer = Conversation.parse(JSON.parse(await api.query('chat.bsky.convo.getConvo', { convoId })))
      const { members, kind } = answer.convo
      const others = members.filter(({ did }) => did !== us)
      if (kind?.$type.endsWith('#groupConvo') === true || others.length !== 1) return 'group'
      const isBot = others.some(({ labels = [] }) => labels.some(({ val }) => val === 'bot'))
      return isBot ? 'automated' : null
    } catch (thrown) {
      if (asAppError(thrown).code === 'unreachable') return 'gone'
      throw thrown
    }
  }
  return (conversation) => {
    const asked = known.get(conversation) ?? ask(conversation)
    known.set(conversation, asked)
    return asked
  }
}
