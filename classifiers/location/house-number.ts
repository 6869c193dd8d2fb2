/** House numbers as residents write and say them. @module */
import type { Token } from './tokens.ts'

/** One number or a range; `from` is the token that it begins with, `to` the one after its last. */
export interface HouseNumber {
  readonly first: number
  readonly last: number
  /** As the City would write it: `12A`, `40-46`. */
  readonly written: string
  readonly from: number
  readonly to: number
}

const digits = /^(\d{1,4})([a-z]?)$/
const rangeWord = /^(?:to|and|or|thru|through|y|ak|e)$/
const rangeGap = /^\s*(?:[-–—/&,+]|\.\.)?\s*$/
/** Words before a figure which say that it numbers something else. */
const otherCount =
  /^(?:route|rte|rt|bus|line|engine|ladder|exit|lot|ward|precinct|case|ticket|pier|gate|us|interstate|ma|zip|unit|apt|suite|ste|floor|room)$/

const plain = (token: Token | undefined): RegExpExecArray | null => (token ? digits.exec(token.word) : null)

/** The number that ends right before the token at `end`, or null. */
export function numberBefore(tokens: readonly Token[], end: number): HouseNumber | null {
  const gap = tokens[end]?.gap ?? ''
  if (!/^[\s,.#"'(-]{0,4}$/.test(gap) || /\n/.test(gap)) return null
  let at = end - 1
  const beside = tokens[at]?.word
  if (beside === 'rear' || (beside === 'r' && plain(tokens[at - 1]))) at -= 1
  // "45 1/2 Elm St" is 45.
  const half = tokens[at]?.word === '2' && tokens[at - 1]?.word === '1' && tokens[at]?.gap === '/'
  if (half && plain(tokens[at - 2])) at -= 2
  const own = plain(tokens[at])
  if (!own) return spokenBefore(tokens, end)
  if (otherCount.test(tokens[at - 1]?.word ?? '') || /[$%]\s*$/.test(tokens[at]?.gap ?? '')) return null
  if (/[:.]$/.test(tokens[at]?.gap ?? '') && /\d$/.test(tokens[at - 1]?.word ?? '')) return null
  const last = Number(own[1])
  if (last < 1 || own[1]?.startsWith('0')) return null
  if (last > 1990 && last < 2040 && /^(?:in|since|of|from)$/.test(tokens[at - 1]?.word ?? '')) return null
  let first = last
  let from = at
  for (let steps = 0; steps < 4; steps++) {
    const joiner = tokens[from]?.gap ?? ''
    let before = from - 1
    if (rangeWord.test(tokens[before]?.word ?? '') && /^\s*$/.test(joiner)) before -= 1
    else if (!rangeGap.test(joiner) || joiner.trim() === '') break
    const other = plain(tokens[before])
    if (!other || otherCount.test(tokens[before - 1]?.word ?? '')) break
    const value = Number(other[1])
    if (value < 1 || Math.abs(value - last) > 200) break
    first = value
    from = before
  }
  const low = Math.min(first, last)
  const high = Math.max(first, last)
  const written = low === high ? `${last}${(own[2] ?? '').toUpperCase()}` : `${low}-${high}`
  return { first: low, last: high, written, from, to: end }
}

/** "Tremont St #123", "calle Washington 450": the number right behind the name, or null. */
export function numberAfter(tokens: readonly Token[], start: number, loose: boolean): HouseNumber | null {
  const labelled = /^(?:number|no|num|numero|nr|nimewo|so)$/.test(tokens[start]?.word ?? '')
  const at = labelled ? start + 1 : start
  const token = tokens[at]
  const own = plain(token)
  if (!token || !own) return null
  const marked = labelled || /#/.test(token.gap)
  const next = tokens[at + 1]
  const closed =
    next === undefined ||
    /[.,;!?\n)]/.test(next.gap) ||
    /^(?:in|en|em|nan|na|is|has|and|y|near|at)$/.test(next.word)
  if (!marked && !(loose && closed && /^\s*,?\s*$/.test(token.gap))) return null
  const value = Number(own[1])
  if (value < 1) return null
  return {
    first: value,
    last: value,
    written: `${value}${(own[2] ?? '').toUpperCase()}`,
    from: start,
    to: at + 1,
  }
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** 0…99 of one number word, 100 for `hundred`, 1000 for `thousand`, or -1. */
function numeral(word: string): number {
  if (word === 'oh' || word === 'o') return 0
  const unit = units.indexOf(word)
  if (unit >= 0) return unit
  const ten = tens.indexOf(word)
  if (ten >= 0) return 20 + ten * 10
  return word === 'hundred' ? 100 : word === 'thousand' ? 1000 : -1
}

/** "twelve thirty four" is 1234, "one oh five" 105, "two hundred six" 206. Null of anything else. */
export function spokenNumber(words: readonly string[]): number | null {
  let done = ''
  let group = -1
  for (const word of words) {
    if (word === 'and' && group >= 100) continue
    const value = numeral(word)
    if (value < 0) return null
    if (value >= 100) {
      if (group < 0) return null
      group *= value
    } else if (group >= 100 && group % 100 === 0) group += value
    else if (group >= 20 && group % 10 === 0 && value > 0 && value < 10) group += value
    else {
      if (group >= 0) done += String(group)
      group = value
    }
  }
  const number = Number(done + (group >= 0 ? String(group) : ''))
  return number > 0 && number < 10_000 ? number : null
}

function spokenBefore(tokens: readonly Token[], end: number): HouseNumber | null {
  let from = end
  while (from > 0 && end - from < 7) {
    const word = tokens[from - 1]?.word ?? ''
    const inner = word === 'and' && from < end && numeral(tokens[from - 2]?.word ?? '') >= 100
    if (!inner && numeral(word) < 0) break
    if (!/^[\s-]*$/.test(tokens[from]?.gap ?? '')) break
    from -= 1
  }
  if (from === end) return null
  const number = spokenNumber(tokens.slice(from, end).map((token) => token.word))
  if (number === null || (end - from === 1 && number < 10)) return null
  return { first: number, last: number, written: String(number), from, to: end }
}
