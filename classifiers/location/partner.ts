/** The misspelled half of a corner. @module */
import { type Candidate, crossingCandidates } from './candidates.ts'
import { connector, connects, saysCorner } from './connectors.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NumberedStreet, Scan } from './scan.ts'
import { type Budget, nearest } from './similar-street.ts'
import { notNames, ordinary } from './words.ts'

interface Corner {
  readonly candidates: readonly Candidate[]
  readonly from: number
  readonly to: number
}

/** "corner of Claredon and Berkley": both halves misspelled, accepted where the two streets really cross. */
export function misspelledPairs(
  { tokens, streets, places, areas, towns }: Scan,
  gazetteer: Gazetteer,
  budget: Budget,
): readonly Corner[] {
  const taken = [...streets, ...places, ...areas, ...towns]
  const nameAt = (at: number): string | null => {
    const token = tokens[at]
    if (!token || !/^[a-z]{5,}$/.test(token.name) || ordinary.has(token.word) || notNames.has(token.word))
      return null
    return taken.some((other) => at >= other.from && at < other.to) ? null : token.name
  }
  const found: Corner[] = []
  for (let from = 0; from + 1 < tokens.length; from++) {
    const second = connector.test(tokens[from + 1]?.word ?? '') ? from + 2 : from + 1
    const [one, two] = [nameAt(from), nameAt(second)]
    if (one === null || two === null || !connects(tokens, from + 1, second)) continue
    const told =
      saysCorner(tokens, from, second + 1) ||
      (from === 0 && second + 1 === tokens.length) ||
      (tokens[from]?.upper === true && tokens[second]?.upper === true && from > 0)
    if (!told) continue
    const [a, b] = [one, two].map((name) =>
      nearest(name, name.length < 8 ? 1 : 2, gazetteer, budget, true).flatMap(({ entry }) =>
        entry.streets.map((street) => ({ street, fit: 0.6 })),
      ),
    )
    const candidates = a && b ? crossingCandidates(a, b, gazetteer) : []
    if (candidates.length > 0) found.push({ candidates, from, to: second + 1 })
  }
  return found
}

/** "corner of Main and Salm": a misspelled name beside a known one, accepted where the two really cross. */
export function misspelledPartner(
  { tokens, streets, places, areas, towns }: Scan,
  mention: NumberedStreet,
  gazetteer: Gazetteer,
  budget: Budget,
): Corner | null {
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
