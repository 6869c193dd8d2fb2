import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { languageClassifier } from '../../classifiers/language/index.ts'
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { type FoundPlace, understand } from '../../classifiers/understand.ts'
import { understandBoston } from '../../src/app/understanding.ts'
import type { Place, Span, Suggestion } from '../../src/core/understanding.ts'
import { writtenProblems } from './tables.ts'

const words: readonly (readonly [RegExp, string])[] = [
  [/pothole/i, 'pothole'],
  [/light/i, 'street-light-out'],
  [/trash|garbage/i, 'missed-pickup'],
]

/** A category classifier by one word, for the composition only. */
function category(text: string): Suggestion<string | null> {
  for (const [word, value] of words) {
    const at = text.search(word)
    if (at >= 0) return { value, confidence: 0.9, alternatives: [], evidence: [[at, at + 5]] }
  }
  return { value: null, confidence: 0.6, alternatives: [], evidence: [] }
}

function place(address: string): Place {
  return {
    kind: 'address',
    address,
    neighborhood: null,
    zip: null,
    lat: 42.3 + address.length / 100,
    lon: -71.06,
    accuracyM: 25,
  }
}

/** Every `<number> <Name> St` is a place. */
function findPlaces(text: string): readonly FoundPlace[] {
  return [...text.matchAll(/\d+ \w+ St\b/g)].map((hit) => {
    const span: Span = [hit.index, hit.index + hit[0].length]
    return {
      value: place(hit[0]),
      confidence: 0.9,
      alternatives: [],
      evidence: [span],
      mention: hit[0],
      needs: null,
      outside: null,
      span,
    }
  })
}

const read = understand({
  language: languageClassifier(),
  safety: safetyClassifier(),
  intent: intentClassifier(),
  category,
  answer: (text) => ({
    value: text.includes('trash day') ? 'trash-day' : null,
    confidence: 0.9,
    alternatives: [],
    evidence: [],
  }),
  findPlaces,
  toldTogether: (one, other) => one === other,
})

/** As the trained one: less sure of a text the more services it names. */
function hesitant(text: string): Suggestion<string | null> {
  const named = words.filter(([word]) => word.test(text)).length
  const found = category(text)
  return named > 1 ? { ...found, confidence: 0.5 } : found
}
const unsure = understand({
  language: languageClassifier(),
  safety: safetyClassifier(),
  intent: intentClassifier(),
  category: hesitant,
  answer: () => ({ value: null, confidence: 1, alternatives: [], evidence: [] }),
  findPlaces,
  toldTogether: (one, other) => one === other,
})

