import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intentClassifier, isThanks } from '../../classifiers/intent/index.ts'
import { findReferences } from '../../classifiers/references.ts'
import type { Hints } from '../../src/core/understanding.ts'
import { intents, languages } from '../../src/core/understanding.ts'
import { cases, misses } from './tables.ts'

const classify = intentClassifier()
const intentOf = (text: string, hints: Hints = {}) => classify(text, hints).value

describe('intent classifier', () => {
  const rows = cases('intent')
  it('is right on at least 97 of 100 rows that the rules were written to', () => {
    const first = rows.filter(({ half }) => half === 'first')
    const wrong = misses(first, (text) => intentOf(text))
    expect(wrong.length / first.length, wrong.join('\n')).toBeLessThanOrEqual(0.03)
  })
  // The texts of this half are counted, never shown.
  it('is right on at least 85 of 100 rows of the other half', () => {
    const second = rows.filter(({ half }) => half === 'second')
    expect(second.length).toBeGreaterThanOrEqual(200)
    const wrong = misses(second, (text) => intentOf(text))
    expect(wrong.length / second.length).toBeLessThanOrEqual(0.15)
  })
  it.each(['no thanks', 'no, gracias', 'non merci', '不用了，谢谢', '不用謝謝'])(
    'withdraws nothing where somebody declines politely: %s',
    (text) => expect(intentOf(text)).toBe('no'),
  )
  it('knows every intent in the tables, and every language', () => {
    expect(new Set(rows.flatMap(({ label }) => label.split('|')))).toEqual(new Set(intents))
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(languages))
  })
  it('takes a wrong number for a wish to be left alone, and after our question for a correction', () => {
    for (const text of ['wrong number sorry', 'you have the wrong number', 'número equivocado', '打错了'])
      expect(intentOf(text), text).toBe('stop')
    expect(intentOf('wrong number', { expecting: 'confirmation' })).toBe('no')
  })
  it.each([
    ['how do i report a pothole', 'question'],
    ['can you fix the pothole on Elm', 'report'],
    ['when is trash day', 'question'],
    ['can you help me', 'help'],
    ['how does this work', 'help'],
  ])('tells asking from reporting: %s', (text, expected) => {
    expect(intentOf(text)).toBe(expected)
  })
  it.each(['STOP', 'stop', ' Stop. ', 'UNSUBSCRIBE', 'END', 'QUIT', 'STOPALL', 'REVOKE', 'OPTOUT'])(
    'takes the carrier keyword %s as stop',
    (text) => {
      expect(classify(text, { expecting: 'location' })).toMatchObject({ value: 'stop' })
      expect(classify(text, {}).confidence).toBeGreaterThan(0.95)
    },
  )
  it.each([
    'stop replying to me',
    "Don't reply to me again!",
    'bad bot, stop',
    'no me respondas más',
    'ne me répondez plus',
    'não me responda mais',
    'не отвечайте мне',
    '不要再回复我',
  ])('takes what people write under a post of ours as stop: %s', (text) => {
    expect(classify(text, {})).toMatchObject({ value: 'stop' })
    expect(classify(text, { expecting: 'location' })).toMatchObject({ value: 'stop' })
  })
  it.each([
    'the stop sign is missing',
    'stop the leak on main st',
    "cars don't stop at the crosswalk",
    'the end of the street is flooded',
    'help, there is a huge hole in my street',
  ])('reads a problem that holds a keyword as a report: %s', (text) => {
    expect(intentOf(text)).toBe('report')
  })
  it('takes a short text after a question of ours as its answer', () => {
    expect(intentOf('45', { expecting: 'number' })).toBe('report')
    expect(intentOf('dorchester', { expecting: 'neighborhood' })).toBe('report')
    expect(intentOf('12 elm st', { expecting: 'location' })).toBe('report')
    expect(intentOf('where the old school is', { expecting: 'location' })).toBe('report')
    expect(intentOf('hello', { expecting: 'location' })).toBe('other')
    expect(intentOf('idk', { expecting: 'location' })).toBe('other')
    expect(intentOf('ok', { expecting: 'confirmation' })).toBe('yes')
    expect(intentOf("no, it's 45 not 54", { expecting: 'confirmation' })).toBe('no')
    expect(intentOf('agent', { expecting: 'number' })).toBe('agent')
  })
  it('gives other for empty text', () => {
    expect(classify('', {})).toMatchObject({ value: 'other', evidence: [] })
    expect(intentOf('   ')).toBe('other')
  })
  it('never throws, and confidences sum to at most 1', () => {
    const word = fc.constantFrom(
      'stop',
      'thanks',
      'ok',
      'great',
      'no',
      'update',
      'my',
      'case',
      'BOS-7K3M-Q2XA',
      'http://x.xyz',
      '$500',
      ',',
      '\n',
      'rats',
      '有',
      'да',
      'لا',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
    )
    const expecting = fc.constantFrom<Hints['expecting']>(
      undefined,
      'category',
      'location',
      'neighborhood',
      'number',
      'confirmation',
      'details',
    )
    fc.assert(
      fc.property(text, expecting, (any, wanted) => {
        const found = classify(any, wanted ? { expecting: wanted } : {})
        const sum = found.alternatives.reduce(
          (before, { confidence }) => before + confidence,
          found.confidence,
        )
        expect(sum).toBeLessThanOrEqual(1 + 1e-9)
        for (const [start, end] of found.evidence) expect(start <= end && end <= any.length).toBe(true)
      }),
    )
  })
})

