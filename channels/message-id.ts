/**
 * Ids of what comes in, made from what the provider calls it: the same delivery has the same id everywhere.
 * @module
 */
import { createHash } from 'node:crypto'
import type { ChannelName, MediaId, MessageId } from '../src/core/request.ts'

/** Lower-case base 32 of RFC 4648, section 6. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const idChars = 26

/** 26 characters (130 bits) of the SHA-256 of `parts`. NUL separates them: no provider's id contains one. */
function digest(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(parts.join('\0')).digest()
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < idChars) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
    if (text.length === idChars) break
  }
  return text
}

/** The id of a message by its channel and the provider's own id. Pure. */
export function messageIdOf(channel: ChannelName, providerId: string): MessageId {
  return `msg_${digest([channel, providerId])}`
}

/** The id of the file at `index` of a message. Pure. */
export function mediaIdOf(message: MessageId, index: number): MediaId {
  return `med_${digest([message, String(index)])}`
}
