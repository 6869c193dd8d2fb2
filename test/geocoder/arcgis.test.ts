import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '../../src/core/errors.ts'
import { arcgisGeocoder } from '../../src/geocoder/arcgis/index.ts'
import { kinds } from '../../src/geocoder/arcgis/kinds.ts'
import type { PlayedPlace, RunningArcgis } from '../../src/sandbox/arcgis/index.ts'
import { startArcgisPlayer } from '../../src/sandbox/arcgis/index.ts'

const tremont: PlayedPlace = {
  line: '123 Tremont St',
  neighborhood: 'Downtown',
  zip: '02108',
  lat: 42.3563,
  lon: -71.0623,
  addrType: 'PointAddress',
  score: 100,
}
let places: readonly PlayedPlace[] = [tremont]
let player: RunningArcgis
beforeAll(async () => {
  player = await startArcgisPlayer({ find: () => places, nearest: async () => places[0] ?? null })
})
afterAll(() => player.stop())
afterEach(() => {
  places = [tremont]
  player.heal()
})

/** Everything north of the equator is Downtown; streets are spelled with St. */
const city = {
  areaAt: ({ lat }: { lat: number }) =>
    lat > 42.2 && lat < 42.45 ? { neighborhood: 'Downtown', zip: '02108' } : null,
  spell: (street: string) => street.replace(/ STREET$/i, ' St'),
}
const geocoder = (url = player.url, timeoutMs = 1_000) =>
  arcgisGeocoder({ url, timeoutMs, bounds: { south: 42.2, north: 42.45, west: -71.2, east: -70.9 }, city })
const find = (query = '123 Tremont St') => geocoder().find(query, {})
const failure = (asked: Promise<unknown>): Promise<AppError> =>
  asked.then(
    () => {
      throw new Error('it answered')
    },
    (error: AppError) => error,
  )
const body = (candidates: unknown, more: object = { spatialReference: { wkid: 4326 } }) =>
  player.fault({ kind: 'body', body: JSON.stringify({ ...more, candidates }) })
const candidate = (more: object = {}) => ({
  address: '123 Tremont St, Boston',
  location: { x: -71.0623, y: 42.3563 },
  score: 100,
  attributes: { Addr_type: 'PointAddress' },
  ...more,
})

describe('what is asked of an ArcGIS GeocodeServer', () => {
  it('is one line, in degrees, within the city, and nothing else', async () => {
    await geocoder().find('  123\tTremont St\n', { near: { lat: 42.35, lon: -71.06 } })
    const { operation, fields } = player.calls().at(-1) ?? { operation: '', fields: {} }
    expect(operation).toBe('findAddressCandidates')
    expect(fields).toMatchObject({
      SingleLine: '123 Tremont St',
      outSR: '4326',
      f: 'json',
      maxLocations: '6',
    })
    expect(JSON.parse(fields.searchExtent ?? '')).toMatchObject({
      xmin: -71.2,
      spatialReference: { wkid: 4326 },
    })
    expect(JSON.parse(fields.location ?? '')).toEqual({
      x: -71.06,
      y: 42.35,
      spatialReference: { wkid: 4326 },
    })
  })

  it('keeps what stands in the setting, as a token of a proxy', async () => {
    await geocoder(`${player.url}?token=abc`).find('123 Tremont St', {})
    expect(player.calls().at(-1)?.fields).toMatchObject({ token: 'abc', f: 'json' })
  })

  it('is nothing where there is nothing to ask, or the point is elsewhere', async () => {
    const before = player.calls().length
    expect(await find('…')).toEqual([])
    expect(await geocoder().reverse({ lat: 10, lon: 10 })).toBeNull()
    expect(player.calls().length).toBe(before)
  })
})

