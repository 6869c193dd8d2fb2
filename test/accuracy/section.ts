/**
 * What every part of the accuracy report is made of: counted shares with their intervals, bounds that must hold,
 * tables in Markdown.
 * @module
 */

/** One part of `docs/accuracy.md`. */
export interface Section {
  readonly title: string
  /** Markdown that stands below the title; its own headings begin at `###`. */
  readonly markdown: string
  /** What must hold; `npm run accuracy` ends with code 1 where something does not. */
  readonly bounds: readonly Bound[]
  /** SVG by file name, written to `docs/accuracy/`. */
  readonly figures?: Readonly<Record<string, string>>
}

/** One figure with the least or most that is wanted of it. Shares are 0…1. */
export interface Bound {
  readonly name: string
  readonly value: number
  readonly atLeast?: number
  readonly atMost?: number
  /** How many cases it was counted on; null where it is no share of cases. */
  readonly of: number | null
}

export const holds = ({ value, atLeast, atMost }: Bound): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)

/** Wilson score interval of a share at 95 %: `[low, high]`, each 0…1. Source: Wilson 1927, JASA 22. */
export const wilson = (right: number, of: number): readonly [number, number] => {
  if (of === 0) return [0, 1]
  const z = 1.959964
  const p = right / of
  const scale = 1 + (z * z) / of
  const middle = (p + (z * z) / (2 * of)) / scale
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / scale
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)} %`

/** `95.3 % (94.2–96.2)`: a share with its 95 % interval; `–` where nothing was counted. */
export const share = (right: number, of: number): string => {
  if (of === 0) return '–'
  const [low, high] = wilson(right, of)
  return `${percent(right / of)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`
}

export const count = (n: number): string => n.toLocaleString('en-US')

/** A Markdown table; columns after the first are right-aligned. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
