/** Puts mentions together: corners, blocks, addresses, places, streets. @module */
import type { Span } from '../../src/core/understanding.ts'
import {
  addressCandidates,
  approachCandidates,
  blockCandidates,
  type Candidate,
  cornerCandidates,
  placeCandidates,
  streetCandidates,
} from './candidates.ts'
import { connects, saysCorner } from './connectors.ts'
import type { Gazetteer } from './gazetteer.ts'
import { numberBeside } from './loose-number.ts'
import { misspelledPairs, misspelledPartner } from './partner.ts'
import type { NumberedStreet, Scan } from './scan.ts'
import type { FittingStreet } from './scan-street.ts'
import { newBudget } from './similar-street.ts'
import { bareStreet, meeting, worthy } from './street-alone.ts'
import type { Token } from './tokens.ts'

/** A place that the text names, with everything it may mean. */
export interface Found {
  readonly candidates: readonly Candidate[]
  /** Tokens of the mention, half-open. */
  readonly from: number
  readonly to: number
  readonly evidence: readonly Span[]
  /** What calibration looks at besides the candidates. */
  readonly suffixed: boolean
  readonly edits: number
  /** Streets told as lying near: "100 Adams St near Gallivan". */
  readonly near?: readonly FittingStreet[]
}

/** What the steps share: the text, and which mentions are already part of something. */
interface Work {
  readonly scanned: Scan
  readonly gazetteer: Gazetteer
  readonly used: Set<NumberedStreet>
  readonly found: Found[]
}

/**
 * Everything the scan holds, as places, in reading order; parts of a corner are not repeated. `asked` where
 * we asked for the place, so that a bare name is one.
 */
export function combine(scanned: Scan, gazetteer: Gazetteer, asked: boolean): readonly Found[] {
  const work: Work = { scanned, gazetteer, used: new Set(), found: [] }
  addBlocks(work)
  addCorners(work)
  addMisspelledCorners(work)
  addAddresses(work)
  addLooseNumbers(work)
  for (const place of scanned.places) {
    work.found.push({
      candidates: placeCandidates(place),
      from: place.from,
      to: place.to,
      evidence: [spanOf(scanned, place.from, place.to)],
      suffixed: true,
      edits: 0,
    })
  }
  addStreets(work, asked)
  return work.found.sort((a, b) => a.from - b.from)
}

const spanOf = ({ tokens }: Scan, from: number, to: number): Span => [
  tokens[from]?.start ?? 0,
  tokens[to - 1]?.end ?? 0,
]

function push(
  { scanned, used, found }: Work,
  mentions: readonly NumberedStreet[],
  candidates: readonly Candidate[],
  from = Math.min(...mentions.map((mention) => mention.from)),
  to = Math.max(...mentions.map((mention) => mention.to)),
): void {
  for (const mention of mentions) used.add(mention)
  found.push({
    candidates,
    from,
    to,
    evidence: mentions.map((mention) => spanOf(scanned, mention.from, mention.to)),
    suffixed: mentions.every((mention) => mention.suffixed),
    edits: Math.max(...mentions.map((mention) => mention.edits)),
  })
}

const sound = (mention: NumberedStreet): boolean => mention.suffixed || !mention.everyday
/** "K and 4th": South Boston's grid of letters and ordinals. */
const isLetter = (tokens: readonly Token[], { from, to }: NumberedStreet): boolean =>
  to - from === 1 && tokens[from]?.upper === true && tokens[from]?.word.length === 1
const isOrdinal = (tokens: readonly Token[], { from, to }: NumberedStreet): boolean =>
  to - from === 1 && /^\d(?:st|nd|rd|th)$/.test(tokens[from]?.word ?? '')
const sameName = (a: NumberedStreet, b: NumberedStreet): boolean =>
  a.streets.some(({ street }) => b.streets.some((other) => other.street.id === street.id))

