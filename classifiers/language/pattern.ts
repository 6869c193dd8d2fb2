/**
 * Phrases in many languages, compiled to one expression over folded text.
 * @module
 */
import { fold } from './fold.ts'

// Chinese has no spaces and Arabic joins articles and prepositions to the word, so neither is held to word borders.
const joined = /[\p{Script=Han}\p{Script=Arabic}]/u
const arabic = /\p{Script=Arabic}/u
/** A word's beginning, behind the article and the prepositions that Arabic joins to it. */
const arabicStart = '(?<![\u0621-\u064a])(?:[وفبلك]{0,2}(?:ال)?)'
/** What ` ~ ` in a phrase stands for: up to four words in between, within the sentence. */
const gap = '(?:[\\s,"]+[^\\s.!?;,"]+){0,4}?[\\s,"]+'
/** What `…` in a phrase stands for: some of the same clause, between two whole words. Bounded, so it cannot run away. */
const clause = (chars: number, edge: string, start: string) =>
  `(?:${edge}[^.!?;。！？\\n]{0,${chars}}?${start})`
const nearMark = /…(\d+)…/g

/**
 * Phrases for two word classes (alternatives, `a|b c`) that stand in one clause at most `chars` apart, in either
 * order. Chinese words need no borders.
 */
export function near(things: string, states: string, chars = 45): readonly string[] {
  return [`(?:${things})…${chars}…(?:${states})`, `(?:${states})…${chars}…(?:${things})`]
}

/** As `near`, but the things stand before the states. */
export function inOrder(things: string, states: string, chars = 45): string {
  return `(?:${things})…${chars}…(?:${states})`
}

/** A phrase list in two halves, so that an English text never runs through the Chinese ones; null where empty. */
export interface Pattern {
  readonly latin: RegExp | null
  readonly other: RegExp | null
}

const notLatin = /[\p{Script=Han}\p{Script=Arabic}\p{Script=Cyrillic}]/u

function latinExpression(sources: readonly string[]): RegExp | null {
  // Folded Latin text is ASCII, and ASCII word borders are several times faster than Unicode ones.
  return sources.length === 0 ? null : new RegExp(`\\b(?:${sources.join('|')})(?![a-z0-9])`)
}

function markedExpression(sources: readonly string[]): RegExp | null {
  return sources.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

function otherExpression(sources: readonly string[]): RegExp | null {
  if (sources.length === 0) return null
  const bare = sources.filter((source) => joined.test(source) && !arabic.test(source))
  const prefixed = sources.filter((source) => arabic.test(source))
  const words = sources.filter((source) => !joined.test(source))
  const parts = words.length > 0 ? [`(?<![а-я0-9])(?:${words.join('|')})(?![а-я0-9])`] : []
  if (prefixed.length > 0) parts.push(`${arabicStart}(?:${prefixed.join('|')})`)
  return new RegExp([...parts, ...bare].join('|'))
}

const regexEscape = /\\[A-Za-z]/g

/** Folds the words of a phrase and leaves its regular expression escapes (`\\S`, `\\d`) as they are. */
function foldPhrase(phrase: string): string {
  const escapes = phrase.match(regexEscape) ?? []
  return phrase
    .split(regexEscape)
    .map((part, index) => fold(part).text + (escapes[index] ?? ''))
    .join('')
}

/** The clause gap of a phrase, with the word borders of its script. */
function between(phrase: string, chars: number, marks: 'fold' | 'keep'): string {
  if (arabic.test(phrase)) return clause(chars, '', arabicStart)
  if (joined.test(phrase)) return clause(chars, '', '')
  if (notLatin.test(phrase)) return clause(chars, '(?![а-яё0-9])', '(?<![а-яё0-9])')
  return marks === 'fold'
    ? clause(chars, '(?![a-z0-9])', '\\b')
    : clause(chars, '(?![\\p{L}\\p{N}])', '(?<![\\p{L}\\p{N}])')
}

/**
 * Compiles phrases to a pattern. Phrases are regular expressions; their words are folded as texts are, unless
 * `marks` keeps them as written (Vietnamese). A space stands for white space (` ?` for none too), ` ~ ` for up to four words;
 * words match whole, Chinese and Arabic anywhere. Compiled at the first use: there are hundreds of them.
 */
export function pattern(phrases: readonly string[], marks: 'fold' | 'keep' = 'fold'): Pattern {
  let made: Pattern | null = null
  const compiled = (): Pattern => {
    made ??= compile(phrases, marks)
    return made
  }
  return {
    get latin() {
      return compiled().latin
    },
    get other() {
      return compiled().other
    },
  }
}

function compile(phrases: readonly string[], marks: 'fold' | 'keep'): Pattern {
  const sources = phrases.map((phrase) =>
    (marks === 'fold'
      ? foldPhrase(phrase.replace(nearMark, '@$1@'))
      : phrase.normalize('NFC').replace(nearMark, '@$1@')
    )
      .replace(/@(\d+)@/g, (_, chars) => between(phrase, Number(chars), marks))
      .replaceAll(' ~ ', gap)
      .replaceAll(' ?', '\\s*')
      .replaceAll(' ', '\\s+'),
  )
  const latin = sources.filter((source) => !notLatin.test(source))
  return {
    latin: marks === 'fold' ? latinExpression(latin) : markedExpression(latin),
    other: otherExpression(sources.filter((source) => notLatin.test(source))),
  }
}

/** Where the pattern stands first in folded text, as `[start, end)` of the folded text, or null. */
export function find(wanted: Pattern, folded: string): readonly [number, number] | null {
  const hit = wanted.latin?.exec(folded) ?? (notLatin.test(folded) ? wanted.other?.exec(folded) : null)
  return hit ? [hit.index, hit.index + hit[0].length] : null
}

/** Whether the pattern stands anywhere in folded text. */
export function has(wanted: Pattern, folded: string): boolean {
  return find(wanted, folded) !== null
}

const globals = new WeakMap<RegExp, RegExp>()
function everywhere(side: RegExp): RegExp {
  const known = globals.get(side) ?? new RegExp(side, `${side.flags}g`)
  globals.set(side, known)
  return known
}

/** The folded text with every occurrence of the pattern blanked out, offsets kept. */
export function blank(wanted: Pattern, folded: string): string {
  let out = folded
  for (const side of [wanted.latin, notLatin.test(folded) ? wanted.other : null]) {
    if (side) out = out.replace(everywhere(side), (hit) => '_'.repeat(hit.length))
  }
  return out
}
