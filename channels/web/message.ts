/**
 * A form as a message of the domain. Pure.
 * @module
 */
import type { Inbound, InlineFile } from '../../src/core/ports.ts'
import { inlineUrl } from '../../src/core/ports.ts'
import type { Contact, InboundMessage, MessageId } from '../../src/core/request.ts'
import { type FormFile, recordOf } from '../form.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import type { WebRaw } from './schema.ts'

export const ours = 'web'

/** One message, or none while something is wrong with the form. An answer is read in the light of its question. */
export function inboundOf(raw: WebRaw): readonly Inbound[] {
  if (raw.step === 'show' || raw.problems.length > 0) return []
  const id = messageIdOf('web', raw.id)
  const { files, media } = filesOf(id, raw.photos)
  const clean = (text: string): string => storableText(text, '')
  const words = clean(raw.words)
  const address = clean(raw.address)
  const message: InboundMessage = {
    id,
    channel: 'web',
    providerId: raw.id,
    from: raw.conversation,
    to: ours,
    text: raw.step === 'answer' ? words || address : words,
    media,
    point: raw.point,
    keyword: null,
    answeredByProvider: false,
    ...(raw.silent && { silent: true }),
    raw: storable(recordOf(raw.fields)),
  }
  if (raw.step === 'answer') return [{ kind: 'message', message, files }]
  const stated: InboundMessage['stated'] = {
    service_code: raw.service,
    address: address === '' ? null : address,
    attributes: Object.fromEntries(Object.entries(raw.answers).map(([code, text]) => [code, clean(text)])),
    contact: raw.contact && storableContact(raw.contact),
    // Whoever did not choose another language may still write in one.
    language: raw.language === 'en' ? null : raw.language,
    final: false,
  }
  return [{ kind: 'message', message: { ...message, stated }, files }]
}

/** Photos that came inside a form, and how its message names them. */
export function filesOf(
  message: MessageId,
  photos: readonly FormFile[],
): { readonly files: readonly InlineFile[]; readonly media: InboundMessage['media'] } {
  const files = photos.map(({ bytes }, n) => ({ id: mediaIdOf(message, n), bytes }))
  return {
    files,
    media: files.map(({ id }, n) => ({
      id,
      url: inlineUrl(id),
      announcedType: storableText(photos[n]?.announcedType ?? '', ''),
    })),
  }
}

const storableContact = ({ name, phone, email }: Contact): Contact => ({
  name: name && storableText(name, ''),
  phone: phone && storableText(phone, ''),
  email: email && storableText(email, ''),
})
