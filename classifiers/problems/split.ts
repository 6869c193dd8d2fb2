/**
 * A message with two problems becomes two spans; with one, or when unsure, one.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'
import { has } from '../language/pattern.ts'
import { areClauses, besides, isOneStory } from './clauses.ts'
import { problemKinds, symptoms } from './words.ts'

/** More problems than this in one message are read as one list with a person's eyes. */
const most = 5
const shortest = 4

/** Where a new problem may begin; the weight says how plainly: 2 alone is enough with another kind or place. */
const separators: readonly { readonly at: RegExp; readonly weight: number }[] = [
  { at: /\n\s*(?:[-*•]|\(?\d{1,2}[.):])\s*/g, weight: 3 },
  { at: /(?:^|\s)\(?[1-9][.)]\s+(?=\p{L})/gu, weight: 3 },
  { at: /(?:\r?\n)+/g, weight: 2 },
  {
    at: /[,;.]?\s*(?<![\p{L}])(?<!\b(?:is|are|was|has|have|were|it|will|can|should|it's|its|they|there's|i|we) )(?:and also|also|plus|and another(?: one| thing)?|another (?:one|thing|problem|issue)|in addition|additionally|on top of that|secondly|second(?: one| thing| problem| issue)?[:,]|as well as|oh and|separately|y tambien|y también|tambien|también|ademas|además|otra cosa|e tambem|e também|também|tambem|além disso|et aussi|aussi|en plus|et puis|epi tou|anplis|tou,|i tambe|tanbe|tambe|và còn|còn nữa|ngoài ra|va con|sidoo kale|iyo sidoo kale|также|а также|еще|ещё|и ещё|и еще)(?![\p{L}])[,:]?\s*/giu,
    weight: 2,
  },
  { at: besides, weight: 2 },
  { at: /(?:وايضا|وأيضا|ايضا|أيضا|كذلك|还有|還有|另外|以及|而且|同时|同時)[,，:：]?\s*/g, weight: 2 },
  { at: /(?<=[.!?。！？؟])\s*(?=\S)|[;；]\s*/g, weight: 1 },
  { at: /,?\s+(?:and|&|y|e|et|ak|epi|ku|và|va|iyo|и|а)\s+(?=\S)/giu, weight: 0 },
]

interface Cut {
  readonly from: number
  readonly to: number
  readonly weight: number
}

function cuts(text: string): readonly Cut[] {
  const all: Cut[] = []
  for (const { at, weight } of separators) {
    for (const hit of text.matchAll(at)) all.push({ from: hit.index, to: hit.index + hit[0].length, weight })
  }
  all.sort((a, b) => a.from - b.from || b.weight - a.weight)
  const merged: Cut[] = []
  for (const cut of all) {
    const last = merged.at(-1)
    if (last && cut.from <= last.to) {
      merged[merged.length - 1] = {
        from: last.from,
        to: Math.max(last.to, cut.to),
        weight: Math.max(last.weight, cut.weight),
      }
    } else merged.push(cut)
  }
  // "12. Elm" and "St. James": a full stop between a number or a short word and a name ends no sentence.
  return merged.filter(
    ({ from, weight }) =>
      weight !== 1 ||
      !/(?:^|\s)(?:st|ave|rd|dr|mt|sq|no|apt|jr|sr|mr|mrs|ms|\d{1,5})\.$/i.test(text.slice(0, from)),
  )
}

interface Part {
  readonly start: number
  readonly end: number
  readonly kinds: readonly string[]
  readonly places: readonly string[]
  /** Led in by `another`: one more of the same. */
  readonly isMore: boolean
  /** Says that something is wrong, whether or not with a thing the kinds know. */
  readonly isBroken: boolean
}

function placesIn(text: string, places: readonly Span[], start: number, end: number): readonly string[] {
  return places
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]) =>
      fold(text.slice(from, to))
        .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
}

const more =
  /(?<![\p{L}])(?:another|second|otr[oa]|outr[oa]|autre|lòt|lot|otu|một cái nữa|еще|ещё|另)(?![\p{L}])/iu

function part(text: string, places: readonly Span[], start: number, end: number): Part {
  const folded = fold(text.slice(start, end)).text
  return {
    start,
    end,
    kinds: problemKinds(folded),
    isBroken: has(symptoms, folded),
    places: placesIn(text, places, start, end),
    isMore: more.test(text.slice(Math.max(0, start - 24), start)),
  }
}

/** Whether the words after a cut are another problem, and not more about the same one. */
function isAnother(text: string, before: Part, after: Part, weight: number): boolean {
  const otherPlace =
    before.places.length > 0 &&
    after.places.length > 0 &&
    !after.places.some((place) => before.places.includes(place))
  // "Pothole at 12 Elm, another one at 40 Oak": the second part leaves out what the first has said.
  if ((before.kinds.length > 0 || before.isBroken) && after.kinds.length === 0)
    return after.isMore && otherPlace
  if (before.kinds.length === 0 || after.kinds.length === 0) return false
  const otherKind = !after.kinds.some((kind) => before.kinds.includes(kind))
  if (weight >= 3) return otherKind || otherPlace
  if (otherKind && otherPlace) return true
  // The same kind at a second address is a second problem only where the text says so ("and another one at …").
  if (otherPlace) return weight >= 2
  if (!otherKind) return false
  return (
    weight >= 2 ||
    (weight === 0 && areClauses(text.slice(before.start, before.end), text.slice(after.start, after.end)))
  )
}

function trimmed(text: string, [start, end]: Span): Span {
  let from = start
  let to = end
  const mark = /^\s*(?:[-*•]|\(?\d{1,2}[.)])\s+/.exec(text.slice(from, to))
  if (mark && from + mark[0].length < to) from += mark[0].length
  while (from < to && /[\s,;.:،，。]/.test(text.charAt(from))) from++
  while (to > from && /[\s,;،，]/.test(text.charAt(to - 1))) to--
  return [from, to]
}

/**
 * The problems of a text as spans in reading order, at least one unless the text is blank. `places` are the spans
 * where places were found; a cut never goes through one.
 */
export function splitProblems(text: string, places: readonly Span[]): readonly Span[] {
  const whole = trimmed(text, [0, text.length])
  if (whole[0] >= whole[1]) return []
  if (text.length > 3000) return [whole]
  const spans: Span[] = []
  let start = 0
  // A name holds no "also": a place found across one was read from two.
  const usable = cuts(text).filter(
    ({ from, to, weight }) => weight >= 2 || !places.some(([start, end]) => from < end && to > start),
  )
  if (usable.length === 0) return [whole]
  usable.forEach((cut, index) => {
    const next = usable[index + 1]?.from ?? text.length
    if (next - cut.to < shortest || spans.length + 1 >= most) return
    const after = part(text, places, cut.to, next)
    if (after.kinds.length === 0 && !after.isMore) return
    if (!isAnother(text, part(text, places, start, cut.from), after, cut.weight)) return
    if (cut.weight < 3 && isOneStory(text.slice(start, cut.from), text.slice(cut.to, next))) return
    spans.push([start, cut.from])
    start = cut.to
  })
  spans.push([start, text.length])
  return spans.map((span) => trimmed(text, span)).filter(([start, end]) => end > start)
}
