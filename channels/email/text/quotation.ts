/**
 * What is new in a mail, without what it answers and without signatures. Works on lines and never throws.
 * @module
 */
import {
  dashes,
  dated,
  forwardMarks,
  headerIn,
  introduces,
  isBareIntro,
  isOddIntro,
  leave,
  originalMarks,
  replyAbove,
  sentFrom,
  wrote,
} from './words.ts'

/** Longest text that is looked at, characters and lines; what is longer is in the original. */
const mostChars = 100_000
const mostLines = 3_000
/** Longest end of an introduction: the word and a name behind it. */
const longestEnd = 140
/** An introduction is wrapped over so many lines at most. */
const introLines = 5
/** A header block of a quotation has its lines this close together. */
const blockLines = 8

/**
 * The new text of a mail. `isForward`: its subject says that it was passed on, so that what follows a header block
 * is the report.
 */
export function newText(text: string, isForward = false): string {
  const lines = text
    .slice(0, mostChars)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .slice(0, mostLines)
    .map((line) => (line.length > 5_000 ? line.slice(0, 5_000) : line))
  const mark = lines.findIndex((line) => forwardMarks.test(bare(line)))
  if (mark >= 0) return joined(fresh(lines.slice(0, mark)), forwarded(lines.slice(mark + 1)))
  if (isForward) {
    const block = lines.findIndex((_, at) => isHeaderBlock(lines, at))
    if (block >= 0) return joined(fresh(withoutRule(lines.slice(0, block))), forwarded(lines.slice(block)))
    const quoted = lines.map((line) => line.replace(/^\s{0,3}>\s?/, ''))
    return trimmed(withoutSignature(quoted))
  }
  const cut = fresh(lines)
  // Nothing but a quotation: somebody wrote inside it, or marks their own words. Better too much than nothing.
  return cut === ''
    ? trimmed(withoutSignature(lines.map((line) => line.replace(/^(?:\s{0,3}>){1,10}\s?/, ''))))
    : cut
}

/** Without invisible characters and odd spaces, to look at. */
const bare = (line: string): string =>
  line
    .slice(0, 2_000)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trim()

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n')

/** The new lines above, between and below quotations. */
function fresh(lines: readonly string[]): string {
  const kept: string[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const seen = bare(line)
    if (replyAbove.test(seen) || originalMarks.test(seen) || isHeaderBlock(lines, at)) break
    const intro = introAt(lines, at)
    if (intro > 0) {
      const next = firstSaid(lines, at + intro)
      // Without marks of a quotation there is no telling where it ends.
      if (next === -1 || !isQuoted(lines[next] ?? '')) break
      at = next
      continue
    }
    if (!isQuoted(line) && !isWrapped(lines, at)) kept.push(line)
    else if (kept.at(-1) !== skipped) kept.push(skipped)
    at += 1
  }
  return trimmed(withoutSignature(withoutRule(kept)))
}

/** Stands where a quotation was left out. */
const skipped = '\0'

/** The end of a long quoted line that was wrapped without its mark. */
function isWrapped(lines: readonly string[], at: number): boolean {
  const [before = '', after = ''] = [lines[at - 1], lines[at + 1]]
  return isQuoted(before) && before.length >= 65 && isQuoted(after) && bare(lines[at] ?? '') !== ''
}

const isQuoted = (line: string): boolean => /^\s{0,3}(?:>|\|\s)/.test(line)
const firstSaid = (lines: readonly string[], from: number): number => {
  for (let at = from; at < lines.length; at += 1) if (bare(lines[at] ?? '') !== '') return at
  return -1
}

/** How many lines from here introduce a quotation; 0: none do. */
function introAt(lines: readonly string[], at: number): number {
  const first = bare(lines[at] ?? '')
  if (first === '') return 0
  let whole = ''
  for (let count = 1; count <= introLines && at + count <= lines.length; count += 1) {
    const seen = bare(lines[at + count - 1] ?? '')
    if (seen === '') return 0
    whole = `${whole} ${seen}`.trim().slice(0, 1_500)
    if (count <= 2 && (isBareIntro(whole) || isOddIntro(whole))) return count
    if (!/[:：*-]$/.test(whole) || !wrote.test(whole.slice(-longestEnd))) continue
    const last = lines[at + count]
    const quotes = last !== undefined && isQuoted(lines[firstSaid(lines, at + count)] ?? '')
    if (introduces.test(first) && (dated.test(whole) || quotes)) return count
    if (count === 1 && dated.test(whole)) return count
    if (count === 1 && quotes && whole.length < 120) return count
  }
  return 0
}

