/**
 * A request of an app as a message of the domain. Pure.
 * @module
 */
import type { Inbound } from '../../src/core/ports.ts'
import { inlineUrl } from '../../src/core/ports.ts'
import type { Contact, MediaRef } from '../../src/core/request.ts'
import { type Form, fieldOf, recordOf } from '../form.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import { publicFileUrl } from './public-file.ts'
import { type Open311Raw, senderOf } from './schema.ts'

/** What a pin on a phone is right to. Metres. */
const pinAccuracyM = 25

export const ours = 'open311'

/** One message: a report with what its fields state, that nobody can be asked about. */
export function inboundOf(raw: Open311Raw): readonly Inbound[] {
  const id = messageIdOf('open311', raw.id)
  const files = raw.photos.map(({ bytes, announcedType }, n) => ({
    id: mediaIdOf(id, n),
    bytes,
    announcedType: storableText(announcedType, ''),
  }))
  const media: MediaRef[] = files.map((file) => ({
    id: file.id,
    url: inlineUrl(file.id),
    announcedType: file.announcedType,
  }))
  if (raw.mediaUrl !== null)
    media.push({
      id: mediaIdOf(id, files.length),
      url: publicFileUrl(storableText(raw.mediaUrl, '')),
      announcedType: '',
    })
  const { point, fields } = raw
  return [
    {
      kind: 'message',
      files: files.map(({ id, bytes }) => ({ id, bytes })),
      message: {
        id,
        channel: 'open311',
        providerId: raw.id,
        from: storableText(senderOf(fields) ?? `request:${raw.id}`, ''),
        to: ours,
        text: storableText(raw.description, ''),
        media,
        point: point && { ...point, accuracyM: pinAccuracyM },
        keyword: null,
        answeredByProvider: false,
        stated: {
          service_code: raw.service.code,
          address: raw.addressString === null ? null : storableText(raw.addressString, ''),
          attributes: Object.fromEntries(
            Object.entries(raw.attributes).map(([code, answer]) => [code, storableText(answer, '')]),
          ),
          contact: contactOf(fields),
          language: null,
          final: true,
        },
        raw: storable(recordOf(fields)),
      },
    },
  ]
}

function contactOf(fields: Form['fields']): Contact | null {
  const of = (name: string): string | null => {
    const value = fieldOf({ fields, files: [] }, name)
    return value === null ? null : storableText(value.trim().slice(0, 200), '')
  }
  const name = [of('first_name'), of('last_name')].filter((one) => one !== null).join(' ')
  const contact = { name: name === '' ? null : name, phone: of('phone'), email: of('email') }
  return Object.values(contact).every((one) => one === null) ? null : contact
}
