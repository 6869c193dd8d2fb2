/**
 * A resident's message out of Twilio's fields. Pure.
 * @module
 */
import type { InboundMessage, MediaRef, MessageId } from '../../src/core/request.ts'
import { type Fields, fieldText } from '../_twilio/form.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable, storableText } from '../storable.ts'
import { keywordOf } from './keyword.ts'
import { cleanField } from './schema.ts'

/** Shared positions come without an accuracy: a pin is dropped by hand, a phone outdoors is about this good. */
const sharedPointAccuracyM = 25

/** The normalised message. `raw` is every field, in the form a ledger can hold (see `storable`). */
export function messageOf(fields: Fields): InboundMessage {
  const providerId = cleanField(fields, 'MessageSid')
  const id = messageIdOf('sms', providerId)
  const to = cleanField(fields, 'To')
  // A tapped button of a rich message has its words in ButtonText.
  const text = storableText(fieldText(fields, 'Body') || fieldText(fields, 'ButtonText'), '')
  return {
    id,
    channel: 'sms',
    providerId,
    from: cleanField(fields, 'From'),
    to,
    text,
    media: mediaOf(fields, id),
    point: pointOf(fields),
    ...keywordOf(text, {
      optOutType: cleanField(fields, 'OptOutType'),
      to,
      inService: fieldText(fields, 'MessagingServiceSid') !== '',
    }),
    raw: storable(fields),
  }
}

/** Whatever MediaUrlN there are, in order of N. NumMedia is not asked: what it counts is there or is not. */
function mediaOf(fields: Fields, message: MessageId): readonly MediaRef[] {
  return Object.keys(fields)
    .flatMap((name) => {
      const index = /^MediaUrl(\d{1,3})$/.exec(name)?.[1]
      if (index === undefined) return []
      const url = cleanField(fields, name)
      return url === '' ? [] : [{ index, url }]
    })
    .sort((a, b) => Number(a.index) - Number(b.index))
    .map(({ index, url }) => ({
      id: mediaIdOf(message, Number(index)),
      url,
      announcedType: cleanField(fields, `MediaContentType${index}`) || 'application/octet-stream',
    }))
}

/** A shared position (WhatsApp, RCS). Null Island is what software says that has no position. */
function pointOf(fields: Fields): InboundMessage['point'] {
  const [latitude, longitude] = [cleanField(fields, 'Latitude'), cleanField(fields, 'Longitude')]
  const [lat, lon] = [Number(latitude), Number(longitude)]
  if (latitude === '' || longitude === '' || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return null
  return lat === 0 && lon === 0 ? null : { lat, lon, accuracyM: sharedPointAccuracyM }
}
