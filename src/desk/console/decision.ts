/**
 * The form of a review as it comes in, and the command it means.
 * @module
 */
import { z } from 'zod'
import { Slug } from '../../core/catalogue.ts'
import type { Desk, DeskCommand, ReviewRow } from '../../core/ports.ts'
import { Place } from '../../core/understanding.ts'
import { choiceWords, knownPlace, typedPlace } from '../api/places.ts'
import { readableReason } from '../api/reason.ts'
import { needsService } from '../api/summary.ts'
import { isSettled } from '../suggestions.ts'
import type { Entered } from './review-page.ts'

const absent = z.literal('').transform(() => undefined)
const Degrees = z
  .string()
  .trim()
  .regex(/^-?\d{1,3}(\.\d{1,12})?$/, 'degrees like 42.3601')
  .transform(Number)
const SpotText = z
  .string()
  .max(1000)
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })

/** Empty fields are absent ones: a form sends them all. */
export const DecisionForm = z.object({
  key: z.string().regex(/^[\w-]{16,64}$/),
  seen: z.coerce.number().int().nonnegative(),
  action: z.enum(['accept', 'refuse', 'ask-location', 'ask-category', 'find']),
  code: absent.or(Slug).optional(),
  other: absent.or(Slug).optional(),
  spot: absent.or(SpotText.pipe(Place)).optional(),
  place: z.string().trim().max(200).default(''),
  lat: absent.or(Degrees).optional(),
  lon: absent.or(Degrees).optional(),
  note: z.string().transform(readableReason).pipe(z.string().max(300)).default(''),
  takeOver: z.literal('1').optional(),
})
export type DecisionForm = z.infer<typeof DecisionForm>

export type Meant =
  | { readonly ok: true; readonly command: Omit<DeskCommand, 'agent' | 'key'> }
  | { readonly ok: false; readonly words: string; readonly field: string; readonly entered: Entered }

/** Whatever was typed last counts: words before a point, a point before what was chosen. */
export function commandOf(
  desk: Pick<Desk, 'places' | 'placeAt'>,
  review: ReviewRow,
  form: DecisionForm,
): Meant {
  const base = {
    reviewId: review.id,
    surface: 'console',
    seen: form.seen,
    ...(form.takeOver === undefined ? {} : { takeOver: true }),
  }
  if (form.action === 'refuse') return { ok: true, command: { ...base, action: 'refuse', note: form.note } }
  if (form.action === 'ask-location' || form.action === 'ask-category')
    return {
      ok: true,
      command: { ...base, action: 'ask', note: form.action === 'ask-category' ? 'category' : 'location' },
    }
  const chosen = form.other ?? form.code
  if (form.action === 'accept' && chosen === undefined && needsService(review) && !isSettled(review))
    return {
      ok: false,
      words: 'Choose a service first: what is suggested is a guess.',
      field: 'service-choices',
      entered: form.place === '' ? {} : { typed: form.place },
    }
  const code = chosen === review.request.service_code ? undefined : chosen
  const spot = placeOf(desk, form)
  const entered = {
    ...(chosen === undefined ? {} : { code: chosen }),
    ...(form.place === '' ? {} : { typed: form.place }),
  }
  if ('words' in spot) return { ok: false, ...spot, entered: { ...entered, ...spot.entered } }
  const { place } = spot
  if (form.action === 'find')
    return {
      ok: false,
      words: place === undefined ? 'Write the place first.' : 'Found. Check it, then accept.',
      field: 'place-search',
      entered: {
        ...(chosen === undefined ? {} : { code: chosen }),
        ...(place === undefined ? {} : { place }),
      },
    }
  return {
    ok: true,
    command: {
      ...base,
      action: code === undefined && place === undefined ? 'accept' : 'change',
      ...(code === undefined ? {} : { code }),
      ...(place === undefined ? {} : { place }),
    },
  }
}

type Spot =
  | { readonly place: Place | undefined }
  | { readonly words: string; readonly field: string; readonly entered: Entered }

function placeOf(
  desk: Pick<Desk, 'places' | 'placeAt'>,
  { place: typed, lat, lon, spot }: DecisionForm,
): Spot {
  if (typed !== '') {
    const found = typedPlace(desk, typed)
    if (found.found === 'one') return { place: found.place }
    return found.found === 'none'
      ? { words: `No place in the city is called “${typed}”.`, field: 'place-search', entered: {} }
      : {
          words: `${choiceWords(found.places)}: choose it below, or write another.`,
          field: 'place-choices',
          entered: { places: found.places },
        }
  }
  if (lat !== undefined && lon !== undefined) {
    const place = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? desk.placeAt(lat, lon) : null
    return place === null
      ? { words: 'This point lies outside the city.', field: 'lat', entered: {} }
      : { place }
  }
  if (spot === undefined) return { place: undefined }
  const place = knownPlace(desk, spot)
  return place === null
    ? { words: 'This place lies outside the city.', field: 'place-choices', entered: {} }
    : { place }
}
