import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../classifiers/language/fold.ts'
import { languageClassifier } from '../../classifiers/language/index.ts'
import { languages } from '../../src/core/understanding.ts'
import { misses, table } from './tables.ts'

const classify = languageClassifier()
const languageOf = (text: string) => classify(text, {}).value

describe('language classifier', () => {
  it('tells the language of at least 97 of 100 rows of the own table', () => {
    const rows = table('language')
    const wrong = misses(rows, languageOf)
    expect(wrong.length / rows.length, wrong.join('\n')).toBeLessThanOrEqual(0.03)
  })
  it('covers every language in the own table', () => {
    expect(new Set(table('language').map(({ label }) => label))).toEqual(new Set(languages))
  })
  it('is sure only where it is right: above 0.9 at most 2 of 100 rows are wrong', () => {
    const sure = table('language').filter(({ text }) => classify(text, {}).confidence > 0.9)
    expect(misses(sure, languageOf).length / sure.length).toBeLessThanOrEqual(0.02)
  })
  it.each([
    ['pothole at Calle Betances', 'en'],
    ['123 Tremont St', 'en'],
    ['Avenue Louis Pasteur', 'en'],
    ['hay un bache en Washington St', 'es'],
    ['gen yon twou sou Blue Hill Ave', 'ht'],
    ['pone nan lari a gen twou, Dorchester Ave', 'ht'],
    ['ten un buraku na Dudley St', 'kea'],
    ['tem um buraco na Dudley St', 'pt'],
    ['Dorchester Ave 上的路灯坏了', 'zh-Hans'],
  ])('does not let a street name decide: %s', (text, expected) => {
    expect(languageOf(text)).toBe(expected)
  })
  it('stays with the conversation where the text does not decide', () => {
    expect(classify('45', { language: 'vi' }).value).toBe('vi')
    expect(classify('Tremont St', { language: 'ht' }).value).toBe('ht')
    expect(classify('人', { language: 'zh-Hans' }).value).toBe('zh-Hans')
    expect(classify('', { language: 'so' }).value).toBe('so')
    expect(classify('', {}).value).toBe('en')
    expect(classify('👍', {}).value).toBe('en')
  })
  it('follows a resident who changes the language', () => {
    expect(classify('hay un hoyo grande en la calle y nadie viene', { language: 'en' }).value).toBe('es')
    expect(classify('there is a big pothole on my street please fix it', { language: 'es' }).value).toBe('en')
  })
  it('never throws, and confidences sum to at most 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.option(fc.constantFrom(...languages), { nil: undefined }),
        (text, language) => {
          const found = classify(text, language ? { language } : {})
          const sum = found.alternatives.reduce(
            (before, { confidence }) => before + confidence,
            found.confidence,
          )
          expect(found.confidence).toBeGreaterThanOrEqual(0)
          expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        },
      ),
    )
  })
})

describe('folding', () => {
  it('drops case and accents and keeps the way back to the original', () => {
    const folded = fold('Cháy Ở ĐÂY’s')
    expect(folded.text).toBe("chay o day's")
    expect(fold('caf\u0065\u0301 bar').span(5, 8)).toEqual([6, 9])
  })
  it('gives spans within the text for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text)
        const start = a % (folded.text.length + 1)
        const end = start + (b % (folded.text.length - start + 1))
        const span = folded.span(start, end)
        expect(span[0]).toBeGreaterThanOrEqual(0)
        expect(span[1]).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
