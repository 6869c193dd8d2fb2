import { describe, expect, test } from 'vitest'
import { calibrated, calibrationError, fitIsotonic, thresholdAt } from '../../classifiers/calibrate.ts'
import { rankedOf } from '../../classifiers/category/classify.ts'
import { conceptsIn } from '../../classifiers/category/concepts.ts'
import { phrases } from '../../classifiers/category/phrases.ts'
import { tokenise } from '../../classifiers/category/tokens.ts'
import { fitModel, labelsOf, prepare } from '../../classifiers/train/fit.ts'
import { type Row, sameness } from '../../classifiers/train/rows.ts'

describe('tokens', () => {
  test('stand where the text has them', () => {
    const text = 'El árbol se cayó, l’arbre 路灯'
    for (const { start, end, text: word } of tokenise(text)) {
      expect(text.slice(start, end).length).toBeGreaterThan(0)
      expect(word).not.toMatch(/[áó’]/)
    }
    expect(tokenise(text).map(({ text }) => text)).toEqual([
      'el',
      'arbol',
      'se',
      'cayo',
      'larbre',
      '路',
      '灯',
    ])
  })

  test('fold a house number and its street into one', () => {
    expect(tokenise('trash at 123 Tremont St again').map(({ text }) => text)).toEqual([
      'trash',
      'at',
      '@address',
      'again',
    ])
    expect(tokenise('3 street lights').map(({ kind }) => kind)).toEqual(['number', 'word', 'word'])
  })
})

describe('concepts', () => {
  test('are the same in every language', () => {
    const names = (text: string) => conceptsIn(tokenise(text)).map(({ concept }) => concept)
    expect(names('an old couch')).toContain('bulky')
    expect(names('un sofá viejo')).toContain('bulky')
    expect(names('旧沙发')).toContain('bulky')
  })
})

describe('phrases', () => {
  const seen = (text: string) => phrases.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)

  test('tell many lights from one', () => {
    expect(seen('seven of the street lights are out')).toContain('many-lights')
    expect(seen('the street light is out')).not.toContain('many-lights')
  })

  test('see the tree in the park', () => {
    expect(seen('dead tree in the park')).toEqual(expect.arrayContaining(['tree-in-park', 'dead-tree']))
  })
})

describe('calibration', () => {
  const outcomes = Array.from({ length: 1000 }, (_, i) => ({ share: i / 1000, right: i % 10 < i / 100 }))

  test('rises and is nearly right on what it was fitted on', () => {
    const knots = fitIsotonic(outcomes)
    expect(calibrated(knots, 0.9)).toBeGreaterThan(calibrated(knots, 0.2))
    const adjusted = outcomes.map(({ share, right }) => ({ share: calibrated(knots, share), right }))
    expect(calibrationError(adjusted)).toBeLessThan(0.05)
  })

  test('finds the lowest threshold that keeps the precision', () => {
    const { threshold, kept } = thresholdAt(
      [
        { share: 0.9, right: true },
        { share: 0.8, right: true },
        { share: 0.7, right: false },
        { share: 0.6, right: true },
      ],
      1,
    )
    expect(threshold).toBe(0.8)
    expect(kept).toBe(0.5)
  })
})

describe('training', () => {
  const rows = prepare(
    [
      'pothole in the road',
      'big pothole',
      'pothole again',
      'rats in the alley',
      'rats again',
      'big rats',
    ].map(
      (text, i): Row => ({
        id: `${i}`,
        text,
        slugs: [text.includes('rats') ? 'rodents' : 'pothole'],
        type: null,
        source: 'utterance',
      }),
    ),
  )
  const labels = labelsOf(rows)

  test('gives the same bytes for the same seed', () => {
    expect(fitModel(rows, labels, 1)).toEqual(fitModel(rows, labels, 1))
  })

  test('ends its labels with "no service"', () => {
    expect(labels).toEqual(['pothole', 'rodents', ''])
    const { parts } = fitModel(rows, labels, 1)
    expect(parts.keys.length).toBeGreaterThan(0)
  })

  test('takes texts that differ in numbers and signs for one', () => {
    expect(sameness('Pothole, at 12 Elm!')).toBe(sameness('pothole at 45 elm'))
  })
})

describe('ranking', () => {
  const none = {
    features: [],
    vector: { columns: new Int32Array(), values: new Float32Array() },
    familiar: true,
  }

  test('puts the most probable first and the others by how likely they are', () => {
    const probabilities = Float64Array.of(0.2, 0.4, 0.3, 0.1)
    const likely = Float64Array.of(0.5, 0.2, 0.2, 0.1)
    expect(rankedOf({ ...none, probabilities, likely }, ['a', 'b', 'c', ''])).toEqual([1, 0, 2])
  })

  test('never ranks "no service"', () => {
    const only = Float64Array.of(1)
    expect(rankedOf({ ...none, probabilities: only, likely: only }, [''])).toEqual([])
  })
})
