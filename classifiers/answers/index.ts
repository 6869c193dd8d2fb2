/**
 * Finds the approved answer to a question: the one whose ways to ask are most like it. Retrieval only; nothing is
 * put together here.
 * @module
 */
import type { ApprovedAnswer } from '../../src/core/answers.ts'
import type { Classify, Suggestion } from '../../src/core/understanding.ts'
import { probability } from './curve.ts'
import { ranker, type Way } from './ranker.ts'

const none: Suggestion<string | null> = { value: null, confidence: 1, alternatives: [], evidence: [] }

/** Every way to ask, of all languages; then what is known to have no answer. */
export const waysOf = (answers: readonly ApprovedAnswer[], unanswered: readonly string[]): readonly Way[] => [
  ...answers.flatMap(({ id, questions }) =>
    Object.values(questions).flatMap((ways) => ways.map((text): Way => ({ id, text }))),
  ),
  ...unanswered.map((text): Way => ({ id: null, text })),
]

/**
 * The classifier over these answers. `unanswered`: questions that sound like theirs and have no answer; what is
 * nearest to one of them gets none. `places`: names that say where a resident is. The confidence is calibrated (docs/accuracy.md).
 */
export function answerFinder(
  answers: readonly ApprovedAnswer[],
  unanswered: readonly string[] = [],
  places: readonly string[] = [],
): Classify<Suggestion<string | null>> {
  const rank = ranker(waysOf(answers, unanswered), places)
  return (text) => {
    const ranked = rank(text)
    const [first] = ranked
    if (first === undefined || first.id === null) return none
    const confidence = probability(first.fit)
    const others = ranked.slice(1).flatMap(({ id }) => (id === null ? [] : [id]))
    const share = (1 - confidence) / Math.max(1, others.length)
    return {
      value: first.id,
      confidence,
      alternatives: others.map((value) => ({ value, confidence: share })),
      evidence: [],
    }
  }
}
