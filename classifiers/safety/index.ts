/**
 * Emergency (911) and crisis (988 and 911) in every language of the city. Recall before precision: a false alarm
 * costs one sentence, a missed one may cost a life.
 * @module
 */
import type { Classify, Safety, Span, Suggestion } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { languageClassifier } from '../language/index.ts'
import { blank, find, has, type Pattern, pattern } from '../language/pattern.ts'
import { crisis, crisisHarmless } from './crisis.ts'
import { certain, feared, harmless, kinds, now, over, past } from './english.ts'
import { vietnameseCrisis, vietnameseEmergency, vietnameseHarmless, vietnamesePlain } from './vietnamese.ts'
import { emergencies, worldHarmless, worldPast } from './world.ts'

const english = {
  harmless: pattern(harmless),
  kinds: kinds.map(({ firm, threat, phrases }) => ({
    firm,
    threat: threat === true,
    pattern: pattern(phrases),
  })),
  over: pattern(over),
  past: pattern(past),
  feared: pattern(feared),
  now: pattern(now),
  certain: pattern(certain),
}
const world = {
  harmless: pattern(worldHarmless),
  emergency: pattern(emergencies),
  past: pattern(worldPast),
  firm: pattern(['gas', 'gaz', 'ga+s\\w*', 'газ\\S*', 'غاز', '煤气', '煤氣', '瓦斯', '天然气', '天然氣']),
}
const distress = { harmless: pattern(crisisHarmless), crisis: pattern(crisis) }
const vietnamese = {
  marked: {
    harmless: pattern(vietnameseHarmless, 'keep'),
    emergency: pattern(vietnameseEmergency, 'keep'),
    crisis: pattern(vietnameseCrisis, 'keep'),
  },
  plain: {
    harmless: pattern(vietnamesePlain.harmless),
    emergency: pattern(vietnamesePlain.emergency),
    crisis: pattern(vietnamesePlain.crisis),
  },
}
const vietnameseMarks = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/

/** Most alarms in resident texts are gas and wires and right; about one in six is a figure of speech nobody foresaw. */
const alarmConfidence = 0.85

type Found = readonly [number, number]

/** Beyond this (UTF-16 units) a text is an e-mail with its history; the head and the tail say what is wrong. */
const maxLength = 4000
const tailLength = 500

function englishEmergency(text: string): { readonly at: Found | null; readonly near: boolean } {
  // Blanking is the dear part, and most texts hold no word of danger at all.
  const suspected = english.kinds.filter(({ pattern: wanted }) => has(wanted, text))
  if (suspected.length === 0) return { at: null, near: false }
  const plain = blank(english.harmless, text)
  const goesOn = has(english.now, text)
  for (const { firm, threat, pattern: wanted } of suspected) {
    const at = find(wanted, plain)
    if (!at) continue
    if (has(english.over, text) && !goesOn) continue
    if (firm) return { at, near: true }
    if (has(english.past, text) && !goesOn) continue
    if (
      (!threat || /\b(?:before|until|unless|so that|prevent)\b/.test(text)) &&
      has(english.feared, text) &&
      !has(english.certain, text)
    )
      continue
    return { at, near: true }
  }
  return { at: null, near: true }
}

function worldEmergency(text: string): Found | null {
  if (!has(world.emergency, text)) return null
  const at = find(world.emergency, blank(world.harmless, blank(english.harmless, text)))
  if (!at) return null
  return has(world.past, text) && !has(world.firm, text) ? null : at
}

function within(wanted: { readonly harmless: Pattern; readonly found: Pattern }, text: string): Found | null {
  return has(wanted.found, text) ? find(wanted.found, blank(wanted.harmless, text)) : null
}

/** Tells danger from trouble. `none` is never an abstention: it is the answer for empty text too. */
export function safetyClassifier(): Classify<Suggestion<Safety>> {
  const languageOf = languageClassifier()
  const say = (value: Safety, confidence: number, evidence: readonly Span[] = []): Suggestion<Safety> => {
    const other =
      value === 'none'
        ? [{ value: 'emergency' as const, confidence: (1 - confidence) * 0.8 }]
        : [{ value: 'none' as const, confidence: (1 - confidence) * 0.9 }]
    return { value, confidence, alternatives: confidence > 0.98 ? [] : other, evidence }
  }
  return (whole, hints) => {
    const text =
      whole.length > maxLength
        ? `${whole.slice(0, maxLength - tailLength)} ${whole.slice(-tailLength)}`
        : whole
    const cut = text !== whole
    const folded = fold(text)
    const spans = (at: Found): readonly Span[] => (cut ? [] : [folded.span(at[0], at[1])])
    const language = languageOf(text, hints)
    const isEnglish = language.value === 'en' && language.confidence > 0.9

    const inDistress = within({ harmless: distress.harmless, found: distress.crisis }, folded.text)
    if (inDistress) return say('crisis', 0.9, spans(inDistress))

    if (!isEnglish) {
      const marked = text.normalize('NFC').toLowerCase()
      const isMarked = vietnameseMarks.test(marked)
      if (isMarked || language.value === 'vi' || language.alternatives.some(({ value }) => value === 'vi')) {
        const rules = isMarked ? vietnamese.marked : vietnamese.plain
        const read = isMarked ? marked : folded.text
        const sameOffsets = isMarked ? marked.length === text.length && !cut : !cut
        const span = (at: Found): readonly Span[] =>
          sameOffsets ? [isMarked ? [at[0], at[1]] : folded.span(at[0], at[1])] : []
        const hurt = within({ harmless: rules.harmless, found: rules.crisis }, read)
        if (hurt) return say('crisis', 0.9, span(hurt))
        const danger = within({ harmless: rules.harmless, found: rules.emergency }, read)
        const before =
          /hôm qua|tuần trước|tháng trước|năm ngoái|đêm qua|tối qua|hom qua|tuan truoc|thang truoc|nam ngoai/.test(
            read,
          )
        if (danger && !before) return say('emergency', alarmConfidence, span(danger))
      }
      const danger = language.value === 'vi' && isMarked ? null : worldEmergency(folded.text)
      if (danger) return say('emergency', alarmConfidence, spans(danger))
    }
    const { at, near } = englishEmergency(folded.text)
    if (at) return say('emergency', alarmConfidence, spans(at))
    return say('none', near ? 0.9 : 0.995)
  }
}
