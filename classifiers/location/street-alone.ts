/** Street names without the other half: when they count, and what else in the text narrows them. @module */
import { type Candidate, crossingCandidates, placeCandidates } from './candidates.ts'
import type { Gazetteer } from './gazetteer.ts'
import { metresBetween } from './geometry.ts'
import type { NumberedStreet, Scan } from './scan.ts'
import type { Token } from './tokens.ts'

/** A bare name after a number is a street only where the number exists on it and the name is no everyday word. */
export function worthy(
  mention: NumberedStreet,
  candidates: readonly Candidate[],
  tokens: readonly Token[],
): boolean {
  const words = tokens.length
  // "12 oak trees" are no address.
  if (
    /^(?:trees?|leaves|branch|branches|logs?|wood|stumps?|people|kids|cars)$/.test(
      tokens[mention.to]?.word ?? '',
    )
  )
    return false
  // "2morrow" is no address.
  if (tokens[mention.from]?.gap === '' && mention.from > 0) return false
  if (candidates.every((candidate) => candidate.match === 'outside')) return false
  return !mention.everyday || (words === 2 && mention.to === words && mention.to - mention.from === 1)
}

/** A name without number, `asked` where we asked for the place: needs its suffix, or "on Tremont", or to be the whole text. */
export function bareStreet(tokens: readonly Token[], mention: NumberedStreet, asked: boolean): boolean {
  if (mention.suffixed) return !mention.everyday
  if (asked && !mention.everyday && mention.edits === 0) return true
  if (mention.to === tokens.length && mention.from <= 2) {
    const alone = mention.from === 0
    const led = tokens
      .slice(0, mention.from)
      .every((token) => /^(?:on|at|the|near|its|it|is|by|off|along|corner|of)$/.test(token.word))
    if (alone || (led && !mention.everyday)) return true
  }
  if (mention.everyday || mention.edits > 0) return false
  return /^(?:on|along|off|onto|down|up|near|at|sou|sur|en|na|nan|trên|tren)$/.test(
    tokens[mention.from - 1]?.word ?? '',
  )
}

/** Another street of the text that crosses this one, or a place of the text that lies on it. */
export function meeting(
  mention: NumberedStreet,
  others: readonly NumberedStreet[],
  { places }: Scan,
  gazetteer: Gazetteer,
): { readonly candidates: readonly Candidate[]; readonly other: NumberedStreet | null } | null {
  for (const other of others) {
    if (other === mention || !other.suffixed || !mention.suffixed) continue
    const corner = crossingCandidates(mention.streets, other.streets, gazetteer)
    if (corner.length > 0)
      return {
        candidates: corner.map((candidate) => ({ ...candidate, match: 'meets' as const, spreadM: 90 })),
        other: joinable(mention, other) ? other : null,
      }
  }
  for (const place of places) {
    for (const target of placeCandidates(place)) {
      const on = mention.streets.some(({ street }) =>
        gazetteer.streets.points(street).some((point) => metresBetween(point, target) < 300),
      )
      if (on) return { candidates: [target], other: null }
    }
  }
  return null
}

/** Near enough to each other to be one phrase. */
const joinable = (a: NumberedStreet, b: NumberedStreet): boolean =>
  Math.min(Math.abs(b.from - a.to), Math.abs(a.from - b.to)) <= 6
