/** Addresses of jokes, films and forms: typed to try a system out, not to tell where something is. @module */
import type { Token } from './tokens.ts'
import { suffixOf } from './words.ts'

const phrases = [
  '123 fake st',
  'fake st',
  '123 main st',
  '1234 main st',
  '123 abc st',
  '123 test st',
  'test st',
  '123 street st',
  '123 anywhere st',
  'anystreet',
  'nowhere st',
  '1600 pennsylvania ave',
  '10 downing st',
  '4 privet dr',
  'number 4 privet dr',
  '12 grimmauld pl',
  'diagon aly',
  'hogwarts',
  '221b baker st',
  '221 b baker st',
  '742 evergreen ter',
  '31 spooner st',
  '1313 mockingbird ln',
  '4222 clinton way',
  '124 conch st',
  'bikini bottom',
  'wisteria ln',
  'sesame st',
  'area 51',
  'gotham city',
  'narnia',
  'mordor',
  'wakanda',
].map((phrase) => phrase.split(' '))

const short = ({ word }: Token): string => suffixOf(word) ?? word

/** The first such address, as token positions, half-open; null where the text has none. */
export function inventedAt(tokens: readonly Token[]): { readonly from: number; readonly to: number } | null {
  for (let from = 0; from < tokens.length; from++) {
    for (const phrase of phrases) {
      const to = from + phrase.length
      const whole = phrase.every((word, index) => {
        const token = tokens[from + index]
        return token !== undefined && short(token) === (suffixOf(word) ?? word)
      })
      if (whole) return { from, to }
    }
  }
  return null
}
