/** Words and points that look like a place and are none, or not the one meant. @module */
import type { Hints } from '../../src/core/understanding.ts'
import type { CityWords } from './city-words.ts'
import { metresBetween } from './geometry.ts'
import { inventedAt } from './invented.ts'
import type { ResolvedPlace } from './resolve.ts'
import type { Token } from './tokens.ts'
import { unlistedAt } from './unlisted.ts'

/** A point that software sets where it knows none is met again to the last digit. Metres. */
const defaultM = 3
/** Below the confidence at which a place is read back: the resident is asked where it is. */
const defaultPoint = 0.05
/** Enough to be read back for a yes or no, never to be filed unasked. */
const readBack = 0.6

/** The pin or device stands where software puts whatever it cannot place. A photo's own position is believed. */
export const isDefaultPoint = ({ point }: Hints, { defaults }: CityWords): boolean =>
  point !== undefined &&
  point.from !== 'photo' &&
  defaults.points.some((other) => metresBetween(point, other) < defaultM)

/** The place of a default point, not to be believed. */
export const doubtDefaultPoint = (place: ResolvedPlace): ResolvedPlace => ({
  ...place,
  confidence: defaultPoint,
  doubt: 'default',
})

/** An address that forms fill in where none is known: it may be meant, so it is asked. */
export const doubtDefaultAddress = (place: ResolvedPlace, { defaults }: CityWords): ResolvedPlace =>
  place.value && place.mention !== null && defaults.addresses.includes(place.value.address)
    ? { ...place, confidence: Math.min(place.confidence, readBack), alternatives: [], doubt: 'default' }
    : place

const nothing = (text: string, tokens: readonly Token[], from: number, to: number): ResolvedPlace => {
  const span = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0] as const
  return {
    value: null,
    confidence: 0.9,
    alternatives: [],
    evidence: [span],
    mention: text.slice(...span),
    needs: null,
    outside: null,
    span,
  }
}

/** "4 Privet Drive" is nowhere; "123 Main St" is a real address of the city and everybody's example. */
export function doubtInvented(
  text: string,
  tokens: readonly Token[],
  places: readonly ResolvedPlace[],
): readonly ResolvedPlace[] {
  const at = inventedAt(tokens)
  if (!at) return places
  const numbered = /^\d{1,5}$/.test(tokens[at.from - 1]?.word ?? '')
  const none: ResolvedPlace = {
    ...nothing(text, tokens, numbered ? at.from - 1 : at.from, at.to),
    doubt: 'invented',
  }
  const [start, end] = none.span
  const meant = ({ span }: ResolvedPlace): boolean => span[0] < end && span[1] > start
  const rest = places.filter((place) => !meant(place))
  const real = places.filter(
    (place) => meant(place) && place.value !== null && place.doubt !== 'number' && place.confidence > 0.3,
  )
  if (real.length > 0)
    return places.map((place) =>
      real.includes(place)
        ? { ...place, confidence: Math.min(place.confidence, readBack), alternatives: [], doubt: 'invented' }
        : place,
    )
  return rest.some(({ mention }) => mention !== null) ? rest : [none]
}

const between =
  /^(?:[\s,.:;()#-]|\b(?:on|at|in|by|near|of|the|front|across|from|and|corner|en|nan|na)\b){0,12}$/i

/** Keeps the words of a pole, stop or school with the place they stand beside; alone they are a place we can't point to. */
export function keepUnlisted(
  text: string,
  tokens: readonly Token[],
  places: readonly ResolvedPlace[],
): readonly ResolvedPlace[] {
  const at = unlistedAt(tokens)
  if (!at) return places
  const none: ResolvedPlace = { ...nothing(text, tokens, at.from, at.to), doubt: 'unlisted' }
  const [start, end] = none.span
  const [first, ...rest] = places
  if (!first || first.mention === null) return first ? places : [none]
  const [from, to] = first.span
  // "Curley school" stands inside "Curley Community Center": known after all.
  if (from < end && to > start) return places
  const gap = end <= from ? text.slice(end, from) : text.slice(to, start)
  if (!between.test(gap)) return places
  const span = [Math.min(from, start), Math.max(to, end)] as const
  const evidence = [...first.evidence, ...none.evidence]
  return [{ ...first, span, mention: text.slice(...span), evidence }, ...rest]
}

const addressee = /^city hall$/
const where = /^(?:at|near|outside|behind|by|around|inside|in|opposite|beside|until|till)$/

/** "City Hall" in "I called City Hall" is who, not where: it is a place behind a word for place, or alone. */
export function isAddressed(tokens: readonly Token[], from: number, to: number): boolean {
  const name = tokens.slice(from, to).map(({ word }) => word)
  if (name[0] === 'boston') name.shift()
  if (!addressee.test(name.join(' ')) || tokens.length <= 3) return false
  let at = from - 1
  while (at >= 0 && from - at < 4 && /^(?:the|of|from|to|boston)$/.test(tokens[at]?.word ?? '')) at -= 1
  const before = tokens[at]?.word ?? ''
  return !(where.test(before) || /^(?:front|across|next|outside)$/.test(before))
}
