/** Words of a message with their places in it. @module */
import { canonical } from './words.ts'

/** One word; `start`/`end` are UTF-16 offsets, `gap` is what stands between it and the word before. */
export interface Token {
  /** Lower case, no accents, no apostrophes. */
  readonly word: string
  /** `word` as names are compared, see `canonical`. */
  readonly name: string
  readonly start: number
  readonly end: number
  readonly gap: string
  /** Begins with an upper-case letter. */
  readonly upper: boolean
}

const wordShape =
  /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{M}\p{Nd}'’`]*|\p{Script=Han}|[^\p{P}\p{S}\p{Z}\p{C}]+/gu
const marks = /\p{M}|['’`]/gu
const plainAscii = /^[\x20-\x7e]*$/

/** Lower case, accents and apostrophes taken away, `đ` as `d`. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (plainAscii.test(lower) && !/['`]/.test(lower)) return lower
  return lower.normalize('NFD').replace(marks, '').replace(/đ/g, 'd')
}

/** Splits a text into words. Letters of another script end a Latin word, so `Washington街` is two. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const match of text.matchAll(wordShape)) {
    const start = match.index
    const raw = match[0]
    const joined = splitJoined(raw)
    for (const [offset, part] of joined) {
      const word = fold(part)
      if (word === '') continue
      const first = part.charAt(0)
      tokens.push({
        word,
        name: canonical(word),
        start: start + offset,
        end: start + offset + part.length,
        gap: text.slice(last, start + offset),
        upper: first !== first.toLowerCase(),
      })
      last = start + offset + part.length
    }
  }
  return tokens
}

/** `123Tremont` and `TremontSt123` lose a blank often in typed texts; `12A` and `5th` stay whole. */
function splitJoined(raw: string): readonly (readonly [number, string])[] {
  const glued = /^(\d{1,4})([A-Za-z]{3,})$/.exec(raw)
  if (!glued?.[1] || !glued[2] || /^(?:street|avenue|hrs|pm|min|mins|days)$/i.test(glued[2]))
    return [[0, raw]]
  return [
    [0, glued[1]],
    [glued[1].length, glued[2]],
  ]
}