/** A between B and C; between B and C on A. */
function addBlocks(work: Work): void {
  const { tokens, streets } = work.scanned
  streets.forEach((b, at) => {
    const c = streets[at + 1]
    const opened = /^(?:between|btw|btwn|betw|bet|from|entre|ant)$/.test(tokens[b.from - 1]?.word ?? '')
    if (!c || b.number || !opened) return
    if (!connects(tokens, b.to, c.from) && tokens[c.from - 1]?.word !== 'to') return
    const along = [streets[at - 1], streets[at + 2]].find(
      (other) =>
        other && !other.number && (other.from > c.to ? other.from - c.to <= 3 : b.from - other.to <= 6),
    )
    const block = along ? blockCandidates(along.streets, b.streets, c.streets, work.gazetteer) : []
    if (along && block.length > 0) push(work, [along, b, c], block)
  })
}

/** A and B, A & B, A at B. */
function addCorners(work: Work): void {
  const { tokens, streets, areas } = work.scanned
  const named = areas.map(({ name }) => name)
  streets.forEach((a, at) => {
    const b = streets[at + 1]
    if (!b || work.used.has(a) || work.used.has(b) || !connects(tokens, a.to, b.from)) return
    if ((a.number && a.number.from < a.from) || b.number || sameName(a, b)) return
    const corner = cornerCandidates(a.streets, b.streets, work.gazetteer, named)
    const said = saysCorner(tokens, a.from, b.to)
    // "Adams St, Dorchester" names the neighborhood, not Dorchester Ave.
    if (b.doubtful && !said && a.to === b.from && tokens[b.from]?.gap.includes(',')) return
    const whole = a.from === 0 && b.to === tokens.length
    // "columbia and quincy": a town's or neighborhood's name is no English word.
    const plausible = (mention: NumberedStreet): boolean =>
      sound(mention) ||
      said ||
      whole ||
      mention.doubtful === true ||
      tokens[mention.from]?.upper === true ||
      // "on cross and Salem St"; "Roslin at grace."
      (mention === a && b.suffixed && /^(?:on|at|of|between)$/.test(tokens[a.from - 1]?.word ?? '')) ||
      (mention === b && endsHere(tokens, b.to))
    const gridded =
      isLetter(tokens, a) !== isLetter(tokens, b) && isOrdinal(tokens, a) !== isOrdinal(tokens, b)
    if (corner.length > 0 && (gridded || (plausible(a) && plausible(b) && (sound(a) || sound(b) || said)))) {
      push(work, [a, b], corner)
    } else if (plausible(a) && plausible(b) && (sound(a) || sound(b))) {
      const near = approachCandidates(a.streets, b.streets, work.gazetteer)
      const between = tokens[a.to]?.gap.trim() || (tokens[a.to]?.word ?? '')
      const joined = said || /^(?:and|y|ak|et|e|и|和|&)$/.test(between)
      const both = (sound(a) && sound(b)) || /^(?:at|[@/x])$/.test(between)
      if (near.length > 0 ? both || joined : joined) {
        const approach =
          near.length > 0 ? near : approachCandidates(a.streets, b.streets, work.gazetteer, farM)
        if (approach.length > 0) push(work, [a, b], approach)
      }
    }
  })
}
const endsHere = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || /[.,;!?\n)]/.test(tokens[at].gap)

/** Two streets that do not come nearer than this have no corner at all. */
const farM = 300

function addMisspelledCorners(work: Work): void {
  const budget = newBudget()
  for (const pair of misspelledPairs(work.scanned, work.gazetteer, budget)) {
    const evidence = [spanOf(work.scanned, pair.from, pair.to)]
    work.found.push({ ...pair, evidence, suffixed: false, edits: 2 })
  }
  for (const mention of work.scanned.streets) {
    if (work.used.has(mention) || mention.number || mention.doubtful || !sound(mention)) continue
    const partner = misspelledPartner(work.scanned, mention, work.gazetteer, budget)
    if (!partner) continue
    work.used.add(mention)
    const evidence = [spanOf(work.scanned, partner.from, partner.to)]
    work.found.push({ ...partner, evidence, suffixed: mention.suffixed, edits: 1 })
  }
}

