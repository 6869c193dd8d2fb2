/**
 * Emergency (911) and crisis (988 and 911) in every language of the city: rules, and a model that weighs what they saw
 * with the rest of the text, and finds what they were not written for. Recall before precision: a false alarm costs one sentence, a missed one may
 * cost a life.
 * @module
 */
import type { Classify, Safety, Span, Suggestion } from '../../src/core/understanding.ts'
import { calibrated } from '../calibrate.ts'
import { asKeyword, keywords } from '../intent/keywords.ts'
import { fold } from '../language/fold.ts'
import { confidenceOf } from './confidence.ts'
import { dangerEvidence } from './danger-evidence.ts'
import { isFragment } from './fragments.ts'
import { asksInGeneral } from './general-question.ts'
import {
  type DangerModel,
  groupOf,
  loadDangerModel,
  type Scored,
  scoreDanger,
  unaidedDanger,
} from './model.ts'
import { isPlainly } from './plainly.ts'
import { type RuleReading, safetyRules } from './rules.ts'

/** From this probability on the model turns an emergency of the rules into a crisis: a gun may be meant for oneself. */
const sure = 0.5

/** In a text longer than this (UTF-16 units) one sentence of danger is lost among the others: the rules' alarm stands. */
const longestWeighed = 1000

interface Verdict {
  readonly value: Safety
  readonly confidence: number
  readonly evidence: readonly Span[]
}

/**
 * The model decides, having been told what the rules saw: where they raise an alarm it must be surer that there is no
 * danger than where they are quiet. The plainest words are not weighed at all.
 */
function judge(model: DangerModel, text: string, scored: Scored, rules: RuleReading): Verdict {
  const { thresholds, calibration } = model.header
  const { alone, seconded } = thresholds[groupOf(rules.language)]
  const none: Verdict = { value: 'none', confidence: confidenceOf('none', rules.language), evidence: [] }
  const leaning = scored.crisis > scored.emergency ? 'crisis' : 'emergency'
  // Here the model is asked for its own reading: whatever the rules found in the question it would agree with.
  if (asksInGeneral(text, () => unaidedDanger(model, scored), rules.value)) return none
  if (rules.value !== 'none') {
    if (scored.danger < seconded && text.length <= longestWeighed && !isPlainly(text)) return none
    const isCrisis = rules.value === 'crisis' || (leaning === 'crisis' && scored.crisis >= sure)
    const value = isCrisis ? 'crisis' : 'emergency'
    return { value, confidence: confidenceOf(value, rules.language), evidence: rules.evidence }
  }
  // HELP and its like are words to us: what we answer to them names 911. Who or where alone is no danger yet.
  if (scored.danger < alone || keywords.has(asKeyword(fold(text).text)) || isFragment(text)) return none
  return {
    value: leaning,
    confidence: calibrated(calibration, scored.danger),
    evidence: dangerEvidence(model, scored, leaning),
  }
}

/** Tells danger from trouble. `none` is never an abstention: it is the answer for empty text too. */
export function safetyClassifier(model: DangerModel = loadDangerModel()): Classify<Suggestion<Safety>> {
  const rules = safetyRules()
  return (text, hints) => {
    const reading = rules(text, hints)
    const scored = scoreDanger(model, text, reading.signs)
    const { value, confidence, evidence } = judge(model, text, scored, reading)
    return {
      value,
      confidence,
      alternatives: [{ value: value === 'none' ? 'emergency' : 'none', confidence: 1 - confidence }],
      evidence,
    }
  }
}
