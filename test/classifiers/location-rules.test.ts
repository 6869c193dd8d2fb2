import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf, type Signs } from '../../classifiers/location/confidence.ts'
import { editDistance } from '../../classifiers/location/edit-distance.ts'
import { placesFinder, reverseGeocoder } from '../../classifiers/location/index.ts'
import { spokenNumber } from '../../classifiers/location/spoken-number.ts'
import { parseStreetName } from '../../classifiers/location/street-name.ts'
import { towns } from '../../src/city/boston/towns.ts'
import { Place } from '../../src/core/understanding.ts'
import { gazetteer } from './location-gazetteer.ts'

const places = placesFinder(gazetteer)
const reverse = reverseGeocoder(gazetteer)
const words = fc.constantFrom(
  ...'corner of and at 12 450 1/2 Washington St street Main Elm Tremont JP dot ave Franklin Park in Quincy , . & / # ( \n between 街 đường'.split(
    ' ',
  ),
)

describe('any text', () => {
  it('gives places that parse, with spans inside the text and confidences that sum to at most 1', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
        ),
        (text) => {
          for (const said of places(text, {})) {
            const all = [said.confidence, ...said.alternatives.map(({ confidence }) => confidence)]
            expect(all.every((value) => value >= 0 && value <= 1)).toBe(true)
            expect(all.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1.01)
            for (const [start, end] of [said.span, ...said.evidence]) {
              expect(start).toBeGreaterThanOrEqual(0)
              expect(end).toBeGreaterThanOrEqual(start)
              expect(end).toBeLessThanOrEqual(text.length)
            }
            if (said.value) expect(Place.safeParse(said.value).success).toBe(true)
            if (said.outside) expect(said.value).toBeNull()
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  const nasty = fc.constantFrom(
    ...[
      '\ud83d',
      '\udc00',
      '\ud83d\udeae',
      '\u200b',
      '\u200f',
      '\u202e',
      '\ufeff',
      '\u0301',
      '\u0000',
      '\r\n',
      'شارع ',
      '街',
      'угол ',
    ],
    ...[
      '12',
      ' Elm St',
      ' and ',
      ' &',
      '/',
      '#',
      ' in front of 40',
      ' pole number ',
      ' school',
      ' between ',
      ' 123 fake st',
      ' st ',
    ],
  )

  it('of 32,000 characters, lone surrogates, marks of direction and no width is read without a throw', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 12 }), fc.boolean(), (parts, long) => {
        const once = parts.join('')
        const text = long ? once.repeat(Math.ceil(32_000 / once.length)).slice(0, 32_000) : once
        for (const expecting of [undefined, 'location', 'number', 'neighborhood'] as const) {
          for (const { span, value } of places(text, expecting ? { expecting } : {})) {
            expect(text.slice(...span).length).toBe(span[1] - span[0])
            if (value) expect(Place.safeParse(value).success).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same twice', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (list) => {
        expect(places(list.join(' '), {})).toEqual(places(list.join(' '), {}))
      }),
    )
  })
})

describe('confidence', () => {
  const signs: Signs = {
    match: 'between',
    share: 0.8,
    spreadM: 60,
    suffixed: true,
    edits: 0,
    fit: 1,
    area: 'unsaid',
    agrees: false,
  }

  it('grows with the share of the best candidate and falls with its spread', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.9, noNaN: true }),
        fc.integer({ min: 20, max: 900 }),
        (share, spreadM) => {
          const here = confidenceOf({ ...signs, share, spreadM })
          expect(confidenceOf({ ...signs, share: share + 0.05, spreadM })).toBeGreaterThanOrEqual(here)
          expect(confidenceOf({ ...signs, share, spreadM: spreadM + 50 })).toBeLessThanOrEqual(here)
          expect(confidenceOf({ ...signs, share, spreadM, agrees: true })).toBeGreaterThanOrEqual(here)
          expect(confidenceOf({ ...signs, share, spreadM, edits: 1 })).toBeLessThanOrEqual(here)
        },
      ),
    )
  })

  it('is highest for a number that was seen', () => {
    const exact = confidenceOf({ ...signs, match: 'exact', spreadM: 20 })
    for (const match of ['between', 'beyond', 'outside', 'street'] as const) {
      expect(confidenceOf({ ...signs, match })).toBeLessThan(exact)
    }
  })
})

