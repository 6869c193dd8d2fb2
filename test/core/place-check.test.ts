import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceAnswer } from '../../src/core/place-check.ts'
import { checked, questionsOf } from '../../src/core/place-check.ts'
import type { Geocoded } from '../../src/core/ports.ts'
import type { Hints, LocationSuggestion, Place } from '../../src/core/understanding.ts'
import { at, elm, nowhere, problem, sure, understood } from '../support/dialog.ts'

const exact = (more: Partial<Place> = {}, score = 1): Geocoded => ({ place: { ...elm, ...more }, score })
/** 1e-3 degrees of latitude are 111 m. */
const north = (metres: number) => ({ lat: elm.lat + metres / 111_195 })
const of = (location: LocationSuggestion, hints: Hints = {}, text = '45 elm st') => {
  const read = understood({ problems: [problem('pothole', location)] })
  return { text, read, hints, questions: questionsOf(text, read, hints) }
}
function weigh(location: LocationSuggestion, places: readonly Geocoded[], hints: Hints = {}, text?: string) {
  const { text: said, read } = of(location, hints, text)
  const { understanding, outcomes } = checked(said, read, hints, () => ({ ask: 'find', places }))
  return { ...understanding.problems[0]?.location, outcome: outcomes[0] }
}

describe('what a geocoder is asked', () => {
  it('is the address as it was read, not the words of the resident', () => {
    expect(of(at(elm), {}, 'good morning, at 45 elm st, please hurry').questions).toEqual([
      { ask: 'find', query: '45 Elm St', near: null },
    ])
  })

  it('is nothing of a street, a park or a neighborhood: nothing there is more exact', () => {
    for (const kind of ['street', 'place', 'neighborhood'] as const)
      expect(of(at({ ...elm, kind })).questions).toEqual([])
  })

  it('is nothing where life is in danger', () => {
    const read = understood({ safety: sure('emergency'), problems: [problem(null, at(elm))] })
    expect(questionsOf('gas smell at 45 elm st', read, {})).toEqual([])
    const answer: PlaceAnswer = { ask: 'find', places: [exact(north(500))] }
    expect(checked('gas', read, {}, () => answer).understanding).toBe(read)
  })

  it('is nothing of a place that the resident chose among those we offered', () => {
    const other = { ...elm, ...north(4_000), neighborhood: 'Dorchester' }
    const hints: Hints = { expecting: 'neighborhood', candidates: [elm, other] }
    expect(of(at(elm), hints, 'jamaica plain').questions).toEqual([])
    expect(of(at({ ...elm, address: '46 Elm St' }), hints, 'no, 46').questions).toHaveLength(1)
  })

  it('is the address of the point where a photo alone says where', () => {
    const point = { lat: elm.lat, lon: elm.lon, accuracyM: 30, from: 'photo' as const }
    expect(of({ ...at(elm), mention: null }, { point }).questions).toEqual([
      { ask: 'reverse', point: { lat: elm.lat, lon: elm.lon } },
    ])
    expect(of(at(elm), { point }).questions).toEqual([
      { ask: 'find', query: '45 Elm St', near: { lat: elm.lat, lon: elm.lon } },
    ])
  })

  it('is each place once, and two at most', () => {
    const places = [elm, elm, { ...elm, address: '46 Elm St' }, { ...elm, address: '47 Elm St' }]
    const read = understood({ problems: places.map((place) => problem('pothole', at(place))) })
    expect(questionsOf('', read, {})).toHaveLength(2)
  })

  it.each([
    ['the new tower at 9 harbor walk', true],
    ['Blossom market', true],
    ['yes', false],
    ['???', false],
    ['my number is 617 555 0100', false],
    ['write to me@example.org', false],
    ['one line\nanother line', false],
    ['a story that goes on and on until nobody knows any more where it was, which is no place at all', false],
  ])('of an answer to "where?" that we could not read (%s): %s', (text, asks) => {
    expect(of(nowhere, { expecting: 'location' }, text).questions.length > 0).toBe(asks)
    expect(of(nowhere, {}, text).questions).toEqual([])
  })

  it('is nothing of an answer that names another town, or is no answer', () => {
    const outside = { ...nowhere, outside: { name: 'Quincy', phone: null } }
    expect(of(outside, { expecting: 'location' }, 'main street in quincy').questions).toEqual([])
    const read = understood({ intent: sure('agent'), problems: [problem(null, nowhere)] })
    expect(questionsOf('talk to somebody', read, { expecting: 'location' })).toEqual([])
  })
})

