/**
 * Comma-separated values as RFC 4180 has them, read as they come: quotes, line ends within them, CRLF, a byte order
 * mark. One row at a time in memory.
 * @module
 */

export interface CsvRow {
  /** Of its first line in the file, from 1. */
  readonly line: number
  /** Null: a quote that was opened here is not closed; the next row begins on the next line. */
  readonly cells: readonly string[] | null
}

/** No row of an address is longer; beyond, an open quote is taken for a mistake. UTF-16 units. */
const longestRow = 65_536

/** Rows of a file in the order of its lines, empty lines left out. `separator` null: the one its first line has most of. */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array>,
  separator: string | null = null,
): AsyncGenerator<readonly CsvRow[]> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let line = 1
  let between = separator
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    between ??= separatorOf(rest, false)
    if (between === null) continue
    const read = rowsIn(rest, line, between, false)
    rest = rest.slice(read.used)
    line = read.line
    if (read.rows.length > 0) yield read.rows
  }
  rest += decoder.decode()
  const read = rowsIn(rest, line, between ?? separatorOf(rest, true) ?? ',', true)
  if (read.rows.length > 0) yield read.rows
}

function separatorOf(text: string, whole: boolean): string | null {
  const end = text.search(/\r?\n/)
  if (end === -1 && !whole && text.length < longestRow) return null
  const head = end === -1 ? text : text.slice(0, end)
  const count = (mark: string): number => head.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The whole rows of a text, how much of it they took, and the line that comes next. */
function rowsIn(text: string, firstLine: number, separator: string, last: boolean) {
  const rows: CsvRow[] = []
  let at = 0
  let line = firstLine
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    if (newline === -1 && !last) break
    const end = newline === -1 ? text.length : newline
    const plain = text.slice(at, text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end)
    if (!plain.includes('"')) {
      if (plain !== '') rows.push({ line, cells: plain.split(separator) })
      at = end + 1
      line += 1
      continue
    }
    const quoted = quotedRow(text, at, separator)
    if (quoted !== null && (quoted.ended || last)) {
      rows.push({ line, cells: quoted.cells })
      line += quoted.lines
      at = quoted.next
      continue
    }
    // Not closed within this text: wait for more, as long as a row may be.
    if (!last && text.length - at < longestRow) break
    rows.push({ line, cells: null })
    at = end + 1
    line += 1
  }
  return { rows, used: Math.min(at, text.length), line }
}

interface QuotedRow {
  readonly cells: readonly string[]
  readonly next: number
  readonly lines: number
  /** A line end was seen; without one more of the row may follow. */
  readonly ended: boolean
}

/** A row with quotes, or null where one is not closed within `longestRow`. */
function quotedRow(text: string, start: number, separator: string): QuotedRow | null {
  const cells: string[] = []
  const limit = Math.min(text.length, start + longestRow)
  let at = start
  let lines = 1
  for (;;) {
    let cell = ''
    if (text[at] === '"') {
      at += 1
      for (;;) {
        const close = text.indexOf('"', at)
        if (close === -1 || close >= limit) return null
        cell += text.slice(at, close)
        at = close + 1
        if (text[at] !== '"') break
        cell += '"'
        at += 1
      }
      lines += cell.split('\n').length - 1
    }
    // What stands between a closing quote and the separator belongs to the cell, as does a quote within one.
    const rest = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at += 1
    cell += text.slice(rest, text[at] === '\n' && text[at - 1] === '\r' ? at - 1 : at)
    cells.push(cell)
    if (at >= text.length) return { cells, next: at, lines, ended: false }
    if (text[at] === '\n') return { cells, next: at + 1, lines, ended: true }
    at += 1
  }
}
