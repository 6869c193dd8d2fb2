import { describe, expect, it } from 'vitest'
import { locationClassifier, placesFinder } from '../../classifiers/location/index.ts'
import type { Hints, Place } from '../../src/core/understanding.ts'
import { gazetteer } from './location-gazetteer.ts'

const classify = locationClassifier(gazetteer)
const asked = classify('450 Washington St', {})
const candidates: readonly Place[] = [asked.value, ...asked.alternatives.map(({ value }) => value)].filter(
  (place) => place !== null,
)
const choosing: Hints = { expecting: 'neighborhood', candidates }

describe('the answer to "which neighborhood?"', () => {
  it.each([
    ['dorchester', 'Dorchester'],
    ['the one in dot', 'Dorchester'],
    ['Brighton please', 'Brighton'],
    ['its downtown', 'Downtown'],
    ['02135', 'Brighton'],
  ])('%j picks the candidate in %s', (text, neighborhood) => {
    const said = classify(text, choosing)
    expect(said.value?.neighborhood).toBe(neighborhood)
    expect(said.value?.address).toBe('450 Washington St')
    expect(said.confidence).toBeGreaterThan(0.9)
  })

  it.each([
    ['2', 1],
    ['1', 0],
    ['the second one', 1],
    ['one', 0],
  ])('%j picks by position', (text, index) => {
    expect(classify(text, choosing).value).toEqual(candidates[index])
  })

  it.each([
    ['near codman sq', 'Dorchester'],
    ['by market st', 'Brighton'],
    ['off Winter Street', 'Downtown'],
    ['near Downtown Crossing station', 'Downtown'],
  ])('%j picks by what lies beside it', (text, neighborhood) => {
    const said = classify(text, choosing)
    expect(said.value).toMatchObject({ address: '450 Washington St', neighborhood })
  })

  it('takes an answer that is a better place by itself', () => {
    const streets = classify('Washington St', {})
    const offered = [streets.value, ...streets.alternatives.map(({ value }) => value)].filter(
      (p) => p !== null,
    )
    const place = streets.value ?? undefined
    const asked: Hints = { expecting: 'neighborhood', candidates: offered, ...(place && { place }) }
    for (const text of ['400 Washington St, Dorchester', '400, Dorchester', 'number 400 in Dorchester'])
      expect(classify(text, asked).value, text).toMatchObject({
        kind: 'address',
        address: '400 Washington St',
        neighborhood: 'Dorchester',
      })
    expect(classify('the one in Roxbury', asked).value).toMatchObject({
      kind: 'street',
      neighborhood: 'Roxbury',
    })
    expect(classify('Centre St in Jamaica Plain', asked).value?.address).toBe('Centre St')
    expect(classify('no, 42', asked)).toMatchObject({
      value: { address: '42 Washington St' },
      needs: 'neighborhood',
    })
  })

  it.each(['el segundo', 'la segunda', 'nimewo 2', 'dezyèm nan', '第二个', 'второй', 'số 2'])(
    '%j picks the second in its language',
    (text) => {
      expect(classify(text, choosing).value).toEqual(candidates[1])
    },
  )

  it('reads another address as another address', () => {
    expect(classify('no I mean 100 Dudley St', choosing).value?.address).toBe('100 Dudley St')
  })

  it('picks nothing from a number beyond the list', () => {
    expect(classify('9', choosing).value).toBeNull()
  })
})

describe('a number for the street on the table', () => {
  const street = classify('trash on Adams St in Dorchester', {}).value
  const place = classify('54 Dudley St', {}).value
  if (!street || !place) throw new Error('the gazetteer lost a street')

  it.each([
    '300',
    '#300',
    'number 300',
    "it's 300",
    'three hundred',
    'el 300',
    'nimewo 300',
    '300号',
    'across from 300',
  ])('%j completes it', (text) => {
    const said = classify(text, { expecting: 'number', place: street })
    expect(said.value).toMatchObject({ kind: 'address', address: '300 Adams St', neighborhood: 'Dorchester' })
  })

  it.each(["no, it's 45 not 54", 'its 45', '45', 'sorry 45', 'not 54, 45', 'I meant 45'])(
    '%j corrects it',
    (text) => {
      expect(classify(text, { place }).value?.address).toBe('45 Dudley St')
    },
  )

  it('does not take a count for a house number', () => {
    expect(classify('there are 3 of them', { place }).value).toBeNull()
  })
})

describe('the point of a photo', () => {
  const here = classify('300 Adams St, Dorchester', {}).value
  if (!here) throw new Error('the gazetteer lost a street')
  const point = { lat: here.lat, lon: here.lon, accuracyM: 15, from: 'photo' } as const

  it('is the place where the text names none', () => {
    const said = classify('big hole', { point })
    expect(said.mention).toBeNull()
    expect(said.value).toMatchObject({ lat: here.lat, lon: here.lon, neighborhood: 'Dorchester' })
    expect(placesFinder(gazetteer)('big hole', { point })).toHaveLength(1)
  })

  it('gives way to the text, and makes it surer where both agree', () => {
    expect(classify('100 Dudley St', { point }).value?.address).toBe('100 Dudley St')
    const alone = classify('300 Adams St', {})
    expect(classify('300 Adams St', { point }).confidence).toBeGreaterThanOrEqual(alone.confidence)
  })

  it('says where on a long street', () => {
    const said = classify('hole on Adams St', { point })
    expect(said.value).toMatchObject({ lat: here.lat, lon: here.lon })
    expect(said.needs).toBeNull()
    expect(said.mention).toBe('Adams St')
  })

  it('is no place outside the city', () => {
    expect(classify('big hole', { point: { ...point, lat: 42.5, lon: -71.5 } }).value).toBeNull()
  })
})

describe('a cross street for the street on the table', () => {
  it('makes a corner', () => {
    const place = classify('trash on Newbury St', {}).value
    if (!place) throw new Error('the gazetteer lost a street')
    const said = classify('near dartmouth', { expecting: 'number', place })
    expect(said.value).toMatchObject({ kind: 'intersection', address: 'Newbury St & Dartmouth St' })
  })

  it.each(['sorry I meant Ashmont St', 'in front of the church'])('%j makes none', (text) => {
    const place = classify('trash on Adams St in Dorchester', {}).value
    if (!place) throw new Error('the gazetteer lost a street')
    expect(classify(text, { expecting: 'number', place }).value?.kind).not.toBe('intersection')
  })

  it('takes a bare name for a street where we asked for the place', () => {
    expect(classify('it is by amory somewhere', { expecting: 'location' }).value?.address).toBe('Amory St')
    expect(classify('it is by amory somewhere', {}).value).toBeNull()
  })
})
