/**
 * One message read whole: language, safety, intent, and every problem with its service and place.
 * @module
 */
import type {
  Classify,
  Hints,
  Intent,
  Language,
  LocationSuggestion,
  Problem,
  Safety,
  Span,
  Suggestion,
  Understanding,
} from '../src/core/understanding.ts'
import { isThanks } from './intent/thanks.ts'
import { fold } from './language/fold.ts'
import {
  apart,
  areClauses,
  areUnlike,
  isPlainJoint,
  isPlainlyOne,
  isSurelyOne,
  leastOf,
  namesProblem,
  offerCuts,
  splitProblems,
  type ToldTogether,
} from './problems/index.ts'
import { findReferences, withoutOurReferences } from './references.ts'

/** A place with the span of the words that name it; what the location classifier's finder gives. */
export type FoundPlace = LocationSuggestion & { readonly span: Span }

/** The classifiers that a reading is composed of. */
export interface UnderstandParts {
  readonly language: Classify<Suggestion<Language>>
  readonly safety: Classify<Suggestion<Safety>>
  readonly intent: Classify<Suggestion<Intent>>
  readonly category: Classify<Suggestion<string | null>>
  /** Which approved answer a question asks for. */
  readonly answer: Classify<Suggestion<string | null>>
  /** All places of a message, the main one first. */
  readonly findPlaces: (text: string, hints: Hints) => readonly FoundPlace[]
  /** Which services are often told together as one problem. */
  readonly toldTogether: ToldTogether
}

const nothingAsked: Suggestion<string | null> = {
  value: null,
  confidence: 0.97,
  alternatives: [],
  evidence: [],
}
const noAnswer: Suggestion<string | null> = { value: null, confidence: 1, alternatives: [], evidence: [] }

const noDanger: Suggestion<Safety> = { value: 'none', confidence: 0.97, alternatives: [], evidence: [] }

const noPlace: LocationSuggestion = {
  value: null,
  confidence: 0.97,
  alternatives: [],
  evidence: [],
  mention: null,
  needs: null,
  outside: null,
}

function placeOf(found: FoundPlace): LocationSuggestion {
  const { span: _, ...suggestion } = found
  return suggestion
}

function isNamed({ mention, span }: FoundPlace): boolean {
  return mention !== null && span[1] > span[0]
}

function isSamePlace(a: LocationSuggestion, b: LocationSuggestion): boolean {
  if (a.value && b.value)
    return a.value.address === b.value.address && a.value.lat === b.value.lat && a.value.lon === b.value.lon
  return (a.mention ?? '') === (b.mention ?? '')
}

function shift<S extends { readonly evidence: readonly Span[] }>(suggestion: S, by: number): S {
  return by === 0
    ? suggestion
    : { ...suggestion, evidence: suggestion.evidence.map(([start, end]): Span => [start + by, end + by]) }
}

interface Draft extends Problem {
  /** The place stands in the problem's own words, not in its neighbor's. */
  readonly ownPlace: boolean
}

/**
 * The place that a part names itself. Two streets of two problems read as one corner ("a hole on Elm and a light out on
 * Oak") are found anew, each in its own part.
 */
function ownPlace(
  text: string,
  [start, end]: Span,
  places: readonly FoundPlace[],
  parts: UnderstandParts,
  hints: Hints,
): FoundPlace | undefined {
  const own = places.find((place) => isNamed(place) && place.span[0] >= start && place.span[1] <= end)
  if (own && own.value?.kind !== 'intersection') return own
  const again = parts.findPlaces(text.slice(start, end), hints).find(isNamed)
  return again && { ...shift(again, start), span: [again.span[0] + start, again.span[1] + start] }
}

/** One draft problem per span; a part without a place of its own takes the message's main one. */
function draft(
  text: string,
  spans: readonly Span[],
  places: readonly FoundPlace[],
  parts: UnderstandParts,
  hints: Hints,
): readonly Draft[] {
  return spans.map((span): Draft => {
    const [start, end] = span
    const own = ownPlace(text, span, places, parts, hints)
    const place = own ?? places[0]
    return {
      span,
      category: shift(parts.category(text.slice(start, end), hints), start),
      location: place ? placeOf(place) : noPlace,
      ownPlace: own !== undefined,
    }
  })
}

/** "Another one at 40 Oak": words that only add a place speak of the service before them. */
function inherit(text: string, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((one, index) => {
    const before = drafts[index - 1]
    return one.category.value === null &&
      one.ownPlace &&
      before?.category.value &&
      !namesProblem(fold(text.slice(...one.span)).text)
      ? {
          ...one,
          category: { ...before.category, confidence: before.category.confidence * 0.9, evidence: [] },
        }
      : one
  })
}

/** A part of a message that is less sure than this of its service is no problem of its own without its own place. */
const sureAlone = 0.4
/** The same for one with its own place. */
const sureWithPlace = 0.3
const isSure = ({ value, confidence }: Suggestion<string | null>): boolean =>
  value !== null && confidence >= sureAlone

/** Whether two neighbours are two problems. */
function differ(text: string, last: Draft, next: Draft, together: ToldTogether): boolean {
  const [a, b] = [last.category, next.category]
  const joint = text.slice(last.span[1], next.span[0])
  const otherPlace = last.ownPlace && next.ownPlace && !isSamePlace(last.location, next.location)
  const says = isPlainJoint(joint) || areClauses(text.slice(...last.span), text.slice(...next.span))
  if (a.value === null || b.value === null) return otherPlace || (says && (isSure(a) || isSure(b)))
  const tells = says || !together(a.value, b.value)
  if (otherPlace && !says && Math.min(a.confidence, b.confidence) < sureWithPlace) return false
  if (otherPlace)
    return tells || (isExact(last) && isExact(next)) || (a.value !== b.value && /\p{L}/u.test(joint))
  return a.value !== b.value && tells && isSure(a) && isSure(b)
}

