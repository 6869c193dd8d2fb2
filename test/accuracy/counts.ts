/**
 * Counting right answers by group.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'

/** `[right, of]` by group, in the order the groups came. */
export type Counts = Map<string, readonly [right: number, of: number]>

export function tally<T>(
  rows: readonly T[],
  group: (row: T) => string,
  isRight: (row: T) => boolean,
): Counts {
  const counts: Counts = new Map()
  for (const row of rows) {
    const [right, of] = counts.get(group(row)) ?? [0, 0]
    counts.set(group(row), [right + (isRight(row) ? 1 : 0), of + 1])
  }
  return counts
}

export const of = (counts: Counts, name: string): readonly [number, number] => counts.get(name) ?? [0, 0]

/** Rows of a JSON lines file, or none where the file is not there. */
export function jsonLines(path: string): readonly Readonly<Record<string, unknown>>[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Readonly<Record<string, unknown>> => JSON.parse(line))
}

/** Cells of a tab-separated file without its head line, or none where the file is not there. */
export function tabLines(path: string): readonly (readonly string[])[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
}
