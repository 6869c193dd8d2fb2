/**
 * How like a question is to each answer: against every single way to ask it, and against all of them together.
 * @module
 */
import { aimsOf } from './aims.ts'
import { asks } from './asks.ts'
import type { Fit } from './curve.ts'
import { speller } from './spelling.ts'
import { kinds, placesOf, type Terms, termsOf } from './terms.ts'

/** One way to ask. `id` is the answer's, or null where it is known that there is none. */
export interface Way {
  readonly id: string | null
  readonly text: string
}

/** One answer, measured against a question. */
export interface Ranked {
  readonly id: string | null
  readonly fit: Fit
}

/** Words carry most; a pair says in which order, a concept and the beginning of a word stand in for other forms. */
const shares = { words: 1, pairs: 0.5, concepts: 0.5, heads: 0.5 } as const
/** A word that no way to ask has: the question is about something else. */
const unknownShare = 0.55
/** How much the nearest way counts in the ranking, beside all ways of its answer together. */
const nearestShare = 0.6
const mostRanked = 4

/** A term, where it stands, and its squared weight. */
interface Entry {
  readonly square: number
  readonly ways: readonly number[]
  readonly answers: readonly number[]
  /** How much of the term is each answer's, in the order of `answers`: 1 for the one that uses it in most of its ways. */
  readonly parts: readonly number[]
}

/** The answers nearest to a text, best first, at most four; empty where no term is shared. Ways without an answer are each an answer of their own. */
export function ranker(
  ways: readonly Way[],
  placeNames: readonly string[] = [],
): (text: string) => readonly Ranked[] {
  const places = placesOf(placeNames)
  const ids: (string | null)[] = []
  const numberOf = new Map<string, number>()
  const own = ways.map(({ id }) => {
    const known = id === null ? undefined : numberOf.get(id)
    if (known !== undefined) return known
    if (id !== null) numberOf.set(id, ids.length)
    return ids.push(id) - 1
  })
  const terms = ways.map(({ text }) => termsOf(text, { places }))
  const spell = speller(terms.flatMap(({ words }) => words))
  const entries = entriesOf(terms, own, ids.length)
  const most = Math.log(1 + ids.length)
  const unknown = (unknownShare * most) ** 2
  const lengths = terms.map((all) => Math.sqrt(squareOf(all, entries, unknown)))
  const aims = ids.map((): Set<string> => new Set())
  for (const [at, { text }] of ways.entries()) for (const aim of aimsOf(text)) aims[own[at] ?? 0]?.add(aim)

  return (text) => {
    const asked = termsOf(text, { spell, places })
    const square = squareOf(asked, entries, unknown)
    if (square === 0) return []
    const shared = new Float64Array(ways.length)
    const covered = new Float64Array(ids.length)
    const words = new Float64Array(ids.length)
    const mass = new Float64Array(ids.length)
    for (const kind of kinds)
      for (const term of asked[kind]) {
        const entry = entries.get(term)
        if (entry === undefined) continue
        for (const at of entry.ways) shared[at] = (shared[at] ?? 0) + entry.square
        for (let i = 0; i < entry.answers.length; i++) {
          const at = entry.answers[i] ?? 0
          covered[at] = (covered[at] ?? 0) + ((entry.parts[i] ?? 0) * entry.square) / square
          if (kind !== 'words') continue
          words[at] = (words[at] ?? 0) + 1
          mass[at] = (mass[at] ?? 0) + Math.sqrt(entry.square) / most
        }
      }
    const length = Math.sqrt(square)
    const nearest = new Float64Array(ids.length)
    for (let at = 0; at < shared.length; at++) {
      const common = shared[at] ?? 0
      if (common === 0) continue
      const answer = own[at] ?? 0
      const likeness = common / (length * (lengths[at] ?? 1))
      if (likeness > (nearest[answer] ?? 0)) nearest[answer] = likeness
    }
    const score = (at: number): number =>
      nearestShare * (nearest[at] ?? 0) + (1 - nearestShare) * (covered[at] ?? 0)
    const best = bestOf(covered, score)
    const wanted = [...aimsOf(text)]
    const asking = asks(text)
    return best.map((at, rank) => ({
      id: ids[at] ?? null,
      fit: {
        nearest: nearest[at] ?? 0,
        covered: covered[at] ?? 0,
        asks: asking,
        lead: Math.max(0, score(at) - score(best[rank === 0 ? 1 : 0] ?? -1)),
        words: Math.min(3, words[at] ?? 0) / 3,
        mass: Math.min(2, mass[at] ?? 0) / 2,
        strange: wanted.filter((aim) => aims[at]?.has(aim) !== true).length,
      },
    }))
  }
}

/** Sum of the squared weights of all terms; unknown pairs, concepts and heads do not count. */
function squareOf(terms: Terms, entries: ReadonlyMap<string, Entry>, unknown: number): number {
  let sum = 0
  for (const kind of kinds)
    for (const term of terms[kind]) sum += entries.get(term)?.square ?? (kind === 'words' ? unknown : 0)
  return sum
}

/** Numbers of the answers that share anything, by score. */
function bestOf(covered: Float64Array, score: (at: number) => number): readonly number[] {
  const best: number[] = []
  for (let at = 0; at < covered.length; at++) {
    if (covered[at] === 0) continue
    let place = best.length
    while (place > 0 && score(best[place - 1] ?? 0) < score(at)) place--
    if (place >= mostRanked) continue
    best.splice(place, 0, at)
    if (best.length > mostRanked) best.pop()
  }
  return best
}

/**
 * Weight of a term: inverse document frequency over the answers, each of which counts it once. The ways of one answer
 * stand together, so that its number is the last of a list or not in it.
 */
function entriesOf(
  terms: readonly Terms[],
  own: readonly number[],
  answers: number,
): ReadonlyMap<string, Entry> {
  const found = new Map<string, { square: number; ways: number[]; answers: number[]; parts: number[] }>()
  for (const [at, all] of terms.entries()) {
    const answer = own[at] ?? 0
    for (const kind of kinds)
      for (const term of all[kind]) {
        const entry = found.get(term)
        if (entry === undefined) {
          found.set(term, { square: shares[kind], ways: [at], answers: [answer], parts: [1] })
          continue
        }
        entry.ways.push(at)
        const last = entry.answers.length - 1
        if (entry.answers[last] === answer) entry.parts[last] = (entry.parts[last] ?? 0) + 1
        else {
          entry.answers.push(answer)
          entry.parts.push(1)
        }
      }
  }
  for (const entry of found.values()) {
    entry.square = (entry.square * Math.log(1 + answers / entry.answers.length)) ** 2
    if (entry.answers.length === 1) entry.parts = [1]
    else {
      const most = Math.max(...entry.parts)
      entry.parts = entry.parts.map((count) => Math.sqrt(count / most))
    }
  }
  return found
}
