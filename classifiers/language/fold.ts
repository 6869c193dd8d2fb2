/**
 * Text as the rules read it: lower case, no accents, plain quotes, with the way back to the resident's own offsets.
 * @module
 */
import type { Span } from '../../src/core/understanding.ts'

/** Folded text; `span(start, end)` turns a range of it into a range of the original (UTF-16 offsets). */
export interface Folded {
  readonly text: string
  readonly span: (start: number, end: number) => Span
}

// Letters that Unicode does not decompose, and marks that keyboards put in the place of plain ones.
const plain: ReadonlyMap<string, string> = new Map(
  Object.entries({
    đ: 'd',
    Đ: 'd',
    ı: 'i',
    ł: 'l',
    ø: 'o',
    æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ß: 'ss',
    '’': "'",
    '‘': "'",
    ʼ: "'",
    '`': "'",
    '´': "'",
    '“': '"',
    '”': '"',
    '–': '-',
    '—': '-',
    '‐': '-',
    '‑': '-',
    ى: 'ي',
    ة: 'ه',
    ـ: '',
    '\u00a0': ' ',
    '\u200b': '',
    '\u200d': '',
    '\ufeff': '',
    '\ufe0f': '',
  }),
)
const cache = new Map<string, string>()
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ascii = /^[\x00-\x7f]*$/

function foldUnit(unit: string): string {
  const known = cache.get(unit)
  if (known !== undefined) return known
  const folded = plain.get(unit) ?? unit.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // The cache is bounded by the basic plane; Han makes most of it useless, so only the small scripts are kept.
  if (unit < '\u2e80') cache.set(unit, folded)
  return folded
}

/** Lower case, without accents: `Cháy Ở ĐÂY` → `chay o day`. Total; surrogates (emoji) pass as they are. */
export function fold(text: string): Folded {
  if (ascii.test(text))
    return { text: text.toLowerCase().replaceAll('`', "'"), span: (start, end) => [start, end] }
  let out = ''
  const from: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    const folded = unit >= '\ud800' && unit <= '\udfff' ? unit : foldUnit(unit)
    for (let n = 0; n < folded.length; n++) from.push(at)
    out += folded
  }
  const original = (offset: number, fallback: number) => from[offset] ?? fallback
  return {
    text: out,
    span: (start, end) => [
      original(start, text.length),
      end > 0 ? original(end - 1, text.length - 1) + 1 : 0,
    ],
  }
}
