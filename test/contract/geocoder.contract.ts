/**
 * What every geocoder must do. The places are the City's own facts; none is anybody's.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metresBetween } from '../../src/core/geo.ts'
import type { Geocoder } from '../../src/core/ports.ts'
import { longestQuery } from '../../src/core/ports.ts'
import { Place } from '../../src/core/understanding.ts'

export interface GeocoderHarness {
  readonly geocoder: Geocoder
  close(): Promise<void>
}

const cityHall = { lat: 42.36035, lon: -71.05795 }
const bounds = { south: 42.22, north: 42.41, west: -71.2, east: -70.86 }

export function geocoderContract(name: string, open: () => Promise<GeocoderHarness>): void {
  describe(`the geocoder ${name}`, () => {
    let harness: GeocoderHarness
    let geocoder: Geocoder
    beforeAll(async () => {
      harness = await open()
      geocoder = harness.geocoder
    })
    afterAll(() => harness?.close())
    const best = async (query: string, near?: { lat: number; lon: number }) =>
      (await geocoder.find(query, near === undefined ? {} : { near }))[0]?.place

    it('has a name', () => {
      expect(geocoder.name).toMatch(/^[a-z]+$/)
    })

    it.each([
      ['an address', '123 Tremont St', { kind: 'address', address: '123 Tremont St' }],
      ['an address in capitals', '123 TREMONT STREET', { kind: 'address', address: '123 Tremont St' }],
      ['a corner', 'Boylston St & Tremont St', { kind: 'intersection' }],
      ['a street', 'Tremont St', { kind: 'street', address: 'Tremont St' }],
      ['a place', 'Franklin Park', { kind: 'place', address: 'Franklin Park' }],
    ] as const)('finds %s, spelled as the City does', async (_, query, wanted) => {
      expect(await best(query)).toMatchObject(wanted)
    })

    it('gives places of our shape, best first, six at most, in the city', async () => {
      const found = await geocoder.find('100 Washington St', {})
      expect(found.length).toBeGreaterThan(1)
      expect(found.length).toBeLessThanOrEqual(6)
      const scores = found.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      for (const { place, score } of found) {
        expect(() => Place.parse(place)).not.toThrow()
        expect(place.neighborhood).not.toBeNull()
        expect(place.zip).toMatch(/^\d{5}$/)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(place.lat > bounds.south && place.lat < bounds.north).toBe(true)
        expect(place.lon > bounds.west && place.lon < bounds.east).toBe(true)
      }
    })

    it('tells the several houses of one address apart', async () => {
      const found = await geocoder.find('100 Washington St', {})
      const areas = found.map(({ place }) => place.neighborhood)
      expect(new Set(areas).size).toBe(areas.length)
    })

    it.each([
      'Qwxzv Blorpington Rd',
      '12 Nosuchstreetname St',
      'Main Street, Springfield, IL',
      '350 Fifth Ave, New York, NY',
    ])('finds nothing for %s, or nothing outside the city', async (query) => {
      for (const { place } of await geocoder.find(query, {})) expect(place.neighborhood).not.toBeNull()
    })

    it('finds nothing for what is no place', async () => {
      expect(await geocoder.find('Qwxzv Blorpington', {})).toEqual([])
    })

    it.each([
      ['nothing', ''],
      ['spaces', ' \t\n '],
      ['signs', '?!… —'],
      ['an emoji', '🕳️🕳️'],
      ['zero-width marks', '\u200b\u200d\ufeff'],
      ['half a character', '\ud83d'],
      ['more than any address', `${'1 Tremont St '.repeat(40)}`],
      ['32,000 characters', 'a'.repeat(32_000)],
    ])('finds nothing for %s', async (_, query) => {
      expect(await geocoder.find(query, {})).toEqual([])
    })

    it.each([
      ['the letters of another width', '１２３ Ｔｒｅｍｏｎｔ Ｓｔ'],
      ['marks between', '123\u00a0Trem\u200bont\u2009St'],
      ['a line end', '123 Tremont\r\nSt'],
      ['half a character at the end', '123 Tremont St \udc00'],
    ])('reads an address with %s', async (_, query) => {
      expect(await best(query)).toMatchObject({ address: '123 Tremont St' })
    })

    it.each(['{"x":1}', "'; --", '%00%0a&f=html', '../../admin', '<b>123</b>', '漢字 العربية ꙮ'])(
      'is not upset by %s',
      async (query) => {
        await expect(geocoder.find(query, {})).resolves.toBeInstanceOf(Array)
      },
    )

    it('takes a query of the greatest length', async () => {
      const query = `123 Tremont St ${'x'.repeat(longestQuery)}`.slice(0, longestQuery)
      await expect(geocoder.find(query, {})).resolves.toBeInstanceOf(Array)
    })

    it('answers many at once, each its own', async () => {
      const numbers = [1, 2, 3, 4, 5, 6].flatMap((n) => [100 + n, 100 + n])
      const found = await Promise.all(numbers.map((n) => best(`${n} Tremont St`)))
      expect(found.map((place) => place?.address)).toEqual(numbers.map((n) => `${n} Tremont St`))
    })

    it('names the address of a point', async () => {
      const place = await geocoder.reverse(cityHall)
      expect(place).toMatchObject({ kind: 'address', address: expect.stringMatching(/^\d+\S* \S+/) })
      expect(place && metresBetween(place, cityHall)).toBeLessThanOrEqual(150)
      expect(() => Place.parse(place)).not.toThrow()
    })

    it('finds the address of a point again at its point', async () => {
      const place = await geocoder.reverse(cityHall)
      const again = await best(place?.address ?? '', cityHall)
      expect(again && place && metresBetween(again, place)).toBeLessThanOrEqual(again?.accuracyM ?? 0)
    })

    it.each([
      ['the ocean', { lat: 42.33, lon: -70.75 }],
      ['the next city', { lat: 42.3736, lon: -71.1097 }],
      ['the other side of the world', { lat: -42.36, lon: 108.94 }],
      ['the point that stands for none', { lat: 0, lon: 0 }],
    ])('names no address in %s', async (_, point) => {
      expect(await geocoder.reverse(point)).toBeNull()
    })
  })
}
