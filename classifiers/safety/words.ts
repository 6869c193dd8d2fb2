/**
 * How the words of danger of one language are read.
 * @module
 */
import { blank, find, has, pattern } from '../language/pattern.ts'

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
const doses = pattern([
  'over ?-?dos\\w*|overdoz\\w*|sobre ?dosis|super ?dose|surdose|ovedoz|ovadoz|xad ?-?dhaaf\\w*|qua lieu|soc thuoc|quá liều|sốc thuốc|narcan|nalox\\w*|droga?s?|drogue|dwog|droge|daroogo\\w*|heroin\\w*|jeringa|seringa|seringue|sereng',
  'передоз[а-я]*|наркотик[а-я]*|шприц[а-я]*|جرعه|مخدر|过量|過量|毒|针|針',
])

/** Reads one language: a function from folded text (or marked, for Vietnamese) to the danger in it. */
export function reader(words: DangerWords, marks: 'fold' | 'keep' = 'fold'): (text: string) => Danger | null {
  const harmless = pattern(words.harmless, marks)
  const lasting = pattern(words.lasting, marks)
  const sudden = pattern(words.sudden, marks)
  const crisis = pattern(words.crisis, marks)
  const past = pattern(words.past, marks)
  const unreal = pattern(words.unreal, marks)
  const now = pattern(words.now, marks)
  return (text) => {
    // Blanking is the dear part, and most texts hold no word of danger at all.
    if (!has(crisis, text) && !has(lasting, text) && !has(sudden, text)) return null
    const plain = blank(harmless, text)
    const goesOn = has(now, plain)
    const isUnreal = !goesOn && has(unreal, text)
    const hurt = find(crisis, plain)
    if (hurt) {
      const settled = isUnreal || (!goesOn && has(past, text))
      if (!(settled && has(doses, text.slice(...hurt)))) return { value: 'crisis', at: hurt }
    }
    if (isUnreal) return null
    const still = find(lasting, plain)
    if (still) return { value: 'emergency', at: still }
    const at = find(sudden, plain)
    return at && (goesOn || !has(past, text)) ? { value: 'emergency', at } : null
  }
}
