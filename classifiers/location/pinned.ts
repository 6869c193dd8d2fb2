/** Places that come as a point: written coordinates, a photo's or phone's position. @module */
import type { Hints } from '../../src/core/understanding.ts'
import { coordinatesIn } from './coordinates.ts'
import { doubtDefaultPoint } from './doubts.ts'
import type { Gazetteer } from './gazetteer.ts'
import { metresBetween } from './geometry.ts'
import { placeAt } from './place-at.ts'
import type { ResolvedPlace } from './resolve.ts'

/** "42.3012,-71.0642" or a link to a map that holds it. */
export function fromText(text: string, gazetteer: Gazetteer): readonly ResolvedPlace[] {
  const written = coordinatesIn(text, gazetteer.words)
  const value = written ? placeAt(written.point, gazetteer) : null
  if (!written || !value) return []
  const { span } = written
  const lost = gazetteer.words.defaults.points.some((other) => metresBetween(other, written.point) < 3)
  const place: ResolvedPlace = {
    value,
    confidence: 0.9,
    alternatives: [],
    evidence: [span],
    mention: text.slice(...span),
    needs: null,
    outside: null,
    span,
  }
  return [lost ? doubtDefaultPoint(place) : place]
}

/** The place of the hints' point, or null where there is none in the city. */
export function fromPoint(hints: Hints, gazetteer: Gazetteer): ResolvedPlace | null {
  const value = hints.point ? placeAt(hints.point, gazetteer) : null
  if (!value || !hints.point) return null
  const accuracyM = Math.max(value.accuracyM, Math.round(hints.point.accuracyM))
  return {
    value: { ...value, accuracyM },
    confidence: accuracyM <= 60 ? 0.9 : accuracyM <= 150 ? 0.75 : 0.4,
    alternatives: [],
    evidence: [],
    mention: null,
    needs: null,
    outside: null,
    span: [0, 0],
  }
}
