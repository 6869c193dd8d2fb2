/**
 * Whose key it is, in constant time.
 * @module
 */
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether `given` is among our keys. Compares with all of them, whichever fits. */
export function isKey(given: string, keys: readonly string[]): boolean {
  const wanted = digest(given)
  return keys.map((key) => timingSafeEqual(digest(key), wanted)).includes(true)
}
