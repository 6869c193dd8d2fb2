/**
 * What a geocoder's answer changes of a place that was read from a message: its point and its accuracy, or how sure
 * we are of it. Pure; the asking is done elsewhere.
 *
 * The geocoder is asked for the address as we read it, so its yes says nothing of whether we read rightly: it never
 * makes a reading surer, except where our own doubt was whether there is such an address. The figures are set by
 * hand: no live geocoder was there to fit them on.
 * @module
 */
import { metresBetween } from './geo.ts'
import type { Geocoded, GeoPoint } from './ports/geocoder.ts'
import type { Alternative, Hints, LocationSuggestion, Place, Understanding } from './understanding.ts'

export type PlaceQuestion =
  | { readonly ask: 'find'; readonly query: string; readonly near: GeoPoint | null }
  | { readonly ask: 'reverse'; readonly point: GeoPoint }
export type PlaceAnswer =
  | { readonly ask: 'find'; readonly places: readonly Geocoded[] }
  | { readonly ask: 'reverse'; readonly place: Place | null }

/**
 * `same`: nothing to change. `refined`: the same place, its point or its name is better. `found`: a place that we
 * could not read. `disagreed`: it lies elsewhere; both are kept and the resident or an agent chooses. `unknown`: the
 * geocoder has no such place, which changes nothing.
 */
export type PlaceOutcome = 'same' | 'refined' | 'found' | 'disagreed' | 'unknown'

/** Two are asked of one message at most. */
const mostQuestions = 2
/** A longer answer to "where?" is a story, and is not sent to anybody. */
const longestAnswer = 80

export const keyOf = (question: PlaceQuestion): string =>
  question.ask === 'reverse'
    ? `@${question.point.lat},${question.point.lon}`
    : `${question.query}@${question.near?.lat ?? ''},${question.near?.lon ?? ''}`

/** What to ask of a message, in order of its problems, each once. Nothing where life is in danger: that turn never waits. */
export function questionsOf(
  text: string,
  understanding: Understanding,
  hints: Hints,
): readonly PlaceQuestion[] {
  if (understanding.safety.value !== 'none') return []
  const all = understanding.problems.flatMap(
    (problem) => questionOf(problem.location, text, understanding, hints) ?? [],
  )
  return all.filter((one, at) => all.findIndex((o) => keyOf(o) === keyOf(one)) === at).slice(0, mostQuestions)
}

function questionOf(
  { value, mention, outside, doubt }: LocationSuggestion,
  text: string,
  { intent }: Understanding,
  hints: Hints,
): PlaceQuestion | null {
  // What nobody means is not made true by being there.
  if (doubt === 'invented' || doubt === 'default') return null
  // The resident has just chosen it, perhaps against the geocoder's word: they know where they stand.
  if (value !== null && hints.candidates?.some((one) => sameAddress(one, value) && isNear(one, value)))
    return null
  const near = hints.point ? { lat: hints.point.lat, lon: hints.point.lon } : null
  if (value === null) {
    const answered = hints.expecting === 'location' && outside === null && wanting.has(intent.value)
    return answered && looksLikePlace(text) ? { ask: 'find', query: text.trim(), near } : null
  }
  if (mention === null)
    return near === null ? null : { ask: 'reverse', point: { lat: value.lat, lon: value.lon } }
  return value.kind === 'address' || value.kind === 'intersection'
    ? { ask: 'find', query: value.address, near }
    : null
}
const wanting: ReadonlySet<string> = new Set(['report', 'comment', 'other', 'question'])

/** Short, one line, with two words or a figure, and nothing that looks like a way to reach somebody. */
const looksLikePlace = (text: string): boolean => {
  const said = text.trim()
  return (
    said.length <= longestAnswer &&
    /^[^\n\r@]*$/.test(said) &&
    /\p{L}/u.test(said) &&
    /\d|\S\s+\S/.test(said) &&
    said.replace(/\D/g, '').length < 7
  )
}

/** The understanding with every place checked against the answers; what has no answer stays as it was read. */
export function checked(
  text: string,
  understanding: Understanding,
  hints: Hints,
  answerTo: (question: PlaceQuestion) => PlaceAnswer | null,
): { readonly understanding: Understanding; readonly outcomes: readonly PlaceOutcome[] } {
  if (understanding.safety.value !== 'none') return { understanding, outcomes: [] }
  const outcomes: PlaceOutcome[] = []
  const problems = understanding.problems.map((problem) => {
    const question = questionOf(problem.location, text, understanding, hints)
    const answer = question === null ? null : answerTo(question)
    if (answer === null) return problem
    const { location, outcome } =
      answer.ask === 'reverse'
        ? renamed(problem.location, answer.place)
        : problem.location.value === null
          ? discovered(problem.location, text, answer.places)
          : weighed(problem.location, problem.location.value, answer.places)
    outcomes.push(outcome)
    return { ...problem, location }
  })
  return { understanding: { ...understanding, problems }, outcomes }
}

interface Weighed {
  readonly location: LocationSuggestion
  readonly outcome: PlaceOutcome
}

/** Where our doubt was the number, a known address takes half of it away, up to this. */
const knownAddress = 0.9
/** Within this an answer is of a house, or of a number that its block may have. */
const housesM = 60
/** An accuracy this many times better shows that we had guessed the point. */
const muchBetter = 2
/** Of two places told apart by nothing else, the better one's part. */
const betterShare = 0.55
/** However many there are, one reading that was contradicted is not surer than this. */
const contradicted = 0.6

