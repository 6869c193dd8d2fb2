/**
 * How the words of danger of one language are read.
 * @module
 */
import { blank, find, has, type Pattern, pattern } from '../language/pattern.ts'

/** The words of one language; phrases as in language/pattern.ts. */
export interface DangerWords {
  /** City furniture, animals and figures of speech that share a word with a danger. Taken out first. */
  readonly harmless: readonly string[]
  /** Gas, carbon monoxide, a missing child: danger although it began yesterday. */
  readonly lasting: readonly string[]
  /** Everything that is over when the text says that it is past. */
  readonly sudden: readonly string[]
  /** Self-harm and overdose. */
  readonly crisis: readonly string[]
  readonly past: readonly string[]
  /** Feared, seen every week, or only asked about. */
  readonly unreal: readonly string[]
  /** It goes on: beats `past` and `unreal`. */
  readonly now: readonly string[]
}

/** Half-open range of the text that was read. */
export type Found = readonly [number, number]

/** What stands in a text: one danger at most, a crisis before an emergency. */
export interface Danger {
  readonly value: 'emergency' | 'crisis'
  readonly at: Found
}

/** Someone who wants to die does so every day; an overdose seen every week is a place, not a person. */
export const doses = pattern([
  'od|ods|oded|oding|fentanyl|pills?|addicts?|over ?-?dos\\w*|overdoz\\w*|sobre ?dosis|super ?dose|surdose|ovedoz|ovadoz|xad ?-?dhaaf\\w*|qua lieu|soc thuoc|quá liều|sốc thuốc|narcan|nalox\\w*|droga?s?|drogue|dwog|droge|daroogo\\w*|heroin\\w*|jeringa|seringa|seringue|sereng',
  'передоз[а-я]*|наркотик[а-я]*|шприц[а-я]*|جرعه|مخدر|过量|過量|毒|针|針',
])

/** One language's words, compiled. */
export type Reader = Readonly<Record<keyof DangerWords, Pattern>>

/** Compiles the words of one language; `keep` for texts that are read with their marks. */
export function reader(words: DangerWords, marks: 'fold' | 'keep' = 'fold'): Reader {
  return {
    harmless: pattern(words.harmless, marks),
    lasting: pattern(words.lasting, marks),
    sudden: pattern(words.sudden, marks),
    crisis: pattern(words.crisis, marks),
    past: pattern(words.past, marks),
    unreal: pattern(words.unreal, marks),
    now: pattern(words.now, marks),
  }
}

function first(readers: readonly Reader[], kind: keyof DangerWords, text: string): Found | null {
  for (const one of readers) {
    const at = find(one[kind], text)
    if (at) return at
  }
  return null
}

/** What a text says in languages other than English, and what English may still read in it. */
export interface Reading {
  readonly danger: Danger | null
  /** The text without what is harmless, offsets kept. */
  readonly plain: string
  /** Past, feared, seen every week or only asked about. */
  readonly isSettled: boolean
  /** Kinds of words found, and whether it is past, unreal or goes on; empty where no word of danger stands. */
  readonly signs: readonly string[]
}

/**
 * Reads a text that is written in one of a few languages, near kin mostly: what is harmless, past or unreal in one is
 * so for all, for a short text does not show which it is. `english` is what is harmless in English.
 */
export function readDanger(readers: readonly Reader[], text: string, english: Pattern): Reading {
  const any = (kind: keyof DangerWords, read: string) => readers.some((one) => has(one[kind], read))
  const eased = readers.reduce((rest, { harmless }) => blank(harmless, rest), text)
  const goesOn = any('now', eased)
  const isUnreal = !goesOn && any('unreal', text)
  const isPast = !goesOn && any('past', text)
  const kinds = (['crisis', 'lasting', 'sudden'] as const).filter((kind) => any(kind, eased))
  const signs: string[] = [...kinds]
  if (kinds.length > 0) {
    if (goesOn) signs.push('now')
    if (isUnreal) signs.push('unreal')
    if (isPast) signs.push('past')
  }
  const found = (danger: Danger | null): Reading => ({
    danger,
    plain: eased,
    isSettled: isUnreal || isPast,
    signs,
  })
  if (kinds.length === 0) return found(null)
  const plain = blank(english, eased)
  const hurt = first(readers, 'crisis', plain)
  if (hurt && !((isUnreal || isPast) && has(doses, text.slice(...hurt))))
    return found({ value: 'crisis', at: hurt })
  if (isUnreal) return found(null)
  const at = first(readers, 'lasting', plain) ?? (isPast ? null : first(readers, 'sudden', plain))
  return found(at && { value: 'emergency', at })
}
