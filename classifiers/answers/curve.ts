/**
 * From how well the best answer fits to the probability that it is right: a logistic curve, fitted on the half of
 * our own questions that is for fitting (`node classifiers/train/answers.ts` prints it).
 * @module
 */

/** What is known of the best answer to one question; 0…1 but `strange`. */
export interface Fit {
  /** Likeness to the nearest way to ask (cosine of weighted terms). */
  readonly nearest: number
  /** How far it is ahead of the next answer. */
  readonly lead: number
  /** Distinct words of the question that the answer's ways to ask have: 1 for three or more, 0 for none. */
  readonly words: number
  /** Number of aims (`aims.ts`) of the question that no way to ask the answer has. */
  readonly strange: number
}

export type Curve = Readonly<Record<keyof Fit | 'constant', number>>

export const curve: Curve = { constant: -2.42, nearest: 2.66, lead: 3.06, words: 2.18, strange: -2.35 }

export const probability = (fit: Fit, by: Curve = curve): number => {
  const z =
    by.constant +
    by.nearest * fit.nearest +
    by.lead * fit.lead +
    by.words * fit.words +
    by.strange * fit.strange
  return 1 / (1 + Math.exp(-z))
}
