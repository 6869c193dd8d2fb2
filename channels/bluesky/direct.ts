/**
 * A direct message, as a message of the domain. It joins the conversation that its author's posts are in. Pure.
 * @module
 */
import type { Inbound } from '../../src/core/ports.ts'
import type { MessageId } from '../../src/core/request.ts'
import { withPost } from '../_social/context.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import { quotedContext } from './message.ts'
import type { DirectMessage } from './schema.ts'

const providerIdOf = (conversation: string, message: string): string => `dm-${conversation}-${message}`
export const directIdOf = (conversation: string, message: string): MessageId =>
  messageIdOf('bluesky', providerIdOf(conversation, message))

/** `id` of raw is the conversation: what an answer needs is kept longest under that name. */
export function directInbound(conversation: string, direct: DirectMessage, us: string): Inbound {
  const { text: words, embed } = direct
  const { text, files, keyword, noted } = withPost(words, [], quotedContext(embed?.record, us))
  const id = directIdOf(conversation, direct.id)
  return {
    kind: 'message',
    message: {
      id,
      channel: 'bluesky',
      providerId: providerIdOf(conversation, direct.id),
      from: direct.sender.did,
      to: us,
      text: storableText(text, ''),
      media: files.map((file, at) => ({ id: mediaIdOf(id, at), ...file })),
      point: null,
      keyword,
      answeredByProvider: false,
      raw: storable({ via: 'direct', id: conversation, message: direct, ...noted }),
    },
  }
}
