/**
 * Language profiles for the Latin script: the words themselves and the letter triples they are made of.
 * @module
 */
import type { Language } from '../../src/core/understanding.ts'
import { fold } from './fold.ts'
import { ht, kea, so, vi } from './words-creole.ts'
import { en } from './words-english.ts'
import { es, fr, pt } from './words-romance.ts'

/** The languages of ours that are written in Latin letters. */
export const latinLanguages = [
  'en',
  'es',
  'ht',
  'vi',
  'kea',
  'pt',
  'fr',
  'so',
] as const satisfies readonly Language[]
export type LatinLanguage = (typeof latinLanguages)[number]
/** One figure per Latin language, in the order of `latinLanguages`. */
export type Scores = Float64Array

const sources: Readonly<Record<LatinLanguage, string>> = { en, es, ht, vi, kea, pt, fr, so }

const exactBonus = 2.6
const foldedBonus = 2.1
const smoothing = 0.4
/** A word unknown to every list says at most this much (nats) by its letters, however long it is. */
const lettersCap = 2.2

function triples(word: string): string[] {
  const padded = ` ${word} `
  const out: string[] = []
  for (let at = 0; at + 3 <= padded.length; at++) out.push(padded.slice(at, at + 3))
  return out
}

interface Profile {
  readonly exact: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

function profile(source: string): Profile {
  const exact = new Set(source.normalize('NFC').split(/\s+/).filter(Boolean))
  const folded = new Set([...exact].map((word) => fold(word).text))
  const counts = new Map<string, number>()
  let total = 0
  for (const word of [...exact, ...folded]) {
    for (const triple of triples(word)) {
      counts.set(triple, (counts.get(triple) ?? 0) + 1)
      total++
    }
  }
  return { exact, folded, counts, total }
}

const profiles = latinLanguages.map((language) => profile(sources[language]))
const alphabet = 4000

const cache = new Map<string, Scores>()

/** What one lower-case NFC word says for each language (nats, up to a common constant). */
export function scoreWord(word: string): Scores {
  const known = cache.get(word)
  if (known) return known
  const folded = fold(word).text
  const parts = triples(word)
  const scores = new Float64Array(profiles.length)
  let best = Number.NEGATIVE_INFINITY
  profiles.forEach(({ counts, total }, index) => {
    let sum = 0
    for (const triple of parts)
      sum += Math.log((counts.get(triple) ?? 0) + smoothing) - Math.log(total + smoothing * alphabet)
    scores[index] = (sum / parts.length) * Math.min(parts.length, 5) * 0.5
    best = Math.max(best, scores[index] ?? best)
  })
  profiles.forEach(({ exact, folded: plain }, index) => {
    const letters = Math.max((scores[index] ?? 0) - best, -lettersCap)
    scores[index] = letters + (exact.has(word) ? exactBonus : plain.has(folded) ? foldedBonus : 0)
  })
  if (cache.size > 20_000) cache.clear()
  cache.set(word, scores)
  return scores
}
