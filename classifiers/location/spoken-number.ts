/** House numbers in words. @module */
import type { HouseNumber } from './house-number.ts'
import type { Token } from './tokens.ts'

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

/** The spoken number that ends right before the token at `stop`: "two twenty one b". Null where none does. */
export function spokenBefore(tokens: readonly Token[], stop: number): HouseNumber | null {
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
