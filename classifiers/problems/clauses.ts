/**
 * What joins two clauses, and whether the second is about something else.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { has } from '../language/pattern.ts'
import { namesProblem, symptoms } from './words.ts'

const notLetter = String.raw`(?![\p{L}])`
const whole = (words: readonly string[], flags: string, start = '^'): RegExp =>
  new RegExp(`${start}(?:${words.join('|')})${notLetter}`, flags)

/** Words that lead to another matter: `while you're at it`, `by the way`, `de paso`, `顺便`. */
export const besides = new RegExp(
  String.raw`[,;.]?\s{0,4}(?<![\p{L}])(?:${[
    `(?:and )?while (?:you(?:'re|’re| are)|u r|ur) (?:at it|there)`,
    `(?:and )?while (?:i have|i've got|i’ve got|i got) (?:you|u)(?: here)?|while (?:i'm|i’m|im|i am) (?:at it|here|writing|calling)`,
    '(?:and )?by the way|btw|(?:and )?(?:one|an) ?other (?:thing|problem|issue|matter)(?: is)?|one more thing|(?:and )?(?:then )?the other thing(?: is)?|on (?:another|a different|a separate) note|(?:a )?(?:separate|different|unrelated|other) (?:issue|problem|matter|thing|complaint)|separately',
    `(?:and )?(?:then )?i (?:also|would also|also would|'d also|’d also)(?: would)?(?: like| want| wanted| need| needed| have| had)?(?: to report| to say| to add that)?(?= (?:that |there|the|a|an|my|some|two|2|problem))`,
    `(?:and )?(?:then )?there(?:'s|’s| is| are) also`,
    '(?:and )?also(?= (?:there|the|my|can|could|please|no|a|an|someone|somebody))',
    '(?:and )?(?:second(?:ly)?|third(?:ly)?|fourth|lastly|finally)(?=[, ])',
    '(?:y )?de paso|(?:y )?(?:a)?parte de eso|por otro lado|(?:y )?otra cosa|(?:e )?outra coisa|por cierto|aproveitando|au passage|par ailleurs|nan menm tan|(?:e|epi )?yon lòt (?:bagay|pwoblèm)|otu kusa',
    'waxaa kale oo|мало того',
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

/** Names a cause: the clause says where the first problem comes from or leads to. */
const causes =
  /(?<!\p{L})(?:because|due to|cause[sd]?|from the|por (?:la|el|los|las|eso|culpa)|debido|à cause|poutèt|tại vì|do đó|из-за)(?!\p{L})|因为|因為|所以|بسبب/iu

/** What stands before breaks off: its sentence, or a place, goes on behind the cut. */
const breaksOff =
  /(?<!\p{L})(?:to|of|the|a|an|for|with|at|on|in|is|are|was|hasn't|still|between|(?:corner|intersection) of (?:\S{1,20} ){0,3}\S{1,20}|between (?:\S{1,20} ){0,3}\S{1,20})[\s,]*$/iu

/** What comes after goes on about the same: what it does, how it is, or a question about it. */
const carriesOn =
  /^\W*(?:[a-z]{3,}ing (?:the|my|our|a|on|off|all|sidewalks?|streets?|traffic|access)|very|too|illegally|causing|making|i (?:called|emailed|reported))(?![a-z])|(?<!\p{L})(?:this|that)(?: one)?\W*$/iu

/** Says who was where or who was told, and nothing that is wrong. */
const circumstance =
  /^\W*(?:i|we) (?:was |were |am |are |have |already )?(?:walk|live|driv|work|go|went|pass|rid|bik|mov|report|call|submit|complain)/i

/** Whether two texts side by side are one story, whatever they name. */
export function isOneStory(first: string, second: string): boolean {
  if (breaksOff.test(first.slice(-90)) || carriesOn.test(second)) return true
  if (!circumstance.test(first)) return false
  const { text } = fold(first)
  return !has(symptoms, text) && !namesProblem(text)
}

/** "The crosswalk there is faded": the same place, and not the same thing. */
const samePlace =
  /(?<=\p{L} )(?:up |over |out |right )?there(?= (?:is|are|was|were|has|have|needs?|keeps?)(?!\p{L}))/giu

/** Whether two texts joined by a bare "and" each say what is wrong with another thing. */
export function areClauses(first: string, second: string): boolean {
  return (
    wordsOf(first) >= 3 &&
    wordsOf(second) >= 4 &&
    opens.test(second) &&
    !pointsBack.test(second.replace(samePlace, '')) &&
    !causes.test(second) &&
    (states.test(second) || has(symptoms, fold(second).text))
  )
}

const joins =
  /[,;.]?\s{1,4}(?:and|&|y|e|et|ak|epi|ku|và|iyo|и|i|a|also|plus|tambe|tanbe|también|também|aussi|ngoài ra|sidoo kale)[,:]?\s{1,4}|[,;.]\s{1,4}|[;；，、]/giu

/**
 * The streets of two problems that were read as one corner ("Elm St and a light out on Oak St"): a span each. A
 * place in whose words nothing is wrong stays as it is.
 */
export function apart(text: string, span: Span): readonly Span[] {
  const [start, end] = span
  const words = text.slice(start, end)
  if (words.length < 16 || words.length > 200) return [span]
  for (const hit of words.matchAll(joins)) {
    const after = words.slice(hit.index + hit[0].length)
    if (hit.index < 3 || wordsOf(after) < 3) continue
    const folded = fold(after).text
    if (namesProblem(folded) || has(symptoms, folded))
      return [
        [start, start + hit.index],
        [start + hit.index + hit[0].length, end],
      ]
  }
  return [span]
}

/** Whether the words between two parts say that something else follows, and are no mere "and", full stop or line. */
export const isPlainJoint = (words: string): boolean =>
  /[\p{L}\p{N}•*-]/u.test(words.replace(/(?<!\p{L})(?:and|y|e|et|ak|epi|ku|và|iyo|и|i)(?!\p{L})/giu, ''))

const many = '(?:two|three|four|2|3|4|several|multiple|a few|couple(?: of)?)'
/** Says beforehand that there are several: `two issues:`, `necesito reportar dos problemas`, `两个问题`. */
export const announces = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    `${many} (?:\\p{L}{3,10} )?(?:things|issues|problems|complaints|requests|reports|items)`,
    '(?:dos|tres|varios|varias) (?:problemas|cosas|quejas|reportes)',
    '(?:dois|duas|tres|três) (?:problemas|coisas)|(?:deux|trois|plusieurs) (?:problèmes|problemes|choses)',
    '(?:de|twa) (?:pwoblèm|pwoblem|bagay)|(?:hai|ba) (?:vấn đề|việc|chuyện)|(?:две|два|три) (?:проблемы|вопроса)',
    '(?:dos|tres) (?:problema|kusa)|(?:laba|saddex) (?:arrimood|dhibaato)',
  ].join('|')})(?!\p{L})|[两兩二三](?:个|個|件)(?:问题|問題|事)|مشكلتان|مشكلتين`,
  'iu',
)
