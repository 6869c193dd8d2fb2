/**
 * What is kept of how a message was understood: labels and confidences, never a word. Days of them show whether
 * the classifiers still understand residents as they did (docs/operations.md).
 * @module
 */
import type { Intent, Language, Place, Safety, Understanding } from './understanding.ts'

/** Of the main problem of one message. Confidences are probabilities, 0…1. */
export interface Reading {
  readonly language: Language
  readonly intent: Intent
  readonly safety: Safety
  /** A slug of the catalogue; null: the classifier abstained. */
  readonly code: string | null
  readonly confidence: number
  readonly place: Place['kind'] | null
  readonly placeConfidence: number
}

export function readingOf({ language, intent, safety, problems }: Understanding): Reading {
  const [main] = problems
  return {
    language: language.value,
    intent: intent.value,
    safety: safety.value,
    code: main?.category.value ?? null,
    confidence: main?.category.confidence ?? 0,
    place: main?.location.value?.kind ?? null,
    placeConfidence: main?.location.confidence ?? 0,
  }
}
