/** Recognises a misspelled street name. @module */
import type { Gazetteer } from './gazetteer.ts'
import { closedAt, numberBefore } from './house-number.ts'
import { locateNumber } from './locate-number.ts'
import { complete, joins, type StreetMention, softSuffix } from './scan-street.ts'
import type { NameEntry } from './street-index.ts'
import type { Token } from './tokens.ts'
import { directionOf, notNames, ordinary, suffixOf } from './words.ts'

/** How many more misspelled names may be looked for in this text: a bound on time, never met by a message. */
export interface Budget {
  left: number
}
export const newBudget = (): Budget => ({ left: 80 })

/** Edits that a name of this length may have. */
const allowed = (joined: string): number => (joined.length < 5 ? 0 : joined.length < 8 ? 1 : 2)

/**
 * A misspelled name: the token at `at` is a suffix and the words before it are nearly a name
 * ("dorchestor ave"), or a house number stands before it ("123 tremnt"). Null elsewhere.
 */
export function similarAt(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
  budget: Budget,
): StreetMention | null {
  const token = tokens[at]
  if (!token) return null
  const suffix = suffixOf(token.word)
  if (suffix !== undefined && at > 0 && joins(token))
    return similarBefore(tokens, at, suffix, gazetteer, budget)
  if (!/^\D{5,}$/.test(token.word) || notNames.has(token.word) || ordinary.has(token.word)) return null
  // "370 chestunt hill ave" is for the suffix to find.
  for (const ahead of [tokens[at + 1], tokens[at + 2]]) {
    if (!ahead || !joins(ahead)) break
    if (suffixOf(ahead.word) !== undefined) return null
  }
  const number = numberBefore(tokens, at)
  // "30 marked spaces" goes on, "30 tremnt" does not.
  if (!number || (!token.upper && !closedAt(tokens, at + 1))) return null
  for (const { entry, edits } of nearest(token.name, token.name.length < 9 ? 1 : 2, gazetteer, budget)) {
    if (token.name.length < 6 && !token.upper) continue
    const holds = entry.streets.some((street) => {
      const found = locateNumber(street, number.last)[0]
      return found !== undefined && found.match !== 'outside'
    })
    const mention = holds ? complete(tokens, at, at + 1, entry, '', edits, gazetteer) : null
    if (mention) return mention
  }
  return null
}

interface Similar {
  readonly from: number
  readonly start: number
  readonly entry: NameEntry
  readonly edits: number
}

/** The misspelled name that ends before the suffix at `at`, of one to three words. */
export function similarBefore(
  tokens: readonly Token[],
  at: number,
  suffix: string,
  gazetteer: Gazetteer,
  budget: Budget,
): StreetMention | null {
  let best = null as Similar | null
  let least = Number.POSITIVE_INFINITY
  for (let length = 1; length <= 3 && at - length >= 0; length++) {
    const start = at - length
    const first = tokens[start]
    const words = tokens.slice(start, at)
    if (!first || notNames.has(first.word) || /^\d/.test(first.word)) break
    if (words.some((word, index) => index > 0 && !joins(word))) break
    const joined = words.map((word) => word.name).join('')
    if (length === 1 && ordinary.has(first.word)) continue
    const numbered = numberBefore(tokens, start) !== null
    if (softSuffix.has(suffix) && !first.upper && !numbered) continue
    const max = joined.length === 4 && numbered ? 1 : allowed(joined)
    for (const { entry, edits } of nearest(joined, max, gazetteer, budget, max > 0)) {
      const right = entry.streets.some((street) => street.suffix === suffix)
      if (!right && edits > 1) continue
      if (edits > 2 && edits * 3 > joined.length && !numbered) continue
      const score = edits + (right ? 0 : 1.5) - length * 0.2
      if (score < least) {
        least = score
        const direction = tokens[start - 1]
        const from =
          direction && directionOf(direction.word) !== undefined && joins(first) ? start - 1 : start
        best = { from, start, entry, edits }
      } else if (best && score === least && best.start === start) {
        // "beaco st": Beach or Beacon. The number, the crossing or the resident will tell.
        best = { ...best, entry: { ...best.entry, streets: [...best.entry.streets, ...entry.streets] } }
      }
    }
  }
  if (!best) return null
  const towards = best.from < best.start ? (directionOf(tokens[best.from]?.word ?? '') ?? '') : ''
  return complete(tokens, best.from, at, best.entry, towards, Math.max(1, best.edits), gazetteer)
}

/** A whole text of one to three words that is nearly a name: what somebody types where a street is asked for. */
export function similarWhole(tokens: readonly Token[], gazetteer: Gazetteer): StreetMention | null {
  const joined = tokens.map(({ name }) => name).join('')
  if (tokens.length > 3 || !/^[a-z]{5,}$/.test(joined)) return null
  if (tokens.some(({ word }) => notNames.has(word) || ordinary.has(word))) return null
  if (tokens.some((token, index) => index > 0 && !joins(token))) return null
  const max = joined.length < 9 ? 1 : 2
  const [found] = nearest(joined, max, gazetteer, newBudget(), true)
  return found
    ? complete(tokens, 0, tokens.length, found.entry, '', Math.max(1, found.edits), gazetteer)
    : null
}

/**
 * The entries with the fewest edits, at most three; where none is near enough and `bySound`, those that sound the same.
 * A sound alone is too little without a street suffix behind it: "police" sounds like Palace.
 */
export function nearest(
  joined: string,
  max: number,
  { streets }: Gazetteer,
  budget: Budget,
  bySound = false,
): readonly { readonly entry: NameEntry; readonly edits: number }[] {
  if (joined.length < 4 || budget.left <= 0) return []
  budget.left -= 1
  const spelled = streets.similar(joined, max)
  const found = spelled.length > 0 || !bySound ? spelled : streets.sounding(joined)
  const least = found[0]?.edits
  return found.filter(({ edits }) => edits === least).slice(0, 3)
}
