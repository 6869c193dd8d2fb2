import { describe, expect, it } from 'vitest'
import { completer } from '../../classifiers/location/index.ts'

const street = (name: string) => ({ name, ranges: [], systems: [] })
const complete = completer({
  streets: ['Tremont St', 'Tremont Pl', 'Trenton St', 'Massachusetts Ave', 'Washington St'].map(street),
  places: [{ name: 'Franklin Park', aliases: [], kind: 'open_space', lat: 0, lon: 0 }],
})

describe('what somebody is still typing', () => {
  it.each([
    ['tremo', ['Tremont Pl', 'Tremont St']],
    ['123 trem', ['123 Tremont Pl', '123 Tremont St']],
    ['12A Wash', ['12A Washington St']],
    ['Mass & tren', ['Mass & Trenton St']],
    ['massachusetts ave and tremont s', ['massachusetts ave and Tremont St']],
    ['FRANKLIN P', ['Franklin Park']],
    ['t', []],
    ['', []],
    ['123', []],
    ['zzz', []],
  ])('"%s" may become %j', (typed, endings) => {
    expect(complete(typed, 10)).toEqual(endings)
  })

  it('gets no more endings than were asked for', () => {
    expect(complete('tr', 2)).toHaveLength(2)
  })
})
