/**
 * From words and how much each of them pulled to the spans that are shown as evidence.
 * @module
 */
import type { Span } from '../src/core/understanding.ts'

const maxSpans = 3
/** Words this many characters apart make one span. */
const maxGap = 2

/** A feature as either model reads it: what kind it is, and where it stands. */
interface Standing {
  readonly family: string
  readonly start: number
  readonly end: number
}

/** A word of the text, and how much it pulled towards the answer. */
export interface Pulling {
  readonly start: number
  end: number
  pull: number
}

/** The words of a text in reading order, none of them pulling yet. */
export const wordsOf = (features: readonly Standing[]): readonly Pulling[] => {
  const words = new Map<number, Pulling>()
  for (const { family, start, end } of features) {
    const known = words.get(start)
    // A joined pair starts where its first word does; the shorter one is the word itself.
    if (family === 'word' && (known === undefined || end < known.end))
      words.set(start, { start, end, pull: 0 })
  }
  return [...words.values()].sort((a, b) => a.start - b.start)
}

/** Up to three spans in reading order; a word counts from `leastShare` of the strongest word's pull. */
export const strongest = (words: readonly Pulling[], leastShare: number): readonly Span[] => {
  const most = words.reduce((top, { pull }) => Math.max(top, pull), 0)
  if (most <= 0) return []
  const spans: Pulling[] = []
  for (const word of words.filter(({ pull }) => pull >= most * leastShare)) {
    const last = spans.at(-1)
    if (last !== undefined && word.start - last.end <= maxGap) {
      last.end = word.end
      last.pull += word.pull
    } else spans.push({ ...word })
  }
  return spans
    .sort((a, b) => b.pull - a.pull)
    .slice(0, maxSpans)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }): Span => [start, end])
}
