/**
 * A map of the city without anybody's tiles: outlines of the neighborhoods and lines of the streets as GeoJSON
 * (RFC 7946), made of the gazetteer's own points. An aid to the eye: outlines are simplified, and a street is drawn
 * between its house numbers and its corners, so it is right to some 15 m and missing where it has neither.
 * @module
 */
import { metresBetween } from '../../core/geo.ts'
import type { loadGazetteerData } from './gazetteer/index.ts'

/** `[lon, lat]`, as GeoJSON has it. */
type Position = readonly [number, number]
export interface MapFeature {
  readonly type: 'Feature'
  readonly properties: { readonly name: string }
  readonly geometry:
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
}
export interface MapLayer {
  readonly type: 'FeatureCollection'
  readonly features: readonly MapFeature[]
}

type Data = ReturnType<typeof loadGazetteerData>
type Point = { readonly lat: number; readonly lon: number }

/** Detail that nobody sees on a screen. Metres. */
const outlineWithinM = 8
const streetWithinM = 6
/** Neighboring house numbers further apart belong to another piece of the street. Metres. */
const gapM = 160
/** A corner this near to the line is on it. Metres. */
const onLineM = 25
/** Corners further from the rest of the street than a long block are left alone. Metres. */
const blockM = 200
/** House numbers averaged into one point of the line: both sides of the street. */
const perPoint = 4

/** One feature a neighborhood. About 10 ms; the rings are those of the gazetteer, without what nobody sees. */
export function outlines({ areas }: Pick<Data, 'areas'>): MapLayer {
  const features = areas
    .filter(({ kind }) => kind === 'neighborhood')
    .map(
      ({ name, rings }): MapFeature => ({
        type: 'Feature',
        properties: { name },
        geometry: {
          type: 'MultiPolygon',
          coordinates: rings.map((ring) => [closed(simplified(pointsOf(ring, 2), outlineWithinM))]),
        },
      }),
    )
  return { type: 'FeatureCollection', features }
}

/** One feature a street that has house numbers or corners. About 100 ms, once. */
export function streetLines({ streets, crossings }: Pick<Data, 'streets' | 'crossings'>): MapLayer {
  const corners = new Map<number, Point[]>()
  for (const { a, b, lat, lon } of crossings)
    for (const street of [a, b]) corners.set(street, [...(corners.get(street) ?? []), { lat, lon }])
  const features = streets.flatMap(({ name, systems }, at): MapFeature[] => {
    const lines = systems
      .flatMap(({ points }) => pieces(pointsOf(points, 3)))
      .map((piece) => simplified(alongTheMiddle(piece), streetWithinM))
      .filter((line) => line.length > 1)
    const coordinates = [...lines, ...joins(lines, corners.get(at) ?? [])].map((line) => line.map(position))
    if (name === '' || coordinates.length === 0) return []
    return [{ type: 'Feature', properties: { name }, geometry: { type: 'MultiLineString', coordinates } }]
  })
  return { type: 'FeatureCollection', features }
}

/**
 * Joins what belongs together by the shortest ways there are (Kruskal), never farther than a block: a street is
 * one line nearly everywhere, and where two streets share a name they are far apart.
 */
function joins(
  lines: readonly (readonly Point[])[],
  corners: readonly Point[],
): readonly (readonly Point[])[] {
  const loose = corners.filter((corner) =>
    lines.every((line) => line.every((to, n) => metresOff(corner, line[n - 1] ?? to, to) > onLineM)),
  )
  const groups = [...lines, ...loose.map((corner) => [corner])]
  const points = groups.flatMap((group, n) => group.map((point) => ({ point, group: n })))
  const ways = points.flatMap((from, n) =>
    points.slice(n + 1).flatMap((to) => {
      const metres = from.group === to.group ? blockM : metresBetween(from.point, to.point)
      return metres < blockM ? [{ from, to, metres }] : []
    }),
  )
  const root = groups.map((_, n) => n)
  const top = (group: number): number => {
    const above = root[group] ?? group
    return above === group ? group : top(above)
  }
  const joined: (readonly Point[])[] = []
  for (const { from, to } of ways.toSorted((a, b) => a.metres - b.metres)) {
    const [one, other] = [top(from.group), top(to.group)]
    if (one === other) continue
    root[one] = other
    joined.push([from.point, to.point])
  }
  return joined
}

/** Rows of `width` numbers that end in lat and lon. */
function pointsOf(flat: Float64Array, width: number): Point[] {
  const points: Point[] = []
  for (let at = width - 2; at + 1 < flat.length; at += width)
    points.push({ lat: flat[at] ?? 0, lon: flat[at + 1] ?? 0 })
  return points
}

/** Cut where two neighbors are too far apart to be joined by a line. */
function pieces(points: readonly Point[]): readonly (readonly Point[])[] {
  const found: Point[][] = []
  let before: Point | null = null
  for (const point of points) {
    if (before === null || metresBetween(before, point) > gapM) found.push([])
    found.at(-1)?.push(point)
    before = point
  }
  return found
}

/** Odd numbers on one side, even ones on the other: their middle is the street. The ends stay where they are. */
function alongTheMiddle(points: readonly Point[]): readonly Point[] {
  if (points.length <= perPoint) return points
  const middles: Point[] = []
  for (let at = 0; at + perPoint <= points.length; at += perPoint / 2) {
    const some = points.slice(at, at + perPoint)
    middles.push({
      lat: some.reduce((sum, { lat }) => sum + lat, 0) / some.length,
      lon: some.reduce((sum, { lon }) => sum + lon, 0) / some.length,
    })
  }
  return middles
}

/** Douglas and Peucker: every point left out lies within `withinM` of the line. */
function simplified(points: readonly Point[], withinM: number): readonly Point[] {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 3) return points
  let worst = 0
  let at = 0
  for (const [n, point] of points.entries()) {
    const off = metresOff(point, first, last)
    if (off > worst) [worst, at] = [off, n]
  }
  if (worst <= withinM) return [first, last]
  return [
    ...simplified(points.slice(0, at + 1), withinM).slice(0, -1),
    ...simplified(points.slice(at), withinM),
  ]
}

/** From a point to the stretch between two others. */
function metresOff(point: Point, from: Point, to: Point): number {
  const whole = metresBetween(from, to)
  if (whole === 0) return metresBetween(point, from)
  const shrink = Math.cos((from.lat * Math.PI) / 180) ** 2
  const along =
    ((point.lat - from.lat) * (to.lat - from.lat) + (point.lon - from.lon) * (to.lon - from.lon) * shrink) /
    ((to.lat - from.lat) ** 2 + (to.lon - from.lon) ** 2 * shrink)
  const share = Math.min(1, Math.max(0, along))
  return metresBetween(point, {
    lat: from.lat + share * (to.lat - from.lat),
    lon: from.lon + share * (to.lon - from.lon),
  })
}

const round = (value: number) => Math.round(value * 1e5) / 1e5
const position = ({ lat, lon }: Point): Position => [round(lon), round(lat)]

/** A ring of GeoJSON ends where it begins. */
function closed(points: readonly Point[]): readonly Position[] {
  const ring = points.map(position)
  const [first] = ring
  const last = ring.at(-1)
  return first === undefined || (first[0] === last?.[0] && first[1] === last[1]) ? ring : [...ring, first]
}
