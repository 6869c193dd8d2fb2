import { describe, expect, it } from 'vitest'
import { judge, type Said, signTest, type Trial } from '../../classifiers/train/gate.ts'

const yes: Said = { right: true, confidence: 0.99 }
const no: Said = { right: false, confidence: 0 }
const many = (n: number, one: Partial<Trial> = {}): readonly Trial[] =>
  Array.from({ length: n }, () => ({ service: 'pothole', language: 'en', before: yes, after: yes, ...one }))
const rules = { critical: new Set(['wires-down']), accept: 0.8 }
const verdict = (...trials: readonly (readonly Trial[])[]) => judge(trials.flat(), rules)

describe('the gate', () => {
  it('lets a candidate through that loses nothing', () => {
    expect(verdict(many(300))).toMatchObject({ promoted: true, objections: [] })
  })

  it('lets one through that wins more than it loses by chance', () => {
    const won = many(40, { before: no, service: 'litter' })
    const lost = many(2, { after: no, service: 'rodents' })
    expect(verdict(many(300), won, lost, many(8, { service: 'rodents' })).promoted).toBe(true)
  })

  it('refuses one that is worse overall', () => {
    const { promoted, objections } = verdict(many(300), many(10, { after: no }))
    expect(promoted).toBe(false)
    expect(objections[0]).toContain('96.8 %')
  })

  it('refuses one that wins much and loses one language or one service for it', () => {
    const won = many(60, { before: no })
    const creole = many(12, { language: 'ht', after: no })
    expect(verdict(many(300), won, creole).objections).toEqual([
      'On the language ht it loses 12 and wins 0 of 12.',
    ])
    const graffiti = many(12, { service: 'graffiti', after: no })
    expect(verdict(many(300), won, graffiti).objections).toEqual([
      'On the service graffiti it loses 12 and wins 0 of 12.',
    ])
  })

  it('refuses the loss of a single message where a mistake is dangerous', () => {
    const won = many(60, { before: no })
    expect(verdict(many(300), won, many(1, { service: 'wires-down', after: no })).promoted).toBe(false)
  })

  it('refuses one that is sure of what it does not know', () => {
    const boasting = many(20, { before: no, after: { right: false, confidence: 0.99 } })
    expect(verdict(many(300), boasting).promoted).toBe(false)
  })

  it('refuses to judge on a handful', () => {
    expect(verdict(many(20)).promoted).toBe(false)
  })
})

describe('the sign test', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.5],
    [5, 0, 1 / 32],
    [8, 2, 56 / 1024],
    [50, 50, 0.5398],
  ])('%i lost, %i won', (lost, won, chance) => {
    expect(signTest(lost, won)).toBeCloseTo(chance, 3)
  })

  it('goes on smoothly where the exact sum ends', () => {
    expect(signTest(530, 471)).toBeCloseTo(signTest(529, 471), 1)
    expect(signTest(2_000, 1_000)).toBeLessThan(1e-6)
  })
})
