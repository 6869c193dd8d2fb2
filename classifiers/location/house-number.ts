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
  /^(?:route|rte|rt|bus|line|engine|ladder|exit|lot|ward|precinct|case|ticket|pier|gate|us|interstate|ma|zip|unit|apt|suite|ste|floor|room|pole)$/

const assetWord =
  /^(?:pole|hydrant|meter|stop|light|lamp|streetlight|post|manhole|bus|line|train|case|ticket)$/

const plain = (token: Token | undefined): RegExpExecArray | null => (token ? digits.exec(token.word) : null)

/** "floor 3" counts something else; in "3rd floor 40 Elm St" the count is over before the number. */
const counts = (tokens: readonly Token[], at: number): boolean =>
  (/^(?:number|no|num)$/.test(tokens[at]?.word ?? '') && assetWord.test(tokens[at - 1]?.word ?? '')) ||
  (otherCount.test(tokens[at]?.word ?? '') &&
    !(
      tokens[at]?.word === 'floor' &&
      /^(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|top|ground)$/.test(tokens[at - 1]?.word ?? '')
    ))

/** The number that ends right before the token at `end`, or null. */
export function numberBefore(tokens: readonly Token[], end: number): HouseNumber | null {
  const gap = tokens[end]?.gap ?? ''
  if (!/^[\s,.#"'(-]{0,4}$/.test(gap) || /\n/.test(gap)) return null
  let at = end - 1
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
  const marked = labelled || /#/.test(token.gap)
  if (!marked && !(loose && closedAt(tokens, at + 1) && /^\s*,?\s*$/.test(token.gap))) return null
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
const closedAt = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at]
  return (
    next === undefined ||
    /[.,;!?\n)]/.test(next.gap) ||
    /^(?:in|en|em|nan|na|is|has|and|y|near|at|号|號)$/.test(next.word)
  )
}

/** Words which say that the figure after them is a house: "in front of 40", "near number 500". */
const beside =
  /^(?:near|front|across|opposite|next|outside|behind|beside|around|number|num|numero|no|house|nimewo|frente|devan|dianti|face|напротив|возле|أمام|对面|對面|truoc)$/
const link = /^(?:in|of|from|to|by|at|a|al|di|en|du|de|em|ao|the|la|el|right|just|about|somewhere|close)$/

/**
 * A number that stands for a house without its street beside it: "…, in front of 40", "near number 500".
 * `at` is the first token of such words; null where they lead to no number.
 */
export function numberBeside(tokens: readonly Token[], at: number): HouseNumber | null {
  let said = false
  for (let index = at; index < at + 5; index++) {
    const token = tokens[index]
    if (!token || (index > at && /[.!?;\n]/.test(token.gap))) return null
    if (beside.test(token.word)) said = true
    else if (!link.test(token.word)) {
      const own = plain(token)
      const value = Number(own?.[1])
      if (!own || !said || value < 1 || own[1]?.startsWith('0') || !closedAt(tokens, index + 1)) return null
      const written = `${value}${(own[2] ?? '').toUpperCase()}`
      return { first: value, last: value, written, from: index, to: index + 1 }
    }
  }
  return null
}

const onStreet =
  /^(?:on|of|en|sou|nan|na|sur|em|de|da|do|in|la|el|las|calle|avenida|rua|rue|ri|duong|ulitsa|на|по|улице|улица|ул)$/
const streetWord = /^(?:calle|avenida|rua|rue|ri|duong|ulitsa|улица|улице|ул)$/
const numbered =
  /^(?:number|no|num|numero|nimewo|house|casa|kay|nha|so|дом|дома|доме|номер|near|behind|outside|opposite|devan|devant)$/

/** "number 45 on Elm St", "in front of 45 on Elm St", "the 500 block of Elm": before the street, a word between. */
export function numberOn(tokens: readonly Token[], street: number): HouseNumber | null {
  let before = street - 1
  while (before > 0 && street - before < 4 && onStreet.test(tokens[before]?.word ?? '')) before -= 1
  const block = /^(?:block|blk)$/.test(tokens[before]?.word ?? '')
  const linked = before < street - 1
  // "20 rue Hancock": only the word for street stands between.
  const direct = linked && tokens.slice(before + 1, street).every(({ word }) => streetWord.test(word))
  if (!linked && !block) return null
  const at = block ? before - 1 : before
  const own = plain(tokens[at])
  const value = Number(own?.[1])
  if (!own || value < 1 || own[1]?.startsWith('0') || own[2] === 's') return null
  const [two, one] = [tokens[at - 2]?.word ?? '', tokens[at - 1]?.word ?? '']
  const led =
    block ||
    direct ||
    /#\s*$/.test(tokens[at]?.gap ?? '') ||
    numbered.test(one) ||
    /^(?:front of|across from|next to|outside of|frente (?:a|al)|(?:face|devant|cote) (?:du|le))$/.test(
      `${two} ${one}`,
    )
  if (!led || counts(tokens, at - 1)) return null
  const last = block ? value + 98 : value
  const written = block ? String(value) : `${value}${(own[2] ?? '').toUpperCase()}`
  return { first: value, last, written, from: at, to: street }
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
  let thousands = 0
  let done = ''
  let group = -1
  for (const word of words) {
    if (word === 'and' && (group >= 100 || thousands > 0)) continue
    const value = numeral(word)
    if (value < 0) return null
    if (value === 1000) {
      if (group < 1 || done !== '' || thousands > 0) return null
      thousands = group * 1000
      group = -1
    } else if (value === 100) {
      if (group < 0) return null
      group *= 100
    } else if (group >= 100 && group % 100 === 0) group += value
    else if (group >= 20 && group % 10 === 0 && value > 0 && value < 10) group += value
    else {
      if (group >= 0) done += String(group)
      group = value
    }
  }
  const number = thousands + Number(done + (group >= 0 ? String(group) : ''))
  return number > 0 && number < 10_000 ? number : null
}

function spokenBefore(tokens: readonly Token[], stop: number): HouseNumber | null {
  const before = tokens[stop - 1]?.word ?? ''
  const lettered = /^[a-f]$/.test(before) && numeral(tokens[stop - 2]?.word ?? '') >= 0
  const end = lettered ? stop - 1 : stop
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
  const written = `${number}${lettered ? before.toUpperCase() : ''}`
  return { first: number, last: number, written, from, to: stop }
}
