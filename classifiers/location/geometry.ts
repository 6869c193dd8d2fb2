/** Plane geometry good for one city: WGS 84 degrees in, metres out. @module */

/** WGS 84 degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const metresPerDegree = 111_195
const lonScale = Math.cos((42.32 * Math.PI) / 180)

/** Metres between two points; error below 0.1 % within 30 km of the city's latitude. */
export function metresBetween(a: Point, b: Point): number {
  return Math.hypot(a.lat - b.lat, (a.lon - b.lon) * lonScale) * metresPerDegree
}

/** The point between, `share` 0 at `a` and 1 at `b`. */
export function between(a: Point, b: Point, share: number): Point {
  return { lat: a.lat + (b.lat - a.lat) * share, lon: a.lon + (b.lon - a.lon) * share }
}

/** The one of `points` with the least sum of distances to a sample of the others. Null of none. */
export function medoid(points: readonly Point[]): Point | null {
  const step = Math.max(1, Math.floor(points.length / 24))
  const sample = points.filter((_, index) => index % step === 0)
  let best: Point | null = null
  let least = Number.POSITIVE_INFINITY
  for (const point of sample) {
    const sum = sample.reduce((total, other) => total + metresBetween(point, other), 0)
    if (sum < least) {
      least = sum
      best = point
    }
  }
  return best
}

/** A polygon set with its box. Rings are flat `[lat, lon, lat, lon, …]` in degrees, even-odd filled. */
export interface Outline {
  readonly rings: readonly Float64Array[]
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** Box and rings of a polygon set. */
export function outline(rings: readonly Float64Array[]): Outline {
  let [south, north, west, east] = [90, -90, 180, -180]
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const lat = ring[at] ?? 0
      const lon = ring[at + 1] ?? 0
      south = Math.min(south, lat)
      north = Math.max(north, lat)
      west = Math.min(west, lon)
      east = Math.max(east, lon)
    }
  }
  return { rings, south, north, west, east }
}

/** Whether the point lies inside (even-odd rule). */
export function contains(area: Outline, { lat, lon }: Point): boolean {
  if (lat < area.south || lat > area.north || lon < area.west || lon > area.east) return false
  let inside = false
  for (const ring of area.rings) {
    for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
      const y1 = ring[at] ?? 0
      const x1 = ring[at + 1] ?? 0
      const y2 = ring[last] ?? 0
      const x2 = ring[last + 1] ?? 0
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/** Metres from the point to the area; 0 inside. */
export function metresTo(area: Outline, point: Point): number {
  if (contains(area, point)) return 0
  let least = Number.POSITIVE_INFINITY
  for (const ring of area.rings) {
    for (let at = 0, last = ring.length - 2; at < ring.length; last = at, at += 2) {
      const a = { lat: ring[last] ?? 0, lon: ring[last + 1] ?? 0 }
      const b = { lat: ring[at] ?? 0, lon: ring[at + 1] ?? 0 }
      least = Math.min(least, metresBetween(point, nearestOnLine(a, b, point)))
    }
  }
  return least
}

function nearestOnLine(a: Point, b: Point, point: Point): Point {
  const dx = (b.lon - a.lon) * lonScale
  const dy = b.lat - a.lat
  const length = dx * dx + dy * dy
  if (length === 0) return a
  const share = ((point.lon - a.lon) * lonScale * dx + (point.lat - a.lat) * dy) / length
  return between(a, b, Math.min(1, Math.max(0, share)))
}
