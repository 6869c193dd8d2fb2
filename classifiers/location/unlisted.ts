/**
 * Things that say where they are by a number or a name that no table here holds: poles, meters, hydrants, bus
 * stops, schools. The words are kept for the one who has the table; a point is not made up.
 * @module
 */
import type { Token } from './tokens.ts'
import { notNames, ordinary } from './words.ts'

export interface Unlisted {
  /** Tokens, half-open. */
  readonly from: number
  readonly to: number
}

const asset =
  /^(?:pole|post|lamppost|lightpole|streetlight|light|lamp|hydrant|meter|stop|manhole|poste|poto|столб|电线杆|電線桿)$/
const kindOf =
  /^(?:light|lamp|street|streetlight|utility|telephone|phone|electric|power|bus|fire|parking|mbta|t)$/
const label = /^(?:number|no|num|id|nr|numero|nimewo|tag)$/
/** "pole 2 feet from the curb" counts something. */
const unit =
  /^(?:feet|foot|ft|inches|inch|yards|yds|m|meters|weeks?|days?|hours?|hrs?|times?|cars?|out|of|am|pm)$/

/** "pole number 1234", "streetlight #45A", "bus stop 1128". */
function assetAt(tokens: readonly Token[], at: number): Unlisted | null {
  if (!asset.test(tokens[at]?.word ?? '')) return null
  let to = at + 1
  const labelled = label.test(tokens[to]?.word ?? '')
  if (labelled) to += 1
  const id = tokens[to]
  if (!id || !/^[a-z]{0,2}\d{1,8}[a-z]?$/.test(id.word) || !/^[\s.:#(-]{0,3}$/.test(id.gap)) return null
  // "45-12", "33/4": the number goes on.
  const more = /^[-/]$/.test(tokens[to + 1]?.gap ?? '') && /^\d{1,6}[a-z]?$/.test(tokens[to + 1]?.word ?? '')
  if (more) to += 1
  const marked = labelled || more || id.gap.includes('#')
  if (!marked && (!/\d{3}|\d[a-z]|[a-z]\d/.test(id.word) || /\d(?:st|nd|rd|th)$/.test(id.word))) return null
  if (unit.test(tokens[to + 1]?.word ?? '')) return null
  let from = at
  while (from > 0 && at - from < 2 && kindOf.test(tokens[from - 1]?.word ?? '')) from -= 1
  return { from, to: to + 1 }
}

const schoolWord = /^(?:school|schools|academy)$/
const schoolKind = /^(?:high|middle|elementary|primary|grammar|public|pilot|k|latin|english|charter)$/
const leads = /^(?:at|by|near|behind|outside|beside|opposite|of|from|to|the|de|du|nan)$/

/** "by the Curley school", "at the English High School": a proper name in front. */
function schoolAt(tokens: readonly Token[], at: number): Unlisted | null {
  if (!schoolWord.test(tokens[at]?.word ?? '')) return null
  let from = at
  let named = false
  while (from > 0 && at - from < 4 && /^[\s.'’-]*$/.test(tokens[from]?.gap ?? '')) {
    const token = tokens[from - 1]
    if (!token) break
    const name = token.upper && !notNames.has(token.word) && token.word.length > 2
    const lower = /^\D{4,}$/.test(token.word) && !notNames.has(token.word) && !ordinary.has(token.word)
    const led = leads.test(tokens[from - 2]?.word ?? '')
    if (schoolKind.test(token.word)) {
      if (/^(?:latin|english)$/.test(token.word)) named = true
    } else if (name || (lower && led)) named = true
    else break
    from -= 1
  }
  return named && leads.test(tokens[from - 1]?.word ?? '') ? { from, to: at + 1 } : null
}

/** The first thing of the kind, or null. */
export function unlistedAt(tokens: readonly Token[]): Unlisted | null {
  for (let at = 0; at < tokens.length; at++) {
    const found = assetAt(tokens, at) ?? schoolAt(tokens, at)
    if (found) return found
  }
  return null
}
