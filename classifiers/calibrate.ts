/**
 * From scores to probabilities of being right, fitted on held-out answers. A score is not a probability.
 * @module
 */

/** One held-out answer: the model's own probability for it, whether it was right, and its weight. */
export interface Outcome {
  readonly share: number
  readonly right: boolean
  readonly weight?: number
}

/** Points of a rising line: share in, probability out. */
export type Knots = readonly (readonly [share: number, probability: number])[]

/** Value of the line at `share`; linear between knots, flat outside. */
export const calibrated = (knots: Knots, share: number): number => {
  const first = knots[0]
  if (first === undefined) return share
  if (share <= first[0]) return first[1]
  for (let i = 1; i < knots.length; i++) {
    const [x0, y0] = knots[i - 1] ?? first
    const [x1, y1] = knots[i] ?? first
    if (share <= x1) return x1 === x0 ? y1 : y0 + ((share - x0) / (x1 - x0)) * (y1 - y0)
  }
  return knots.at(-1)?.[1] ?? share
}

/**
 * Isotonic regression (pool adjacent violators) over about `bins` groups of equal weight, as knots.
 * Probabilities stay within 0.01…0.995: no finite sample proves more.
 */
export const fitIsotonic = (outcomes: readonly Outcome[], bins = 20): Knots => {
  const sorted = outcomes.toSorted((a, b) => a.share - b.share)
  const total = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0)
  if (total === 0)
    return [
      [0, 0.01],
      [1, 0.995],
    ]
  const pools: { share: number; right: number; weight: number }[] = []
  let current = { share: 0, right: 0, weight: 0 }
  const close = (): void => {
    if (current.weight > 0) pools.push(current)
    current = { share: 0, right: 0, weight: 0 }
  }
  for (const { share, right, weight = 1 } of sorted) {
    current.share += share * weight
    current.right += right ? weight : 0
    current.weight += weight
    if (current.weight >= total / bins) close()
  }
  close()
  const rising: typeof pools = []
  for (const pool of pools) {
    rising.push(pool)
    for (;;) {
      const last = rising.at(-1)
      const before = rising.at(-2)
      if (
        last === undefined ||
        before === undefined ||
        before.right / before.weight < last.right / last.weight
      )
        break
      rising.splice(-2, 2, {
        share: before.share + last.share,
        right: before.right + last.right,
        weight: before.weight + last.weight,
      })
    }
  }
  const bound = (p: number): number => Math.min(0.995, Math.max(0.01, p))
  const knots = rising.map((pool) => [pool.share / pool.weight, bound(pool.right / pool.weight)] as const)
  return [[0, 0.01], ...knots, [1, Math.max(0.99, knots.at(-1)?.[1] ?? 0)]]
}

/** Expected calibration error over ten equal-width bins, 0…1. */
export const calibrationError = (outcomes: readonly Outcome[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ share: 0, right: 0, weight: 0 }))
  let total = 0
  for (const { share, right, weight = 1 } of outcomes) {
    const bin = bins[Math.min(9, Math.floor(share * 10))]
    if (bin === undefined) continue
    bin.share += share * weight
    bin.right += right ? weight : 0
    bin.weight += weight
    total += weight
  }
  return total === 0 ? 0 : bins.reduce((sum, bin) => sum + Math.abs(bin.share - bin.right), 0) / total
}

/**
 * The lowest share from which on at least `precision` of the answers are right, and how many of all answers
 * that keeps (0…1). Threshold 1 and nothing kept where no share reaches it.
 */
export const thresholdAt = (
  outcomes: readonly Outcome[],
  precision: number,
): { readonly threshold: number; readonly kept: number } => {
  const sorted = outcomes.toSorted((a, b) => b.share - a.share)
  const total = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0)
  let right = 0
  let seen = 0
  let best = { threshold: 1, kept: 0 }
  for (const [i, outcome] of sorted.entries()) {
    const { weight = 1 } = outcome
    seen += weight
    right += outcome.right ? weight : 0
    // Equal shares are kept or dropped together.
    if (sorted[i + 1]?.share === outcome.share) continue
    if (right / seen >= precision) best = { threshold: outcome.share, kept: seen / total }
  }
  return best
}

/** What a share of `right` out of `of` is at least, at 95 % (lower end of Wilson's interval). 0 where nothing was counted. */
export const leastShare = (right: number, of: number): number => {
  if (of === 0) return 0
  const z = 1.959964
  const p = right / of
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  return Math.max(0, (p + (z * z) / (2 * of) - half) / (1 + (z * z) / of))
}
