/**
 * Emergency (911) and crisis (988 and 911) in every language of the city. Recall before precision: a false alarm
 * costs one sentence, a missed one may cost a life.
 * @module
 */
import type { Classify, Safety, Suggestion } from '../../src/core/understanding.ts'
import { confidenceOf } from './confidence.ts'
import { safetyRules } from './rules.ts'

/** Tells danger from trouble. `none` is never an abstention: it is the answer for empty text too. */
export function safetyClassifier(): Classify<Suggestion<Safety>> {
  const rules = safetyRules()
  return (text, hints) => {
    const { value, evidence, language } = rules(text, hints)
    const confidence = confidenceOf(value, language)
    return {
      value,
      confidence,
      alternatives: [{ value: value === 'none' ? 'emergency' : 'none', confidence: 1 - confidence }],
      evidence,
    }
  }
}
