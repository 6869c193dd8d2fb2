import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { bostonPolicy } from '../../src/app/city.ts'
import { understandBoston } from '../../src/app/understanding.ts'
import type { Case } from './tables.ts'

const classify = safetyClassifier()

/** Whether the safety classifier takes a text for danger. */
export const isAlarm = (text: string): boolean => classify(text, {}).value !== 'none'

/**
 * Whether a resident hears of 911 at once. An open manhole is a service of its own that half a certainty is enough
 * for, so its words are no danger to the safety classifier.
 */
export function isTold({ kind, text }: Case): boolean {
  if (kind !== 'manhole') return isAlarm(text)
  const category = understandBoston()(text, {}).problems[0]?.category
  const service = bostonPolicy.services.get(category?.value ?? '')
  return service?.review === 'emergency' && (category?.confidence ?? 0) >= bostonPolicy.categoryConfirm
}
