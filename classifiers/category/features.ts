/**
 * What the model looks at in a message: stems, pairs of stems, letter runs inside words, concepts and phrases.
 * A feature is a 32-bit hash, so the model holds no word of any resident.
 * @module
 */
import { conceptsIn } from './concepts.ts'
import { phrases } from './phrases.ts'
import { stemOf, type Token, tokenise } from './tokens.ts'

/** Feature families; each is scaled to its own share of the vector. */
export const families = ['word', 'pair', 'letters', 'concept', 'phrase'] as const
export type Family = (typeof families)[number]

/** One occurrence: its hash, and the part of the text `[start, end)` it was read from. */
export interface Feature {
  readonly key: number
  readonly family: Family
  readonly start: number
  readonly end: number
  /** False for numbers, addresses, one-letter words and joined pairs: they say nothing of the text's language. */
  readonly solid: boolean
}

const shortest = 3
const longest = 5
/** Concepts paired with one another; a long text names many, and the pairs grow with their square. */
const maxConcepts = 8
const seeds: Readonly<Record<Family, number>> = {
  word: 0x811c9dc5,
  pair: 0x2c1b3c6d,
  letters: 0x7feb352d,
  concept: 0x1b873593,
  phrase: 0x297a2d39,
}

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/** MurmurHash3's finaliser: FNV alone leaves the high bits of short strings alike. */
const finish = (hash: number): number => {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 32-bit key of one feature. */
export const keyOf = (family: Family, text: string): number => {
  let hash = seeds[family]
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i))
  return finish(hash)
}

const letterRuns = (token: Token, into: Feature[]): void => {
  const padded = ` ${token.text} `
  for (let from = 0; from + shortest <= padded.length; from++) {
    let hash = seeds.letters
    for (let at = from; at < padded.length && at < from + longest; at++) {
      hash = step(hash, padded.charCodeAt(at))
      if (at - from + 1 < shortest) continue
      into.push({ key: finish(hash), family: 'letters', start: token.start, end: token.end, solid: false })
    }
  }
}

/** Each concept, and each two of them: "tree" with "fallen" is more than both, in whatever order they come. */
const conceptFeatures = (tokens: readonly Token[], into: Feature[]): void => {
  const concepts = conceptsIn(tokens)
  for (const { concept, start, end } of concepts) {
    into.push({ key: keyOf('concept', concept), family: 'concept', start, end, solid: true })
  }
  const names = [...new Set(concepts.map(({ concept }) => concept))].slice(0, maxConcepts)
  for (const [i, one] of names.entries()) {
    for (const other of names.slice(i + 1)) {
      const both = one < other ? `${one} ${other}` : `${other} ${one}`
      into.push({ key: keyOf('concept', both), family: 'concept', start: 0, end: 0, solid: false })
    }
  }
}

let last: { readonly text: string; readonly features: readonly Feature[] } | undefined

/**
 * Every feature of `text`, in reading order within its family; the same one may come several times. The last text is
 * kept, for safety and category read the same one.
 */
export const featuresOf = (text: string): readonly Feature[] => {
  if (last?.text !== text) last = { text, features: readFeatures(text) }
  return last.features
}

const readFeatures = (text: string): readonly Feature[] => {
  const tokens = tokenise(text)
  const found: Feature[] = []
  let before: Token | undefined
  for (const token of tokens) {
    const { start, end } = token
    const solid = token.kind === 'han' || (token.kind === 'word' && token.text.length > 1)
    found.push({ key: keyOf('word', token.stem), family: 'word', start, end, solid })
    const pair = before === undefined ? `^ ${token.stem}` : `${before.stem} ${token.stem}`
    found.push({ key: keyOf('pair', pair), family: 'pair', start: before?.start ?? start, end, solid: false })
    // "cross walk" is "crosswalk", "side walk" is "sidewalk".
    if (before?.kind === 'word' && token.kind === 'word') {
      const joined = stemOf(before.text + token.text)
      found.push({ key: keyOf('word', joined), family: 'word', start: before.start, end, solid: false })
    }
    if (token.kind === 'word') letterRuns(token, found)
    before = token
  }
  conceptFeatures(tokens, found)
  const lower = text.slice(0, 4000).toLowerCase()
  for (const phrase of phrases) {
    const match = phrase.pattern.exec(lower)
    if (match === null) continue
    found.push({
      key: keyOf('phrase', phrase.name),
      family: 'phrase',
      start: Math.min(match.index, text.length),
      end: Math.min(match.index + match[0].length, text.length),
      solid: false,
    })
  }
  return found
}
