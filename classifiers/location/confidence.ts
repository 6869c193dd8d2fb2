/**
 * How sure a found place is, as the probability that the problem lies within 150 m of it, and the radius
 * that holds it nine times in ten.
 *
 * Card. Fitted on the 5,466 places found in 6,255 residents' texts of Boston (2008–2020, 2023–2026; ODC-PDDL)
 * against the City's geocode of the address, else the resident's pin; texts whose pin disagrees with their
 * words count half. Logistic regression, L2 1; how it holds stands in docs/accuracy.md. Set by hand, for want of data: `outside`, `area`, a bare street, a bare misspelled
 * name, a photo's agreement, and what is read back.
 * @module
 */
import type { MatchKind } from './candidates.ts'

export interface Signs {
  readonly match: MatchKind
  /** Weight of the best candidate among all, 0…1. */
  readonly share: number
  /** Metres, from the gazetteer. */
  readonly spreadM: number
  readonly suffixed: boolean
  readonly edits: number
  /** How well suffix and direction agree, 0…1. */
  readonly fit: number
  /** Whether the text names a neighborhood or ZIP, and the place lies there. */
  readonly area: 'agrees' | 'differs' | 'unsaid'
  /** The photo's or pin's position lies within 250 m. */
  readonly agrees: boolean
}

/** Log odds of each match kind at an even share, no misspelling, 100 m spread. */
const base: Readonly<Record<MatchKind, number>> = {
  exact: 2.34,
  between: -0.02,
  beyond: -0.6,
  outside: -1.5,
  crossing: 0.69,
  approach: 0.41,
  block: -0.21,
  meets: -0.06,
  place: -0.26,
  street: -0.26,
  area: -3.5,
}
/** Per log odds of the share; a share is taken as 0.02…0.98. */
const perShare = 0.51
/** Per natural log of spread in 100 m, for kinds whose point is set and not seen. */
const perSpread: Readonly<Partial<Record<MatchKind, number>>> = {
  between: -0.94,
  beyond: -0.94,
  outside: -0.94,
  approach: -0.94,
  block: -0.94,
  place: -0.94,
  street: -1.18,
}
const misspelled = -0.78
const misspelledBare = -1.3
/** Another suffix or direction than the street's: "Rutherford St" for the avenue. */
const misfit = -1.6
/** No suffix; a street alone is lower than fitted, as those texts were chosen for naming a place. */
const bare = -0.09
const bareStreet = -1
const otherArea = -0.71
const pointAgrees = 1.5
/** A number the street has not got; the street may be right. */
const noSuchNumber = 0.28
/**
 * A street outside the neighborhood that was named is read back, however well it fits, and so is a short street
 * alone: of those under 100 m, 82 % were right (n 72).
 */
const readBack = 0.78

/** Probability 0.01…0.99; grows with share and agreement, falls with spread and misspelling. */
export function confidenceOf(signs: Signs): number {
  const share = Math.min(0.98, Math.max(0.02, signs.share))
  let odds = base[signs.match] + perShare * Math.log(share / (1 - share))
  odds += (perSpread[signs.match] ?? 0) * Math.log(Math.max(20, signs.spreadM) / 100)
  if (signs.edits > 0) odds += signs.suffixed ? misspelled : misspelledBare
  if (signs.fit < (signs.edits > 0 ? 0.35 : 0.45)) odds += misfit
  if (!signs.suffixed) odds += signs.match === 'street' ? bareStreet : bare
  if (signs.area === 'differs') odds += otherArea
  if (signs.agrees) odds += pointAgrees
  // Never surer than the share by much: of two equal candidates one is wrong.
  const most =
    signs.match === 'outside'
      ? noSuchNumber
      : signs.area === 'differs' || signs.match === 'street'
        ? readBack
        : 0.99
  const ceiling = signs.agrees ? 0.99 : Math.min(most, signs.share + 0.05)
  return Math.min(ceiling, Math.max(0.01, 1 / (1 + Math.exp(-odds))))
}

/**
 * 90th percentile of the distance per match kind, wrong choices among the texts counted: a floor, and metres per
 * metre of the gazetteer's spread. Set by hand on the same texts, between 87 and 93 % on either half of them.
 */
const radius: Readonly<Record<MatchKind, { readonly leastM: number; readonly perSpread: number }>> = {
  exact: { leastM: 15, perSpread: 0 },
  between: { leastM: 30, perSpread: 0.9 },
  beyond: { leastM: 50, perSpread: 1.25 },
  outside: { leastM: 150, perSpread: 1.5 },
  crossing: { leastM: 64, perSpread: 0 },
  approach: { leastM: 95, perSpread: 1.05 },
  block: { leastM: 50, perSpread: 0.95 },
  meets: { leastM: 120, perSpread: 0 },
  place: { leastM: 260, perSpread: 1.15 },
  street: { leastM: 150, perSpread: 1.4 },
  area: { leastM: 500, perSpread: 1 },
}

/** Metres that hold the true point nine times in ten. A street's namesakes are added in `resolve`. */
export function accuracyOf(match: MatchKind, spreadM: number): number {
  const { leastM, perSpread } = radius[match]
  return Math.round(Math.max(leastM, spreadM * perSpread))
}
