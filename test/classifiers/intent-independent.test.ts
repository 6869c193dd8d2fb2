/**
 * Intent on rows that neither the rules nor the model were made from. They are counted, never shown.
 * @module
 */
import { describe, expect, it } from 'vitest'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { intents, languages } from '../../src/core/understanding.ts'
import { independentIntents, table } from './tables.ts'

const classify = intentClassifier()
const rows = independentIntents()
describe('the independent table of intents', () => {
  it('has every intent in every language', () => {
    for (const language of languages)
      expect(
        new Set(rows.filter((row) => row.language === language).map(({ label }) => label)),
        language,
      ).toEqual(new Set(intents))
    expect(rows.length).toBeGreaterThanOrEqual(380)
  })
  it('is mostly new: few of its sentences stand in what the model was made from', () => {
    expect(rows.filter(({ isKnown }) => isKnown).length / rows.length).toBeLessThan(0.2)
  })
  it.each([
    ['English', 0.8, (language: string) => language === 'en'],
    ['the other languages', 0.84, (language: string) => language !== 'en'],
  ])('is read right often enough in %s', (_, atLeast, isOne) => {
    const those = rows.filter(({ language, isKnown }) => isOne(language) && !isKnown)
    const right = those.filter(({ label, text }) => classify(text, {}).value === label)
    expect(right.length / those.length).toBeGreaterThanOrEqual(atLeast)
  })
  it('holds no text that is wrongly taken for an opt-out, and at most one for spam', () => {
    const taken = rows.map(({ label, text }) => ({ label, value: classify(text, {}).value }))
    expect(taken.filter(({ label, value }) => value === 'stop' && label !== 'stop')).toHaveLength(0)
    expect(
      taken.filter(({ label, value }) => value === 'spam' && label !== 'spam').length,
    ).toBeLessThanOrEqual(1)
  })
  it('is right where it is sure of it', () => {
    const sure = rows
      .map(({ label, text }) => ({ label, found: classify(text, {}) }))
      .filter(({ found }) => found.confidence >= 0.85)
    expect(sure.length).toBeGreaterThan(rows.length / 2)
    const right = sure.filter(({ label, found }) => found.value === label)
    expect(right.length / sure.length).toBeGreaterThanOrEqual(0.93)
  })
})

describe('questions with an approved answer', () => {
  it('reach the answer finder at least 17 times in 20, in a table that nothing was made from', () => {
    const asked = table('answers-held-out').filter(({ label }) => label !== 'none')
    const reach = asked.filter(({ text }) => {
      const { value } = classify(text.slice(text.indexOf('\t') + 1), {})
      return value === 'question' || value === 'other'
    })
    expect(reach.length / asked.length).toBeGreaterThanOrEqual(0.85)
  })
})
