/**
 * A reference read out on the phone comes back in pieces: "B O S 7 K 3 M Q 2 X A", "boss seven k three m …".
 * @module
 */

const figures: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  one: '1',
  two: '2',
  to: '2',
  too: '2',
  three: '3',
  four: '4',
  for: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  // How recognisers write single letters.
  bee: 'B',
  see: 'C',
  sea: 'C',
  dee: 'D',
  gee: 'G',
  jay: 'J',
  kay: 'K',
  em: 'M',
  en: 'N',
  pee: 'P',
  cue: 'Q',
  queue: 'Q',
  are: 'R',
  ess: 'S',
  tea: 'T',
  tee: 'T',
  vee: 'V',
  ex: 'X',
  why: 'Y',
  zee: 'Z',
}
const start = /\b(?:b\W{0,2}o\W{0,2}s{1,2}|boss)\b[\s,.:-]{0,3}/i
/** Crockford's base 32. What looks alike is read as he says: I and L are 1, O is 0. https://www.crockford.com/base32.html */
const alphabet = /^[0-9A-HJKMNP-TV-Z]{8}$/

/** A letter, something with a figure in it, or capitals: words of a sentence are none of these. */
const isCode = (word: string): boolean =>
  word.length === 1 || (word.length <= 8 && (/\d/.test(word) || /^[A-Z]{2,8}$/.test(word)))

/** The text with a reference that was spelled out written as one; unchanged where there is none. */
export function withReferences(text: string): string {
  const found = start.exec(text)
  if (found === null) return text
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 160)
  let code = ''
  let used = 0
  for (const word of rest.matchAll(/[\p{L}\p{N}]{1,12}|[^\p{L}\p{N}]{1,12}/gu)) {
    if (code.length >= 8) break
    used = (word.index ?? 0) + word[0].length
    if (!/[\p{L}\p{N}]/u.test(word[0])) continue
    const one = figures[word[0].toLowerCase()] ?? (isCode(word[0]) ? word[0].toUpperCase() : null)
    if (one === null) return text
    code += one.replaceAll('O', '0').replace(/[IL]/g, '1')
  }
  if (!alphabet.test(code)) return text
  const tail = text.slice(found.index + found[0].length + used)
  return `${text.slice(0, found.index)}BOS-${code.slice(0, 4)}-${code.slice(4)}${tail}`
}
