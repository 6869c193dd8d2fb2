/** House numbers as residents write and say them. @module */
import { spokenBefore } from './spoken-number.ts'
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
  /^(?:route|rte|rt|bus|line|engine|ladder|exit|lot|ward|precinct|case|ticket|pier|gate|us|interstate|ma|zip|unit|apt|suite|ste|floor|room|pole)$/

const assetWord =
  /^(?:pole|hydrant|meter|stop|light|lamp|streetlight|post|manhole|bus|line|train|case|ticket)$/

/** Figures with at most one letter, as a match: `12`, `a`. Null of anything else. */
export const plain = (token: Token | undefined): RegExpExecArray | null =>
  // "4O": the letter for the figure.
  token ? digits.exec(token.word.replace(/^(\d{1,3})o$/, (_, figures: string) => `${figures}0`)) : null

/** "floor 3" counts something else; in "3rd floor 40 Elm St" the count is over before the number. */
export const counts = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:number|no|num)$/.test(tokens[at]?.word ?? '') && assetWord.test(tokens[at - 1]?.word ?? '')) ||
  (otherCount.test(tokens[at]?.word ?? '') &&
    !(
      tokens[at]?.word === 'floor' &&
      /^(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|top|ground)$/.test(tokens[at - 1]?.word ?? '')
    ))

/** The number that ends right before the token at `end`, or null. */
export function numberBefore(tokens: readonly Token[], end: number): HouseNumber | null {
  const gap = tokens[end]?.gap ?? ''
  let at = end - 1
  // A wrapped line of an e-mail: "in front of 89\nVincent Road".
  const wrapped =
    /^\s*\n\s*$/.test(gap) &&
    !/\n/.test(tokens[at]?.gap ?? '') &&
    /^(?:of|at|on|near|to|from|behind|number|is)$/.test(tokens[at - 1]?.word ?? '')
  if (!wrapped && (!/^[\s,.#"'(-]{0,4}$/.test(gap) || /\n/.test(gap))) return null
  const beside = tokens[at]?.word
  if (beside === '号' || beside === '號') at -= 1
  if (beside === 'rear' || (beside === 'r' && plain(tokens[at - 1]))) at -= 1
  // "45 1/2 Elm St" is 45.
  const half = tokens[at]?.word === '2' && tokens[at - 1]?.word === '1' && tokens[at]?.gap === '/'
  if (half && plain(tokens[at - 2])) at -= 2
  // "221 b Baker St", "two twenty one b": the letter stands by itself.
  const apart = /^[a-f]$/.test(tokens[at]?.word ?? '') && /^ ?$/.test(tokens[at]?.gap ?? 'x')
  const letter =
    apart && at === end - 1 && !tokens[at - 1]?.word.match(/[a-z]$/) ? (tokens[at]?.word ?? '') : ''
  if (letter !== '') at -= 1
  const own = plain(tokens[at])
  if (!own) return spokenBefore(tokens, end)
  if (counts(tokens, at - 1) || /[$%]\s*$/.test(tokens[at]?.gap ?? '')) return null
  if (/[:.]$/.test(tokens[at]?.gap ?? '') && /\d$/.test(tokens[at - 1]?.word ?? '')) return null
  const dictated = digitByDigit(tokens, at)
  if (dictated) return { ...dictated, to: end }
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
    if (!other || counts(tokens, before - 1)) break
    const value = Number(other[1])
    if (value < 1 || Math.abs(value - last) > 200) break
    first = value
    from = before
  }
  const low = Math.min(first, last)
  const high = Math.max(first, last)
  const written = low === high ? `${last}${(own[2] || letter).toUpperCase()}` : `${low}-${high}`
  return { first: low, last: high, written, from, to: end }
}

/** "1 2 3 Tremont St": a transcript of figures that were said one by one, three or four of them. */
function digitByDigit(tokens: readonly Token[], end: number): Omit<HouseNumber, 'to'> | null {
  let from = end + 1
  while (
    from > 0 &&
    /^\d$/.test(tokens[from - 1]?.word ?? '') &&
    (from > end || /^ $/.test(tokens[from]?.gap ?? ''))
  )
    from -= 1
  const figures = tokens.slice(from, end + 1).map(({ word }) => word)
  if (figures.length < 3 || figures.length > 4 || figures[0] === '0') return null
  const number = Number(figures.join(''))
  return { first: number, last: number, written: String(number), from }
}

/** "Tremont St #123", "calle Washington 450": the number right behind the name, or null. */
export function numberAfter(tokens: readonly Token[], start: number, loose: boolean): HouseNumber | null {
  const labelled = /^(?:number|no|num|numero|nr|nimewo|so|дом|номер|رقم)$/.test(tokens[start]?.word ?? '')
  const at = labelled ? start + 1 : start
  const token = tokens[at]
  const own = plain(token)
  if (!token || !own) return null
  if (/[.!?;\n]\s/.test(tokens[start]?.gap ?? '') || /^(?:bus|line|train)$/.test(tokens[at + 1]?.word ?? ''))
    return null
  const marked = labelled || /#/.test(token.gap)
  if (!marked && !(loose && closedAt(tokens, at + 1) && /^\s*[,@]?\s*$/.test(token.gap))) return null
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

/** Nothing that a figure before `at` could count: the end, a mark, or a word that goes on with the place. */
export const closedAt = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at]
  return (
    next === undefined ||
    /[.,;!?\n)]/.test(next.gap) ||
    /^(?:in|en|em|nan|na|is|has|and|y|near|at|号|號)$/.test(next.word)
  )
}
