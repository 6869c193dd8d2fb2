/**
 * Reads danger in English: finer than the other languages, for nine of ten residents write it and whatever they
 * complain of borrows its words.
 * @module
 */
import { blank, find, has, type Pattern, pattern } from '../../language/pattern.ts'
import { type Danger, doses } from '../words.ts'
import { calls } from './calls.ts'
import { crisis, crisisHarmless } from './crisis.ts'
import { fireAndWires } from './fire.ts'
import { gasAndMissing } from './gas.ts'
import { harmless } from './harmless.ts'
import { hurt } from './hurt.ts'
import { violence } from './violence.ts'
import { asked, certain, feared, now, over, past, recurring } from './when.ts'

interface Kind {
  readonly pattern: Pattern
  /** Stays an emergency although it began yesterday. */
  readonly firm?: true
  /** Is one although it lies in the future: `he is going to kill me`. */
  readonly threat?: true
}

const kinds: readonly Kind[] = [
  { pattern: pattern(gasAndMissing), firm: true },
  { pattern: pattern(fireAndWires) },
  { pattern: pattern(hurt) },
  { pattern: pattern(violence), threat: true },
  { pattern: pattern(calls), firm: true },
]
const words = {
  harmless: pattern(harmless),
  over: pattern(over),
  past: pattern(past),
  feared: pattern(feared),
  asked: pattern(asked),
  now: pattern(now),
  recurring: pattern(recurring),
  certain: pattern(certain),
  crisis: pattern(crisis),
  crisisHarmless: pattern(crisisHarmless),
}
/** What only sounds like danger in English. */
export const harmlessEnglish = words.harmless
const own = /\b(?:me|us|my|our)\b/
const guarded = /\b(?:before|until|unless|so that|prevent)\b/

function crisisIn(text: string): Danger | null {
  if (!has(words.crisis, text)) return null
  const at = find(words.crisis, blank(words.crisisHarmless, text))
  if (!at) return null
  const isPlace = (has(words.recurring, text) || has(words.past, text)) && !has(words.certain, text)
  return isPlace && has(doses, text.slice(...at)) ? null : { value: 'crisis', at }
}

function emergencyIn(text: string): Danger | null {
  // Blanking is the dear part, and most texts hold no word of danger at all.
  const suspected = kinds.filter(({ pattern: wanted }) => has(wanted, text))
  if (suspected.length === 0) return null
  const plain = blank(words.harmless, text)
  const goesOn = has(words.now, text)
  if (!goesOn && (has(words.over, text) || has(words.asked, text))) return null
  const isPast = !goesOn && has(words.past, text)
  const isFeared = has(words.feared, text) && !has(words.certain, text)
  const isSeenOften = !goesOn && has(words.recurring, text)
  for (const { firm, threat, pattern: wanted } of suspected) {
    const at = find(wanted, plain)
    if (!at) continue
    if (!firm && isPast) continue
    if (threat && isSeenOften && !own.test(plain.slice(...at))) continue
    if (!firm && isFeared && (!threat || guarded.test(text))) continue
    return { value: 'emergency', at }
  }
  return null
}

/** The danger in folded English text; a crisis before an emergency, for 988 belongs in the reply. */
export function readEnglish(text: string): Danger | null {
  return crisisIn(text) ?? emergencyIn(text)
}
