/**
 * Case and reference numbers in a text, as people type and dictate them.
 * @module
 */

// Crockford base 32 (https://www.crockford.com/base32.html): no I, L, O, U; o reads as 0, i and l as 1.
const sign = '[0-9a-hj-km-np-tv-zoil]'
const ours = new RegExp(
  `(?<![a-z0-9])b[o0]s[\\s\\-–—_:#.]*((?:${sign}[\\s\\-–—_.]*){7}${sign})(?![a-z0-9])`,
  'gi',
)
/** Lagan's numbers: twelve digits that start with 101, at times typed in groups. */
const legacy = /(?<![\d.])1[\s-]?0[\s-]?1(?:[\s-]?\d){9}(?![\d])/g
const creatio = /(?<![a-z0-9])bcs[\s\-–—_:#.]*(\d(?:[\s-]?\d){7})(?!\d)/gi

/**
 * Every reference named in the text, normalised and without repeats, in reading order: `BOS-7K3M-Q2XA` (ours),
 * `101004113747` (legacy), `BCS-00256693` (Creatio).
 */
export function findReferences(text: string): readonly string[] {
  const found: { readonly at: number; readonly value: string }[] = []
  for (const hit of text.matchAll(ours)) {
    const raw = hit[1] ?? ''
    const signs = raw
      .replace(/[\s\-–—_.]/g, '')
      .toUpperCase()
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1')
    // "boston water" is BOS and eight signs too: a reference holds a digit as typed, or its dash.
    if (!/\d/.test(raw) && !/^[a-z0-9]{4}[-–—][a-z0-9]{4}$/i.test(raw.trim())) continue
    // Words of a sentence are not groups of a reference: at most three breaks in eight signs, unless spelled out.
    const groups = raw
      .trim()
      .split(/[\s\-–—_.]+/)
      .filter(Boolean)
    if (groups.length > 3 && groups.some((group) => group.length > 2)) continue
    found.push({ at: hit.index, value: `BOS-${signs.slice(0, 4)}-${signs.slice(4)}` })
  }
  for (const hit of text.matchAll(legacy)) found.push({ at: hit.index, value: hit[0].replace(/\D/g, '') })
  for (const hit of text.matchAll(creatio))
    found.push({ at: hit.index, value: `BCS-${(hit[1] ?? '').replace(/\D/g, '')}` })
  found.sort((a, b) => a.at - b.at)
  return [...new Set(found.map(({ value }) => value))]
}

const written = /(?<![a-z0-9])bos-[0-9a-z]{4}-[0-9a-z]{4}(?![a-z0-9])/gi

/** The text with our references blanked out, as long as before: random letters look like any word. */
export const withoutOurReferences = (text: string): string =>
  text.replace(written, (reference) => ' '.repeat(reference.length))
