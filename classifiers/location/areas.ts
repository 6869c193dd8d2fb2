/** Neighborhood and ZIP polygons. @module */
import type { CityWords } from './city-words.ts'
import type { GazetteerData } from './gazetteer.ts'
import { contains, medoid, metresBetween, metresTo, type Outline, outline, type Point } from './geometry.ts'
import { canonical } from './words.ts'

export interface Areas {
  neighborhoodAt(point: Point): string | null
  zipAt(point: Point): string | null
  /** Neighborhoods within so many metres. */
  near(point: Point, metres: number): readonly string[]
  readonly neighborhoods: readonly string[]
  /** Written names that begin with this word, longest first, with the neighborhood each means. */
  namesFrom(word: string): readonly AreaName[]
  isZip(text: string): boolean
  /** Metres from the point to the named neighborhood or ZIP; 0 inside, infinite for an unknown name. */
  distance(name: string, point: Point): number
  /** A point in the middle, and the radius in metres that holds nine of ten requests from it. */
  middle(name: string): { readonly point: Point; readonly radiusM: number } | null
}

export interface AreaName {
  readonly words: readonly string[]
  readonly name: string
}

/** Metres off a polygon's drawn edge that still count as in it: piers, simplified shorelines. */
const edgeM = 40

/** Polygons by name, with their boxes. */
export function indexAreas(areas: GazetteerData['areas'], nicknames: CityWords['neighborhoods']): Areas {
  const all = areas.map((area) => ({ kind: area.kind, name: area.name, area: outline(area.rings) }))
  const byName = new Map<string, Outline>(all.map(({ name, area }) => [name, area]))
  const kinds = {
    neighborhood: all.filter((area) => area.kind === 'neighborhood'),
    zip: all.filter((area) => area.kind === 'zip'),
  }
  const names = new Map<string, AreaName[]>()
  const spoken = [
    ...kinds.neighborhood.map(({ name }) => [name.toLowerCase(), name]),
    ...Object.entries(nicknames),
  ]
  for (const [written = '', name = ''] of spoken) {
    const words = written.split(' ').map(canonical)
    const list = names.get(words[0] ?? '')
    if (list) list.push({ words, name })
    else names.set(words[0] ?? '', [{ words, name }])
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length)
  const find = (kind: 'neighborhood' | 'zip', point: Point): string | null => {
    const ofKind = kinds[kind]
    const inside = ofKind.find(({ area }) => contains(area, point))
    if (inside) return inside.name
    let best: string | null = null
    let least = edgeM
    for (const { name, area } of ofKind) {
      if (point.lat < area.south - 0.001 || point.lat > area.north + 0.001) continue
      if (point.lon < area.west - 0.001 || point.lon > area.east + 0.001) continue
      const distance = metresTo(area, point)
      if (distance < least) {
        least = distance
        best = name
      }
    }
    return best
  }
  return {
    neighborhoodAt: (point) => find('neighborhood', point),
    near: (point, metres) => {
      const margin = metres / 80_000
      return kinds.neighborhood
        .filter(
          ({ area }) =>
            point.lat > area.south - margin &&
            point.lat < area.north + margin &&
            point.lon > area.west - margin &&
            point.lon < area.east + margin &&
            metresTo(area, point) <= metres,
        )
        .map(({ name }) => name)
    },
    zipAt: (point) => find('zip', point),
    neighborhoods: all.filter((area) => area.kind === 'neighborhood').map((area) => area.name),
    namesFrom: (word) => names.get(word) ?? [],
    isZip: (text) => /^\d{5}$/.test(text) && byName.has(text),
    distance: (name, point) => {
      const area = byName.get(name)
      return area ? metresTo(area, point) : Number.POSITIVE_INFINITY
    },
    middle: (name) => {
      const area = byName.get(name)
      const ring = area?.rings.reduce<Float64Array | undefined>(
        (longest, next) => (next.length > (longest?.length ?? 0) ? next : longest),
        undefined,
      )
      if (!area || !ring) return null
      return middleOf(area, ring)
    },
  }
}

function middleOf(area: Outline, ring: Float64Array): { readonly point: Point; readonly radiusM: number } {
  const inside: Point[] = []
  for (let y = 1; y < 12; y++) {
    for (let x = 1; x < 12; x++) {
      const point = {
        lat: area.south + ((area.north - area.south) * y) / 12,
        lon: area.west + ((area.east - area.west) * x) / 12,
      }
      if (contains(area, point)) inside.push(point)
    }
  }
  const point = medoid(inside) ?? { lat: ring[0] ?? 0, lon: ring[1] ?? 0 }
  // Four fifths of the ground hold nine tenths of what is reported: the edges are woods and water.
  const far = inside.map((other) => metresBetween(point, other)).sort((a, b) => a - b)
  return { point, radiusM: Math.round(Math.max(200, far[Math.floor(far.length * 0.83)] ?? 0)) }
}
