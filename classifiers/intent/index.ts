/**
 * What a resident wants of us with a message: whole-message keywords first, then a small model that weighs the
 * words together with the rules' votes, held back where a mistake would cost a resident most.
 * @module
 */
import type { Classify, Hints, Intent, Span, Suggestion } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { answerTo } from './answer.ts'
import { asKeyword, keywords } from './keywords.ts'
import { loadIntentModel } from './model.ts'
import { isThanks } from './thanks.ts'
import { votes } from './votes.ts'
import { weigh } from './weigh.ts'

export { isThanks } from './thanks.ts'

/** Texts are read up to here (UTF-16 units): what someone wants stands at the beginning. */
const maxLength = 1500
/** Of our own sentences that are a keyword 556 of 563 had its intent. Those of `other` may mean anything. */
const sure = 0.99
const vague = 0.9

const nothing: Suggestion<Intent> = { value: 'other', confidence: 0.5, alternatives: [], evidence: [] }

/** Tells the intent of a message; empty text gives `other` at 0.5. Reads its model from disk when it is made. */
export function intentClassifier(): Classify<Suggestion<Intent>> {
  const model = loadIntentModel()
  return (whole, hints: Hints) => {
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
      ? { value: keyword, confidence: keyword === 'other' ? vague : sure, alternatives: [], evidence: [all] }
      : isThanks(text)
        ? { value: 'comment', confidence: sure, alternatives: [], evidence: [all] }
        : weigh(model, text, folded, votes(text, folded, hints), hints, ([start, end]) =>
            folder.span(start + lead, end + lead),
          )
    return hints.expecting && hints.expecting !== 'category'
      ? answerTo(hints.expecting, folded, found)
      : found
  }
}
