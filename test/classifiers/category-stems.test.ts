import { describe, expect, test } from 'vitest'
import { stem } from '../../classifiers/category/stems.ts'
import { fold, tokenise } from '../../classifiers/category/tokens.ts'

const stemsOf = (text: string): ReadonlySet<string> => new Set(tokenise(text).map((token) => token.stem))

describe('stems', () => {
  test.each([
    'фонарь фонаря фонари фонарей фонарём',
    'сломан сломана сломали сломалась',
    'дерево дерева деревом деревья деревьев',
    'запах запаха запахом',
    'حفرة الحفرة حفر والحفرة',
    'الشارع بالشارع شارعنا للشارع',
    'سيارة سيارتي السيارات بالسيارة',
  ])('are one for %s', (forms) => {
    expect([...stemsOf(forms)]).toHaveLength(1)
  })

  test('keep unlike words apart and short words whole', () => {
    expect(stemsOf('свет совет снег след').size).toBe(4)
    expect(stemsOf('не на но').size).toBe(3)
    expect(stemsOf('ماء هواء ضوء').size).toBe(3)
  })

  test('of Latin letters are Porter’s', () => {
    expect(stem(fold('Leaking'))).toBe('leak')
    expect(['play', 'plays', 'played', 'playing'].map(stem)).toEqual(['play', 'play', 'play', 'play'])
    expect(stem(fold('cây'))).not.toBe(stem(fold('cái')))
  })

  test('of a Chinese character are its simplified form, at its own place', () => {
    expect(tokenise('剷雪、鏟雪')).toEqual([
      { text: '剷', stem: '铲', start: 0, end: 1, kind: 'han' },
      { text: '雪', stem: '雪', start: 1, end: 2, kind: 'han' },
      { text: '鏟', stem: '铲', start: 3, end: 4, kind: 'han' },
      { text: '雪', stem: '雪', start: 4, end: 5, kind: 'han' },
    ])
  })

  test('never fail', () => {
    for (const text of [
      '',
      'ـ',
      'ـــ',
      'ال',
      'وال',
      'ся',
      'ь',
      '\ud800',
      'а'.repeat(4000),
      'ا'.repeat(4000),
    ]) {
      expect(() => tokenise(text)).not.toThrow()
      expect(() => stem(text)).not.toThrow()
    }
  })
})
