/**
 * Emergency (911) and crisis (988 and 911) in every language of the city: rules, and a model as a second opinion on
 * what the rules were not written for. Recall before precision: a false alarm costs one sentence, a missed one may
 * cost a life.
 * @module
 */
import type { Classify, Language, Safety, Span, Suggestion } from '../../src/core/understanding.ts'
import { calibrated } from '../calibrate.ts'
import { asKeyword, keywords } from '../intent/keywords.ts'
import { fold } from '../language/fold.ts'
import { confidenceOf } from './confidence.ts'
import { dangerEvidence } from './danger-evidence.ts'
import { asksInGeneral } from './general-question.ts'
import { type DangerModel, loadDangerModel, type Scored, scoreDanger } from './model.ts'
import { type RuleReading, safetyRules } from './rules.ts'

/** From this probability on the model turns an emergency of the rules into a crisis: a gun may be meant for oneself. */
const sure = 0.5

interface Verdict {
  readonly value: Safety
  readonly confidence: number
  readonly evidence: readonly Span[]
}

/**
 * Where the rules are quiet the model has the word. Alone it never silences them, for that lost dangers: only in a
 * question that names no danger at hand.
 */
function judge(model: DangerModel, text: string, scored: Scored, rules: RuleReading): Verdict {
  const { thresholds, calibration } = model.header
  const leaning = scored.crisis > scored.emergency ? 'crisis' : 'emergency'
  if (asksInGeneral(text, scored.danger, rules.value))
    return { value: 'none', confidence: confidenceOf('none', rules.language), evidence: [] }
  if (rules.value !== 'none') {
    const isCrisis = rules.value === 'crisis' || (leaning === 'crisis' && scored.crisis >= sure)
    const value = isCrisis ? 'crisis' : 'emergency'
    return { value, confidence: confidenceOf(value, rules.language), evidence: rules.evidence }
  }
  const least = thresholdOf(thresholds, rules.language)
  // HELP and its like are words to us: what we answer to them names 911.
  if (scored.danger < least || keywords.has(asKeyword(fold(text).text)))
    return { value: 'none', confidence: confidenceOf('none', rules.language), evidence: [] }
  return {
    value: leaning,
    confidence: calibrated(calibration, scored.danger),
    evidence: dangerEvidence(model, scored, leaning),
  }
}

const thresholdOf = (thresholds: DangerModel['header']['thresholds'], language: Language): number =>
  language === 'en' ? thresholds.english : thresholds.other

/** Tells danger from trouble. `none` is never an abstention: it is the answer for empty text too. */
export function safetyClassifier(model: DangerModel = loadDangerModel()): Classify<Suggestion<Safety>> {
  const rules = safetyRules()
  return (text, hints) => {
    const { value, confidence, evidence } = judge(model, text, scoreDanger(model, text), rules(text, hints))
    return {
      value,
      confidence,
      alternatives: [{ value: value === 'none' ? 'emergency' : 'none', confidence: 1 - confidence }],
      evidence,
    }
  }
}
