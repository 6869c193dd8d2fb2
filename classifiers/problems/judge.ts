/**
 * Whether the services of two neighbouring parts make them two problems.
 * @module
 */
import type { Suggestion } from '../../src/core/understanding.ts'
import type { Joint, Offer } from './offers.ts'

/** Whether two services are often told together as one problem. */
export type ToldTogether = (one: string, other: string) => boolean

type Service = Suggestion<string | null>

/** From this on the whole message is plainly about one service, unless a joint says that something else follows. */
const plainlyOne: Readonly<Record<Joint, number>> = {
  plain: 0.97,
  line: 0.95,
  clause: 0.95,
  and: 0.9,
  comma: 0.9,
  sentence: 0.9,
}
/** From this on both sides must be very sure too. */
const ratherOne = 0.82
const verySure = 0.85
/** The same where each side names another place. */
const plainlyOnePlaced = 0.97
/**
 * How sure the category of each side must be, by what joins them, and where each names another place. Chosen so
 * that, with the cuts of the rules, fewer than 7 in 1000 of the City's own single requests are divided.
 */
const sides: Readonly<Record<Joint, number>> = {
  plain: 0.4,
  line: 0.5,
  clause: 0.45,
  and: 0.5,
  comma: 0.75,
  sentence: 0.8,
}
const placedSides: Readonly<Record<Joint, number>> = {
  plain: 0.3,
  line: 0.4,
  clause: 0.4,
  and: 0.42,
  comma: 0.5,
  sentence: 0.5,
}
/** So much less sure may they be where the words name two kinds of problem. */
const named = 0.1
/** A side that may as well be what the other is, is more of the same. */
const kinship = 0.03
const placedKinship = 0.14

/** Services told together are two problems where the text says so and both sides are as sure as this. */
const sureTogether = 0.6

/** Whether a message is so plainly of this service that no cut needs a look. */
export const isSurelyOne = ({ value, confidence }: Service): boolean =>
  value !== null && confidence >= plainlyOnePlaced

/** Whether a message of this service needs no look at this cut. */
export function isPlainlyOne(whole: Service, { joint, isPlaced }: Offer): boolean {
  return whole.value !== null && whole.confidence >= (isPlaced ? plainlyOnePlaced : plainlyOne[joint])
}

/** How sure each side of a cut must be of its service. */
export function leastOf(whole: Service, { joint, isPlaced, isNamed, isShort }: Offer): number {
  const wanted = (isPlaced ? placedSides : sides)[joint]
  const least = isNamed ? Math.max(0.3, wanted - named) : wanted
  const isBare = joint !== 'plain' && joint !== 'line' && joint !== 'clause' && !isPlaced
  if (isBare && isShort) return verySure
  return isBare && whole.value !== null && whole.confidence >= ratherOne ? Math.max(least, verySure) : least
}

/** Whether the sides of a cut are surely of services that have nothing to do with each other. */
export function areUnlike(
  a: Service,
  b: Service,
  least: number,
  offer: Offer,
  together: ToldTogether,
): boolean {
  const most = offer.isPlaced ? placedKinship : kinship
  const shares = (one: Service, value: string | null): boolean =>
    one.alternatives.some((other) => other.value === value && other.confidence >= most)
  return (
    a.value !== null &&
    b.value !== null &&
    a.value !== b.value &&
    a.confidence >= least &&
    b.confidence >= least &&
    !shares(a, b.value) &&
    !shares(b, a.value) &&
    (offer.isPlaced ||
      !together(a.value, b.value) ||
      ((offer.joint === 'plain' || (offer.joint === 'clause' && offer.isNamed)) &&
        Math.min(a.confidence, b.confidence) >= sureTogether))
  )
}
