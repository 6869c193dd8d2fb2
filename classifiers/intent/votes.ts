/**
 * What in a text speaks for which intent, and how strongly.
 * @module
 */
import type { Hints, Intent } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { find, has, type Pattern } from '../language/pattern.ts'
import { namesProblem, symptoms } from '../problems/words.ts'
import { findReferences } from '../references.ts'
import * as phrases from './phrases/index.ts'
import { spamScore } from './spam.ts'

/** A control phrase in a longer text than this (words) is a part of a story, not a command. */
const commandWords = 16

/** One intent that a phrase or a feature speaks for. */
export interface Vote {
  readonly value: Intent
  /** How strongly, on the scale of probabilities; the best wins. */
  readonly weight: number
  readonly at?: readonly [number, number]
}

const joined = /[\p{Script=Han}]/gu
/** Words of a text; two Chinese characters count as one. */
export function countWords(text: string): number {
  const han = text.match(joined)?.length ?? 0
  return Math.ceil(han / 2) + (text.replace(joined, ' ').match(/[\p{L}\p{N}']+/gu)?.length ?? 0)
}

const price = /(?:多少|几多|幾多|几|幾)(?:钱|錢)|\bki (?:dia|ora)\b|\bkantu\b/
/** `how do I report a pothole` wants to know the way; `I want to report a pothole` reports. */
const asksHow =
  /^(?:(?:hi|hello|hey)[ ,.!]+)?(?:how|where) (?:do|can|would|should|could) (?:i|we|you|one|people) (?:go about )?(?:report|submit|file|make a (?:report|complaint))/
const saysClosed = /\bclosed?\b.*\b(?:mistake|error|still|not)\b/
const informational =
  /\b(?:trash day|permit|permits|license|hours|schedule|holiday|open|closed|street (?:cleaning|sweeping)|parking ban|pay|bill|ticket|fine|tax|taxes|register|registration|birth|marriage|vote|voting|library|city hall|phone number|website|apply|application|recycle|compost|allowed|legal|law|rule|rules|sticker|inspection|dispose|throw (?:out|away)|get rid of|when is|what day|what time|do i need|basura|permiso|licencia|lixo|licenca|permis|pemi|lisans)\b/

/** All that speaks for an intent in a folded text, unordered; never empty. */
export function votes(text: string, folded: string, hints: Hints): Vote[] {
  const words = countWords(folded)
  const problem = namesProblem(folded)
  const symptom = has(phrases.plea, folded) || has(symptoms, folded)
  const references = findReferences(text)
  const short = words <= commandWords
  const out: Vote[] = []
  const vote = (value: Intent, wanted: Pattern, weight: number) => {
    const at = find(wanted, folded)
    if (at) out.push({ value, weight, at })
    return at !== null
  }
  // A text that opens with a question word and names nothing wrong asks; "trash" alone is a topic, not a complaint.
  const opensAsking = has(phrases.asking, folded) && !has(symptoms, folded)
  const asks = /[?？؟]\s*$/.test(folded.trim())

  const spam = spamScore(folded)
  if (spam >= 2.8)
    out.push({
      value: 'spam',
      weight: Math.min(0.97, 0.62 + spam * 0.06) - (problem && spam < 4.5 ? 0.25 : 0),
    })

  // Texted by mistake: no report is wanted and no more texts; after our question it corrects the house number.
  if (words <= 9 && !problem)
    vote(hints.expecting && hints.expecting !== 'category' ? 'no' : 'stop', phrases.wrongNumber, 0.92)
  if (words <= 10 && !problem && !has(symptoms, folded)) vote('help', phrases.help, 0.94)
  if (short || words <= 30) vote('stop', phrases.stop, problem && symptom && !short ? 0.5 : 0.96)
  if (short) vote('start', phrases.start, 0.95)
  vote('agent', phrases.agent, problem && symptom ? (short ? 0.6 : 0.3) : short ? 0.95 : 0.75)
  if (short)
    vote('cancel', phrases.cancel, (problem && symptom) || asks || saysClosed.test(folded) ? 0.45 : 0.93)

  const reopens = vote(
    'reopen',
    phrases.reopen,
    references.length > 0
      ? 0.93
      : /^\W*(?:has|have|is|was|did|when)\b/.test(folded)
        ? 0.4
        : /\b(?:closed?|marked|resolved|reopen|re-open|says? (?:its|it|fixed)|said (?:it|you|fixed))\b/.test(
              folded,
            )
          ? 0.9
          : problem
            ? 0.5
            : short
              ? 0.87
              : 0.5,
  )
  if (references.length > 0 && !reopens)
    out.push({ value: 'status', weight: words <= 12 || has(phrases.status, folded) ? 0.96 : 0.6 })
  else if (
    vote(
      'status',
      phrases.status,
      problem && symptom && !asks && !short
        ? 0.45
        : reopens && !/^\W*(?:has|have|is|was|did|when)\b/.test(folded)
          ? 0.8
          : problem &&
              symptom &&
              !/\b(?:update|status|my (?:case|report|request|ticket)|reported|when will|cuando van|quando vao|kile|when are|checking|follow)\b/.test(
                folded,
              )
            ? 0.62
            : 0.91,
    )
  ) {
    // A first report that asks when it will be fixed is still the first report; the dialog looks the case up.
  }

  const corrects =
    words <= 14 &&
    vote(
      'no',
      phrases.correction,
      problem && symptom ? 0.5 : hints.expecting === 'confirmation' ? 0.96 : 0.88,
    )
  if (!corrects && words <= 9) vote('yes', phrases.agreement, problem || symptom ? 0.4 : 0.93)

  const wants = has(phrases.plea, folded)
  const info = informational.test(folded) || price.test(folded)
  if (asksHow.test(folded)) out.push({ value: 'question', weight: 0.97 })
  if (has(phrases.question, folded) || asks || opensAsking) {
    const weight =
      wants && !info
        ? 0.5
        : opensAsking
          ? 0.88
          : problem && symptom
            ? info
              ? 0.62
              : 0.45
            : problem && !info && !asks
              ? 0.55
              : words > 14 || !has(phrases.question, folded)
                ? 0.55
                : 0.86
    out.push({
      value: 'question',
      weight,
      ...(find(phrases.question, folded) ? { at: find(phrases.question, folded) ?? [0, 0] } : {}),
    })
  }
  vote('comment', phrases.comment, wants || (problem && symptom) ? 0.45 : problem ? 0.87 : 0.88)
  if (
    /^\W*(?:thank|thx|gracias|obrigad|merci|mesi|cam on|спасибо|شكرا|谢谢|謝謝|多谢|多謝)/.test(folded) &&
    !wants &&
    !(problem && symptom) &&
    words > 1 &&
    !asks
  )
    out.push({ value: 'comment', weight: 0.72 })
  if (words <= 14) vote('other', phrases.abuse, problem && symptom ? 0.4 : 0.9)

  // A text with a problem in it is a report, whatever else it is.
  const report =
    problem && wants
      ? 0.97
      : problem && symptom
        ? 0.94
        : problem
          ? 0.84
          : wants
            ? 0.8
            : symptom && words >= 3
              ? 0.66
              : 0
  if (report > 0) {
    const at = find(symptoms, folded)
    out.push({
      value: 'report',
      weight: report - (info && !wants && !symptom ? 0.25 : opensAsking && !wants ? 0.2 : 0),
      ...(at ? { at } : {}),
    })
  } else
    out.push({
      value: 'report',
      weight: words >= 5 ? 0.64 : words >= 3 ? 0.56 : /\d/.test(folded) ? 0.5 : 0.3,
    })
  if (words <= 2) out.push({ value: 'other', weight: 0.45 })
  return out
}

/** The votes on a text as it came; opening words are told from the first letter on, whatever "¿" or "- " stands before it. */
export function votesOf(text: string, hints: Hints): Vote[] {
  const { text: folded } = fold(text)
  return votes(text, folded.slice(Math.max(0, folded.search(/[\p{L}\p{N}]/u))), hints)
}
