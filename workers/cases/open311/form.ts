import type { Filing } from '../../../src/core/ports.ts'
import type { Answers } from './attributes.ts'
import { describe } from './description.ts'
import type { Form, Open311Config } from './types.ts'

/** Further away than this, a pin would send a crew to the middle of a street or a neighborhood. Meters. */
const pinWithinM = 250

/**
 * The fields of one POST. The first photo has a field of its own, further ones are links in the description; contact
 * is sent only where it is part of the filing.
 */
export function requestForm(
  { request, mediaUrls, contact }: Filing,
  code: string,
  answers: Answers,
  config: Pick<Open311Config, 'apiKey'>,
): Form {
  const { place } = request
  const [photo, ...photos] = mediaUrls
  const description = describe({
    words: request.description,
    left: answers.left,
    photos,
    reference: request.reference,
  })
  const point =
    place !== null && place.kind !== 'neighborhood' && place.accuracyM <= pinWithinM ? place : null
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['api_key', config.apiKey],
    ['service_code', code],
    ['lat', point?.lat.toString()],
    ['long', point?.lon.toString()],
    ['address_string', place === null ? null : addressLine(place)],
    ['description', description],
    ['media_url', photo],
    ['phone', contact?.phone],
    ['email', contact?.email],
    ...answers.fields,
  ]
  return fields.flatMap(([name, value]) => (value == null || value === '' ? [] : [[name, value] as const]))
}

/** From most specific to most general, as the specification asks. */
const addressLine = ({ address, neighborhood, zip }: NonNullable<Filing['request']['place']>): string =>
  [address, neighborhood !== null && !address.includes(neighborhood) ? neighborhood : null, zip]
    .filter((part) => part !== null && part !== '')
    .join(', ')
