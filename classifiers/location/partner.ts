/** The misspelled half of a corner. @module */
import { type Candidate, crossingCandidates } from './candidates.ts'
import { connector, connects } from './connectors.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NumberedStreet, Scan } from './scan.ts'
import { type Budget, nearest } from './similar-street.ts'

/** "corner of Main and Salm": a misspelled name beside a known one, accepted where the two really cross. */
export function misspelledPartner(
  { tokens, streets, places, areas, towns }: Scan,
  mention: NumberedStreet,
  gazetteer: Gazetteer,
  budget: Budget,
): { readonly candidates: readonly Candidate[]; readonly from: number; readonly to: number } | null {
  const taken = [...streets, ...places, ...areas, ...towns]
  const free = (at: number): boolean => !taken.some((other) => at >= other.from && at < other.to)
  const tries: number[] = []
  for (let skip = 0; skip <= 2; skip++) {
    if (skip === 0 || connector.test(tokens[mention.to + skip - 1]?.word ?? '')) {
      if (connects(tokens, mention.to, mention.to + skip)) tries.push(mention.to + skip)
    } else break
  }
  const back = mention.from - 2
  if (back >= 0 && connects(tokens, back + 1, mention.from)) tries.push(back)
  for (const at of tries) {
    const token = tokens[at]
    if (!token || !free(at) || !/^\D{4,}$/.test(token.word)) continue
    for (const { entry, edits } of nearest(
      token.name,
      token.name.length < 5 ? 0 : token.name.length < 8 ? 1 : 2,
      gazetteer,
      budget,
    )) {
      const fits = entry.streets.map((street) => ({ street, fit: edits === 0 ? 1 : 0.6 }))
      const corner = crossingCandidates(mention.streets, fits, gazetteer)
      if (corner.length > 0) {
        return { candidates: corner, from: Math.min(at, mention.from), to: Math.max(at + 1, mention.to) }
      }
    }
  }
  return null
}
