/**
 * House numbers of one street name, split into the runs that were numbered together: `Washington St`
 * is many streets of that name, each counting from its own start.
 * @module
 */

/** A house number seen at a point; `lat`/`lon` in 1e-5 degrees. */
export interface NumberedPoint {
  readonly number: number
  readonly lat: number
  readonly lon: number
}

/** Metres between two points given in 1e-5 degrees, flat-earth at Boston's latitude (42.3 N). */
export function metres(a: NumberedPoint, b: NumberedPoint): number {
  return Math.hypot((a.lat - b.lat) * 1.112, (a.lon - b.lon) * 0.823)
}

/** Runs of numbers that lie near one another, each sorted by number; stray points are left out. */
export function numberSystems(
  points: readonly NumberedPoint[],
  ranges: readonly (readonly [number, number])[],
): readonly (readonly NumberedPoint[])[] {
  const sorted = [...points].sort((a, b) => a.number - b.number)
  const parent = sorted.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  sorted.forEach((p, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const q = sorted[j]
      if (!q || q.number - p.number > 120) break
      if (metres(p, q) <= 80 + 12 * (q.number - p.number)) parent[root(j)] = root(i)
    }
  })
  const groups = new Map<number, NumberedPoint[]>()
  sorted.forEach((point, i) => {
    const group = groups.get(root(i))
    if (group) group.push(point)
    else groups.set(root(i), [point])
  })
  return joinEnds([...groups.values()])
    .filter((system, _, all) => !isStray(system, all, ranges))
    .map(withoutJumps)
}

/** Two runs are one street where the second begins near where the first ends. */
function joinEnds(runs: NumberedPoint[][]): NumberedPoint[][] {
  const all = [...runs].sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0))
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      const left = all[i]
      const end = left?.at(-1)
      const start = all[j]?.[0]
      if (!left || !end || !start || end.number >= start.number) continue
      const gap = start.number - end.number
      const apart = metres(end, start)
      if (gap > 400 || apart > 1500 || apart > 150 + 9 * gap) continue
      left.push(...(all[j] ?? []))
      all.splice(j, 1)
      j = i
    }
  }
  return all
}

/** One or two points inside the numbers of a much longer run, with no official range of their own. */
function isStray(
  system: readonly NumberedPoint[],
  all: readonly (readonly NumberedPoint[])[],
  ranges: readonly (readonly [number, number])[],
): boolean {
  if (system.length > 2) return false
  const number = system[0]?.number ?? 0
  const covering = ranges.filter(([low, high]) => low <= number && number <= high).length
  const bigger = all.filter(
    (other) =>
      other.length >= 5 &&
      (other[0]?.number ?? 0) - 10 <= number &&
      number <= (other.at(-1)?.number ?? 0) + 10,
  ).length
  return bigger > 0 && covering <= bigger
}

/** Drops a point that lies far from both neighbors while they lie near each other: a wrong geocode. */
function withoutJumps(system: readonly NumberedPoint[]): readonly NumberedPoint[] {
  return system.filter((point, index) => {
    const before = system[index - 1]
    const after = system[index + 1]
    if (!before || !after || after.number - before.number > 100) return true
    const across = metres(before, after)
    return across > 200 || Math.min(metres(before, point), metres(point, after)) < 250 + across
  })
}