function weighed(location: LocationSuggestion, value: Place, found: readonly Geocoded[]): Weighed {
  const same = found.map(({ place }) => place).filter((place) => sameAddress(place, value))
  const [nearest, ...others] = [...same].sort((a, b) => metresBetween(a, value) - metresBetween(b, value))
  if (nearest === undefined) return { location, outcome: 'unknown' }
  if (metresBetween(nearest, value) > Math.max(nearest.accuracyM, value.accuracyM))
    return { location: torn(location, value, nearest), outcome: 'disagreed' }
  if (nearest.accuracyM >= value.accuracyM) return { location, outcome: 'same' }
  const guessed = nearest.accuracyM <= housesM && value.accuracyM > nearest.accuracyM * muchBetter
  // A guess so wide that it holds several houses of that number tells none of them.
  const rivals = others.filter(
    (place) => metresBetween(place, value) <= value.accuracyM && !isNear(place, nearest),
  )
  if (rivals.length > 0) return { location: among(location, [nearest, ...rivals]), outcome: 'found' }
  const confidence = guessed
    ? Math.max(location.confidence, Math.min(knownAddress, (1 + location.confidence) / 2))
    : location.confidence
  return {
    location: {
      ...(guessed ? withoutNumberDoubt(location) : location),
      value: { ...nearest, address: value.address },
      confidence,
      alternatives: within(location.alternatives, 1 - confidence),
    },
    outcome: 'refined',
  }
}

/** There is such a number. */
function withoutNumberDoubt({ doubt, needs, ...location }: LocationSuggestion): LocationSuggestion {
  return {
    ...location,
    needs: needs === 'number' ? null : needs,
    ...(doubt !== undefined && doubt !== 'number' && { doubt }),
  }
}

/** One of these, and the resident says which. */
function among(location: LocationSuggestion, places: readonly Place[]): LocationSuggestion {
  const confidence = unread / places.length
  const [first, ...rest] = places.map((value) => ({ value, confidence }))
  return {
    ...withoutNumberDoubt(location),
    value: first?.value ?? location.value,
    confidence,
    alternatives: rest,
    needs: rest.some(({ value }) => value.neighborhood !== first?.value.neighborhood) ? 'neighborhood' : null,
  }
}

/** Both places, the more exact one first; a question by neighborhood where that tells them apart. */
function torn(location: LocationSuggestion, value: Place, other: Place): LocationSuggestion {
  const [first, second] = other.accuracyM < value.accuracyM ? [other, value] : [value, other]
  const sum = Math.min(contradicted, location.confidence)
  const rest = location.alternatives.filter(({ value: a }) => ![first, second].some((p) => isNear(p, a)))
  const apart =
    first.neighborhood !== null && second.neighborhood !== null && first.neighborhood !== second.neighborhood
  return {
    ...location,
    value: first,
    confidence: sum * betterShare,
    alternatives: within(
      [{ value: second, confidence: sum * (1 - betterShare) }, ...rest],
      1 - sum * betterShare,
    ),
    needs: apart ? 'neighborhood' : null,
  }
}

/** A place nobody confirmed is asked as yes or no. */
const unread = 0.6
/** Worse fits are no reading of an answer. */
const goodFit = 0.9
/** What fits nearly as well could be meant too. */
const nearlyAsGood = 0.05

/** The answer to "where?" in words that we could not read. */
function discovered(location: LocationSuggestion, text: string, found: readonly Geocoded[]): Weighed {
  const exact = found.filter(
    ({ place, score }) => score >= goodFit && place.kind !== 'neighborhood' && place.kind !== 'street',
  )
  const [best] = exact
  if (best === undefined) return { location, outcome: 'unknown' }
  const others = exact
    .slice(1)
    .filter(({ place, score }) => best.score - score <= nearlyAsGood && !isNear(place, best.place))
  return {
    location: {
      ...among(location, [best.place, ...others.map(({ place }) => place)]),
      evidence: [[0, text.length]],
      mention: text,
    },
    outcome: 'found',
  }
}

/** The address of a photo's or pin's point; the point itself stays. */
function renamed(location: LocationSuggestion, found: Place | null): Weighed {
  const { value } = location
  if (value === null || found === null || metresBetween(value, found) > farthestNameM)
    return { location, outcome: 'unknown' }
  if (value.kind === found.kind && value.address === found.address) return { location, outcome: 'same' }
  return {
    location: { ...location, value: { ...value, kind: found.kind, address: found.address } },
    outcome: 'refined',
  }
}
/** The next house is nearer than this, and the next street mostly farther. */
const farthestNameM = 60

/** Nearer than this, two places are one. */
const isNear = (a: GeoPoint, b: GeoPoint): boolean => metresBetween(a, b) < 200

/** The same address by its letters: a corner in either order, a number within a range of numbers. */
function sameAddress(a: Place, b: Place): boolean {
  if (a.kind !== b.kind) return false
  const [one, other] = [a, b].map(({ address }) => partsOf(address))
  return (
    one !== undefined &&
    other !== undefined &&
    one.streets === other.streets &&
    one.low <= other.high &&
    other.low <= one.high
  )
}

function partsOf(address: string): { readonly low: number; readonly high: number; readonly streets: string } {
  const [, low = '0', high = low, rest = ''] =
    /^(?:(\d{1,6})[a-z]?(?:-(\d{1,6})[a-z]?)? )?(.*)$/is.exec(address) ?? []
  return {
    low: Number(low),
    high: Number(high),
    streets: rest.toLowerCase().split(' & ').sort().join(' & '),
  }
}

/** Alternatives made smaller together so that they sum to `most` at most. */
function within(
  alternatives: readonly Alternative<Place | null>[],
  most: number,
): Alternative<Place | null>[] {
  const sum = alternatives.reduce((total, { confidence }) => total + confidence, 0)
  const by = sum > most ? most / sum : 1
  return alternatives.map(({ value, confidence }) => ({ value, confidence: confidence * by }))
}