/** "From: … Sent: … Subject: …" as Outlook writes it. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = headerIn(bare(lines[at] ?? ''))
  if (first === null || (first.kind !== 'from' && first.kind !== 'date')) return false
  const kinds = new Set<string>([first.kind])
  for (let next = at + 1; next < Math.min(lines.length, at + blockLines); next += 1) {
    const header = headerIn(bare(lines[next] ?? ''))
    if (header !== null) kinds.add(header.kind)
  }
  return kinds.has('from') && kinds.size >= 3
}

/** What was passed on: its own subject and text, without its headers, its quotations and its signature. */
function forwarded(lines: readonly string[]): string {
  const start = firstSaid(lines, 0)
  if (start === -1) return ''
  const plain = isQuoted(lines[start] ?? '') ? lines.map((line) => line.replace(/^\s{0,3}>\s?/, '')) : lines
  let at = start
  let subject = ''
  let gap = 0
  while (at < plain.length) {
    const seen = bare(plain[at] ?? '')
    const header = headerIn(seen)
    if (header?.kind === 'subject') subject = header.value
    const continues = header === null && gap === 0 && at > start && /^\s/.test(plain[at] ?? '') && seen !== ''
    const addresses =
      header === null &&
      gap === 0 &&
      at > start &&
      /^[^\n]{0,200}<[^\s<>]{1,200}@[^\s<>]{1,200}>[,;]?$/.test(seen)
    if (header === null && seen !== '' && !continues && !addresses) break
    gap = seen === '' ? gap + 1 : 0
    at += 1
    if (gap > 0 && headerIn(bare(plain[firstSaid(plain, at)] ?? '')) === null) break
  }
  const rest = plain.slice(at)
  return joined(subject, fresh(rest))
}

/** Rules and headings that clients put above a quotation. */
function withoutRule(lines: readonly string[]): readonly string[] {
  let end = lines.length
  for (let at = end - 1; at >= 0; at -= 1) {
    const last = bare(lines[at] ?? '')
    if (last === '') continue
    if (!/^[_\-=*]{3,200}$|^[-_=*]{3,20}[^-_=*]{1,60}[-_=*]{3,20}$/.test(last)) break
    end = at
  }
  return lines.slice(0, end)
}

/** Lines without a signature: below two dashes, below what phones add, and what follows taking leave. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  let kept = withoutSentFrom(lines)
  const cut = kept.findIndex((line, at) => dashes.test(bare(line)) && saysSomething(kept.slice(0, at)))
  if (cut > 0 && isSignature(kept, cut)) kept = kept.slice(0, cut)
  const goodbye = kept.findLastIndex((line) => leave.test(bare(line)))
  const after = kept
    .slice(goodbye + 1)
    .map(bare)
    .filter((line) => line !== '')
  const isShort = after.length <= 8 && after.every((line) => line.length <= 80)
  if (goodbye > 0 && isShort && saysSomething(kept.slice(0, goodbye))) kept = kept.slice(0, goodbye)
  return kept.filter((line) => line !== skipped)
}

/** What stands below "Sent from my …", up to a quotation, is older. */
function withoutSentFrom(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  let isBelow = false
  for (const line of lines) {
    if (line === skipped) isBelow = false
    if (sentFrom.test(bare(line))) isBelow = saysSomething(kept)
    else if (!isBelow) kept.push(line)
  }
  return kept
}

/** Two dashes begin one however long; a drawn line only behind a gap and where little follows. */
function isSignature(lines: readonly string[], cut: number): boolean {
  const mark = bare(lines[cut] ?? '')
  if (mark.length <= 2) return true
  const below = lines
    .slice(cut + 1)
    .map(bare)
    .filter((line) => line !== '')
  return bare(lines[cut - 1] ?? '') === '' && below.length <= 6 && below.every((line) => line.length <= 100)
}

const saysSomething = (lines: readonly string[]): boolean =>
  lines.some((line) => line !== skipped && bare(line) !== '')

const trimmed = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s+|\s+$/g, '')