describe('thanks', () => {
  it.each([
    'thanks',
    'Thank you so much!',
    'ty',
    'thx!!',
    'ok thanks',
    'thanks for your help',
    'gracias por todo',
    'Mèsi anpil',
    'obrigada',
    'merci beaucoup',
    'cảm ơn',
    '谢谢你',
    '多謝',
    'спасибо большое',
    'شكرا جزيلا',
    'mahadsanid',
    '🙏',
    'thank you for fixing the light',
  ])('is heard in %s', (text) => {
    expect(isThanks(text)).toBe(true)
  })
  it.each([
    '',
    'thanks but the light is still out',
    'thanks, can you also fix the sign',
    'no thanks to you',
    'pothole',
    'thank you for nothing',
  ])('is not heard in "%s"', (text) => {
    expect(isThanks(text)).toBe(false)
  })
})

describe('references', () => {
  it.each([
    ['BOS-7K3M-Q2XA', 'BOS-7K3M-Q2XA'],
    ['bos 7k3m q2xa', 'BOS-7K3M-Q2XA'],
    ['status of bos7k3mq2xa please', 'BOS-7K3M-Q2XA'],
    ['BOS - 7k3m - q2xa.', 'BOS-7K3M-Q2XA'],
    ['bos-7k3m q2xa', 'BOS-7K3M-Q2XA'],
    ['BOS-OIL1-0001', 'BOS-0111-0001'],
    ['b0s-7k3m-q2xa', 'BOS-7K3M-Q2XA'],
    ['case 101004113747?', '101004113747'],
    ['101 004 113 747', '101004113747'],
    ['my number is BCS-00256693', 'BCS-00256693'],
    ['bcs 00256693', 'BCS-00256693'],
  ])('are read from "%s"', (text, expected) => {
    expect(findReferences(text)).toEqual([expected])
  })
  it.each([
    '',
    'boston water bills',
    'bos park near elm',
    '1010041137471',
    'call 617 635 4500',
    'BOS-UUUU-UUUU',
    'BCS-123',
    '12 Boston Wharf Rd',
  ])('are not seen in "%s"', (text) => {
    expect(findReferences(text)).toEqual([])
  })
  it('are listed once, in reading order', () => {
    expect(findReferences('101004113747 and BOS-7K3M-Q2XA, again bos7k3mq2xa')).toEqual([
      '101004113747',
      'BOS-7K3M-Q2XA',
    ])
  })
  it('survive what typing does to them', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 8, maxLength: 8 }),
        fc.constantFrom('-', ' ', ''),
        fc.boolean(),
        (signs, dash, lower) => {
          fc.pre(signs.some((one) => /\d/.test(one)))
          const value = `BOS-${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
          const typed = value.replaceAll('-', dash)
          expect(findReferences(`re ${lower ? typed.toLowerCase() : typed}, any news`)).toEqual([value])
        },
      ),
    )
  })
})
