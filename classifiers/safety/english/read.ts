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
  readonly name: string
  readonly pattern: Pattern
  /** Stays an emergency although it began yesterday. */
  readonly firm?: true
  /** Is one although it lies in the future: `he is going to kill me`. */
  readonly threat?: true
}

const kinds: readonly Kind[] = [
  { name: 'gas', pattern: pattern(gasAndMissing), firm: true },
  { name: 'fire', pattern: pattern(fireAndWires) },
  { name: 'hurt', pattern: pattern(hurt) },
  { name: 'violence', pattern: pattern(violence), threat: true },
  { name: 'call', pattern: pattern(calls), firm: true },
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
const when = ['over', 'past', 'feared', 'asked', 'now', 'recurring', 'certain'] as const
const own = /\b(?:me|us|my|our)\b/
const guarded = /\b(?:before|until|unless|so that|prevent)\b/

/** What stands in English text, and the signs on the way there: kinds of words, and when or whether it is. */
export interface EnglishReading {
  readonly danger: Danger | null
  readonly signs: readonly string[]
}

function crisisIn(text: string): EnglishReading {
  if (!has(words.crisis, text)) return { danger: null, signs: [] }
  const at = find(words.crisis, blank(words.crisisHarmless, text))
  if (!at) return { danger: null, signs: ['crisis hidden'] }
  const isPlace = (has(words.recurring, text) || has(words.past, text)) && !has(words.certain, text)
  return isPlace && has(doses, text.slice(...at))
    ? { danger: null, signs: ['crisis place'] }
    : { danger: { value: 'crisis', at }, signs: ['crisis'] }
}

function emergencyIn(text: string): EnglishReading {
  // Blanking is the dear part, and most texts hold no word of danger at all.
  const suspected = kinds.filter(({ pattern: wanted }) => has(wanted, text))
  if (suspected.length === 0) return { danger: null, signs: [] }
  const plain = blank(words.harmless, text)
  const whens = when.filter((name) => has(words[name], text))
  const is = (name: (typeof when)[number]): boolean => whens.includes(name)
  const goesOn = is('now')
  const isOver = !goesOn && (is('over') || is('asked'))
  const isPast = !goesOn && is('past')
  const isFeared = is('feared') && !is('certain')
  const isSeenOften = !goesOn && is('recurring')
  const signs: string[] = [...whens]
  let danger: Danger | null = null
  for (const { name, firm, threat, pattern: wanted } of suspected) {
    const at = find(wanted, plain)
    signs.push(at ? name : `${name} hidden`)
    if (!at || danger || isOver) continue
    if (!firm && isPast) continue
    if (threat && isSeenOften && !own.test(plain.slice(...at))) continue
    if (!firm && isFeared && (!threat || guarded.test(text))) continue
    danger = { value: 'emergency', at }
    signs.push(`${name} stands`)
  }
  return { danger, signs }
}

/** Reads folded English text; a crisis before an emergency, for 988 belongs in the reply. */
export function readEnglish(text: string): EnglishReading {
  const hurt = crisisIn(text)
  const rest = emergencyIn(text)
  return { danger: hurt.danger ?? rest.danger, signs: [...hurt.signs, ...rest.signs] }
}