describe('understanding', () => {
  it('takes no service from a place alone', () => {
    const { problems } = read('12 Elm St', {})
    expect(problems.map(({ category, location }) => [category.value, location.value?.address])).toEqual([
      [null, '12 Elm St'],
    ])
  })

  it('looks for an approved answer where something is asked, and nowhere else', () => {
    expect(read('when is trash day?', {}).answer.value).toBe('trash-day')
    expect(read('there is a pothole at 12 Elm St, ask about trash day', {}).answer.value).toBeNull()
  })

  it('gives each of two problems its own service and place', () => {
    const { problems, intent } = read(
      'pothole at 12 Elm St and also the street light at 40 Oak St is out',
      {},
    )
    expect(intent.value).toBe('report')
    expect(problems.map((one) => [one.category.value, one.location.value?.address])).toEqual([
      ['pothole', '12 Elm St'],
      ['street-light-out', '40 Oak St'],
    ])
  })
  it('lets a shared place serve both problems', () => {
    const { problems } = read('street light out at 12 Elm St. Also the trash was not picked up', {})
    expect(problems.map((one) => [one.category.value, one.location.value?.address])).toEqual([
      ['street-light-out', '12 Elm St'],
      ['missed-pickup', '12 Elm St'],
    ])
  })
  it('lets "another one" inherit the service', () => {
    const { problems } = read('pothole at 12 Elm St, another one at 40 Oak St', {})
    expect(problems.map((one) => [one.category.value, one.location.value?.address])).toEqual([
      ['pothole', '12 Elm St'],
      ['pothole', '40 Oak St'],
    ])
  })
  it('joins parts that turn out to be the same service at the same place', () => {
    const { problems } = read('trash not picked up at 12 Elm St. Also the garbage has rats', {})
    expect(problems).toHaveLength(1)
  })
  it.each([
    ['deep pothole near the bank and trash in the alley since Monday', 2],
    ['the street light is out, trash in the alley since Monday, a pothole by the bank', 3],
    ['trash in the alley since Monday and blocking the street light', 1],
    ['the street light is out and it leaves the trash area dark', 1],
  ])('divides where both sides are surely about another service: %s', (text, problems) => {
    expect(unsure(text, {}).problems).toHaveLength(problems)
  })
  it('keeps a text whole that is plainly about one service', () => {
    expect(read('deep pothole near the bank and trash in the alley since Monday', {}).problems).toHaveLength(
      1,
    )
  })
  it('points evidence of a second problem into the whole text', () => {
    const text = 'pothole at 12 Elm St and also the street light at 40 Oak St is out'
    const [start = 0, end = 0] = read(text, {}).problems[1]?.category.evidence[0] ?? []
    expect(text.slice(start, end)).toBe('light')
  })
  it('gives one problem that abstains for text that names none', () => {
    const { problems, references, thanks } = read('thanks! BOS-7K3M-Q2XA', {})
    expect(problems).toHaveLength(1)
    expect(problems[0]?.category.value).toBeNull()
    expect(references).toEqual(['BOS-7K3M-Q2XA'])
    expect(thanks).toBe(false)
    expect(read('thank you!', {}).thanks).toBe(true)
  })
  it('gives the abstention of every part for empty text', () => {
    const found = read('', {})
    expect(found.language.value).toBe('en')
    expect(found.safety.value).toBe('none')
    expect(found.intent.value).toBe('other')
    expect(found.problems).toEqual([
      {
        span: [0, 0],
        category: category(''),
        location: expect.objectContaining({ value: null, mention: null }),
      },
    ])
    expect(found.references).toEqual([])
  })
  it('never throws, always names one problem, and spans lie within the text', () => {
    const word = fc.constantFrom(
      'pothole',
      'light',
      'trash',
      '12 Elm St',
      '40 Oak St',
      'and also',
      ',',
      '.',
      '\n1)',
      'gas',
      'smell',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 20 }).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(text, (any) => {
        const { problems } = read(any, {})
        expect(problems.length).toBeGreaterThan(0)
        for (const { span } of problems) expect(span[0] <= span[1] && span[1] <= any.length).toBe(true)
      }),
    )
  })
})

describe('messages with several problems, as the city is sent them', () => {
  const read = understandBoston()
  const shareOf = (several: boolean, half: 'first' | 'second'): number => {
    const rows = writtenProblems().filter((row) => row.half === half && Number(row.label) > 1 === several)
    const right = rows.filter(({ text }) => read(text, {}).problems.length > 1 === several)
    return right.length / rows.length
  }
  it.each(['first', 'second'] as const)(
    'are divided 3 times in 4, and others hardly ever (%s half)',
    (half) => {
      expect(shareOf(true, half)).toBeGreaterThanOrEqual(0.75)
      expect(shareOf(false, half)).toBeGreaterThanOrEqual(0.95)
    },
  )
  it('give the streets of two problems, read as one corner, to one each', () => {
    const { problems } = read('a dead seagull on Condor St and graffiti on Meridian St', {})
    expect(problems.map(({ category, location }) => [category.value, location.value?.address])).toEqual([
      ['dead-animal', 'Condor St'],
      ['graffiti', 'Meridian St'],
    ])
  })
  it('raise no alarm for a bare place, whatever it looks like, but for a call for help', () => {
    for (const text of ['400', '300-302', 'Adams and Ashmont', 'corner of Adams and Ashmont', '300 Adams'])
      expect(read(text, { expecting: 'number' }).safety.value, text).toBe('none')
    for (const text of ['911', 'fire 300 Adams St', 'shooting at Adams and Ashmont'])
      expect(read(text, {}).safety.value, text).toBe('emergency')
  })
})
