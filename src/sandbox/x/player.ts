import { createHmac } from 'node:crypto'
import type { Hono } from 'hono'
import { apiRoutes } from './routes.ts'
import { directEvent, includesOf, postShape } from './shapes.ts'
import { stateOf } from './state.ts'
import type { PlayerOptions, XPlayer } from './types.ts'

/** `sha256=` and base64 of HMAC-SHA256, as X signs events and answers challenges. */
export const eventSignature = (secret: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`

/** X in memory. */
export function xPlayer(options: PlayerOptions): XPlayer {
  const state = stateOf(options)
  const { userId, keys, clock } = options
  const envelope = (id: string, type: string, payload: unknown, includes: unknown) => ({
    data: {
      event_uuid: `-${id}`,
      filter: { user_id: userId },
      event_type: type,
      tag: 'intake',
      payload,
      includes,
    },
  })
  const eventOf = (id: string): unknown => {
    const post = state.posts.get(id)
    if (post?.isGone === true) return envelope(id, 'post.delete', { id, author_id: post.authorId }, {})
    if (post !== undefined)
      return envelope(
        id,
        'post.mention.create',
        postShape(state, post),
        includesOf(state, [post], '').includes,
      )
    const direct = state.directs.find((one) => one.id === id)
    if (direct === undefined) throw new Error('no such post or message')
    const event = directEvent(state, direct, userId)
    return envelope(id, 'dm.received', { direct_message_events: [event] }, {})
  }
  return {
    app: apiRoutes(state) as unknown as Hono,
    post: (author, text, files = [], replyTo = null, more = {}) =>
      state.write(state.accountId(author), text, { ...more, files, replyTo }).id,
    edit: state.edit,
    remove(id) {
      const post = state.posts.get(id)
      if (post !== undefined) post.isGone = true
    },
    direct(author, text, file) {
      const id = state.newId()
      const from = state.accountId(author)
      const key = file === undefined ? null : `3_${id}`
      if (file !== undefined && key !== null) state.files.set(key, file)
      state.directs.push({ id, from, with: from, text, at: clock.now(), file: key })
      return id
    },
    replies: state.replies,
    posts: () => [...state.posts.values()],
    accountId: state.accountId,
    fault: state.addFault,
    calls: () => state.calls,
    spent: state.spent,
    event(id) {
      const body = JSON.stringify(eventOf(id))
      return {
        body,
        headers: {
          'content-type': 'application/json',
          'x-twitter-webhooks-signature': eventSignature(keys.appSecret, body),
        },
      }
    },
  }
}
