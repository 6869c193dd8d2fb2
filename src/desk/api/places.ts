/**
 * A place as an agent says it: typed, or as a point.
 * @module
 */
import { metresBetween } from '../../core/geo.ts'
import type { Desk, PlaceSuggestion } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'

/** At or above, the first suggestion is meant; below, the agent is asked. */
const sureAt = 0.8

export type FoundPlace =
  | { readonly found: 'one'; readonly place: Place }
  | { readonly found: 'several'; readonly places: readonly PlaceSuggestion[] }
  | { readonly found: 'none' }

/** What was typed: one place; one or several to choose from, where that is not sure; or none. */
export function typedPlace(desk: Pick<Desk, 'places'>, typed: string): FoundPlace {
  const places = desk.places(typed)
  const [first] = places
  if (first === undefined) return { found: 'none' }
  const called = places.filter(({ place }) => namesOf(place).includes(typed.trim().toLowerCase()))
  const meant = called.length === 1 ? called[0] : first.confidence >= sureAt ? first : undefined
  return meant === undefined ? { found: 'several', places } : { found: 'one', place: meant.place }
}

const namesOf = (place: Place): readonly string[] =>
  [place.address, `${place.address}, ${place.neighborhood}`, placeWords(place)].map((name) =>
    name.toLowerCase(),
  )

/** What to say where it is not sure. */
export const choiceWords = (places: readonly PlaceSuggestion[]): string =>
  places.length === 1 ? 'Only one place is a little like this' : 'Several places could be meant'

/** As far as the point of a place may lie from where the city has it. */
const nearM = 50
const longestName = 200

/**
 * The city's own words for a place that came from outside: residents and public records read them, so only the point
 * and the choice among names are the sender's. Null outside the city.
 */
export function knownPlace(desk: Pick<Desk, 'places' | 'placeAt'>, sent: Place): Place | null {
  const here = desk.placeAt(sent.lat, sent.lon)
  // Outside; or a point of the map, which is more exact than the middle of what stands there.
  if (here === null || here.address === sent.address) return here
  const called = desk
    .places(sent.address.slice(0, longestName))
    .find(({ place }) => place.address === sent.address && metresBetween(place, sent) <= nearM)
  return called?.place ?? here
}

/** `123 Tremont St, Downtown 02108`. */
export const placeWords = ({ address, neighborhood, zip }: Place): string =>
  [address, [neighborhood, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
