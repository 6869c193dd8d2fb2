/**
 * The project's own labelled rows: `label<TAB>text`, one a line.
 * @module
 */
import { readFileSync } from 'node:fs'

/** One row of a table in fixtures/understanding. */
export interface Row {
  readonly label: string
  readonly text: string
}

/** Reads `fixtures/understanding/<name>.tsv`. */
export function table(name: string): readonly Row[] {
  return readFileSync(new URL(`../../fixtures/understanding/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const at = line.indexOf('\t')
      return { label: line.slice(0, at), text: line.slice(at + 1) }
    })
}

/** Rows for which `answer` differs from the label, as readable lines. */
export function misses(rows: readonly Row[], answer: (text: string) => string): readonly string[] {
  return rows
    .filter(({ label, text }) => answer(text) !== label)
    .map(({ label, text }) => `${label} > ${answer(text)}: ${text}`)
}
