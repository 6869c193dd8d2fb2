/**
 * Texts that file exactly one request each: chosen by asking the classifiers, so that a drill fails over lost
 * messages and never over words.
 * @module
 */
import { bostonPolicy } from '../../src/app/city.ts'
import { understandBoston } from '../../src/app/understanding.ts'

const problems = [
  'pothole at',
  'huge pothole in the street at',
  'deep pothole in front of',
  'graffiti on the wall at',
  'the street light is out at',
  'dead raccoon in the road at',
  'abandoned car at',
]
const streets = [
  'Centre St Jamaica Plain',
  'Blue Hill Ave Mattapan',
  'Dorchester Ave Dorchester',
  'Elm St Jamaica Plain',
  'Warren St Roxbury',
  'Adams St Dorchester',
  'Hyde Park Ave Hyde Park',
  'Beacon St Back Bay',
]

/** House numbers 10 to 799, those far from one another first. */
const numbers = [0, 1, 2].flatMap((offset) => Array.from({ length: 263 }, (_, i) => 10 + offset + 3 * i))

/** `count` of them. Throws where the classifiers are sure of fewer. */
export function sureReports(count: number): readonly string[] {
  const understand = understandBoston()
  const { categoryAccept, locationAccept, intentAt, emergencyAt } = bostonPolicy
  const texts: string[] = []
  for (const number of numbers) {
    if (texts.length >= count) break
    for (const [index, street] of streets.entries()) {
      const text = `${problems[(number + index) % problems.length]} ${number} ${street}`
      const { problems: found, intent, safety } = understand(text, { channel: 'sms' })
      const [problem, ...others] = found
      if (problem === undefined || others.length > 0) continue
      const { category, location } = problem
      const service = bostonPolicy.services.get(category.value ?? '')
      const sure =
        service?.review === 'never' &&
        !service.details.some((detail) => detail.required) &&
        category.confidence >= categoryAccept + 0.02 &&
        location.value?.kind === 'address' &&
        location.needs === null &&
        location.confidence >= locationAccept + 0.02 &&
        intent.value === 'report' &&
        intent.confidence >= intentAt &&
        (safety.value === 'none' || safety.confidence < emergencyAt / 2)
      if (sure && texts.length < count) texts.push(text)
    }
  }
  if (texts.length < count) throw new Error(`the classifiers are sure of ${texts.length} texts, not ${count}`)
  return texts
}
