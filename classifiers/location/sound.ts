/** How a name sounds: names written by ear find the one they sound like. @module */
import DoubleMetaphone from 'natural/lib/natural/phonetics/double_metaphone.js'

const metaphone = new DoubleMetaphone()

/** Double Metaphone's first code, `PRKL` for Berkeley and Berkley. Empty for what is not a Latin word of 4–24 letters. */
export const soundOf = (word: string): string =>
  /^[a-z]{4,24}$/.test(word) ? (metaphone.process(word)[0] ?? '') : ''