const isExact = ({ location }: Draft): boolean =>
  location.value?.kind === 'address' || location.value?.kind === 'intersection'

/** Joins neighbors that turn out to be one problem: the same service, or none, and no place that tells them apart. */
function merge(
  text: string,
  drafts: readonly Draft[],
  whole: (span: Span) => Draft,
  together: ToldTogether,
): readonly Draft[] {
  const out: Draft[] = []
  for (const next of drafts) {
    const last = out.at(-1)
    if (last && !differ(text, last, next, together)) out[out.length - 1] = whole([last.span[0], next.span[1]])
    else out.push(next)
  }
  return out
}

function plainProblem({ span, category, location }: Draft): Problem {
  return { span, category, location }
}

/** Cuts where both sides are surely about different services, though no word of a rule says so. */
function divided(
  text: string,
  named: readonly Span[],
  whole: Suggestion<string | null>,
  parts: UnderstandParts,
  hints: Hints,
): readonly Span[] {
  if (isSurelyOne(whole)) return []
  const spans: Span[] = []
  let start = 0
  for (const offer of offerCuts(text, named)) {
    if (isPlainlyOne(whole, offer)) continue
    const least = leastOf(whole, offer)
    const first = parts.category(text.slice(...offer.before), hints)
    if (first.value === null || first.confidence < least) continue
    const second = parts.category(text.slice(...offer.after), hints)
    if (!areUnlike(first, second, least, offer, parts.toldTogether)) continue
    spans.push([start, offer.from])
    start = offer.to
  }
  return spans.length === 0 ? [] : [...spans, [start, text.length]]
}

/** Beside its places the text has no word left: it says where and not what. */
function isOnlyPlace(text: string, places: readonly FoundPlace[]): boolean {
  const named = places.filter(isNamed)
  const rest = named.reduce(
    (left, { span: [from, to] }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
  return named.length > 0 && !/\p{L}{3}|\p{Script=Han}/u.test(rest)
}

function problemsOf(text: string, parts: UnderstandParts, hints: Hints): readonly Problem[] {
  const places = parts.findPlaces(text, hints)
  const named = places.filter(isNamed).flatMap(({ span }) => apart(text, span))
  const spans = splitProblems(text, named)
  const one = (span: Span): Draft =>
    draft(text, [span], places, parts, hints)[0] ?? {
      span,
      category: parts.category(text, hints),
      location: noPlace,
      ownPlace: false,
    }
  const read = (those: readonly Span[]): readonly Draft[] =>
    those.length < 2
      ? []
      : merge(text, inherit(text, draft(text, those, places, parts, hints)), one, parts.toldTogether)
  const drafts = read(spans)
  if (drafts.length > 1) return drafts.map(plainProblem)
  // A single problem is read with all of the text and the main place, wherever it stands.
  const category = isOnlyPlace(text, places) ? nothingAsked : parts.category(text, hints)
  const judged = read(divided(text, named, category, parts, hints))
  return judged.length > 1
    ? judged.map(plainProblem)
    : [{ span: [0, text.length], category, location: places[0] ? placeOf(places[0]) : noPlace }]
}

/** The numbers to call for help: never only a place. */
const calls = /(?<!\d)(?:911|988|112|999)(?!\d)/
/** Words that lead to a place and say nothing of what is there. */
const leads =
  /(?<!\p{L})(?:corner|corners|intersection|of|the|at|on|in|near|nearby|by|between|and|around|across|from|next|to|beside|behind|no|not|number|num|street|it|its|is|s|i|meant|y|e|en|la|el|calle|esquina|de|del|nan|ak|lari|kwen|rue|rua|na|no|st|ave|rd|please|numero|nimewo)(?!\p{L})/giu

/**
 * Only where, and not what: house numbers, streets and the words between. A bare answer to "where?" is no danger,
 * however unusual it looks.
 */
function saysOnlyWhere(text: string, parts: UnderstandParts): boolean {
  if (text.length > 120 || calls.test(text)) return false
  // Read without what we asked: then a place covers its own words only.
  const rest = parts
    .findPlaces(text, {})
    .filter(isNamed)
    .reduce(
      (left, { span: [from, to] }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
      text,
    )
  return !/[\p{L}\p{M}\p{S}!?]/u.test(rest.replace(leads, ' '))
}

/** Composes the reading of a message. Pure, synchronous and total; empty text gives every classifier's abstention. */
export function understand(parts: UnderstandParts): (text: string, hints: Hints) => Understanding {
  return (text, hints) => {
    const language = parts.language(text, hints)
    const inLanguage: Hints = hints.language ? hints : { ...hints, language: language.value }
    const intent = parts.intent(text, hints)
    const asks = intent.value === 'question' || intent.value === 'other'
    const safety = parts.safety(withoutOurReferences(text), hints)
    return {
      language,
      safety: safety.value === 'emergency' && saysOnlyWhere(text, parts) ? noDanger : safety,
      intent,
      problems: problemsOf(text, parts, inLanguage),
      answer: asks ? parts.answer(text, inLanguage) : noAnswer,
      references: findReferences(text),
      thanks: isThanks(text),
    }
  }
}