function addAddresses(work: Work): void {
  const { tokens, streets } = work.scanned
  for (const mention of streets) {
    const { number } = mention
    if (!number || work.used.has(mention) || (mention.doubtful && number.from > mention.from)) continue
    const candidates = addressCandidates(mention)
    if (candidates.length === 0) continue
    if (!mention.suffixed && !worthy(mention, candidates, tokens)) continue
    push(work, [mention], candidates, Math.min(mention.from, number.from), Math.max(mention.to, number.to))
  }
}

/** "My house is 12 Elm St, the hole is in front of 40": a later number on the street named before. */
function addLooseNumbers(work: Work): void {
  const { tokens, streets } = work.scanned
  for (let at = 1; at < tokens.length; at++) {
    const number = numberBeside(tokens, at)
    if (!number) continue
    const own = streets.some(
      (mention) =>
        (at >= mention.from && at < mention.to) ||
        (mention.number && number.from >= mention.number.from && number.from < mention.number.to),
    )
    const before = streets.findLast(
      (mention) => mention.to <= at && (mention.suffixed || mention.number !== null),
    )
    at = number.from
    if (own || !before?.number || number.from - before.to > 30) continue
    const candidates = addressCandidates({ ...before, number }).filter(({ match }) => match !== 'outside')
    if (candidates.length > 0) push(work, [before], candidates, number.from, number.to)
  }
}

function addStreets(work: Work, asked: boolean): void {
  const { scanned, gazetteer, used } = work
  for (const mention of scanned.streets) {
    const free = !used.has(mention) && !mention.number && (mention.suffixed || !mention.everyday)
    if (free && tellsWhere(work, mention)) used.add(mention)
  }
  const rest = scanned.streets.filter(
    (mention) =>
      !used.has(mention) &&
      !mention.doubtful &&
      (bareStreet(scanned.tokens, mention, asked) || halfOfCorner(work, mention)),
  )
  for (const mention of rest) {
    if (used.has(mention)) continue
    const candidates = streetCandidates(mention.streets, gazetteer)
    if (candidates.length === 0) continue
    const narrowed = meeting(mention, rest, scanned, gazetteer)
    if (narrowed) push(work, narrowed.other ? [mention, narrowed.other] : [mention], narrowed.candidates)
    else push(work, [mention], candidates)
  }
}

/** "corner of Morse and Ronald St": where the corner is not known, its better half is a place still. */
function halfOfCorner({ scanned: { tokens, streets } }: Work, mention: NumberedStreet): boolean {
  if (mention.everyday || mention.edits > 0 || mention.number) return false
  const at = streets.indexOf(mention)
  const corner = (a: NumberedStreet, b: NumberedStreet): boolean =>
    saysCorner(tokens, a.from, b.to) && connects(tokens, a.to, b.from)
  const [before, after] = [streets[at - 1], streets[at + 1]]
  if (after?.suffixed && corner(mention, after)) return true
  return before?.suffixed === true && corner(before, mention)
}

const vicinity = /^(?:near|nr|by|off|around|behind|toward|towards|past|cerca|pre|perto)$/

/** "100 Adams St near Gallivan": the second street tells which Adams St, and is no place of its own. */
function tellsWhere({ scanned: { tokens }, found }: Work, mention: NumberedStreet): boolean {
  let at = mention.from - 1
  while (at >= 0 && /^(?:the|to|of|from|de|corner)$/.test(tokens[at]?.word ?? '')) at -= 1
  if (!vicinity.test(tokens[at]?.word ?? '') && !/^(?:close|next|just)$/.test(tokens[at]?.word ?? ''))
    return false
  const index = found.findIndex(
    (item) => item.to <= at + 1 && at - item.to <= 1 && item.candidates[0]?.kind === 'address',
  )
  const beside = found[index]
  if (!beside || /[.!?;\n]/.test(tokens[at]?.gap ?? '')) return false
  found[index] = { ...beside, near: [...(beside.near ?? []), ...mention.streets] }
  return true
}
