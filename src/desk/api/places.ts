/**
 * A place as an agent says it: typed, or as a point.
 * @module
 */
import type { Desk, PlaceSuggestion } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'

/** At or above, the first suggestion is meant; below, the agent is asked. */
const sureAt = 0.8

export type FoundPlace =
  | { readonly found: 'one'; readonly place: Place }
  | { readonly found: 'several'; readonly places: readonly PlaceSuggestion[] }
  | { readonly found: 'none' }

/** What was typed: one place, several to choose from, or none. */
export function typedPlace(desk: Pick<Desk, 'places'>, typed: string): FoundPlace {
  const places = desk.places(typed)
  const [first, ...others] = places
  if (first === undefined) return { found: 'none' }
  return others.length === 0 || first.confidence >= sureAt
    ? { found: 'one', place: first.place }
    : { found: 'several', places }
}

/** Whether a place that came from outside lies in the city. */
export const isInCity = (desk: Pick<Desk, 'placeAt'>, { lat, lon }: Place): boolean =>
  desk.placeAt(lat, lon) !== null

/** `123 Tremont St, Downtown 02108`. */
export const placeWords = ({ address, neighborhood, zip }: Place): string =>
  [address, [neighborhood, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