describe("a geocoder's answer", () => {
  it('changes nothing where it says the same, or has no such place', () => {
    const read = at(elm, 0.9)
    expect(weigh(read, [exact({ accuracyM: 25 })])).toMatchObject({ ...read, outcome: 'same' })
    expect(weigh(read, [])).toMatchObject({ ...read, outcome: 'unknown' })
    expect(weigh(read, [exact({ address: '46 Elm St' })])).toMatchObject({ ...read, outcome: 'unknown' })
    expect(weigh(read, [exact({ address: 'Elm St', kind: 'street' })])).toMatchObject({ outcome: 'unknown' })
  })

  it('never makes a reading surer by saying yes to it', () => {
    expect(weigh(at(elm, 0.5), [exact({ accuracyM: 15 })])).toMatchObject({ confidence: 0.5 })
  })

  it('gives the better point, and takes away the doubt whether there is such a number', () => {
    const guess = {
      ...at({ ...elm, accuracyM: 200 }, 0.4),
      alternatives: [{ value: { ...elm, ...north(3_000) }, confidence: 0.5 }],
    }
    const after = weigh(guess, [exact({ ...north(90), accuracyM: 25, zip: '02131' })])
    expect(after).toMatchObject({
      outcome: 'refined',
      confidence: 0.7,
      value: { ...elm, ...north(90), accuracyM: 25, zip: '02131' },
    })
    expect(after.alternatives?.[0]?.confidence).toBeCloseTo(0.3)
  })

  it('takes a letter and a range for the same house, and a corner in either order', () => {
    const near = { ...north(10), accuracyM: 15 }
    const lettered = weigh(at({ ...elm, address: '45A Elm St' }), [exact(near)])
    expect(lettered).toMatchObject({ outcome: 'refined', value: { address: '45A Elm St', ...near } })
    expect(weigh(at({ ...elm, address: '43-47 Elm St' }), [exact(near)])).toMatchObject({
      outcome: 'refined',
    })
    expect(weigh(at({ ...elm, address: '47-49 Elm St' }), [exact(near)])).toMatchObject({
      outcome: 'unknown',
    })
    const corner = { kind: 'intersection', address: 'A St & B St' } as const
    const other = exact({ ...near, kind: 'intersection', address: 'B St & A St' })
    expect(weigh(at({ ...elm, ...corner }), [other])).toMatchObject({
      outcome: 'refined',
      value: { address: 'A St & B St' },
    })
  })

  it('that lies elsewhere leaves both to choose from, asked by neighborhood', () => {
    const other = { ...north(4_000), neighborhood: 'Dorchester', accuracyM: 25 }
    const after = weigh(at(elm, 0.95), [exact(other)])
    expect(after).toMatchObject({
      outcome: 'disagreed',
      value: elm,
      needs: 'neighborhood',
      alternatives: [{ value: { ...elm, ...other } }],
    })
    expect(after.confidence).toBeLessThan(0.45)
  })

  it('that lies elsewhere comes first where ours was a guess', () => {
    const other = { ...north(600), accuracyM: 25 }
    expect(weigh(at({ ...elm, accuracyM: 150 }, 0.95), [exact(other)])).toMatchObject({
      outcome: 'disagreed',
      value: { ...elm, ...other },
      needs: null,
      alternatives: [{ value: { ...elm, accuracyM: 150 } }],
    })
  })

  it('of several houses within a wide guess asks which, and takes the doubt of the number away', () => {
    const wild: LocationSuggestion = {
      ...at({ ...elm, accuracyM: 7_000 }, 0.05),
      needs: 'number',
      doubt: 'number',
    }
    const other = { ...north(4_000), neighborhood: 'Dorchester' }
    const after = weigh(wild, [exact({ accuracyM: 25 }), exact({ ...other, accuracyM: 25 })])
    expect(after).toMatchObject({
      needs: 'neighborhood',
      confidence: 0.3,
      alternatives: [{ confidence: 0.3 }],
    })
    expect(after).not.toHaveProperty('doubt')
    const one = weigh(wild, [exact({ accuracyM: 25 })])
    expect(one).toMatchObject({ outcome: 'refined', needs: null, confidence: 0.525 })
    expect(one).not.toHaveProperty('doubt')
  })

  it('that only goes on past the end of the street takes no doubt away', () => {
    const wild: LocationSuggestion = {
      ...at({ ...elm, accuracyM: 7_000 }, 0.05),
      needs: 'number',
      doubt: 'number',
    }
    expect(weigh(wild, [exact({ accuracyM: 250 })])).toMatchObject({
      outcome: 'refined',
      confidence: 0.05,
      needs: 'number',
      doubt: 'number',
    })
  })

  it('is not asked for where nobody means the address', () => {
    for (const doubt of ['default', 'invented'] as const) {
      expect(of({ ...at(elm), doubt }).questions).toEqual([])
      expect(of({ ...nowhere, doubt }, { expecting: 'location' }, '123 fake st').questions).toEqual([])
    }
  })

  it('of several houses, the one that was read decides', () => {
    const far = exact({ ...north(5_000), neighborhood: 'Dorchester' })
    expect(weigh(at(elm, 0.9), [far, exact({ accuracyM: 20 })])).toMatchObject({
      outcome: 'same',
      confidence: 0.9,
    })
  })

  it('finds a place that we could not read, to be asked as yes or no', () => {
    const tower = exact({ address: '9 Harbor Walk' }, 0.97)
    expect(weigh(nowhere, [tower], { expecting: 'location' }, 'harbor walk 9')).toMatchObject({
      outcome: 'found',
      value: tower.place,
      confidence: 0.6,
      mention: 'harbor walk 9',
      evidence: [[0, 13]],
    })
    const unlike = exact({ address: '9 Harbor Walk' }, 0.85)
    expect(weigh(nowhere, [unlike], { expecting: 'location' }, 'harbor walk 9')).toMatchObject({
      outcome: 'unknown',
    })
  })

  it('that finds several asks which', () => {
    const other = exact({ ...north(4_000), neighborhood: 'Dorchester' }, 0.96)
    expect(weigh(nowhere, [exact({}, 0.97), other], { expecting: 'location' }, 'elm court 45')).toMatchObject(
      {
        needs: 'neighborhood',
        confidence: 0.3,
        alternatives: [{ value: other.place, confidence: 0.3 }],
      },
    )
  })

  it('names the house at a photo, and leaves the photo where it was taken', () => {
    const location = { ...at({ ...elm, accuracyM: 30 }, 0.9), mention: null }
    const hints: Hints = { point: { lat: elm.lat, lon: elm.lon, accuracyM: 30, from: 'photo' } }
    const { read } = of(location, hints)
    const named = (place: Place | null) => {
      const { understanding, outcomes } = checked('', read, hints, () => ({ ask: 'reverse', place }))
      return { place: understanding.problems[0]?.location.value, outcome: outcomes[0] }
    }
    expect(named({ ...elm, address: '47 Elm St', ...north(20) })).toEqual({
      place: { ...elm, accuracyM: 30, address: '47 Elm St' },
      outcome: 'refined',
    })
    expect(named(elm).outcome).toBe('same')
    expect(named(null).outcome).toBe('unknown')
    expect(named({ ...elm, address: '99 Far St', ...north(100) }).outcome).toBe('unknown')
  })

  it('keeps every suggestion one of probabilities, whatever it says', () => {
    const place = fc.record({
      kind: fc.constantFrom('address', 'intersection', 'place', 'street'),
      address: fc.constantFrom('45 Elm St', '46 Elm St', 'A St & B St', 'B St & A St', ''),
      neighborhood: fc.constantFrom('Dorchester', 'Roxbury', null),
      zip: fc.constant(null),
      lat: fc.double({ min: 42.25, max: 42.39, noNaN: true }),
      lon: fc.double({ min: -71.18, max: -70.99, noNaN: true }),
      accuracyM: fc.integer({ min: 1, max: 5_000 }),
    }) as fc.Arbitrary<Place>
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 })
    const location = fc
      .tuple(place, fc.array(place, { maxLength: 4 }), shares)
      .map(([value, others, parts]) => {
        const sum = parts.reduce((a, b) => a + b, 0) || 1
        return {
          ...at(value, (parts[0] ?? 0) / sum),
          alternatives: others.slice(0, parts.length - 1).map((other, n) => ({
            value: other,
            confidence: (parts[n + 1] ?? 0) / sum,
          })),
        }
      })
    const answers = fc.array(fc.record({ place, score: fc.double({ min: 0, max: 1, noNaN: true }) }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.oneof(location, fc.constant(nowhere)), answers, (read, found) => {
        const after = weigh(read, found, { expecting: 'location' }, 'elm court 45')
        const all = [after.confidence ?? 0, ...(after.alternatives ?? []).map((a) => a.confidence)]
        expect(all.every((p) => p >= 0 && p <= 1)).toBe(true)
        if (after.value !== null) expect(all.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })
})
