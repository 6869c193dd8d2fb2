/** Coordinates written in a text: shared pins, links to a map. @module */
import type { CityWords } from './city-words.ts'
import type { Point } from './geometry.ts'

export interface WrittenPoint {
  readonly point: Point
  /** UTF-16 offsets of the two figures, half-open. */
  readonly span: readonly [number, number]
}

const pair = /(?<![\d.])([-+]?\d{1,3}\.\d{3,15})°?\s{0,2}[,;/ ]\s{0,2}([-+]?\d{1,3}\.\d{3,15})(?![\d.])/g

/** The first pair of degrees, latitude before longitude, that lies in the city's box; null where there is none. */
export function coordinatesIn(text: string, { bounds }: CityWords): WrittenPoint | null {
  for (const match of text.matchAll(pair)) {
    const lat = Number(match[1])
    const lon = Number(match[2])
    const inside = lat >= bounds.south && lat <= bounds.north && lon >= bounds.west && lon <= bounds.east
    if (inside) return { point: { lat, lon }, span: [match.index, match.index + match[0].length] }
  }
  return null
}
