import { describe, expect, it } from 'vitest'
import { locationClassifier } from '../../classifiers/location/index.ts'
import { bostonWords } from '../../src/city/boston/aliases.ts'
import { placeDoubts } from '../../src/core/understanding.ts'
import { gazetteer } from './location-gazetteer.ts'

const classify = locationClassifier(gazetteer)
const read = (text: string) => classify(text, {})

describe('an address of jokes and forms', () => {
  it.each([
    ['123 Fake St', '123 Fake St'],
    ['pothole at 4 Privet Drive', '4 Privet Drive'],
    ['1600 Pennsylvania Avenue', '1600 Pennsylvania Avenue'],
    ['my address is area 51', 'area 51'],
    ['742 Evergreen Terrace', '742 Evergreen Terrace'],
  ])('%j is no place, and says why', (text, mention) => {
    expect(read(text)).toMatchObject({ value: null, mention, doubt: 'invented' })
  })

  it.each(['123 Main St', '221B Baker Street'])('%j exists, so it is read back', (text) => {
    const said = read(text)
    expect(said.value?.kind).toBe('address')
    expect(said.doubt).toBe('invented')
    expect(said.confidence).toBeLessThan(0.8)
  })

  it('gives way to a real place beside it', () => {
    expect(read('not area 51 lol, its 40 Westville St').value?.address).toBe('40 Westville St')
  })
})

describe('a number that the street has not got', () => {
  it.each(['9999 Westville St', '450 Westville St', '2999 Acorn St'])('%j asks for the number', (text) => {
    const said = read(text)
    expect(said).toMatchObject({ doubt: 'number', needs: 'number' })
    expect(said.confidence).toBeLessThan(0.3)
    expect(said.value?.accuracyM).toBeLessThan(3000)
  })
})

describe('a street that is not in the neighborhood named', () => {
  it.each(['100 Newbury St, Dorchester', '40 Westville St in Charlestown'])('%j is read back', (text) => {
    const said = read(text)
    expect(said.doubt).toBe('neighborhood')
    expect(said.confidence).toBeLessThan(0.8)
  })

  it('is none where it is', () => {
    expect(read('40 Westville St, Dorchester').doubt).toBeUndefined()
  })
})

describe('a street of a town next door', () => {
  it.each([
    ['100 beacon st brookline', 'Brookline'],
    ['pothole at 50 Beacon St, Somerville', 'Somerville'],
    ['mass ave in Arlington', 'Arlington'],
    ['12 Harvard St Cambridge', 'Cambridge'],
  ])('%j is not the one here', (text, town) => {
    expect(read(text)).toMatchObject({ value: null, outside: { name: town } })
  })
})

describe('the point where software puts what it cannot place', () => {
  const [point = { lat: 0, lon: 0 }] = bostonWords.defaults.points

  it('is not believed of a pin or a device', () => {
    for (const from of ['pin', 'device'] as const) {
      const said = classify('big hole', { point: { ...point, accuracyM: 10, from } })
      expect(said.doubt).toBe('default')
      expect(said.confidence).toBeLessThan(0.1)
    }
  })

  it('is believed of a photo, and a step beside it of a pin', () => {
    expect(
      classify('big hole', { point: { ...point, accuracyM: 10, from: 'photo' } }).confidence,
    ).toBeGreaterThan(0.8)
    const beside = { lat: point.lat + 0.0002, lon: point.lon, accuracyM: 10, from: 'pin' } as const
    expect(classify('big hole', { point: beside }).confidence).toBeGreaterThan(0.8)
  })

  it('does not decide between streets of one name', () => {
    const alone = read('450 Washington St')
    const pinned = classify('450 Washington St', { point: { ...point, accuracyM: 10, from: 'pin' } })
    expect(pinned).toEqual(alone)
  })

  it('is read back where it is written', () => {
    const said = read('1 City Hall Plaza')
    expect(said).toMatchObject({ value: { address: '1 City Hall Plz' }, doubt: 'default' })
    expect(said.confidence).toBeLessThan(0.8)
  })
})

describe('things that no table here holds', () => {
  it.each([
    ['pole number 123456 is leaning', 'pole number 123456'],
    ['the street light #1234 flickers', 'street light #1234'],
    ['bus stop 12345 has no bench', 'bus stop 12345'],
    ['parking meter 88123 is broken', 'parking meter 88123'],
    ['pothole by the Curley school', 'Curley school'],
  ])('are kept in %j without a point', (text, mention) => {
    expect(read(text)).toMatchObject({ value: null, mention, doubt: 'unlisted' })
  })

  it('stay with the street they stand on', () => {
    expect(read('light pole 45A on Westville St is out')).toMatchObject({
      value: { kind: 'street', address: 'Westville St' },
      mention: 'light pole 45A on Westville St',
    })
  })

  it.each(['a pole 2 feet from the curb', 'no school tomorrow', 'the stop sign is down', 'the pole is down'])(
    'are not read into %j',
    (text) => {
      expect(read(text).mention).toBeNull()
    },
  )
})

it('has a case for every doubt', () => {
  const said = [
    '9999 Westville St',
    '100 Newbury St, Dorchester',
    '123 Fake St',
    '1 City Hall Plaza',
    'pole number 123456',
  ]
  expect(said.map((text) => read(text).doubt)).toEqual([...placeDoubts])
})
