import type { Alternative, Classify, Suggestion } from '../../src/core/understanding.ts'
import { kindOf } from './channels.ts'

/**
 * Corrects for where the model's texts come from. They were filed as "Other", after a resident had passed by
 * the buttons of the most usual services; on a channel without buttons those are `odds` times as likely.
 * Shares are multiplied and made to sum to 1 again (Saerens et al. 2002); an abstention stays one.
 */
export function withPrior(
  classify: Classify<Suggestion<string | null>>,
  odds: ReadonlyMap<string, number>,
): Classify<Suggestion<string | null>> {
  return (text, hints) => {
    const suggestion = classify(text, hints)
    if (suggestion.value === null || hints.channel === undefined || kindOf[hints.channel] !== 'free')
      return suggestion
    const named: Alternative<string | null>[] = [
      { value: suggestion.value, confidence: suggestion.confidence },
      ...suggestion.alternatives,
    ]
    const unnamed = Math.max(0, 1 - named.reduce((sum, s) => sum + s.confidence, 0))
    const weighed = named.map((s) => ({
      value: s.value,
      confidence: s.confidence * (odds.get(s.value) ?? 1),
    }))
    const total = unnamed + weighed.reduce((sum, s) => sum + s.confidence, 0)
    const [first, ...rest] = weighed
      .map((s) => ({ ...s, confidence: s.confidence / total }))
      .sort((a, b) => b.confidence - a.confidence)
    if (first === undefined) return suggestion
    return { ...suggestion, value: first.value, confidence: first.confidence, alternatives: rest }
  }
}
