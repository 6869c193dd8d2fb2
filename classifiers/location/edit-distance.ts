/** Bounded edit distance for misspelled names. @module */

const rows: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(64),
  new Uint8Array(64),
  new Uint8Array(64),
]

/**
 * Optimal string alignment distance (insert, delete, replace, swap of neighbors) of two words under 60
 * letters, or `max + 1` as soon as it must exceed `max`.
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max || a.length > 60 || b.length > 60) return max + 1
  let [two, one, now] = rows
  for (let j = 0; j <= b.length; j++) one[j] = j
  for (let i = 1; i <= a.length; i++) {
    now[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((one[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (one[j - 1] ?? 0) + (same ? 0 : 1))
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (two[j - 2] ?? 0) + 1)
      }
      now[j] = cost
      if (cost < least) least = cost
    }
    if (least > max) return max + 1
    ;[two, one, now] = [one, now, two]
  }
  return one[b.length] ?? max + 1
}
