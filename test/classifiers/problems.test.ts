import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitProblems } from '../../classifiers/problems/index.ts'
import type { Span } from '../../src/core/understanding.ts'

function split(text: string, ...places: readonly string[]): readonly string[] {
  const spans = places.map((place): Span => [text.indexOf(place), text.indexOf(place) + place.length])
  return splitProblems(text, spans).map(([start, end]) => text.slice(start, end))
}

describe('splitting problems', () => {
  it.each([
    [
      'pothole at 12 Elm St and also the street light at 40 Oak St is out',
      ['12 Elm St', '40 Oak St'],
      ['pothole at 12 Elm St', 'the street light at 40 Oak St is out'],
    ],
    [
      'pothole at 12 Elm St and the street light at 40 Oak St is out',
      ['12 Elm St', '40 Oak St'],
      ['pothole at 12 Elm St', 'the street light at 40 Oak St is out'],
    ],
    [
      '1) pothole on Elm St 2) graffiti on Oak St',
      ['Elm St', 'Oak St'],
      ['pothole on Elm St', 'graffiti on Oak St'],
    ],
    [
      'street light out at 12 Elm. Also the trash was not picked up',
      ['12 Elm'],
      ['street light out at 12 Elm', 'the trash was not picked up'],
    ],
    [
      'pothole at 12 Elm St, another one at 40 Oak St',
      ['12 Elm St', '40 Oak St'],
      ['pothole at 12 Elm St', 'at 40 Oak St'],
    ],
    ['graffiti on the wall\ntree down at 5 Oak', ['5 Oak'], ['graffiti on the wall', 'tree down at 5 Oak']],
    [
      'hay un bache en Centre St y también la luz está apagada en Elm St',
      ['Centre St', 'Elm St'],
      ['hay un bache en Centre St', 'la luz está apagada en Elm St'],
    ],
    ['路灯坏了，另外垃圾没人收', [], ['路灯坏了', '垃圾没人收']],
  ] as const)('finds two in "%s"', (text, places, expected) => {
    expect(split(text, ...places)).toEqual(expected)
  })
  it.each([
    ['trash everywhere and rats at 5 Main St', ['5 Main St']],
    ['huge pothole on Centre St. It has been there for weeks. Please fix it', ['Centre St']],
    ['pothole at the corner of Centre St and South St', ['Centre St and South St']],
    ['tree branch fell on the sidewalk and is also blocking the street', []],
    ['There is a pothole and the street light is out at 12 Elm St', ['12 Elm St']],
    ['street light out at 12 Elm St. please also text me when done', ['12 Elm St']],
    ['I called last week. Nobody came. Also I emailed. The light is out', []],
  ] as const)('keeps one in "%s"', (text, places) => {
    expect(split(text, ...places)).toHaveLength(1)
  })
  it('gives nothing for blank text', () => {
    expect(splitProblems('', [])).toEqual([])
    expect(splitProblems(' \n ', [])).toEqual([])
  })
  it('gives ordered spans within the text that never cut a place', () => {
    const word = fc.constantFrom(
      'pothole',
      'trash',
      'light out',
      'and',
      'also',
      ',',
      '.',
      '\n',
      '1)',
      '2)',
      '12 Elm St',
      'graffiti',
      'another',
      '另外',
      'también',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(' ')
        const places = [...text.matchAll(/12 Elm St/g)].map((hit): Span => [hit.index, hit.index + 9])
        const spans = splitProblems(text, places)
        let last = 0
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        for (const [from, to] of places) {
          for (const [start, end] of spans)
            expect((start <= from && to <= end) || to <= start || from >= end).toBe(true)
        }
      }),
    )
  })
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void splitProblems(text, [])),
    )
  })
})
