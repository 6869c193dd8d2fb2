/**
 * Whether a candidate may take the place of the model in service: both answer the same held-out messages, and it
 * is promoted only where nothing important got worse. Pure.
 * @module
 */
import { calibrationError, type Outcome } from '../calibrate.ts'

/** What a model said of one message whose right services are known. */
export interface Said {
  readonly right: boolean
  /** Its confidence in its first answer, 0…1; 0 where it abstained. */
  readonly confidence: number
}

/** One held-out message, answered by both. Neither model has learned from it. */
export interface Trial {
  /** The service it counts under. */
  readonly service: string
  readonly language: string
  readonly before: Said
  readonly after: Said
}

/** Both models on one group of messages. */
export interface Comparison {
  readonly group: string
  readonly of: number
  readonly before: number
  readonly after: number
  /** Messages that only the model in service, only the candidate, got right. */
  readonly lost: number
  readonly won: number
  /** How likely so many more losses than wins are by chance alone (exact sign test, one-sided). */
  readonly chance: number
}

export interface Verdict {
  readonly promoted: boolean
  /** Why not, in sentences; empty where it is promoted. */
  readonly objections: readonly string[]
  readonly overall: Comparison
  readonly byService: readonly Comparison[]
  readonly byLanguage: readonly Comparison[]
  /** Expected calibration error of both. */
  readonly calibration: { readonly before: number; readonly after: number }
  /** Wrong answers among those given without asking, both. */
  readonly filedWrong: { readonly before: number; readonly after: number }
}

export interface GateRules {
  /** Services where a wrong answer is dangerous: no message may be lost there on balance. */
  readonly critical: ReadonlySet<string>
  /** At or above, a report is filed without asking. */
  readonly accept: number
}

/** Fewer messages decide nothing on their own. */
const leastTrials = 200
/** A loss that chance gives less often than this is a loss. */
const unlikely = 0.05
/** Overall the candidate may be this much worse by chance, no more. */
const tolerated = 0.005
const mostCalibrationError = 0.03

/** Judges the candidate (`after`) against the model in service (`before`). */
export function judge(trials: readonly Trial[], { critical, accept }: GateRules): Verdict {
  const overall = compare('all', trials)
  const byService = grouped(trials, ({ service }) => service)
  const byLanguage = grouped(trials, ({ language }) => language)
  const calibration = {
    before: errorOf(trials.map(({ before }) => before)),
    after: errorOf(trials.map(({ after }) => after)),
  }
  const wrong = (side: 'before' | 'after'): number =>
    trials.filter((trial) => !trial[side].right && trial[side].confidence >= accept).length
  const filedWrong = { before: wrong('before'), after: wrong('after') }
  const sure = (side: 'before' | 'after'): number =>
    trials.filter((trial) => trial[side].confidence >= accept).length
  const objections = [
    ...(trials.length < leastTrials
      ? [`${trials.length} held-out messages are too few to judge on; ${leastTrials} are needed.`]
      : []),
    ...(overall.after < overall.before - tolerated || overall.chance < unlikely
      ? [
          `It is right on ${percent(overall.after)} of all messages, the model in service on ${percent(overall.before)}.`,
        ]
      : []),
    ...worse('service', byService),
    ...worse('language', byLanguage),
    ...byService
      .filter(({ group, lost, won }) => critical.has(group) && lost > won)
      .map(
        ({ group, lost, won }) =>
          `On ${group}, where mistakes are dangerous, it loses ${lost} and wins ${won}.`,
      ),
    ...(calibration.after > Math.max(mostCalibrationError, calibration.before + 0.005)
      ? [`Its confidence is off by ${percent(calibration.after)}, before by ${percent(calibration.before)}.`]
      : []),
    ...(rate(filedWrong.after, sure('after')) > rate(filedWrong.before, sure('before')) + 0.01
      ? [
          `Of what it is sure of, ${filedWrong.after} of ${sure('after')} are wrong; before, ${filedWrong.before} of ${sure('before')}.`,
        ]
      : []),
  ]
  return {
    promoted: objections.length === 0,
    objections,
    overall,
    byService,
    byLanguage,
    calibration,
    filedWrong,
  }
}

const rate = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Each group is one of many looks, so a loss has to be the less likely the more groups there are (Bonferroni). */
const worse = (kind: string, groups: readonly Comparison[]): readonly string[] =>
  groups
    .filter(({ chance }) => chance < unlikely / Math.max(1, groups.length / 4))
    .map(({ group, lost, won, of }) => `On the ${kind} ${group} it loses ${lost} and wins ${won} of ${of}.`)

function grouped(trials: readonly Trial[], by: (trial: Trial) => string): readonly Comparison[] {
  return [...Map.groupBy(trials, by)]
    .map(([group, some]) => compare(group, some))
    .sort((a, b) => a.group.localeCompare(b.group, 'en'))
}

function compare(group: string, trials: readonly Trial[]): Comparison {
  const count = (test: (trial: Trial) => boolean): number => trials.filter(test).length
  const lost = count(({ before, after }) => before.right && !after.right)
  const won = count(({ before, after }) => !before.right && after.right)
  return {
    group,
    of: trials.length,
    before: rate(
      count(({ before }) => before.right),
      trials.length,
    ),
    after: rate(
      count(({ after }) => after.right),
      trials.length,
    ),
    lost,
    won,
    chance: signTest(lost, won),
  }
}

/** P(at least `lost` of `lost + won` by fair coin): McNemar's exact test, one-sided. */
export function signTest(lost: number, won: number): number {
  const n = lost + won
  let term = 0.5 ** n
  // Beyond a thousand discordant pairs the normal curve is exact enough, and 0.5 ** n is 0.
  if (n > 1_000) return normalTail((lost - won - 1) / Math.sqrt(n))
  let below = 0
  for (let k = 0; k < lost; k++) {
    below += term
    term *= (n - k) / (k + 1)
  }
  return Math.min(1, Math.max(0, 1 - below))
}

/** P(Z ≥ z), Abramowitz & Stegun 26.2.17. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
}

const errorOf = (said: readonly Said[]): number =>
  calibrationError(
    said
      .filter(({ confidence }) => confidence > 0)
      .map(({ right, confidence }): Outcome => ({ share: confidence, right })),
  )
