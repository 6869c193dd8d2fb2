/** Weighs what a mention may mean against the rest of the message, and says how sure that is. @module */
import type { Hints, LocationSuggestion, Place } from '../../src/core/understanding.ts'
import type { Candidate } from './candidates.ts'
import type { Found } from './combine.ts'
import { accuracyOf, confidenceOf, type Signs } from './confidence.ts'
import type { Gazetteer } from './gazetteer.ts'
import { metresBetween, type Point } from './geometry.ts'
import type { Scan } from './scan.ts'

/** A place named in a text: the suggestion, the words' span and what ranks it. */
export interface ResolvedPlace extends LocationSuggestion {
  readonly span: readonly [number, number]
}

/** A resolved mention with what its confidence was read from. */
export interface Resolved {
  readonly place: ResolvedPlace
  readonly signs: Signs
}

export interface Context {
  readonly text: string
  readonly scanned: Scan
  readonly found: readonly Found[]
  readonly hints: Hints
  readonly gazetteer: Gazetteer
}

/** Candidates nearer than this are one place told twice. */
const sameM = 200
/** Parts of one park stand under one name. */
const samePlaceM = 1500

interface Weighed extends Candidate {
  readonly neighborhood: string | null
  readonly zip: string | null
}

/** Weighs the candidates of one mention and makes the suggestion. Null where none lies in the city. */
export function resolve(found: Found, context: Context): Resolved | null {
  const { gazetteer, scanned } = context
  const named = areasFor(found, scanned)
  const near = pointsNear(found, context)
  const alone = found.candidates.length === 1
  const nearestM = Math.min(
    ...found.candidates.flatMap((candidate) =>
      named.map((name) => gazetteer.areas.distance(name, candidate)),
    ),
  )
  const weighed = found.candidates
    .map((candidate): Weighed => {
      const area = gazetteer.at(candidate)
      const inCity = area.neighborhood === null ? 0.05 : alone ? 1 : reportingNear(candidate, gazetteer)
      const weight =
        candidate.weight *
        inCity *
        areaFactor(candidate, named, gazetteer, nearestM) *
        nearFactor(candidate, near, context.hints) *
        besideFactor(candidate, found, gazetteer)
      return { ...candidate, ...area, weight }
    })
    .sort((a, b) => b.weight - a.weight)
  const merged: Weighed[] = []
  for (const candidate of weighed) {
    const at = merged.findIndex((other) => {
      const reach = other.kind === 'place' && other.address === candidate.address ? samePlaceM : sameM
      return other.kind === candidate.kind && metresBetween(other, candidate) < reach
    })
    const same = merged[at]
    if (same) merged[at] = { ...same, weight: same.weight + candidate.weight }
    else merged.push(candidate)
  }
  merged.sort((a, b) => b.weight - a.weight)
  const total = merged.reduce((sum, candidate) => sum + candidate.weight, 0)
  const [best, second] = merged
  if (!best || total <= 0) return null
  const share = best.weight / total
  const agrees = context.hints.point ? metresBetween(context.hints.point, best) < 250 : false
  const signs: Signs = {
    match: best.match,
    share,
    spreadM: best.spreadM,
    suffixed: found.suffixed,
    edits: found.edits,
    fit: best.fit,
    area:
      named.length === 0
        ? 'unsaid'
        : areaFactor(best, named, gazetteer, nearestM) >= 0.5
          ? 'agrees'
          : 'differs',
    agrees,
  }
  const sure = confidenceOf(signs)
  const scale = Math.min(sure / Math.max(share, 1e-9), (1 - sure) / Math.max(1 - share, 1e-9))
  const rest = merged.slice(1, 6).filter((candidate) => candidate.weight / total > 0.02)
  const start = scanned.tokens[found.from]?.start ?? 0
  const end = scanned.tokens[found.to - 1]?.end ?? 0
  const doubt = best.match === 'outside' ? 'number' : signs.area === 'differs' ? 'neighborhood' : null
  const wide = best.match === 'street' ? reachOf(merged, total) : 0
  const place: ResolvedPlace = {
    value: placeOf(best, wide),
    confidence: round(sure),
    alternatives: rest.map((candidate) => ({
      value: placeOf(candidate),
      confidence: round(scale * (candidate.weight / total)),
    })),
    evidence: found.evidence,
    mention: context.text.slice(start, end),
    needs: best.match === 'outside' ? 'number' : needOf(best, second, share, total),
    outside: null,
    span: [start, end],
    ...(doubt ? { doubt } : {}),
  }
  return { place, signs }
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/**
 * The radius around the best that holds nine tenths of what a street's name may mean, its other stretches and
 * namesakes with their weights. Metres.
 */
function reachOf(merged: readonly Weighed[], total: number): number {
  const [best] = merged
  if (!best) return 0
  let held = 0
  for (const { weight, metres } of merged
    .map((candidate) => ({
      weight: candidate.weight,
      metres: metresBetween(best, candidate) + accuracyOf(candidate.match, candidate.spreadM) * 0.5,
    }))
    .sort((a, b) => a.metres - b.metres)) {
    held += weight / total
    if (held >= 0.9) return Math.round(metres)
  }
  return 0
}

function placeOf(candidate: Weighed, leastM = 0): Place {
  return {
    kind: candidate.kind,
    address: candidate.address,
    neighborhood: candidate.neighborhood,
    zip: candidate.zip,
    lat: Math.round(candidate.lat * 1e5) / 1e5,
    lon: Math.round(candidate.lon * 1e5) / 1e5,
    accuracyM: Math.max(leastM, accuracyOf(candidate.match, candidate.spreadM)),
  }
}

/** A street on the line between two neighborhoods is reported from both sides. */
const sideM = 60

function reportingNear(point: Point, { areas, words }: Gazetteer): number {
  return Math.max(0, ...areas.near(point, sideM).map((name) => words.reporting[name] ?? 1))
}

/** Below this share the resident is asked which neighborhood. */
const shareToKnow = 0.65
/** A street whose points spread further needs a number. */
const findableM = 150

function needOf(
  best: Weighed,
  second: Weighed | undefined,
  share: number,
  total: number,
): LocationSuggestion['needs'] {
  const rival = second && second.weight / total > 0.1 ? second : undefined
  const elsewhere = rival !== undefined && rival.neighborhood !== best.neighborhood
  if (best.match === 'street') {
    const other = elsewhere && metresBetween(best, rival) > best.spreadM + rival.spreadM + 300
    if (other && share < shareToKnow) return 'neighborhood'
    return best.spreadM > findableM ? 'number' : null
  }
  return elsewhere && share < shareToKnow ? 'neighborhood' : null
}

/** Areas of the text that speak of this mention: one right behind it, else all. */
function areasFor(found: Found, { areas }: Scan): readonly string[] {
  const right = areas.filter((area) => area.from >= found.to && area.from - found.to <= 2)
  return (right.length > 0 ? right : areas).map((area) => area.name)
}

/** Off a neighborhood's line by this much is in it. */
const edgeM = 60

/**
 * 1 where the candidate lies in a named area, falling with distance. Where none does, the
 * postal district of the street table counts for the nearest: much of "Dorchester" lies in Roxbury.
 */
function areaFactor(
  candidate: Candidate,
  named: readonly string[],
  gazetteer: Gazetteer,
  nearestM: number,
): number {
  if (named.length === 0) return 1
  let best = 0.01
  for (const name of named) {
    const distance = gazetteer.areas.distance(name, candidate)
    const listed =
      nearestM >= edgeM &&
      distance < Math.min(2500, nearestM + 400) &&
      candidate.street !== null &&
      districtHolds(candidate, name, gazetteer)
    const factor =
      distance < edgeM || listed
        ? 1
        : distance < 400
          ? 0.6
          : distance < 1000
            ? 0.2
            : distance < 2000
              ? 0.06
              : 0.01
    if (factor > best) best = factor
  }
  return best
}

function districtHolds(candidate: Candidate, name: string, { words }: Gazetteer): boolean {
  const number = Number(/^\d+/.exec(candidate.address)?.[0] ?? 0)
  return (
    candidate.street?.ranges.some(
      (range) =>
        number >= range.low && number <= range.high && (words.districts[range.district] ?? []).includes(name),
    ) === true
  )
}

/** Points of other mentions in the text that are sure enough to say which of several is meant. */
function pointsNear(found: Found, { found: all }: Context): readonly Point[] {
  return all
    .filter(
      (other) =>
        other !== found && other.candidates.length <= 2 && other.candidates[0]?.kind !== 'neighborhood',
    )
    .flatMap((other) => other.candidates.slice(0, 1))
    .slice(0, 4)
}

/** A street that the text puts beside this one passes near the right candidate. */
function besideFactor(candidate: Candidate, { near = [] }: Found, { streets }: Gazetteer): number {
  let least = Number.POSITIVE_INFINITY
  for (const { street } of near)
    for (const point of streets.northward(street)) least = Math.min(least, metresBetween(point, candidate))
  return least < 250 ? 25 : least < 600 ? 8 : 1
}

function nearFactor(candidate: Candidate, near: readonly Point[], hints: Hints): number {
  let factor = 1
  for (const point of near) {
    const apart = metresBetween(point, candidate)
    if (apart < 400) factor *= 3
    else if (apart < 1000) factor *= 1.5
  }
  if (hints.point) {
    const apart = metresBetween(hints.point, candidate)
    const far = Math.max(200, hints.point.accuracyM * 2)
    factor *= apart < far ? 50 : apart < far * 5 ? 8 : 1
  }
  return factor
}
