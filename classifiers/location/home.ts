/** Where the writer is and the problem is not. @module */
import type { Token } from './tokens.ts'

/** "I live at", "calling from", "resident of", "my address is". */
const english =
  /\b(?:(?:i|we) (?:\w+ )?(?:live|reside|work|own)|(?:lives|resides) (?:at|on|in)|(?:calling|writing) from|(?:am|im|m) an? (?:\w+ )?(?:resident|tenant|homeowner|owner)|(?:my|her|his|our|their) (?:home )?address|my (?:house|home|apartment|apt|condo) (?:is|number)|my name)\b/
/** The same in other languages; Han characters are words of their own. */
const others =
  /(?:^| )(?:vivo|vivimos|mwen rete|moro|moramos|ta mora|jhabite|j habite|toi song|toi o|живу|живем|我 住(?: 在)?|اسكن|اعيش|deggan|degganahay)(?: |$)/

/**
 * Whether the mention that begins at the token `from` is said to be the writer's own place; `after` is where the
 * mention before it ends.
 */
export function isHome(tokens: readonly Token[], from: number, after: number): boolean {
  let start = from
  while (start > Math.max(after, from - 6) && !/[.!?;\n。！？；]/.test(tokens[start]?.gap ?? '')) start -= 1
  const words = tokens
    .slice(start, from)
    .map((token) => token.word)
    .join(' ')
  return english.test(words) || others.test(words)
}
