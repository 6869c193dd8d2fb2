import type { Geocoded, Geocoder, GeoPoint } from '../core/ports.ts'
import type { Hints, LocationSuggestion, Place } from '../core/understanding.ts'
import { cleanQuery } from './query.ts'

/** The readings that the classifiers have of places; both are synchronous and never throw. */
export interface Gazetteer {
  /** All places of a text, the main one first. */
  find(text: string, hints: Hints): readonly LocationSuggestion[]
  /** The address nearest to a point, with its own point. */
  nearest(point: GeoPoint): Place | null
}

const most = 6

/** The built-in facts as a geocoder: always there, and nothing leaves the process. */
export function gazetteerGeocoder({ find, nearest }: Gazetteer): Geocoder {
  return {
    name: 'gazetteer',
    async find(written, { near }) {
      const query = cleanQuery(written)
      if (query === null) return []
      const point = near && ({ ...near, accuracyM: 100, from: 'pin' } as const)
      const [main] = find(query, { expecting: 'location', ...(point && { point }) })
      // A point alone is no reading of the words.
      if (main === undefined || main.value === null || main.mention === null) return []
      const all: Geocoded[] = [
        { place: main.value, score: main.confidence },
        ...main.alternatives.map(({ value, confidence }) => ({ place: value, score: confidence })),
      ]
      return all.slice(0, most)
    },
    reverse: async (point) => nearest(point),
  }
}
