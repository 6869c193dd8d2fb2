import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { misses, table } from './tables.ts'

const classify = safetyClassifier()
const safetyOf = (text: string) => classify(text, {}).value

describe('safety classifier', () => {
  const rows = [...table('safety'), ...table('safety-held-out')]
  it('misses no emergency and no crisis of the own tables', () => {
    const positive = rows.filter(({ label }) => label !== 'none')
    expect(positive.length).toBeGreaterThanOrEqual(150)
    expect(misses(positive, safetyOf)).toEqual([])
  })
  it('raises a false alarm on at most 1 of 100 negatives', () => {
    const negative = rows.filter(({ label }) => label === 'none')
    expect(negative.length).toBeGreaterThanOrEqual(250)
    const wrong = misses(negative, safetyOf)
    expect(wrong.length / negative.length, wrong.join('\n')).toBeLessThanOrEqual(0.01)
  })
  it('finds the danger whatever the case, the accents and the surrounding words', () => {
    const frames = [
      (text: string) => text.toUpperCase(),
      (text: string) => `hello 311, ${text} please`,
      (text: string) => `${text}!!!`,
      (text: string) => text.normalize('NFD'),
    ]
    const positive = table('safety').filter(({ label, text }) => label !== 'none' && text.length > 6)
    for (const frame of frames) {
      const framed = positive.map(({ label, text }) => ({ label, text: frame(text) }))
      const wrong = misses(framed, safetyOf)
      expect(wrong.length / framed.length, wrong.join('\n')).toBeLessThanOrEqual(0.03)
    }
  })
  it('shows the words that decided', () => {
    const text = 'Hi, I smell gas at 12 Elm St'
    const [span] = classify(text, {}).evidence
    expect(span && text.slice(...span)).toBe('smell gas')
  })
  it('answers crisis before emergency, for 988 belongs in the reply', () => {
    expect(safetyOf('he has a knife and wants to kill himself')).toBe('crisis')
  })
  it('says none for empty text', () => {
    expect(classify('', {})).toMatchObject({ value: 'none', evidence: [] })
  })
  it('finds an emergency at the end of a very long text', () => {
    expect(safetyOf(`${'the street is dirty. '.repeat(400)} i smell gas`)).toBe('emergency')
  })
  it('never throws, and evidence lies within the text', () => {
    const word = fc.constantFrom(
      'gas',
      'smell',
      'fire',
      'hydrant',
      'shot',
      'kill',
      'myself',
      'cháy',
      'газ',
      '着火',
      'غاز',
      'not',
      'breathing',
      ',',
      "'",
      '\n',
      '🔥',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (any) => {
        for (const [start, end] of classify(any, {}).evidence) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(any.length)
        }
      }),
    )
  })
})