describe('the answer of an ArcGIS GeocodeServer', () => {
  it('is a place of ours, with the area that its point lies in', async () => {
    expect(await find()).toEqual([
      {
        place: {
          kind: 'address',
          address: '123 Tremont St',
          neighborhood: 'Downtown',
          zip: '02108',
          lat: 42.3563,
          lon: -71.0623,
          accuracyM: 25,
        },
        score: 1,
      },
    ])
  })

  it.each(Object.entries(kinds))(
    'of type %s has a kind and a radius',
    async (addrType, { kind, accuracyM, leastM }) => {
      const line = kind === 'intersection' ? 'A St & B St' : '1 A St'
      places = [{ ...tremont, line, addrType }]
      const [found] = await find()
      expect(found?.place.kind).toBe(kind)
      expect(found?.place.accuracyM).toBe(accuracyM ?? found?.place.accuracyM)
      expect(found?.place.accuracyM).toBeGreaterThanOrEqual(leastM ?? 1)
    },
  )

  it.each(['Country', 'Region', 'LatLong', 'SomethingNew'])('of type %s is none', async (addrType) => {
    places = [{ ...tremont, addrType }]
    expect(await find()).toEqual([])
  })

  it.each([
    ['{ Addr_type: "", Loc_name: "Intersection" }', 'Tremont St & Boylston St, Boston', 'intersection'],
    ['{ Loc_name: "Landmark" }', 'Franklin Park, Boston', 'place'],
    ['{ Loc_name: "SAM_Alternate" }', '123 TREMONT STREET, Boston', 'address'],
  ])(
    'without a type, as older locators give it (%s), says its kind in other ways',
    async (_, address, kind) => {
      const name = /Loc_name: "(\w+)"/.exec(_)?.[1]
      body([candidate({ address, attributes: { Loc_name: name } })])
      expect((await find())[0]?.place.kind).toBe(kind)
    },
  )

  it('is spelled as the City does, without unit, city and ZIP', async () => {
    body([
      candidate({ address: '12-16 TREMONT STREET APT 3B, Boston, MA, 02108' }),
      candidate({
        attributes: { Addr_type: 'StreetInt' },
        address: 'TREMONT STREET and A STREET, Boston',
        location: { x: -71.1, y: 42.3 },
      }),
      candidate({
        attributes: { Addr_type: 'PointAddress', User_fld: '9 Beacon St, 02108' },
        address: 'BLDG 77',
        location: { x: -71.05, y: 42.31 },
      }),
    ])
    expect((await find()).map(({ place }) => place.address)).toEqual([
      '12-16 TREMONT St',
      '9 Beacon St',
      'TREMONT St & A St',
    ])
  })

  it('leaves out what fits badly, lies outside, or is broken, and keeps the rest', async () => {
    body([
      candidate({ score: 79 }),
      candidate({ location: { x: -71.06, y: 41.7 } }),
      candidate({ location: { x: 'NaN', y: 'NaN' } }),
      candidate({ location: null }),
      candidate({ score: 101 }),
      { nonsense: true },
      null,
      candidate({ address: '' }),
      candidate({ address: `1 ${'x'.repeat(200)}` }),
      candidate(),
    ])
    expect(await find()).toHaveLength(1)
  })

  it('shows one place once, the most exact of its kind', async () => {
    body([
      candidate({ attributes: { Addr_type: 'StreetAddress' }, location: { x: -71.0624, y: 42.3563 } }),
      candidate(),
    ])
    expect(await find()).toMatchObject([{ place: { accuracyM: 25 } }])
  })

  it.each([
    ['an empty list', { kind: 'body', body: '{"spatialReference":{"wkid":4326},"candidates":[]}' }],
    [
      'an error that says nothing was found',
      { kind: 'error', code: 400, message: 'Unable to complete operation.' },
    ],
  ] as const)('is empty for %s', async (_, fault) => {
    player.fault(fault)
    expect(await find()).toEqual([])
  })

  it.each([
    ['slowness', { kind: 'slow', ms: 1_500 }, 'provider-slow'],
    ['a broken connection', { kind: 'cut' }, 'provider-away'],
    ['503', { kind: 'status', status: 503 }, 'provider-away'],
    ['503 with a wish', { kind: 'status', status: 503, retryAfter: '7' }, 'rate-limited'],
    ['404', { kind: 'status', status: 404 }, 'misconfigured'],
    ['429', { kind: 'rate-limited' }, 'rate-limited'],
    ['a redirect', { kind: 'moved', to: 'http://127.0.0.1:1/' }, 'misconfigured'],
    ['500 in the body', { kind: 'error', code: 500, message: 'Error' }, 'provider-away'],
    ['a wish for a token', { kind: 'error', code: 499, message: 'Token Required' }, 'misconfigured'],
    ['an expired token', { kind: 'error', code: 498, message: 'Invalid token.' }, 'misconfigured'],
    ['a limit in the body', { kind: 'error', code: 429, message: 'Too many' }, 'rate-limited'],
    ['another error', { kind: 'error', code: 413, message: 'no' }, 'provider-refused'],
    ['a page', { kind: 'page' }, 'malformed'],
    ['half of the JSON', { kind: 'truncated' }, 'malformed'],
    ['points in other units', { kind: 'other-reference' }, 'malformed'],
    ['JSON of another kind', { kind: 'body', body: '[]' }, 'malformed'],
    ['null', { kind: 'body', body: 'null' }, 'malformed'],
    ['nothing', { kind: 'body', body: '' }, 'malformed'],
    ['too much', { kind: 'body', body: `"${'x'.repeat(1_100_000)}"` }, 'malformed'],
  ] as const)(
    'that is %s is an error that says who acts, without a word of the query',
    async (_, fault, code) => {
      for (const ask of [
        () => geocoder(player.url, 300).find('987 Secretplace Ave', {}),
        () => geocoder(player.url, 300).reverse({ lat: 42.35432, lon: -71.06123 }),
      ]) {
        player.heal()
        player.fault(fault)
        const error = await failure(ask())
        expect(error).toMatchObject({ name: 'AppError', code })
        const said = `${error.message} ${error.providerCode} ${String(error.cause)} ${error.stack}`
        expect(said).not.toMatch(/987|secretplace|42\.354|71\.061/i)
      }
    },
  )

  it('that is any JSON is an answer or an error of ours', async () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ spatialReference: fc.jsonValue(), candidates: fc.array(fc.jsonValue(), { maxLength: 3 }) }),
      fc.record({ error: fc.jsonValue() }),
      fc.record({ address: fc.jsonValue(), location: fc.jsonValue() }),
      fc.record({
        candidates: fc.array(
          fc.record({
            address: fc.string({ unit: 'binary', maxLength: 300 }),
            location: fc.record({ x: fc.double(), y: fc.double({ min: 42.2, max: 42.45 }) }),
            score: fc.constantFrom(90, 100),
            attributes: fc.dictionary(fc.constantFrom('Addr_type', 'StAddr', 'Loc_name'), fc.jsonValue()),
          }),
          { maxLength: 8 },
        ),
      }),
    )
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        for (const ask of [find, () => geocoder().reverse({ lat: 42.3563, lon: -71.0623 })]) {
          player.fault({ kind: 'body', body: JSON.stringify(value) })
          const answer = await ask().catch((error: AppError) => error.name)
          expect(answer === 'AppError' || answer === null || typeof answer === 'object').toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('that asks for a pause says how long', async () => {
    player.fault({ kind: 'rate-limited', retryAfter: '7' })
    expect((await failure(find())).afterMs).toBe(7_000)
    player.fault({ kind: 'rate-limited', retryAfter: 'soon' })
    expect((await failure(find())).afterMs).toBe(60_000)
  })

  it('that never comes is an error in time', async () => {
    const away = await startArcgisPlayer({ find: () => [], nearest: async () => null })
    const { url } = away
    await away.stop()
    expect(await failure(geocoder(url).find('1 A St', {}))).toMatchObject({
      code: 'provider-away',
      providerCode: 'ECONNREFUSED',
    })
  })

  it('to a point is its address, in older and newer columns', async () => {
    expect(await geocoder().reverse({ lat: 42.3563, lon: -71.0623 })).toMatchObject({
      address: '123 Tremont St',
    })
    const location = { x: -71.0623, y: 42.3563, spatialReference: { wkid: 4326 } }
    player.fault({
      kind: 'body',
      body: JSON.stringify({ address: { Street: '9 A STREET', City: 'Boston' }, location }),
    })
    expect(await geocoder().reverse({ lat: 42.3563, lon: -71.0623 })).toMatchObject({
      kind: 'address',
      address: '9 A St',
    })
  })

  it('to a point is nothing where the address is far away, or a corner', async () => {
    expect(await geocoder().reverse({ lat: 42.3663, lon: -71.0623 })).toBeNull()
    places = [{ ...tremont, line: 'A St & B St', addrType: 'StreetInt' }]
    expect(await geocoder().reverse({ lat: 42.3563, lon: -71.0623 })).toBeNull()
  })
})
