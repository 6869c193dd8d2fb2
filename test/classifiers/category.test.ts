import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryClassifier, loadCategoryModel } from '../../classifiers/category/index.ts'
import { services } from '../../src/city/boston/services/index.ts'

const model = loadCategoryModel()
const classify = categoryClassifier(model)
const ask = (text: string) => classify(text, {})

describe('the category classifier', () => {
  test.each([
    ['theres a huge pothole at the end of my street', 'pothole'],
    ['the street light in front of my building is out', 'street-light-out'],
    ['seven street lights are out on our block, the whole street is dark', 'street-lights-out-many'],
    ['a car hit the lamp post and knocked down the street light', 'street-light-damaged'],
    ['rats are running around behind our building', 'rodents'],
    ['someone spray painted graffiti all over the wall', 'graffiti'],
    ['they missed our trash pickup this morning', 'missed-pickup'],
    ['car is double parked and blocking the bike lane', 'illegal-parking'],
    ['abandoned car with no plates, hasnt moved in two months', 'abandoned-vehicle'],
    ['the sidewalk next door has not been shoveled', 'unshoveled-sidewalk'],
    ['our street has not been plowed at all', 'snow-plowing'],
    ['someone put a space saver in the road', 'space-saver'],
    ['there is a used needle on the playground slide', 'needle'],
    ['dead raccoon in the road', 'dead-animal'],
    ['strong smell of gas on the street', 'gas-odor'],
    ['the stop sign at the corner is missing', 'sign-repair'],
    ['there is no heat in my apartment', 'heat'],
    ['the crosswalk paint is completely faded', 'pavement-marking'],
    ['i found bed bugs in my bedroom', 'bed-bugs'],
    ['neighbors blasting loud music all night', 'noise'],
    ['a big tree fell across the road', 'tree-emergency'],
  ])('hears a resident say %j', (text, service) => {
    expect(ask(text).value).toBe(service)
  })

  test.each([
    ['hay un bache enorme en la calle', 'pothole'],
    ['hay ratas en el callejón', 'rodents'],
    ['el semáforo no funciona', 'traffic-signal'],
    ['hay grafiti en la pared', 'graffiti'],
    ['no pasaron a recoger la basura', 'missed-pickup'],
    ['没有收垃圾', 'missed-pickup'],
    ['路灯坏了', 'street-light-out'],
  ])('hears it in another language: %j', (text, service) => {
    expect(ask(text).value).toBe(service)
  })

  test.each([
    '',
    '   ',
    'hello',
    'hola',
    'asdf',
    '02124',
    '12345',
    '?!',
    '🙂',
    'yes',
    'thanks',
    '123 Tremont St',
  ])('abstains on %j', (text) => {
    expect(ask(text).value).toBeNull()
  })

  test('keeps one service apart from its neighbor in a park', () => {
    const { value, alternatives } = ask('dead tree in the park near the playground')
    expect([value, ...alternatives.map((other) => other.value)].slice(0, 2)).toContain('tree-in-park')
  })

  test('knows a hydrant for a matter of Boston Water and Sewer', () => {
    const { value, alternatives } = ask('fire hydrant is leaking water')
    const best = [value, ...alternatives.map((other) => other.value)].slice(0, 3)
    expect(best).toEqual(expect.arrayContaining(['fire-hydrant', 'water-sewer-general']))
  })

  test('points at the words that decided', () => {
    const text = 'on my way to work I saw a pothole'
    expect(
      ask(text)
        .evidence.map(([start, end]) => text.slice(start, end))
        .join(' '),
    ).toContain('pothole')
  })

  test('does not let a street name decide', () => {
    expect(ask('pothole on Park Street').value).toBe('pothole')
    expect(ask('pothole on Water Street').value).toBe('pothole')
  })

  test('says the same of the same text', () => {
    expect(ask('broken bench')).toEqual(ask('broken bench'))
  })

  test('never throws, keeps spans inside the text and shares within 1', () => {
    const words = fc.constantFrom(
      'pothole',
      'light',
      'is',
      'out',
      'tree',
      'İ',
      '路灯',
      'árbol',
      '5',
      'St',
      '\n',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(text, (given) => {
        const { value, confidence, alternatives, evidence } = ask(given)
        expect(
          confidence + alternatives.reduce((sum, other) => sum + other.confidence, 0),
        ).toBeLessThanOrEqual(1 + 1e-9)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(alternatives.length).toBeLessThanOrEqual(5)
        expect(alternatives.map((other) => other.value)).not.toContain(value)
        expect(alternatives.map((other) => other.confidence)).toEqual(
          alternatives.map((other) => other.confidence).toSorted((a, b) => b - a),
        )
        expect(evidence.length).toBeLessThanOrEqual(3)
        let from = 0
        for (const [start, end] of evidence) {
          expect(start).toBeGreaterThanOrEqual(from)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(given.length)
          from = end
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the committed category model', () => {
  test('knows every service of the catalogue and no other', () => {
    const known = model.header.labels.filter((label) => label !== '')
    expect(known.toSorted()).toEqual(services.map(({ code }) => code).toSorted())
  })

  test('carries a rising calibration and its thresholds', () => {
    const { calibration, thresholds } = model.header
    for (const [i, [share, probability]] of calibration.entries()) {
      expect(share).toBeGreaterThanOrEqual(calibration[i - 1]?.[0] ?? 0)
      expect(probability).toBeGreaterThanOrEqual(calibration[i - 1]?.[1] ?? 0)
    }
    expect(thresholds.precision95).toBeGreaterThanOrEqual(thresholds.precision90)
  })
})
