/**
 * Where a message might turn to another problem, for a judge that reads both sides. Wider than `splitProblems`,
 * which decides by its own words.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { announces, areClauses, besides, isOneStory, pointsBack, wordsOf } from './clauses.ts'
import { namesProblem, problemKinds } from './words.ts'

/**
 * `plain`: it says that something else follows (`also`, a number). `clause`: an `and` or comma between two whole
 * clauses, each with its own subject. The others are bare.
 */
export type Joint = 'plain' | 'line' | 'clause' | 'and' | 'comma' | 'sentence'

/** A place to cut: the words `[from, to)` join two parts and belong to neither. */
export interface Offer {
  readonly from: number
  readonly to: number
  readonly joint: Joint
  /** The words between the cut before and this one, and between this one and the next. */
  readonly before: Span
  readonly after: Span
  /** Each side names another place. */
  readonly isPlaced: boolean
  /** Each side names another kind of problem in words that the rules know. */
  readonly isNamed: boolean
  /** A side is a bare noun or two. */
  readonly isShort: boolean
}

/** Longer than this is a story, and a story is kept whole. */
const maxChars = 450
const maxOffers = 6
const fewestWords = 3

const plain =
  /\n\s*(?:[-*•]|\(?\d{1,2}[.):])\s*|(?:^|\s)\(?[1-9][.)]\s+(?=\p{L})|\s[+]\s{1,4}(?=\p{L})|[,;.]?\s{0,4}(?<![\p{L}])(?:and also|also|plus|in addition|additionally|on top of that|as well as|then there(?:'s|’s| is| are) also|y también|y tambien|también|tambien|además|ademas|otra cosa|e também|e tambem|também|tambem|além disso|et aussi|aussi|en plus|et puis|epi tou|anplis|i també|i tambe|també|tambe|và còn|còn nữa|ngoài ra|sidoo kale|а также|также|ещё|еще)(?![\p{L}])[,:]?\s{0,4}|(?:وأيضا|وايضا|أيضا|ايضا|كذلك|还有|還有|另外|以及|而且|同时|同時)[,，:：]?\s{0,4}/giu
const line = /\n\s*/g
const sentence = /(?<=[.!?。！？؟])\s{1,4}(?=\S)|(?<=[。！？])(?=\S)|;\s{0,4}/g
const and =
  /,?\s{1,4}(?:(?:and|&|y|e|et|ak|epi|ku|và|iyo|и)\s{1,4}(?=\S)|i\s{1,4}(?=(?:ten|lus|es|arvi|karu)\s))|\sو(?=[\u0621-\u064a]{3})/giu
const comma = /,\s{1,4}(?=\S)|[，、]\s{0,4}/g

/** Begins with what goes on about the same thing: a verb, a pronoun, a preposition, or who suffers from it. */
const goesOn =
  /^\W*(?!(?:recycling|missing|overflowing|leaking|abandoned|clogged|damaged|faded|downed|raised|get rid)(?![a-z]))(?:[a-z]+ing|[a-z]+ed|now|possible|especially|no cars|people|residents|pedestrians|kids|children|everyone|nobody|other|visible|put|said|did|went|damage|presents|pick|is|are|was|were|has|have|had|not|full|needs?|despite|before|that|with|which|who|when|because|since|so|but|then|if|just|it|its|they|them|he|she|i|i'm|we|you|this|these|those|very|too|still|always|never|owner|where|as|or|to|for|of|in|on|at|by|from|near|will|would|causes?|makes?|leaves?|blocks?|starts?|gets?|goes|turns?|attracts?|makes|into|onto|across|also|than|even|until|all)(?![a-z])/i

interface Cut extends Pick<Offer, 'from' | 'to'> {
  readonly joint: Joint
}

const strength: readonly Joint[] = ['plain', 'line', 'sentence', 'and', 'comma']

function cutsOf(text: string): readonly Cut[] {
  const found: Cut[] = []
  for (const [at, joint] of [
    [plain, 'plain'],
    [besides, 'plain'],
    [line, 'line'],
    [sentence, 'sentence'],
    [and, 'and'],
    [comma, 'comma'],
  ] as const)
    for (const hit of text.matchAll(at)) found.push({ from: hit.index, to: hit.index + hit[0].length, joint })
  found.sort((a, b) => a.from - b.from || strength.indexOf(a.joint) - strength.indexOf(b.joint))
  const joined: Cut[] = []
  // "Two things: a hole at 5 Elm and a light out at 9 Oak": the bare joints are announced.
  const several = announces.test(text)
  for (const hit of found) {
    const one: Cut = several ? { ...hit, joint: 'plain' } : hit
    const last = joined.at(-1)
    if (last === undefined || one.from > last.to) joined.push(one)
    else
      joined[joined.length - 1] = {
        from: last.from,
        to: Math.max(last.to, one.to),
        joint: strength.indexOf(one.joint) < strength.indexOf(last.joint) ? one.joint : last.joint,
      }
  }
  return joined
}

/** So few cuts in all that each sentence may well stand for itself. */
const mostSentences = 2
const isNamedApart = (one: string, other: string): boolean => {
  const kinds = problemKinds(fold(one).text)
  const others = problemKinds(fold(other).text)
  return kinds.length > 0 && others.length > 0 && !others.some((kind) => kinds.includes(kind))
}
const namesOne = (text: string): boolean => namesProblem(fold(text).text)
/** Words enough to be judged by: one that names a problem, else three. */
const isEnough = (text: string): boolean => wordsOf(text) >= fewestWords || namesOne(text)

const firstWords = (text: string): string => text.trimStart().split(/\s+/, 3).join(' ')

/** The places to cut a text, in reading order; none in a long text or inside a place's name. */
export function offerCuts(text: string, places: readonly Span[]): readonly Offer[] {
  if (text.length > maxChars) return []
  // A name holds no "also": a place found across one was read from two.
  const cuts = cutsOf(text).filter(
    ({ from, to, joint }) =>
      joint === 'plain' || joint === 'line' || !places.some(([start, end]) => from < end && to > start),
  )
  const placeIn = ([start, end]: Span): string => {
    const found = places.find(([from, to]) => from >= start && to <= end)
    return found === undefined ? '' : text.slice(...found).toLowerCase()
  }
  const offers = cuts.flatMap(({ from, to, joint }, at): readonly Offer[] => {
    const before: Span = [cuts[at - 1]?.to ?? 0, from]
    const after: Span = [to, cuts[at + 1]?.from ?? text.length]
    const next = text.slice(...after)
    if ((joint !== 'plain' && joint !== 'line' && goesOn.test(next)) || pointsBack.test(firstWords(next)))
      return []
    const said = text.slice(...before)
    if (isOneStory(said, next)) return []
    if (!isEnough(said) || !isEnough(next)) return []
    const [here, there] = [placeIn(before), placeIn(after)]
    const isPlaced = here !== '' && there !== '' && here !== there
    // A later sentence is mostly more about the first, unless another place or little else stands in the message.
    const isNamed = isNamedApart(said, next)
    if (joint === 'sentence' && !isPlaced && !(cuts.length <= mostSentences && isNamed)) return []
    const isClause = (joint === 'and' || joint === 'comma') && areClauses(said, next)
    return [
      {
        from,
        to,
        joint: isClause ? 'clause' : joint,
        before,
        after,
        isPlaced,
        isNamed,
        isShort: Math.min(wordsOf(said), wordsOf(next)) < fewestWords,
      },
    ]
  })
  return offers.slice(0, maxOffers)
}
