/** The other part of `natural` used; the package types its root only, and its root must not be loaded. */
declare module 'natural/lib/natural/phonetics/double_metaphone.js' {
  export default class DoubleMetaphone {
    /** Primary and secondary code: consonants as an English speaker says them. */
    process(word: string): [string, string]
  }
}
