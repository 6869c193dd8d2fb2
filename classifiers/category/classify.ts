/**
 * From a message to the service it asks for: a linear model over hashed features, calibrated, that abstains.
 * @module
 */
import type { ChannelName } from '../../src/core/request.ts'
import type { Alternative, Classify, Language, Suggestion } from '../../src/core/understanding.ts'
import { calibrated } from '../calibrate.ts'
import { kindOf } from './channels.ts'
import { evidenceOf } from './evidence.ts'
import { type Feature, featuresOf } from './features.ts'
import type { CategoryModel } from './model.ts'
import { type Vector, vectorOf } from './vector.ts'

const maxAlternatives = 5
/** Alternatives below this are noise even to an agent. */
const leastAlternative = 0.0002

/** Without one familiar word the letters alone must be this sure ("potohle" is, "asdf" is not). */
const leastUnfamiliar = 0.6

/** What the model makes of one text: probabilities by class number, summing to 1. */
export interface Scored {
  readonly features: readonly Feature[]
  readonly vector: Vector
  readonly probabilities: Float64Array
  /** The same with common services as common as they are: for what it might be besides. */
  readonly likely: Float64Array
  /** False where no word of the text was ever seen in training; letters alone are weak. */
  readonly familiar: boolean
}

/** Scores one text as it would come in by `channel`; pure. */
export const score = (model: CategoryModel, text: string, channel: ChannelName | undefined): Scored => {
  const features = featuresOf(text)
  const vector = vectorOf(features, model.columnOf, model.idf, model.meaning)
  const { bias, unit, temperature, unheard, common, channels } = model.header
  const scores = Float64Array.from(bias)
  if (channel !== undefined) {
    const taken = channels[kindOf[channel]]
    for (const k of unheard) scores[k] = (scores[k] ?? 0) - taken.unheard
    scores[scores.length - 1] = (scores.at(-1) ?? 0) - taken.none
  }
  for (let i = 0; i < vector.columns.length; i++) {
    const column = vector.columns[i] ?? 0
    const value = (vector.values[i] ?? 0) * unit
    const end = model.from[column + 1] ?? 0
    for (let at = model.from[column] ?? 0; at < end; at++) {
      const k = model.classes[at] ?? 0
      scores[k] = (scores[k] ?? 0) + value * (model.weights[at] ?? 0)
    }
  }
  const familiar = features.some(({ key, solid }) => solid && model.columnOf(key) >= 0)
  const probabilities = softmax(scores, temperature)
  const likely = softmax(
    scores.map((value, k) => value + (common[k] ?? 0)),
    temperature,
  )
  return { features, vector, probabilities, likely, familiar }
}

/** Services by class number, best first: the most probable, then the others as likely as they are. */
export const rankedOf = ({ probabilities, likely }: Scored, labels: readonly string[]): readonly number[] => {
  const classes = [...probabilities.keys()].filter((k) => labels[k] !== '')
  const top = classes.reduce(
    (best, k) => ((probabilities[k] ?? 0) > (probabilities[best] ?? 0) ? k : best),
    classes[0] ?? 0,
  )
  const rest = classes.filter((k) => k !== top).sort((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0))
  return classes.length === 0 ? [] : [top, ...rest]
}

const softmax = (scores: Float64Array, temperature: number): Float64Array => {
  const top = scores.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const raised = scores.map((value) => Math.exp((value - top) / temperature))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}

/** Cut to 4 decimals, never rounded up: a sum of shares must not pass 1. */
const cut = (share: number): number => Math.floor(Math.min(1, Math.max(0, share)) * 10_000) / 10_000

/**
 * The category classifier. `value` is a slug of the catalogue, or null for text that asks for no service, has
 * no word the model knows, or fits nothing well; then the alternatives still hold what it might be.
 */
export const categoryClassifier =
  (model: CategoryModel): Classify<Suggestion<string | null>> =>
  (text, { language, channel }) =>
    suggest(model, text, language, channel)

const nothing: Suggestion<string | null> = { value: null, confidence: 1, alternatives: [], evidence: [] }

/** Probability that the class of highest `share` is right, for a text in `language`. */
export const confidenceIn = (
  { calibration, languages }: Pick<CategoryModel['header'], 'calibration' | 'languages'>,
  share: number,
  language: string | undefined,
): number => calibrated(calibration, share) * (language === undefined ? 1 : (languages[language] ?? 1))

/** True where naming a service would be a guess: the text asks for nothing, or fits nothing well. */
export const abstains = (
  floor: number,
  {
    none,
    share,
    confidence,
    familiar,
  }: Record<'none' | 'share' | 'confidence', number> & { familiar: boolean },
): boolean => none > share || confidence < floor || (!familiar && share < leastUnfamiliar)

const suggest = (
  model: CategoryModel,
  text: string,
  language: Language | undefined,
  channel: ChannelName | undefined,
): Suggestion<string | null> => {
  const { labels, thresholds } = model.header
  const scored = score(model, text, channel)
  // A house number and its street ask for nothing.
  if (!scored.features.some(({ solid }) => solid)) return nothing
  const { probabilities, likely } = scored
  const ranked = rankedOf(scored, labels)
  const top = ranked[0]
  const value = top === undefined ? undefined : labels[top]
  if (top === undefined || value === undefined) return nothing
  const share = probabilities[top] ?? 0
  const none = probabilities[labels.length - 1] ?? 0
  const confidence = confidenceIn(model.header, share, language)
  const left = 1 - (likely[top] ?? 0)
  const rest = left <= 0 ? 0 : (1 - confidence) / left
  const others = (
    ks: readonly number[],
    scale: number,
    most: number,
  ): readonly Alternative<string | null>[] =>
    ks
      .slice(0, maxAlternatives)
      .map((k) => ({ value: labels[k] ?? '', confidence: cut(Math.min(most, (likely[k] ?? 0) * scale)) }))
      .filter((other) => other.confidence >= leastAlternative)
  if (abstains(thresholds.floor, { none, share, confidence, familiar: scored.familiar })) {
    const sure = Math.max(none, 1 - confidence)
    const some = 1 - (likely[likely.length - 1] ?? 0)
    const scale = some <= 0 ? 0 : (1 - sure) / some
    const byLikely = ranked.toSorted((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0))
    return { value: null, confidence: cut(sure), alternatives: others(byLikely, scale, 1), evidence: [] }
  }
  return {
    value,
    confidence: cut(confidence),
    alternatives: others(ranked.slice(1), rest, confidence),
    evidence: evidenceOf(model, scored, top, text.length),
  }
}
