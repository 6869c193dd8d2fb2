/**
 * Short texts after a question of ours are its answers.
 * @module
 */
import type { Hints, Intent, Suggestion } from '../../src/core/understanding.ts'
import { asKeyword, keywords } from './keywords.ts'
import { countWords } from './votes.ts'

/** A short text after a question of ours is its answer. */
export function answerTo(
  expecting: NonNullable<Hints['expecting']>,
  folded: string,
  found: Suggestion<Intent>,
): Suggestion<Intent> {
  const answerable = new Set<Intent>([
    'greeting',
    'question',
    'comment',
    'other',
    'spam',
    'no',
    'status',
    'report',
  ])
  if (expecting === 'confirmation') {
    if (found.value === 'greeting' || (found.value === 'question' && found.confidence < 0.8))
      return { ...found, value: 'other', confidence: 0.68, alternatives: [] }
    if (
      /^(?:ok|okay|k|kk|ok cool|cool|alright|got it|fine|vale|bueno|ta bom|ta bon|dakor|好吧)$/.test(
        asKeyword(folded),
      )
    )
      return {
        ...found,
        value: 'yes',
        confidence: 0.95,
        alternatives: [{ value: 'other', confidence: 0.05 }],
      }
    return found
  }
  if (!answerable.has(found.value) || found.value === 'spam') return found
  const plain = asKeyword(folded)
  if (found.value === 'greeting')
    return {
      ...found,
      value: 'other',
      confidence: 0.85,
      alternatives: [{ value: 'greeting', confidence: 0.15 }],
    }
  if (keywords.get(plain) === 'other' || (found.value === 'other' && found.confidence > 0.8)) return found
  if (found.value === 'no' && found.confidence > 0.8 && !/\d/.test(plain)) return found
  if (
    found.value === 'question' &&
    found.confidence >= 0.8 &&
    (/[?？؟]\s*$/.test(folded) || countWords(folded) > 8)
  )
    return found
  if ((found.value === 'comment' || found.value === 'status') && found.confidence >= 0.85) return found
  const confidence = Math.max(found.value === 'report' ? found.confidence : 0, 0.95)
  return {
    ...found,
    value: 'report',
    confidence,
    alternatives: [{ value: 'other', confidence: Math.min(0.04, 1 - confidence) }],
  }
}