describe('the address of a point', () => {
  it('is the nearest house number, with neighborhood and ZIP', () => {
    expect(reverse({ lat: 42.3498, lon: -71.0801 })).toMatchObject({
      kind: 'address',
      neighborhood: 'Back Bay',
      zip: '02116',
    })
  })

  it('keeps the point', () => {
    expect(reverse({ lat: 42.29922, lon: -71.05764 })).toMatchObject({ lat: 42.29922, lon: -71.05764 })
  })

  it.each([
    ['Cambridge', 42.3736, -71.1097],
    ['Quincy', 42.2529, -71.0023],
    ['Worcester', 42.2626, -71.8023],
    ['the null island', 0, 0],
  ])('is null in %s', (_, lat, lon) => {
    expect(reverse({ lat, lon })).toBeNull()
  })
})

describe('the gazetteer', () => {
  it('holds every house number inside the city, sorted within its run', () => {
    const { bounds } = gazetteer.words
    for (const { systems } of gazetteer.streets.all) {
      for (const { points } of systems) {
        for (let at = 0; at < points.length; at += 3) {
          const [number = 0, lat = 0, lon = 0] = points.subarray(at, at + 3)
          expect(lat > bounds.south && lat < bounds.north && lon > bounds.west && lon < bounds.east).toBe(
            true,
          )
          if (at > 0) expect(number).toBeGreaterThanOrEqual(points[at - 3] ?? 0)
        }
      }
    }
  })

  it('knows the target of every nickname', () => {
    const { words, streets, areas } = gazetteer
    const names = new Set(streets.all.map(({ name }) => name))
    expect(Object.values(words.streets).filter((name) => !names.has(name))).toEqual([])
    const neighborhoods = new Set(areas.neighborhoods)
    expect(Object.values(words.neighborhoods).filter((name) => !neighborhoods.has(name))).toEqual([])
    expect(
      Object.values(words.districts)
        .flat()
        .filter((name) => !neighborhoods.has(name)),
    ).toEqual([])
    expect(Object.keys(words.reporting).sort()).toEqual([...neighborhoods].sort())
    for (const name of Object.keys(words.places)) {
      const [first = ''] = name.split(' ')
      expect(gazetteer.places.startingWith(first).length, name).toBeGreaterThan(0)
    }
  })
})

describe('small parts', () => {
  it.each([
    [['twelve', 'thirty', 'four'], 1234],
    [['one', 'oh', 'five'], 105],
    [['two', 'hundred', 'and', 'six'], 206],
    [['forty', 'five'], 45],
    [['one', 'twenty', 'three'], 123],
    [['one', 'two', 'three'], 123],
    [['one', 'hundred', 'twenty', 'three'], 123],
    [['hundred'], null],
    [['elm'], null],
  ])('%j is %j', (list, expected) => {
    expect(spokenNumber(list)).toBe(expected)
  })

  it.each([
    ['E Third St', 'e', 'third', 'st'],
    ['Blue Hill Ave', '', 'blue hill', 'ave'],
    ['Broadway', '', 'broadway', ''],
    ['South St', '', 'south', 'st'],
    ['Charlesgate E', 'e', 'charlesgate', ''],
    ["Saint Mary's St", '', 'saint marys', 'st'],
    ['Mt Vernon St', '', 'mount vernon', 'st'],
  ])('%s is taken apart', (name, direction, base, suffix) => {
    expect(parseStreetName(name)).toEqual({ direction, base: base.split(' '), suffix })
  })

  it('counts edits up to a bound', () => {
    expect(editDistance('tremnt', 'tremont', 2)).toBe(1)
    expect(editDistance('rtemont', 'tremont', 2)).toBe(1)
    expect(editDistance('adams', 'washington', 2)).toBe(3)
  })

  it('has towns with one entry each', () => {
    expect(new Set(towns.map(({ name }) => name)).size).toBe(towns.length)
  })
})
