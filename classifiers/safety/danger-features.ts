/**
 * What the danger model looks at: words, pairs of words, letter runs and concepts of services as the category model
 * reads them, concepts of danger and of time with what stands around them, how the text is asked or shouted, and what
 * the rules saw in it.
 * @module
 */
import { conceptIndex, conceptsIn } from '../category/concepts.ts'
import { type Feature, featuresOf, keyOf } from '../category/features.ts'
import { tokenise } from '../category/tokens.ts'
import { dangerConcepts } from './danger-concepts.ts'

/** Families of features; each is scaled to its own share of the vector. */
export const families = [
  'word',
  'pair',
  'letters',
  'service',
  'concept',
  'concepts',
  'shape',
  'rule',
] as const
export type DangerFamily = (typeof families)[number]

/** One occurrence: its hash, and the part of the text `[start, end)` it was read from; empty where it is the whole. */
export interface DangerFeature {
  readonly key: number
  readonly family: DangerFamily
  readonly start: number
  readonly end: number
}

const index = conceptIndex(dangerConcepts)
/** Concepts paired with one another; a long text names many, and the pairs grow with their square. */
const maxConcepts = 12
/** Concepts that follow another within so many characters also count in their order: "not breathing". */
const following = 5
const nearby = 25
/** A text longer than this (UTF-16 units) is read to here. */
const maxChars = 4000

const shapes: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['asks', /[?？؟]\s*$/],
  ['asks-within', /[?？؟]/],
  ['shouts', /!\s*!|[！]{2}/],
  ['speaks-of-self', /\b(?:i|im|i'm|i’m|me|my|we|our|us)\b/i],
  ['year', /\b(?:19|20)\d\d\b/],
  ['laughs', /\b(?:lol|haha|lmao|jk)\b|😂|🤣/i],
]

/** Length as it matters here: a line, a story, a letter. */
const lengthOf = (words: number): string => (words < 20 ? 'line' : words < 45 ? 'story' : 'letter')

const baseFamilies: Readonly<Partial<Record<Feature['family'], DangerFamily>>> = {
  word: 'word',
  pair: 'pair',
  letters: 'letters',
  concept: 'service',
}

/** Every feature of `text`, of which the rules saw `signs`; the same one may come several times. */
export function dangerFeatures(text: string, signs: readonly string[]): readonly DangerFeature[] {
  const found: DangerFeature[] = []
  for (const { key, family, start, end } of featuresOf(text)) {
    const own = baseFamilies[family]
    if (own) found.push({ key, family: own, start, end })
  }
  const tokens = tokenise(text)
  const concepts = conceptsIn(tokens, index())
  for (const { concept, start, end } of concepts)
    found.push({ key: keyOf('concept', `danger ${concept}`), family: 'concept', start, end })
  const names = [...new Set(concepts.map(({ concept }) => concept))].sort().slice(0, maxConcepts)
  for (const [i, one] of names.entries())
    for (const other of names.slice(i + 1))
      found.push({ key: keyOf('concept', `danger ${one}+${other}`), family: 'concepts', start: 0, end: 0 })
  for (const [i, one] of concepts.entries())
    for (const other of concepts.slice(i + 1, i + 1 + following))
      if (other.start >= one.end && other.start - one.end < nearby)
        found.push({
          key: keyOf('concept', `danger ${one.concept}>${other.concept}`),
          family: 'concepts',
          start: one.start,
          end: other.end,
        })
  const read = text.slice(0, maxChars)
  for (const [name, pattern] of shapes)
    if (pattern.test(read))
      found.push({ key: keyOf('phrase', `danger ${name}`), family: 'shape', start: 0, end: 0 })
  found.push({
    key: keyOf('phrase', `danger ${lengthOf(tokens.length)}`),
    family: 'shape',
    start: 0,
    end: 0,
  })
  for (const sign of new Set(signs))
    found.push({ key: keyOf('phrase', `rule ${sign}`), family: 'rule', start: 0, end: 0 })
  return found
}
