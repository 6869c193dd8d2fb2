/**
 * Where the problem is: places named in a message, and the address of a point.
 * @module
 */
import type { Classify, Hints, LocationSuggestion, Place } from '../../src/core/understanding.ts'
import { answerOf } from './answers.ts'
import { abstain, find } from './find.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Point } from './geometry.ts'
import { placeAt } from './place-at.ts'
import type { ResolvedPlace } from './resolve.ts'

export type { CityWords } from './city-words.ts'
export { completer } from './complete.ts'
export { abstain } from './find.ts'
export { createGazetteer, type Gazetteer, type GazetteerData } from './gazetteer.ts'
export type { ResolvedPlace } from './resolve.ts'

/**
 * All places of a message, the one that tells where the problem is first, each with the span of its words.
 * A short answer to our question counts as one. Where the text names none, the place of the photo or pin
 * stands alone (`mention` null, empty span); empty where nothing is known. Never throws.
 */
export function placesFinder(gazetteer: Gazetteer): (text: string, hints: Hints) => readonly ResolvedPlace[] {
  return (text, hints) => {
    const answer = answerOf(text, hints, gazetteer)
    return answer ? [{ ...answer, span: [0, text.length] }] : find(text, hints, gazetteer).places
  }
}

/** The main place of a message. Text that names none gives the photo's place or abstains. */
export function locationClassifier(gazetteer: Gazetteer): Classify<LocationSuggestion> {
  const places = placesFinder(gazetteer)
  return (text, hints) => {
    const [main] = places(text, hints)
    if (!main) return abstain()
    const { span: _, ...suggestion } = main
    return suggestion
  }
}

/** Nearest address and neighborhood of a point; null outside the city. Below 1 ms; builds the address grid, about 20 ms. */
export function reverseGeocoder(gazetteer: Gazetteer): (point: Point) => Place | null {
  const { south, west } = gazetteer.words.bounds
  gazetteer.addresses.nearest({ lat: south, lon: west })
  return (point) => placeAt(point, gazetteer)
}
