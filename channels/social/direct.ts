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

/** X ends the text of a message that has a file with a link to it. */
const ownLink = /\s{0,5}https:\/\/t\.co\/\w{1,20}\s{0,5}$/

/** Null for what we wrote ourselves and for what is no message (somebody joined). */
export function directMessage(direct: Direct, includes: Includes, us: string): InboundMessage | null {
  if (direct.sender_id === us || direct.event_type !== 'MessageCreate') return null
  const providerId = `dm-${direct.id}`
  const id = messageIdOf('social', providerId)
  const keys = direct.attachments?.media_keys ?? []
  const files = mediaRefsOf(keys, includes)
  const text = storableText(unescaped(keys.length === 0 ? direct.text : direct.text.replace(ownLink, '')), '')
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
    raw: storable({
      ...direct,
      via: 'direct',
      ...(keys.length > 0 && {
        includes: { media: (includes.media ?? []).filter((one) => keys.includes(one.media_key)) },
      }),
    }),
  }
}
