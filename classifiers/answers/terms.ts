/**
 * What a question is compared by: its words that matter, their neighborhood in pairs, and the concepts they name.
 * @module
 */
import { conceptsIn } from '../category/concepts.ts'
import { tokenise } from '../category/tokens.ts'
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

const headLetters = 5

/** `spell`: another spelling of a word, or the word itself. Reads the first 600 characters: a question is short. */
export function termsOf(text: string, spell: (word: string) => string = (word) => word): Terms {
  const tokens = tokenise(text.slice(0, 600))
  const words = tokens
    .filter(({ stem, kind }) => !emptyWords.has(stem) && kind !== 'address')
    .map(({ stem }) => alike.get(stem) ?? spell(stem))
    .map((word) => alike.get(word) ?? word)
  return {
    words: [...new Set(words)],
    pairs: [...new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))],
    heads: [
      ...new Set(
        words.filter((word) => word.length > headLetters).map((word) => `${word.slice(0, headLetters)}~`),
      ),
    ],
    concepts: [...new Set(conceptsIn(tokens).map(({ concept }) => `#${concept}`))],
  }
}
