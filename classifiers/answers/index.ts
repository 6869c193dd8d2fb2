/**
 * Finds the approved answer to a question: the one whose ways to ask share most of the words that matter with it.
 * Retrieval only; nothing is put together here.
 * @module
 */
import type { ApprovedAnswer } from '../../src/core/answers.ts'
import type { Classify, Suggestion } from '../../src/core/understanding.ts'
import { conceptsIn } from '../category/concepts.ts'
import { tokenise } from '../category/tokens.ts'
import { emptyWords } from './empty-words.ts'

/** A bag of terms: the words that matter, by how rare they are among all ways to ask. */
type Terms = ReadonlySet<string>
interface Way {
  readonly id: string
  readonly terms: Terms
  /** Sum of the squared weights of `terms`. */
  readonly squares: number
}

const none: Suggestion<string | null> = { value: null, confidence: 1, alternatives: [], evidence: [] }

/** Words carry most; a concept stands in for a word said in another language or another way. */
const conceptShare = 0.5

function termsOf(text: string): Terms {
  const tokens = tokenise(text)
  const words = tokens.filter(({ stem }) => !emptyWords.has(stem)).map(({ stem }) => stem)
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
  return new Set([...words, ...pairs, ...conceptsIn(tokens).map(({ concept }) => `#${concept}`)])
}

/** The classifier over these answers. Its confidence is calibrated on questions of our own (docs/accuracy.md). */
export function answerFinder(answers: readonly ApprovedAnswer[]): Classify<Suggestion<string | null>> {
  const bags = answers.flatMap(({ id, questions }) =>
    Object.values(questions).flatMap((ways) => ways.map((way) => ({ id, terms: termsOf(way) }))),
  )
  const weightOf = weights(bags)
  const squaresOf = (terms: Terms): number =>
    [...terms].reduce((sum, term) => sum + (weightOf.get(term) ?? unknownWeight(bags.length, term)) ** 2, 0)
  const ways: readonly Way[] = bags.map((bag) => ({ ...bag, squares: squaresOf(bag.terms) }))
  return (text) => {
    const terms = termsOf(text)
    if (terms.size === 0) return none
    const squares = squaresOf(terms)
    const best = new Map<string, number>()
    for (const way of ways) {
      const shared = [...way.terms].reduce(
        (sum, t) => sum + (terms.has(t) ? (weightOf.get(t) ?? 0) ** 2 : 0),
        0,
      )
      if (shared > 0)
        best.set(way.id, Math.max(best.get(way.id) ?? 0, shared / Math.sqrt(way.squares * squares)))
    }
    return suggest([...best].sort(([, a], [, b]) => b - a))
  }
}

const isConcept = (term: string): boolean => term.startsWith('#')

/** Inverse document frequency over the ways to ask; every answer counts a term once. */
function weights(
  bags: readonly { readonly id: string; readonly terms: Terms }[],
): ReadonlyMap<string, number> {
  const holders = new Map<string, Set<string>>()
  for (const { id, terms } of bags)
    for (const term of terms) holders.set(term, (holders.get(term) ?? new Set()).add(id))
  const all = new Set(bags.map(({ id }) => id)).size
  return new Map(
    [...holders].map(([term, ids]) => [
      term,
      (isConcept(term) ? conceptShare : term.includes(' ') ? pairShare : 1) * Math.log(1 + all / ids.size),
    ]),
  )
}
const pairShare = 0.5

/** A word that no way to ask has counts as a rare one: the question is about something else. */
const unknownWeight = (ways: number, term: string): number =>
  isConcept(term) || term.includes(' ') ? 0 : strange * Math.log(1 + ways)
const strange = 0.35

/** Slope and middle of the logistic curve from similarity (and its lead) to the share of right answers. */
const curve = { similarity: 9, lead: 7, middle: 4.6 }

function suggest(ranked: readonly (readonly [id: string, similarity: number])[]): Suggestion<string | null> {
  const [first, second] = ranked
  if (first === undefined) return none
  const [id, similarity] = first
  const lead = similarity - (second?.[1] ?? 0)
  const z = curve.similarity * similarity + curve.lead * Math.min(lead, 0.4) - curve.middle
  const confidence = 1 / (1 + Math.exp(-z))
  const share = (1 - confidence) / Math.max(1, ranked.length - 1)
  const alternatives = ranked.slice(1, 4).map(([value]) => ({ value, confidence: share }))
  return { value: id, confidence, alternatives, evidence: [] }
}
