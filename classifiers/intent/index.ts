/**
 * What a resident wants of us with a message: whole-message keywords first, then phrases, weighed against each other.
 * @module
 */
import type { Classify, Hints, Intent, Span, Suggestion } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { answerTo } from './answer.ts'
import { calibrated } from './calibration.ts'
import { asKeyword, keywords } from './keywords.ts'
import { isThanks } from './thanks.ts'
import { votes } from './votes.ts'

export { isThanks } from './thanks.ts'

/** Texts are read up to here (UTF-16 units): what someone wants stands at the beginning. */
const maxLength = 1500

const nothing: Suggestion<Intent> = { value: 'other', confidence: 0.5, alternatives: [], evidence: [] }

function weigh(
  text: string,
  hints: Hints,
  span: (at: readonly [number, number]) => Span,
  folded: string,
): Suggestion<Intent> {
  const ranked = votes(text, folded, hints).toSorted((a, b) => b.weight - a.weight)
  const first = ranked[0]
  if (!first) return nothing
  const rest = ranked.filter(
    ({ value, weight }, index) =>
      value !== first.value && weight > 0.3 && ranked.findIndex((one) => one.value === value) === index,
  )
  // A close second takes its share of the doubt.
  const rival = rest[0]?.weight ?? 0
  const confidence = Math.max(0.34, Math.min(0.98, first.weight - Math.max(0, rival - 0.45) * 0.3))
  const shared = (1 - confidence) * 0.9
  const sum = rest.slice(0, 2).reduce((before, { weight }) => before + weight, 0)
  return {
    value: first.value,
    confidence,
    alternatives: rest
      .slice(0, 2)
      .map(({ value, weight }) => ({ value, confidence: (shared * weight) / sum })),
    evidence: first.at ? [span(first.at)] : [],
  }
}

/** Tells the intent of a message; empty text gives `other` at 0.5. */
export function intentClassifier(): Classify<Suggestion<Intent>> {
  return (whole, hints) => {
    const text = whole.slice(0, maxLength)
    const folder = fold(text)
    // Opening words are told from the first letter on, whatever "¿" or "- " stands before it.
    const lead = Math.max(0, folder.text.search(/[\p{L}\p{N}]/u))
    const folded = folder.text.slice(lead)
    const plain = asKeyword(folder.text)
    if (plain === '') return nothing
    const all: Span = [0, whole.length]
    const keyword =
      keywords.get(plain) ??
      keywords.get(plain.replace(/ (?:please|pls|plz|thanks|thank you|por favor|tanpri|svp)$/, ''))
    const found: Suggestion<Intent> = keyword
      ? {
          value: keyword,
          confidence: keyword === 'other' ? 0.85 : 0.97,
          alternatives: [],
          evidence: [all],
        }
      : isThanks(text)
        ? { value: 'comment', confidence: 0.97, alternatives: [], evidence: [all] }
        : weigh(text, hints, (at) => folder.span(at[0] + lead, at[1] + lead), folded)
    const answered =
      hints.expecting && hints.expecting !== 'category' ? answerTo(hints.expecting, folded, found) : found
    return calibrated(answered)
  }
}
