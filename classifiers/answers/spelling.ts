/**
 * The known word that an unknown one was meant to be, by the runs of letters they share.
 * @module
 */

/** Shorter words have too few letters to tell a slip from another word. */
const leastLetters = 5
/** Share of letter runs that two spellings of one word have in common, at least (Dice). */
const leastShared = 0.5

const runsOf = (word: string): readonly string[] => {
  const padded = `^${word}$`
  return [...new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)))]
}

/** Letters to add, drop, change or swap with the next one: one in a short word, two in a long one. */
const slips = (word: string): number => (word.length < 8 ? 1 : 2)

/** Damerau's distance (Communications of the ACM 7, 1964), neighbors swapped once. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** Latin letters only: in other scripts a run of letters says little. */
const spelled = /^[a-z]+$/

/** Looks words up among `known`; gives the word itself where none is near. Remembers nothing between calls. */
export function speller(known: Iterable<string>): (word: string) => string {
  const words = [...new Set(known)].filter((word) => word.length >= leastLetters && spelled.test(word))
  const all = new Set(known)
  const runs = words.map((word) => runsOf(word).length)
  const holders = new Map<string, number[]>()
  for (const [at, word] of words.entries())
    for (const run of runsOf(word)) {
      const list = holders.get(run)
      if (list === undefined) holders.set(run, [at])
      else list.push(at)
    }
  return (word) => {
    if (all.has(word) || word.length < leastLetters || word.length > 24 || !spelled.test(word)) return word
    const own = runsOf(word)
    const shared = new Map<number, number>()
    for (const run of own) for (const at of holders.get(run) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    let best = word
    let most = leastShared
    for (const [at, count] of shared) {
      const other = words[at] ?? ''
      // A slip of the finger rarely takes the first letter.
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > 2) continue
      const dice = (2 * count) / (own.length + (runs[at] ?? 0))
      if (dice > most && distance(word, other) <= slips(word)) {
        most = dice
        best = other
      }
    }
    return best
  }
}
