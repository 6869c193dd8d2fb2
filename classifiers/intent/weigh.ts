/**
 * The model's shares turned into one answer, held back where a mistake would cost a resident most.
 * @module
 */
import type { Alternative, Hints, Intent, Span, Suggestion } from '../../src/core/understanding.ts'
import { calibrated } from '../calibrate.ts'
import { namesProblem } from '../problems/words.ts'
import { intentVector } from './features.ts'
import { type IntentModel, intentShares } from './model.ts'
import { spamScore } from './spam.ts'
import type { Vote } from './votes.ts'

/** An intent that acts at once needs a rule that speaks for it, or this share of the model's. */
const alone: Partial<Readonly<Record<Intent, number>>> = {
  stop: 0.8,
  spam: 0.8,
  start: 0.6,
  cancel: 0.5,
  agent: 0.45,
  help: 0.4,
  greeting: 0.4,
  yes: 0.4,
  no: 0.4,
}
/** After a question of ours its answer is likelier than a command. */
const aloneWhenAsked = 0.9
const commands: ReadonlySet<Intent> = new Set(['stop', 'start', 'help', 'cancel', 'agent', 'reopen'])
/** A rule this sure (of the scale of votes) speaks for its intent. */
const speaks = 0.85
/** "Please make it stop": even with a rule for it the model must not think the opposite. */
const leastStop = 0.65
/** Signs of spam short of what the rules ask; without any the model alone never calls a text spam. */
const spamSigns = 0.6
const leastAlternative = 0.01

function isHeldBack(
  value: Intent,
  share: number,
  folded: string,
  votes: readonly Vote[],
  hints: Hints,
): boolean {
  const spoken = votes.some((vote) => vote.value === value && vote.weight >= speaks)
  if (spoken) return value === 'stop' && share < leastStop
  const isAsked = hints.expecting !== undefined && hints.expecting !== 'category'
  if (isAsked && commands.has(value) && share < aloneWhenAsked) return true
  if (share < (alone[value] ?? 0)) return true
  // No resident is silenced, and no problem thrown away, on letters alone.
  if (value === 'stop') return namesProblem(folded)
  if (value === 'spam') return namesProblem(folded) || spamScore(folded) < spamSigns
  return false
}

/** The likeliest intent that is not held back, with its calibrated confidence; the rest share what is left. */
export function weigh(
  model: IntentModel,
  text: string,
  folded: string,
  votes: readonly Vote[],
  hints: Hints,
  span: (at: readonly [number, number]) => Span,
): Suggestion<Intent> {
  const { labels, calibration } = model.header
  const shares = intentShares(model, intentVector(text, votes))
  const ranked = labels
    .map((value, k) => ({ value, share: shares[k] ?? 0 }))
    .sort((a, b) => b.share - a.share)
  const first =
    ranked.find(({ value, share }) => !isHeldBack(value, share, folded, votes, hints)) ?? ranked[0]
  if (!first) return { value: 'other', confidence: 0.5, alternatives: [], evidence: [] }
  const confidence = calibrated(calibration, first.share)
  const rest = first.share < 1 ? (1 - confidence) / (1 - first.share) : 0
  const alternatives = ranked
    .filter(({ value }) => value !== first.value)
    .slice(0, 2)
    .map(
      ({ value, share }): Alternative<Intent> => ({
        value,
        confidence: Math.floor(share * Math.min(1, rest) * 10_000) / 10_000,
      }),
    )
    .filter((one) => one.confidence >= leastAlternative)
  const at = votes.find(({ value, at }) => value === first.value && at !== undefined)?.at
  return { value: first.value, confidence, alternatives, evidence: at ? [span(at)] : [] }
}
