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
  /** Share of the question's weight that the answer's ways to ask account for, all together. */
  readonly covered: number
  /** 1 where the text asks (`asks.ts`), 0 where it tells. */
  readonly asks: number
  /** How telling those words are, all together: 1 for two that only one answer has, or more. */
  readonly mass: number
  /** Number of aims (`aims.ts`) of the question that no way to ask the answer has. */
  readonly strange: number
}

export type Curve = Readonly<Record<keyof Fit | 'constant', number>>

export const curve: Curve = {
  constant: -6.36,
  nearest: 2.29,
  covered: 0.63,
  asks: 2.12,
  lead: 1.89,
  words: 2.02,
  mass: 1.92,
  strange: -1.71,
}

export const probability = (fit: Fit, by: Curve = curve): number => {
  const z =
    by.constant +
    by.nearest * fit.nearest +
    by.lead * fit.lead +
    by.words * fit.words +
    by.mass * fit.mass +
    by.covered * fit.covered +
    by.asks * fit.asks +
    by.strange * fit.strange
  return 1 / (1 + Math.exp(-z))
}
