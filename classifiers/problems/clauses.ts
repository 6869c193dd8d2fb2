/**
 * What joins two clauses, and whether the second is about something else.
 * @module
 */
import { fold } from '../language/fold.ts'
import { has } from '../language/pattern.ts'
import { symptoms } from './words.ts'

const notLetter = String.raw`(?![\p{L}])`
const whole = (words: readonly string[], flags: string, start = '^'): RegExp =>
  new RegExp(`${start}(?:${words.join('|')})${notLetter}`, flags)

/** Words that lead to another matter: `while you're at it`, `by the way`, `de paso`, `顺便`. */
export const besides = new RegExp(
  String.raw`[,;.]?\s{0,4}(?<![\p{L}])(?:${[
    `(?:and )?while (?:you(?:'re|’re| are)|u r|ur) (?:at it|there)`,
    '(?:and )?by the way|btw|one more thing',
    `(?:and )?(?:then )?there(?:'s|’s| is| are) also`,
    '(?:and )?also(?= (?:there|the|my|can|could|please|no|a|an|someone|somebody))',
    '(?:and )?(?:second(?:ly)?|third(?:ly)?|fourth|lastly|finally)(?=[, ])',
    'de paso|por otro lado|por cierto|aproveitando|au passage|par ailleurs|nan menm tan',
    'tiện thể|nhân tiện|заодно|кстати|順便|顺便|وبالمناسبه|بالمناسبة',
  ].join('|')})(?![\p{L}])[,:]?\s{0,4}`,
  'giu',
)

/** A new subject, so that what follows "and" is a clause of its own. */
const opens = whole(
  [
    `the|there(?:'s|’s| is| are)|someone|somebody|some ?one|my|our|a|an|people|cars?|trucks?|can|could|please|no`,
    `another|neighbou?rs?|they(?:'re| are)|mice|rats?|roaches`,
    `hay|el|la|los|las|un|una|mi|alguien|tem|o|a|os|as|um|uma|meu|minha|alguem|alguém`,
    `il y a|le|les|une?|mon|ma|quelqu'un|gen|yon|có|cái|ten|нет|на`,
  ],
  'iu',
)
/** Says by itself that something is there, or asks for something. */
const states = whole(
  [
    `there(?:'s|’s| is| are)|someone|somebody|another|can|could|please|no|they(?:'re| are)`,
    'hay|tem|il y a|gen|có',
  ],
  'iu',
)
/** Points back at what was said before: more about the same. */
export const pointsBack =
  /(?<![\p{L}])(?:(?<!(?:on|of|to|in|near|by|behind|under|above) )it|them|its|which|because|so|eso|esto|isso|ça|cela|sa a|nó|это)(?![\p{L}])|(?<![\p{L}])there(?!'s|’s| is| are|[\p{L}])/iu

/** Words of a text; Han text without spaces counts two characters as a word. */
export const wordsOf = (text: string): number =>
  (text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0) + ((text.match(/\p{Script=Han}/gu)?.length ?? 0) >> 1)

/** Whether two texts joined by a bare "and" each say what is wrong with another thing. */
export function areClauses(first: string, second: string): boolean {
  return (
    wordsOf(first) >= 4 &&
    wordsOf(second) >= 4 &&
    opens.test(second) &&
    !pointsBack.test(second) &&
    (states.test(second) || has(symptoms, fold(second).text))
  )
}
