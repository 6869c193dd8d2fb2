/**
 * Finds the concepts of `concept-words.ts` in a message, so that "couch", "sofá" and "沙发" say the same to the model.
 * @module
 */
import { conceptWords } from './concept-words.ts'
import { type Token, tokenise } from './tokens.ts'

/** One concept named in a text, with the offsets of the words that name it. */
export interface Found {
  readonly concept: string
  readonly start: number
  readonly end: number
}

/** Phrases by the stem of their first word, longest first. */
export type ConceptIndex = ReadonlyMap<
  string,
  readonly { readonly stems: readonly string[]; readonly concept: string }[]
>

/** Index of a table of concepts: one line each, `name: phrase; phrase; …`. */
const indexConcepts = (table: string): ConceptIndex => {
  const phrases = table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [concept = '', words = ''] = line.split(': ')
      return words.split('; ').map((phrase) => ({ stems: tokenise(phrase).map(({ stem }) => stem), concept }))
    })
  const byFirst = Map.groupBy(phrases, ({ stems }) => stems[0] ?? '')
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return byFirst
}

/** The index of a table, made at the first message: a command that reads none need not wait for it. */
export const conceptIndex = (table: string): (() => ConceptIndex) => {
  let made: ConceptIndex | null = null
  return () => {
    made ??= indexConcepts(table)
    return made
  }
}

const ofServices = conceptIndex(conceptWords)

/** Every concept in reading order; one word may belong to several. A concept is named at most once per place. */
export const conceptsIn = (
  tokens: readonly Token[],
  index: ConceptIndex = ofServices(),
): readonly Found[] => {
  const found: Found[] = []
  for (const [at, token] of tokens.entries()) {
    const here = new Set<string>()
    for (const { stems, concept } of index.get(token.stem) ?? []) {
      if (here.has(concept) || !stems.every((stem, i) => tokens[at + i]?.stem === stem)) continue
      here.add(concept)
      found.push({ concept, start: token.start, end: tokens[at + stems.length - 1]?.end ?? token.end })
    }
  }
  return found
}
