import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asks } from '../../classifiers/answers/asks.ts'
import { answerFinder } from '../../classifiers/answers/index.ts'
import { speller } from '../../classifiers/answers/spelling.ts'
import { askedOf } from '../../classifiers/train/answers.ts'
import { answers } from '../../src/city/boston/answers/index.ts'
import { places } from '../../src/city/boston/answers/places.ts'
import { unanswered } from '../../src/city/boston/answers/unanswered.ts'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import { policyFor } from '../../src/core/policy.ts'

const find = answerFinder(answers, unanswered, places)
const { answerAccept } = policyFor([])
/** The answer that would be given; null: a person. */
const given = (text: string): string | null => {
  const { value, confidence } = find(text, {})
  return value !== null && confidence >= answerAccept ? value : null
}
const counted = askedOf('answers-held-out')
const all = [...askedOf('answers'), ...counted]

describe('the finder of answers', () => {
  it('is judged on questions with and without an answer', () => {
    expect(all.filter(({ id }) => id !== null).length).toBeGreaterThanOrEqual(150)
    expect(all.filter(({ id }) => id === null).length).toBeGreaterThanOrEqual(100)
    const known = new Set([...answers.map(({ id }) => id), null])
    expect(all.filter(({ id }) => !known.has(id))).toEqual([])
    const asked = new Set(all.map(({ id }) => id))
    expect(answers.filter(({ id }) => !asked.has(id))).toEqual([])
    const ways = new Set(
      answers.flatMap(({ questions }) => Object.values(questions).flat()).map((text) => text.toLowerCase()),
    )
    expect(counted.filter(({ text }) => ways.has(text.toLowerCase()))).toEqual([])
  })

  it('is right on 95 of 100 it answers, and answers more than half of what it could', () => {
    const answered = counted.filter(({ text }) => given(text) !== null)
    const wrong = answered.filter(({ id, text }) => given(text) !== id)
    const lines = wrong.map(({ id, text }) => `${id} > ${given(text)}: ${text}`).join('\n')
    expect(1 - wrong.length / answered.length, lines).toBeGreaterThanOrEqual(0.95)
    const able = counted.filter(({ id }) => id !== null)
    expect((answered.length - wrong.length) / able.length).toBeGreaterThanOrEqual(0.5)
  })

  it('takes fewer than 3 of 100 reports for a question that it can answer', () => {
    const reports = loadUtterances()
    const taken = reports.filter(({ text }) => given(text) !== null)
    expect(taken.length / reports.length).toBeLessThanOrEqual(0.03)
  })

  it('finds each answer by its own ways to ask', () => {
    const ways = answers.flatMap(({ id, questions }) =>
      Object.values(questions).flatMap((list) => list.map((text) => ({ id, text }))),
    )
    const lost = ways.filter(({ id, text }) => find(text, {}).value !== id)
    expect(lost.length / ways.length, JSON.stringify(lost)).toBeLessThanOrEqual(0.01)
  })

  it.each([
    ['how do i get a birth certifcate', 'birth-certificate'],
    ['reccycling bins how can i get one', 'recycling-cart'],
    ['where do i licence my dog', 'dog-license'],
  ])('reads %s through its slips', (text, id) => {
    expect(find(text, {}).value).toBe(id)
  })

  it.each([
    'how much is a parking ticket',
    'why did i get a parking ticket',
    'why is my excise tax so high',
    'can you please come and pick up my trash',
    'when will you pick up my mattress',
    'when is someone going to plow my street',
  ])('leaves what the answer does not say to a person: %s', (text) => {
    expect(given(text)).toBeNull()
  })

  it('has nothing to say to words it does not know', () => {
    for (const text of ['', '   ', '?', '🎉🎉', 'xqzzy wvvk', '\ud800', '12345'])
      expect(given(text), text).toBeNull()
  })

  it('never throws, confidences sum to at most 1, and time stays short', () => {
    const word = fc.constantFrom(
      'trash',
      'day',
      'permit',
      'how',
      'much',
      'car',
      'tow',
      'снег',
      '垃圾',
      'basura',
      '?',
      '@',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (asked) => {
        const { value, confidence, alternatives } = find(asked, {})
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence + alternatives.reduce((sum, one) => sum + one.confidence, 0)).toBeLessThanOrEqual(
          1 + 1e-9,
        )
        expect(alternatives.map((one) => one.value)).not.toContain(value)
      }),
      { numRuns: 300 },
    )
    for (const long of [
      'trash '.repeat(6_000),
      'a'.repeat(32_000),
      '垃圾'.repeat(16_000),
      '\u200b'.repeat(32_000),
    ]) {
      const start = process.cpuUsage()
      find(long, {})
      const { user, system } = process.cpuUsage(start)
      expect((user + system) / 1000).toBeLessThan(50)
    }
  })
})

describe('asking', () => {
  it.each([
    'where can i get a permit',
    'I moved here, how do I get a sticker',
    'trash day?',
    '怎么申请停车证',
    'xe tôi bị kéo đi ở đâu',
    'necesito un permiso',
  ])('is told from telling: %s', (text) => expect(asks(text)).toBe(1))
  it.each([
    'no resident sticker, parked here for a week',
    'cars on Elm St, which is residents only',
    'trash all over the sidewalk',
    'la basura está en la acera',
  ])('is not what a report does: %s', (text) => expect(asks(text)).toBe(0))
})

describe('the speller', () => {
  const spell = speller(['certificate', 'mattress', 'container', 'parking'])
  it.each([
    ['certifcate', 'certificate'],
    ['matress', 'mattress'],
    ['certifciate', 'certificate'],
  ])('takes %s for %s', (slip, meant) => expect(spell(slip)).toBe(meant))
  it.each(['contractor', 'barking', 'park', 'Сертификат'])('leaves %s alone', (word) =>
    expect(spell(word)).toBe(word),
  )
})
