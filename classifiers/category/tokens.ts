/**
 * Words of a message with their places in it. Letters are folded (lower case, no accents, no apostrophes), so
 * that "ÁRBOL", "árbol" and "arbol" are one word; Han text comes one character at a time, by its simplified form.
 * @module
 */
import { simplify } from './han.ts'
import { stem } from './stems.ts'

/** `word`: letters. `number`: has a digit. `han`: one Chinese character. `address`: a house number with its street. */
export type TokenKind = 'word' | 'number' | 'han' | 'address'

/** One word; `start` and `end` are UTF-16 offsets into the text as it came. */
export interface Token {
  readonly text: string
  readonly stem: string
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
}

/** A message longer than this is read to here; the rest rarely changes the service and always costs time. */
const maxChars = 4000
const wordPattern = /\p{Script=Han}|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/gu
const hanPattern = /^\p{Script=Han}$/u
const streetSuffix =
  /^(st|str|street|ave|av|avenue|rd|road|dr|drive|pl|place|ct|court|ln|lane|blvd|boulevard|ter|terr|terrace|cir|circle|pkwy|parkway|hwy|highway|way|sq|square|row|wharf)$/
const stems = new Map<string, string>()

/** One word as it is compared: NFKD without marks, lower case, without apostrophes. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')

/** The stem of a folded word, cached for the common words. */
export const stemOf = (word: string): string => {
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = stem(word)
  if (stems.size < 20_000) stems.set(word, found)
  return found
}

/** All words of `text` in order, with "123 Tremont St" folded into one `address`: a house number must not decide. */
export const tokenise = (text: string): readonly Token[] => {
  const raw: Token[] = []
  for (const match of text.slice(0, maxChars).matchAll(wordPattern)) {
    const start = match.index
    const end = start + match[0].length
    if (hanPattern.test(match[0])) {
      raw.push({ text: match[0], stem: simplify(match[0]), start, end, kind: 'han' })
      continue
    }
    const folded = fold(match[0])
    if (folded === '') continue
    const digits = /\p{N}/u.test(folded)
    const shape =
      digits && folded.length > 1 && !/^[2-9]?[1-9]11$/.test(folded) ? folded.replace(/\p{N}/gu, '0') : folded
    raw.push({
      text: shape,
      stem: digits ? shape : stemOf(folded),
      start,
      end,
      kind: digits ? 'number' : 'word',
    })
  }
  return joinAddresses(raw)
}

const joinAddresses = (tokens: readonly Token[]): readonly Token[] => {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    const last =
      token.kind === 'number' && /^0{1,4}[a-z]?$|^\d$/.test(token.text) ? addressEnd(tokens, i) : -1
    const lastToken = tokens[last]
    if (lastToken === undefined) {
      joined.push(token)
      continue
    }
    joined.push({
      text: '@address',
      stem: '@address',
      start: token.start,
      end: lastToken.end,
      kind: 'address',
    })
    i = last
  }
  return joined
}

/** Index of the street suffix that closes the address begun at `from`, or -1. A street name has one to three words. */
const addressEnd = (tokens: readonly Token[], from: number): number => {
  for (let i = from + 1; i <= from + 4; i++) {
    const token = tokens[i]
    const before = tokens[i - 1]
    if (token === undefined || before === undefined || token.start - before.end > 2) return -1
    if (i > from + 1 && streetSuffix.test(token.text)) return i
  }
  return -1
}
