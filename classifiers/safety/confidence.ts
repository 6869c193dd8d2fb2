/**
 * How often an answer is right, from counts.
 * @module
 */
import type { Language, Safety } from '../../src/core/understanding.ts'

/**
 * Alarms in 10,000 residents' texts, every one read: 84 true, 14 to argue about (counted half), 2 false. Crises are
 * too rare there to be counted apart.
 */
const englishAlarm = (84 + 14 / 2) / 100
/**
 * No stream of residents' texts was at hand in the other languages. In a table written after the rules, half of it
 * danger, 52 of 62 alarms were right; in service danger is far rarer, so this is an upper bound.
 */
const otherAlarm = 52 / 62
/** One text in a hundred tells of danger, and the rules miss less than half of wordings they were not written for. */
const noAlarm = 0.995

/** Probability that `value` is right for a text in `language`. */
export function confidenceOf(value: Safety, language: Language): number {
  if (value === 'none') return noAlarm
  return language === 'en' ? englishAlarm : otherAlarm
}
