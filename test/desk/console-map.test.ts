import { describe, expect, it } from 'vitest'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'
import { type MapFeature, outlines, streetLines } from '../../src/city/boston/outlines.ts'
import { metresBetween } from '../../src/core/geo.ts'

const data = loadGazetteerData()
const positionsOf = ({ geometry }: MapFeature) =>
  geometry.coordinates.flat(geometry.type === 'MultiPolygon' ? 2 : 1) as [number, number][]

describe("the map's own data", () => {
  it('has every neighborhood once, as closed rings within the city', () => {
    const { features } = outlines(data)
    expect(features.map(({ properties }) => properties.name).toSorted()).toEqual(
      data.areas
        .filter(({ kind }) => kind === 'neighborhood')
        .map(({ name }) => name)
        .toSorted(),
    )
    for (const { geometry } of features) {
      expect(geometry.type).toBe('MultiPolygon')
      for (const [ring = []] of geometry.coordinates as [number, number][][][]) {
        expect(ring.length).toBeGreaterThanOrEqual(4)
        expect(ring[0]).toEqual(ring.at(-1))
      }
    }
    for (const [lon, lat] of features.flatMap(positionsOf)) {
      expect(lat).toBeGreaterThan(42.2)
      expect(lat).toBeLessThan(42.45)
      expect(lon).toBeGreaterThan(-71.2)
      expect(lon).toBeLessThan(-70.8)
    }
  })

  it('draws a street where its house numbers and corners lie, and no line across a gap', () => {
    const { features } = streetLines(data)
    expect(features.length).toBeGreaterThan(3_000)
    const street = data.streets.find(({ name }) => name === 'Centre St')
    const lines = features.find(({ properties }) => properties.name === 'Centre St')
    const houses = (street?.systems ?? []).flatMap(({ points }) =>
      Array.from({ length: points.length / 3 }, (_, n) => ({
        lat: points[n * 3 + 1] ?? 0,
        lon: points[n * 3 + 2] ?? 0,
      })),
    )
    const at = data.streets.indexOf(street ?? never())
    const corners = data.crossings.filter(({ a, b }) => a === at || b === at)
    for (const [lon, lat] of positionsOf(lines ?? never()))
      expect(
        Math.min(...[...houses, ...corners].map((known) => metresBetween(known, { lat, lon }))),
      ).toBeLessThan(80)
  })

  it('reaches from the houses to the corner at the end of the block, and not to a corner across the city', () => {
    const row = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [n, 42.35 + n * 0.0001, -71.06])
    const streets = ['A St', 'B St'].map((name) => ({
      name,
      ranges: [],
      systems: name === 'A St' ? [{ low: 1, high: 8, points: Float64Array.from(row) }] : [],
    }))
    const corner = { a: 0, b: 1, lat: 42.3515, lon: -71.06 }
    const crossings = [corner, { ...corner, lat: 42.39 }]
    const [feature, ...others] = streetLines({ streets, crossings }).features
    expect(others).toEqual([])
    const lats = positionsOf(feature ?? never()).map(([, lat]) => lat)
    expect(Math.max(...lats)).toBeCloseTo(42.3515, 5)
  })

  it('joins both sides of a street to one line, and leaves two far ends apart', () => {
    const side = (n: number, off: number) => [n, 42.35 + n * 0.0001, -71.06 + off] as const
    const near = [1, 2, 3, 4, 5, 6].flatMap((n) => side(n, n % 2 === 0 ? 0.0001 : -0.0001))
    const far = [91, 92, 93, 94].flatMap((n) => side(n, 0))
    const streets = [
      {
        name: 'A St',
        ranges: [],
        systems: [{ low: 1, high: 99, points: Float64Array.from([...near, ...far]) }],
      },
    ]
    const [feature] = streetLines({ streets, crossings: [] }).features
    expect(feature?.geometry.coordinates).toHaveLength(2)
    for (const [lon] of feature === undefined ? [] : positionsOf(feature)) expect(lon).toBeCloseTo(-71.06, 4)
    expect(
      streetLines({ streets: [{ name: 'No Number Way', ranges: [], systems: [] }], crossings: [] }).features,
    ).toEqual([])
  })
})

const never = (): never => {
  throw new Error('it is there')
}
