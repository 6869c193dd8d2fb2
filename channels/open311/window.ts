/**
 * How long the same words from the same device are the same request.
 * @module
 */

/** Longer than phones try again by themselves, shorter than anyone reports the same thing anew. */
export const sameWithinMs = 10 * 60_000
const mostKept = 5_000

/**
 * The slot of time that a request with this hash falls into. What came before within ten minutes lends its slot, in
 * this process; between processes the clock's own slots count, so that at an edge a second one may be filed, and
 * never is one lost.
 */
export function slotOf(): (hash: string, now: number) => number {
  const seen = new Map<string, { readonly at: number; readonly slot: number }>()
  return (hash, now) => {
    for (const [key, { at }] of seen) {
      if (now - at < sameWithinMs && seen.size <= mostKept) break
      seen.delete(key)
    }
    const before = seen.get(hash)
    if (before !== undefined && now - before.at < sameWithinMs) return before.slot
    const slot = Math.floor(now / sameWithinMs)
    seen.set(hash, { at: now, slot })
    return slot
  }
}
