/**
 * Proof of work: a little computing by the browser before it sends, too little for one resident to notice and too much
 * for whoever sends thousands. Instead of somebody else's riddles about pictures.
 * @module
 */
import { createHash } from 'node:crypto'

/** Leading zero bits of SHA-256: about four thousand tries. The page's script has the same figure. */
export const workBits = 12

/** What the page's script finds: the first number whose hash begins with enough zeros. Some milliseconds. */
export function workFor(token: string, id: string): string {
  for (let work = 0; ; work += 1) if (isWork(token, id, String(work))) return String(work)
}

/** Whether SHA-256 of `token:id:work` begins with enough zeros. */
export function isWork(token: string, id: string, work: string): boolean {
  if (!/^\d{1,12}$/.test(work)) return false
  const [first = 255, second = 255] = createHash('sha256').update(`${token}:${id}:${work}`).digest()
  return ((first << 8) | second) >> (16 - workBits) === 0
}
