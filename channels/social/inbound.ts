/**
 * What a delivery or a page holds for us. Pure.
 * @module
 */
import type { Inbound } from '../../src/core/ports.ts'
import type { Ignored } from '../_social/summons.ts'
import { messageIdOf } from '../message-id.ts'
import { directMessage } from './direct.ts'
import { postMessage } from './post.ts'
import type { XRaw } from './schema.ts'

/** `ignored` hears of each post that is not for us. */
export function inboundOf(
  raw: XRaw,
  us: string,
  ignored: (why: Ignored) => void = () => undefined,
): readonly Inbound[] {
  switch (raw.kind) {
    case 'posts':
      return raw.posts.flatMap((post) => {
        const message = postMessage(post, raw.includes, us)
        if (!('ignored' in message)) return [{ kind: 'message', message }]
        ignored(message.ignored)
        return []
      })
    case 'direct':
      return raw.messages.flatMap((one) => {
        const message = directMessage(one, raw.includes, us)
        return message === null ? [] : [{ kind: 'message', message }]
      })
    case 'deleted':
      return raw.ids.map((id) => ({
        kind: 'withdrawn',
        messageId: messageIdOf('social', id),
        why: 'deleted',
      }))
    case 'crc':
    case 'other':
      return []
  }
}
