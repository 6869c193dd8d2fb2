/**
 * What a question is compared by: its words that matter, their neighborhood in pairs, and the concepts they name.
 * @module
 */
import { conceptsIn } from '../category/concepts.ts'
import { type Token, tokenise } from '../category/tokens.ts'
import { alike } from './alike.ts'
import { emptyWords } from './empty-words.ts'

/** Words in reading order, pairs of words (`a b`), concepts (`#trash`), heads of words. Each once. */
export interface Terms {
  readonly words: readonly string[]
  readonly pairs: readonly string[]
  readonly concepts: readonly string[]
  /** First letters (`recog~`): endings differ from language to language, beginnings tell. */
  readonly heads: readonly string[]
}

export const kinds = ['words', 'pairs', 'concepts', 'heads'] as const

export interface TermsOptions {
  /** Another spelling of a word, or the word itself. */
  readonly spell?: (word: string) => string
  /** Names of places, as `placesOf` gives them: where the resident is does not matter. */
  readonly places?: PlaceNames
}

/** Names of places by their first stem, longest first. */
export type PlaceNames = ReadonlyMap<string, readonly (readonly string[])[]>

export function placesOf(names: readonly string[]): PlaceNames {
  const stems = names.map((name) => tokenise(name).map(({ stem }) => stem))
  return Map.groupBy(
    stems.toSorted((a, b) => b.length - a.length),
    ([first = '']) => first,
  )
}

/** "They did not take it" is not "when do they take it". Folded, as tokens come. */
const negations = new Set(
  'not no never didnt dont wasnt isnt werent doesnt wont hasnt havent couldnt without nunca nao pa jamais pas не нет 不 没 沒 لم لا aan'
    .split(' ')
    .flatMap((word) => tokenise(word).map(({ stem }) => stem)),
)
const headLetters = 5
const suffix = /^(?:st|str|ave|av|blvd|rd|sq|pkwy|ter)$/
const longSuffix = /^(?:street|avenue|boulevard|road|square|parkway|terrace)$/

/** Reads the first 600 characters: a question is short. */
export function termsOf(text: string, { spell = same, places = noPlaces }: TermsOptions = {}): Terms {
  const tokens = withoutPlaces(text, tokenise(text.slice(0, 600)), places)
  const matter = tokens
    .filter(
      ({ stem, kind }) => kind !== 'address' && !emptyWords.has(stem) && (kind !== 'number' || isLine(stem)),
    )
    .map(({ stem }) => alike.get(stem) ?? spell(stem))
    .map((word) => alike.get(word) ?? word)
  const words = tokens.some(({ stem }) => negations.has(stem)) ? [...matter, '!not'] : matter
  return {
    words: [...new Set(words)],
    pairs: [...new Set(matter.slice(1).map((word, i) => `${matter[i]} ${word}`))],
    heads: [
      ...new Set(
        words.filter((word) => word.length > headLetters).map((word) => `${word.slice(0, headLetters)}~`),
      ),
    ],
    concepts: [...new Set(conceptsIn(tokens).map(({ concept }) => `#${concept}`))],
  }
}

const same = (word: string): string => word
const noPlaces: PlaceNames = new Map()
/** 311, 911, 211: numbers that are words. */
const isLine = (stem: string): boolean => /^[2-9]11$/.test(stem)

/** Without names of places and without "Wren St" and "Wren Street". */
function withoutPlaces(text: string, tokens: readonly Token[], places: PlaceNames): readonly Token[] {
  const kept: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    const name = places
      .get(token.stem)
      ?.find((stems) => stems.every((stem, j) => tokens[i + j]?.stem === stem))
    if (name !== undefined) {
      i += name.length - 1
      continue
    }
    const before = kept.at(-1)
    const named = before !== undefined && before.kind === 'word' && !emptyWords.has(before.stem)
    if (named && suffix.test(token.text)) kept.pop()
    else if (named && longSuffix.test(token.text) && isCapital(text[before.start])) kept.pop()
    else kept.push(token)
  }
  return kept
}

const isCapital = (letter: string | undefined): boolean => letter !== undefined && /^\p{Lu}$/u.test(letter)
