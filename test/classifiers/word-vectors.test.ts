import { describe, expect, test } from 'vitest'
import { meaningOf, vectorOf } from '../../classifiers/category/vector.ts'
import { learnWordVectors } from '../../classifiers/train/word-vectors.ts'

const words = ['sofa', 'couch', 'curb', 'old', 'dumped', 'rats', 'mice', 'alley', 'running', 'night', 'rare']
const keyOf = (word: string): number => words.indexOf(word)
const texts = [
  ...Array.from({ length: 6 }, () => 'old sofa dumped curb'),
  ...Array.from({ length: 6 }, () => 'old couch dumped curb'),
  ...Array.from({ length: 6 }, () => 'rats running alley night'),
  ...Array.from({ length: 6 }, () => 'mice running alley night'),
  'rare sofa',
].map((text) => text.split(' ').map(keyOf))
const columnOf = (key: number): number => key
const learned = learnWordVectors(texts, columnOf, 311)
const vectorFor = (word: string): readonly number[] => {
  const place = learned.columns.indexOf(keyOf(word)) * learned.dimensions
  return [...learned.vectors.subarray(place, place + learned.dimensions)]
}
const cosine = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) /
  (Math.hypot(...one) * Math.hypot(...other))

describe('word vectors', () => {
  test('point the same way for words in the same company', () => {
    expect(cosine(vectorFor('sofa'), vectorFor('couch'))).toBeGreaterThan(0.9)
    expect(cosine(vectorFor('rats'), vectorFor('mice'))).toBeGreaterThan(0.9)
    expect(cosine(vectorFor('sofa'), vectorFor('rats'))).toBeLessThan(0.3)
  })

  test('are learned for words of five texts and more that have a column', () => {
    expect([...learned.columns]).toEqual([...words.keys()].filter((key) => words[key] !== 'rare'))
    const few = learnWordVectors(texts, (key) => (key === keyOf('sofa') ? -1 : key), 311)
    expect([...few.columns]).not.toContain(keyOf('sofa'))
  })

  test('are the same from the same texts, and none from none', () => {
    expect(learnWordVectors(texts, columnOf, 311)).toEqual(learned)
    expect(learnWordVectors([], columnOf, 311).columns).toHaveLength(0)
  })

  test('stand behind the features of a text, as one mean, shorter where words are strange', () => {
    const idf = new Float32Array(words.length).fill(2)
    const meaning = meaningOf(learned, words.length)
    const read = (...list: readonly string[]) =>
      vectorOf(
        list.map((word) => ({ key: keyOf(word), family: 'word' as const, start: 0, end: 0, solid: true })),
        columnOf,
        idf,
        meaning,
      )
    const lengthOf = (vector: ReturnType<typeof read>): number =>
      Math.sqrt(
        vector.values.reduce(
          (sum, value, i) => sum + ((vector.columns[i] ?? 0) < words.length ? 0 : value * value),
          0,
        ),
      )
    expect(lengthOf(read('sofa'))).toBeCloseTo(0.95, 5)
    expect(lengthOf(read('sofa', 'rats', 'curb'))).toBeCloseTo(0.95, 5)
    expect(lengthOf(read('sofa', 'rare'))).toBeCloseTo(0.475, 5)
    expect(lengthOf(read('rare'))).toBe(0)
  })
})
