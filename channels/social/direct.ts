/**
 * A direct message, as a message of the domain. It joins the conversation that its author's posts are in. Pure.
 * @module
 */
import type { InboundMessage } from '../../src/core/request.ts'
import { keywordOf } from '../_social/words.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import { mediaRefsOf } from './files.ts'
import { unescaped } from './post.ts'
import type { Direct, Includes } from './schema.ts'

/** Null for what we wrote ourselves and for what is no message (somebody joined). */
export function directMessage(direct: Direct, includes: Includes, us: string): InboundMessage | null {
  if (direct.sender_id === us || direct.event_type !== 'MessageCreate') return null
  const providerId = `dm-${direct.id}`
  const id = messageIdOf('social', providerId)
  const text = storableText(unescaped(direct.text), '')
  const files = mediaRefsOf(direct.attachments?.media_keys ?? [], includes)
  return {
    id,
    channel: 'social',
    providerId,
    from: direct.sender_id,
    to: us,
    text,
    media: files.map((file, at) => ({ id: mediaIdOf(id, at), ...file })),
    point: null,
    keyword: keywordOf(text),
    answeredByProvider: false,
    raw: storable({ ...direct, via: 'direct' }),
  }
}
