/** Takes a written street name apart. @module */
import { fold } from './tokens.ts'
import { canonical, directionOf, suffixOf } from './words.ts'

export interface StreetName {
  /** `n`, `s`, `e`, `w` or empty. */
  readonly direction: string
  /** The name itself, canonical words: `['blue', 'hill']`. Never empty for a name that has a word. */
  readonly base: readonly string[]
  /** `st`, `ave`, … or empty. */
  readonly suffix: string
}

/** `E Third St` → e, third, st. `Broadway` → broadway. `Charlesgate E` → e, charlesgate. `South St` → south, st. */
export function parseStreetName(name: string): StreetName {
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  let direction = ''
  let suffix = ''
  const last = words.at(-1) ?? ''
  const lastSuffix = suffixOf(last)
  if (words.length > 1 && lastSuffix !== undefined) {
    suffix = lastSuffix
    words.pop()
  } else if (words.length > 1 && directionOf(last) !== undefined) {
    direction = directionOf(last) ?? ''
    words.pop()
  }
  const first = directionOf(words[0] ?? '')
  // `East Street Pl` is a place called East Street, not the east end of a `Street Pl`.
  const named = words.slice(1).some((word) => suffixOf(word) === undefined)
  if (direction === '' && first !== undefined && named) {
    direction = first
    words.shift()
  }
  return { direction, suffix, base: words.map(canonical) }
}
