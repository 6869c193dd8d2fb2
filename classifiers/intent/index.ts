/**
 * What a resident wants of us with a message: whole-message keywords first, then phrases, weighed against each other.
 * @module
 */
import type { Classify, Hints, Intent, Span, Suggestion } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { find, has, type Pattern } from '../language/pattern.ts'
import { namesProblem, symptoms } from '../problems/words.ts'
import { findReferences } from '../references.ts'
import { keywords } from './keywords.ts'
import * as phrases from './phrases.ts'
import { spamScore } from './spam.ts'
import { isThanks } from './thanks.ts'

export { isThanks } from './thanks.ts'

/** Texts are read up to here (UTF-16 units): what someone wants stands at the beginning. */
const maxLength = 1500
/** A control phrase in a longer text than this (words) is a part of a story, not a command. */
const commandWords = 16

interface Vote {
  readonly value: Intent
  /** How strongly, on the scale of probabilities; the best wins. */
  readonly weight: number
  readonly at?: readonly [number, number]
}

const joined = /[\p{Script=Han}]/gu
function countWords(text: string): number {
  const han = text.match(joined)?.length ?? 0
  return Math.ceil(han / 2) + (text.replace(joined, ' ').match(/[\p{L}\p{N}']+/gu)?.length ?? 0)
}

/** Punctuation as spaces, so that `that's right!!` is the keyword `that s right`. Emoji stay. */
function asKeyword(folded: string): string {
  return folded.replace(/[\p{P}\p{Zs}\s¿¡+=~^$|]+/gu, ' ').trim()
}

const informational =
  /\b(?:trash day|permit|permits|license|hours|schedule|holiday|open|closed|street (?:cleaning|sweeping)|parking ban|pay|bill|ticket|fine|tax|taxes|register|registration|birth|marriage|vote|voting|library|city hall|phone number|website|apply|application|recycle|compost|allowed|legal|law|rule|rules|sticker|inspection|dispose|throw (?:out|away)|get rid of|when is|what day|what time|do i need|basura|permiso|licencia|lixo|licenca|permis|pemi|lisans)\b/

function votes(text: string, folded: string, hints: Hints): Vote[] {
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
  if (spam >= 3)
    out.push({
      value: 'spam',
      weight: Math.min(0.97, 0.62 + spam * 0.06) - (problem && spam < 4.5 ? 0.25 : 0),
    })

  if (short || words <= 30) vote('stop', phrases.stop, problem && symptom && !short ? 0.5 : 0.96)
  if (short) vote('start', phrases.start, 0.95)
  vote('agent', phrases.agent, problem && symptom ? (short ? 0.6 : 0.3) : short ? 0.95 : 0.75)
  if (short) vote('cancel', phrases.cancel, problem && symptom ? 0.45 : 0.93)

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
  const info = informational.test(folded)
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

/** A short text after a question of ours is its answer. */
function answerTo(
  expecting: NonNullable<Hints['expecting']>,
  folded: string,
  found: Suggestion<Intent>,
): Suggestion<Intent> {
  const answerable = new Set<Intent>([
    'greeting',
    'question',
    'comment',
    'other',
    'spam',
    'no',
    'status',
    'report',
  ])
  if (expecting === 'confirmation') {
    if (found.value === 'greeting' || (found.value === 'question' && found.confidence < 0.8))
      return { ...found, value: 'other', confidence: 0.6, alternatives: [] }
    if (
      /^(?:ok|okay|k|kk|ok cool|cool|alright|got it|fine|vale|bueno|ta bom|ta bon|dakor|好吧)$/.test(
        asKeyword(folded),
      )
    )
      return {
        ...found,
        value: 'yes',
        confidence: 0.85,
        alternatives: [{ value: 'other', confidence: 0.15 }],
      }
    return found
  }
  if (!answerable.has(found.value) || found.value === 'spam') return found
  const plain = asKeyword(folded)
  if (found.value === 'greeting')
    return {
      ...found,
      value: 'other',
      confidence: 0.7,
      alternatives: [{ value: 'greeting', confidence: 0.3 }],
    }
  if (keywords.get(plain) === 'other' || (found.value === 'other' && found.confidence > 0.8)) return found
  if (found.value === 'no' && found.confidence > 0.8 && !/\d/.test(plain)) return found
  if (
    found.value === 'question' &&
    found.confidence >= 0.8 &&
    (/[?？؟]\s*$/.test(folded) || countWords(folded) > 8)
  )
    return found
  if ((found.value === 'comment' || found.value === 'status') && found.confidence >= 0.85) return found
  return {
    ...found,
    value: 'report',
    confidence: Math.max(found.value === 'report' ? found.confidence : 0, 0.85),
    alternatives: [{ value: 'other', confidence: 0.1 }],
  }
}

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
          confidence:
            keyword === 'other'
              ? 0.85
              : plain.length < 3 && /[a-z]/.test(plain) && plain.length < 2
                ? 0.93
                : 0.97,
          alternatives: [],
          evidence: [all],
        }
      : isThanks(text)
        ? { value: 'comment', confidence: 0.97, alternatives: [], evidence: [all] }
        : weigh(text, hints, (at) => folder.span(at[0] + lead, at[1] + lead), folded)
    return hints.expecting && hints.expecting !== 'category'
      ? answerTo(hints.expecting, folded, found)
      : found
  }
}
